"""Hedge words, and the interval that they assert."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction.hedges import hedge_interval


@pytest.mark.parametrize(
    ("text", "bound", "hedge", "low", "high"),
    [
        ("About 3,000 men fled.", "approximate", "About", 2700, 3300),
        ("Around 40 men fled.", "approximate", "Around", 36, 44),
        ("Some 400 men fled.", "approximate", "Some", 360, 440),
        ("An estimated 400 men fled.", "approximate", "An estimated", 360, 440),
        ("Nearly 10,000 men fled.", "nearly", "Nearly", 9000, 10_000),
        ("Almost 500 men fled.", "nearly", "Almost", 450, 500),
        ("Just under 500 men fled.", "less_than", "Just under", 450, 500),
        ("More than 40 men fled.", "more_than", "More than", 40, None),
        ("Well over 40 men fled.", "more_than", "Well over", 40, None),
        ("At least 40 men fled.", "at_least", "At least", 40, None),
        ("No fewer than 40 men fled.", "at_least", "No fewer than", 40, None),
        ("Fewer than 40 men fled.", "less_than", "Fewer than", None, 40),
        ("Up to 40 men fled.", "at_most", "Up to", None, 40),
        ("As many as 40 men fled.", "at_most", "As many as", None, 40),
        ("No more than 40 men fled.", "at_most", "No more than", None, 40),
        ("Exactly 40 men fled.", "exact", "Exactly", 40, 40),
        ("Only 40 men fled.", "exact", "Only", 40, 40),
        ("It holds 40 or more.", "at_least", "or more", 40, None),
        ("It holds 40-plus men.", "at_least", "-plus", 40, None),
        ("It holds 40+ men.", "at_least", "+", 40, None),
        ("It holds 40 or fewer.", "at_most", "or fewer", None, 40),
        ("It holds 400 or so.", "approximate", "or so", 360, 440),
        ("It holds 400-odd men.", "approximate", "-odd", 360, 440),
        ("It holds 12 maximum.", "at_most", "maximum", None, 12),
        ("More than an estimated 400 men fled.", "more_than", "More than an estimated", 400, None),
        ("It uses sub-7 chips.", "less_than", "sub-", None, 7),
        ("“About” 400 men fled.", "approximate", "About", 360, 440),
    ],
)
def test_a_hedge_sets_bound_and_interval(only, text, bound, hedge, low, high):
    figure = only(text)
    assert (bound, hedge, low, high) == (figure.bound, figure.hedge, figure.low, figure.high)


@pytest.mark.parametrize(
    ("text", "low_open", "high_open"),
    [
        ("More than 40 men fled.", True, False),
        ("At least 40 men fled.", False, False),
        ("Fewer than 40 men fled.", False, True),
        ("At most 40 men fled.", False, False),
        ("Nearly 40 men fled.", False, True),
    ],
)
def test_strict_bounds_leave_their_number_out(only, text, low_open, high_open):
    assert (low_open, high_open) == (only(text).low_open, only(text).high_open)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("More than 40 to 50 men fled.", 40, None),
        ("Up to 40 to 50 men fled.", None, 50),
        ("More than dozens of men fled.", 24, None),
        ("About 40 to 50 men fled.", 40, 50),
    ],
)
def test_a_hedge_opens_an_end_of_what_is_vague_already(only, text, low, high):
    assert (low, high) == (only(text).low, only(text).high)


@pytest.mark.parametrize(
    "text", ["The 12 about to leave sang.", "The 12 maximum scores fell.", "It adds 5 + 6 men."]
)
def test_words_behind_that_go_on_are_no_hedge(figures, text):
    assert all(None is each.hedge for each in figures(text))


def test_the_hedge_stays_outside_the_slice(only):
    text = "They lost roughly 40 men."
    figure = only(text)
    assert ("40", "roughly") == (text[figure.start : figure.end], figure.hedge)


def test_a_hedge_belongs_to_the_nearest_figure_only(figures):
    first, second = figures("About 40 men and 30 women fled.")
    assert ("approximate", "exact") == (first.bound, second.bound)


def test_a_lower_bound_covers_the_figure_whose_noun_is_left_out(figures):
    bounds = [each.bound for each in figures("At least 40 soldiers were killed and 30 wounded.")]
    assert ["at_least", "at_least"] == bounds


@given(
    value=st.integers(0, 10**15),
    width=st.sampled_from(["about", "nearly", "over", "at most", "-", "unheard of"]),
)
def test_a_hedge_is_never_wider_than_a_half_nor_negative(value, width):
    half = hedge_interval(Decimal(value), Decimal(1), width)
    assert 0 <= half <= max(Decimal(value) / 2, 1)


@given(value=st.integers(1, 10**12), scale=st.integers(1, 6))
def test_the_sign_does_not_change_the_width(value, scale):
    resolution = Decimal(1).scaleb(-scale)
    number = Decimal(value) * resolution
    assert hedge_interval(number, resolution, "about") == hedge_interval(
        -number, resolution, "about"
    )


def test_about_nothing_is_good_to_its_last_digit():
    assert Decimal("0.1") == hedge_interval(Decimal(0), Decimal("0.1"), "about")


def test_rounder_numbers_are_wider():
    wide, narrow = (hedge_interval(Decimal(n), Decimal(1), "about") / n for n in (3000, 3141))
    assert wide > narrow


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Unemployment edged up to 4.3 per cent.", "exact"),
        ("It may rise by up to 4.3 per cent.", "at_most"),
        ("The plant will close over 18 months.", "exact"),
        ("He waited for over 18 months.", "more_than"),
    ],
)
def test_up_to_and_over_bound_only_where_they_measure(figures, text, bound):
    assert bound == figures(text)[0].bound
