"""The whole way of the data: documents in, a report out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from numcheck.alignment import align
from numcheck.errors import UsageError
from numcheck.extraction import analyse
from numcheck.model import Document, Report

if TYPE_CHECKING:
    from numcheck.engine import RuleSet

__all__ = ["check"]


def check(
    documents: Sequence[Document],
    against: Iterable[Document] | None = None,
    facts: None = None,
    rules: RuleSet | None = None,
) -> Report:
    """Compare the figures of documents, within each and across them.

    Args:
        documents: What to check; their ids must differ.
        against: Sources that the documents must agree with; their own figures are reported, but
            findings speak of the documents.
        facts: Reference figures that count as verified; not yet supported, must be ``None``.
        rules: The rules to apply; the shipped ones if ``None``.

    Returns:
        Figures, claims and findings, the same for any order of the documents but for their order.

    Raises:
        UsageError: Two documents have one id, or ``facts`` is given.
        RuleError: The shipped rules cannot be loaded.
    """
    if facts is not None:
        raise UsageError("reference facts cannot be checked yet; leave facts out")
    from numcheck.engine import load_rules, run

    sources = list(against or ())
    everything = [*documents, *sources]
    _distinct(everything)
    analyses = [analyse(document) for document in everything]
    alignment = align(analyses)
    ruleset = rules if rules is not None else load_rules()
    findings = run(ruleset, analyses, alignment, against=[source.id for source in sources])
    return Report(
        tuple(everything),
        tuple(figure for analysis in analyses for figure in analysis.figures),
        alignment.claims,
        tuple(findings),
        tuple(source.id for source in sources),
    )


def _distinct(documents: Sequence[Document]) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise UsageError("two documents have this id; give each its own", document.id)
        seen.add(document.id)
