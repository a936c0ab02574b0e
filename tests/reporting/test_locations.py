"""Lines and columns of figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.reading import read
from numcheck.reporting.locations import Location, Locations

WRONG = "Sales in Ostrava rose from 40 to 60, up 30%."


def place_of(document: Document) -> Location:
    """Where the figure in question of the only finding stands."""
    report = check([document])
    (finding,) = report.findings
    return Locations(report).of(finding)[0]


def read_one(path: Path, content: str) -> Document:
    path.write_text(content, "utf-8")
    (document,) = read([str(path)])
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.txt", f"\n{WRONG[:-1]}\n\nThe firm has a new chief.\n", 2),
        ("a.md", f"<!-- a draft -->\n\n## {WRONG[:-1]}\n\nThe firm has a new chief.\n", 3),
        ("b.md", f"---\nauthor: Ann\ntitle: {WRONG[:-1]}\n---\n\nThe firm has a chief.\n", 3),
        ("a.html", f"<html><body>\n<h1>{WRONG}</h1>\n<p>The firm has a chief.</p></body>", 2),
        ("a.jsonl", '{"text": "Nothing."}\n{"title": "' + WRONG + '", "text": "None."}\n', 2),
    ],
)
def test_a_finding_in_a_headline_is_on_its_line(
    tmp_path: Path, name: str, content: str, line: int
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    documents = [one for one in read([str(path)]) if isinstance(one, Document)]
    place = place_of(documents[-1])
    assert ("title", line, line) == (place.figure.field, place.line, place.end_line)


def test_a_finding_in_a_page_is_on_the_line_of_its_paragraph(tmp_path: Path) -> None:
    page = f"<html><body>\n<h1>The harbour</h1>\n<p>It is big.</p>\n\n<p>{WRONG}</p></body>"
    place = place_of(read_one(tmp_path / "a.html", page))
    assert (5, 0, 5) == (place.line, place.column, place.end_line)


def test_a_finding_in_a_record_is_on_the_line_of_the_record(tmp_path: Path) -> None:
    record = '\n\n{"text": "It is big.\\n\\n' + WRONG + '"}\n'
    assert 3 == place_of(read_one(tmp_path / "a.jsonl", record)).line


def test_columns_of_the_first_line_count_its_indent_and_markup(tmp_path: Path) -> None:
    place = place_of(read_one(tmp_path / "a.md", f"- **{WRONG}**\n"))
    line = f"- **{WRONG}**"
    assert (1, line.index("30%") + 1, line.index("30%") + 4) == (
        place.line, place.column, place.end_column,
    )  # fmt: skip


def test_a_document_of_no_file_has_line_1() -> None:
    assert 1 == place_of(Document(id="a", text=WRONG)).line


@pytest.mark.parametrize(
    ("path", "expected"),
    [("./a.txt", "a.txt"), ("x/../a.txt", "a.txt"), ("/x/a.txt", "/x/a.txt"), ("", "./id")],
)
def test_a_file_is_called_as_its_repository_calls_it(path: str, expected: str) -> None:
    place = place_of(Document(id="./id", text=WRONG, path=path))
    assert (expected, expected) == (place.path, place.uri)
