"""What a check looks at, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from numcheck.model import Analysis, Backing, Document, Figure, Sentence, Severity, Verdict
from numcheck.model.claim import Claim

if TYPE_CHECKING:
    from numcheck.alignment.measures import Measures
    from numcheck.facts import Judgement

__all__ = ["Flaw", "Passage", "Story"]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that is checked at once.

    Attributes:
        analyses: The documents taken apart, in the order given.
        claims: Figures that speak of the same quantity.
        figures: All figures by id.
        documents: All documents by id.
        against: Sources that the documents must agree with.
        facts: What reference figures say of the figures; a
            :class:`numcheck.facts.judging.Judgement`, or ``None`` without any.
        backings: What the sources say about each figure of the documents, where that is known.
        measures: The vocabulary of what figures measure; the shipped one if ``None``.
    """

    analyses: tuple[Analysis, ...]
    claims: tuple[Claim, ...]
    figures: Mapping[str, Figure]
    documents: Mapping[str, Document]
    against: tuple[Analysis, ...] = ()
    facts: Judgement | None = None
    backings: tuple[Backing, ...] = ()
    measures: Measures | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a whole document, with its figures.

    Attributes:
        analysis: The document.
        sentences: One sentence, or all.
        figures: The figures of these sentences in text order, without those of the page.
        by_sentence: The document's figures by index of their sentence, likewise.
        story: Everything that is checked at once.
    """

    analysis: Analysis
    sentences: Sequence[Sentence]
    figures: Sequence[Figure]
    by_sentence: Mapping[int, Sequence[Figure]]
    story: Story

    def sentence_of(self, figure: Figure) -> Sentence:
        """The sentence that a figure stands in."""
        return self.analysis.sentences[figure.sentence]


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong.

    Attributes:
        figures: The figures, the one in question first.
        message: One plain sentence.
        explanation: How the check came to it.
        verdict: What it is; the rule's own verdict if ``None``.
        severity: How grave it is; the rule's own severity if ``None``.
        label: What is spoken of, for a heading.
        outside: Whether it rests on something outside of the texts, so that a finding about
            more figures does not cover it.
    """

    figures: tuple[Figure, ...]
    message: str
    explanation: str = ""
    verdict: Verdict | None = None
    severity: Severity | None = None
    label: str = field(default="")
    outside: bool = False
