"""A rule as the engine sees it, and the set of rules that are in force."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from numcheck.engine.pattern.classes import WordClass
from numcheck.model import Severity, Verdict

if TYPE_CHECKING:
    from numcheck.alignment.measures import Measures

__all__ = ["Docs", "Example", "PatternSource", "Rule", "RuleSet", "Shape"]

Shape = Literal["pattern", "claim", "figure", "check"]
Scope = Literal["sentence", "neighbours", "document", "story"]


@dataclass(frozen=True, slots=True)
class PatternSource:
    """A pattern and what the index wants to know of it before it is compiled.

    Attributes:
        text: The pattern as written.
        needs: Words, or classes as ``<name>``, of which one each must be there.
        kinds: For each figure that must be there, the kinds that fit.
        crosses: Whether it spans a sentence boundary.
    """

    text: str
    needs: tuple[tuple[str, ...], ...]
    kinds: tuple[tuple[str, ...], ...]
    crosses: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A text on which a rule must stay silent or speak.

    Attributes:
        flag: Whether the rule must speak.
        documents: Fields of each document: ``text``, perhaps ``title``, ``source``,
            ``published``, and ``against`` for a source that the others must agree with.
        verdict: The verdict that it must give; empty for any.
        facts: Rows of a table of reference figures.
    """

    flag: bool
    documents: tuple[dict[str, Any], ...]
    verdict: str = ""
    facts: tuple[dict[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Docs:
    """What a reader wants to know about a rule.

    Attributes:
        what: What it does.
        why: Why it matters.
        how: How it decides.
        limits: What it does not see, or sees wrongly.
        references: Where its numbers and methods come from.
    """

    what: str = ""
    why: str = ""
    how: str = ""
    limits: str = ""
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        id: Stable readable name (``"percent-change"``).
        family: Its family in the catalogue (``"B4"``).
        code: Family and number (``"B4.1"``).
        summary: What it reports, one sentence.
        severity: How grave a finding is.
        verdict: What a finding says.
        shape: Which of the other fields count.
        path: File that it was read from.
        scope: What one match may span.
        gap: How many words a plain ``…`` may skip.
        patterns: Of the shape ``pattern``.
        figure: Of the shape ``figure``: kinds, nouns and units that it looks at.
        claim: Of the shape ``claim``: which figures of a claim it pairs.
        check: Of the shape ``check``: the module's name.
        parameters: Numbers and words of a check, or numbers that expressions may name.
        triggers: Words of which one must be there, for figures and checks.
        where: Conditions for the rule to look at all.
        same: Fields that all figures must share.
        kinds: Of the shape ``check``: kinds of figures of which one must be there.
        unless: Words that void a match.
        within: How far around a match they do so: a number of words, ``clause`` or ``sentence``;
            empty for 8 words around a pattern and the sentence of anything else.
        expect: What must hold.
        let: Names for the message.
        message: One plain sentence.
        explanation: How the rule came to it.
        label: What is spoken of, for a heading.
        examples: Texts with the right outcome.
        docs: Its documentation.
        enabled: Whether it runs.
        ceiling: The severity that its findings never exceed, as configured; empty for none.
    """

    id: str
    family: str
    code: str
    summary: str
    severity: Severity
    verdict: Verdict
    shape: Shape
    path: str = ""
    scope: Scope = "sentence"
    gap: int = 8
    patterns: tuple[PatternSource, ...] = ()
    figure: dict[str, Any] = field(default_factory=dict)
    claim: dict[str, Any] = field(default_factory=dict)
    check: str = ""
    parameters: dict[str, Any] = field(default_factory=dict)
    triggers: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    within: str = ""
    expect: str = ""
    let: dict[str, str] = field(default_factory=dict)
    message: str = ""
    explanation: str = ""
    label: str = ""
    examples: tuple[Example, ...] = ()
    docs: Docs = field(default_factory=Docs)
    enabled: bool = True
    ceiling: str = ""


@dataclass(frozen=True)
class RuleSet:
    """The rules in force, by family and code, with the vocabulary that their patterns name.

    Attributes:
        rules: The rules.
        vocabulary: Words and phrases of each class.
        measures: Sections that are added to the vocabulary of what figures measure, see
            :func:`numcheck.alignment.measures.load_measures`; empty for none.
    """

    rules: tuple[Rule, ...]
    vocabulary: dict[str, tuple[str, ...]]
    measures: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def measures_in_force(self) -> Measures | None:
        """The vocabulary of measures with what is added; ``None`` for the shipped one alone.

        Raises:
            VocabularyError: What is added has not the form of the vocabulary.
        """
        if not self.measures:
            return None
        from numcheck.alignment.measures import load_measures

        return load_measures(self.measures)

    @cached_property
    def classes(self) -> dict[str, WordClass]:
        """The vocabulary as the matcher wants it."""
        return {name: WordClass.of(entries) for name, entries in self.vocabulary.items()}

    def __getitem__(self, name: str) -> Rule:
        """The rule with this readable name or code.

        Raises:
            KeyError: No rule is called so.
        """
        for rule in self.rules:
            if name in (rule.id, rule.code):
                return rule
        raise KeyError(name)
