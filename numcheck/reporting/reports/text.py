"""The report for a person at a terminal."""

from __future__ import annotations

from numcheck.model import Report
from numcheck.reporting.lines import Line, paint
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.accounts import developing, rival
from numcheck.reporting.terminal.summary import summary
from numcheck.reporting.terminal.unverified import unverified
from numcheck.reporting.terminal.verdicts import verdict
from numcheck.reporting.terminal.view import View

__all__ = ["render"]

_ORDER = ("disputed", "discrepant", "implausible")


def render(report: Report, style: Style) -> str:
    """
    First what cannot be right, then what competes or changes, then what nothing supports.

    Parts are separated by an empty line; the last line is the summary.
    """
    view = View(report, style)
    parts = [
        verdict(view, finding)
        for name in _ORDER
        for finding in report.findings
        if finding.verdict == name
    ]
    if not style.quiet:
        parts += _beyond_errors(view)
    parts.append(summary(view))
    lines: list[Line] = []
    for part in filter(None, parts):
        lines += [Line(), *part] if lines else part
    return paint(lines, color=style.color, links=style.linked)


def _beyond_errors(view: View) -> list[list[Line]]:
    report = view.report
    parts = [rival(view, claim) for claim in report.claims if claim.status == "rival"]
    parts += [developing(view, claim) for claim in report.claims if claim.status == "developing"]
    unsupported = [finding for finding in report.findings if finding.verdict == "unverified"]
    if unsupported:
        parts.append(unverified(view, unsupported))
    if view.style.verbose:
        roundings = (each for each in report.findings if each.verdict == "rounding")
        parts += [verdict(view, finding) for finding in roundings]
    return parts
