"""Figures as the rows of a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from numcheck.model import Document, Figure, Finding
from numcheck.model.figure import plain
from numcheck.reporting.display import clean
from numcheck.reporting.places import Places

__all__ = ["harmless", "sheet"]

Cell = str | int | float | None

_FORMULA = ("=", "+", "-", "@", "−", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, in the wide forms too."""

_COLUMNS = (
    "id", "document", "place", "field", "start", "end", "text", "kind", "value", "low", "high",
    "bound", "hedge", "trend", "unit", "per", "counted", "qualifiers", "concept", "event",
    "subject", "date", "as_of", "source", "via", "cue", "stance",
)  # fmt: skip
_FOUND = ("verdicts", "severities", "rules", "messages")


def sheet(
    documents: Iterable[Document],
    figures: Iterable[Figure],
    findings: Sequence[Finding] | None = None,
) -> str:
    """
    Figures as comma-separated values (RFC 4180), a row each under a row of names.

    Text is put on one line; a cell that a spreadsheet would run as a formula gets an apostrophe.

    Args:
        documents: Where the figures come from.
        figures: The figures.
        findings: What was found; adds a column each for verdicts, severities, rules and messages,
            several joined by semicolons. Without, these columns are missing.
    """
    by_figure: dict[str, list[Finding]] = {}
    for finding in findings or ():
        for name in dict.fromkeys(finding.figures):
            by_figure.setdefault(name, []).append(finding)
    places = Places(documents)
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(_COLUMNS if findings is None else _COLUMNS + _FOUND)
    for figure in figures:
        row = _row(figure, places)
        if findings is not None:
            row += _found(by_figure.get(figure.id, ()))
        writer.writerow([harmless(cell) for cell in row])
    return output.getvalue()


def _row(figure: Figure, places: Places) -> list[Cell]:
    attribution = figure.attribution
    return [
        figure.id,
        figure.document,
        places.of(figure.document, figure.field, figure.start).text,
        figure.field,
        figure.start,
        figure.end,
        figure.text,
        figure.kind,
        plain(figure.value),
        plain(figure.low),
        plain(figure.high),
        figure.bound,
        figure.hedge,
        figure.trend,
        figure.unit,
        figure.per,
        figure.counted,
        " ".join(figure.qualifiers),
        " ".join(figure.concept),
        figure.event,
        figure.subject,
        figure.iso,
        figure.as_of,
        attribution.source if attribution else None,
        attribution.via if attribution else None,
        attribution.cue if attribution else None,
        figure.stance,
    ]


def _found(findings: Iterable[Finding]) -> list[Cell]:
    told = [(each.verdict, each.severity, each.rule, each.message) for each in findings]
    columns = list(zip(*told, strict=True)) or [()] * len(_FOUND)
    return ["; ".join(dict.fromkeys(column)) for column in columns]


def harmless(cell: Cell) -> Cell:
    """A cell on one line, with an apostrophe where a spreadsheet would run it as a formula."""
    if not isinstance(cell, str):
        return cell
    text = clean(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
