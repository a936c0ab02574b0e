"""Units in base units."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model.scale import (
    DIMENSIONLESS,
    Dimension,
    combine,
    dimension_named,
    dimension_names,
    dimension_names_by_base,
    listed,
    parse_dimension,
    scales,
)

bases = st.sampled_from(("length", "mass", "time"))
dimensions = st.dictionaries(bases, st.integers(-3, 3).filter(bool)).map(
    lambda powers: tuple(sorted(powers.items()))
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", ()),
        ("length", (("length", 1),)),
        ("time^-1 length", (("length", 1), ("time", -1))),
        ("length^3", (("length", 3),)),
    ],
)
def test_a_dimension_is_read_from_its_notation(text: str, expected: Dimension) -> None:
    assert expected == parse_dimension(text)


@given(dimensions, dimensions)
def test_dividing_undoes_multiplying(a: Dimension, b: Dimension) -> None:
    assert a == combine(combine(a, b), b, -1)
    assert combine(a, b) == combine(b, a)
    assert DIMENSIONLESS == combine(a, a, -1)
    assert combine(a, a) == tuple((base, 2 * power) for base, power in a)


def test_speed_is_length_over_time() -> None:
    speed = combine(parse_dimension("length"), parse_dimension("time"), -1)
    assert dimension_named("speed") == speed
    assert "speed" == dimension_names_by_base()[speed]


def test_a_dimension_that_nobody_named_is_none() -> None:
    assert None is dimension_named("boredom")


def test_every_name_of_a_dimension_is_known() -> None:
    names = dimension_names()
    assert {"area", "length", "speed", "volume"} <= set(names)
    assert all(dimension_named(name) is not None for name in names)


def test_units_are_listed_by_their_very_name() -> None:
    assert listed("mile")
    assert not listed("miles")


def test_a_mile_and_a_degree_in_base_units() -> None:
    mile, celsius = scales()["mile"], scales()["degree_Celsius"]
    assert (parse_dimension("length"), Decimal("1609.344"), 0) == (
        mile.dimension, mile.factor, mile.offset,
    )  # fmt: skip
    assert (1, Decimal("273.15")) == (celsius.factor, celsius.offset)
