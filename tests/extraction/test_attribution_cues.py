"""The vocabulary of cues."""

from __future__ import annotations

import pytest

from numcheck.extraction.cues import AFTER, NOUN, PAST, cues, forms_of, words


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("claim", ("claim", "claims", "claimed", "claimed", "claiming")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("stress", ("stress", "stresses", "stressed", "stressed", "stressing")),
        ("quip", ("quip", "quips", "quipped", "quipped", "quipping")),
        ("admit", ("admit", "admits", "admitted", "admitted", "admitting")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("boast", ("boast", "boasts", "boasted", "boasted", "boasting")),
        ("write/wrote/written", ("write", "writes", "wrote", "written", "writing")),
        ("play", ("play", "plays", "played", "played", "playing")),
        ("go", ("go", "gos", "goed", "goed", "going")),
    ],
)
def test_forms_of_verbs(verb: str, expected: tuple[str, ...]) -> None:
    assert expected == forms_of(verb)


def test_every_cue_knows_its_class() -> None:
    known = cues()
    assert ("say", PAST, True) == (known["said"].kind, known["said"].form, known["said"].free)
    assert (AFTER, ("to",)) == (known["according"].form, known["according"].particles)
    assert NOUN == known["pledges"].form or known["pledges"].noun is not None


def test_verbs_after_a_tilde_have_no_base_form() -> None:
    assert "state" not in cues()
    assert "stated" in cues()


def test_word_classes_are_disjoint_where_they_must_be() -> None:
    assert not words("clause")["break"] & words("clause")["aside"]
    assert not words("stance")["settle"] & words("stance")["unsettled"]
