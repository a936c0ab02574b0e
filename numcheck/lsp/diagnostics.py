"""What was found in a document, as the protocol tells it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from numcheck.lsp.buffer import ENCODINGS
from numcheck.lsp.checking import Checked, Note
from numcheck.lsp.manual import Manual
from numcheck.lsp.words import about, message
from numcheck.model import Document, Figure, Finding
from numcheck.reporting.locations import Locations

__all__ = ["diagnostics", "range_of", "span"]

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_SOURCE = "numcheck"


def diagnostics(checked: Checked, uri: str, manual: Manual) -> list[types.Diagnostic]:
    """The diagnostics of a document, in the order of its text.

    Args:
        checked: The document with what was found in it.
        uri: Its address.
        manual: Where rules are explained.
    """
    found = [*_findings(checked, uri, manual), *(_told(checked, note) for note in checked.notes)]
    return sorted(found, key=lambda one: (one.range.start.line, one.range.start.character))


def _findings(checked: Checked, uri: str, manual: Manual) -> Iterator[types.Diagnostic]:
    figures = {figure.id: figure for figure in checked.report.figures}
    rules = checked.desk.rules.rules if checked.desk is not None else ()
    by_name = {rule.id: rule for rule in rules}
    for finding in checked.report.findings:
        known = [figures[name] for name in finding.figures if name in figures]
        here = next((one for one in known if one.document in checked.placements), None)
        if here is None:
            continue
        rule = by_name.get(finding.rule)
        address = manual.address(rule, rules) if rule is not None else ""
        yield types.Diagnostic(
            range=range_of(checked, here),
            severity=_SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(address) if address else None,
            source=_SOURCE,
            message=message(finding),
            related_information=_related(checked, uri, finding, here),
            data={"fingerprint": finding.fingerprint, "figure": here.id},
        )


def _related(
    checked: Checked, uri: str, finding: Finding, here: Figure
) -> list[types.DiagnosticRelatedInformation]:
    figures = {figure.id: figure for figure in checked.report.figures}
    documents = {document.id: document for document in checked.report.documents}
    others = [figures[name] for name in finding.figures if name in figures and name != here.id]
    related = []
    for other in others:
        if other.document in checked.placements:
            place = types.Location(uri, range_of(checked, other))
        else:
            elsewhere = _elsewhere(checked, finding, other, documents[other.document])
            if elsewhere is None:
                continue
            place = elsewhere
        related.append(types.DiagnosticRelatedInformation(place, about(other, documents)))
    return related


def _elsewhere(
    checked: Checked, finding: Finding, figure: Figure, document: Document
) -> types.Location | None:
    """The place of a figure in a source, which is a file of its own."""
    if not document.path:
        return None
    places = Locations(checked.report).of(finding)
    place = next(one for one in places if one.figure is figure)
    row = document.text[document.text.rfind("\n", 0, figure.start) + 1 : figure.start]
    units = ENCODINGS[checked.buffer.encoding]
    start = max(place.column - 1 - len(row), 0) + units(row) if place.column else 0
    end = start + units(figure.text) if place.column else 0
    return types.Location(
        Path(document.path).absolute().as_uri(),
        types.Range(types.Position(place.line - 1, start), types.Position(place.line - 1, end)),
    )


def _told(checked: Checked, note: Note) -> types.Diagnostic:
    start, end = checked.buffer.line(max(note.line - 1, 0))
    grave = types.DiagnosticSeverity.Error if note.grave else types.DiagnosticSeverity.Information
    return types.Diagnostic(
        range=span(checked, start, end), severity=grave, source=_SOURCE, message=note.text
    )


def range_of(checked: Checked, figure: Figure) -> types.Range:
    """Where a figure of the document stands."""
    return span(checked, *checked.placements[figure.document].of(figure))


def span(checked: Checked, start: int, end: int) -> types.Range:
    """The range between two offsets of the buffer."""
    return types.Range(
        types.Position(*checked.buffer.position(start)),
        types.Position(*checked.buffer.position(end)),
    )
