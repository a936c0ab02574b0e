"""Where everything in the pictures of an overview goes, in pixels; the template draws them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from numcheck.archive.overview.records import Dispute

__all__ = ["Bar", "Bars", "Line", "Point", "bars", "line"]

WIDTH = 360
"""So narrow that words keep their size on a telephone."""
_NUMBER, _ROW = 60, 40
_LEFT, _RIGHT, _TOP, _BOTTOM, _HEIGHT = 60, 12, 16, 28, 180


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a bar chart.

    Attributes:
        label: What is counted.
        value: How many.
        y: Top of the row.
        width: Length of the bar.
    """

    label: str
    value: int
    y: int
    width: int


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart.

    Attributes:
        rows: Its rows.
        height: Its height.
    """

    rows: tuple[Bar, ...]
    height: int


def bars(values: Sequence[tuple[str, int]]) -> Bars:
    """A bar chart of counts, in the order given; those that are nought have no bar."""
    values = [(label, value) for label, value in values if value]
    most = max((value for _, value in values), default=0) or 1
    room = WIDTH - _NUMBER
    rows = tuple(
        Bar(label, value, place * _ROW, round(value * room / most))
        for place, (label, value) in enumerate(values)
    )
    return Bars(rows, _ROW * len(values))


@dataclass(frozen=True, slots=True)
class Point:
    """A figure on a picture of time.

    Attributes:
        x: Place of its day.
        low: Place of its lower end.
        high: Place of its upper end.
        title: What it says, for a pointer and for readers of screens.
    """

    x: float
    low: float
    high: float
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """A count in time.

    Attributes:
        points: Its figures that have a day and an amount.
        path: The line through them.
        height: Height of the picture.
        first: The first day.
        last: The last day.
        least: The smallest amount.
        most: The largest.
    """

    points: tuple[Point, ...]
    path: str
    height: int
    first: str
    last: str
    least: str
    most: str


def line(claim: Dispute) -> Line | None:
    """A picture of a claim in time; ``None`` where fewer than two figures have day and amount."""
    told = []
    for one in claim.accounts:
        low = one.low if one.low is not None else one.high
        high = one.high if one.high is not None else one.low
        if one.day and low is not None and high is not None:
            try:
                told.append((date.fromisoformat(one.day).toordinal(), low, high, one))
            except ValueError:
                continue
    if len(told) < 2:
        return None
    days = [day for day, _, _, _ in told]
    least, most = min(low for _, low, _, _ in told), max(high for _, _, high, _ in told)
    span, days_span = (most - least) or 1.0, (max(days) - min(days)) or 1

    def across(day: int) -> float:
        return round(_LEFT + (day - min(days)) / days_span * (WIDTH - _LEFT - _RIGHT), 1)

    def up(amount: float) -> float:
        room = _HEIGHT - _TOP - _BOTTOM
        return round(_TOP + room - (amount - least) / span * room, 1)

    points = tuple(
        Point(
            across(day), up(low), up(high),
            ", ".join(word for word in (one.text, one.outlet, one.day) if word),
        )
        for day, low, high, one in told
    )  # fmt: skip
    middle = [f"{point.x} {round((point.low + point.high) / 2, 1)}" for point in points]
    return Line(
        points, "M" + " L".join(middle), _HEIGHT,
        date.fromordinal(min(days)).isoformat(), date.fromordinal(max(days)).isoformat(),
        f"{least:,.6g}", f"{most:,.6g}",
    )  # fmt: skip
