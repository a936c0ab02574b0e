"""Figures in base units, so that miles and kilometres can be compared."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from numcheck import vocabulary
from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading

__all__ = ["Dimension", "in_base_units"]

Dimension = tuple[str, str]
"""Kind of figure and base of its unit: ``("measure", "length")``, ``("money", "USD")``."""

_SIMPLE = frozenset({"count", "age", "percent", "multiplier", "rank", "ordinal", "score"})
# Ordinals and ranks are one: "the seventh round", "round seven".
_ALIKE = {"rank": "ordinal"}


@cache
def _factors() -> dict[str, tuple[str, Decimal, Decimal]]:
    names = {text: name for name, text in reversed(vocabulary.table("dimensions", 2))}
    return {
        unit: (names.get(base, base), Decimal(factor), Decimal(offset or "0"))
        for unit, base, factor, offset in vocabulary.table("conversions", 4)
    }


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
    known = _factors().get(unit)
    if known is None:
        return (kind, unit), value, interval
    base, factor, offset = known
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
