"""Clock times: ``7:37``, ``7.37am``, ``5 p.m.``, ``0300 GMT``, ``11 o'clock``, ``2:31:04``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.extraction.calendar_words import calendar_words
from numcheck.extraction.draft import Draft
from numcheck.extraction.number import TEEN, cardinals
from numcheck.model import Sentence

__all__ = ["read_spoken_time", "read_time"]

_LAST_HOUR = 29  # "25:30" is read, so that it can be reported
_LAST_MINUTE = 59
_NOON = 12
_QUARTERS: Final = frozenset(("00", "15", "30", "45"))
_JOINTS: Final = frozenset(("-", "–", "to", "and"))
_OPENING: Final = '(“"[–-'
_TWELVES: Final = {"noon": 12, "midday": 12, "midnight": 0}
_O_CLOCK: Final = frozenset(("o'clock", "o’clock"))


def read_time(sentence: Sentence, i: int) -> Draft | None:
    """The clock time whose first token is the digits at ``i``."""
    word = sentence.words[i]
    if word.isdecimal():
        if len(word) == 4:
            return _four_digits(sentence, i)
        if len(word) > 2:
            return None
        if _minutes_follow(sentence, i):
            return _with_colon(sentence, i)
        return _with_half(sentence, i, i + 1, int(word), 0) or read_spoken_time(sentence, i)
    if len(word) > 5 or word.count(".") != 1:
        return None
    head, _, tail = word.partition(".")
    if len(tail) != 2 or len(head) > 2 or not (head.isdecimal() and tail.isdecimal()):
        return None
    if int(tail) > _LAST_MINUTE:
        return None
    return _with_half(sentence, i, i + 1, int(head), int(tail))


def read_spoken_time(sentence: Sentence, i: int) -> Draft | None:
    """``half past 4``, ``a quarter to nine``: the hour at ``i``, with what stands before it."""
    lower = sentence.lower
    if i < 2 or lower[i - 1] not in ("past", "to"):
        return None
    minutes = {"half": 30, "quarter": 15}.get(lower[i - 2])
    if minutes is None or (minutes == 30 and lower[i - 1] == "to"):
        return None
    digits = lower[i].isdecimal()
    if not digits and cardinals().get(lower[i], (_NOON,))[0] > TEEN:
        return None
    hour = int(lower[i]) if digits else int(cardinals()[lower[i]][1])
    if not 1 <= hour <= _NOON:
        return None
    hour, minutes = (hour, minutes) if lower[i - 1] == "past" else (hour - 1 or _NOON, 45)
    first = i - 3 if i > 2 and lower[i - 3] == "a" else i - 2
    return _done(sentence, first, i + 1, hour, minutes)


def _with_half(sentence: Sentence, i: int, after: int, hour: int, minute: int) -> Draft | None:
    """A time that ``am``, ``p.m.`` or ``o'clock`` shows to be one."""
    if after >= len(sentence.lower) or hour > _LAST_HOUR:
        return None
    word = sentence.lower[after]
    if word in _TWELVES and hour == _NOON and not minute:
        return _done(sentence, i, after + 1, _TWELVES[word], 0)
    if word in _O_CLOCK:
        return _done(sentence, i, after + 1, hour, minute)
    half = calendar_words("half").get(word)
    if half is None and minute == 0 and after == i + 1:
        half = _shared_half(sentence, after, hour)
        if half is not None:
            return _done(sentence, i, after, hour % _NOON + int(half), 0)
    if half is None or (sentence.words[after] == "Am" and not sentence.glued(after)):
        return None
    if hour <= _NOON:
        hour = hour % _NOON + int(half)
    return _done(sentence, i, _past_zone(sentence, after + 1), hour, minute)


def _shared_half(sentence: Sentence, at: int, hour: int) -> str | None:
    """The half of the day that only the later hour names (``1-4pm``, ``6 to 8 p.m.``)."""
    words, lower = sentence.words, sentence.lower
    if lower[at] not in _JOINTS or at + 2 >= len(words) or not words[at + 1].isdecimal():
        return None
    if len(words[at + 1]) > 2 or not hour % _NOON < int(words[at + 1]) <= _NOON:
        return None
    return calendar_words("half").get(lower[at + 2]) if words[at + 2] != "Am" else None


def _with_colon(sentence: Sentence, i: int) -> Draft | None:
    words, size, after = sentence.words, len(sentence.words), i + 3
    hour, minute = int(words[i]), int(words[i + 2])
    if after + 1 < size and words[after] == ":" and sentence.glued(after + 1):
        return _with_seconds(sentence, i, hour, minute)
    if hour > _LAST_HOUR:
        return None
    found = _with_half(sentence, i, after, hour, minute)
    if found is not None:
        return found
    if i > 0 and sentence.glued(i) and words[i - 1] not in _OPENING:
        return None
    return _done(sentence, i, _past_zone(sentence, after), hour, minute)


def _with_seconds(sentence: Sentence, i: int, hour: int, minute: int) -> Draft | None:
    """``2:31:04`` lasts as long, unless words around it make an hour of the day of it."""
    words, lower, last = sentence.words, sentence.lower, i + 5
    seconds = words[i + 4]
    if not (seconds.isdecimal() and len(seconds) == 2 and sentence.glued(i + 3)):
        return None
    if minute > _LAST_MINUTE or int(seconds) > _LAST_MINUTE:
        return None
    clock = last < len(lower) and (_zone_at(sentence, last) or lower[last] in _halves())
    if hour <= _LAST_HOUR and (clock or (i > 0 and lower[i - 1] == "at")):
        found = _with_half(sentence, i, last, hour, minute)
        found = found or _done(sentence, i, _past_zone(sentence, last), hour, minute)
        found.iso = f"{found.iso}:{seconds}"
        return found
    draft = Draft(sentence, i, last, "duration")
    draft.unit = "hour"
    draft.value = hour + Decimal(minute) / 60 + Decimal(seconds) / 3600
    draft.resolution = Decimal(1) / 3600
    return draft


def _halves() -> dict[str, str]:
    return calendar_words("half")


def _four_digits(sentence: Sentence, i: int) -> Draft | None:
    """``0300 GMT``; ``1500 hours`` only on a quarter of an hour, since 1,500 hours can pass."""
    word, after = sentence.words[i], i + 1
    if not _zone_at(sentence, after):
        return None
    hour, minute = int(word[:2]), int(word[2:])
    if sentence.lower[after] == "hours" and not (hour < 24 and word[2:] in _QUARTERS):
        return None
    return _done(sentence, i, after + 1, hour, minute)


def _minutes_follow(sentence: Sentence, i: int) -> bool:
    """Whether ``:mm`` is glued to the hour at ``i``."""
    words = sentence.words
    if i + 2 >= len(words) or words[i + 1] != ":" or len(words[i + 2]) != 2:
        return False
    return words[i + 2].isdecimal() and sentence.glued(i + 1) and sentence.glued(i + 2)


def _zone_at(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.lower) and sentence.lower[i] in calendar_words("zone")


def _past_zone(sentence: Sentence, after: int) -> int:
    return after + 1 if _zone_at(sentence, after) and sentence.words[after].isupper() else after


def _done(sentence: Sentence, first: int, last: int, hour: int, minute: int) -> Draft:
    draft = Draft(sentence, first, last, "time")
    draft.iso = f"{hour:02d}:{minute:02d}"
    return draft
