"""Comma-separated and tab-separated tables; a spreadsheet's semicolons are read too."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from numcheck.errors import FactsError
from numcheck.facts.formats._text import read_text
from numcheck.facts.row import COLUMNS, Problems, Row, unknown_column

__all__ = ["SUFFIXES", "rows"]

SUFFIXES: tuple[str, ...] = (".csv", ".tab", ".tsv")


def rows(path: str, problems: Problems) -> Iterator[Row]:
    """The rows under the line of column names; lines that begin with ``#`` are comments.

    Args:
        path: The file.
        problems: Takes what is wrong with single rows.

    Raises:
        FactsError: The file cannot be read, or its first line names no column.
    """
    text = read_text(path)
    tabs = path.lower().endswith((".tsv", ".tab"))
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter="\t" if tabs else _separator(text), strict=True)
    columns: list[str] | None = None
    unknown: list[str] = []
    while True:
        lines.first = 0
        try:
            record = next(reader, None)
        except csv.Error as error:
            problems.add(f"broken line: {error}; check its quotes", f"{path}:{lines.first}")
            return
        if record is None:
            break
        place = f"{path}:{lines.first}"
        cells = [cell.strip() for cell in record]
        if not any(cells):
            continue
        if columns is None:
            columns = _columns(cells, place, problems)
            unknown = [name for name in columns if name not in COLUMNS]
            continue
        if len(record) > len(columns) and any(cells[len(columns) :]):
            told = f"{len(record)} cells under {len(columns)} columns"
            problems.add(f"{told}; put a cell that holds a comma in quotes", place)
            continue
        named = dict(zip(columns, cells, strict=False))
        for name in unknown:
            named.pop(name, None)
        yield Row(place, named)
    if columns is None:
        raise FactsError("no line of column names; begin with measure,subject,value", path)


class _Lines:
    """The lines of a text without those between records that are comments or blank."""

    def __init__(self, text: str) -> None:
        self._lines = iter(io.StringIO(text))
        self._number = 0
        self.first = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        for line in self._lines:
            self._number += 1
            # Inside a record, in quotes that span lines, nothing is a comment.
            if self.first or (line.strip() and not line.startswith("#")):
                self.first = self.first or self._number
                return line
        raise StopIteration


def _separator(text: str) -> str:
    """A semicolon where the line of names has one and no comma."""
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            return ";" if ";" in line and "," not in line else ","
    return ","


def _columns(record: list[str], place: str, problems: Problems) -> list[str]:
    names = [cell.strip().lower().replace(" ", "_") for cell in record]
    for number, name in enumerate(names, 1):
        if not name:
            if any(names[number - 1 :]):
                problems.add(f"column {number} has no name", place)
        elif name not in COLUMNS:
            problems.add(unknown_column(record[number - 1].strip()), place)
        elif name in names[: number - 1]:
            problems.add(f"the column {name!r} is there twice", place)
    while names and not names[-1]:
        names.pop()
    return names
