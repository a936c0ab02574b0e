"""Digits in every usual grouping, with fractions, powers and magnitudes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from numcheck.extraction.digits import read_digits


@pytest.mark.parametrize(
    ("token", "value", "resolution"),
    [
        ("7", "7", "1"),
        ("10,000", "10000", "1"),
        ("1,234,567", "1234567", "1"),
        ("1,234.5", "1234.5", "0.1"),
        ("1.234,5", "1234.5", "0.1"),
        ("1.250,50", "1250.50", "0.01"),
        ("1.234.567", "1234567", "1"),
        ("12,34,567", "1234567", "1"),
        ("1,23,45,678.25", "12345678.25", "0.01"),
        ("1'000'000", "1000000", "1"),
        ("1’000", "1000", "1"),
        ("816\u00a0000", "816000", "1"),
        ("816\u202f000", "816000", "1"),
        ("816\u2009000\u2009000", "816000000", "1"),
        ("3,5", "3.5", "0.1"),
        ("0,123", "0.123", "0.001"),
        ("1.250", "1.250", "0.001"),
        ("１２，５００", "12500", "1"),
        ("１．５", "1.5", "0.1"),
    ],
)
def test_digits_are_read_in_any_usual_grouping(token, value, resolution):
    assert (Decimal(value), Decimal(resolution)) == read_digits(token)


@pytest.mark.parametrize("token", ["1.2.3", "10.4.0.1", "1,23,4", "12,3456,7", "1.2,3.4"])
def test_what_stops_and_commas_part_at_random_is_no_number(token):
    assert None is read_digits(token)


def test_a_run_of_digits_that_nobody_wrote_as_a_number_is_none():
    assert None is read_digits("9" * 401)
    assert None is read_digits("9," * 300 + "9")


def test_many_decimals_keep_their_resolution():
    assert Decimal(1).scaleb(-30) == read_digits("0." + "1" * 30)[1]


@pytest.mark.parametrize(
    ("text", "value", "resolution"),
    [
        ("They sold 1.2 million books.", "1200000", "100000"),
        ("They sold 4.5bn books.", "4500000000", "100000000"),
        ("They sold 30m books.", "30000000", "1000000"),
        ("They sold 85K books.", "85000", "1000"),
        ("They sold 3M books.", "3000000", "1000000"),
        ("They sold 2.5 crore books.", "25000000", "1000000"),
        ("They sold 45 lakh books.", "4500000", "100000"),
        ("They sold 3 lakh crore books.", "3000000000000", "1000000000000"),
        ("They sold 5 hundred thousand books.", "500000", "100000"),
        ("They sold 2-million books.", "2000000", "1000000"),
        ("They sold 3\u00a0500 books.", "3500", "1"),
        ("They sold 816 000 books.", "816000", "1"),
        ("They sold 1 234 567 books.", "1234567", "1"),
        ("They sold 80, 000 books.", "80000", "1"),
        ("They sold 12\n000 books.", "12000", "1"),
        ("They sold ４５ books.", "45", "1"),
        ("They sold 7½ books.", "7.5", "0.1"),
        ("They sold 2 1/2 books.", "2.5", "0.5"),
        ("They sold .5 books.", "0.5", "0.1"),
        ("They sold 3×10^6 books.", "3000000", "1000000"),
        ("They sold 3 x 10-2 books.", "0.03", "0.01"),
    ],
)
def test_magnitudes_and_fractions_join_the_digits(only, text, value, resolution):
    figure = only(text)
    assert (Decimal(value), Decimal(resolution)) == (figure.value, figure.resolution)
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("The wall is 30m high.", "meter", 30),
        ("The 400m hurdles are next.", "meter", 400),
        ("He ran 100m in the rain.", "meter", 100),
    ],
)
def test_an_m_before_words_of_length_is_metres(only, text, unit, value):
    assert (unit, value) == (only(text).unit, only(text).value)


@pytest.mark.parametrize(
    "text",
    [
        "The hall seats 30m people.",
        "It has 30m users.",
        "It moved 30m men.",
    ],
)
def test_an_m_before_what_is_counted_is_millions(only, text):
    assert 30_000_000 == only(text).value


def test_an_m_behind_money_is_millions(only):
    assert 30_000_000 == only("They paid £30m.").value


@pytest.mark.parametrize("text", ["a 5k race", "a 10k run", "4k video"])
def test_a_k_before_a_race_or_a_screen_is_no_thousand(figures, text):
    assert all(figure.value is None or figure.value < 1000 for figure in figures(text))


def test_two_numbers_apart_are_not_joined(figures):
    assert [5, 216] == [each.value for each in figures("Rooms for 5 216 others left out.")]


def test_a_group_glued_to_letters_is_not_joined(figures):
    assert [2] == [each.value for each in figures("Only 2 100th birthdays came.")][:1]


def test_a_power_needs_its_exponent(figures):
    assert [3, 10] == [each.value for each in figures("A box of 3 x 10 bars.")]
