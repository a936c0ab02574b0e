"""PDF: lines to running text, and places on pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import extract
from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading import read_bytes
from numcheck.reading.datelines import Imprint
from numcheck.reading.formats._office import article, written_on
from numcheck.reading.formats._pdf_layout import laid_out
from numcheck.reading.formats._pdf_lines import Line
from numcheck.reading.formats.pdf import boxes
from numcheck.reading.source import Source

SAMPLES = Path(__file__).parent.parent / "samples"
HEIGHT = 800.0


def lines(*texts: str, page: int = 1) -> list[Line]:
    """Lines of plain text, twelve points apart, as wide as their column but for sentence ends."""
    return [
        Line(
            page,
            100 * n,
            text,
            50,
            300 if text[-1:] not in ".!?" else 200,
            700 - 12 * n,
            710 - 12 * n,
        )
        for n, text in enumerate(texts)
    ]


def running(*texts: str) -> str:
    return laid_out([lines(*texts)], [HEIGHT]).text


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("the com-", "mittee met", "the committee met"),
        ("the com\u2010", "mittee met", "the committee met"),
        ("the com\ufffe", "mittee met", "the committee met"),
        ("the com\x02", "mittee met", "the committee met"),
        ("about twenty-", "five boats", "about twenty-five boats"),
        ("an Anglo-", "Dutch firm", "an Anglo-Dutch firm"),
        ("from 10-", "15 boats", "from 10-15 boats"),
        ("the B2-", "based crew", "the B2-based crew"),
        ("the firm -", "a large one", "the firm - a large one"),
        ("the firm runs", "12 boats", "the firm runs 12 boats"),
    ],
)
def test_a_word_that_a_line_divides_is_joined(above: str, below: str, expected: str) -> None:
    assert expected == running(above, below)


def test_a_short_last_line_ends_its_paragraph() -> None:
    text = running("The firm runs boats from the", "harbour.", "Fares rose by a tenth in the year")
    assert "The firm runs boats from the harbour.\n\nFares rose by a tenth in the year" == text


def test_items_of_a_list_stand_apart() -> None:
    assert "Two things\n\n- 5 boats\n\n- 6 crews" == running("Two things", "• 5 boats", "• 6 crews")


def test_a_sentence_goes_on_over_pages_and_what_the_edges_repeat_is_left_out() -> None:
    pages = [
        [
            Line(n, 0, f"Gazette, {n} May", 50, 200, 780, 790),
            Line(n, 100, text, 50, 300, 400, 410),
            Line(n, 200, f"Page {n}", 50, 100, 20, 30),
        ]
        for n, text in enumerate(("The firm runs", "12 boats.", "Fares rose 5%."), 1)
    ]
    layout = laid_out(pages, [HEIGHT] * 3)
    assert "The firm runs 12 boats.\n\nFares rose 5%." == layout.text
    assert ((0, 1), (14, 2), (25, 3)) == layout.pages()


def test_a_line_in_the_middle_of_pages_is_kept_however_often_it_comes() -> None:
    pages = [[Line(n, 0, "Fares rose 5%.", 50, 200, 400, 410)] for n in (1, 2, 3)]
    assert 3 == laid_out(pages, [HEIGHT] * 3).text.count("5%")


def test_rows_of_a_table_keep_their_cells_apart() -> None:
    row = [
        Line(1, 0, "North", 50, 90, 700, 710, 1),
        Line(1, 10, "30", 200, 220, 700, 710, 2),
        Line(1, 20, "South", 50, 90, 688, 698, 1),
        Line(1, 30, "28", 200, 220, 688, 698, 2),
        Line(1, 40, "All told", 50, 90, 676, 686),
    ]
    assert "North | 30\nSouth | 28\n\nAll told" == laid_out([row], [HEIGHT]).text


@pytest.mark.parametrize("name", ["ferry.pdf", "columns.pdf"])
def test_every_figure_has_a_box_on_its_page(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    (document,) = read_bytes(data, name)
    assert isinstance(document, Document)
    source = Source.of_bytes(name, data)
    figures = [figure for figure in extract(document) if figure.field == "text"]
    assert len(figures) > 5
    for figure in figures:
        found = boxes(source, document, figure.start, figure.end)
        assert {document.locator(figure.start)} >= {f"page {found[0].page}"}
        assert all(0 < box.left < box.right < 420 for box in found)
        assert all(0 < box.bottom < box.top < 600 for box in found)


def test_what_a_divided_word_leaves_keeps_its_place() -> None:
    layout = laid_out([lines("the com-", "mittee met")], [HEIGHT])
    assert [(0, 0, 7), (7, 100, 10)] == [(p.start, p.index, p.size) for p in layout.pieces]
    (part,) = layout.within(8, 10)
    assert (8, 101, 2) == (part.start, part.index, part.size)


def test_an_encrypted_file_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    def refuse(*_: object) -> object:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", refuse)
    (error,) = read_bytes((SAMPLES / "ferry.pdf").read_bytes(), "a.pdf")
    assert "a.pdf: encrypted; save it without a password" == str(error)


def test_a_file_of_pictures_says_so() -> None:
    import io

    import pypdfium2

    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(200, 200)
    packed = io.BytesIO()
    pdf.save(packed)
    (error,) = read_bytes(packed.getvalue(), "a.pdf")
    assert isinstance(error, InputError)
    assert "no text in this PDF, only pictures of it; run a text recognition over it first" == (
        error.problem
    )


def test_too_much_text_on_a_page_is_refused() -> None:
    import pypdfium2

    from numcheck.reading.formats._pdf_lines import lines_of_page

    with pytest.raises(OverflowError):
        lines_of_page(pypdfium2.PdfDocument(SAMPLES / "ferry.pdf")[0], 1, 100)


def test_a_title_counts_where_the_text_opens_with_it() -> None:
    source = Source.of_bytes("a.pdf", b"")
    text = "Fares rise\nagain\n\nFares rose 5%, the firm said on Monday."
    opened = article(source, text, Imprint(), title="Fares  rise again", locators=((0, "page 1"),))
    assert ("Fares rise again", ((0, "page 1"),)) == (opened.title, opened.locators)
    assert opened.text.startswith("Fares rose 5%")
    other = article(source, "Fares rose 5%, the firm said.", Imprint(), title="Draft 7")
    assert "" == other.title
    book = article(source, "Fares rose 5%, the firm said.", Imprint(), title="Boats", trusted=True)
    assert "Boats" == book.title
    with pytest.raises(InputError):
        article(source, " ", Imprint())


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2024-05-03T08:15:00", "2024-05-03T09:00:00", "2024-05-03"),
        ("2024-05-03", "", "2024-05-03"),
        ("2024-05-03", "2024-09-01", ""),
        ("2024-05-03", "2024-05-01", ""),
        ("2024-13-03", "", ""),
        ("", "2024-05-03", ""),
    ],
)
def test_the_day_of_making_counts_if_the_file_was_soon_finished(
    first: str, last: str, expected: str
) -> None:
    assert expected == written_on(first, last)
