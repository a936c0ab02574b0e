"""Workflow commands that GitHub shows as annotations beside the lines of a change."""

from __future__ import annotations

from numcheck.model import Finding, Report
from numcheck.reporting.display import clean
from numcheck.reporting.locations import Location, Locations
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.summary import not_told, sentence
from numcheck.reporting.terminal.view import View

__all__ = ["render"]

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# The workflow runner takes these for the end of a value (its own toolkit escapes the same ones).
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, style: Style) -> str:
    """A command a line for each finding, then the summary as a plain line."""
    locations = Locations(report)
    lines = [_command(finding, locations.of(finding)) for finding in report.findings]
    told = " ".join(filter(None, (sentence(View(report, style)), not_told(report.suppressed))))
    lines.append(clean(f"numcheck: {told}").replace("::", ": :"))
    return "".join(f"{line}\n" for line in lines)


def _command(finding: Finding, places: list[Location]) -> str:
    properties: dict[str, str | int] = {}
    if places:
        first = places[0]
        properties = {"file": first.path, "line": first.line}
        if first.column:
            properties |= {"endLine": first.end_line, "col": first.column}
            if first.end_line == first.line:
                properties["endColumn"] = first.end_column
    properties["title"] = f"{finding.family} {finding.rule}"
    told = ",".join(
        f"{name}={clean(str(value)).translate(_PROPERTY)}" for name, value in properties.items()
    )
    words = clean(" ".join(filter(None, (finding.message, finding.explanation))))
    return f"::{_COMMANDS[finding.severity]} {told}::{words.translate(_DATA)}"
