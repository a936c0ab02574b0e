"""Whether a number follows from another one in its place, by its bounds."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck import Document
from numcheck.alignment.support_slots import outcome_of
from numcheck.alignment.support_wording import Wordings
from numcheck.extraction import analyse

MORE, LESS, LEAST, ABOUT = ("more_than",), ("less_than",), ("at_least",), ("approximate",)


@pytest.mark.parametrize(
    ("bounds", "value", "known", "stated", "outcome"),
    [
        ((), 7, (), 7, "supported"),
        ((), 7, (), 8, "contradicted"),
        (MORE, 1, (), 6, "supported"),
        (MORE, 7, (), 7, "contradicted"),
        (LEAST, 7, (), 7, "supported"),
        (LESS, 7, (), 7, "contradicted"),
        (LESS, 9, (), 7, "supported"),
        ((), 7, MORE, 3, "open"),
        ((), 2, MORE, 3, "contradicted"),
        ((), 3, MORE, 3, "open"),
        (LESS, 9, MORE, 3, "open"),
        (LESS, 2, MORE, 3, "contradicted"),
        (MORE, 4, MORE, 3, "contradicted"),
        (LEAST, 2, MORE, 3, "supported"),
        ((), 40, ABOUT, 41, "supported"),
        ((), 40, ABOUT, 70, "contradicted"),
        (ABOUT, 95, MORE, 80, "open"),
        ((*LEAST, *LESS), 40, LEAST, 20, "supported"),
    ],
)
def test_a_bound_follows_from_what_lies_inside(bounds, value, known, stated, outcome):
    assert outcome == outcome_of(bounds, Decimal(value), known, Decimal(stated))


@given(st.integers(0, 10**6), st.sampled_from([(), MORE, LESS, LEAST, ABOUT]))
def test_a_number_follows_from_itself(value, bounds):
    assert "supported" == outcome_of(bounds, Decimal(value), bounds, Decimal(value))


def _echoes(draft, source):
    read = analyse(Document(id="d", text=draft))
    wordings = Wordings([analyse(Document(id="s", text=source))])
    found = wordings.echoes(read, 0, read.figures)
    return {one.text: found[one.id].outcome for one in read.figures if one.id in found}


def test_numbers_that_change_places_are_both_contradicted():
    told = _echoes("Harby has 30 cows and 12 goats.", "Harby has 12 cows and 30 goats.")
    assert {"30": "contradicted", "12": "contradicted"} == told


def test_digits_in_groups_are_one_number():
    told = _echoes("Ann Lee paid over 80 000 crowns.", "Ann Lee paid 20 000 crowns.")
    assert {"80 000": "contradicted"} == told


def test_a_magnitude_belongs_to_its_number():
    told = _echoes("The harbour made 3 million crowns.", "The harbour made 3 billion crowns.")
    assert {"3 million": "contradicted"} == told


def test_a_sentence_about_another_year_says_nothing():
    told = _echoes("In 2023 the depot sold 40 vans.", "In 2022 the depot sold 30 vans.")
    assert {} == told


def test_very_long_sentences_are_left_alone():
    words = "depot " * 300
    assert {} == _echoes(f"The 40 {words}.", f"The 30 {words}.")


def test_a_word_in_place_of_another_says_nothing():
    told = _echoes("The old mill in Harby has 40 rooms.", "The old mill in Elmsey has 30 rooms.")
    assert {} == told
