"""Passages laid out under one another, in columns or in two lines each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from numcheck.reporting.display import ELLIPSIS, cells, clean, cut, cut_left, line_spans, wrap
from numcheck.reporting.excerpt import Excerpt, excerpt
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.passages import Passage
from numcheck.reporting.terminal.view import View

__all__ = ["INDENT", "block", "paragraph"]

INDENT = 2
_GAP = 2
_UNDERLINE = "▔"
_BETWEEN = " · "
_BESIDE = 64  # cells that an excerpt needs for the columns to go beside it
_READING = 30
_VOICE = 34
_MOST = 12  # passages of one finding


@dataclass(frozen=True, slots=True)
class _Columns:
    """
    Widths of the columns, in cells; 0 where no row has anything to show in one.

    Attributes:
        place: Where it is.
        excerpt: The words.
        told: How they were read.
        voice: Who says so.
        beside: Whether place, reading and voice go beside the words, or above them.
    """

    place: int
    excerpt: int
    told: int
    voice: int
    beside: bool


def block(view: View, rows: Sequence[Passage], tint: str) -> list[Line]:
    """
    Passages as lines, their columns aligned.

    Args:
        view: The report.
        rows: The passages, at least one.
        tint: Name of the colour that the figures are marked in.
    """
    columns = _columns(view, rows[:_MOST])
    lay = _beside if columns.beside else _above
    lines = [line for row in rows[:_MOST] for line in lay(view, row, columns, tint)]
    if len(rows) > _MOST:
        more = f"{ELLIPSIS} and {len(rows) - _MOST} more passages"
        lines.append(Line(" " * INDENT).add(more, "faint"))
    return lines


def paragraph(text: str, view: View, style: str = "", indent: int = INDENT) -> list[Line]:
    """A text in indented lines; nothing for an empty one."""
    told = clean(text)
    if not told:
        return []
    return [Line(" " * indent).add(line, style) for line in wrap(told, view.style.columns - indent)]


def _columns(view: View, rows: Sequence[Passage]) -> _Columns:
    width = view.style.columns - INDENT
    place = max(cells(row.place.text) for row in rows)
    told = min(max(cells(row.reading) for row in rows), _READING)
    voice = min(max(cells(row.voice) for row in rows), _VOICE)
    room = width - place - sum(_GAP + size for size in (told, voice) if size) - _GAP
    if room >= _BESIDE:
        return _Columns(place, room, told, voice, beside=True)
    return _Columns(min(place, width), width - INDENT, told, voice, beside=False)


def _beside(view: View, row: Passage, columns: _Columns, tint: str) -> list[Line]:
    """All of a passage on one line: place, words, reading, voice."""
    start = INDENT + columns.place + _GAP
    head = Line(" " * INDENT).add(row.place.text, "", row.place.link)
    first, *rest = _words(view, row, head, start, columns.excerpt, tint)
    end = start + columns.excerpt
    if columns.told:
        first.pad(end + _GAP).add(cut(row.reading, columns.told), "strong")
        end += _GAP + columns.told
    if row.voice:
        first.pad(end + _GAP).add(cut(row.voice, columns.voice))
    return [first, *rest]


def _above(view: View, row: Passage, columns: _Columns, tint: str) -> list[Line]:
    """The words on a line of their own, under the place, the reading and the voice."""
    width = view.style.columns
    text = row.place.text
    if view.style.width is not None:
        # On a terminal; a file keeps the whole name, for programs that go there.
        text = cut_left(text, width - INDENT)
    head = Line(" " * INDENT).add(text, "", row.place.link)
    told: list[Line] = []
    aligned = (INDENT + columns.place, columns.told)
    for place, reading in (aligned, (head.width, cells(row.reading))):
        column = place + _GAP
        after = column + (max(reading, cells(row.reading)) + _GAP if reading else 0)
        if max(column + cells(row.reading), after + cells(row.voice)) <= width:
            if row.reading:
                head.pad(column).add(row.reading, "strong")
            if row.voice:
                head.pad(after).add(row.voice)
            break
    else:
        parts = filter(None, (row.reading, row.voice))
        told = paragraph(_BETWEEN.join(parts), view, indent=2 * INDENT)
    return [head, *told, *_words(view, row, Line(), 2 * INDENT, columns.excerpt, tint)]


def _words(view: View, row: Passage, head: Line, start: int, room: int, tint: str) -> list[Line]:
    """The quotation behind a head, with an underline below each line where there is no colour."""
    lines: list[Line] = []
    for line, under in _marked(_quoted(excerpt(row.source, row.spans, room - 2)), room, tint):
        lines.append((Line() if lines else head).pad(start).extend(line))
        if under and not view.style.color:
            lines.append(Line(" " * start + under))
    return lines


def _quoted(words: Excerpt) -> Excerpt:
    # Words that bring their own quotation marks need no second ones.
    before = "" if words.text.startswith("“") else "“"
    after = "" if not before and words.text.endswith("”") else "”"
    shift = len(before)
    marks = tuple((start + shift, end + shift) for start, end in words.marks)
    return Excerpt(f"{before}{words.text}{after}", marks)


def _marked(words: Excerpt, width: int, tint: str) -> Iterable[tuple[Line, str]]:
    """The lines of an excerpt with its figures styled, and the underline of each."""
    for start, end in line_spans(words.text, width):
        line, under = Line(), ""
        position = start
        for left, right in words.marks:
            left, right = max(left, position), min(right, end)
            if left < right:
                line.add(words.text[position:left])
                under = under.ljust(line.width) + _UNDERLINE * cells(words.text[left:right])
                line.add(words.text[left:right], f"{tint}-mark")
                position = right
        yield line.add(words.text[position:end]), under
