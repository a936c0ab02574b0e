"""Shares in words."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "slice_", "value"),
    [
        ("One in five pupils failed.", "One in five", "0.2"),
        ("Some 3 in 10 pupils failed.", "3 in 10", "0.3"),
        ("Nine out of ten pupils failed.", "Nine out of ten", "0.9"),
        ("One in every four pupils failed.", "One in every four", "0.25"),
        ("The odds are 1 in 1,000.", None, None),
        ("The odds are 1 in 500.", "1 in 500", "0.002"),
        ("Half of pupils failed.", "Half", "0.5"),
        ("A quarter of pupils failed.", "A quarter", "0.25"),
    ],
)
def test_a_share_is_a_multiplier(figures, text, slice_, value):
    if slice_ is None:
        assert "multiplier" not in [each.kind for each in figures(text)]
    else:
        found = [(each.text, each.kind, each.value) for each in figures(text)]
        assert [(slice_, "multiplier", Decimal(value))] == found


@pytest.mark.parametrize(
    "text",
    [
        "He won 5 in 10 minutes.",
        "He won 2 in 2019.",
        "He won 3 in March.",
        "He won 25 in 30.",
        "He won 3 in 300.",
        "He won 5 in 3.",
        "He won 5 in 10kg.",
        "It fell in the first half.",
        "It fell in this quarter.",
        "The second half of it fell.",
        "They met at half-time.",
        "His half-brother left.",
        "It fell by a quarter-final.",
        "Half fell.",
        "A quarter fell.",
        "He won in out.",
        "The half is done.",
        "He won 5 out",
    ],
)
def test_other_words_are_no_shares(figures, text):
    assert "multiplier" not in [each.kind for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("It rose a quarter point of it.", None, None, None),
        ("A quarter-century passed.", "A quarter-century", "0.25", "century"),
        ("A quarter-mile off.", "A quarter-mile", "0.25", "mile"),
        ("It took half a century.", "half a century", "50", "year"),
        ("It took half an hour.", "half an hour", "0.5", "hour"),
        ("It cost half a billion dollars.", "half a billion dollars", "500000000", "USD"),
        ("It cost a quarter million dollars.", "a quarter million dollars", "250000", "USD"),
        ("It took two and a half-hours.", None, None, None),
        ("A half-", None, None, None),
        ("It is half-a-mile away.", "half-a-mile", None, None),
    ],
)
def test_half_and_quarter_take_units(figures, text, slice_, value, unit):
    found = figures(text)
    if value is not None:
        assert [(slice_, Decimal(value), unit)] == [(f.text, f.value, f.unit) for f in found]


def test_a_share_of_a_whole_keeps_both(quantities):
    assert ["half", "300"] == [each.text for each in quantities("They took half of the 300.")]


@pytest.mark.parametrize(
    ("text", "slice_", "value", "noun"),
    [
        ("One household in ten has no car.", "One household in ten", "0.1", "household"),
        ("Some 1 woman in 4 agreed.", "1 woman in 4", "0.25", "woman"),
        ("One pupil in five lives there.", "One pupil in five", "0.2", "pupil"),
        ("Two women in five agreed.", "Two women in five", "0.4", "woman"),
        ("Every fourth person left.", "Every fourth", "0.25", "person"),
        ("Every second home was hit.", "Every second", "0.5", "home"),
    ],
)
def test_a_part_of_the_people_is_a_share(only, text, slice_, value, noun):
    figure = only(text)
    assert (slice_, "multiplier", noun) == (figure.text, figure.kind, figure.counted)
    assert value == str(figure.value)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("One pupil in 10 schools was ill.", [1, 10]),
        ("One man in three days left.", [1, 3]),
        ("One goal in ten was late.", [1, 10]),
    ],
)
def test_two_counts_make_no_share(figures, text, values):
    assert values == [each.value for each in figures(text)]


def test_every_fourth_year_is_no_share(only):
    assert "ordinal" == only("It is held every fourth year.").kind


@pytest.mark.parametrize("text", ["It is a 1-in-4 chance.", "It is a one-in-four chance."])
def test_hyphens_may_join_a_share(only, text):
    assert ("multiplier", Decimal("0.25")) == (only(text).kind, only(text).value)
