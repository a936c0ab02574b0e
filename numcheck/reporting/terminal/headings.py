"""The first line of each part: the verdict, what it is about, and the rule's name at the edge."""

from __future__ import annotations

from numcheck.reporting.display import clean, cut, wrap
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.view import View

__all__ = ["counted", "heading"]

_GAP = 2


def heading(view: View, title: str, tint: str, about: str, note: str = "") -> list[Line]:
    """
    A heading, on a second line where it does not fit one.

    Args:
        view: The report.
        title: One or two words in capitals.
        tint: Name of its colour.
        about: What it is about; may be empty.
        note: What few readers need, faint at the right edge.
    """
    width = view.style.columns
    lines = [Line(title, tint)]
    start = lines[0].width + _GAP
    for number, piece in enumerate(wrap(clean(about), width - start)):
        if number:
            lines.append(Line())
        lines[-1].pad(start if piece else 0).add(piece, "strong")
    note = cut(clean(note), width)
    if note:
        edge = width - Line(note).width
        if edge < lines[-1].width + _GAP:
            lines.append(Line())
        lines[-1].pad(edge).add(note, "faint")
    return lines


def counted(number: int, one: str, several: str = "") -> str:
    """A number with its noun: ``1 figure``, ``2 figures``."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
