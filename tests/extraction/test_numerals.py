"""Fractions, vague words and mixes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction import extract
from numcheck.extraction.numerals import read_number
from numcheck.model import Document, Sentence


@pytest.mark.parametrize(
    ("text", "slice_", "value"),
    [
        ("It took three-and-a-half of them.", "three-and-a-half", "3.5"),
        ("They grew two and a half million trees.", "two and a half million", "2500000"),
        ("They grew one and a quarter million trees.", "one and a quarter million", "1250000"),
        ("They sold half a million trees.", "half a million", "500000"),
        ("They sold a half-million trees.", "half-million", "500000"),
        ("They sold half a dozen trees.", "half a dozen", "6"),
        ("They sold a quarter of a million trees.", "a quarter of a million", "250000"),
        ("They sold three-quarters of a million trees.", "three-quarters of a million", "750000"),
        ("They sold a quarter million trees.", "a quarter million", "250000"),
        ("They sold a million trees.", "a million", "1000000"),
        ("They sold a hundred and twenty trees.", "a hundred and twenty", "120"),
        ("They sold two dozen trees.", "two dozen", "24"),
        ("They sold a dozen trees.", "a dozen", "12"),
    ],
)
def test_mixed_numbers_are_one_number(only, text, slice_, value):
    assert (slice_, Decimal(value)) == (only(text).text, only(text).value)


@pytest.mark.parametrize(
    ("text", "slice_", "low", "high"),
    [
        ("Dozens of trees fell.", "Dozens", 24, 99),
        ("Hundreds of trees fell.", "Hundreds", 200, 999),
        ("Hundreds of thousands of trees fell.", "Hundreds of thousands", 200_000, 999_999),
        ("Tens of thousands of trees fell.", "Tens of thousands", 20_000, 99_999),
        ("The tens of thousands of trees fell.", "tens of thousands", 20_000, 99_999),
        ("Several hundred trees fell.", "Several hundred", 300, 999),
        ("A few thousand trees fell.", "A few thousand", 2_000, 9_999),
        ("Several hundred thousand trees fell.", "Several hundred thousand", 300_000, 999_999),
        ("A couple of hundred trees fell.", "A couple of hundred", 200, 399),
        ("A handful of trees fell.", "A handful", 3, 9),
        ("Scores of trees fell.", "Scores", 40, 199),
    ],
)
def test_vague_words_stand_for_their_convention(only, text, slice_, low, high):
    figure = only(text)
    assert (slice_, None, low, high) == (figure.text, figure.value, figure.low, figure.high)
    assert "vague" == figure.bound


@pytest.mark.parametrize(
    "text",
    [
        "The couple of the year danced.",
        "He scores often.",
        "Few trees fell.",
        "The number is unknown.",
        "He has a few.",
        "He has several of those.",
        "It was a",
        "It was a great day.",
        "The couple of them sang.",
        "The handful that stayed sang.",
    ],
)
def test_vague_words_in_other_senses_are_no_figures(quantities, text):
    assert [] == quantities(text)


@pytest.mark.parametrize(
    ("text", "slice_", "value"),
    [
        ("A third of trees fell.", "A third", Decimal(1) / 3),
        ("One-third of trees fell.", "One-third", Decimal(1) / 3),
        ("Two thirds of trees fell.", "Two thirds", Decimal(2) / 3),
        ("Half of the trees fell.", "Half", Decimal("0.5")),
        ("3/4 of the trees fell.", "3/4", Decimal("0.75")),
        ("⅓ of the trees fell.", "⅓", Decimal(1) / 3),
        ("A fifth of the trees fell.", "A fifth", Decimal("0.2")),
    ],
)
def test_a_bare_fraction_multiplies_its_whole(only, text, slice_, value):
    figure = only(text)
    assert (slice_, "multiplier", value) == (figure.text, figure.kind, figure.value)


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("It is 3/4 of a mile off.", "3/4 of a mile", "0.75", "mile"),
        ("It took three-quarters of an hour.", "three-quarters of an hour", "0.75", "hour"),
        ("It is a quarter of a mile off.", "a quarter of a mile", "0.25", "mile"),
        ("It is half a mile off.", "half a mile", "0.5", "mile"),
        ("It took half an hour.", "half an hour", "0.5", "hour"),
        ("The half-hour show began.", "half-hour", "0.5", "hour"),
        ("He hit a half-century.", "a half-century", "50", "year"),
        ("A cup is 1/16 of a US gallon.", "1/16 of a US gallon", "0.0625", "gallon"),
        ("Rates rose half a percentage point.", "half a percentage point", "0.5",
         "percentage_point"),
    ],
)  # fmt: skip
def test_a_fraction_of_one_unit_is_a_quantity(only, text, slice_, value, unit):
    figure = only(text)
    assert (slice_, Decimal(value), unit) == (figure.text, figure.value, figure.unit)


def _grouped(number: int, style: str) -> str:
    plain = f"{number:,}"
    if style == "indian":
        head, tail = str(number)[:-3], str(number)[-3:]
        pairs = []
        while head:
            pairs.insert(0, head[-2:])
            head = head[:-2]
        return ",".join([*pairs, tail])
    return plain.replace(",", style)


@given(
    number=st.one_of(st.integers(0, 3_000), st.integers(0, 10**15)),
    style=st.sampled_from([",", "", "\u00a0", "\u202f", "\u2009", "'", "’", "indian", "wide"]),
)
def test_every_integer_in_digits_reads_back(number, style):
    digits = str.maketrans("0123456789", "０１２３４５６７８９")
    shown = (
        f"{number:,}".replace(",", "，").translate(digits)
        if style == "wide"
        else (_grouped(number, style))
    )
    text = f"The vault holds {shown} coins, they say."
    found = extract(Document(id="a", text=text))
    assert [(number, shown)] == [(each.value, each.text) for each in found]


@given(number=st.decimals(0, 10**9, places=2), style=st.sampled_from(["{:,}", "{}"]))
def test_every_decimal_reads_back(number, style):
    shown = style.format(number)
    found = extract(Document(id="a", text=f"The vault holds {shown} coins."))
    assert [number] == [each.value for each in found]


def number(text: str, i: int = 0) -> tuple[Decimal | None, int] | None:
    """Value and length of the number that begins at a token."""
    found = read_number(Sentence(0, "text", text, 0, len(text), 0), i)
    return None if found is None else (found.value, found.next - i)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("third place", None),
        ("two third", (Decimal(2), 1)),
        ("one half", (Decimal(1), 1)),
        ("two and a tenth", (Decimal(2), 1)),
        ("two and a", (Decimal(2), 1)),
        ("a", None),
        ("a great day", None),
        ("a half", (Decimal("0.5"), 2)),
        ("a few hundred", (None, 3)),
        ("a few", None),
        ("several of those", None),
        ("tens", None),
        (". 5", None),
    ],
)
def test_words_are_read_as_far_as_they_make_a_number(text, expected):
    assert expected == number(text)


def test_the_couple_is_two_known_people():
    assert None is number("the couple of kings", 1)
