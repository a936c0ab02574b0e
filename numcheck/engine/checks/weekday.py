"""A weekday beside a date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from numcheck.engine.dates import date_span, day_and_month, possible_days
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How far a date without year may lie from the day of publication.

    Attributes:
        days: A date without year may mean any that lies at most so many days from publication.
    """

    days: int = 220


_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = {name[:3]: number for number, name in enumerate(_NAMES)}
_BETWEEN = frozenset({",", "the", "(", "."})
_REACH = 3


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Weekdays that the calendar does not give for their date."""
    published = date_span(passage.analysis.document.published[:10])
    for figure in passage.figures:
        if figure.kind != "date" or not figure.iso:
            continue
        lower = passage.sentence_of(figure).lower
        for iso, said in _pairs(figure, lower):
            days = _days(iso, published[0] if published else None, parameters)
            if not days or any(day.weekday() == said for day in days):
                continue
            day = days[0]
            right = _NAMES[day.weekday()].capitalize()
            wrong = _NAMES[said].capitalize()
            shown = f"{day.day} {day:%B %Y}"
            note = (
                ""
                if day_and_month(iso) and iso[:1] != "-"
                else ("The text gives no year; the one nearest to its publication is taken.")
            )
            verb = "was" if published and day < published[0] else "is"
            yield Flaw((figure,), f"{shown} {verb} a {right}, not a {wrong}.", note)


def _pairs(figure: Figure, lower: list[str]) -> Iterator[tuple[str, int]]:
    """Dates inside a figure with the weekday that the text puts beside them."""
    first, _, second = (figure.iso or "").partition("/")
    before = _weekday_before(figure, lower)
    inside = [_number(word) for word in lower[figure.first : figure.last]]
    named = [number for number in inside if number is not None]
    if before is None and named:
        before, named = named[0], named[1:]
    if before is None and not second:
        before = _weekday_after(figure, lower)
    if before is not None:
        yield first, before
    if second and named:
        yield second, named[-1]


def _weekday_before(figure: Figure, lower: list[str]) -> int | None:
    for position in range(figure.first - 1, max(figure.first - 1 - _REACH, -1), -1):
        number = _number(lower[position])
        if number is not None:
            return number
        if lower[position] not in _BETWEEN:
            return None
    return None


def _weekday_after(figure: Figure, lower: list[str]) -> int | None:
    after = lower[figure.last : figure.last + 3]
    if after[:1] == ["("] and len(after) > 1:
        return _number(after[1])
    told = [word for word in lower[figure.last : figure.last + 6] if word != ","]
    if told[:1] and told[0] in ("fell", "falls", "was", "is", "being"):
        rest = [word for word in told[1:4] if word not in ("on", "a")]
        return _number(rest[0]) if rest else None
    if after[:2] == [",", "a"] and len(after) > 2:
        return _number(after[2])
    return None


def _number(word: str) -> int | None:
    if word in _NAMES:
        return _NAMES.index(word)
    return _SHORT.get(word) if word not in ("sun", "sat", "wed") else None


def _days(iso: str, published: date | None, parameters: Parameters) -> list[date]:
    """The days that a date may mean, the nearest to publication first."""
    parts = day_and_month(iso)
    if parts is None:
        return []
    year, month, day = parts
    if not 1 <= day <= possible_days(year, month):
        return []
    if year is not None:
        return [date(year, month, day)]
    if published is None:
        return []
    options = [
        date(one, month, day)
        for one in range(published.year - 1, published.year + 2)
        if day <= possible_days(one, month)
    ]
    near = [one for one in options if abs((one - published).days) <= parameters.days]
    return sorted(near, key=lambda one: abs((one - published).days))
