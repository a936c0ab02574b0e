"""Document → figures, as a whole."""

from __future__ import annotations

import gc
import itertools
import json
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.extraction import analyse, extract
from numcheck.extraction.collector import resting
from numcheck.model import Document

PIECES = st.sampled_from(
    [
        "12",
        "1,000",
        "3.5",
        "007",
        "2019",
        "1990s",
        "5%",
        "$",
        "£",
        "€",
        "US$",
        "-5C",
        "35°C",
        "6ft",
        "2in",
        "7:30",
        "am",
        "9/11",
        "24/7",
        "½",
        "１２",
        "⅓",
        "–",
        "-",
        "—",
        "'",
        "’",
        "“",
        "”",
        "(",
        ")",
        "million",
        "bn",
        "m",
        "k",
        "dozen",
        "dozens",
        "hundred",
        "half",
        "a",
        "third",
        "one",
        "two",
        "twenty-one",
        "to",
        "and",
        "of",
        "in",
        "per",
        "a",
        "the",
        "about",
        "nearly",
        "more",
        "than",
        "at",
        "least",
        "up",
        "from",
        "rose",
        "fell",
        "by",
        "said",
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        "\n",
        "\n\n",
        "\xa0",
        "\u202f",
        "KN-23",
        "No.",
        "Rs",
        "km",
        "kg",
        "miles",
        "years",
        "old",
        "aged",
        "October",
        "3rd",
        "2024-10-03",
        "@",
        "http://a.b/1",
        "www.c.d",
        "x",
        "×",
        "10^6",
        "\x00",
        "�",
        "\u202e",
        "́",
        "\ufeff",
        "\u200b",
        "𝟘",
        "٣",
        "四",
        "²",
        "Ⅳ",
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", "", "\n"])), max_size=40))
def test_offsets_order_and_slices_hold_on_pieces_of_figures(parts):
    _holds("".join(piece + gap for piece, gap in parts))


@given(st.text(alphabet=st.characters(), max_size=200))
def test_offsets_order_and_slices_hold_on_arbitrary_text(text):
    _holds(text)


@given(st.text(alphabet=st.sampled_from("0123456789.,-–/:%$£€ \n’'()amnkbxe½"), max_size=60))
def test_offsets_order_and_slices_hold_on_digits_and_marks(text):
    _holds(text)


def _holds(text: str) -> None:
    found = extract(Document(id="a", text=text, title=text[:50]))
    for field, source in (("text", text), ("title", text[:50])):
        figures = [each for each in found if each.field == field]
        for figure in figures:
            assert source[figure.start : figure.end] == figure.text != ""
            assert figure.low is None or figure.high is None or figure.low <= figure.high
        for before, after in itertools.pairwise(figures):
            assert before.end <= after.start
    again = extract(Document(id="a", text=text, title=text[:50]))
    assert found == again
    json.dumps([each.to_dict() for each in found])


def test_ids_run_through_title_and_text():
    found = extract(Document(id="a", text="Six men left.", title="Six leave"))
    assert [("a#1", "title"), ("a#2", "text")] == [(each.id, each.field) for each in found]


def test_figures_of_the_page_are_marked():
    text = "Read on for 5 pounds a month. Six men left."
    document = Document(id="a", text=text, furniture=((0, 29),))
    assert [True, False] == [each.furniture for each in extract(document)]


def test_a_text_without_numbers_has_no_figures():
    assert [] == extract(Document(id="a", text="Nothing happened anywhere."))
    assert () == analyse(Document(id="a", text="")).figures


def test_tokens_of_a_figure_lie_in_its_sentence():
    analysis = analyse(Document(id="a", text="It rained. Some 40 men left."))
    (figure,) = analysis.figures
    sentence = analysis.sentences[figure.sentence]
    assert ["40"] == sentence.words[figure.first : figure.last]


ADVERSARIAL = {
    "digits": "1234567890",
    "hyphens": "-",
    "one-one": "1-",
    "letters": "a ",
    "number words": "one ",
    "conjunctions": "10 and ",
    "ranges": "10 to ",
    "quotes": '"',
    "curly quotes": "“x ” ",
    "no spaces": "a1b2c3",
    "newlines": "\n",
    "lines": "x\n",
    "scales": "million ",
    "one million": "one million ",
    "commas": "1,",
    "stops": ".",
    "initials": "A. ",
    "spaced digits": "1 000 ",
    "money": "$5 ",
    "slashes": "1/2/",
    "colons": "1:",
    "brackets": "(1) ",
    "spaces": " ",
    "hedges": "more than about ",
    "months": "may 3 ",
    "addresses": "a@b.c ",
    "web": "http://",
    "at": "a@",
    "apostrophes": "1’000",
    "names": "Ann Lee, 34, ",
    "dates": "3 October 2024 to ",
}


def _seconds(text: str) -> float:
    document = Document(id="a", text=text)
    begin = time.process_time()
    extract(document)
    return time.process_time() - begin


@pytest.mark.parametrize("piece", ADVERSARIAL.values(), ids=ADVERSARIAL)
def test_twice_the_text_costs_at_most_about_twice_the_time(piece):
    half = piece * (8_000 // len(piece))
    _seconds(half[:2_000])
    small = min(_seconds(half) for _ in range(2))
    large = min(_seconds(half + half) for _ in range(2))
    assert large < 3 * small + 0.05


def test_ten_megabytes_of_digits_are_read_quickly():
    assert _seconds("7" * 10_000_000) < 10


def test_a_long_number_keeps_every_digit():
    number = "1" + "234567890" * 10
    (figure,) = extract(Document(id="a", text=f"It holds {number} bits."))
    assert Decimal(number) == figure.value


@pytest.mark.parametrize("enabled", [True, False])
def test_a_long_text_leaves_the_collector_as_it_was(enabled):
    was = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        extract(Document(id="a", text="It holds 5 men. " * 4_000))
        assert enabled is gc.isenabled()
    finally:
        (gc.enable if was else gc.disable)()


def test_an_error_in_a_long_text_sets_the_collector_to_work_again():
    with pytest.raises(ValueError, match="broken"), resting():
        assert not gc.isenabled()
        raise ValueError("broken")
    assert gc.isenabled()
