"""Figures that begin with a word."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "slice_", "kind", "value"),
    [
        ("The second man left.", "second", "ordinal", 2),
        ("The twenty-first man left.", "twenty-first", "ordinal", 21),
        ("The 21st man left.", "21st", "ordinal", 21),
        ("The 1,000th man left.", "1,000th", "ordinal", 1000),
        ("She finished third.", "third", "rank", 3),
        ("It is the second-largest town.", "second", "rank", 2),
        ("It is the third biggest town.", "third", "rank", 3),
        ("It is in the top five.", "five", "rank", 5),
        ("He is number one.", "one", "rank", 1),
        ("He doubled his stake.", "doubled", "multiplier", 2),
        ("Twice as many came.", "Twice", "multiplier", 2),
        ("It was double the cost.", "double", "multiplier", 2),
        ("Sales halved.", "halved", "multiplier", Decimal("0.5")),
        ("A threefold rise came.", "threefold", "multiplier", 3),
        ("A ten-fold rise came.", "ten-fold", "multiplier", 10),
        ("A ten fold rise came.", "ten fold", "multiplier", 10),
        ("It is three times as big.", "three", "multiplier", 3),
        ("He won three times this year.", "three", "count", 3),
        ("It is three times this year’s level.", "three", "multiplier", 3),
        ("He was stabbed twice.", "twice", "count", 2),
        ("It is the Big Four.", "Four", "identifier", None),
        ("See Chapter Three.", "Three", "identifier", None),
        ("One man left.", "One", "count", 1),
        ("One of the men left.", "One", "count", 1),
        ("One million men left.", "One million", "count", 1_000_000),
        ("Zero men left.", "Zero", "count", 0),
    ],
)
def test_number_words_are_read_as_what_they_are(only, text, slice_, kind, value):
    figure = only(text)
    assert (slice_, kind, value) == (figure.text, figure.kind, figure.value)


@pytest.mark.parametrize(
    ("text", "slice_", "low", "high"),
    [
        ("A six-figure sum went.", "six-figure", 100_000, 999_999),
        ("A double-digit rise came.", None, None, None),
        ("A two-digit rise came.", "two-digit", 10, 99),
    ],
)
def test_a_number_of_digits_is_a_range(figures, text, slice_, low, high):
    found = [(each.text, each.low, each.high) for each in figures(text)]
    assert ([] if slice_ is None else [(slice_, low, high)]) == found


@pytest.mark.parametrize(
    "text",
    [
        "No one left.",
        "One could not say.",
        "The one that left sang.",
        "A two-way road.",
        "It is a one-off.",
        "A one-sided game.",
        "The fifty-fifty call.",
        "They ran on all-four.",
        "He is one of many.",
        "A split second passed.",
        "He had a second.",
        "Per second.",
        "A double room.",
        "They met once in one.",
        "A -million stare.",
        "Net-zero plans.",
        "It was sub-zero.",
        "A zero-hours job.",
        "They took the hundreds.",
        "Any number was fine.",
        "At one point it fell.",
        "He doubled down.",
        "The Mega Millions draw.",
        "He had one.",
        "One and all sang.",
        "One out and in.",
    ],
)
def test_words_in_other_senses_are_no_figures(figures, text):
    assert [] == figures(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A one-third share fell.", Decimal(1) / 3),
        ("One-half of it fell.", Decimal("0.5")),
        ("A one-mile run.", 1),
        ("A one-dollar coin.", 1),
        ("One% of it.", 1),
        ("One and a half of it.", Decimal("1.5")),
        ("Several thousand men.", None),
        ("The top five teams left.", 5),
        ("The phase is one mile.", 1),
        ("Three men left.", 3),
    ],
)
def test_one_counts_before_units_and_fractions(only, text, value):
    assert value == only(text).value


def test_an_article_of_few_is_part_of_the_slice(only):
    assert "a few hundred" == only("They met a few hundred men.").text


def test_a_share_with_an_ordinal_takes_its_article(only):
    assert "a third" == only("It lost a third of it.").text


def test_twenty_before_a_person_of_an_age_is_no_year(figures):
    assert ["count", "age"] == [each.kind for each in figures("Twenty fifteen-year-olds sang.")]


@pytest.mark.parametrize(
    "text", ["It holds nineteen eighty of them.", "It sold twenty ninety.", "Twenty ten-b."]
)
def test_two_number_words_are_a_year_only_among_words_of_time(figures, text):
    assert "date" not in [each.kind for each in figures(text)]
