"""All rules over all documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from numcheck.engine.claims import claim_flaws
from numcheck.engine.context import corrected, flaw_voided
from numcheck.engine.document_run import DocumentRun
from numcheck.engine.findings import Raised, settle
from numcheck.engine.index import Index
from numcheck.engine.passage import Flaw, Passage, Story
from numcheck.engine.pattern.classes import WordClass
from numcheck.engine.rule import RuleSet
from numcheck.model import Analysis, Backing, Claim, Finding

if TYPE_CHECKING:
    from numcheck.facts import Judgement

__all__ = ["Claims", "run", "within"]

_VOID = "correction"
"""The class of words by which a text takes back what it says."""


class Claims(Protocol):
    """What the engine needs of an alignment."""

    @property
    def claims(self) -> Sequence[Claim]:
        """Figures that speak of the same quantity."""
        ...


def run(
    ruleset: RuleSet,
    analyses: Sequence[Analysis],
    alignment: Claims | None = None,
    against: Sequence[str] = (),
    facts: Judgement | None = None,
    backings: Sequence[Backing] = (),
    found: Sequence[Raised] | None = None,
) -> list[Finding]:
    """Everything that the rules have to say about some documents.

    Args:
        ruleset: The rules in force.
        analyses: All documents taken apart, in the order in which findings are told.
        alignment: Their claims; without it, nothing is compared across sentences or sources.
        against: Ids of those documents that are sources, with which the others must agree; they
            are not checked themselves.
        facts: What reference figures say of the figures.
        backings: What the sources say about each figure; looked up where it is left out.
        found: What :func:`within` found in each of them, where that was done before.

    Returns:
        Findings, gravest first, then in the order of documents and text.
    """
    index = _index_of(ruleset)
    sources = frozenset(against)
    checked = tuple(one for one in analyses if one.document.id not in sources)
    story = Story(
        checked,
        tuple(alignment.claims) if alignment is not None else (),
        {figure.id: figure for one in analyses for figure in one.figures},
        {one.document.id: one.document for one in analyses},
        tuple(one for one in analyses if one.document.id in sources),
        facts,
        tuple(backings),
        ruleset.measures_in_force,
    )
    by_document = {one.document.id: one for one in analyses}
    void = ruleset.classes.get(_VOID)
    raised = list(found) if found is not None else _within(index, checked, story, void)
    for group in index.claim_rules if story.claims else ():
        raised += [
            Raised(active.rule, flaw)
            for active, flaw in claim_flaws(group.actives, story)
            if not flaw_voided(active, flaw, by_document)
            and not _corrected(Raised(active.rule, flaw), by_document, void)
            and not (sources and _settled(flaw, story, sources))
        ]
    whole = Passage(checked[0], (), (), {}, story) if checked else None
    for group in index.story_checks if whole is not None else ():
        first = group.actives[0]
        raised += [
            Raised(active.rule, flaw)
            for flaw in first.module.find(whole, first.settings)
            for active in group.actives
            if not flaw_voided(active, flaw, by_document)
        ]
    return settle(raised, analyses)


def within(ruleset: RuleSet, analysis: Analysis) -> list[Raised]:
    """What the rules about sentences and single documents find, which no other document changes.

    Args:
        ruleset: The rules in force.
        analysis: A document taken apart.

    Returns:
        What :func:`run` takes to spare these rules a second look at the document.
    """
    documents = {analysis.document.id: analysis.document}
    story = Story((analysis,), (), {}, documents, measures=ruleset.measures_in_force)
    void = ruleset.classes.get(_VOID)
    return _within(_index_of(ruleset), story.analyses, story, void)


def _within(
    index: Index, analyses: Sequence[Analysis], story: Story, void: WordClass | None
) -> list[Raised]:
    by_document = {one.document.id: one for one in analyses}
    return [
        one
        for analysis in analyses
        for one in DocumentRun(index, analysis, story).raised()
        if not _corrected(one, by_document, void)
    ]


def _index_of(ruleset: RuleSet) -> Index:
    """The index of a set of rules, made once."""
    kept = ruleset.__dict__.get("_index")
    if kept is None:
        kept = Index(ruleset)
        ruleset.__dict__["_index"] = kept
    return kept


def _settled(flaw: Flaw, story: Story, sources: frozenset[str]) -> bool:
    """Whether a draft and its sources differ by a figure that was looked up there already."""
    if not any(figure.document in sources for figure in flaw.figures):
        return False
    known = {one.figure.id: one.standing for one in story.backings}
    drafts = [figure for figure in flaw.figures if figure.document not in sources]
    told = [known.get(figure.id, "unverified") for figure in drafts]
    return all(standing != "unverified" for standing in told)


def _corrected(one: Raised, analyses: Mapping[str, Analysis], void: WordClass | None) -> bool:
    """Whether the text itself corrects what a rule found; a dispute or a doubt it cannot."""
    if void is None or one.verdict in ("unverified", "disputed"):
        return False
    return corrected(one.flaw, analyses, void)
