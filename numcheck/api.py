"""The whole way of the data: documents in, a report out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from numcheck.alignment import align
from numcheck.errors import UsageError
from numcheck.extraction import analyse
from numcheck.extraction.collector import resting
from numcheck.model import Document, Report

if TYPE_CHECKING:
    from numcheck.alignment.measures import Measures
    from numcheck.engine import RuleSet
    from numcheck.extraction.style import Style
    from numcheck.facts import Facts, Judgement
    from numcheck.model import Analysis, Backing, Finding

__all__ = ["check"]

_Path = str | os.PathLike[str]


@resting()
def check(
    documents: Sequence[Document],
    against: Iterable[Document] | None = None,
    facts: Facts | _Path | Sequence[_Path] | None = None,
    rules: RuleSet | None = None,
    progress: Callable[[int, int], None] | None = None,
    style: Style | None = None,
) -> Report:
    """Compare the figures of documents, within each and across them.

    Args:
        documents: What to check; their ids must differ.
        against: Sources that the documents must agree with; their own figures are reported, but
            findings speak of the documents.
        facts: Reference figures: the files of tables, or what
            :func:`numcheck.facts.load_facts` or :func:`numcheck.facts.facts_from_rows` made.
            Figures that they agree with are verified, figures that they contradict are found.
        rules: The rules to apply; the shipped ones if ``None``.
        progress: Called after each document that was taken apart, with how many are done and how
            many there are.
        style: How the documents, and tables given as files, write dates and decimals, where that
            is known.

    Returns:
        Figures, claims and findings, the same for any order of the documents but for their order.

    Raises:
        UsageError: Two documents have one id.
        FactsError: A table cannot be read; names the line of each broken row.
        RuleError: The shipped rules cannot be loaded.
    """
    from numcheck.engine import load_rules, run

    table = None if facts is None else _table(facts, style)

    sources = list(against or ())
    everything = [*documents, *sources]
    _distinct(everything)
    analyses: list[Analysis] = []
    for document in everything:
        analyses.append(analyse(document, style))
        if progress is not None:
            progress(len(analyses), len(everything))
    ruleset = rules if rules is not None else load_rules()
    measures = ruleset.measures_in_force
    if measures is not None and table is not None:
        table = _with_measures(table, measures)
    alignment = align(analyses, measures)
    judgement = None if table is None else _judged(table, analyses[: len(documents)])
    against_ids = tuple(source.id for source in sources)
    backings = _backings(analyses, len(documents), measures) if sources else ()
    findings = run(ruleset, analyses, alignment, against_ids, judgement, backings)
    return Report(
        tuple(everything),
        tuple(figure for analysis in analyses for figure in analysis.figures),
        alignment.claims,
        tuple(_without_verified(findings, judgement)),
        against_ids,
        verified={} if judgement is None else judgement.verified,
        backings=backings,
    )


def _backings(
    analyses: Sequence[Analysis], drafts: int, measures: Measures | None
) -> tuple[Backing, ...]:
    """What the sources, which come last, say about each figure of the drafts."""
    from numcheck.alignment.support import Sources

    sources = Sources(analyses[drafts:], measures)
    return tuple(one for draft in analyses[:drafts] for one in sources.backings(draft))


def _table(facts: Facts | _Path | Sequence[_Path], style: Style | None) -> Facts:
    from numcheck.facts import Facts, load_facts

    if isinstance(facts, Facts):
        return facts
    paths = [facts] if isinstance(facts, str | os.PathLike) else facts
    return load_facts(paths, style=style)


def _with_measures(table: Facts, measures: Measures) -> Facts:
    from numcheck.facts import Facts

    return Facts(table.facts, measures)


def _judged(table: Facts, analyses: Sequence[Analysis]) -> Judgement:
    from numcheck.facts import judge

    return judge(table, analyses)


def _without_verified(findings: Sequence[Finding], judgement: Judgement | None) -> list[Finding]:
    """The findings but those that call a figure unverified which a reference figure verifies."""
    known = judgement.verified if judgement is not None else {}
    return [
        finding
        for finding in findings
        if finding.verdict != "unverified" or not known or finding.figures[0] not in known
    ]


def _distinct(documents: Sequence[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise UsageError("two documents have this id; give each its own", document.id)
        seen.add(document.id)
