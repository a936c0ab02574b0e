"""Words of the calendar, and what dates are put together from: months, years, ISO forms."""

from __future__ import annotations

from functools import cache

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.model import Sentence

__all__ = ["LAST_YEAR", "calendar_words", "date_draft", "iso_of", "month_at", "year_at"]

_FIRST_YEAR = 1500
LAST_YEAR = 2099
"""Four digits above it are no year without a word that says so."""


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


def year_at(sentence: Sentence, i: int) -> int:
    """The four-digit year at ``i``, or 0."""
    if i >= len(sentence.words):
        return 0
    word = sentence.words[i]
    if len(word) != 4 or not word.isdecimal():
        return 0
    year = int(word)
    return year if _FIRST_YEAR <= year <= LAST_YEAR else 0


def date_draft(sentence: Sentence, first: int, last: int, iso: str) -> Draft:
    """A figure of kind date over tokens ``first`` to ``last``, the last not in it."""
    draft = Draft(sentence, first, last, "date")
    draft.iso = iso
    return draft


def iso_of(year: int, month: int, day: int = 0) -> str:
    """ISO 8601 of what is known; 0 stands for what is not (``--10-03``)."""
    head = f"{year:04d}" if year else "-"
    if not day:
        return f"{head}-{month:02d}"
    return f"{head}-{month:02d}-{day:02d}"
