"""The vocabulary of measures."""

from __future__ import annotations

from typing import Any

import pytest

from numcheck.alignment.measures import load_measures, plural
from numcheck.errors import VocabularyError


def test_synonyms_lead_to_one_measure() -> None:
    measures = load_measures()
    words = {measures.by_word[word][0].name for word in ("dead", "killed", "died", "toll")}
    assert {"killed"} == words | {
        measures.by_counted["fatality"].name,
        measures.by_verb["kill"][0].name,
    }


def test_homes_and_houses_are_one_noun() -> None:
    measures = load_measures()
    assert measures.noun("home") == measures.noun("house")


def test_an_unknown_noun_keeps_its_name_and_no_noun_has_none() -> None:
    assert ("gizmo", "") == (load_measures().noun("gizmo"), load_measures().noun(None))


def test_every_label_fits_its_measure() -> None:
    for measure in load_measures().named.values():
        assert measure.label.replace("{noun}", "").count("{") == 0, measure.name


def test_users_add_measures_and_widen_those_that_are_there() -> None:
    extra = {
        "measures": {
            "planted": {"label": "{noun} planted", "verbs": ["plant"]},
            "killed": {"words": ["offed"]},
        },
        "nouns": {"house": ["shack"]},
    }
    measures = load_measures(extra)
    assert "planted" == measures.by_verb["plant"][0].name
    assert measures.by_word["offed"][0] is measures.named["killed"]
    assert "killed" == measures.by_word["dead"][0].name
    assert "house" == measures.noun("shack")


def test_a_measure_without_label_is_called_by_its_name() -> None:
    measures = load_measures({"measures": {"goals_scored": {"counted": ["goal"]}}})
    assert "goals scored" == measures.named["goals_scored"].label


@pytest.mark.parametrize(
    ("extra", "problem"),
    [
        ({"measurs": {}}, "measurs"),
        ({"measures": {"killed": {"word": ["x"]}}}, "'word'"),
        ({"measures": {"new": {"words": "x"}}}, "must be a list"),
        ({"measures": {"new": {"grows": "yes"}}}, "true or false"),
        ({"measures": {"new": {"label": 3}}}, "must be a text"),
    ],
)
def test_a_broken_vocabulary_says_what_is_wrong(extra: dict[str, Any], problem: str) -> None:
    with pytest.raises(VocabularyError, match=problem):
        load_measures(extra)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("person", "people"), ("box", "boxes"), ("city", "cities"), ("boy", "boys"), ("dog", "dogs")],
)
def test_nouns_have_plurals(noun: str, expected: str) -> None:
    assert expected == plural(noun)
