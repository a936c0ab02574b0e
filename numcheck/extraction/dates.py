"""Days and months: ``3 October 2024``, ``October 8 to 13``, ``October 2024``."""

from __future__ import annotations

from numcheck.extraction.calendar_words import date_draft, iso_of, month_at, year_at
from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.numeric_dates import read_dotted, read_numeric
from numcheck.model import Sentence

__all__ = ["read_date", "read_month_date"]

_DASHES = frozenset(("-", "–", "—", "‑", "−"))
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DAY_JOINTS = frozenset(("to", "through", "and"))


def _after_month(sentence: Sentence, i: int) -> int:
    """Index past the month at ``i`` and the stop of its abbreviation."""
    after = i + 1
    if (
        after < len(sentence.lower)
        and sentence.lower[after] == "."
        and len(sentence.lower[i]) <= 4
        and sentence.glued(after)
        and after + 1 < len(sentence.lower)
    ):
        return after + 1
    return after


def _day(sentence: Sentence, i: int) -> tuple[int, int]:
    """The day of a month at ``i`` and the index past it (``3``, ``3rd``), or (0, i).

    Numbers to 39 are read, so that 31 June and 32 March can be reported.
    """
    words = sentence.words
    if i < 0 or i >= len(words) or not words[i].isdecimal() or len(words[i]) > 2:
        return 0, i
    day = int(words[i])
    if not 1 <= day <= 39 or (
        i > 0 and sentence.glued(i) and words[i - 1] not in _DASHES and words[i - 1] not in "(,"
    ):
        return 0, i
    if i + 1 < len(words) and sentence.glued(i + 1) and sentence.lower[i + 1] in _ORDINAL_ENDINGS:
        return day, i + 2
    return day, i + 1


def read_date(sentence: Sentence, i: int) -> Draft | None:
    """The date whose first token is the digits at ``i``."""
    words, lower = sentence.words, sentence.lower
    size = len(words)
    if i + 1 >= size:
        return None
    after = lower[i + 1]
    if after in ("-", "/", "–") and sentence.glued(i + 1):
        found = read_numeric(sentence, i)
        if found is not None:
            return found
    if "." in words[i]:
        return read_dotted(sentence, i)
    day, past = _day(sentence, i)
    if not day or past >= size:
        return None
    return _day_month(sentence, i, day, past)


def _day_month(sentence: Sentence, i: int, day: int, past: int) -> Draft | None:
    """``3 October 2024``, ``3rd of October``, ``8 to 13 October``, ``3-5 Oct``."""
    lower, size = sentence.lower, len(sentence.lower)
    last_day = 0
    if lower[past] in _DASHES or lower[past] in ("to", "and", "or", "until", "through", "/"):
        second, past_second = _day(sentence, past + 1)
        at = past_second + 1 if past_second < size and lower[past_second] == "of" else past_second
        if second and month_at(sentence, at):
            last_day, past = second, past_second
    at = past + 1 if past < size and lower[past] == "of" else past
    if at < size and lower[at] in _DASHES and sentence.glued(at):
        at += 1
    month = month_at(sentence, at)
    if not month:
        return None
    last = _after_month(sentence, at)
    following = last + 1 if last < size and lower[last] in (",", "-") else last
    year = year_at(sentence, following)
    if year:
        last = following + 1
    elif lower[last - 1] == ".":
        last -= 1
    iso = iso_of(year, month, day)
    if last_day:
        iso = f"{iso}/{iso_of(year, month, last_day)}"
    return date_draft(sentence, i, last, iso)


def read_month_date(sentence: Sentence, i: int) -> Draft | None:
    """The date that begins with the month at ``i``: ``October 3, 2024``, ``October 2024``."""
    lower, size = sentence.lower, len(sentence.lower)
    month = month_at(sentence, i)
    if not month:
        return None
    at = _after_month(sentence, i)
    if at >= size:
        return None
    year = year_at(sentence, at) or (year_at(sentence, at + 1) if lower[at] in (",", "of") else 0)
    if year:
        last = at + 1 if year_at(sentence, at) else at + 2
        return date_draft(sentence, i, last, iso_of(year, month))
    if lower[at] == "the":
        at += 1
    day, last = _day(sentence, at)
    if not day or not _ends_day(sentence, last):
        return None
    last_day, last = _last_day(sentence, day, last)
    iso_year, last = _year_behind(sentence, last)
    iso = iso_of(iso_year, month, day)
    if last_day:
        iso = f"{iso}/{iso_of(iso_year, month, last_day)}"
    return date_draft(sentence, i, last, iso)


def _ends_day(sentence: Sentence, last: int) -> bool:
    """Whether a day of a month ends before token ``last`` (``March 9:30`` holds none)."""
    lower, size = sentence.lower, len(sentence.lower)
    if last >= size:
        return True
    if lower[last] in neighbours("after_quantity"):
        return False
    if lower[last] not in (":", ".") or last + 1 >= size:
        return True
    return not (sentence.glued(last) and sentence.glued(last + 1) and lower[last + 1].isdecimal())


def _last_day(sentence: Sentence, day: int, last: int) -> tuple[int, int]:
    """The second day of ``October 8 to 13`` and the index past it, or (0, last)."""
    lower, size = sentence.lower, len(sentence.lower)
    if last + 1 >= size or not (lower[last] in _DASHES or lower[last] in _DAY_JOINTS):
        return 0, last
    second, past = _day(sentence, last + 1)
    joined = lower[last] != "and" or past >= size or lower[past] in (",", ".", ")", ";")
    if second > day and joined and not month_at(sentence, past):
        return second, past
    return 0, last


def _year_behind(sentence: Sentence, last: int) -> tuple[int, int]:
    """The year behind a day, over a comma, and the index past it, or (0, last)."""
    following = last + 1 if sentence.lower[last : last + 1] == [","] else last
    year = year_at(sentence, following)
    return (year, following + 1) if year else (0, last)
