"""What reference figures say too: a line for each figure, with the reference and its link."""

from __future__ import annotations

import re

from numcheck.model import Fact, Figure
from numcheck.reporting.display import cells, clean, cut, cut_left, wrap
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import INDENT
from numcheck.reporting.terminal.headings import counted, heading
from numcheck.reporting.terminal.view import View

__all__ = ["verified"]

_GAP = 2
_PLACE = 40
_FIGURE = 24
_WEB = re.compile(r"https?://[\x21-\x7e]+").fullmatch


def verified(view: View) -> list[Line]:
    """All figures that a reference figure verifies, in text order; nothing for none."""
    found = view.report.verified
    figures = [figure for figure in view.known(found) if not figure.furniture]
    if not figures:
        return []
    places = [view.place(figure).text for figure in figures]
    place = min(max(map(cells, places)), _PLACE)
    texts = [_written(figure) for figure in figures]
    figure_width = min(max(map(cells, texts)), _FIGURE)
    lines = heading(view, "VERIFIED", "good", counted(len(figures), "figure"))
    for figure, text in zip(figures, texts, strict=True):
        where = view.place(figure)
        line = Line(" " * INDENT).add(cut_left(where.text, place), "", where.link)
        line.pad(INDENT + place + _GAP).add(cut(text, figure_width), "strong")
        lines += _referred(
            view, line, INDENT + place + figure_width + 2 * _GAP, found[figure.id].fact
        )
    return lines


def _written(figure: Figure) -> str:
    """A figure with its hedge, as the text has it."""
    text, hedge = clean(figure.text), clean(figure.hedge or "")
    return text if not hedge or hedge in text else f"{hedge} {text}"


def _referred(view: View, line: Line, column: int, fact: Fact) -> list[Line]:
    """The line with the fact, and its source and link beside it, or below where they are long."""
    width = view.style.columns
    told = clean(f"{fact.label} {fact.stated}")
    source = clean(fact.reference)
    link = fact.link if _WEB(fact.link) else ""
    room = max(width - column, 1)
    if cells(told) + _GAP + cells(source) <= room:
        line.pad(column).add(told)
        return [line.add("  ").add(source, "faint", link)] if source else [line]
    if room < width // 3:
        lines, column = [line], 2 * INDENT
    else:
        first, *rest = wrap(told, room)
        lines = [line.pad(column).add(first)]
        lines += [Line(" " * column).add(piece) for piece in rest]
        told = ""
    for text, style, target in ((told, "", ""), (source, "faint", link)):
        for piece in wrap(text, width - column) if text else ():
            lines.append(Line(" " * column).add(piece, style, target))
    return lines
