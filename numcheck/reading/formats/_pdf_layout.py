"""The lines of a PDF as running text: paragraphs, without what every page repeats."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from numcheck.reading.formats._pdf_lines import HYPHENS, Line

__all__ = ["Layout", "Piece", "laid_out"]

_EDGE = 0.14  # of the page's height, above and below which headers and footers stand
_GAP = 1.35  # times the usual distance of lines, from which a paragraph ends
_INDENT = 6.0  # points
_DIGITS = re.compile(r"\d+|\b[ivxl]{1,6}\b")
_SENTENCE_END = re.compile(r"[.!?:][\"'”’)\]]*$")
_TENS = re.compile(r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty$", re.I)
_ITEM = re.compile(r"[•▪◦●‣]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the text that stand together on a page.

    Attributes:
        start: Offset into the text.
        page: 1-based number of the page.
        index: Number of the first among the page's characters.
        size: How many they are.
    """

    start: int
    page: int
    index: int
    size: int


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a file, and where its characters stand.

    Attributes:
        text: Paragraphs parted by blank lines.
        pieces: The pieces of the text, in its order.
    """

    text: str
    pieces: tuple[Piece, ...]

    def pages(self) -> tuple[tuple[int, int], ...]:
        """The offset at which each page begins, with its number."""
        found: dict[int, int] = {}
        for piece in self.pieces:
            found.setdefault(piece.page, piece.start)
        return tuple((start, page) for page, start in found.items())

    def within(self, start: int, end: int) -> list[Piece]:
        """The pieces of a slice of the text: a few characters of a page each."""
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1, 0)
        found = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            low, high = max(start, piece.start), min(end, piece.start + piece.size)
            if low < high:
                found.append(Piece(low, piece.page, piece.index + low - piece.start, high - low))
        return found


def laid_out(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Layout:
    """Join lines to paragraphs.

    Args:
        pages: The lines of each page.
        heights: The height of each page, in points.
    """
    repeated = _repeated(pages, heights)
    lines = [
        line
        for page, height in zip(pages, heights, strict=True)
        for line in page
        if _shape(line, height) not in repeated
    ]
    distance = _usual_distance(lines)
    pieces: list[Piece] = []
    parts: list[str] = []
    size = 0
    before: Line | None = None
    for line in lines:
        joint = "" if before is None else _joint(before, line, distance)
        divided = before is not None and joint == "" and parts[-1][-1:] in HYPHENS
        if divided and not _keeps_hyphen(parts[-1], line.text.lstrip()):
            parts[-1] = parts[-1][:-1]
            size -= 1
            last = pieces.pop()
            pieces.append(Piece(last.start, last.page, last.index, last.size - 1))
        elif divided:
            parts[-1] = parts[-1][:-1] + "-"
        text = line.text.strip()
        lead = len(line.text) - len(line.text.lstrip())
        mark = _ITEM.match(text)
        if mark:
            text, lead = text[mark.end() :], lead + mark.end()
            joint += "- "
        parts += [joint, text]
        size += len(joint)
        pieces.append(Piece(size, line.page, line.start + lead, len(text)))
        size += len(text)
        before = line
    return Layout("".join(parts), tuple(pieces))


def _shape(line: Line, height: float) -> tuple[str, int]:
    """What makes a header or footer recognisable: its words, numbers aside, and its place."""
    at_edge = line.bottom > height * (1 - _EDGE) or line.top < height * _EDGE
    words = _DIGITS.sub("#", " ".join(line.text.split()).casefold())
    return (words, round(line.bottom / 4)) if at_edge else ("", -1)


def _repeated(
    pages: Sequence[Sequence[Line]], heights: Sequence[float]
) -> frozenset[tuple[str, int]]:
    """The shapes that stand at the edge of several pages: of half, or of three in long files."""
    counts = Counter(
        shape
        for page, height in zip(pages, heights, strict=True)
        for shape in sorted({_shape(line, height) for line in page})
        if shape[1] >= 0
    )
    needed = max(2, min(3, len(pages) // 2))
    return frozenset(shape for shape, count in counts.items() if count >= needed)


def _usual_distance(lines: Sequence[Line]) -> float:
    distances = [
        above.bottom - below.bottom
        for above, below in pairwise(lines)
        if above.page == below.page and 0 < above.bottom - below.bottom < 60
    ]
    return sorted(distances)[len(distances) // 2] if distances else 0.0


def _joint(above: Line, below: Line, distance: float) -> str:
    """What stands between two lines: nothing in a divided word, a space, or a paragraph's end."""
    text, following = above.text.rstrip(), below.text.lstrip()
    if above.cell or below.cell:
        if below.cell > 1:
            return " | "
        return "\n" if above.cell and below.cell and above.page == below.page else "\n\n"
    divided = text[-1:] in HYPHENS and text[-2:-1].isalnum()
    if divided and following[:1].isalnum():
        return ""
    if _ITEM.match(following):
        return "\n\n"
    gap = above.bottom - below.bottom
    turned = above.page != below.page or gap < 0  # over to another page or column
    if turned:
        goes_on = not _SENTENCE_END.search(text) and not following[:1].isupper()
        return " " if goes_on else "\n\n"
    if distance and gap > distance * _GAP:
        return "\n\n"
    taller = abs((above.top - above.bottom) - (below.top - below.bottom))
    if taller > 2.0 and gap > 1.0:
        return "\n\n"  # from a heading to text, or the other way
    ended = bool(_SENTENCE_END.search(text))
    if ended and below.left > above.left + _INDENT and gap > 1.0:
        return "\n\n"
    room = below.right - above.right  # a last line often ends far from the margin
    if ended and room > 0.25 * max(below.right - below.left, 1.0) and following[:1].isupper():
        return "\n\n"
    return " "


def _keeps_hyphen(text: str, following: str) -> bool:
    """Whether the hyphen belongs to the word: ``3-year``, ``twenty-five``, ``Anglo-Dutch``."""
    words = re.split(r"[\s(]", text[:-1])
    last = words[-1] if words else ""
    lower = last[-1:].islower() and following[:1].islower()
    return not lower or bool(_TENS.search(last)) or any(map(str.isdigit, last))
