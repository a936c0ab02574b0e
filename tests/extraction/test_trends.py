"""Figures that state a change."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Sales rose 4%.", "up"),
        ("Sales rose by 4%.", "up"),
        ("Sales fell sharply by more than 4%.", "down"),
        ("Sales were up 4%.", "up"),
        ("Sales were down almost 4%.", "down"),
        ("A 4% rise is due.", "up"),
        ("A 4% year-on-year fall is due.", "down"),
        ("A rise of 4% is due.", "up"),
        ("Sales moved +4%.", "up"),
        ("The firm grew its sales by 4%.", "up"),
        ("The firm cut all costs by 4%.", "down"),
        ("Shares edged up 4%.", "up"),
        ("Shares inched 4% as banks slid.", None),
        ("Shares edged slightly lower 4%.", "down"),
        ("Shares lost 4%.", "down"),
        ("Shares added 4%.", "up"),
        ("Shares added $4.", "up"),
        ("The shares finished 4% higher.", "up"),
        ("Output grew by just 3 tonnes.", "up"),
    ],
)
def test_words_of_change_set_the_trend(only, text, trend):
    assert trend == only(text).trend


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose to 4%.",
        "Sales stood at 4%.",
        "He gave up 400 yards.",
        "Whites made up 4% of voters.",
        "They set up 4 camps.",
        "He lost 4 games.",
        "She added 4 eggs.",
        "They were 40 in June.",
        "Sales rose. Some 4% left.",
        "4% up to now.",
    ],
)
def test_where_something_stands_is_no_change(figures, text):
    assert all(None is each.trend for each in figures(text))


def test_a_conversion_in_brackets_states_the_same_change(figures):
    first, second = figures("The table dropped by 2 km (1.2 miles).")
    assert ("down", "down") == (first.trend, second.trend)


def test_a_clause_without_its_verb_states_the_same_change(figures):
    found = figures("Alba Foods was down 2.3%, Borea Lines by 2.6% and Cora was up 1.9%.")
    assert ["down", "down", "up"] == [each.trend for each in found]


def test_another_clause_states_its_own(figures):
    found = figures("Alba was down 2.3%, while the strike hit ports by 2.6%.")
    assert ["down", None] == [each.trend for each in found]


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("Takings doubled to £6.2m.", "up"),
        ("The fleet halved in size.", "down"),
        ("They paid double the price.", None),
    ],
)
def test_a_multiple_states_a_change_where_it_is_a_verb(figures, text, trend):
    assert trend == figures(text)[0].trend


@pytest.mark.parametrize(
    ("text", "trends"),
    [
        ("The index lost 90 points, or 0.8 per cent.", ["down", "down"]),
        ("The party lost 90 men.", [None]),
        ("Shares closed 9p higher.", ["up"]),
        ("The index ended 12 points lower.", ["down"]),
        ("Margins narrowed 30 basis points.", ["down"]),
        ("They shot down 20 drones.", [None]),
        ("The column advanced 9 km.", [None]),
        ("Milk fell below 30p a litre.", [None]),
        ("Ministers promised a £4bn cut.", ["down"]),
    ],
)
def test_a_change_of_points_and_amounts_is_told_from_a_level(figures, text, trends):
    assert trends == [each.trend for each in figures(text)]
