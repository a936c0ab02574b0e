"""Which figures speak of the same quantity, within a document and across documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from numcheck.alignment.claims import claims_of
from numcheck.alignment.measures import Measures, load_measures
from numcheck.alignment.profile import Profile, profile
from numcheck.alignment.scope import ADDED
from numcheck.alignment.stories import Story, group
from numcheck.alignment.terms import Terms, terms_of
from numcheck.model import Analysis, Claim, Figure

__all__ = ["Alignment", "align", "story_claims"]

_NEVER = frozenset({"identifier"})


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome of alignment.

    Attributes:
        stories: Stories in order of their first document's id; each document is in one.
        claims: Claims by story, then in order of their first figure.
        figures: All figures by id.
        claims_by_figure: Claims that a figure is part of; figures in none are left out.
    """

    stories: tuple[Story, ...]
    claims: tuple[Claim, ...]
    figures: Mapping[str, Figure]
    claims_by_figure: Mapping[str, tuple[Claim, ...]]


def align(analyses: Sequence[Analysis], measures: Measures | None = None) -> Alignment:
    """Group documents into stories and their figures into claims.

    Args:
        analyses: In any order; the result does not depend on it.
        measures: The vocabulary of measures; the shipped one if ``None``.
    """
    vocabulary = measures or load_measures()
    by_id = {analysis.document.id: analysis for analysis in analyses}
    several = len(by_id) > 1
    terms = {name: terms_of(one.document) for name, one in by_id.items()} if several else None
    stories = group([analysis.document for analysis in by_id.values()], terms)
    claims: list[Claim] = []
    for story in stories:
        told = [by_id[name] for name in story.documents]
        bags = {name: terms[name] for name in story.documents} if terms else {}
        claims += story_claims(story, told, bags, vocabulary)
    figures = {figure.id: figure for name in sorted(by_id) for figure in by_id[name].figures}
    membership: dict[str, tuple[Claim, ...]] = {}
    for claim in claims:
        for name in claim.figures:
            membership[name] = (*membership.get(name, ()), claim)
    return Alignment(stories, tuple(claims), figures, membership)


def story_claims(
    story: Story,
    told: Sequence[Analysis],
    bags: Mapping[str, Terms],
    measures: Measures | None = None,
) -> list[Claim]:
    """The claims of one story, for whoever has found the stories already.

    Args:
        story: The story.
        told: Its documents, taken apart, in the story's order.
        bags: The terms of each, by id; not needed for a single document.
        measures: The vocabulary of measures; the shipped one if ``None``.
    """
    documents = {analysis.document.id: analysis.document for analysis in told}
    profiles = _profiles(told, measures or load_measures())
    return claims_of(story.id, profiles, documents, bags if len(told) > 1 else {})


def _profiles(told: Sequence[Analysis], measures: Measures) -> list[Profile]:
    items: list[Profile] = []
    for place, analysis in enumerate(told):
        before: Profile | None = None
        for number, figure in enumerate(analysis.figures):
            if figure.kind in _NEVER or figure.furniture:
                continue
            sentence = analysis.sentences[figure.sentence]
            item = profile(figure, sentence, (place, number), measures)
            if figure.kind == "ordinal" and (item.value == 1 or item.noun in measures.places):
                # "First" mostly counts nothing, and "117th Street" is a name.
                continue
            items.append(item)
            if item.measure is not None:
                if ADDED in item.scope and _beside(before, item):
                    # "Killing three and injuring 14 others": others than those killed.
                    item.scope = tuple(mark for mark in item.scope if mark != ADDED)
                before = item
    return items


def _beside(before: Profile | None, item: Profile) -> bool:
    """Whether the figure before tells of other people in the same sentence."""
    return (
        before is not None
        and before.measure is not item.measure
        and before.figure.sentence == item.figure.sentence
        and before.figure.field == item.figure.field
    )
