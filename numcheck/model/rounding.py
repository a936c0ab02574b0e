"""To which place the digits of a figure may be rounded."""

from __future__ import annotations

from decimal import Decimal

from numcheck.model.figure import Figure

__all__ = ["coarse_place", "rounding_place"]

_ROUND_FROM = Decimal(100)
"""Below this, trailing zeros are taken at face value: 40 is rarely 36 rounded."""
_KEPT_DIGITS = 2
"""A rounding writer keeps at least this many digits: 10,000 may stand for 9,950, not for 6,000."""
_LONGEST_ROUNDED = 25
"""Nobody rounds a figure with more zeros, and decimals of the usual 28 digits cannot divide it."""


def rounding_place(figure: Figure) -> Decimal | None:
    """The place value to which a figure's digits may be rounded; ``None`` for inexact figures."""
    if figure.value is None or figure.bound != "exact" or not figure.resolution:
        return None
    return coarse_place(figure.value, figure.resolution)


def coarse_place(value: Decimal, unit: Decimal) -> Decimal:
    """The place of the last digit that is not zero, keeping two digits of a round number."""
    size = abs(value)
    if size < _ROUND_FROM or size != size.to_integral_value():
        return unit
    leading = size.adjusted()
    if leading - unit.adjusted() > _LONGEST_ROUNDED:
        return unit
    place, limit = unit, Decimal(1).scaleb(leading - _KEPT_DIGITS + 1)
    while place < limit and size % (place * 10) == 0:
        place *= 10
    return place
