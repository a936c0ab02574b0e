"""What holds for attribution, stance and time whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction import extract
from numcheck.model import Document

_PIECES = [
    "the ministry", "said", "that", "12", "40%", "“", "”", "\"", "''", ",", ".", "\n\n", "he",
    "It", "according to", "not", "600", "denied", "the figure", "could not be verified", "if",
    "would cost", "since 2014", "in March", "Ann Lee", "who", "(", ")", ";", ":", "reports",
    "was", "quoted as", "saying", "by", "nowhere near", "false", "called", "it", "unconfirmed",
    "and", "claims", "'s", "told", "last week", "Source:", "reportedly", "poll", "$3m", "—",
    "while", "without", "evidence",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=60))
def test_figures_are_well_formed_in_any_order_of_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for figure in extract(Document(id="a", text=text)):
        assert text[figure.start : figure.end] == figure.text
        if figure.attribution is not None:
            assert figure.attribution.source
            assert figure.stance != "asserted"
        if figure.remark is not None:
            assert text[figure.remark.start : figure.remark.end] == figure.remark.text
        if figure.stance in ("denied", "unconfirmed"):
            assert figure.remark is not None
        assert figure.as_of is None or figure.as_of in " ".join(text.split())


@given(st.lists(st.sampled_from(_PIECES), max_size=40))
def test_the_same_text_gives_the_same_figures(pieces: list[str]) -> None:
    document = Document(id="a", text=" ".join(pieces))
    assert extract(document) == extract(document)
