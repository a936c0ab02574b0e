"""Pronouns and descriptions: who is meant."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.extraction.speakers import BODY, PEOPLE, PERSON, fits, is_person, last_name, wants
from numcheck.model import Document, Figure


def figure(text: str, surface: str) -> Figure:
    """The figure of a text whose slice holds a surface."""
    found = extract(Document(id="a", text=text))
    return next(each for each in found if surface in each.text)


def source(text: str, surface: str) -> str:
    """Who says a figure; empty if nobody but the writer does."""
    attribution = figure(text, surface).attribution
    return attribution.source if attribution else ""


def test_he_is_the_last_person_named() -> None:
    text = "Tomas Berg said the mill would close. Workers wept. He said 80 jobs would go."
    assert source(text, "80") == "Tomas Berg"


def test_he_is_found_although_he_did_not_speak_before() -> None:
    text = "Tomas Berg visited the mill. He said 80 jobs would go."
    assert source(text, "80") == "Tomas Berg"


def test_a_name_goes_before_a_description() -> None:
    text = (
        "Tomas Berg warned of cuts. The minister said little else. "
        "“We face 80 closures,” he told the crowd."
    )
    assert source(text, "80") == "Tomas Berg"


def test_it_is_the_last_organisation_that_spoke() -> None:
    text = "The ministry said talks had failed. It also claimed 80 prisoners were held."
    assert source(text, "80") == "ministry"


def test_it_is_an_organisation_that_the_sentence_before_is_about() -> None:
    text = "The ministry broke off the talks. It said 80 prisoners were held."
    assert source(text, "80") == "ministry"


def test_it_added_closes_a_sentence() -> None:
    text = "The ministry said talks had failed. Some 80 prisoners were held, it added."
    assert source(text, "80") == "ministry"


def test_they_are_the_last_speakers() -> None:
    text = "Officials said talks had failed. They put the number of prisoners at 80."
    assert source(text, "80") == "Officials"


def test_a_pronoun_without_antecedent_stays() -> None:
    assert source("It said 80 prisoners were held.", "80") == "It"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tomas Berg", True),
        ("Mr Berg", True),
        ("minister", True),
        ("shop steward", True),
        ("Prime Minister Tomas Berg", True),
        ("North Korea", False),
        ("ministry", False),
        ("officials", False),
        ("Evening Post", False),
        ("a poll", False),
        ("", False),
    ],
)
def test_persons_are_told_from_bodies(name: str, expected: bool) -> None:
    assert expected == is_person(name)


def test_pronouns_want_their_kind() -> None:
    assert (PERSON, BODY, PEOPLE, -1, 0) == (
        wants("she"),
        wants("it"),
        wants("they"),
        wants("that"),
        wants("mill"),
    )
    assert fits(PEOPLE, "officials")
    assert not fits(PERSON, "")


def test_names_of_places_are_no_persons() -> None:
    text = "In New Mexico the judge Ann Price ruled."
    assert last_name(text, 0, len(text)) == "Ann Price"
    assert last_name("no names here", 0, 13) == ""


def test_a_pronoun_finds_nobody_beyond_its_passage() -> None:
    filler = "The rain fell on the hills. " * 12
    assert source(f"Tomas Berg spoke. {filler}He said 80 jobs would go.", "80") == "He"


def test_a_sentence_about_things_gives_it_no_body() -> None:
    assert source("Rain fell. It said 80 trains were late.", "80") == "It"
    assert source("They left. It said 80 trains were late.", "80") == "It"
    assert source("The rain stopped. It said 80 trains were late.", "80") == "It"
