"""Plurals of numbers: groups of ages, decades, stretches of a scale."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("He is in his mid-30s.", 34, 36),
        ("She is in her late 60s.", 67, 69),
        ("They took on late-20s men.", 27, 29),
        ("They are in their 80s.", 80, 89),
    ],
)
def test_tens_of_years_of_age_are_a_range(only, text, low, high):
    figure = only(text)
    assert ("age", "year", low, high) == (figure.kind, figure.unit, figure.low, figure.high)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The Under-23s won.", "less_than"),
        ("The under-17s lost.", "less_than"),
        ("Most over-75s agreed.", "more_than"),
    ],
)
def test_groups_are_bounded_by_an_age(only, text, bound):
    assert ("age", bound) == (only(text).kind, only(text).bound)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Bands of the 60s played.", "196X"),
        ("It closed in the late 70s.", "197X"),
        ("It closed in the early-90s.", "199X"),
        ("It closed in the ’80s.", "198X"),
    ],
)
def test_tens_behind_an_article_are_a_decade(only, text, iso):
    assert ("date", iso) == (only(text).kind, only(text).iso)


def test_tens_of_degrees_are_a_range_of_numbers(only):
    figure = only("Temperatures were in the mid-80s.")
    assert ("count", 84, 86) == (figure.kind, figure.low, figure.high)


def test_seconds_stay_seconds(only):
    assert ("duration", "second") == (only("It lasts 30s.").kind, only("It lasts 30s.").unit)
