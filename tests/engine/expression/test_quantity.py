"""Figures as numbers with a dimension."""

from __future__ import annotations

from decimal import Decimal

import pytest

from numcheck.engine.expression.quantity import (
    Quantity,
    brought_together,
    quantity_of,
    unit_quantity,
)
from numcheck.model.interval import Interval

LENGTH = (("length", 1),)
TIME = (("time", 1),)
YEAR = (("year", 1),)


def point(value, dimension=()):
    return Quantity(Interval.point(str(value)), dimension)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("30", "percent", "0.3"),
        ("30", "percentage_point", "0.3"),
        ("30", "basis_point", "0.003"),
    ],
)
def test_shares_are_parts_of_one(value, unit, expected):
    assert point(expected) == unit_quantity(Decimal(value), unit)


def test_a_temperature_has_its_zero_elsewhere():
    assert point("293.15", (("temperature", 1),)) == unit_quantity(Decimal(20), "degree_Celsius")


def test_a_unit_that_nobody_knows_is_no_quantity():
    assert None is unit_quantity(Decimal(3), "furlongs per moon")


@pytest.mark.parametrize("kind", ["count", "ordinal", "rank", "score"])
def test_a_plain_number_needs_no_unit(figure, kind):
    assert point(7) == quantity_of(figure("7", kind, unit="anything"), "asserted")


@pytest.mark.parametrize(
    ("kind", "known"), [("percent", True), ("measure", True), ("money", False), ("age", False)]
)
def test_what_a_number_without_unit_measures_is_known_of_few_kinds(figure, kind, known):
    found = quantity_of(figure("7", kind, unit=None), "asserted")
    assert (point(7) if known else None) == found


def test_a_figure_with_one_end_is_a_quantity_and_one_without_any_is_none(figure):
    bound = {"value": None, "bound": "at_least"}
    least = figure("x", low=Decimal(3), high=None, **bound)
    most = figure("x", low=None, high=Decimal(3), **bound)
    assert Quantity(Interval(Decimal(3), None)) == quantity_of(least, "asserted")
    assert Quantity(Interval(None, Decimal(3))) == quantity_of(most, "asserted")
    assert None is quantity_of(figure("x", low=None, high=None, value=None), "asserted")


@pytest.mark.parametrize("reading", ["asserted", "strict", "lenient"])
def test_a_multiplier_is_read_as_it_stands(figure, reading):
    assert point(2) == quantity_of(figure("2", "multiplier", unit="times"), reading)


def test_a_reading_and_a_grain_widen_a_measure(figure):
    way = figure("3400", "measure", unit="meter")
    assert Interval(Decimal("3399.5"), Decimal("3400.5")) == quantity_of(way, "strict").interval
    assert Decimal(3350) == quantity_of(way, "lenient").interval.low
    assert Decimal(3395) == quantity_of(way, "lenient", Decimal(10)).interval.low


def test_money_has_its_currency_as_dimension(figure):
    assert point(3, (("GBP", 1),)) == quantity_of(figure("£3", "money", unit="GBP"), "asserted")


def test_money_by_the_hour_is_money_over_time(figure):
    found = quantity_of(figure("£7200", "money", unit="GBP / hour"), "asserted")
    assert (("GBP", 1), ("time", -1)) == found.dimension
    assert found.interval.contains(2)
    assert Decimal("2.000") == found.interval.middle.quantize(Decimal("0.001"))


def test_money_by_what_nobody_can_measure_is_by_that_thing(figure):
    found = quantity_of(figure("£3", "money", unit="GBP / barrel of oil / day"), "asserted")
    assert (("GBP", 1), ("barrel of oil", -1), ("time", -1)) == found.dimension


def test_products_quotients_and_signs():
    way, time = point(6, LENGTH), point(2, TIME)
    assert point(12, (("length", 1), ("time", 1))) == way * time
    assert point(3, (("length", 1), ("time", -1))) == way / time
    assert point(-6, LENGTH) == -way


def test_only_years_and_days_are_brought_together():
    way, day, year = point(1, LENGTH), point(86400, TIME), point(2, YEAR)
    days = Quantity(Interval(Decimal(730 * 86400), Decimal(732 * 86400)), TIME)
    assert (way, way) == brought_together(way, way)
    assert (days, day) == brought_together(year, day)
    assert (day, days) == brought_together(day, year)
    for one, other in ((way, year), (year, way), (way, day), (day, way)):
        assert None is brought_together(one, other)
