"""The lexicon: parts of speech and lemmas of English forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction import lexicon
from numcheck.extraction.lexicon import (
    ADJECTIVE,
    ADVERB,
    BASE,
    GERUND,
    NAME,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    THIRD,
    lookup,
)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("soldiers", "soldier"),
        ("troops", "troop"),
        ("people", "people"),
        ("children", "child"),
        ("wolves", "wolf"),
        ("aircraft", "aircraft"),
        ("crises", "crisis"),
        ("parties", "party"),
        ("data", "data"),
        ("headquarters", "headquarters"),
        ("koreans", "korean"),
    ],
)
def test_a_plural_has_its_singular_as_lemma(form: str, lemma: str) -> None:
    assert lemma == lookup(form).noun


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("found", "find"),
        ("rose", "rise"),
        ("killed", "kill"),
        ("shipping", "ship"),
        ("was", "be"),
        ("had", "have"),
        ("shot", "shoot"),
        ("cut", "cut"),
    ],
)
def test_an_inflected_verb_has_its_base_form_as_lemma(form: str, lemma: str) -> None:
    assert lemma == lookup(form).verb


def test_the_usual_reading_is_that_of_running_text() -> None:
    usual = {form: lookup(form).usual for form in ("rose", "shares", "people", "wounded", "dead")}

    assert {"rose": "d", "shares": "N", "people": "N", "wounded": "e", "dead": "j"} == usual


def test_a_form_keeps_all_its_readings() -> None:
    assert NOUN | BASE == lookup("force").flags & (NOUN | BASE)
    assert PAST | PARTICIPLE == lookup("killed").flags & (PAST | PARTICIPLE)
    assert THIRD | PLURAL == lookup("charges").flags & (THIRD | PLURAL)
    assert NAME == lookup("korean").flags & NAME


def test_function_words_outrank_the_dictionary() -> None:
    classes = {word: lookup(word).usual for word in ("in", "the", "had", "would", "and", "who")}

    assert {"in": "P", "the": "A", "had": "H", "would": "M", "and": "C", "who": "W"} == classes
    assert lookup("in").closed


@pytest.mark.parametrize(
    ("form", "flag", "lemma"),
    [
        ("quxified", PAST, "quxify"),
        ("blorping", GERUND, "blorp"),
        ("zoggnesses", PLURAL, "zoggness"),
        ("flumphies", PLURAL, "flumphy"),
        ("gribbets", PLURAL, "gribbet"),
        ("gribbet", NOUN, "gribbet"),
        ("vlobously", ADVERB, "vlobously"),
        ("vlobous", ADJECTIVE, "vlobous"),
        ("snarffed", PARTICIPLE, "snarf"),
        ("googlized", PAST, "googlize"),
    ],
)
def test_an_unknown_word_is_read_by_its_ending(form: str, flag: int, lemma: str) -> None:
    entry = lookup(form)

    assert not entry.known
    assert flag == entry.flags & flag
    assert lemma in (entry.noun, entry.verb)


def test_marks_and_digits_belong_to_no_part_of_speech() -> None:
    assert (0, ",") == (lookup(";").flags, lookup(";").usual)
    assert (0, "#") == (lookup("42").flags, lookup("42").usual)


@given(st.text(min_size=1, max_size=20))
def test_any_token_has_an_entry(word: str) -> None:
    entry = lookup(word.lower())

    assert 1 == len(entry.usual)


def test_every_record_of_the_table_is_found() -> None:
    lookup("the")
    forms = [
        record.partition("\t")[0]
        for bucket in lexicon._buckets[::256]
        for record in bucket.strip().split("\n")
    ]

    assert forms
    assert [] == [form for form in forms if not lookup(form).known]


def test_the_memory_of_seen_words_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lexicon, "_REMEMBERED", len(lexicon._seen) + 2)
    for number in range(9):
        lookup("zz" + "abcdefghij"[number])

    assert len(lexicon._seen) <= lexicon._REMEMBERED + 1
    assert "A" == lookup("the").usual
