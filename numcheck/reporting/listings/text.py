"""Figures as a table, one document after another."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Document, Figure
from numcheck.reporting.amounts import reading
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
_KIND = 2
_NARROW = 76  # columns below which the kind of a figure must go
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
    dated = clean(figure.iso or "") if figure.kind in {"date", "time"} else ""
    return (
        places.of(figure.document, figure.field, figure.start).within,
        clean(figure.text),
        figure.kind.replace("_", " "),
        dated or reading(figure),
        clean(" ".join(of_what)),
        voice(figure, documents, outlet=False),
        "" if figure.stance in _PLAIN_STANCES else figure.stance,
    )


def _table(rows: Sequence[tuple[str, ...]], style: Style) -> list[Line]:
    used = [column for column in range(len(_HEADS)) if any(row[column] for row in rows)]
    if style.columns < _NARROW:
        used.remove(_KIND)
    widths = {
        column: max(cells(_HEADS[column]), *(cells(row[column]) for row in rows)) for column in used
    }
    _fit(widths, style.columns - _INDENT - _GAP * (len(used) - 1))
    lines = [_line(_HEADS, widths, "faint")]
    lines += [_line(row, widths) for row in rows]
    return lines


def _fit(widths: dict[int, int], room: int) -> None:
    """Narrow the widest column until all of them fit."""
    while sum(widths.values()) > room and max(widths.values()) > _LEAST:
        # Of two equally wide ones the later: it matters less.
        widest = max(widths, key=lambda column: (widths[column], column))
        widths[widest] -= 1


def _line(row: Sequence[str], widths: dict[int, int], style: str = "") -> Line:
    line, start = Line(), _INDENT
    for column, width in widths.items():
        emphasis = "strong" if column == 1 and not style else style
        line.pad(start).add(cut(row[column], width), emphasis)
        start += width + _GAP
    return line
