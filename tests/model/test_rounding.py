"""To which place a writer may have rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Figure
from numcheck.model.rounding import rounding_place


def place(value: str, resolution: str | None = "1", bound: str = "exact") -> Decimal | None:
    unit = None if resolution is None else Decimal(resolution)
    figure = Figure(
        id="a#1", document="a", field="text", start=0, end=1, text=value, kind="count",
        value=Decimal(value), resolution=unit, bound=bound,
    )  # fmt: skip
    return rounding_place(figure)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("40", "1"),
        ("90", "1"),
        ("100", "10"),
        ("-100", "10"),
        ("120", "10"),
        ("125", "1"),
        ("3400", "100"),
        ("10000", "1000"),
        ("10050", "10"),
        ("1200000", "100000"),
    ],
)
def test_trailing_zeros_are_roundings_from_a_hundred_on_and_two_digits_stay(
    value: str, expected: str
) -> None:
    assert Decimal(expected) == place(value)


def test_no_zero_is_rounded_behind_a_decimal_point() -> None:
    assert Decimal("0.1") == place("250.5", "0.1")


def test_a_magnitude_word_is_the_finest_place() -> None:
    assert Decimal(1_000_000) == place("101000000", "1000000")
    assert Decimal(10_000_000) == place("110000000", "1000000")


@pytest.mark.parametrize("bound", ["approximate", "more_than", "range"])
def test_a_figure_that_is_not_exact_has_no_place(bound: str) -> None:
    assert None is place("3400", bound=bound)


@pytest.mark.parametrize("resolution", [None, "0"])
def test_a_figure_of_unknown_resolution_has_no_place(resolution: str | None) -> None:
    assert None is place("3400", resolution)


@pytest.mark.parametrize(("zeros", "expected"), [(25, Decimal(10) ** 24), (26, Decimal(1))])
def test_nobody_rounds_a_figure_of_more_than_25_places(zeros: int, expected: Decimal) -> None:
    assert expected == place("1" + "0" * zeros)


@given(st.integers(100, 10**9), st.integers(0, 6))
def test_the_place_divides_the_figure_and_leaves_two_digits(digits: int, zeros: int) -> None:
    value = digits * 10**zeros
    found = place(str(value))
    assert found is not None
    assert 0 == value % found
    assert value // found >= 10
