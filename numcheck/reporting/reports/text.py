"""The report for a person at a terminal."""

from __future__ import annotations

from numcheck.model import Report, Verdict
from numcheck.reporting.lines import Line, paint
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.accounts import developing, rival
from numcheck.reporting.terminal.derived import derived
from numcheck.reporting.terminal.silenced import silenced
from numcheck.reporting.terminal.summary import summary
from numcheck.reporting.terminal.unverified import unverified
from numcheck.reporting.terminal.verdicts import verdicts
from numcheck.reporting.terminal.verified import verified
from numcheck.reporting.terminal.view import View

__all__ = ["render"]

_ORDER: tuple[Verdict, ...] = ("disputed", "discrepant", "implausible")


def render(report: Report, style: Style) -> str:
    """
    First what cannot be right, then what competes or changes, then what nothing supports.

    Parts are separated by an empty line; the last line is the summary.
    """
    view = View(report, style)
    parts = [part for name in _ORDER for part in verdicts(view, name)]
    if not style.quiet:
        parts += _beyond_errors(view)
    parts.append(summary(view))
    lines: list[Line] = []
    for part in filter(None, parts):
        lines += [Line(), *part] if lines else part
    return paint(lines, color=style.color, links=style.linked)


def _beyond_errors(view: View) -> list[list[Line]]:
    parts = [rival(view, claim) for claim in view.claims("rival")]
    parts += [developing(view, claim) for claim in view.claims("developing")]
    unsupported = [finding for finding in view.report.findings if finding.verdict == "unverified"]
    if unsupported:
        parts.append(unverified(view, unsupported))
    parts += [verified(view), derived(view)]
    if view.style.verbose:
        parts += verdicts(view, "rounding")
        parts.append(silenced(view))
    return parts
