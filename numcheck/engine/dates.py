"""Dates as far as a text gives them: a day, a month, a year, or a span of these."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

__all__ = ["clock_minutes", "date_span", "day_and_month", "possible_days", "year_of"]

_CLOCK = re.compile(r"(\d{1,2}):(\d\d)")
_KEPT = 4096
"""Dates that are kept taken apart; every check asks for those of a text again."""


@lru_cache(_KEPT)
def _parts(iso: str) -> tuple[int | None, int | None, int | None] | None:
    text = iso.partition("T")[0]
    if text.startswith("--"):
        text = "-" + text[2:] if len(text) > 2 else ""
        match = re.fullmatch(r"-(\d\d)(?:-(\d\d))?", text)
        if match is None:
            return None
        return None, int(match[1]), int(match[2]) if match[2] else None
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text)
    if match is None:
        return None
    return int(match[1]), *(int(part) if part else None for part in match.groups()[1:])  # type: ignore[return-value]


def day_and_month(iso: str) -> tuple[int | None, int, int] | None:
    """Year (if known), month and day of a date that names a day; ``None`` for others."""
    parts = _parts(iso)
    if parts is None or parts[1] is None or parts[2] is None:
        return None
    return parts[0], parts[1], parts[2]


def year_of(iso: str) -> int | None:
    """The year of a date or of the document's publication, if known."""
    parts = _parts(iso.partition("/")[0])
    return parts[0] if parts else None


def possible_days(year: int | None, month: int) -> int:
    """How many days a month has; February has 29 where the year is not known, 0 for no month."""
    if not 1 <= month <= 12:
        return 0
    return monthrange(year if year and 1 <= year <= 9999 else 2000, month)[1]


def date_span(iso: str) -> tuple[date, date] | None:
    """First and last day that a date may mean; ``None`` where the year is not known.

    >>> date_span("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    begin, _, end = iso.partition("/")
    first, last = _single(begin), _single(end or begin)
    if first is None or last is None or first[0] > last[1]:
        return None
    return first[0], last[1]


def _single(iso: str) -> tuple[date, date] | None:
    parts = _parts(iso)
    if parts is None or not parts[0]:
        return None
    year, month, day = parts
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    days = possible_days(year, month)
    if not days or (day is not None and not 1 <= day <= days):
        return None
    if day is None:
        return date(year, month, 1), date(year, month, days)
    return date(year, month, day), date(year, month, day)


def clock_minutes(iso: str) -> int | None:
    """Minutes after midnight of a clock time (``07:37``)."""
    match = _CLOCK.match(iso.rpartition("T")[2])
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return hour * 60 + minute if hour <= 24 and minute < 60 else None
