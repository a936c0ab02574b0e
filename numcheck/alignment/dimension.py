"""Figures in base units, so that miles and kilometres can be compared."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading
from numcheck.model.scale import Scale, combine, dimension_names_by_base, scales

__all__ = ["Dimension", "in_base_units"]

Dimension = tuple[str, str]
"""Kind of figure and base of its unit: ``("measure", "length")``, ``("money", "USD")``."""

_SIMPLE = frozenset({"count", "age", "percent", "multiplier", "rank", "ordinal", "score"})
# Ordinals and ranks are one: "the seventh round", "round seven".
_ALIKE = {"rank": "ordinal"}


@cache
def _base_of(unit: str) -> tuple[str, Scale] | None:
    """The name of what a unit measures, and how it maps on base units."""
    known = scales().get(unit) or _quotient(unit)
    if known is None:
        return None
    name = dimension_names_by_base().get(known.dimension)
    written = (base if power == 1 else f"{base}^{power}" for base, power in known.dimension)
    return name or " ".join(written), known


def _quotient(unit: str) -> Scale | None:
    """How "mile / hour" maps on base units; ``None`` where a part of it is not known."""
    above, _, below = unit.partition(" / ")
    one, other = scales().get(above), scales().get(below)
    if one is None or other is None or one.offset or other.offset:
        return None
    dimension = combine(one.dimension, other.dimension, -1)
    return Scale(dimension, one.factor / other.factor)


def in_base_units(
    figure: Figure, reading: Reading = "lenient"
) -> tuple[Dimension, Decimal | None, Interval]:
    """A figure's dimension, value and interval.

    Args:
        figure: Any figure.
        reading: How loosely its digits are taken.

    Returns:
        The dimension; the value in base units (metres, kilograms, seconds, years), or as
        written where the unit has no base; the interval in the same units.
    """
    kind, unit, value = figure.kind, figure.unit, figure.value
    interval = Interval.from_figure(figure, reading)
    if kind in _SIMPLE or unit is None:
        family = _ALIKE.get(kind, kind)
        return (family, unit if kind == "percent" and unit else ""), value, interval
    if kind == "money":
        # A price per month is money too; what it is paid for is a matter of scope.
        return (kind, unit.partition(" / ")[0]), value, interval
    known = _base_of(unit)
    if known is None:
        return (kind, unit), value, interval
    base, (factor, offset) = known[0], (known[1].factor, known[1].offset)
    if factor == 1 and not offset:
        return (kind, base), value, interval
    return (
        (kind, base),
        None if value is None else value * factor + offset,
        _scaled(interval, factor, offset),
    )


def _scaled(interval: Interval, factor: Decimal, offset: Decimal) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        None if low is None else low * factor + offset,
        None if high is None else high * factor + offset,
        interval.low_open,
        interval.high_open,
    )
