"""The last line: how many figures, and what became of them."""

from __future__ import annotations

from collections import Counter

from numcheck.model import Verdict
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import paragraph
from numcheck.reporting.terminal.headings import counted
from numcheck.reporting.terminal.view import View

__all__ = ["summary"]

_NAMES: dict[Verdict, tuple[str, str]] = {
    "disputed": ("dispute", "disputes"),
    "discrepant": ("discrepancy", "discrepancies"),
    "implausible": ("implausible", "implausible"),
    "unverified": ("unverified", "unverified"),
}


def summary(view: View) -> list[Line]:
    """One sentence that adds up: findings by verdict, then the figures that none of them names."""
    report = view.report
    figures = [figure for figure in report.figures if not figure.furniture]
    total = f"{counted(len(figures), 'figure')} in {counted(len(report.documents), 'document')}"
    told = [finding for finding in report.findings if finding.verdict != "rounding"]
    roundings = len(report.findings) - len(told)
    hint: list[Line] = []
    if roundings and not view.style.verbose:
        hidden = f"{counted(roundings, 'rounding')} not shown; --verbose shows all."
        hint = paragraph(hidden, view, "faint", indent=0)
    if not told:
        return paragraph(f"{total}: nothing to remark.", view, "good", indent=0) + hint
    verdicts = Counter(finding.verdict for finding in told)
    parts = [
        counted(verdicts[verdict], one, several)
        for verdict, (one, several) in _NAMES.items()
        if verdicts[verdict]
    ]
    named = {name for finding in told for name in finding.figures}
    rest = sum(figure.id not in named for figure in figures)
    sentence = f"{total}: {', '.join(parts)}; {counted(rest, 'figure')} without remark."
    return paragraph(sentence, view, "strong", indent=0) + hint
