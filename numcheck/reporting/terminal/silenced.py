"""Findings that somebody has asked not to be told, for those who ask for everything."""

from __future__ import annotations

from numcheck.reporting.display import clean
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import INDENT, paragraph
from numcheck.reporting.terminal.headings import counted, heading
from numcheck.reporting.terminal.view import View

__all__ = ["silenced"]


def silenced(view: View) -> list[Line]:
    """A line for each silenced finding: where, what, and who asked for silence and why."""
    suppressed = view.report.suppressed
    if not suppressed:
        return []
    lines = heading(view, "NOT TOLD", "faint", counted(len(suppressed), "finding"))
    for one in suppressed:
        figures = view.known(one.finding.figures)
        place = view.place(figures[0]) if figures else None
        told = ": ".join(filter(None, (one.how, clean(one.reason))))
        if place is not None:
            head = Line(" " * INDENT).add(place.text, "", place.link)
            lines.append(
                head.add(f"  {clean(one.finding.family)} {clean(one.finding.rule)}", "faint")
            )
        lines += paragraph(f"{one.finding.message} ({told})", view, indent=2 * INDENT)
    return lines
