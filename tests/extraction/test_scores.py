"""Scores and records."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "slice_"),
    [
        ("They won 4-3.", "4-3"),
        ("They won 2–0 at home.", "2–0"),
        ("The vote was 52-48.", "52-48"),
        ("They trailed 1-3 in the match.", "1-3"),
        ("They are 45-7-2 so far.", "45-7-2"),
        ("The odds are 3:1.", "3:1"),
        ("The split was 50-50.", "50-50"),
    ],
)
def test_scores_are_read(only, text, slice_):
    assert ("score", slice_) == (only(text).kind, only(text).text)


def test_a_range_among_scores_is_one(figures):
    found = figures("It ended 7-6, 3-6, 6-3 there.")
    assert [("score", "7-6"), ("score", "3-6"), ("score", "6-3")] == [
        (each.kind, each.text) for each in found
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Use 5-10kg of it.",
        "It takes 3-5 days.",
        "It takes 3-5 men.",
        "It rose 3-5%.",
        "It rose 3-5 per cent.",
        "It was 3-5 or thereabouts.",
        "It costs $3-5.",
        "Some 2000-3000 fled.",
        "A 3-5-year term.",
    ],
)
def test_ranges_are_no_scores(figures, text):
    assert "score" not in [each.kind for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("They slumped to 71 for 5 before lunch.", "71 for 5"),
        ("The bowler took 6 for 33.", "6 for 33"),
        ("Guests rate it 4.5 out of 5 on average.", "4.5 out of 5"),
    ],
)
def test_a_score_in_words_is_one(figures, text, score):
    assert [("score", score)] == [(each.kind, each.text) for each in figures(text)]


def test_a_price_for_several_is_no_score(figures):
    assert ["count", "count"] == [each.kind for each in figures("They traded 12 for 8 sheep.")]
