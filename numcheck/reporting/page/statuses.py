"""What became of each figure, in one word."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model import Report

__all__ = ["PLAIN", "STATUSES", "Status", "statuses"]

PLAIN = "plain"
"""Nothing to remark."""


@dataclass(frozen=True, slots=True)
class Status:
    """
    A word for what became of a figure, or for what a finding says.

    Attributes:
        name: The word, also the name of its style and of its icon.
        meaning: One line for the legend.
    """

    name: str
    meaning: str


STATUSES: tuple[Status, ...] = (
    Status("disputed", "another source denies it"),
    Status("discrepant", "it cannot be right together with another figure"),
    Status("implausible", "it cannot be right by itself"),
    Status("unverified", "nothing given supports it"),
    Status("verified", "a reference figure says the same"),
    Status("supported", "a source of the draft says the same"),
    Status("agreed", "another passage or outlet says the same"),
    Status(PLAIN, "nothing to remark"),
)
"""Gravest first: a figure has the first status that anything gives it."""

_RANK = {status.name: rank for rank, status in enumerate(STATUSES)}


def statuses(report: Report) -> dict[str, str]:
    """
    The status of every figure that has one, by id; the others are :data:`PLAIN`.

    A finding marks the figures that it names with its verdict, a claim that agrees marks those
    that it holds: ``supported`` where one of them stands in a source that the documents were
    checked against, ``agreed`` elsewhere. A reference figure that says the same makes it
    ``verified``.
    """
    found: dict[str, str] = dict.fromkeys(report.verified, "verified")
    for finding in report.findings:
        for name in finding.figures:
            _give(found, name, finding.verdict)
    document = {figure.id: figure.document for figure in report.figures}
    sources = frozenset(report.against)
    for claim in report.claims:
        if claim.status != "agreed":
            continue
        names = [name for name in claim.figures if name in document]
        backed = any(document[name] in sources for name in names)
        for name in names if len(names) > 1 else ():
            from_draft = document[name] not in sources
            _give(found, name, "supported" if backed and from_draft else "agreed")
    return found


def _give(found: dict[str, str], name: str, status: str) -> None:
    """The graver of two statuses stays; a verdict that is no status (a rounding) gives none."""
    if status in _RANK and _RANK[status] < _RANK[found.get(name, PLAIN)]:
        found[name] = status
