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
    Status("supported", "a source says the same, or lets one derive it"),
    Status("agreed", "another passage or outlet says the same"),
    Status(PLAIN, "nothing to remark"),
)
"""Gravest first: a figure has the first status that anything gives it."""

_SUPPORT = frozenset({"supported", "derivable"})
_RANK = {status.name: rank for rank, status in enumerate(STATUSES)}


def statuses(report: Report) -> dict[str, str]:
    """
    The status of every figure that has one, by id; the others are :data:`PLAIN`.

    A finding marks the figures that it names with its verdict; a reference figure that says the
    same makes a figure ``verified``, a source that states it or lets one derive it ``supported``,
    and another figure of a claim that agrees ``agreed``.
    """
    found: dict[str, str] = dict.fromkeys(report.verified, "verified")
    for finding in report.findings:
        for name in finding.figures:
            _give(found, name, finding.verdict)
    for backing in report.backings:
        if backing.standing in _SUPPORT:
            _give(found, backing.figure.id, "supported")
    known = {figure.id for figure in report.figures}
    for claim in report.claims:
        names = [name for name in claim.figures if name in known]
        if claim.status == "agreed" and len(names) > 1:
            for name in names:
                _give(found, name, "agreed")
    return found


def _give(found: dict[str, str], name: str, status: str) -> None:
    """The graver of two statuses stays; a verdict that is no status (a rounding) gives none."""
    if status in _RANK and _RANK[status] < _RANK[found.get(name, PLAIN)]:
        found[name] = status
