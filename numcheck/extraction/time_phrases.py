"""Phrases that can fix a time: "since last year", "by Monday night", "in the year to March"."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.model import Sentence

__all__ = ["MOST", "time_phrases"]

MOST: Final = 16
"""Phrases of one sentence that are looked at."""

_ENDS: Final = frozenset(',;:.()"“”!?—–')
_OTHERS: Final = frozenset("PCSBHDMOWX")
_BEGUN: Final = frozenset(("began", "started", "begins", "ended", "opened", "launched", "invaded"))
_PARTS: Final = frozenset(("late", "early", "mid"))
_LONGEST: Final = 10
_PAST_NIGHT: Final = frozenset(("night", "morning", "evening", "afternoon", "lunchtime"))


@cache
def _all_times() -> frozenset[str]:
    lists = words("as_of")
    return lists["unit"] | lists["weekday"] | lists["month"]


def time_phrases(sentence: Sentence, drafts: list[Draft]) -> list[tuple[int, int]]:
    """First and past-the-last token of every phrase that can fix a time.

    Args:
        sentence: The sentence.
        drafts: Its figures; the dates among them are parts of such phrases.
    """
    known = words("as_of")["opener"]
    dates = {draft.first: draft.last for draft in drafts if draft.kind in ("date", "time")}
    found: list[tuple[int, int]] = []
    resume = 0
    for at, word in enumerate(sentence.lower):
        if at < resume or word not in known:
            continue
        last = _phrase_end(sentence, at, dates)
        if last > at:
            last = _with_hour(sentence, last)
            if sentence.lower[last : last + 1] not in (["'s"], ["’s"]):
                found.append((at, last))
                if len(found) == MOST:
                    return found
            resume = last
    for draft in drafts:
        past = draft.kind == "duration" and sentence.lower[draft.last : draft.last + 1] == ["ago"]
        if past and not any(first <= draft.first < last for first, last in found):
            found.append((draft.left, draft.last + 1))
            if len(found) >= MOST:
                break
    return found


def _with_hour(sentence: Sentence, last: int) -> int:
    """A weekday or "yesterday" goes on in "Monday night"."""
    if sentence.lower[last : last + 1] and sentence.lower[last] in _PAST_NIGHT:
        return last + 1
    return last


def _phrase_end(sentence: Sentence, at: int, dates: dict[int, int]) -> int:
    """Index past the phrase that begins at an opener; ``at`` if it is none."""
    lower = sentence.lower
    word, size = lower[at], len(sentence.lower)
    times = words("as_of")
    if word in times["now"]:
        return at + 1
    if at + 1 >= size:
        return at
    if word == "as":
        return _after(sentence, at + 2, dates, at) if lower[at + 1] == "of" else at
    if word == "so":
        last = _after(sentence, at + 2, dates, at) if lower[at + 1] == "far" else at
        return last
    if word == "to":
        return at + 2 if lower[at + 1] == "date" else at
    if word in times["which"]:
        return _relative(sentence, at)
    if word == "since":
        return _since(sentence, at, dates)
    if word in ("between", "from"):
        return _between(sentence, at, dates)
    if word == "for" and lower[at + 1] != "the":
        return at
    if word == "at":
        return _event(sentence, at + 1, at)
    return _after(sentence, at + 1, dates, at)


def _after(sentence: Sentence, start: int, dates: dict[int, int], fail: int) -> int:
    """A date, a weekday, "last month", "the past decade", "the year to March" at a token."""
    lower, size = sentence.lower, len(sentence.lower)
    times = words("as_of")
    if start >= size:
        return fail
    word = lower[start]
    if start in dates:
        return dates[start]
    if word in times["weekday"] or word in times["now"]:
        return start + 1
    if word in _PARTS and start + 1 < size:
        following = start + 2 if lower[start + 1] in ("-", "on") else start + 1
        # "mid mid mid" fixes no time, however often it stands there
        again = following >= size or lower[following] in _PARTS
        return fail if again else _after(sentence, following, dates, fail)
    if word in times["which"]:
        return _relative(sentence, start, fail)
    if word in times["month"] and sentence.words[start][0].isupper():
        return start + 1
    if word in ("the", "its", "their", "his", "her"):
        last = _relative(sentence, start + 1, fail)
        if last > start + 1:
            return _stretched(sentence, last, dates)
        if lower[start + 1 : start + 2] and lower[start + 1] in times["unit"]:
            last = _stretched(sentence, start + 2, dates)
            return last if last > start + 2 else fail
        return _event(sentence, start, fail)
    return fail


def _relative(sentence: Sentence, at: int, fail: int = -1) -> int:
    """Index past "last month", "past two decades", "third quarter", "same period"."""
    lower, size = sentence.lower, len(sentence.lower)
    times = words("as_of")
    if at >= size or lower[at] not in times["which"]:
        return fail
    for last in range(at + 1, min(size, at + 4)):
        word = lower[last]
        if word in _all_times() or (word == "period" and lower[at] == "same"):
            return last + 1
        entry = lookup(word)
        counted = word[0].isdigit() or entry.usual in "#Q" or word in times["which"]
        if not counted and word not in ("-", "few", "financial", "half", "fiscal", "two", "three",
            "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"):  # fmt: skip
            return fail
        if word == "half" and lower[last + 1 : last + 2] == ["of"]:
            return last + 1
    return fail


def _stretched(sentence: Sentence, last: int, dates: dict[int, int]) -> int:
    """Take in what follows: "of 2019", "to March", "of this year"."""
    if sentence.lower[last : last + 1] and sentence.lower[last] in ("of", "to", "ending", "until"):
        start = last + 1
        if sentence.lower[start : start + 1] == ["date"]:
            return start + 1
        return _after(sentence, start, dates, last)
    return last


def _event(sentence: Sentence, start: int, fail: int) -> int:
    """Index past "the start of the war", "the end of March", "the height of the crisis"."""
    lower = sentence.lower
    if lower[start : start + 1] != ["the"] or start + 2 >= len(lower):
        return fail
    if lower[start + 1] not in words("as_of")["event"] or lower[start + 2] != "of":
        return fail
    last = start + 3
    while last < min(len(lower), start + _LONGEST) and sentence.words[last] not in _ENDS:
        entry = lookup(lower[last])
        if entry.closed and entry.usual in _OTHERS and lower[last] != "of":
            break
        last += 1
    return last if last > start + 3 else fail


def _since(sentence: Sentence, at: int, dates: dict[int, int]) -> int:
    """Index past "since 2014", "since the start of the war", "since the war began"."""
    last = _after(sentence, at + 1, dates, at)
    if last > at:
        return last
    lower = sentence.lower
    for last in range(at + 1, min(len(lower), at + _LONGEST)):
        if sentence.words[last] in _ENDS:
            return last if lower[at + 1] == "the" and not _has_verb(sentence, at + 1, last) else at
        if lower[last] in _BEGUN:
            return last + 1
    return at


def _has_verb(sentence: Sentence, first: int, last: int) -> bool:
    return any(lookup(sentence.lower[at]).usual in "BHDMvzd" for at in range(first, last))


def _between(sentence: Sentence, at: int, dates: dict[int, int]) -> int:
    """Index past "between 2015 and 2019", "from March to June"."""
    middle = _after(sentence, at + 1, dates, at)
    if (
        middle > at
        and sentence.lower[middle : middle + 1]
        and (sentence.lower[middle] in ("and", "to", "until", "through"))
    ):
        return _after(sentence, middle + 1, dates, at)
    return at
