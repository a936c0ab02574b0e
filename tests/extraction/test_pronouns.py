"""Number words that count nothing."""

from __future__ import annotations

import pytest

from numcheck.extraction.pronouns import is_part_of_a_term, is_pronoun
from numcheck.model import Sentence


def at(text: str, word: str) -> tuple[Sentence, int]:
    sentence = Sentence(0, "text", text, 0, len(text), 0)
    return sentence, sentence.lower.index(word)


@pytest.mark.parametrize(
    "text",
    [
        "No one left.",
        "One could not say.",
        "One of many left.",
        "At one point it fell.",
        "He had one.",
    ],
)
def test_one_is_a_pronoun_where_it_counts_nothing(text):
    assert is_pronoun(*at(text, "one"))


@pytest.mark.parametrize(
    "text",
    ["One man left.", "One of the men left.", "One million left.", "A one-mile run.", "One%."],
)
def test_one_counts_what_directly_follows(text):
    assert not is_pronoun(*at(text, "one"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Net-zero plans.", True),
        ("Sub-zero nights.", True),
        ("A zero-hours job.", True),
        ("Zero tolerance.", True),
        ("Zero goals came.", False),
        ("They scored zero.", False),
    ],
)
def test_zero_may_be_part_of_a_term(text, expected):
    sentence, i = at(text, "zero")
    assert expected is is_part_of_a_term(sentence.lower, i)
