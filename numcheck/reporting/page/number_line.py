"""Where everything in the picture of a number line goes, in shares of its width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.model import Figure
from numcheck.reporting.amounts import number
from numcheck.reporting.display import cut
from numcheck.reporting.intervals import Told, by_interval
from numcheck.reporting.number_line import Mark, NumberLine
from numcheck.reporting.terminal.view import View

__all__ = ["Picture", "Row", "Tick", "picture"]

_GRAIN = 1001  # places on the line: the share in tenths of a percent
_MOST = 24  # rows of a picture; the table below it has them all
_LABEL, _BRIEF = 88, 38  # cells of a row's words that fit a column of text, or a phone
_SHORTEST, _READING = 12, 28
_ROW, _TOP, _AXIS = 42, 6, 26  # pixels
_LETTER = 21  # tenths of a percent that a letter of a tick takes on a phone


@dataclass(frozen=True, slots=True)
class Row:
    """
    One interval.

    Attributes:
        reading: The number or interval in words.
        voice: Who says so, short enough for a wide picture.
        brief: The same, short enough for a phone.
        y: Where the line of the row is, in pixels from the top.
        left: Left end in percent of the width.
        right: Right end.
        low: What the left end looks like: ``arrow``, ``ring``, ``bar`` or nothing.
        high: What the right end looks like.
        point: Where the number itself is; ``None`` where the voice named none.
        figures: Who says so.
    """

    reading: str
    voice: str
    brief: str
    y: int
    left: str
    right: str
    low: str
    high: str
    point: str | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """
    A number under the line.

    Attributes:
        label: The number.
        x: Where it is, in percent.
        anchor: Which end of its words is there, in the terms of SVG.
    """

    label: str
    x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Picture:
    """
    A number line.

    Attributes:
        rows: The intervals drawn, smallest first.
        others: Those for which there was no room.
        ticks: Numbers on the axis, from left to right.
        height: Pixels.
        logarithmic: Whether equal distances are equal ratios.
    """

    rows: tuple[Row, ...]
    others: tuple[Told, ...]
    ticks: tuple[Tick, ...]
    height: int
    logarithmic: bool

    @property
    def axis(self) -> int:
        """Where the axis is, in pixels from the top."""
        return self.height - _AXIS

    @property
    def alternative(self) -> str:
        """The picture in words."""
        told = "; ".join(f"{row.reading}, {row.voice}" if row.voice else row.reading
                         for row in self.rows)  # fmt: skip
        return f"Number line, smallest first: {told}."


def picture(view: View, figures: Sequence[Figure]) -> Picture | None:
    """
    A number line of several figures.

    Returns:
        A row for each different interval; ``None`` where there are fewer than two, since one
        alone shows nothing.
    """
    told = by_interval(figures)
    if len(told) < 2:
        return None
    shown, others = told[:_MOST], told[_MOST:]
    line = NumberLine([each.mark for each in shown], _GRAIN)
    rows = tuple(_row(view, line, each, place) for place, each in enumerate(shown))
    height = _TOP + _ROW * len(rows) + _AXIS
    return Picture(rows, tuple(others), _ticks(line), height, line.log)


def _row(view: View, line: NumberLine, told: Told, place: int) -> Row:
    mark = told.mark
    voices = ", ".join(dict.fromkeys(filter(None, map(view.stands, told.figures))))
    left = 0 if mark.low is None else line.column(mark.low)
    right = _GRAIN - 1 if mark.high is None else line.column(mark.high)
    wide, point = left < right, _point(line, mark, left, right)
    # The number itself covers the end that it is.
    low = _end(mark.low, mark.low_open, wide and point != _percent(left))
    high = _end(mark.high, mark.high_open, wide and point != _percent(right))
    return Row(
        reading=cut(told.reading, _READING),
        voice=cut(voices, max(_SHORTEST, _LABEL - len(told.reading))),
        brief=cut(voices, max(_SHORTEST, _BRIEF - len(told.reading))),
        y=_TOP + _ROW * place + _ROW - 14,
        left=_percent(left),
        right=_percent(right),
        low=low,
        high=high,
        point=point,
        figures=told.figures,
    )


def _end(end: Decimal | None, excluded: bool, wide: bool) -> str:
    if end is None:
        return "arrow"
    if excluded:
        return "ring"
    return "bar" if wide else ""


def _point(line: NumberLine, mark: Mark, left: int, right: int) -> str | None:
    """A dot at the number, unless a ring there says that it is excluded."""
    point = mark.point
    if point is None and left == right:
        point = mark.low
    if point is None or (mark.low_open and point == mark.low):
        return None
    if mark.high_open and point == mark.high:
        return None
    return _percent(line.column(point))


def _ticks(line: NumberLine) -> tuple[Tick, ...]:
    """As many labels as a phone has room for, the most important first."""
    taken: list[tuple[int, int, Tick]] = []
    for value in line.ticks():
        label, column = number(value), line.column(value)
        width = len(label) * _LETTER
        anchor, start = "middle", column - width // 2
        if start < 0:
            anchor, start = "start", column
        elif start + width > _GRAIN:
            anchor, start = "end", column - width
        if all(start + width + _LETTER < left or right + _LETTER < start
               for left, right, _ in taken):  # fmt: skip
            taken.append((start, start + width, Tick(label, _percent(column), anchor)))
    return tuple(tick for _, _, tick in sorted(taken, key=lambda each: each[0]))


def _percent(column: int) -> str:
    return f"{column / 10:g}%"
