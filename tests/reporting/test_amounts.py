from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Figure
from numcheck.reporting.amounts import extent, number, reading


def made(text: str, kind: str = "count", **attributes: Any) -> Figure:
    for name in ("value", "low", "high"):
        if name in attributes:
            attributes[name] = Decimal(attributes[name])
    return Figure("a#1", "a", "text", 0, len(text), text, kind, **attributes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (made("six", value=6), "6"),
        (made("3,000", value=3000, low=2900, high=3100, bound="approximate"), "~3,000"),
        (made("10,000", value=10000, bound="nearly", high_open=True), "nearly 10,000"),
        (made("115,000", value=115000, low=115000, bound="at_least"), "≥ 115,000"),
        (made("40", value=40, low=40, low_open=True, bound="more_than"), "> 40"),
        (made("9", value=9, high=9, bound="at_most"), "≤ 9"),
        (made("9", value=9, high=9, bound="less_than"), "< 9"),
        (made("8 to 13", low=8, high=13, bound="range"), "8–13"),
        (made("dozens", low=24, high=99, bound="vague"), "“dozens” (24–99)"),
        (made("many", bound="vague"), "“many”"),
        (made("a number", low=2, bound="vague"), "“a number”"),
        (made("thousands", low=2000, bound="vague"), "“thousands” (≥ 2,000)"),
        (made("£40m", "money", value=40000000, unit="GBP"), "£40 million"),
        (made("CHF 5", "money", value=5, unit="CHF"), "CHF 5"),
        (made("-£2.5m", "money", value=-2500000, unit="GBP"), "−£2.5 million"),
        (made("$1.2-1.5m", "money", low="1.2e6", high="1.5e6", unit="USD"), "$1.2–1.5 million"),
        (made("2 to 3 per cent", "percent", low=2, high=3, unit="percent"), "2–3%"),
        (made("2 points", "percent", value=2, unit="percentage_point"), "2 points"),
        (made("one foot", "measure", value=1, unit="foot"), "1 foot"),
        (made("10 miles", "measure", value=10, unit="mile"), "10 miles"),
        (made("30 mph", "measure", value=30, unit="mile / hour"), "30 miles per hour"),
        (made("£9", "money", value=9, unit="GBP", per="month"), "£9 per month"),
        (made("doubled", "multiplier", value=2), "×2"),
        (made("3 May", "date", iso="--05-03"), "3 May"),
        (made("KN-23", "identifier"), "KN-23"),
        (made("who knows"), "who knows"),
    ],
)
def test_a_figure_reads_as_a_checker_would_write_it(figure: Figure, expected: str) -> None:
    assert reading(figure) == expected


def test_the_width_of_a_hedge_is_told_on_request() -> None:
    figure = made("3,000", value=3000, low="2904.31", high="3095.69", bound="approximate")
    assert reading(figure, width=True) == "~3,000 (2,900–3,100)"


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({}, ""),
        ({"low": 5}, "≥ 5"),
        ({"low": 5, "low_open": True}, "> 5"),
        ({"high": 5}, "≤ 5"),
        ({"high": 5, "high_open": True}, "< 5"),
        ({"low": 5, "high": 5}, "5"),
        ({"low": "NaN", "high": "Infinity"}, ""),
    ],
)
def test_an_interval_shows_its_open_ends(attributes: dict[str, Any], expected: str) -> None:
    assert extent(made("x", **attributes)) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", "0"),
        ("0.25", "0.25"),
        ("1234567.5", "1,234,567.5"),
        ("123456789", "123,456,789"),
        ("4500000000", "4.5 billion"),
        ("2e12", "2 trillion"),
        ("1e400", "1E+400"),
        ("-1e-30", "-1E-30"),
    ],
)
def test_a_number_is_grouped_or_given_a_magnitude(value: str, expected: str) -> None:
    assert number(Decimal(value)) == expected


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_number_has_a_short_form(value: Decimal) -> None:
    assert len(number(value)) <= 48


@given(st.integers(0, 10**9))
def test_no_digit_of_a_whole_number_is_lost(value: int) -> None:
    digits, _, word = number(Decimal(value)).replace(",", "").partition(" ")
    scale = {"": 1, "million": 10**6, "billion": 10**9}[word]
    assert Decimal(digits) * scale == value
