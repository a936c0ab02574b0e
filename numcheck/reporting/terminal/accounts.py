"""Claims that are no errors but want to be seen: rival accounts and numbers that develop."""

from __future__ import annotations

from dataclasses import replace

from numcheck.model import Claim, Figure
from numcheck.reporting.amounts import reading
from numcheck.reporting.display import clean
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import block, paragraph
from numcheck.reporting.terminal.headings import counted, heading
from numcheck.reporting.terminal.passages import passages
from numcheck.reporting.terminal.picture import picture
from numcheck.reporting.terminal.view import View

__all__ = ["RIVALS", "date_of", "developing", "rival", "told_once"]

RIVALS = "Each counts something slightly different, so none contradicts another."


def rival(view: View, claim: Claim) -> list[Line]:
    """Figures side by side that each count something slightly different."""
    figures = view.known(claim.figures)
    about = ", ".join(
        (
            counted(len(figures), "figure"),
            counted(claim.origins, "origin"),
            counted(len(view.outlets(figures)), "outlet"),
        )
    )
    label = clean(claim.label)
    lines = heading(view, "RIVAL ACCOUNTS", "rival", f"{label}: {about}" if label else about)
    lines += block(view, passages(view, figures), "rival")
    lines += picture(view, figures, "rival")
    return lines + paragraph(RIVALS, view, "faint")


def developing(view: View, claim: Claim) -> list[Line]:
    """Values of one number over time, the latest last and named."""
    figures = sorted(told_once(view, claim), key=lambda figure: date_of(view, figure))
    latest = figures[-1]
    date = date_of(view, latest)
    about = f"latest {reading(latest)}" + (f" on {date}" if date else "")
    label = clean(claim.label)
    lines = heading(view, "DEVELOPING", "dated", f"{label}: {about}" if label else about)
    rows = []
    for figure in figures:
        told = [date_of(view, figure), clean(figure.as_of or ""), view.voice(figure)]
        (row,) = passages(view, [figure])
        voice = ", ".join(filter(None, told))
        rows.append(replace(row, reading=reading(figure), voice=voice))
    return lines + block(view, rows, "dated")


def told_once(view: View, claim: Claim) -> list[Figure]:
    """The figures, one for each value that a document tells: the one that names its source."""
    told: dict[tuple[str, str], Figure] = {}
    for figure in view.known(claim.figures):
        key = (figure.document, reading(figure))
        if key not in told or (figure.attribution and not told[key].attribution):
            told[key] = figure
    return list(told.values())


def date_of(view: View, figure: Figure) -> str:
    """The day on which a figure was published; empty if not known."""
    document = view.documents.get(figure.document)
    return clean(document.published)[:10] if document else ""
