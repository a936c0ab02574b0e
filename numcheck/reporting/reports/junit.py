"""JUnit's XML, which continuous integration of every make shows."""

from __future__ import annotations

from numcheck.model import Document, Finding, Report
from numcheck.reporting.display import clean
from numcheck.reporting.locations import Location, Locations
from numcheck.reporting.style import Style

__all__ = ["render"]

_SUITE = '  <testsuite name="{}" tests="{}" failures="{}" skipped="{}" errors="0">'
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_XML = str.maketrans(_ESCAPES)


def render(report: Report, style: Style) -> str:
    """
    A suite a document, a case a finding.

    Errors and warnings are failures; information is told as output; what is suppressed is
    skipped. A document without findings has one case that passes.
    """
    locations = Locations(report)
    by_document: dict[str, list[tuple[Finding, Location | None, str | None]]] = {}
    told: list[tuple[Finding, str | None]] = [(finding, None) for finding in report.findings]
    told += [(one.finding, one.reason or one.how) for one in report.suppressed]
    for finding, reason in told:
        places = locations.of(finding)
        home = places[0].document.id if places else ""
        by_document.setdefault(home, []).append((finding, places[0] if places else None, reason))
    sources = frozenset(report.against)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="numcheck">']
    for document in report.documents:
        cases = by_document.pop(document.id, [])
        if cases or document.id not in sources:
            lines += _suite(document, cases)
    return "\n".join([*lines, "</testsuites>", ""])


def _suite(
    document: Document, cases: list[tuple[Finding, Location | None, str | None]]
) -> list[str]:
    name = _xml(document.path or document.id)
    skipped = sum(reason is not None for _, _, reason in cases)
    failures = sum(reason is None and finding.severity != "info" for finding, _, reason in cases)
    lines = [_SUITE.format(name, max(len(cases), 1), failures, skipped)]
    if not cases:
        lines.append(f'    <testcase classname="{name}" name="figures"/>')
    for finding, place, reason in cases:
        lines += _case(name, finding, place, reason)
    return [*lines, "  </testsuite>"]


def _case(name: str, finding: Finding, place: Location | None, reason: str | None) -> list[str]:
    line = place.line if place else 1
    title = f"{_xml(finding.family)} {_xml(finding.rule)} at line {line}"
    message = _xml(finding.message)
    if reason is not None:
        body = f'<skipped message="{_xml(reason)}"/>'
    elif finding.severity == "info":
        body = f"<system-out>{message}</system-out>"
    else:
        details = _xml(finding.explanation)
        body = f'<failure type="{finding.severity}" message="{message}">{details}</failure>'
    head = f'    <testcase classname="{name}" name="{title}" file="{name}" line="{line}">'
    return [head, f"      {body}", "    </testcase>"]


def _xml(text: str) -> str:
    """Text that XML can hold, in an attribute too."""
    return clean(text).translate(_XML)
