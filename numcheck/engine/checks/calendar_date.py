"""Dates and clock times that no calendar or clock has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from numcheck.engine.dates import day_and_month, possible_days
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words beside a date.

    Attributes:
        earliest: Years before this one are not held against the calendar, which was another.
    """

    earliest: int = 1753


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Impossible days."""
    for figure in passage.figures:
        if figure.kind == "date" and figure.iso:
            for part in figure.iso.split("/"):
                problem = _impossible(part, parameters)
                if problem:
                    yield Flaw((figure,), f"{figure.text}: {problem}.", "", "implausible")
                    break
        elif figure.kind == "time" and figure.iso:
            problem = _no_time(figure, passage.sentence_of(figure).lower)
            if problem:
                yield Flaw((figure,), f"{figure.text}: {problem}.", "", "implausible")


def _impossible(iso: str, parameters: Parameters) -> str:
    parts = day_and_month(iso)
    if parts is None:
        return ""
    year, month, day = parts
    if year is not None and year < parameters.earliest:
        return ""
    days = possible_days(year, month)
    if not days:
        return f"there is no month {month}"
    if 1 <= day <= days:
        return ""
    name = _MONTHS[month - 1]
    if month == 2 and day == 29 and year is not None:
        return f"{year} was not a leap year" if year < date.max.year else ""
    return f"{name} has {days} days"


def _no_time(figure: Figure, lower: list[str]) -> str:
    hours, _, rest = (figure.iso or "").partition(":")
    minutes = rest[:2]
    if not hours.isdigit() or not minutes.isdigit():
        return ""
    marked = figure.text.lower().rstrip(".").endswith(("am", "pm", "a.m", "p.m"))
    before = lower[figure.first - 1] if figure.first else ""
    if not marked and before not in ("at", "until", "from", "by", "since", "before", "after"):
        return ""
    if int(minutes) > 59:
        return "an hour has 60 minutes"
    return "a day has 24 hours" if int(hours) > 24 else ""
