"""Disputes, discrepancies and roundings: what cannot be right, and why."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Figure, Finding
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.headings import heading
from numcheck.reporting.terminal.passages import block, paragraph, passages
from numcheck.reporting.terminal.picture import picture
from numcheck.reporting.terminal.view import View

__all__ = ["TINTS", "verdict"]

TINTS = {
    "discrepant": "bad",
    "implausible": "bad",
    "disputed": "doubt",
    "rounding": "rival",
    "unverified": "doubt",
}
_ARGUED = frozenset({"disputed", "conflicting"})


def verdict(view: View, finding: Finding) -> list[Line]:
    """One finding: heading, passages, a number line where voices differ, and the reason."""
    figures = view.known(finding.figures)
    tint = TINTS[finding.verdict]
    lines = heading(view, finding.verdict.upper(), tint, _about(view, finding), _note(finding))
    if figures:
        lines += block(view, passages(view, figures, denials=finding.verdict == "disputed"), tint)
        lines += picture(view, _voices(view, finding, figures), tint)
    lines += paragraph(finding.message, view)
    if finding.explanation != finding.message:
        lines += paragraph(finding.explanation, view, "faint")
    return lines


def _about(view: View, finding: Finding) -> str:
    if finding.label:
        return finding.label
    claims = [view.claim(figure) for figure in view.known(finding.figures)[:1]]
    return claims[0].label if claims and claims[0] else ""


def _note(finding: Finding) -> str:
    """The rule's name for those who want to look it up, and its weight unless it is an error."""
    weight = "" if finding.severity == "error" else f", {finding.severity}"
    return f"{finding.family} {finding.rule}{weight}"


def _voices(view: View, finding: Finding, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Every figure of the argued claim, if several voices take part in it."""
    claim = view.claim(figures[0])
    if claim is None or finding.verdict not in {"disputed", "discrepant"}:
        return ()
    within = view.known(claim.figures)
    if claim.status not in _ARGUED:
        within = [figure for figure in within if figure in figures]
    # Two numbers in one voice are compared by reading them; a picture would only repeat them.
    speakers = {(figure.document, view.voice(figure)) for figure in within}
    return within if len(speakers) > 1 else ()
