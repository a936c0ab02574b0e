"""Dates: days, months with a year, years, decades and seasons, as far as they are known."""

from __future__ import annotations

from functools import cache

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.style import IN_FORCE
from numcheck.model import Sentence

__all__ = ["calendar_words", "month_at", "read_date", "read_month_date", "read_year"]

_DASHES = frozenset(("-", "–", "—", "‑", "−"))
_FIRST_YEAR, _LAST_YEAR = 1500, 2099
_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
_DAY_JOINTS = frozenset(("to", "through", "and"))


@cache
def calendar_words(kind: str) -> dict[str, str]:
    """Word → value of one class of ``calendar.tsv``."""
    return {word: value for word, found, value in vocabulary.table("calendar", 3) if found == kind}


def month_at(sentence: Sentence, i: int) -> int:
    """The month that token ``i`` names, 1 to 12, or 0; "may" and "march" need their capital."""
    if i < 0 or i >= len(sentence.lower):
        return 0
    word = sentence.lower[i]
    found = calendar_words("month").get(word)
    if found is None:
        found = calendar_words("weak").get(word)
        if found is None or not (sentence.words[i][0].isupper() or _dated(sentence, i)):
            return 0
    return int(found)


def _dated(sentence: Sentence, i: int) -> bool:
    """Whether a lower-case "may" or "march" stands between "on" and a day (``on may 19``)."""
    lower = sentence.lower
    following = lower[i + 1] if i + 1 < len(lower) else ""
    return (
        i > 0
        and lower[i - 1] in ("on", "since", "until", "by")
        and following.isdecimal()
        and len(following) <= 2
    )


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


def _year(sentence: Sentence, i: int) -> int:
    """The four-digit year at ``i``, or 0."""
    if i >= len(sentence.words):
        return 0
    word = sentence.words[i]
    if len(word) != 4 or not word.isdecimal():
        return 0
    year = int(word)
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else 0


def _draft(sentence: Sentence, first: int, last: int, iso: str) -> Draft:
    draft = Draft(sentence, first, last, "date")
    draft.iso = iso
    return draft


def _iso(year: int, month: int, day: int = 0) -> str:
    head = f"{year:04d}" if year else "-"
    if not day:
        return f"{head}-{month:02d}"
    return f"{head}-{month:02d}-{day:02d}"


def read_date(sentence: Sentence, i: int) -> Draft | None:
    """The date whose first token is the digits at ``i``."""
    words, lower = sentence.words, sentence.lower
    size = len(words)
    if i + 1 >= size:
        return None
    after = lower[i + 1]
    if after in ("-", "/", "–") and sentence.glued(i + 1):
        found = _numeric(sentence, i)
        if found is not None:
            return found
    if "." in words[i]:
        return _dotted(sentence, i)
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
    year = _year(sentence, following)
    if year:
        last = following + 1
    elif lower[last - 1] == ".":
        last -= 1
    iso = _iso(year, month, day)
    if last_day:
        iso = f"{iso}/{_iso(year, month, last_day)}"
    return _draft(sentence, i, last, iso)


def read_month_date(sentence: Sentence, i: int) -> Draft | None:
    """The date that begins with the month at ``i``: ``October 3, 2024``, ``October 2024``."""
    lower, size = sentence.lower, len(sentence.lower)
    month = month_at(sentence, i)
    if not month:
        return None
    at = _after_month(sentence, i)
    if at >= size:
        return None
    year = _year(sentence, at) or (_year(sentence, at + 1) if lower[at] in (",", "of") else 0)
    if year:
        last = at + 1 if _year(sentence, at) else at + 2
        return _draft(sentence, i, last, _iso(year, month))
    if lower[at] == "the":
        at += 1
    day, last = _day(sentence, at)
    if not day or not _ends_day(sentence, last):
        return None
    last_day, last = _last_day(sentence, day, last)
    iso_year, last = _year_behind(sentence, last)
    iso = _iso(iso_year, month, day)
    if last_day:
        iso = f"{iso}/{_iso(iso_year, month, last_day)}"
    return _draft(sentence, i, last, iso)


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
    year = _year(sentence, following)
    return (year, following + 1) if year else (0, last)


def _numeric(sentence: Sentence, i: int) -> Draft | None:
    """``2024-10-03``, ``03/10/2024``, ``2019-20`` and ``2019/20``, each glued throughout."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    if i + 2 >= size or not sentence.glued(i + 2) or not words[i + 2].isdecimal():
        return None
    mark = lower[i + 1]
    three = (
        i + 4 < size
        and lower[i + 3] == mark
        and sentence.glued(i + 3)
        and sentence.glued(i + 4)
        and words[i + 4].isdecimal()
    )
    if three:
        return _three_parts(sentence, i, mark)
    year = _year(sentence, i)
    if not year:
        return None
    second = words[i + 2]
    if len(second) == 2 and int(second) == (year + 1) % 100:
        return _draft(sentence, i, i + 3, f"{year}/{year + 1}")
    if len(second) == 4 and year < int(second) <= _LAST_YEAR:
        return _draft(sentence, i, i + 3, f"{year}/{second}")
    if len(second) == 2 and mark != "/" and year % 100 < int(second):
        return _draft(sentence, i, i + 3, f"{year}/{year // 100}{second}")
    return None


def _three_parts(sentence: Sentence, i: int, mark: str) -> Draft | None:
    first, second, third = (sentence.words[i + k] for k in (0, 2, 4))
    if len(first) == 4 and len(second) == 2 and len(third) == 2 and mark in "-/":
        return _draft(sentence, i, i + 5, f"{first}-{second}-{third}")
    years = len(third) == 4 or (len(third) == 2 and mark == "/")
    if years and len(first) <= 2 and len(second) <= 2:
        return _draft(sentence, i, i + 5, _ordered(int(first), int(second), third))
    return None


def _dotted(sentence: Sentence, i: int) -> Draft | None:
    """``3.10.2024``."""
    parts = sentence.words[i].split(".")
    if len(parts) != 3 or len(parts[2]) != 4:
        return None
    if len(parts[0]) > 2 or len(parts[1]) > 2 or not all(part.isdecimal() for part in parts):
        return None
    return _draft(sentence, i, i + 1, _iso(int(parts[2]), int(parts[1]), int(parts[0])))


def _ordered(first: int, second: int, third: str) -> str:
    """ISO date of two numbers before a year; only the year where nothing tells their order."""
    year = int(third) if len(third) == 4 else 2000 + int(third)
    if first > 12 or first == second:
        return _iso(year, second, first)
    if second > 12:
        return _iso(year, first, second)
    order = IN_FORCE.get().dates
    if order:
        return _iso(year, second, first) if order == "day-first" else _iso(year, first, second)
    return f"{year:04d}"


_LATEST_SHORT = 30  # ’24 is 2024, ’68 is 1968


def _is_short_year(sentence: Sentence, i: int) -> bool:
    """``since ’91``, ``the class of ’68``: two digits behind an apostrophe that opens no quote."""
    words, lower = sentence.words, sentence.lower
    if i < 2 or len(words[i]) != 2 or not words[i].isdecimal() or words[i - 1] not in ("'", "’"):
        return False
    if not sentence.glued(i) or sentence.glued(i - 1):
        return False
    closed = i + 1 < len(words) and words[i + 1] in ("'", "’")
    if closed or (lower[i - 2] == "of" and lower[max(0, i - 3) : i - 2] != ["class"]):
        return False
    return lower[i - 2] == "of" or lower[i - 2] in calendar_words("before-year")


def read_year(sentence: Sentence, i: int) -> Draft | None:
    """A year, decade or season at ``i``: ``2022``, ``the 1990s``, ``mid-1990s``, ``’90s``."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    word = words[i]
    following = lower[i + 1] if i + 1 < size else ""
    glued = bool(following) and sentence.glued(i + 1)
    if following in ("s", "'s", "’s") and glued and word.isdecimal():
        if len(word) == 4 and _year(sentence, i):
            if word[3] == "0" and following != "'s":
                return _draft(sentence, i, i + 2, word[:3] + "X")
            return _draft(sentence, i, i + 1, word)
        old = i > 0 and lower[i - 1] in ("'", "’", "‘") and sentence.glued(i)
        if len(word) == 2 and word[1] == "0" and following == "s" and old:
            return _draft(sentence, i - 1, i + 2, f"19{word[0]}X")
        return None
    if _is_short_year(sentence, i):
        century = 19 if int(word) > _LATEST_SHORT else 20
        return _draft(sentence, i - 1, i + 1, f"{century}{word}")
    year = _year(sentence, i)
    if not year and len(word) == 4 and word.isdecimal() and word[:2] == "21" and i > 0:
        year = int(word) if lower[i - 1] in ("by", "until", "before", "year") else 0
    if not year or (
        i > 0
        and sentence.glued(i)
        and words[i - 1] not in _DASHES
        and words[i - 1] not in "(‘'“\"[/"
    ):
        return None
    if glued and following.isalpha():
        return None
    return _draft(sentence, i, i + 1, f"{year}")
