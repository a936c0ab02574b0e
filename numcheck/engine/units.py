"""Units in base units, so that quantities in different units can be put side by side."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from numcheck import vocabulary

__all__ = ["DIMENSIONLESS", "Dimension", "Scale", "combine", "dimension_named", "scale"]

Dimension = tuple[tuple[str, int], ...]
"""Base dimensions with exponents, in alphabetical order: ``(("length", 1), ("time", -1))``."""

DIMENSIONLESS: Dimension = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """How a unit maps on base units: ``base = value * factor + offset``.

    Attributes:
        dimension: What the unit measures.
        factor: Base units in one unit.
        offset: Where the unit's zero lies, in base units (temperatures).
    """

    dimension: Dimension
    factor: Decimal
    offset: Decimal = Decimal(0)


def combine(a: Dimension, b: Dimension, sign: int = 1) -> Dimension:
    """The dimension of a product (``sign`` 1) or a quotient (``sign`` -1)."""
    exponents = dict(a)
    for base, exponent in b:
        exponents[base] = exponents.get(base, 0) + sign * exponent
    return tuple(sorted((base, power) for base, power in exponents.items() if power))


def parse_dimension(text: str) -> Dimension:
    """A dimension from its notation: ``"length time^-1"``."""
    parts = (part.partition("^") for part in text.split() if part != "1")
    return tuple(sorted((base, int(power or "1")) for base, _, power in parts))


@cache
def _scales() -> dict[str, Scale]:
    return {
        name: Scale(parse_dimension(dimension), Decimal(factor), Decimal(offset or "0"))
        for name, dimension, factor, offset in vocabulary.table("conversions", 4)
    }


@cache
def _dimensions() -> dict[str, Dimension]:
    return {name: parse_dimension(text) for name, text in vocabulary.table("dimensions", 2)}


def dimension_named(name: str) -> Dimension | None:
    """The dimension called ``speed``, ``area`` ...; ``None`` for an unknown name."""
    return _dimensions().get(name)


def dimension_names() -> tuple[str, ...]:
    """All names that a slot may ask for."""
    return tuple(_dimensions())


def listed(unit: str) -> bool:
    """Whether the table of units has this very name."""
    return unit in _scales()


@cache
def scale(unit: str) -> Scale | None:
    """How ``unit`` maps on base units, or ``None`` if nobody knows.

    Args:
        unit: Pint's name, products and quotients parted by `` * `` and `` / ``.
    """
    known = _scales().get(unit)
    if known is not None:
        return known
    numerator, *divisors = unit.split(" / ")
    result: Scale | None = Scale(DIMENSIONLESS, Decimal(1))
    for sign, names in ((1, [numerator]), (-1, divisors)):
        for product in names:
            for name in product.split(" * "):
                result = _times(result, _single(name), sign)
    return result


def _times(total: Scale | None, one: Scale | None, sign: int) -> Scale | None:
    if total is None or one is None:
        return None
    factor = total.factor * one.factor if sign > 0 else total.factor / one.factor
    return Scale(combine(total.dimension, one.dimension, sign), factor)


def _single(name: str) -> Scale | None:
    if name == "1":
        return Scale(DIMENSIONLESS, Decimal(1))
    return _scales().get(name) or _from_pint(name)


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry()


_PINT_BASES = {
    "[length]": "length", "[mass]": "mass", "[time]": "time", "[temperature]": "temperature",
    "[current]": "current", "[luminosity]": "luminosity", "[substance]": "substance",
}  # fmt: skip


def _from_pint(name: str) -> Scale | None:
    """Units that the table lacks; costs pint's start-up once."""
    try:
        base = _registry().Quantity(1, name).to_base_units()
        exponents = base.dimensionality.items()
        dimension = tuple(sorted((_PINT_BASES[key], int(power)) for key, power in exponents))
        return Scale(dimension, Decimal(repr(float(base.magnitude))))
    except Exception:
        return None
