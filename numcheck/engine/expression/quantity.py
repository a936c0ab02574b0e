"""A number with a dimension, as an interval in base units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from numcheck.engine.units import DIMENSIONLESS, Dimension, combine, scale
from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading

__all__ = ["Quantity", "quantity_of", "unit_quantity"]

_PERCENT = {
    "percent": Decimal("0.01"),
    "percentage_point": Decimal("0.01"),
    "basis_point": Decimal("0.0001"),
}
_PLAIN = frozenset({"count", "ordinal", "rank", "score"})
_YEAR = (("year", 1),)
_TIME = (("time", 1),)
_DAY = Decimal(86400)
_YEAR_IN_SECONDS = Interval(365 * _DAY, 366 * _DAY)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval in base units.

    Attributes:
        interval: The numbers.
        dimension: What they measure; money has its currency as base (``(("USD", 1),)``).
    """

    interval: Interval
    dimension: Dimension = DIMENSIONLESS

    def __neg__(self) -> Quantity:
        return replace(self, interval=-self.interval)

    def __mul__(self, other: Quantity) -> Quantity:
        product = self.interval * other.interval
        return Quantity(product, combine(self.dimension, other.dimension))

    def __truediv__(self, other: Quantity) -> Quantity:
        quotient = self.interval / other.interval
        return Quantity(quotient, combine(self.dimension, other.dimension, -1))


def unit_quantity(value: Decimal, unit: str) -> Quantity | None:
    """An exact quantity; ``None`` for a unit that nobody knows."""
    return _measured(Interval.point(value), unit)


def quantity_of(figure: Figure, reading: Reading, grain: Decimal | None = None) -> Quantity | None:
    """A figure as a quantity, or ``None`` where it has no number (dates, identifiers).

    Args:
        figure: The figure.
        reading: How loosely its digits are read, see :class:`numcheck.model.interval.Interval`.
        grain: Place value to which its zeros may be rounded at most.
    """
    if figure.value is None and figure.low is None and figure.high is None:
        return None
    if figure.kind == "multiplier":
        # "doubled" has no last digit; how loosely it is meant is for the rule to say.
        return Quantity(Interval.from_figure(figure, "asserted"))
    interval = Interval.from_figure(figure, reading, grain)
    if figure.kind in _PLAIN:
        return Quantity(interval)
    if figure.unit is None:
        return Quantity(interval) if figure.kind in ("percent", "measure") else None
    if figure.kind == "money":
        return _paid(interval, figure.unit)
    return _measured(interval, figure.unit)


def _paid(interval: Interval, unit: str) -> Quantity:
    """Money, perhaps by the month or the tonne."""
    currency, *divisors = unit.split(" / ")
    dimension: Dimension = ((currency, 1),)
    for name in divisors:
        known = scale(name)
        if known is None:
            dimension = combine(dimension, ((name, 1),), -1)
        else:
            interval = interval / Interval.point(known.factor)
            dimension = combine(dimension, known.dimension, -1)
    return Quantity(interval, dimension)


def _measured(interval: Interval, unit: str) -> Quantity | None:
    if unit in _PERCENT:
        return Quantity(interval * Interval.point(_PERCENT[unit]))
    known = scale(unit)
    if known is None:
        return None
    base = interval * Interval.point(known.factor)
    if known.offset:
        base = base + Interval.point(known.offset)
    return Quantity(base, known.dimension)


def brought_together(a: Quantity, b: Quantity) -> tuple[Quantity, Quantity] | None:
    """Both in one dimension, years in days where the other is; ``None`` if they never meet."""
    if a.dimension == b.dimension:
        return a, b
    if a.dimension == _YEAR and b.dimension == _TIME:
        return Quantity(a.interval * _YEAR_IN_SECONDS, _TIME), b
    if a.dimension == _TIME and b.dimension == _YEAR:
        return a, Quantity(b.interval * _YEAR_IN_SECONDS, _TIME)
    return None
