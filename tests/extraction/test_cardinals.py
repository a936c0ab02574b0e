"""Cardinals in words, of any length."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction.cardinals import read_cardinal
from numcheck.model import Sentence

_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_UNITS = [
    "zero",
    *["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
    *_TEENS.split(),
]
_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SCALES = ["", " thousand", " million", " billion", " trillion", " quadrillion"]


def spell(number: int, joint: str = " and ", hyphen: str = "-", comma: str = ", ") -> str:
    """A whole number in English words, in one of the usual styles."""
    if number < 1000:
        return _below_thousand(number, joint, hyphen)
    groups = []
    for scale in _SCALES:
        number, group = divmod(number, 1000)
        groups.append((group, scale))
    parts = [_below_thousand(g, joint, hyphen) + s for g, s in reversed(groups[1:]) if g]
    last = groups[0][0]
    text = comma.join(parts)
    if not last:
        return text
    separator = joint if last < 100 else comma
    return text + separator + _below_thousand(last, joint, hyphen)


def _below_thousand(number: int, joint: str, hyphen: str) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest, hyphen)
    head = f"{_UNITS[hundreds]} hundred"
    return head + joint + _below_hundred(rest, hyphen) if rest else head


def _below_hundred(number: int, hyphen: str) -> str:
    if number < 20:
        return _UNITS[number]
    tens, unit = divmod(number, 10)
    return _TENS[tens] + (hyphen + _UNITS[unit] if unit else "")


def tokens(text: str) -> list[str]:
    """The words of a text, as extraction cuts it."""
    return Sentence(0, "text", text, 0, len(text), 0).lower


NUMBERS = st.one_of(
    st.integers(1, 2_000), st.integers(1, 10**15), st.sampled_from([10**n for n in range(16)])
)


@given(
    number=NUMBERS,
    joint=st.sampled_from([" and ", " "]),
    hyphen=st.sampled_from(["-", " ", "‑"]),
    comma=st.sampled_from([", ", " "]),
)
def test_every_integer_in_words_reads_back(number, joint, hyphen, comma):
    words = tokens(spell(number, joint, hyphen, comma))
    found = read_cardinal(words, 0)
    assert (number, len(words)) == (found.value, found.next)


@given(number=NUMBERS)
def test_case_does_not_matter(number):
    found = read_cardinal(tokens(spell(number).upper()), 0)
    assert number == found.value


@given(number=NUMBERS)
def test_a_spelled_number_in_a_sentence_reads_back(number):
    from numcheck.extraction import extract
    from numcheck.model import Document

    text = f"The vault holds {spell(number)} coins, they say."
    values = [each.value for each in extract(Document(id="a", text=text))]
    assert [number] == values


def test_zero_reads_back():
    assert 0 == read_cardinal(["zero"], 0).value


@pytest.mark.parametrize(
    ("text", "value", "used"),
    [
        ("two hundred and forty-five thousand", 245_000, 7),
        ("two million, five were left", 2_000_000, 2),
        ("thousand and two hundred", None, 0),
        ("one thousand and two hundred", 1_000, 2),
        ("one hundred and two hundred", 100, 2),
        ("twelve hundred", 1_200, 2),
        ("nineteen hundred and five", 1_905, 4),
        ("five thousand million", 5_000_000_000, 3),
        ("three lakh crore", 3_000_000_000_000, 3),
        ("six thousand two thousand", 6_000, 2),
        ("four million seven", 4_000_007, 3),
        ("million", None, 0),
        ("and", None, 0),
    ],
)
def test_parts_join_only_where_they_make_one_number(text, value, used):
    found = read_cardinal(tokens(text), 0)
    assert (value, used) == ((found.value, found.next) if found else (None, 0))


def test_the_last_scale_is_what_the_writer_committed_to():
    found = read_cardinal(tokens("two hundred thousand"), 0)
    assert (Decimal(1000), Decimal(1000)) == (found.resolution, found.scale)
    found = read_cardinal(tokens("two hundred thousand and five"), 0)
    assert (Decimal(1), Decimal(1000)) == (found.resolution, found.scale)


def test_a_row_of_scale_words_ends():
    assert read_cardinal(["one"] + ["million"] * 50, 0).next <= 4
