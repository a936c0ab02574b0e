"""Ends of intervals: a number, and whether it is excluded."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Context, Decimal

__all__ = ["INFINITY", "End", "inner", "not_below", "outer", "product", "rounded"]

End = tuple[Decimal, bool]
INFINITY = Decimal("Infinity")
_ZERO = Decimal(0)
_HALF = Decimal("0.5")


def product(a: End, b: End, context: Context) -> End:
    """The product of two ends; what is infinite or excluded stays so, but for a zero."""
    if a[0] == 0 or b[0] == 0:
        attained = (a[0] == 0 and not a[1]) or (b[0] == 0 and not b[1])
        return _ZERO, not attained
    return context.multiply(a[0], b[0]), a[1] or b[1]


def not_below(
    inner: Decimal | None, inner_open: bool, outer: Decimal | None, outer_open: bool, *, lower: bool
) -> bool:
    """Whether an end lies within another; ``None`` is unbounded, ``lower`` for lower ends."""
    if outer is None:
        return True
    if inner is None:
        return False
    if inner == outer:
        return inner_open or not outer_open
    return inner > outer if lower else inner < outer


def outer(
    a: Decimal | None, a_open: bool, b: Decimal | None, b_open: bool, *, lower: bool
) -> tuple[Decimal | None, bool]:
    """The end that lies further out."""
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a < b) is lower else (b, b_open)


def inner(
    a: Decimal | None, a_open: bool, b: Decimal | None, b_open: bool
) -> tuple[Decimal | None, bool]:
    """The lower end that lies further in."""
    if a is None:
        return b, b_open
    if b is None:
        return a, a_open
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if a > b else (b, b_open)


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """A number to the nearest multiple of ``step``, halves away from zero."""
    shifted = abs(value) / step + _HALF
    whole = shifted.to_integral_value(rounding=ROUND_FLOOR) * step
    return whole.copy_sign(value) if whole else _ZERO
