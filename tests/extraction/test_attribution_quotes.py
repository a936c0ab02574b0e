"""Quotations: where they begin and end, and who speaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction import extract
from numcheck.extraction.quotes import quotations
from numcheck.model import Document, Figure


def figure(text: str, surface: str) -> Figure:
    """The figure of a text whose slice holds a surface."""
    found = extract(Document(id="a", text=text))
    return next(each for each in found if surface in each.text)


def source(text: str, surface: str) -> str:
    """Who says a figure; empty if nobody but the writer does."""
    attribution = figure(text, surface).attribution
    return attribution.source if attribution else ""


def spans(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotations(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"), ("'", "'"), ("«", "»")],
)
def test_every_kind_of_mark_opens_and_closes(opening: str, closing: str) -> None:
    text = f"He said: {opening}We saw 5 of them.{closing} Then he left."
    assert spans(text) == [f"{opening}We saw 5 of them.{closing}"]


def test_apostrophes_are_no_quotation_marks() -> None:
    assert spans("It's the farmers' market of the '90s, isn't it?") == []


def test_inches_open_nothing() -> None:
    assert spans('The shelf is 30" deep and 6" high.') == []


def test_a_possessive_inside_single_marks_does_not_close() -> None:
    assert spans("He said: ‘The farmers’ union has 50 members.’") == [
        "‘The farmers’ union has 50 members.’"
    ]


def test_a_forgotten_closing_mark_ends_with_the_paragraph() -> None:
    text = "“We saw 5.\n\nThe town has 9."
    found = quotations(text, [(0, 10), (12, len(text))])
    assert [(0, 10, False)] == [(quote.start, quote.end, quote.closed) for quote in found]


def test_a_second_opening_mark_ends_the_first_quotation() -> None:
    text = '"We saw 5, he said. "There were 9."'
    assert spans(text) == ['"We saw 5, he said. ', '"There were 9."']


@given(st.text(alphabet="ab1 .,\n\"'“”‘’«»", max_size=120))
def test_quotations_never_overlap_and_stay_inside_the_text(text: str) -> None:
    end = 0
    for quote in quotations(text, [(0, len(text))]):
        assert end <= quote.start < quote.end <= len(text)
        end = quote.end


def test_a_quotation_knows_that_it_is_one() -> None:
    attribution = figure('"We lost 9 ewes," the shepherd said.', "9").attribution
    assert attribution is not None
    assert (attribution.source, attribution.quoted) == ("shepherd", True)


def test_an_earlier_sentence_of_a_quotation_has_the_same_speaker() -> None:
    text = '"We lost 9 ewes. The dog fled. It was dark," the shepherd said.'
    assert source(text, "9") == "shepherd"


def test_a_colon_introduces_a_quotation() -> None:
    assert source("The shepherd said: “We lost 9 ewes.”", "9") == "shepherd"
    assert source("Ms Ruiz wrote on her page: “We lost 9 ewes.”", "9") == "Ms Ruiz"


def test_a_split_quotation_has_one_speaker() -> None:
    text = '"It was dark," the shepherd said, "and 9 ewes were gone."'
    assert source(text, "9") == "shepherd"


def test_a_quotation_without_tag_goes_on_with_the_last_speaker() -> None:
    text = '"It was dark," the shepherd said. "By dawn 9 ewes were gone."'
    assert source(text, "9") == "shepherd"


def test_a_quotation_may_run_over_paragraphs() -> None:
    text = "“It was dark,” the shepherd said. “We waited.\n\n“By dawn 9 ewes were gone.”"
    assert source(text, "9") == "shepherd"


def test_a_new_paragraph_of_narration_ends_the_speech() -> None:
    text = "“It was dark,” the shepherd said.\n\nBy dawn 9 ewes were gone."
    assert source(text, "9") == ""


def test_a_title_in_marks_is_not_speech() -> None:
    assert source("The ship carries “Queen of the North 7” on its bow.", "7") == ""


def test_somebody_named_inside_a_quotation_outranks_its_speaker() -> None:
    text = '"The vet says 9 ewes are lame," the shepherd said.'
    attribution = figure(text, "9").attribution
    assert attribution is not None
    assert (attribution.source, attribution.via) == ("vet", "shepherd")


def test_the_writers_words_before_a_quotation_are_not_quoted() -> None:
    text = 'Two days later, Ms Ruiz wrote, "The ewes are back."'
    assert source(text, "Two") == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We saw 9 of them" Ms Ruiz said thirty minutes later.', "Ms Ruiz"),
        ('The sign read "9 ewes for sale".', "sign"),
        ('Ms Ruiz said "9 ewes" were gone.', "Ms Ruiz"),
        ('"9 ewes," said Ms Ruiz "and a dog."', "Ms Ruiz"),
        ('The band "Cloud 9" played.', ""),
        ('"Nobody asked." "We saw 9 of them."', ""),
        ('“Where are they?” asked Ms Ruiz. “We saw 9 of them.”', "Ms Ruiz"),
    ],
)  # fmt: skip
def test_who_speaks_a_quotation(text: str, expected: str) -> None:
    assert expected == source(text, "9")


def test_a_chain_of_untagged_quotations_is_followed_for_a_while_only() -> None:
    chain = "“We left.” " * 20
    assert source(f"“We came,” Ms Ruiz said. {chain}“We saw 9 of them.”", "9") == ""
