"""Disputes, discrepancies and roundings: what cannot be right, and why."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Figure, Finding, Verdict
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import block, paragraph
from numcheck.reporting.terminal.headings import heading
from numcheck.reporting.terminal.passages import passages
from numcheck.reporting.terminal.picture import picture
from numcheck.reporting.terminal.view import View

__all__ = ["about", "grouped", "in_text_order", "verdicts", "voices"]

_TINTS = {
    "discrepant": "bad",
    "implausible": "bad",
    "disputed": "doubt",
    "rounding": "rival",
    "unverified": "doubt",
}
_MOST = 6  # messages of one claim; its passages and its picture say the same
_ARGUED = frozenset({"disputed", "conflicting"})


def verdicts(view: View, verdict: Verdict) -> list[list[Line]]:
    """A part for each thing of one verdict, gravest first as in the report."""
    return [_part(view, findings) for findings in grouped(view, verdict)]


def grouped(view: View, verdict: Verdict) -> list[list[Finding]]:
    """The findings of one verdict, those about one claim together."""
    groups: dict[object, list[Finding]] = {}
    for finding in view.report.findings:
        if finding.verdict == verdict:
            groups.setdefault(_subject(view, finding), []).append(finding)
    return list(groups.values())


def _subject(view: View, finding: Finding) -> object:
    """What keeps a finding apart: the sources of one claim contradict each other in pairs."""
    figures = view.known(finding.figures)
    claims = {claim.id if claim else "" for claim in map(view.claim, figures)}
    if len(claims) != 1 or "" in claims:
        return finding
    return finding.rule, finding.severity, *claims


def _part(view: View, findings: Sequence[Finding]) -> list[Line]:
    """Heading, passages, a number line where voices differ, and the reasons."""
    first = findings[0]
    figures = in_text_order(view.known(name for each in findings for name in each.figures))
    tint = _TINTS[first.verdict]
    subject = about(view, first)
    # A finding without a subject opens with its plain sentence rather than with nothing.
    lines = heading(view, first.verdict.upper(), tint, subject or first.message, _note(first))
    if figures:
        lines += block(view, passages(view, figures, denials=first.verdict == "disputed"), tint)
        lines += picture(view, voices(view, first, figures), tint)
    messages = [finding.message for finding in findings[not subject :]]
    reasons = [finding.explanation for finding in findings]
    for message in list(dict.fromkeys(messages))[:_MOST]:
        lines += paragraph(message, view)
    for reason in dict.fromkeys(reasons):
        if reason not in messages:
            lines += paragraph(reason, view, "faint")
    return lines


def in_text_order(figures: Sequence[Figure]) -> list[Figure]:
    """Document after document, the one in question first; each is read from its headline on."""
    documents = {
        name: place for place, name in enumerate(dict.fromkeys(f.document for f in figures))
    }
    return sorted(figures, key=lambda f: (documents[f.document], f.field != "title", f.start))


def about(view: View, finding: Finding) -> str:
    """What a finding is about, in a few words; empty if nobody knows."""
    if finding.label:
        return finding.label
    claims = [view.claim(figure) for figure in view.known(finding.figures)[:1]]
    return claims[0].label if claims and claims[0] else ""


def _note(finding: Finding) -> str:
    """The rule's name for those who want to look it up, and its weight unless it is an error."""
    weight = "" if finding.severity == "error" else f", {finding.severity}"
    return f"{finding.family} {finding.rule}{weight}"


def voices(view: View, finding: Finding, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Every figure of the argued claim, if several voices take part in it."""
    claim = view.claim(view.known(finding.figures)[0])
    if claim is None or finding.verdict not in {"disputed", "discrepant"}:
        return ()
    within = view.known(claim.figures)
    if claim.status not in _ARGUED:
        named = {figure.id for figure in figures}
        within = [figure for figure in within if figure.id in named]
    # Two numbers in one voice are compared by reading them; a picture would only repeat them.
    speakers = {(figure.document, view.voice(figure)) for figure in within}
    return within if len(speakers) > 1 else ()
