"""Units in base units, so that quantities in different units can be put side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from numcheck import vocabulary

__all__ = [
    "DIMENSIONLESS",
    "Dimension",
    "Scale",
    "combine",
    "dimension_named",
    "dimension_names",
    "dimension_names_by_base",
    "listed",
    "parse_dimension",
    "scales",
]

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
def scales() -> Mapping[str, Scale]:
    """How each unit of the table maps on base units, by its name."""
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
    return unit in scales()


@cache
def dimension_names_by_base() -> Mapping[Dimension, str]:
    """The name of each dimension that has one: that listed first where there are several."""
    return {dimension: name for name, dimension in reversed(_dimensions().items())}
