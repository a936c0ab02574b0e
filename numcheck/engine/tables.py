"""Tables in a text: Markdown, cells parted by bars, and columns lined up by spaces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from numcheck.model import Figure

__all__ = ["Cell", "Table", "tables"]

_RULE = re.compile(r"[\s|:+=-]+$")
_GAP = re.compile(r"\t+| {2,}")
_SHORTEST = 3  # lines: a heading and two rows


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    Attributes:
        text: What stands in it.
        start: Code-point offset into the document's text.
        end: Offset past its last character.
        figure: The only figure in it, or ``None``.
    """

    text: str
    start: int
    end: int
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        header: The cells of its first row.
        rows: The other rows, each as long as the header.
        start: Offset of its first character.
        end: Offset past its last one.
    """

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def tables(text: str, figures: Sequence[Figure]) -> Iterator[Table]:
    """The tables of a text, each with its figures in their cells.

    Args:
        text: The document's text.
        figures: The document's figures, in text order.
    """
    if "|" not in text and "  " not in text and "\t" not in text:
        return
    lines = text.split("\n")
    if len(lines) < _SHORTEST:
        return
    body = [figure for figure in figures if figure.field == "text"]
    starts = [figure.start for figure in body]
    block: list[tuple[tuple[str, int, int], ...]] = []
    offset = 0
    for line in [*lines, ""]:
        cells = _cells(line, offset)
        offset += len(line) + 1
        if cells and _RULE.match(line):
            continue  # the rule below the heading
        if cells and (not block or len(cells) == len(block[0])):
            block.append(cells)
            continue
        if len(block) >= _SHORTEST:
            yield _table(block, body, starts)
        block = [cells] if cells else []


def _cells(line: str, offset: int) -> tuple[tuple[str, int, int], ...]:
    """Text and place of each cell of a line; nothing where the line is no row."""
    stripped = line.strip()
    if not stripped:
        return ()
    if "|" in stripped:
        spans = _between_bars(line)
    elif _GAP.search(stripped):
        spans = _between_gaps(line)
    else:
        return ()
    if len(spans) < 2:
        return ()
    return tuple((line[begin:end], offset + begin, offset + end) for begin, end in spans)


def _between_bars(line: str) -> list[tuple[int, int]]:
    bars = [k for k, mark in enumerate(line) if mark == "|"]
    edges = [-1, *bars, len(line)]
    if line.lstrip().startswith("|"):
        edges = edges[1:]
    if line.rstrip().endswith("|"):
        edges = edges[:-1]
    return [_trim(line, left + 1, right) for left, right in pairwise(edges)]


def _between_gaps(line: str) -> list[tuple[int, int]]:
    begin = len(line) - len(line.lstrip())
    spans = []
    for gap in _GAP.finditer(line, begin):
        spans.append(_trim(line, begin, gap.start()))
        begin = gap.end()
    spans.append(_trim(line, begin, len(line)))
    return [span for span in spans if span[0] < span[1]]


def _trim(line: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and line[begin] in " \t*_":
        begin += 1
    while end > begin and line[end - 1] in " \t*_":
        end -= 1
    return begin, end


def _table(
    block: Sequence[tuple[tuple[str, int, int], ...]],
    figures: Sequence[Figure],
    starts: Sequence[int],
) -> Table:
    start, end = block[0][0][1], block[-1][-1][2]
    rows = [tuple(_cell(cell, figures, starts) for cell in row) for row in block]
    return Table(rows[0], tuple(rows[1:]), start, end)


def _cell(cell: tuple[str, int, int], figures: Sequence[Figure], starts: Sequence[int]) -> Cell:
    text, start, end = cell
    near = figures[bisect_left(starts, start) : bisect_left(starts, end)]
    held = [figure for figure in near if figure.end <= end]
    return Cell(text, start, end, held[0] if len(held) == 1 else None)
