"""Where findings stand, in the terms of machines: file, line, column."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from numcheck.model import Document, Figure, Finding, Report
from numcheck.reporting.display import clean

__all__ = ["Location", "Locations"]

_UNSAFE = re.compile(rb"[^A-Za-z0-9._~/@!$&'()*+,;=-]")


@dataclass(frozen=True, slots=True)
class Location:
    """
    The place of one figure.

    Attributes:
        figure: The figure.
        document: Its document.
        path: The file, else the document's id; clean, as a person would type it.
        line: 1-based line of the file; 1 where it is not known.
        column: 1-based, in code points; 0 where it is not known.
        end_line: Line of the figure's end.
        end_column: Column past its last character; 0 where it is not known.
    """

    figure: Figure
    document: Document
    path: str
    line: int = 1
    column: int = 0
    end_line: int = 1
    end_column: int = 0

    @property
    def uri(self) -> str:
        """The path as a relative or absolute URI reference."""
        raw = _file(self.document).replace("\\", "/")
        data = raw.encode("utf-8", "replace")
        quoted = _UNSAFE.sub(lambda match: b"%%%02X" % match[0][0], data).decode("ascii")
        return f"./{quoted}" if quoted.startswith("//") else quoted or "-"


def _file(document: Document) -> str:
    """The file as a repository knows it, ``a.txt`` for ``./a.txt``; else the document's id."""
    return os.path.normpath(document.path) if document.path else document.id


class Locations:
    """Looks up locations; finds the lines of a document once, when first asked about it."""

    def __init__(self, report: Report) -> None:
        """Prepare for the figures of a report."""
        self._documents = {document.id: document for document in report.documents}
        self._figures = {figure.id: figure for figure in report.figures}
        self._starts: dict[str, list[int]] = {}

    def of(self, finding: Finding) -> list[Location]:
        """The places of a finding's figures, the ones in question first."""
        known = (self._figures.get(name) for name in finding.figures)
        return list(self._located(figure for figure in known if figure is not None))

    def _located(self, figures: Iterable[Figure]) -> Iterable[Location]:
        for figure in figures:
            document = self._documents.get(figure.document)
            if document is None:
                continue
            path = clean(_file(document)) or "-"
            if figure.field != "text":
                line = document.title_line or 1
                yield Location(figure, document, path, line, end_line=line)
                continue
            if not document.first_line:
                line = self._line_of_page(document, figure.start)
                yield Location(figure, document, path, line, end_line=line)
                continue
            line, column = self._position(document, figure.start)
            end_line, end_column = self._position(document, figure.end)
            yield Location(figure, document, path, line, column, end_line, end_column)

    def _position(self, document: Document, offset: int) -> tuple[int, int]:
        row, column = self._in_text(document, offset)
        first = 0 if row else document.first_column - 1
        return document.first_line + row, first + column + 1

    def _line_of_page(self, document: Document, offset: int) -> int:
        """The line of a file whose lines are not those of the text."""
        if not document.rows:
            return 1
        row, _ = self._in_text(document, offset)
        return document.rows[min(row, len(document.rows) - 1)] or 1

    def _in_text(self, document: Document, offset: int) -> tuple[int, int]:
        """The 0-based line of an offset in the text, and how far it is into that line."""
        starts = self._starts.get(document.id)
        if starts is None:
            starts = [0, *(match.end() for match in re.finditer("\n", document.text))]
            self._starts[document.id] = starts
        row = bisect_right(starts, offset) - 1
        return row, offset - starts[row]
