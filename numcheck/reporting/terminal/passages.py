"""Passages under one another: where, the words with the figures marked, how read, who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from numcheck.model import Figure
from numcheck.reporting.amounts import reading
from numcheck.reporting.display import ELLIPSIS, cells, clean, cut, cut_left, line_spans, wrap
from numcheck.reporting.excerpt import Excerpt, Span, excerpt, same_sentence
from numcheck.reporting.lines import Line
from numcheck.reporting.places import Place
from numcheck.reporting.terminal.view import View

__all__ = ["INDENT", "Passage", "block", "paragraph", "passages"]

INDENT = 2
_GAP = 2
_UNDERLINE = "▔"
_BETWEEN = " · "
_BESIDE = 46  # cells that an excerpt needs for the columns to go beside it
_EXCERPT = 24  # cells that it needs for the place to go beside it
_READING = 26
_VOICE = 34
_MOST = 12  # passages of one finding


@dataclass(frozen=True, slots=True)
class Passage:
    """
    Some words of a document that hold one or more figures.

    Attributes:
        place: Where they are.
        source: The field of the document.
        spans: The figures, or other words to mark, in text order.
        reading: How the figure was read; empty where its words say all.
        voice: Who says so; may be empty.
    """

    place: Place
    source: str
    spans: tuple[Span, ...]
    reading: str = ""
    voice: str = ""


def passages(view: View, figures: Sequence[Figure], *, denials: bool = False) -> list[Passage]:
    """
    The passages of some figures, in their order, those of one sentence together.

    Args:
        view: The report.
        figures: The figures.
        denials: Whether the words that deny a figure follow it as a passage of their own.
    """
    groups: list[list[Figure]] = []
    for figure in figures:
        for group in groups:
            if _together(view, [*group, figure]):
                group.append(figure)
                break
        else:
            groups.append([figure])
    rows = []
    for group in groups:
        rows.append(_of_group(view, group))
        if denials:
            rows += _denials(view, group)
    return rows


def block(view: View, rows: Sequence[Passage], tint: str) -> list[Line]:
    """
    Passages as lines, their columns aligned.

    Args:
        view: The report.
        rows: The passages.
        tint: Name of the colour that the figures are marked in.
    """
    shown, hidden = rows[:_MOST], len(rows) - _MOST
    width = view.style.columns
    place = min(max(cells(row.place.text) for row in shown), width - INDENT)
    if place > width - INDENT - _GAP - _EXCERPT:
        place = 0
    column = INDENT + (place + _GAP if place else _GAP)
    told = min(max(cells(row.reading) for row in shown), _READING)
    voice = min(max(cells(row.voice) for row in shown), _VOICE)
    room = width - column - sum(_GAP + size for size in (told, voice) if size)
    beside = room >= _BESIDE
    if not beside:
        room = width - column
    columns = _Columns(bool(place), column, room, told, voice, beside)
    lines: list[Line] = []
    for row in shown:
        lines += _row(view, row, tint, columns)
    if hidden > 0:
        lines.append(Line(" " * column).add(f"{ELLIPSIS} and {hidden} more", "faint"))
    return lines


def paragraph(text: str, view: View, style: str = "", indent: int = INDENT) -> list[Line]:
    """A text in indented lines; nothing for an empty one."""
    told = clean(text)
    if not told:
        return []
    return [Line(" " * indent).add(line, style) for line in wrap(told, view.style.columns - indent)]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things go.

    Attributes:
        place: Whether the place stands before the excerpt, or on a line of its own.
        excerpt: Column of the excerpt.
        room: Its width.
        told: Width of the reading beside it; 0 if there is none.
        voice: Width of the voice beside it.
        beside: Whether reading and voice stand beside it, or beneath.
    """

    place: bool
    excerpt: int
    room: int
    told: int
    voice: int
    beside: bool


def _row(view: View, row: Passage, tint: str, columns: _Columns) -> list[Line]:
    lines: list[Line] = []
    head = _place(row.place, view, INDENT)
    if not columns.place:
        lines.append(head)
        head = Line()
    quoted = _quoted(excerpt(row.source, row.spans, columns.room - 2))
    for number, (line, under) in enumerate(_marked(quoted, columns.room, tint)):
        full = (head if number == 0 else Line()).pad(columns.excerpt)
        full.pieces += line.pieces
        full.width += line.width
        if number == 0 and columns.beside:
            _beside(full, row, columns)
        lines.append(full)
        if under and not view.style.color:
            lines.append(Line(" " * columns.excerpt + under))
    if not columns.beside:
        lines += _beneath(view, row, columns.excerpt)
    return lines


def _place(place: Place, view: View, indent: int) -> Line:
    """The place; cut on a terminal that it is wider than, whole where output goes to a file."""
    text = place.text
    if view.style.width is not None:
        text = cut_left(text, view.style.columns - indent)
    return Line(" " * indent).add(text, "strong", place.link)


def _quoted(words: Excerpt) -> Excerpt:
    return Excerpt(f"“{words.text}”", tuple((start + 1, end + 1) for start, end in words.marks))


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


def _beside(line: Line, row: Passage, columns: _Columns) -> None:
    start = columns.excerpt + columns.room
    if columns.told:
        line.pad(start + _GAP).add(cut(row.reading, columns.told), "strong")
        start += _GAP + columns.told
    if row.voice:
        line.pad(start + _GAP).add(cut(row.voice, columns.voice))


def _beneath(view: View, row: Passage, column: int) -> list[Line]:
    """The reading and the voice under the excerpt, where there is no room beside it."""
    told = [part for part in (row.reading, row.voice) if part]
    return paragraph(_BETWEEN.join(told), view, indent=column)


def _together(view: View, figures: Sequence[Figure]) -> bool:
    first = figures[0]
    if any((each.document, each.field) != (first.document, first.field) for each in figures):
        return False
    return same_sentence(view.source_text(first), [(each.start, each.end) for each in figures])


def _of_group(view: View, group: Sequence[Figure]) -> Passage:
    """The passage of some figures of one sentence."""
    first = group[0]
    spans = sorted({(figure.start, figure.end) for figure in group})
    told = [reading(figure, width=view.style.verbose) for figure in group]
    hedged = [words for words, figure in zip(told, group, strict=True) if figure.bound != "exact"]
    voices = dict.fromkeys(filter(None, (view.voice(figure) for figure in group)))
    return Passage(
        place=view.place(first, spans[0][0]),
        source=view.source_text(first),
        spans=tuple(spans),
        reading=told[0] if len(group) == 1 else ", ".join(dict.fromkeys(hedged)),
        voice="; ".join(voices),
    )


def _denials(view: View, group: Sequence[Figure]) -> list[Passage]:
    """The words that deny figures of one sentence, each once."""
    denied = [(figure, figure.remark) for figure in group if figure.stance == "denied"]
    remarks = {remark: figure for figure, remark in reversed(denied) if remark}
    return [
        Passage(
            place=view.place(figure, remark.start),
            source=view.source_text(figure, remark),
            spans=((remark.start, remark.end),),
            reading="denies",
            voice=clean(remark.source),
        )
        for remark, figure in reversed(remarks.items())
    ]
