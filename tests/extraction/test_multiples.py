"""Multiples and orders of magnitude."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It is 10 times as likely.", 10),
        ("It is ten times as likely.", 10),
        ("They pay 4 times the rate.", 4),
        ("Rents rose by a factor of 3.", 3),
        ("Rents rose by a factor of ten.", 10),
        ("They saw a 10-fold rise.", 10),
    ],
)
def test_what_multiplies_is_a_multiplier_in_digits_and_in_words(only, text, value):
    assert ("multiplier", value) == (only(text).kind, only(text).value)


@pytest.mark.parametrize("text", ["They won 4 times this season.", "They met four times."])
def test_occasions_are_counted(only, text):
    assert ("count", "time") == (only(text).kind, only(text).counted)


@pytest.mark.parametrize(
    ("text", "slice_", "low", "high"),
    [
        ("He got a six-figure sum.", "six-figure", 100_000, 999_999),
        ("He got a 6-figure sum.", "6-figure", 100_000, 999_999),
        ("It has a 4-digit code.", "4-digit", 1_000, 9_999),
    ],
)
def test_a_number_of_figures_is_an_order_of_magnitude(only, text, slice_, low, high):
    figure = only(text)
    assert (slice_, "vague", low, high) == (figure.text, figure.bound, figure.low, figure.high)
