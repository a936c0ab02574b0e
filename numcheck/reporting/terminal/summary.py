"""The last line: how many figures, and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from numcheck.model import Suppressed, Verdict
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import paragraph
from numcheck.reporting.terminal.headings import counted
from numcheck.reporting.terminal.view import View

__all__ = ["not_told", "sentence", "summary"]

_NAMES: dict[Verdict, tuple[str, str]] = {
    "disputed": ("dispute", "disputes"),
    "discrepant": ("discrepancy", "discrepancies"),
    "implausible": ("implausible", "implausible"),
    "unverified": ("unverified", "unverified"),
}

_WAYS = {
    "comment": "silenced by comments",
    "sidecar": "silenced by a file beside the article",
    "configuration": "by the configuration",
    "baseline": "known to the baseline",
}


def summary(view: View) -> list[Line]:
    """The sentence, and a hint at what is not shown."""
    told = sentence(view)
    clean = all(finding.verdict == "rounding" for finding in view.report.findings)
    lines = paragraph(told, view, "good" if clean else "strong", indent=0)
    roundings = sum(finding.verdict == "rounding" for finding in view.report.findings)
    if roundings and not view.style.verbose:
        hint = f"{counted(roundings, 'rounding')} not shown; --verbose shows all."
        lines += paragraph(hint, view, "faint", indent=0)
    if silence := not_told(view.report.suppressed):
        lines += paragraph(silence, view, "faint", indent=0)
    return lines


def not_told(suppressed: Sequence[Suppressed]) -> str:
    """How many findings are not told, and who asked for that; empty if all are."""
    if not suppressed:
        return ""
    ways = Counter(_WAYS[one.how] for one in suppressed)
    told = ", ".join(f"{count:,} {way}" for way, count in sorted(ways.items()))
    return f"{counted(len(suppressed), 'finding')} not told: {told}."


def sentence(view: View) -> str:
    """What became of all figures: findings by verdict, then the figures that none of them names."""
    report = view.report
    figures = [figure for figure in report.checked() if not figure.furniture]
    documents = len(report.documents) - len(report.against)
    total = f"{counted(len(figures), 'figure')} in {counted(documents, 'document')}"
    if report.against:
        total += f" against {counted(len(report.against), 'source')}"
    told = [finding for finding in report.findings if finding.verdict in _NAMES]
    if not told and not report.verified:
        return f"{total}: nothing to remark."
    verdicts = Counter(finding.verdict for finding in told)
    parts = [
        counted(verdicts[verdict], one, several)
        for verdict, (one, several) in _NAMES.items()
        if verdicts[verdict]
    ]
    if report.verified:
        parts.append(f"{len(report.verified):,} verified")
    if (derived := sum(one.standing == "derivable" for one in report.backings)) > 0:
        parts.append(f"{derived:,} derived")
    named = {one.figure.id for one in report.backings if one.standing == "derivable"}
    named |= {name for finding in told for name in finding.figures}.union(report.verified)
    rest = sum(figure.id not in named for figure in figures)
    return f"{total}: {', '.join(parts)}; {counted(rest, 'figure')} without remark."
