"""Cardinals in words: ``two hundred and forty-five thousand``.

The grammar, in which every step is a loop over at most a few words::

    cardinal  = part { ["," | "and" | ", and"] part }       each scale smaller than the one before
    part      = hundreds [scale [scale]]                     "lakh crore", "thousand million"
    hundreds  = tens ["hundred" [["and"] tens]]
    tens      = unit | teen | ten [["-"] unit]
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.extraction.number import HUNDRED, ONE, SCALE, TEN, UNIT, Number, cardinals

__all__ = ["read_cardinal", "read_scales"]

_HYPHENS: Final = frozenset(("-", "‑", "–"))
_MOST_SCALES = 3
_HUNDRED: Final = Decimal(100)


def read_cardinal(lower: list[str], i: int) -> Number | None:
    """The cardinal whose first word is ``lower[i]``; its parts are read as far as they fit.

    Args:
        lower: Words in lower case.
        i: Index of the first word; a scale word cannot begin a number.
    """
    total, resolution, scale = Decimal(0), ONE, ONE
    smallest: Decimal | None = None
    position = i
    part = _part(lower, i)
    while part is not None:
        value, fine, multiplier, after = part
        if smallest is not None and (value if multiplier is None else multiplier) >= smallest:
            break
        position = after
        if multiplier is None:
            total, resolution = total + value, fine
            scale = fine if smallest is None else scale
            break
        total += value * multiplier
        if smallest is None:
            scale = multiplier
        smallest = resolution = multiplier
        part = _next_part(lower, position)
    if position == i:
        return None
    number = Number(total, resolution, position, True)
    number.scale = scale
    return number


_Part = tuple[Decimal, Decimal, Decimal | None, int]
"""Value below a thousand, its resolution, the scale behind it, and the index past both."""


def _part(lower: list[str], i: int) -> _Part | None:
    below = _hundreds(lower, i)
    if below is None:
        return None
    value, fine, after = below
    multiplier, position = read_scales(lower, after)
    return value, fine, multiplier, position


def _next_part(lower: list[str], position: int) -> _Part | None:
    """The part that goes on after a scale, over ``and`` or a comma."""
    at = position
    if at + 1 < len(lower) and lower[at] in ("and", ","):
        at += 2 if lower[at + 1] == "and" and lower[at] == "," else 1
    if at >= len(lower):
        return None
    found = cardinals().get(lower[at])
    if found is None or found[0] > TEN or found[1] == 0:
        return None
    part = _part(lower, at)
    if part is None or part[2] is not None or at == position:
        return part
    # A list, not a number: "two million, five ..."; "a thousand and two hundred ...".
    small = part[0] < _HUNDRED
    return part if small is (lower[at - 1] == "and") else None


def read_scales(lower: list[str], position: int) -> tuple[Decimal | None, int]:
    """The product of the scale words at ``position`` (``lakh crore``) and the index past them.

    A hyphen may stand before a scale word (``half-million``).
    """
    words = cardinals()
    product: Decimal | None = None
    for _ in range(_MOST_SCALES):
        if position >= len(lower):
            break
        at = position + 1 if lower[position] == "-" and position + 1 < len(lower) else position
        found = words.get(lower[at])
        if found is None or found[0] != SCALE:
            break
        product = found[1] if product is None else product * found[1]
        position = at + 1
    return product, position


def _hundreds(lower: list[str], i: int) -> tuple[Decimal, Decimal, int] | None:
    """Value, resolution and next index of number words below a thousand, or ``None``."""
    part = _tens(lower, i)
    if part is None:
        return None
    value, after = part
    at = after + 1 if after + 1 < len(lower) and lower[after] == "-" else after
    if at >= len(lower) or lower[at] != "hundred" or value <= 0:
        return value, ONE, after
    hundreds, after = value * _HUNDRED, at + 1
    following = after + 1 if after < len(lower) and lower[after] == "and" else after
    rest = _tens(lower, following) if following < len(lower) else None
    if rest is None or rest[0] <= 0:
        return hundreds, _HUNDRED, after
    beyond = cardinals().get(lower[rest[1]]) if rest[1] < len(lower) else None
    if following > after and beyond is not None and beyond[0] == HUNDRED:
        return hundreds, _HUNDRED, after  # "one hundred and two hundred"
    return hundreds + rest[0], ONE, rest[1]


def _tens(lower: list[str], i: int) -> tuple[Decimal, int] | None:
    words = cardinals()
    found = words.get(lower[i])
    if found is None or found[0] >= HUNDRED:
        return None
    grade, value = found
    after = i + 1
    if grade == TEN and after < len(lower):
        at = after + 1 if lower[after] in _HYPHENS and after + 1 < len(lower) else after
        unit = words.get(lower[at])
        if unit is not None and unit[0] == UNIT and unit[1] > 0:
            return value + unit[1], at + 1
    return value, after
