"""Slips of the pen: a figure that comes back with digits swapped or lost, or in another unit.

Where a text points back at a figure ("the 2,473 coins"), such a likeness is no accident, and what
else the two sentences say need not agree.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from numcheck.alignment.profile import Profile

__all__ = ["Slip", "slip"]

Slip = Literal["magnitude", "unit", "transposed", "dropped", ""]

# Fewer digits agree by chance: 40 and 400, 12 and 21.
_MAGNITUDE_DIGITS, _TRANSPOSED_DIGITS, _DROPPED_DIGITS = 2, 3, 4
_FACTORS = frozenset(Decimal(10) ** power for power in (1, 2, 3, 6))
# A million that became a billion needs no more digits.
_MILLION, _THOUSAND = Decimal(10) ** 6, Decimal(1000)
_KINDS = frozenset({"count", "money", "measure"})


def slip(one: Profile, other: Profile) -> Slip:
    """How one figure may have come from the other by mistake.

    Args:
        one: A figure.
        other: A figure of the same kind.

    Returns:
        ``magnitude`` (150 million, 150 billion), ``unit`` (62 metres, 62 feet), ``transposed``
        (2,743 and 2,473), ``dropped`` (148,250 and 14,250); empty for none.
    """
    a, b = one.figure.value, other.figure.value
    if a is None or b is None or a <= 0 or b <= 0:
        return ""
    if one.dimension != other.dimension or one.dimension[0] not in _KINDS:
        return ""
    mine, theirs = _digits(a), _digits(b)
    if one.figure.unit != other.figure.unit and one.dimension[0] == "measure":
        return "unit" if a == b and len(mine) >= _MAGNITUDE_DIGITS else ""
    if a == b:
        return ""
    if mine == theirs:
        ratio = max(a, b) / min(a, b)
        scaled = min(a, b) >= _MILLION and ratio == _THOUSAND
        likely = len(mine) >= _MAGNITUDE_DIGITS or scaled
        return "magnitude" if likely and ratio in _FACTORS else ""
    if len(mine) >= _TRANSPOSED_DIGITS and sorted(mine) == sorted(theirs) and _alike(a, b):
        return "transposed"
    short, long = sorted((mine, theirs), key=len)
    if len(long) >= _DROPPED_DIGITS and len(short) == len(long) - 1 and _without_one(long, short):
        return "dropped"
    return ""


def _digits(value: Decimal) -> str:
    """The digits that carry the value, without the zeros behind them."""
    return "".join(str(digit) for digit in value.normalize().as_tuple().digits)


def _alike(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers are equally long."""
    return a.adjusted() == b.adjusted()


def _without_one(long: str, short: str) -> bool:
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
