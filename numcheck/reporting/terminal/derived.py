"""Figures of a draft that follow from its sources: a line for each, with the derivation."""

from __future__ import annotations

from numcheck.model import Backing
from numcheck.reporting.display import cells, clean, cut, cut_left, wrap
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import INDENT
from numcheck.reporting.terminal.headings import counted, heading
from numcheck.reporting.terminal.view import View

__all__ = ["derived"]

_GAP = 2
_PLACE = 40
_FIGURE = 24


def derived(view: View) -> list[Line]:
    """All figures that follow from those of the sources, in text order; nothing for none."""
    found = [one for one in view.report.backings if one.standing == "derivable"]
    found = [one for one in found if one.others or one.listed is not None]
    if not found:
        return []
    place = min(max(cells(view.place(one.figure).text) for one in found), _PLACE)
    figure = min(max(cells(clean(one.figure.text)) for one in found), _FIGURE)
    lines = heading(view, "DERIVED", "good", counted(len(found), "figure"))
    for one in found:
        where = view.place(one.figure)
        line = Line(" " * INDENT).add(cut_left(where.text, place), "", where.link)
        line.pad(INDENT + place + _GAP).add(cut(clean(one.figure.text), figure), "strong")
        lines += _reckoned(view, line, INDENT + place + figure + 2 * _GAP, one)
    return lines


def _reckoned(view: View, line: Line, column: int, one: Backing) -> list[Line]:
    """The line with the derivation and where its figures stand."""
    source = view.place(one.others[0]) if one.listed is None else view.passage(one.listed)
    first, *rest = wrap(f"= {clean(one.derivation)}", max(view.style.columns - column, 1))
    lines = [line.pad(column).add(first)]
    lines += [Line(" " * column).add(piece) for piece in rest]
    if lines[-1].width + _GAP + cells(source.text) > view.style.columns:
        lines.append(Line(" " * (2 * INDENT)))
    else:
        lines[-1].add(" " * _GAP)
    lines[-1].add(source.text, "faint", source.link)
    return lines
