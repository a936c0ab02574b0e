"""Rules about the figures of one claim, put side by side in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.engine.index import ActiveRule
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Story
from numcheck.engine.relation import belong_together, flaw_of, outcome
from numcheck.model import Claim, Figure

__all__ = ["claim_flaws"]

_SILENT = frozenset({"hypothetical", "denied"})
_COMPARED = frozenset({"agreed", "conflicting", "developing", "single-source", "disputed"})
_MOST = 12
"""Figures of one claim that are compared in pairs; more tell nothing new."""


def claim_flaws(active: ActiveRule, story: Story) -> Iterator[Flaw]:
    """What a claim rule has to say about all claims.

    Args:
        active: A rule of the shape ``claim``.
        story: All documents with their claims.
    """
    section = active.rule.claim
    for claim in story.claims:
        if claim.status not in _COMPARED:
            continue
        statuses = section.get("relations")
        if statuses and claim.status not in statuses:
            continue
        figures = [story.figures[name] for name in claim.figures if name in story.figures]
        yield from _pairs(active, claim, figures, story)


def _pairs(active: ActiveRule, claim: Claim, figures: list[Figure], story: Story) -> Iterator[Flaw]:
    between = active.rule.claim.get("between", "any")
    seen: set[tuple[object, ...]] = set()
    usable = [figure for figure in figures if figure.stance not in _SILENT][:_MOST]
    for i, a in enumerate(usable):
        for b in usable[i + 1 :]:
            if not _allowed(a, b, between):
                continue
            said = (a.low, a.high, a.bound, b.low, b.high, b.bound)
            captured: dict[str, Figure | tuple[Figure, ...]] = {"a": a, "b": b}
            if said in seen or not belong_together(active, captured):
                continue
            verdict = outcome(active, captured)
            if verdict == "fails":
                seen.add(said)
                flaw = flaw_of(active, captured, verdict)
                message = _who_says_what(a, b, story) or flaw.message
                yield Flaw(
                    (a, b, *_behind(a, b, usable, between)),
                    message,
                    flaw.explanation,
                    flaw.verdict,
                    flaw.severity,
                    flaw.label or claim.label,
                )


def _behind(a: Figure, b: Figure, usable: list[Figure], between: str) -> Iterator[Figure]:
    """What other texts say about the same thing, one figure for each text and value."""
    told = {(figure.document, figure.value) for figure in (a, b)}
    for figure in usable:
        if between == "documents" and (figure.document, figure.value) not in told:
            told.add((figure.document, figure.value))
            yield figure


def _who_says_what(a: Figure, b: Figure, story: Story) -> str:
    """Who has which figure ("Morning Post has 38, Evening Star two"); empty without two outlets."""
    one, other = (story.documents[figure.document].source for figure in (a, b))
    if not one or not other or one == other:
        return ""
    return f"{one} has {phrase(a)}, {other} {phrase(b)}."


def _allowed(a: Figure, b: Figure, between: str) -> bool:
    match between:
        case "documents":
            return a.document != b.document
        case "passages":
            return a.document == b.document and a.field == b.field
        case "title":
            return a.document == b.document and a.field != b.field
        case _:
            return True
