"""The text of an open document, with positions as an editor counts them.

Lines end as the protocol says, with a line feed, a carriage return or both; other characters that
Python takes for line breaks are part of a line. Columns count units of the encoding that editor and
server have agreed on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

__all__ = ["ENCODINGS", "Buffer"]

_LINE_END = re.compile(r"\r\n|\n|\r")


def _utf8(words: str) -> int:
    return len(words.encode("utf-8", "surrogatepass"))


def _utf16(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


ENCODINGS: dict[str, Callable[[str], int]] = {"utf-8": _utf8, "utf-16": _utf16, "utf-32": len}
"""How many units of an encoding some words take."""


class Buffer:
    """A text that never changes; an edit makes another one.

    Attributes:
        text: The text.
        encoding: ``utf-8``, ``utf-16`` or ``utf-32``.
        version: What the editor calls this state of the document.
    """

    def __init__(self, text: str, encoding: str = "utf-16", version: int | None = None) -> None:
        self.text = text
        self.encoding = encoding
        self.version = version
        self._units = ENCODINGS[encoding]

    @cached_property
    def _lines(self) -> list[tuple[int, int]]:
        """Offset of each line's begin, and of its end without the line break."""
        lines = []
        start = 0
        for match in _LINE_END.finditer(self.text):
            lines.append((start, match.start()))
            start = match.end()
        lines.append((start, len(self.text)))
        return lines

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self._lines]

    def line(self, number: int) -> tuple[int, int]:
        """Begin and end of a 0-based line; of the last one where there are fewer."""
        return self._lines[max(0, min(number, len(self._lines) - 1))]

    def offset(self, line: int, character: int) -> int:
        """The offset of a position; one beyond a line or the text is the end of these."""
        if line >= len(self._lines):
            return len(self.text)
        start, end = self.line(line)
        words = self.text[start:end]
        if words.isascii() or self.encoding == "utf-32":
            return start + max(0, min(character, len(words)))
        units = 0
        for position, letter in enumerate(words):
            if units >= character:
                return start + position
            units += self._units(letter)
        return end

    def position(self, offset: int) -> tuple[int, int]:
        """0-based line and column of an offset."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset) - 1
        start, end = self._lines[line]
        return line, self._units(self.text[start : min(offset, end)])

    def edited(
        self, start: tuple[int, int], end: tuple[int, int], words: str, version: int | None = None
    ) -> Buffer:
        """The buffer with the words between two positions replaced."""
        first, last = sorted((self.offset(*start), self.offset(*end)))
        text = self.text[:first] + words + self.text[last:]
        return Buffer(text, self.encoding, version)
