"""A text cut where its marks begin and end, and where its paragraphs do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from numcheck.reporting.page.visible import visible

__all__ = ["Mark", "Paragraph", "Piece", "anchored", "headline", "paragraphs"]

Span = tuple[int, int]

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_WRAPPED = 45
"""A line of prose that was broken to fit has at least so many characters; verse and lists less."""
_GLUED = 6
"""How many characters that touch a figure are kept on its line; brackets and stops are fewer."""
_ITEM = re.compile(r"[ \t]*(?:[-*•–|]|\d{1,3}[.)])[ \t]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mark:
    """
    A figure in a text.

    Attributes:
        start: Offset into the text.
        end: Offset past its last character.
        number: The figure's number on the page, from one.
        status: What became of it.
    """

    start: int
    end: int
    number: int
    status: str


@dataclass(frozen=True, slots=True)
class Piece:
    """
    Some characters that look alike.

    Attributes:
        text: The characters, fit for a page.
        number: The number of the figure that they are; 0 for none.
        status: What became of it.
        furniture: Whether they belong to the page around the article.
        before: What touches a figure on the left (``(``, ``"``): no line may break between.
        after: What touches it on the right.
    """

    text: str
    number: int = 0
    status: str = ""
    furniture: bool = False
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """
    A paragraph with what stands before it.

    Attributes:
        gap: White space between it and the paragraph before.
        pieces: Its text, every character of it.
        lines: Whether its line breaks mean something, as in a list.
        anchors: Names by which links find what begins in it.
    """

    gap: str
    pieces: tuple[Piece, ...]
    lines: bool = False
    anchors: tuple[str, ...] = ()


def anchored(found: Sequence[Paragraph], passages: Mapping[int, str]) -> list[Paragraph]:
    """
    Paragraphs with names for those that passages begin in.

    Args:
        found: The paragraphs of a text.
        passages: Offsets into the text, and the names that links use.
    """
    named = []
    position = 0
    for paragraph in found:
        start = position + len(paragraph.gap)
        position = start + sum(
            len(piece.before) + len(piece.text) + len(piece.after) for piece in paragraph.pieces
        )
        names = tuple(name for offset, name in passages.items() if start <= offset < position)
        named.append(replace(paragraph, anchors=names) if names else paragraph)
    return named


def paragraphs(
    source: str, marks: Iterable[Mark], furniture: Sequence[Span] = ()
) -> list[Paragraph]:
    """
    The paragraphs of a text; put together again, gaps and pieces are the text, made visible.

    Args:
        source: The text.
        marks: Its figures; of two that overlap, the first is marked.
        furniture: Spans that belong to the page rather than to the article.
    """
    text = visible(source)
    queue = _queue(marks, len(text))
    dim = _joined(furniture, len(text))
    found = []
    position = 0
    for start, end in _blocks(text, queue):
        pieces = tuple(_pieces(text, start, end, queue, dim))
        found.append(Paragraph(text[position:start], pieces, _in_lines(text[start:end])))
        position = end
    if position < len(text):
        found.append(Paragraph(text[position:], ()))
    return found


def headline(source: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """A text on one line, in pieces."""
    text = visible(source)
    return tuple(_pieces(text, 0, len(text), _queue(marks, len(text)), _Spans(())))


class _Spans:
    """Spans in order, asked about from left to right."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._next = 0

    def around(self, position: int) -> tuple[bool, int | None]:
        """Whether a position is inside one, and where that changes; never asked backwards."""
        while self._next < len(self._spans) and self._spans[self._next][1] <= position:
            self._next += 1
        if self._next == len(self._spans):
            return False, None
        start, end = self._spans[self._next]
        return (True, end) if start <= position else (False, start)


class _Queue:
    """Marks in order, none over another, taken from left to right."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self._next = 0

    def within(self, start: int, end: int) -> Iterator[Mark]:
        """Those not taken yet that lie between two offsets."""
        while self._next < len(self.marks) and self.marks[self._next].start < end:
            mark = self.marks[self._next]
            self._next += 1
            # One that begins in white space between paragraphs is none that a text can hold.
            if start <= mark.start and mark.end <= end:
                yield mark


def _queue(marks: Iterable[Mark], length: int) -> _Queue:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda each: (each.start, -each.end)):
        free = kept[-1].end if kept else 0
        if free <= mark.start < mark.end <= length:
            kept.append(mark)
    return _Queue(kept)


def _joined(spans: Sequence[Span], length: int) -> _Spans:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        start, end = max(0, start), min(end, length)
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return _Spans(joined)


def _blocks(text: str, queue: _Queue) -> Iterator[Span]:
    """Paragraphs: between empty lines, or lines where there are none of those."""
    lead = len(text) - len(text.lstrip())
    pattern = _BREAK if _BREAK.search(text, lead) else _LINE
    inside = _Spans([(mark.start, mark.end) for mark in queue.marks])
    start = lead
    for match in pattern.finditer(text, lead):
        within, _ = inside.around(match.start())
        if within or match.start() == start:
            continue
        yield start, match.start()
        start = match.end()
    end = len(text.rstrip())
    if start < end:
        yield start, end


def _in_lines(block: str) -> bool:
    lines = block.split("\n")
    if len(lines) == 1:
        return False
    return min(map(len, lines[:-1])) < _WRAPPED or bool(_ITEM.search(block))


def _pieces(text: str, start: int, end: int, queue: _Queue, dim: _Spans) -> Iterator[Piece]:
    marks = list(queue.within(start, end))
    position = start
    for mark, following in zip_longest(marks, marks[1:]):
        left = mark.start
        while left > max(position, mark.start - _GLUED) and not text[left - 1].isspace():
            left -= 1
        yield from _between(text, position, left, dim)
        right, limit = mark.end, min(following.start if following else end, mark.end + _GLUED)
        while right < limit and not text[right].isspace():
            right += 1
        dimmed, _ = dim.around(mark.start)
        yield Piece(
            text[mark.start : mark.end],
            mark.number,
            mark.status,
            dimmed,
            text[left : mark.start],
            text[mark.end : right],
        )
        position = right
    yield from _between(text, position, end, dim)


def _between(text: str, start: int, end: int, dim: _Spans) -> Iterator[Piece]:
    while start < end:
        dimmed, until = dim.around(start)
        stop = end if until is None else min(until, end)
        yield Piece(text[start:stop], furniture=dimmed)
        start = stop
