"""The lines of a PDF's pages, with their places, as pdfium finds them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

__all__ = ["HYPHENS", "Line", "lines_of_page"]

# pdfium gives a hyphen that divides a word as U+0002 or U+FFFE, and then no line break.
_BROKEN_WORD = "\x02\ufffe"
HYPHENS = f"-\u2010\u00ad{_BROKEN_WORD}"
"""What may stand at the end of a line for the division of a word."""


_AFTER_WORD = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\"”’%]|\d)(?<![ \t])([1-9]\d?)(?![\w.,]\d)(?!\d)")
_UNIT = re.compile(r"(?<![^\W\d_])(?:[kcdm]?m|ft|in|mi|yd)$")
_POWERS = {"2": "²", "3": "³"}
_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_SPARSE = 0.62  # times the height of a line: the width of a character in a line of plain text
_CELL_GAP = 1.2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Attributes:
        page: 1-based number of the page.
        start: Number of its first character among the page's.
        text: Its characters, as many as pdfium counts.
        left: Distance from the page's left edge, in points (1/72 inch).
        right: Where it ends.
        bottom: Distance of its foot from the page's foot.
        top: Distance of its head from the page's foot.
        cell: Number of the cell where the line is a row of a table, from 1; 0 where it is none.
    """

    page: int
    start: int
    text: str
    left: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    cell: int = 0


def lines_of_page(page: Any, number: int, most: int) -> list[Line]:
    """The lines of a page, in the order in which the file draws them.

    Args:
        page: A page of ``pypdfium2``.
        number: Its 1-based number.
        most: Characters beyond which the page is not read.

    Raises:
        OverflowError: There are more.
    """
    from pypdfium2 import raw

    content = page.get_textpage()
    try:
        count = content.count_chars()
        if count > most:
            raise OverflowError
        unicode_of, handle = raw.FPDFText_GetUnicode, content.raw
        characters = [unicode_of(handle, index) for index in range(count)]
        text = "".join(
            chr(one) if 0 < one < 0x110000 and not 0xD800 <= one < 0xE000 else " "
            for one in characters
        )
        text = _without_marks(content, text)
        return [
            line
            for start, end in _spans(text)
            for line in _cells(content, _placed(content, number, start, end, text))
        ]
    finally:
        content.close()


def _without_marks(content: Any, text: str) -> str:
    """The text with spaces for the raised digits of footnotes, which would lengthen a figure."""
    pieces = list(text)
    for match in _AFTER_WORD.finditer(text):
        start, end = match.span(1)
        if not _is_raised(content, start):
            continue
        power = _POWERS.get(match[1], "") if _UNIT.search(text, 0, start) else ""
        pieces[start:end] = power or " " * (end - start)
    return "".join(pieces)


def _is_raised(content: Any, index: int) -> bool:
    """Whether a character is smaller than the one before it, and stands higher."""
    from pypdfium2 import raw

    size, before = (raw.FPDFText_GetFontSize(content.raw, at) for at in (index, index - 1))
    own, line = _box(content, index), _box(content, index - 1, loose=True)
    if own is None or line is None:
        return False
    higher = own[1] > line[1] + 0.3 * (line[3] - line[1])
    return higher and bool(size < 0.85 * before or size == before)


def _box(
    content: Any, index: int, *, loose: bool = False
) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of a character; ``None`` for one without a place."""
    from pypdfium2 import PdfiumError

    try:
        box: tuple[float, float, float, float] = content.get_charbox(index, loose=loose)
    except PdfiumError:
        return None
    return box


def _cells(content: Any, line: Line) -> list[Line]:
    """The cells of a line that is a row of a table; the line itself as a rule."""
    height = line.top - line.bottom
    words = line.text.split()
    wide = line.right - line.left > _SPARSE * height * max(len(line.text), 1)
    if height <= 0 or len(words) < 2 or not wide:
        return [line]
    cuts = []
    for match in _SPACE.finditer(line.text):
        before = _box(content, line.start + match.start() - 1)
        after = _box(content, line.start + match.end())
        if before and after and after[0] - before[2] > _CELL_GAP * height:
            cuts.append(match.span())
    edges = [(0, 0), *cuts, (len(line.text), len(line.text))]
    if len(edges) == 2:
        return [line]
    return [
        replace(line, start=line.start + start, text=line.text[start:end], cell=number)
        for number, ((_, start), (end, _)) in enumerate(pairwise(edges), 1)
        if line.text[start:end].strip()
    ]


def _spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each line that is not blank."""
    spans = []
    start = 0
    for index, character in enumerate(text):
        if character in "\r\n" or character in _BROKEN_WORD:
            end = index + (character in _BROKEN_WORD)
            if text[start:end].strip():
                spans.append((start, end))
            start = index + 1
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _placed(content: Any, number: int, start: int, end: int, text: str) -> Line:
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip()) - 1
    box, end_box = _box(content, first, loose=True), _box(content, last, loose=True)
    if box is None or end_box is None:
        return Line(number, start, text[start:end])
    return Line(number, start, text[start:end], box[0], end_box[2], box[1], box[3])
