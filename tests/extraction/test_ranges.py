"""Ranges, and pairs that a change joins."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "slice_", "low", "high", "unit"),
    [
        ("It took 8 to 13 men.", "8 to 13", 8, 13, None),
        ("Between 3,000 and 5,000 men fled.", "3,000 and 5,000", 3000, 5000, None),
        ("Use 5-10kg of sand.", "5-10kg", 5, 10, "kilogram"),
        ("Use 5kg-10kg of sand.", "5kg-10kg", 5, 10, "kilogram"),
        ("It cost $1.2-1.5 million.", "$1.2-1.5 million", 1_200_000, 1_500_000, "USD"),
        ("It cost £5bn-£6bn.", "£5bn-£6bn", 5 * 10**9, 6 * 10**9, "GBP"),
        ("It cost 5 to 6 billion pounds.", "5 to 6 billion pounds", 5 * 10**9, 6 * 10**9, "GBP"),
        ("Turnout was 70-80%.", "70-80%", 70, 80, "percent"),
        ("Turnout was 70% to 80%.", "70% to 80%", 70, 80, "percent"),
        ("Around 3–4 per cent left.", "3–4 per cent", 3, 4, "percent"),
        ("It lasts nine to ten months.", "nine to ten months", 9, 10, "month"),
        ("He got 10-to-15 years.", "10-to-15 years", 10, 15, "year"),
        ("Six or seven men fled.", "Six or seven", 6, 7, None),
        ("Four or five hundred men fled.", "Four or five hundred", 400, 500, None),
        ("Two or three million men fled.", "Two or three million", 2_000_000, 3_000_000, None),
        ("Some 1.5-2 million men fled.", "1.5-2 million", 1_500_000, 2_000_000, None),
        ("It does 0-60 mph.", "0-60 mph", 0, 60, "mile / hour"),
        ("From 5,000 to 9,000,000 men fled.", "5,000 to 9,000,000", 5_000, 9_000_000, None),
        ("Some 5,000-6,000 men fled.", "5,000-6,000", 5_000, 6_000, None),
    ],
)
def test_two_ends_make_one_range(only, text, slice_, low, high, unit):
    figure = only(text)
    assert (slice_, low, high, unit) == (figure.text, figure.low, figure.high, figure.unit)
    assert ("range", None) == (figure.bound, figure.value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Sales rose from 40 to 60.", [40, 60]),
        ("Sales fell from £60m to £40m.", [60_000_000, 40_000_000]),
        ("Sales rose by £5m to £20m.", [5_000_000, 20_000_000]),
        ("The rate was cut from 5% to 4.5%.", [5, "4.5"]),
        ("They went from 60 to 40.", [60, 40]),
        ("It holds 5 to 50,000 men.", [5, 50_000]),
        ("Eight and nine men fled.", [8, 9]),
        ("Three or nine men fled.", [3, 9]),
        ("It is 5- and more.", [5]),
    ],
)
def test_two_sides_of_a_change_stay_two_figures(figures, text, values):
    assert [str(each) for each in values] == [str(each.value) for each in figures(text)]


def test_the_second_of_a_pair_may_be_a_range_and_lends_its_scale(figures):
    found = figures("They want to raise it from 24.2 to 33-35 billion euros.")
    assert [("EUR", 24_200_000_000), ("EUR", None)] == [(each.unit, each.value) for each in found]
    assert (33_000_000_000, 35_000_000_000) == (found[1].low, found[1].high)


def test_two_ranges_of_a_forecast_stay_two_ranges(figures):
    found = figures("It cut its forecast from 5 to 7 per cent to 3 to 5 per cent.")
    assert [(5, 7), (3, 5)] == [(each.low, each.high) for each in found]


def test_three_numbers_in_a_row_are_a_pair_and_another(figures):
    found = figures("Stocks rose from 5 to 9 to 12.")
    assert 12 in [each.value for each in found]


def test_ends_share_price_and_denominator(only):
    figure = only("It sells at $5 to $6 a barrel.")
    assert (5, 6, "USD / barrel", "barrel") == (figure.low, figure.high, figure.unit, figure.per)


def test_what_doubled_to_an_amount_is_one_amount_and_a_multiplier(figures):
    found = figures("Takings doubled to £6.2m.")
    assert [("multiplier", 2), ("money", 6_200_000)] == [(each.kind, each.value) for each in found]
