from numcheck.engine.pattern import WordClass, expand_classes
from numcheck.engine.pattern.classes import split_phrase


def members(**entry):
    return expand_classes({"x": entry})["x"]


def test_regular_verbs_are_inflected():
    assert ["climb", "climbed", "climbing", "climbs"] == members(verbs=["climb"])
    assert {"dropped", "dropping"} <= set(members(verbs=["drop"]))
    assert {"eased", "easing"} <= set(members(verbs=["ease"]))
    assert {"carried", "carries"} <= set(members(verbs=["carry"]))
    assert {"rockets", "reaches"} <= set(members(verbs=["rocket", "reach"]))


def test_irregular_verbs_name_their_forms():
    assert ["rise", "risen", "rises", "rising", "rose"] == members(verbs=["rise rose risen"])


def test_a_particle_follows_every_form():
    assert {"go up", "going up", "went up"} <= set(members(verbs=["go went gone + up"]))


def test_nouns_get_their_plural():
    assert ["rise", "rises"] == members(nouns=["rise"])
    assert ["loss", "losses"] == members(nouns=["loss/losses"])


def test_a_class_may_hold_another_even_if_that_holds_it():
    expanded = expand_classes(
        {"a": {"words": ["one"], "include": ["b"]}, "b": {"words": ["two"], "include": ["a"]}}
    )
    assert {"a": ["one", "two"], "b": ["one", "two"]} == expanded


def test_phrases_are_kept_apart_from_words_longest_first():
    found = WordClass.of(["up", "went up", "went up the wall"])
    assert {"up"} == found.words
    assert (("went", "up", "wall"), ("went", "up")) == found.phrases


def test_a_phrase_has_the_tokens_of_a_sentence():
    assert ("inflation", "-", "adjusted") == split_phrase("Inflation-adjusted")
    assert ("all", ",", "of", "it's") == split_phrase("All, of the it’s")
