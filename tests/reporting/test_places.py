from __future__ import annotations

import os

from numcheck.model import Document
from numcheck.reporting.places import Place, Places

TEXT = "One.\n\nTwo,\nstill two.\n \nThree."


def place(
    document: Document, field: str = "text", offset: int = 0, *, linked: bool = False
) -> Place:
    return Places([document], linked=linked).of(document.id, field, offset)


def test_a_file_with_lines_gives_file_and_line() -> None:
    document = Document("a", TEXT, path="drafts/a.txt", first_line=4)
    assert place(document, offset=TEXT.index("still")) == Place("drafts/a.txt:7", within="7")


def test_a_page_gives_its_paragraph() -> None:
    document = Document("page.html", TEXT, path="page.html")
    found = [place(document, offset=TEXT.index(word)).within for word in ("One", "still", "Three")]
    assert found == ["¶1", "¶2", "¶3"]


def test_a_text_without_empty_lines_counts_its_lines() -> None:
    document = Document("a7", "One.\nTwo.\nThree.")
    assert place(document, offset=5).text == "a7 ¶2"


def test_a_headline_is_named() -> None:
    document = Document("a", "", path="a.txt", first_line=2, title="Nine")
    assert place(document, "title").text == "a.txt (headline)"


def test_an_unknown_document_is_shown_by_its_id() -> None:
    assert Places([]).of("a\x1b7", "text", 0) == Place("a␛7")


def test_a_name_that_cannot_be_shown_becomes_a_dash() -> None:
    assert place(Document("\u200b", "x")).text == "- ¶1"


def test_a_link_leads_to_the_file_and_its_line() -> None:
    document = Document("a", TEXT, path="a ü\x1b.txt", first_line=1)
    link = place(document, linked=True).link
    assert link == f"file://{os.getcwd()}/a%20%C3%BC%1B.txt#1"


def test_a_page_without_a_file_links_to_its_address() -> None:
    assert place(Document("a", "x", url="https://a.example/1"), linked=True).link == (
        "https://a.example/1"
    )


def test_an_address_that_could_break_out_is_not_linked() -> None:
    document = Document("a", "x", url="https://a.example/\x1b\\")
    assert place(document, linked=True).link == ""


def test_a_document_that_knows_its_own_places_names_them() -> None:
    document = Document(
        "a", TEXT, path="a.docx", locators=((6, "paragraph 2"), (20, "footnote\x1b 1"))
    )
    found = [place(document, offset=offset) for offset in (0, 6, 19, 25)]
    assert [one.text for one in found] == [
        "a ¶1",
        "a (paragraph 2)",
        "a (paragraph 2)",
        "a (footnote␛ 1)",
    ]
    assert found[1].within == "paragraph 2"
