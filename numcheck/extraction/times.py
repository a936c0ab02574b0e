"""Clock times: ``7:37``, ``7.37am``, ``5 p.m.``, ``0300 GMT``, ``11 o'clock``."""

from __future__ import annotations

from numcheck.extraction.dates import calendar_words
from numcheck.extraction.draft import Draft
from numcheck.model import Sentence

__all__ = ["read_time"]

_LAST_HOUR = 29  # "25:30" is read, so that it can be reported
_MINUTES = 2


def read_time(sentence: Sentence, i: int) -> Draft | None:
    """The clock time whose first token is the digits at ``i``."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    word = words[i]
    hour, minute, after = -1, 0, i + 1
    colon = False
    if word.isdecimal():
        if len(word) <= 2:
            hour = int(word)
            if _pair(sentence, i):
                minute, after, colon = int(words[i + 2]), i + 3, True
                if after + 1 < size and lower[after] == ":" and sentence.glued(after + 1) and words[after + 1].isdecimal():
                    return None  # 2:31:04 is a duration unless an hour of the day is meant
        elif len(word) == 4 and _zone_at(sentence, after):
            hour, minute = int(word[:2]), int(word[2:])
            return _done(sentence, i, after + 1, hour, minute) if lower[after] != "hours" or hour < 24 and word[0] in "012" and minute < 60 and word[2:] in ("00", "15", "30", "45") else None
        else:
            return None
    elif word.count(".") == 1 and len(word) <= 5:
        head, _, tail = word.partition(".")
        if not (head.isdecimal() and tail.isdecimal() and len(tail) == _MINUTES and len(head) <= 2):
            return None
        hour, minute = int(head), int(tail)
        if after >= size or lower[after] not in calendar_words("half"):
            return None
    if not 0 <= hour <= _LAST_HOUR:
        return None
    half = calendar_words("half").get(lower[after]) if after < size else None
    if half is not None and not (lower[after] in ("am", "pm") and not sentence.glued(after) and words[after] == "Am"):
        after += 1
        if minute > 59 and not colon:
            return None
        if hour <= 12:
            hour = hour % 12 + int(half)
        return _done(sentence, i, _with_zone(sentence, after), hour, minute)
    if lower[after : after + 1] in (["o'clock"], ["o’clock"]):
        return _done(sentence, i, after + 1, hour, 0)
    if not colon or (i > 0 and sentence.glued(i) and words[i - 1] not in "(“\"[–-"):
        return None
    return _done(sentence, i, _with_zone(sentence, after), hour, minute)


def _pair(sentence: Sentence, i: int) -> bool:
    """Whether ``h:mm`` stands at ``i``, glued."""
    words = sentence.words
    return (
        i + 2 < len(words)
        and words[i + 1] == ":"
        and sentence.glued(i + 1)
        and sentence.glued(i + 2)
        and len(words[i + 2]) == _MINUTES
        and words[i + 2].isdecimal()
    )


def _zone_at(sentence: Sentence, i: int) -> bool:
    return i < len(sentence.lower) and sentence.lower[i] in calendar_words("zone")


def _with_zone(sentence: Sentence, after: int) -> int:
    if _zone_at(sentence, after) and sentence.words[after].isupper():
        return after + 1
    return after


def _done(sentence: Sentence, first: int, last: int, hour: int, minute: int) -> Draft:
    draft = Draft(sentence, first, last, "time")
    draft.iso = f"{hour:02d}:{minute:02d}"
    return draft
