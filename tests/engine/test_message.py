from decimal import Decimal

import pytest

from numcheck.engine.expression import Quantity
from numcheck.engine.message import (
    fill,
    in_notation,
    joined,
    number_text,
    phrase,
    written_like,
)
from numcheck.model.interval import Interval


def quantity(value):
    return Quantity(Interval.point(value))


def test_a_figure_is_told_with_its_hedge(figure):
    assert "nearly 10,000" == phrase(figure("10,000", value=10000, hedge="Nearly", bound="nearly"))
    assert "10 or so" == phrase(figure("10", hedge="or so", bound="approximate"))
    assert "dozens of" == phrase(figure("dozens of", value=None, hedge="dozens", bound="vague"))
    assert "14" == phrase(figure("14", hedge="Only"))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("3000", "3,000"), ("0.333333", "0.333"), ("12.3456", "12.3"), ("0.00012345", "0.000123"),
     ("1234.56", "1,235"), ("2.50", "2.5")],
)  # fmt: skip
def test_numbers_have_three_digits_that_count(value, expected):
    assert expected == number_text(Decimal(value))


def test_a_value_takes_the_notation_of_a_figure(figure):
    money = figure("£40m", "money", value=40000000, unit="GBP", resolution=Decimal(1000000))
    assert "£42m" == written_like(Decimal(42000000), money)
    share = figure("30%", "percent", unit="percent")
    assert "50%" == written_like(Decimal("0.5"), share)
    assert "22 miles" == written_like(
        Decimal("35405.568"), figure("14 miles", "measure", unit="mile")
    )
    assert "12,500" == written_like(Decimal(12500), figure("1,200", value=1200))


def test_a_value_beside_a_figure_in_words_is_a_plain_number(figure):
    assert "9" == written_like(Decimal(9), figure("seven", value=7))
    assert "9" == written_like(Decimal(9), figure("3 dozen", value=36))
    assert "9" == written_like(Decimal(9), figure("0", value=0))


def test_a_small_outcome_keeps_its_digits(figure):
    assert "0.3%" == written_like(Decimal("0.003"), figure("30%", "percent", unit="percent"))


def test_a_template_is_filled(figure):
    slots = {"a": figure("14"), "parts": (figure("3"), figure("4"), figure("5"))}
    computed = {"expected": quantity("0.25"), "x": "text", "y": Quantity(Interval())}
    computed |= {"z": Quantity(Interval(Decimal(3)))}
    assert "14: 3, 4 and 5" == fill("{a}: {parts}", slots, {})
    assert "25% or 25 percentage points" == fill(
        "{expected:percent} or {expected:points}", slots, computed
    )
    assert "Text any number 3 0" == fill("{x} {y} {z} {expected:count}", slots, computed)
    assert "2 2 " == fill("{k} {k:like-a} {gone}", {**slots, "k": quantity("2")}, {})
    assert "0.3" == fill("{expected}", slots, {"expected": quantity("0.3")}, slots["a"])


def test_lists_are_joined_by_their_last_word():
    assert "a, b or c" == joined(["a", "b", "c"], "or")
    assert "a" == joined(["a"])
    assert "" == joined([])


@pytest.mark.parametrize(
    ("text", "value", "last", "own", "expected"),
    [
        ("1.250%", "1250", "1", "50", "50%"),
        ("1.250%", "1250", "1", "2500", "2.500%"),
        ("3,5%", "3.5", "0.1", "4", "4%"),
        ("3,5%", "3.5", "0.1", "4.2", "4,2%"),
        ("3,5 million", "3500000", "100000", "4200000", "4,2 million"),
        ("1.250,50", "1250.5", "0.01", "1300", "1.300"),
        ("1,250%", "1250", "1", "2500", "2,500%"),
        ("1.250%", "1.25", "0.001", "2.5", "2.5%"),
        ("3.5 million", "3500000", "100000", "4200000", "4.2 million"),
        ("1,250 million", "1250000000", "1000000", "1300000000", "1,300 million"),
    ],
)
def test_a_value_takes_the_decimal_mark_of_the_figure_beside_it(
    figure, text, value, last, own, expected
):
    beside = figure(text, "percent", value=value, resolution=Decimal(last))
    assert expected == in_notation(Decimal(own), beside)
