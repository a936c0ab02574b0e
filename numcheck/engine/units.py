"""Any unit in base units: those of the table, products and quotients, and what pint knows."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from numcheck.model.scale import (
    DIMENSIONLESS,
    Dimension,
    Scale,
    combine,
    dimension_named,
    dimension_names,
    listed,
    parse_dimension,
    scales,
)

__all__ = [
    "DIMENSIONLESS",
    "Dimension",
    "Scale",
    "combine",
    "dimension_named",
    "dimension_names",
    "listed",
    "parse_dimension",
    "scale",
]


@cache
def scale(unit: str) -> Scale | None:
    """How ``unit`` maps on base units, or ``None`` if nobody knows.

    Args:
        unit: Pint's name, products and quotients parted by `` * `` and `` / ``.
    """
    known = scales().get(unit)
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
    return scales().get(name) or _from_pint(name)


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
