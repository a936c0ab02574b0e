"""Rules about the figures of one claim, put side by side in pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from numcheck.engine.active import ActiveRule
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Story
from numcheck.engine.pattern import Captured
from numcheck.engine.publication import published_order
from numcheck.engine.relation import belong_together, flaw_of, outcome
from numcheck.model import Claim, Figure

__all__ = ["claim_flaws"]

_SILENT = frozenset({"hypothetical", "denied"})
_COMPARED = frozenset({"agreed", "conflicting", "developing", "single-source", "disputed"})
_MOST = 12
"""Figures of one claim that are compared in pairs; more tell nothing new."""


def claim_flaws(actives: Sequence[ActiveRule], story: Story) -> Iterator[tuple[ActiveRule, Flaw]]:
    """What claim rules that decide alike have to say about all claims.

    Args:
        actives: Rules of the shape ``claim`` with one test.
        story: All documents with their claims.
    """
    section = actives[0].rule.claim
    for claim in story.claims:
        if claim.status not in _COMPARED or not _measured(section, claim, story):
            continue
        statuses = section.get("relations")
        if statuses and claim.status not in statuses:
            continue
        figures = [story.figures[name] for name in claim.figures if name in story.figures]
        yield from _pairs(actives, claim, figures, story)


def _pairs(
    actives: Sequence[ActiveRule], claim: Claim, figures: list[Figure], story: Story
) -> Iterator[tuple[ActiveRule, Flaw]]:
    first, documents = actives[0], story.documents
    section = first.rule.claim
    between, order = section.get("between", "any"), section.get("order", "text")
    seen: set[tuple[object, ...]] = set()
    stances = frozenset(section.get("stances", ()))
    usable = [
        figure
        for figure in figures
        if (figure.stance in stances if stances else figure.stance not in _SILENT)
    ][:_MOST]
    for a, b in _ordered(usable, order, story):
        if not _allowed(a, b, between):
            continue
        said = (a.low, a.high, a.bound, b.low, b.high, b.bound)
        captured: Captured = {"a": a, "b": b}
        if said in seen or not belong_together(first, captured, documents):
            continue
        if outcome(first, captured, documents) != "fails":
            continue
        seen.add(said)
        figures_told = (a, b, *_behind(a, b, usable, between))
        # A rule that puts the two in an order has something to say about it.
        told = _who_says_what(a, b, story) if order == "text" else ""
        for active in actives:
            flaw = flaw_of(active, captured, "fails", documents)
            message, label = told or flaw.message, flaw.label or claim.label
            yield active, replace(flaw, figures=figures_told, message=message, label=label)


def _measured(section: Mapping[str, Any], claim: Claim, story: Story) -> bool:
    """Whether a rule looks at what the figures of a claim measure."""
    measures, grows = section.get("measures"), section.get("grows")
    if measures and claim.measure not in measures:
        return False
    if grows is None:
        return True
    from numcheck.alignment.measures import load_measures

    measure = (story.measures or load_measures()).named.get(claim.measure)
    return (measure is not None and measure.grows) is grows


def _ordered(figures: list[Figure], order: str, story: Story) -> Iterator[tuple[Figure, Figure]]:
    """The pairs, each with the figure first that the rule calls ``a``."""
    for a, b in combinations(figures, 2):
        if order != "published":
            yield a, b
            if order == "both":
                yield b, a
            continue
        documents = story.documents
        came = published_order(documents.get(a.document), documents.get(b.document))
        if came:
            yield (a, b) if came < 0 else (b, a)


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
