"""A picture of what several voices say about one number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from typing import TypeGuard

from numcheck.reporting.amounts import number

__all__ = ["Mark", "NumberLine"]

_CONTEXT = Context(prec=12, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_LOG_FROM = Decimal(100)  # ratio of the ends beyond which a linear scale would show nothing
_FROM_ZERO = Decimal("0.5")  # a scale begins at zero where its low end is at most this much of it
_ZERO = Decimal(0)
_MARGIN = Decimal("0.05")
_NARROWEST = 12  # cells of a scale below which it says nothing


@dataclass(frozen=True, slots=True)
class Mark:
    """
    What one voice says.

    Attributes:
        low: Lower end of the interval; ``None`` is unbounded.
        high: Upper end; ``None`` is unbounded.
        point: The number itself, where it is one.
        low_open: Whether the lower end is excluded.
        high_open: Whether the upper end is excluded.
    """

    low: Decimal | None
    high: Decimal | None
    point: Decimal | None = None
    low_open: bool = False
    high_open: bool = False

    def known(self) -> list[Decimal]:
        """The finite numbers of the mark."""
        return [end for end in (self.low, self.point, self.high) if _finite(end)]

    def told(self) -> list[Decimal]:
        """The numbers that the voice itself named, as opposed to the reach of its hedge."""
        return [self.point] if _finite(self.point) else self.known()


class NumberLine:
    """A scale of some cells that every mark is drawn on."""

    def __init__(self, marks: Sequence[Mark], width: int) -> None:
        """
        Find a scale for the marks.

        Args:
            marks: What will be drawn; at least one finite number among them.
            width: Cells of the scale.

        Raises:
            ValueError: Too narrow for a scale, or nothing to draw.
        """
        known = sorted(number for mark in marks for number in mark.known())
        if width < _NARROWEST or not known:
            raise ValueError("a number line needs 12 cells and a number")
        low, high = known[0], known[-1]
        self.width = width
        self.log = low > 0 and high > _CONTEXT.multiply(low, _LOG_FROM)
        if not self.log and _ZERO < low <= _CONTEXT.multiply(high, _FROM_ZERO):
            low = _ZERO
        if low == high:
            low, high = _CONTEXT.subtract(low, 1), _CONTEXT.add(high, 1)
        self._told = sorted(number for mark in marks for number in mark.told())
        self._low, self._high = self._scaled(low), self._scaled(high)
        # Room for an arrow or a bracket beyond the last number.
        reach = _CONTEXT.multiply(_CONTEXT.subtract(self._high, self._low), _MARGIN)
        if low != _ZERO:
            self._low = _CONTEXT.subtract(self._low, reach)
        self._high = _CONTEXT.add(self._high, reach)

    def column(self, value: Decimal) -> int:
        """The cell of a number; never decreasing in the number, inside the scale."""
        span = _CONTEXT.subtract(self._high, self._low)
        share = _CONTEXT.divide(_CONTEXT.subtract(self._scaled(value), self._low), span)
        if not share.is_finite():
            return 0
        cell = _CONTEXT.multiply(share, self.width - 1).to_integral_value()
        return max(0, min(self.width - 1, int(cell)))

    def draw(self, mark: Mark) -> str:
        """One line of ``width`` cells: ``····├──●──┤····``, open ends as arrows."""
        cells = ["·"] * self.width
        left = 0 if mark.low is None else self.column(mark.low)
        right = self.width - 1 if mark.high is None else self.column(mark.high)
        if mark.low is None and mark.high is None and mark.point is None:
            return "".join(cells)
        cells[left : right + 1] = "─" * (right + 1 - left)
        if left < right:
            cells[left] = "◄" if mark.low is None else "├"
            cells[right] = "►" if mark.high is None else "┤"
        for end, excluded in ((mark.low, mark.low_open), (mark.high, mark.high_open)):
            # An excluded end is a ring, an end that is the number itself a dot: > 40, ≥ 50.
            if end is not None and excluded:
                cells[self.column(end)] = "○"
        point = mark.point
        if point is None and left == right:
            point = mark.low
        excluded_ends = [mark.low] * mark.low_open + [mark.high] * mark.high_open
        if point is not None and point not in excluded_ends:
            cells[self.column(point)] = "●"
        return "".join(cells)

    def ticks(self) -> list[Decimal]:
        """The numbers worth a label, the most important first: the ends, then the others."""
        ticks = self._told[:1] + self._told[:0:-1]
        return [_ZERO, *ticks] if self._low == 0 and not self.log else ticks

    def axis(self) -> str:
        """The numbers told, under the line, as many as there is room for, ends first."""
        cells = [" "] * self.width
        for tick in self.ticks():
            label = number(tick)
            start = max(0, min(self.column(tick) - len(label) // 2, self.width - len(label)))
            around = cells[max(0, start - 1) : start + len(label) + 1]
            if len(label) <= self.width and all(cell == " " for cell in around):
                cells[start : start + len(label)] = label
        return "".join(cells).rstrip(" ")

    def _scaled(self, value: Decimal) -> Decimal:
        return _CONTEXT.log10(value) if self.log and value > 0 else _CONTEXT.plus(value)


def _finite(value: Decimal | None) -> TypeGuard[Decimal]:
    return value is not None and value.is_finite()
