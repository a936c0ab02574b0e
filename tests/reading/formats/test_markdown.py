"""Markdown files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading import read, read_bytes
from numcheck.reading.formats._markup import blank_markup

DATA = Path(__file__).parent.parent.parent / "data"


def document_of(text: str) -> Document:
    """The document that a Markdown file holds."""
    (document,) = read_bytes(text.encode(), "a.md")
    assert isinstance(document, Document)
    return document


def test_the_sample_reads_as_it_was_meant() -> None:
    path = DATA / "ferry.md"
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    assert (
        "Ferry firm: 12 more sailings",
        "Harbour Gazette",
        "2024-05-03T08:15+01:00",
        11,
    ) == (document.title, document.source, document.published, document.first_line)
    assert "The firm will run 12 more sailings, its timetable says." == " ".join(
        document.text.split("\n")[0].split()
    )
    assert not {"99", "300", "2024", "7"} & set(document.text.split())
    assert "| North | 30       |" in document.text


def test_offsets_are_those_of_the_file() -> None:
    content = "# Fares\n\nThey **rose** by _5%_, see [the list](https://example.org/7).\n"
    document = document_of(content)
    shift = content.index("They")
    for word in ("rose", "5%", "the list"):
        at = document.text.index(word)
        assert word == content[shift + at : shift + at + len(word)]


@pytest.mark.parametrize(
    ("content", "title", "first"),
    [
        ("# Fares up 5%\n\nThey rose.", "Fares up 5%", "They rose."),
        ("# Fares up 5%. #\nThey rose.", "Fares up 5%.", "They rose."),
        ("## **Fares** up [5%](x)\n\nThey rose.", "Fares up 5%", "They rose."),
        ("Fares up 5%\n===\n\nThey rose.", "Fares up 5%", "They rose."),
        ("<!-- draft 3 -->\n\n# Fares up 5%\nThey rose.", "Fares up 5%", "They rose."),
        ("Fares up 5%\n\nThey rose.", "Fares up 5%", "They rose."),
        ("---\ntitle: Fares: up 5%\n---\nThey rose.", "Fares: up 5%", "They rose."),
        ("---\ntitle: Fares\n---\n# fares\n\nThey rose.", "Fares", "They rose."),
        ("---\ntitle: Fares\n---\n# Routes\n\nThey rose.", "Fares", "Routes"),
        ("They rose by 5%.\n\n# Later\n\nMore.", "", "They rose by 5%."),
    ],
)
def test_the_headline_is_the_front_matters_or_the_first_heading(
    content: str, title: str, first: str
) -> None:
    document = document_of(content)
    assert (title, first) == (document.title, document.text.split("\n")[0].strip())


def test_a_dateline_may_stand_in_italics() -> None:
    document = document_of("# Fares\n\n*By Ann Writer, Harbour Gazette, 3 May 2024*\n\nThey rose.")
    assert ("Harbour Gazette", "2024-05-03", "They rose.") == (
        document.source,
        document.published,
        document.text,
    )


def test_code_without_an_end_runs_to_the_end() -> None:
    (error,) = read_bytes(b"```\nfares = 5\n", "a.md")
    assert "a.md: no text in this file; there is nothing to check" == str(error)


def test_an_empty_file_is_an_error() -> None:
    (error,) = read_bytes(b"\n", "a.md")
    assert isinstance(error, InputError)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("**1,500** people", "1,500 people"),
        ("*a* _b_ ***c*** __d__ ~~e~~", "a b c d e"),
        ("snake_case 5 * 3 2*4", "snake_case 5 * 3 2*4"),
        ("`x = 5` left", "left"),
        ("![a pier](pier-2024.png) left", "a pier left"),
        ("[a](b(c)d) [e][2024] left", "a e left"),
        ("[a] and [b", "[a] and [b"),
        ("left[^12]\n\n[^12]: right", "left right"),
        ("left\n\n[3]: https://example.org/5", "left"),
        ("<https://example.org/5> <b>left</b> 3 < 5", "left 3 < 5"),
        ("> > quoted\n> 5", "quoted 5"),
        ("left <!-- 5\n6 --> right", "left right"),
        ("left <!-- 5\nright", "left right"),
        ("left <!-- 5 --> <!-- 6", "left"),
        ("~~~py\n5\n```\n~~~\nleft", "left"),
        ("```5``` left\n\nright", "5 left right"),
        (r"1\. left \*", "1 . left *"),
        ("left\n\n---\n\nright", "left right"),
        ("- 5 left\n* 6 right", "- 5 left * 6 right"),
    ],
)
def test_markup_gives_way_to_its_words(content: str, words: str) -> None:
    blanked = blank_markup(content)
    assert words == " ".join(blanked.split()).replace("```5```", "5")
    assert len(content) == len(blanked)


@given(st.text(alphabet="ab5 \n`*_[](){}<>!-#|~\\^:", max_size=150))
def test_blanking_keeps_length_lines_and_letters(content: str) -> None:
    blanked = blank_markup(content)
    assert len(content) == len(blanked)
    for before, after in zip(content, blanked, strict=True):
        assert after in (before, " ")
        assert (before == "\n") is (after == "\n")
