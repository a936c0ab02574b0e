"""Dates in digits alone: ``2024-10-03``, ``03/10/2024``, ``3.10.2024``, ``2019-20``."""

from __future__ import annotations

from numcheck.extraction.calendar_words import LAST_YEAR, date_draft, iso_of, year_at
from numcheck.extraction.draft import Draft
from numcheck.extraction.style import IN_FORCE
from numcheck.model import Sentence

__all__ = ["read_dotted", "read_numeric"]


def read_numeric(sentence: Sentence, i: int) -> Draft | None:
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
    year = year_at(sentence, i)
    if not year:
        return None
    second = words[i + 2]
    if len(second) == 2 and int(second) == (year + 1) % 100:
        return date_draft(sentence, i, i + 3, f"{year}/{year + 1}")
    if len(second) == 4 and year < int(second) <= LAST_YEAR:
        return date_draft(sentence, i, i + 3, f"{year}/{second}")
    if len(second) == 2 and mark != "/" and year % 100 < int(second):
        return date_draft(sentence, i, i + 3, f"{year}/{year // 100}{second}")
    return None


def _three_parts(sentence: Sentence, i: int, mark: str) -> Draft | None:
    first, second, third = (sentence.words[i + k] for k in (0, 2, 4))
    if len(first) == 4 and len(second) == 2 and len(third) == 2 and mark in "-/":
        return date_draft(sentence, i, i + 5, f"{first}-{second}-{third}")
    years = len(third) == 4 or (len(third) == 2 and mark == "/")
    if years and len(first) <= 2 and len(second) <= 2:
        return date_draft(sentence, i, i + 5, _ordered(int(first), int(second), third))
    return None


def read_dotted(sentence: Sentence, i: int) -> Draft | None:
    """``3.10.2024``."""
    parts = sentence.words[i].split(".")
    if len(parts) != 3 or len(parts[2]) != 4:
        return None
    if len(parts[0]) > 2 or len(parts[1]) > 2 or not all(part.isdecimal() for part in parts):
        return None
    return date_draft(sentence, i, i + 1, iso_of(int(parts[2]), int(parts[1]), int(parts[0])))


def _ordered(first: int, second: int, third: str) -> str:
    """ISO date of two numbers before a year; only the year where nothing tells their order."""
    year = int(third) if len(third) == 4 else 2000 + int(third)
    if first > 12 or first == second:
        return iso_of(year, second, first)
    if second > 12:
        return iso_of(year, first, second)
    order = IN_FORCE.get().dates
    if order:
        return iso_of(year, second, first) if order == "day-first" else iso_of(year, first, second)
    return f"{year:04d}"
