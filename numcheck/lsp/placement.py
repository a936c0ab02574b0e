"""From the offsets of a document that was read to offsets into the editor's text."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from numcheck.lsp.buffer import Buffer
from numcheck.model import Document, Figure
from numcheck.reading.page_map import PageMap

__all__ = ["Placement"]

_NEARBY = 600
"""Letters of a page within which a figure is looked for where it is not at once found."""


class Placement:
    """Where the figures of one document stand in the text that it was read from.

    Args:
        document: The document.
        buffer: The text.
    """

    def __init__(self, document: Document, buffer: Buffer) -> None:
        self.document = document
        self.buffer = buffer
        text = document.text
        self._starts = [0]
        while (end := text.find("\n", self._starts[-1])) >= 0:
            self._starts.append(end + 1)

    @property
    def is_page(self) -> bool:
        """Whether the text was taken out of markup, so that its lines are not the file's."""
        return not self.document.first_line and not self.document.rows

    def of(self, figure: Figure) -> tuple[int, int]:
        """Begin and end of a figure in the buffer; of its line where it is not found there."""
        if figure.field == "title":
            return self._in_title(figure)
        return self.between(figure.start, figure.end)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Begin and end in the buffer of what stands between two offsets of the text."""
        document = self.document
        if document.first_line:
            return self._in_slice(start), self._in_slice(end)
        row = bisect_right(self._starts, start) - 1
        if document.rows:
            return self.buffer.line(document.rows[min(row, len(document.rows) - 1)] - 1)
        return self._in_page(row, start, end)

    def block_start(self, figure: Figure) -> int:
        """Offset in the buffer at which a comment about a figure's paragraph belongs."""
        document = self.document
        if figure.field == "title":
            if not self.is_page:
                return self.buffer.line(document.first_line - 1)[0]
            return 0
        if self.is_page:
            letter = self._rows[bisect_right(self._starts, figure.start) - 1]
            return self._page.offset(letter) if letter >= 0 else self.of(figure)[0]
        start = document.text.rfind("\n\n", 0, figure.start)
        start = 0 if start < 0 else start + 2
        while start < figure.start and document.text[start].isspace():
            start += 1
        begin, _ = self.between(start, start + 1)
        return self.buffer.line(self.buffer.position(begin)[0])[0]

    def _in_slice(self, offset: int) -> int:
        row = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[row]
        if row == 0:
            column += self.document.first_column - 1
        start, end = self.buffer.line(self.document.first_line - 1 + row)
        return min(start + column, end)

    def _in_title(self, figure: Figure) -> tuple[int, int]:
        document, buffer = self.document, self.buffer
        if self.is_page:
            at = self._page.title(document.title, self._rows)
            if at >= 0:
                letter = at + len("".join(document.title[: figure.start].split()))
                return self._letters(letter, figure.text)
        line = document.title_line or (document.rows[0] if document.rows else 1)
        start, end = buffer.line(line - 1)
        at = start
        # The figure may stand in the headline several times; markup stands between its words.
        for _ in range(document.title.count(figure.text, 0, figure.start) + 1):
            found = buffer.text.find(figure.text, at, end)
            if found < 0:
                return start, end
            at = found + len(figure.text)
        return found, at

    @cached_property
    def _page(self) -> PageMap:
        return PageMap(self.buffer.text)

    @cached_property
    def _rows(self) -> list[int]:
        return self._page.rows(self.document.text)

    def _in_page(self, row: int, start: int, end: int) -> tuple[int, int]:
        letter = self._rows[row]
        if letter < 0:
            return self.buffer.line(0)
        before = self.document.text[self._starts[row] : start].removeprefix("- ")
        ahead = len("".join(before.replace("|", " ").split()))
        return self._letters(letter + ahead, self.document.text[start:end])

    def _letters(self, letter: int, words: str) -> tuple[int, int]:
        """Begin and end of words that ought to stand at a letter of the page."""
        squeezed = "".join(words.replace("|", " ").split())
        found = self._page.find(squeezed, letter, letter + _NEARBY)
        if found < 0:
            at = self._page.offset(letter)
            return self.buffer.line(self.buffer.position(at)[0])
        return self._page.offset(found), self._page.offset(found + len(squeezed) - 1) + 1
