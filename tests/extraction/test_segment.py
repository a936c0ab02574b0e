"""Sentences and paragraphs."""

from __future__ import annotations

import pytest

from numcheck.extraction.segment import sentences
from numcheck.model import Document


def cut(text: str, title: str = "") -> list[str]:
    return [each.text for each in sentences(Document(id="a", text=text, title=title))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. They left.", ["It rained.", "They left."]),
        ("It rained! They left? Yes.", ["It rained!", "They left?", "Yes."]),
        ("“It rained.” They left.", ["“It rained.”", "They left."]),
        ("Mr. Keller left.", ["Mr. Keller left."]),
        ("Dr. A. B. Keller left.", ["Dr. A. B. Keller left."]),
        ("So do I. They left.", ["So do I.", "They left."]),
        ("He saw No. 10 there.", ["He saw No. 10 there."]),
        ("He said no. They left.", ["He said no.", "They left."]),
        ("Acme Inc. Chairman Keller left.", ["Acme Inc. Chairman Keller left."]),
        ("He left Acme Inc. The firm fell.", ["He left Acme Inc.", "The firm fell."]),
        ("He left at 5 p.m. on Monday.", ["He left at 5 p.m. on Monday."]),
        ("It cost 3.5 million.", ["It cost 3.5 million."]),
        ("It rose... and fell.", ["It rose... and fell."]),
        ("It rose… Then it fell.", ["It rose…", "Then it fell."]),
        ("It rose to 12\n000 men.", ["It rose to 12\n000 men."]),
        ("A line that\nruns on.", ["A line that\nruns on."]),
        ("Short head\nThe text goes on.", ["Short head", "The text goes on."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("- One\n- Two", ["- One", "- Two"]),
        ("List:\n1. one\n2. two", ["List:", "1. one", "2. two"]),
        ("Comma,\nThen on.", ["Comma,\nThen on."]),
        ("", []),
        ("   \n ", []),
        ("No stop", ["No stop"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert expected == cut(text)


def test_the_title_comes_first_with_its_own_offsets():
    found = sentences(Document(id="a", text="It rained.", title="Rain. Again."))
    assert [("title", 0), ("title", 1), ("text", 2)] == [(s.field, s.index) for s in found]
    assert 0 == found[2].start


def test_paragraphs_are_counted():
    found = sentences(Document(id="a", text="One. Two.\n\nThree.\n- four\n- five"))
    assert [0, 0, 1, 2, 3] == [each.paragraph for each in found]


def test_an_overlong_stretch_is_cut_at_white_space():
    found = cut("word " * 3000)
    assert 4 == len(found)
    assert all(len(each) <= 4000 and each.endswith("word") for each in found)


def test_an_overlong_stretch_without_white_space_is_cut_anywhere():
    assert ["x" * 4000, "x" * 4000, "x" * 2000] == cut("x" * 10_000)


_HEADLINE = "Repairs to the old bridge over the Aster will take fourteen months, mayor says"
_BODY = (
    "Work on the bridge began on Monday, and the council expects that it will go on for more "
    "than a year, a spokeswoman said."
)


def test_a_long_headline_does_not_run_into_the_line_below():
    assert [_HEADLINE, _BODY] == cut(f"{_HEADLINE}\n{_BODY}")


def test_lines_wrapped_at_one_width_stay_one_sentence():
    text = (
        "The council said on Monday that work on the bridge over the river\n"
        "Aster would begin in May and go on for a year, and that the people of\n"
        "Kelby would have to walk for as long as that takes."
    )
    assert [text] == cut(text)


def test_a_long_line_that_goes_on_in_lower_case_is_no_headline():
    text = f"{_HEADLINE}\nw{_BODY[1:]}"
    assert [text] == cut(text)
