"""Figures as a table, one document after another."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Document, Figure
from numcheck.reporting.amounts import extent, reading
from numcheck.reporting.display import cells, clean, cut
from numcheck.reporting.lines import Line, paint
from numcheck.reporting.places import Places
from numcheck.reporting.style import Style
from numcheck.reporting.voices import voice

__all__ = ["render"]

_GAP = 2
_INDENT = 2
_HEADS = ("where", "figure", "kind", "value", "of what", "who says so", "stance")
_LEAST = 3
_WIDEST = 40  # cells of a column where no terminal sets a limit
_GIVES_WAY = (0.5, 0.7, 0.5, 0.6, 1.0, 1.0, 0.5)
_KIND = 2
_NARROW = 76  # columns below which the kind of a figure must go
_DATED = frozenset({"date", "time"})
_PLAIN_STANCES = frozenset({"asserted", "attributed"})


def render(documents: Sequence[Document], figures: Sequence[Figure], style: Style) -> str:
    """
    A table for each document, with its title.

    The figures of the page around an article (subscription boxes, links) are left out unless
    the style is verbose. A column that would be empty is not shown.
    """
    places = Places(documents)
    by_document: dict[str, list[Figure]] = {document.id: [] for document in documents}
    for figure in figures:
        if style.verbose or not figure.furniture:
            by_document.setdefault(figure.document, []).append(figure)
    known = {document.id: document for document in documents}
    lines: list[Line] = []
    for name, group in by_document.items():
        if lines:
            lines.append(Line())
        lines += _heading(known.get(name), name, style)
        rows = [_row(figure, places, known) for figure in group]
        lines += _table(rows, style) if rows else [Line("  no figures", "faint")]
    return paint(lines, color=style.color, links=False)


def _heading(document: Document | None, name: str, style: Style) -> list[Line]:
    line = Line(cut(clean(name) or "-", style.columns), "strong")
    title = clean(document.title) if document else ""
    room = style.columns - line.width - _GAP
    if title and room > _LEAST:
        line.add(" " * _GAP).add(cut(title, room))
    return [line]


def _row(figure: Figure, places: Places, documents: dict[str, Document]) -> tuple[str, ...]:
    of_what = [*figure.qualifiers, figure.counted or ""] if figure.counted else figure.concept
    return (
        places.of(figure.document, figure.field, figure.start).within,
        clean(figure.text),
        figure.kind.replace("_", " "),
        _value(figure),
        clean(" ".join(of_what)),
        voice(figure, documents, outlet=False),
        "" if figure.stance in _PLAIN_STANCES else figure.stance,
    )


def _value(figure: Figure) -> str:
    """How the figure was read; of a vague word the interval alone, since the word is beside it."""
    if figure.kind in _DATED:
        iso = clean(figure.iso or "")
        # Without its year, a date's words tell a person more (--10-03).
        return "" if iso.startswith("-") else iso
    return extent(figure) if figure.bound == "vague" else reading(figure)


def _table(rows: Sequence[tuple[str, ...]], style: Style) -> list[Line]:
    used = [column for column in range(len(_HEADS)) if any(row[column] for row in rows)]
    if style.columns < _NARROW:
        used.remove(_KIND)
    widths = {
        column: max(cells(_HEADS[column]), *(cells(row[column]) for row in rows)) for column in used
    }
    if style.width is None:
        widths = {column: min(width, _WIDEST) for column, width in widths.items()}
    else:
        _fit(widths, style.columns - _INDENT - _GAP * (len(used) - 1))
    lines = [_line(_HEADS, widths, "faint")]
    lines += [_line(row, widths) for row in rows]
    return lines


def _fit(widths: dict[int, int], room: int) -> None:
    """Narrow the widest column until all of them fit; numbers count as narrower than words."""
    while sum(widths.values()) > room and max(widths.values()) > _LEAST:
        widest = max(widths, key=lambda column: (widths[column] * _GIVES_WAY[column], column))
        widths[widest] -= 1


def _line(row: Sequence[str], widths: dict[int, int], style: str = "") -> Line:
    line, start = Line(), _INDENT
    for column, width in widths.items():
        emphasis = "strong" if column == 1 and not style else style
        line.pad(start).add(cut(row[column], width), emphasis)
        start += width + _GAP
    return line
