"""Where the readable text of a page stands in the page's source.

What a reader of pages makes of them keeps no offsets. They are found again by comparing letters:
both sides are squeezed, which leaves no white space, tags or bars between cells, and the lines of
the text are looked up one after the other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

__all__ = ["PageMap"]

_PIECE = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(?P<raw>script|style|template|svg|noscript|textarea)\b.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<[a-zA-Z/!?][^>]*(?:>|\Z)"
    r"|(?P<entity>&(?:#\w{1,8}|\w{1,32});?)"
    r"|(?P<words>[^<&\s|]+)"
    r"|(?P<sign>[<&])",
    re.S | re.I,
)
_SQUEEZED_OUT = re.compile(r"[\s|]+")
_ITEM = "- "
_SURE = 20
"""Letters of a line that is found by chance nowhere else."""
_NEAR = 4000
"""Letters ahead within which a shorter line is believed to be the one that is meant."""
_MISSES = 200
"""Lines that may be looked up in vain, so that the cost grows with the length of a page alone."""


class PageMap:
    """Finds the lines of a page's text in its source.

    Args:
        source: The page, as it stands in the file.
    """

    def __init__(self, source: str) -> None:
        self._source = source
        starts: list[int] = []
        offsets: list[int] = []
        pieces: list[str] = []
        size = 0
        for offset, words in _visible(source):
            starts.append(size)
            offsets.append(offset)
            pieces.append(words)
            size += len(words)
        self._starts = starts
        self._offsets = offsets
        self._letters = "".join(pieces)

    def rows(self, text: str) -> list[int]:
        """Where each line of a text begins among the page's letters; -1 where it is not found."""
        found: list[int] = []
        cursor = misses = 0
        for row in text.split("\n"):
            words = squeezed(row)
            at = -1
            if words and misses < _MISSES:
                at = self._find(words, cursor)
                misses += at < 0
            if at >= 0:
                cursor = at + len(words)
            found.append(at)
        return found

    def _find(self, words: str, cursor: int) -> int:
        at = self._letters.find(words, cursor)
        if at < 0 and len(words) > _SURE:
            words = words[:_SURE]  # a part further on was left out
            at = self._letters.find(words, cursor)
        return -1 if len(words) < _SURE and at > cursor + _NEAR else at

    def line(self, letter: int) -> int:
        """1-based line of the source on which one of the page's letters stands."""
        return self._source.count("\n", 0, self.offset(letter)) + 1

    def offset(self, letter: int) -> int:
        """Offset into the source of one of the page's letters."""
        if not self._starts:
            return 0
        piece = bisect_right(self._starts, letter) - 1
        return min(self._offsets[piece] + letter - self._starts[piece], len(self._source))

    def find(self, words: str, start: int = 0, end: int | None = None) -> int:
        """The letter at which some words begin, between two letters; -1 where they do not."""
        needle = _SQUEEZED_OUT.sub("", words)
        limit = len(self._letters) if end is None else end
        return self._letters.find(needle, start, limit) if needle else -1

    def title(self, title: str, rows: list[int]) -> int:
        """The letter at which a headline begins: the last one above the text; -1 for none.

        Args:
            title: The headline.
            rows: Where the lines of the text begin.
        """
        first = next((letter for letter in rows if letter >= 0), len(self._letters))
        needle = _SQUEEZED_OUT.sub("", title)
        if not needle:
            return -1
        above = self._letters.rfind(needle, 0, first)
        return above if above >= 0 else self._letters.find(needle)

    def lines(self, rows: list[int]) -> tuple[int, ...]:
        """The 1-based line of the source for each of the lines that :meth:`rows` looked up.

        A line that is not found has that of the line before it; 0 before the first one.
        """
        lines: list[int] = []
        line, counted = 1, 0
        known = False
        for letter in rows:
            if letter >= 0:
                offset = self.offset(letter)
                line += self._source.count("\n", counted, offset)
                counted, known = offset, True
            lines.append(line if known else 0)
        return tuple(lines)


def squeezed(row: str) -> str:
    """The letters of a line of text, without the dash that marks an item of a list."""
    return _SQUEEZED_OUT.sub("", row.removeprefix(_ITEM))


def _visible(source: str) -> Iterator[tuple[int, str]]:
    for match in _PIECE.finditer(source):
        if match["words"]:
            yield match.start(), match["words"]
        elif match["sign"]:
            yield match.start(), match["sign"]
        elif match["entity"]:
            words = _SQUEEZED_OUT.sub("", unescape(match["entity"]))
            if words:
                yield match.start(), words
