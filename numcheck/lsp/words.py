"""What an editor shows about a figure or a finding, as Markdown or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from numcheck.model import Claim, Document, Figure, Finding, Report
from numcheck.reporting.amounts import extent, reading
from numcheck.reporting.display import clean, cut
from numcheck.reporting.page.cards import card
from numcheck.reporting.voices import voice

__all__ = ["about", "hover", "message"]

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$#!&]")
_MOST_OTHERS = 8
_LONGEST = 400
_STANDINGS = {
    "supported": "Supported by the sources",
    "derivable": "Follows from the sources",
    "contradicted": "Contradicted by the sources",
    "open": "The sources leave room for it",
    "unverified": "In no source",
}


def message(finding: Finding) -> str:
    """A finding in one line and its explanation below it."""
    return "\n".join(filter(None, (clean(finding.message), clean(finding.explanation))))


def about(figure: Figure, documents: Mapping[str, Document]) -> str:
    """A figure that a finding also speaks of, and who says it."""
    told = f"“{clean(figure.text)}”"
    who = voice(figure, documents)
    return f"{told}, {who}" if who else told


def hover(figure: Figure, report: Report, *, markdown: bool) -> str:
    """The card of a figure.

    Args:
        figure: The figure.
        report: What was found about it.
        markdown: Whether the editor shows Markdown; else the same without any signs.
    """
    style = _Markdown() if markdown else _Plain()
    documents = {document.id: document for document in report.documents}
    shown = card(figure, documents, report.verified.get(figure.id))
    interval = extent(figure)
    rows = [
        ("Value", shown.value),
        ("Interval", interval if interval and interval not in shown.value else ""),
        ("Kind and unit", shown.kind),
        ("Of what", shown.what),
        ("Who says so", shown.who),
        ("Stance", figure.stance),
        ("Words around it", shown.words),
        ("Verified by", shown.reference),
        *_standing(figure, report),
    ]
    parts = [style.strong(shown.text), style.rows([row for row in rows if row[1]])]
    figures = {one.id: one for one in report.figures}
    for claim in report.claims:
        if figure.id in claim.figures and len(claim.figures) > 1:
            parts.append(style.strong(f"{claim.status}: {clean(claim.label)}"))
            parts.append(style.items(list(_others(figure, claim, figures, documents))))
    found = [one for one in report.findings if figure.id in one.figures]
    if found:
        parts.append(style.strong("Findings"))
        parts.append(style.items([f"{clean(one.message)} ({one.rule})" for one in found]))
    return "\n\n".join(parts)


def _standing(figure: Figure, report: Report) -> list[tuple[str, str]]:
    for backing in report.backings:
        if backing.figure.id == figure.id:
            others = ", ".join(f"“{clean(other.text)}”" for other in backing.others)
            told = _STANDINGS[backing.standing]
            return [("Sources", f"{told}: {others}" if others else told)]
    return []


def _others(
    figure: Figure,
    claim: Claim,
    figures: Mapping[str, Figure],
    documents: Mapping[str, Document],
) -> Iterator[str]:
    others = [figures[name] for name in claim.figures if name != figure.id and name in figures]
    for other in others[:_MOST_OTHERS]:
        told = f"{reading(other)}: {about(other, documents)}"
        yield cut(f"{told} ({other.as_of})" if other.as_of else told, _LONGEST)
    if len(others) > _MOST_OTHERS:
        yield f"and {len(others) - _MOST_OTHERS} more"


class _Plain:
    """Words without any signs, each on its line."""

    def strong(self, words: str) -> str:
        return clean(words)

    def items(self, lines: list[str]) -> str:
        return "\n".join(f"- {clean(line)}" for line in lines)

    def rows(self, rows: list[tuple[str, str]]) -> str:
        return "\n".join(f"{name}: {clean(value)}" for name, value in rows)


class _Markdown(_Plain):
    """Words as Markdown, in which nothing of an article means anything but itself."""

    def strong(self, words: str) -> str:
        return f"**{_escaped(words)}**"

    def items(self, lines: list[str]) -> str:
        return "\n".join(f"- {_escaped(line)}" for line in lines)

    def rows(self, rows: list[tuple[str, str]]) -> str:
        return "\n".join(f"- *{name}:* {_escaped(value)}" for name, value in rows)


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", clean(words))
