from decimal import Decimal

import pint
import pytest

from numcheck import vocabulary
from numcheck.engine.units import combine, dimension_named, parse_dimension, scale

REGISTRY = pint.UnitRegistry()
CALENDAR = {"year", "month", "decade", "century", "millennium", "quarter"}
TRADE = {"barrel"}


def as_pint_knows_it(name):
    for word, power in (("square_", "** 2"), ("cubic_", "** 3")):
        if name.startswith(word):
            return f"{name.removeprefix(word)} {power}"
    return name


# What the news means by a barrel or a month is the project's own; offsets have a test below.
COMMON = [
    row
    for row in vocabulary.table("conversions", 4)
    if row[0] not in CALENDAR | TRADE and not row[3]
]


@pytest.mark.parametrize("row", COMMON, ids=lambda row: row[0])
def test_the_table_of_units_agrees_with_pint(row):
    name, _, factor, _ = row
    base = REGISTRY.Quantity(1, REGISTRY.parse_expression(as_pint_knows_it(name)).units)
    assert float(factor) == pytest.approx(base.to_base_units().magnitude, rel=1e-5)


def test_compound_units_are_taken_apart():
    speed = scale("kilometer / hour")
    assert dimension_named("speed") == speed.dimension
    assert Decimal(1000) / 3600 == speed.factor
    assert (("length", 1), ("mass", 1)) == scale("meter * kilogram").dimension


def test_temperatures_have_a_zero_of_their_own():
    assert Decimal("273.15") == scale("degree_Celsius").offset


def test_what_the_table_lacks_is_asked_of_pint():
    assert Decimal("0.1") == scale("decimeter").factor
    assert pytest.approx(1e-10) == float(scale("angstrom").factor)
    assert scale("wibble") is None
    assert scale("wibble / hour") is None
    assert () == scale("1").dimension


def test_dimensions_combine():
    length, time = parse_dimension("length"), parse_dimension("time")
    assert parse_dimension("length time^-1") == combine(length, time, -1)
    assert () == combine(length, length, -1)
    assert dimension_named("wisdom") is None
