"""Sentences and their tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Sentence


def sentence(text: str) -> Sentence:
    return Sentence(0, "text", text, 0, len(text), 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They sold 10,000 cars.", ["They", "sold", "10,000", "cars", "."]),
        ("It’s Keller’s, don’t say.", ["It", "’s", "Keller", "’s", ",", "don’t", "say", "."]),
        ("A 25-year-old (b).", ["A", "25", "-", "year", "-", "old", "(", "b", ")", "."]),
        ("The U.S. won.", ["The", "U.S.", "won", "."]),
        ("30m 4.5bn", ["30", "m", "4.5", "bn"]),
        ("816\u202f000 t", ["816\u202f000", "t"]),
        ("１２，５００", ["１２，５００"]),
        ("1'000 and 6'2", ["1'000", "and", "6", "'", "2"]),
        ("see https://a.b/1?c=2.", ["see", "https://a.b/1?c=2", "."]),
        ("see www.a.b/1, now", ["see", "www.a.b/1", ",", "now"]),
        ("to a.b1@c-d.org.", ["to", "a.b1@c-d.org", "."]),
        ("a@ b", ["a", "@", "b"]),
        ("x_1", ["x", "_", "1"]),
    ],
)
def test_tokens_are_words_numbers_and_signs(text, words):
    assert words == sentence(text).words


@given(st.text(max_size=80))
def test_tokens_are_slices_in_order(text):
    found = sentence(text)
    for word, lower, start, end in zip(
        found.words, found.lower, found.starts, found.ends, strict=True
    ):
        assert text[start:end] == word
        assert word.lower() == lower
    assert sorted(found.starts) == found.starts
    assert all(a <= b for a, b in zip(found.ends, found.starts[1:], strict=False))


@given(st.text(max_size=80))
def test_only_white_space_and_marks_without_a_glyph_lie_between_tokens(text):
    found = sentence(text)
    covered = "".join(found.words)
    assert all(not char.isalnum() or not char.isdecimal() for char in text if char not in covered)


def test_offsets_are_those_of_the_field():
    text = "It rained. They left."
    found = Sentence(1, "text", text, 11, 21, 0)
    assert ("They left.", [11, 16, 20]) == (found.text, found.starts)
    assert "They left" == found.phrase(0, 2)


def test_tokens_that_touch_are_glued():
    found = sentence("30m men")
    assert [False, True, False] == [found.glued(i) for i in range(3)]


def test_a_sentence_has_no_other_attributes():
    with pytest.raises(AttributeError, match="colour"):
        _ = sentence("x").colour
