"""What nothing supports, and why: a line for each figure, the reason once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.model import Figure, Finding
from numcheck.reporting.display import cells, clean, cut, cut_left
from numcheck.reporting.excerpt import excerpt
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import INDENT, paragraph
from numcheck.reporting.terminal.headings import counted, heading
from numcheck.reporting.terminal.view import View

__all__ = ["unverified"]

_GAP = 2
_EXCERPT = 46  # cells of a passage that still tell what it is about
_WIDEST = 72  # cells beyond which the reason would stand too far away


def unverified(view: View, findings: Sequence[Finding]) -> list[Line]:
    """All findings that a figure stands on nothing, those with one reason together."""
    by_reason: dict[str, list[Figure]] = {}
    for finding in findings:
        # The passage shows the figure, so the explanation alone says why; it quotes the text.
        reason = clean(finding.explanation or finding.message)
        by_reason.setdefault(reason, []).extend(view.known(finding.figures[:1]))
    total = len({figure.id for figures in by_reason.values() for figure in figures})
    lines = heading(view, "UNVERIFIED", "doubt", counted(total, "figure"))
    column = _place_column(view, [each for group in by_reason.values() for each in group])
    edge = _edge(view, column, by_reason)
    for reason, figures in by_reason.items():
        lines += _group(view, reason, figures, column, edge)
    return lines


def _edge(view: View, column: int, by_reason: Mapping[str, Sequence[Figure]]) -> int:
    """Where reasons begin: right of every passage that has a reason short enough for its line."""
    room = view.style.columns - column - _EXCERPT - _GAP
    sizes = [cells(reason) for reason, figures in by_reason.items() if len(figures) == 1]
    widest = max((size for size in sizes if size <= room), default=0)
    return min(view.style.columns - widest, column + _WIDEST + _GAP)


def _group(
    view: View, reason: str, figures: Sequence[Figure], column: int, edge: int
) -> list[Line]:
    """The lines of one reason: beside the passage where it fits, above several that share it."""
    width = view.style.columns
    if len(figures) > 1:
        rows = [_line(view, figure, column, width) for figure in figures]
        return [*paragraph(f"{reason.rstrip('.')}:", view), *rows]
    if not figures:
        return paragraph(reason, view)
    if cells(reason) <= width - edge:
        return [_line(view, figures[0], column, edge - _GAP).pad(edge).add(reason, "faint")]
    line = _line(view, figures[0], column, width)
    return [line, *paragraph(reason, view, "faint", indent=column)]


def _line(view: View, figure: Figure, column: int, edge: int) -> Line:
    """The place and as much of the sentence as fits before the edge."""
    place = view.place(figure)
    name = cut_left(place.text, column - INDENT - _GAP)
    line = Line(" " * INDENT).add(name, "", place.link)
    words = excerpt(view.source_text(figure), [(figure.start, figure.end)], edge - column - 2)
    text = cut(words.text, edge - column - 2)
    line.pad(column).add("“")
    position = 0
    for start, end in words.marks:
        line.add(text[position:start]).add(text[start:end], "doubt-mark")
        position = max(position, end)
    return line.add(text[position:]).add("”")


def _place_column(view: View, figures: Sequence[Figure]) -> int:
    widest = max((cells(view.place(figure).text) for figure in figures), default=0)
    return min(INDENT + widest + _GAP, max(view.style.columns // 2, view.style.columns - _EXCERPT))
