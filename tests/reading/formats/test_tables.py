"""CSV and Parquet: which column is the text, and what is wrong with a row."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.model import Document
from numcheck.reading import ReadingOptions, read, read_bytes


def said(data: bytes, name: str = "a.csv", options: ReadingOptions | None = None) -> list[str]:
    return [
        f"{item.id} = {item.text}" if isinstance(item, Document) else str(item)
        for item in read_bytes(data, name, options)
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_cells_may_be_parted_in_any_usual_way(mark: str) -> None:
    data = f"ID{mark}Article Text\n1{mark}Fares rose 5%.\n".encode()
    assert ["1 = Fares rose 5%."] == said(data)


def test_rows_count_as_in_a_spreadsheet_whatever_lines_they_take() -> None:
    data = b'text,title\n"Fares\r\nrose 5%.",A\n,\n,B\nFares fell 2%.\n'
    assert ["a.csv:2 = Fares\nrose 5%.", "a.csv:4 = ", "a.csv:5 = Fares fell 2%."] == said(data)


def test_a_row_without_text_is_reported() -> None:
    data = b"text,url\n,https://a.example\nFares rose 5%.,\n"
    assert [
        "a.csv:2: no text in this row; there is nothing to check",
        "a.csv:3 = Fares rose 5%.",
    ] == said(data)


def test_a_column_may_be_named(tmp_path: Path) -> None:
    data = b"text,notes\nshort,Fares rose 5%.\n"
    assert ["a.csv:2 = Fares rose 5%."] == said(data, options=ReadingOptions(text_column="notes"))
    (tmp_path / "a.csv").write_bytes(data)
    (document,) = read([f"{tmp_path / 'a.csv'}#notes"])
    assert isinstance(document, Document)
    assert "Fares rose 5%." == document.text


def test_a_name_with_a_hash_is_a_name_where_such_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt#b").write_text("Fares rose 5%.")
    (tmp_path / "a.txt").write_text("Fares fell 2%.")
    (document,) = read([str(tmp_path / "a.txt#b")])
    assert isinstance(document, Document)
    assert "Fares rose 5%." == document.text


def test_a_table_without_a_known_column_says_which_there_are() -> None:
    assert [
        'a.csv: no column is known to hold the text; name it as "a.csv#COLUMN": place, (unnamed)'
    ] == said(b"place,\nx,y\n")
    names = ",".join(f"c{number}" for number in range(20)).encode()
    assert said(names + b"\n1\n")[0].endswith("c10, c11 …")
    wanted = said(b"text\n5\n", options=ReadingOptions(text_column="body"))
    assert ["a.csv: no column 'body'; there are text"] == wanted


def test_encodings_are_told_by_the_first_bytes() -> None:
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        data = "text\nThe café sold £5.\n".encode(encoding)
        assert ["a.csv:2 = The café sold £5."] == said(data)


def test_bytes_that_do_not_fit_the_encoding_are_named_with_their_row() -> None:
    data = b"text\n" + b"Fares rose 5%.\n" * 2000 + b"caf\xe9\n"
    assert said(data)[-1].endswith(": not UTF-8 in or after this row; save it as UTF-8")


def test_a_table_of_names_alone_or_of_nothing_says_so() -> None:
    assert ["a.csv: no rows below the names of the columns"] == said(b"text,title\n")
    assert ["a.csv: a PNG image, not a table"] == said(b"\x89PNG\r\n\x1a\n")


def test_a_quotation_mark_that_nothing_closes_ends_with_the_file() -> None:
    assert ["a.csv:2 = Fares rose 5%.\nFares fell 2%."] == said(
        b'text\n"Fares rose 5%.\nFares fell 2%.\n'
    )


def parquet(query: str, tmp_path: Path) -> list[str]:
    import duckdb

    path = tmp_path / "a[1].parquet"
    duckdb.execute(f"COPY ({query}) TO '{path}'")
    return [
        f"{Path(item.id).name} = {item.text} {item.published}" if isinstance(item, Document)
        else item.problem
        for item in read([str(path)])
    ]  # fmt: skip


def test_parquet_keeps_moments_and_reads_any_name(tmp_path: Path) -> None:
    query = "SELECT 'Fares' AS text, TIMESTAMPTZ '2024-05-03 08:15:00+01' AS date"
    assert ["a[1].parquet:1 = Fares 2024-05-03T07:15+00:00"] == parquet(query, tmp_path)


def test_parquet_without_rows_or_text_says_so(tmp_path: Path) -> None:
    nothing = "a table without rows; there is nothing to check"
    assert [nothing] == parquet("SELECT 'x' AS text WHERE false", tmp_path)
    assert ["no text in this row; there is nothing to check"] == parquet(
        "SELECT NULL AS text", tmp_path
    )
