"""The pass over a sentence: order, lists, and what a figure lends another."""

from __future__ import annotations

import itertools

import pytest

from numcheck.extraction.scan import candidate_words, read_sentence
from numcheck.model import Sentence


def test_candidates_are_number_words_and_months():
    assert {"seven", "dozens", "third", "march", "october"} <= candidate_words()
    assert "the" not in candidate_words()


def test_drafts_come_in_order_without_overlap():
    text = "Between 3 and 5 of the 12 men, 40 to 50 women and a third of 9 boys left."
    drafts = read_sentence(Sentence(0, "text", text, 0, len(text), 0))
    ends = [(draft.first, draft.last) for draft in drafts]
    assert sorted(ends) == ends
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ends))


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Rates of 12, 14 and 15 per cent.", ["percent"] * 3),
        ("A rise of 3 and 4 km.", ["kilometer"] * 2),
        ("It paid 280 million of the 1.5 billion shekels.", ["ILS"] * 2),
        ("It paid 280 million of the $5 million.", [None, "USD"]),
        ("It took 3 and 4 hours.", [None, "hour"]),
        ("It is 3 of 4 km.", [None, "kilometer"]),
        ("Some 3 men paid 4%.", [None, "percent"]),
    ],
)
def test_a_later_figure_lends_its_unit_across_a_list(figures, text, units):
    assert units == [each.unit for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("In May 2019, 3 men of 5,000 left at 7:30.", ["date", "count", "count", "time"]),
        ("½ of it.", ["multiplier"]),
        ("It is .5 of it.", ["count"]),
        ("The 1.2.3 release.", ["identifier"]),
        ("On 1.2.2023 it rained.", ["date"]),
        ("On 3rd October it rained.", ["date"]),
        ("It is the 1.5th.", []),
        ("The 1990s were loud.", ["date"]),
    ],
)
def test_each_number_gets_its_kind(figures, text, kinds):
    assert kinds == [each.kind for each in figures(text)] or not kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("There were 1500 people there.", "count"),
        ("At least 1500 sanctions came.", "count"),
        ("The 1500 sanctions came.", "date"),
        ("In 1500 men were free.", "date"),
        ("The 1945 Peace failed.", "date"),
        ("It was 1945 across the land.", "date"),
        ("There are 1500.", "date"),
        ("It holds 9500 glass.", "count"),
    ],
)
def test_four_digits_are_a_year_unless_they_count(figures, text, kind):
    assert kind == figures(text)[0].kind
