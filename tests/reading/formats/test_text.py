"""Plain text files."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.model import Document
from numcheck.reading import read, read_bytes

DATA = Path(__file__).parent.parent.parent / "data"


def document_of(text: str) -> Document:
    """The document that a text file holds."""
    (document,) = read_bytes(text.encode(), "a.txt")
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize("name", ["ferry.txt", "ferry-dos.txt", "ferry-utf16.txt"])
def test_the_sample_reads_alike_in_every_encoding(name: str) -> None:
    path = str(DATA / name)
    (document,) = read([path])
    assert isinstance(document, Document)
    text = document.text
    start = text.index("Sign up")
    assert document == Document(
        id=path,
        text=text,
        title="Ferry firm adds 12 sailings a week",
        source="Harbour Gazette",
        published="2024-05-03",
        path=path,
        title_line=1,
        first_line=4,
        furniture=((start, len(text)),),
    )
    assert "12 more sailings" == text[24:40]


def test_the_text_is_one_slice_of_the_file() -> None:
    content = "Twelve more sailings\n\n\n  The firm runs 58.\n\n\tIt ran 46.  \n\n"
    document = document_of(content)
    assert ("The firm runs 58.\n\n\tIt ran 46.", 4) == (document.text, document.first_line)
    assert document.text in content


def test_the_first_sentence_is_never_taken_for_the_headline() -> None:
    document = document_of("Fares rose 5%.\n\nThey rose 3% last year.\n")
    assert ("", "Fares rose 5%.") == (document.title, document.text.split("\n")[0])


def test_the_last_change_counts_where_no_date_of_publication_is_given() -> None:
    assert "2024-05-03" == document_of("Fares\nUpdated: 3 May 2024\n\nThey rose 5%.").published


def test_furniture_is_marked_and_nothing_else() -> None:
    document = document_of("Fares rose 5%.\n\nShare this article\n\nThey rose 3% in 2023.\n")
    ((start, end),) = document.furniture
    assert "Share this article" == document.text[start:end]


def test_ten_megabytes_on_one_line_are_read() -> None:
    digits = "7" * 10_000_000
    assert digits == document_of(digits).text
