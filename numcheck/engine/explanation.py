"""How the patterns of a rule read a text: the tokens, the slots, the intervals, the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from numcheck.engine.active import ActiveRule
from numcheck.engine.context import voided
from numcheck.engine.expression import quantity_of
from numcheck.engine.pattern import Stream, compile_pattern, parse_pattern
from numcheck.engine.relation import (
    Outcome,
    belong_together,
    figures_of,
    flaw_of,
    outcome,
    unmet_condition,
)
from numcheck.engine.rule import Rule, RuleSet
from numcheck.model import Analysis, Figure
from numcheck.model.interval import Interval

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One match of one pattern.

    Attributes:
        pattern: The pattern as written.
        tokens: The tokens that it matched; figures as they stand in the text.
        slots: For each figure its text, its strict and its lenient interval, in base units.
        outcome: Whether the relation held.
        message: What the rule would say.
        names: For each figure the slot that took it; those of a list share one.
        sentence: Index of its (last) sentence.
        voided: Whether a word that the rule lists under ``unless`` voids the match.
        unmet: The condition that keeps the rule silent; empty if none does.
    """

    pattern: str
    tokens: tuple[str, ...]
    slots: tuple[tuple[str, Interval | None, Interval | None], ...]
    outcome: Outcome
    message: str
    names: tuple[str, ...] = ()
    sentence: int = 0
    voided: bool = False
    unmet: str = ""


def explain(rule: Rule, ruleset: RuleSet, analysis: Analysis) -> list[Explanation]:
    """Every match of a rule's patterns in a text, whatever came of it.

    Args:
        rule: A rule of the shape ``pattern``; others have nothing to show.
        ruleset: The set that it belongs to.
        analysis: The text taken apart.
    """
    active = ActiveRule(rule, ruleset)
    documents = {analysis.document.id: analysis.document}
    streams = [
        Stream.of(sentence, [f for f in analysis.figures if f.sentence == sentence.index])
        for sentence in analysis.sentences
    ]
    windows = streams + [Stream.joined(pair) for pair in pairwise(streams)]
    shown = []
    for source in rule.patterns:
        matcher = compile_pattern(parse_pattern(source.text, rule.gap), ruleset.classes)
        for stream in windows[len(streams) :] if source.crosses else streams:
            for match in matcher.find(stream):
                tokens = tuple(
                    figure.text if figure is not None else word
                    for word, figure in zip(
                        stream.words[match.start : match.end],
                        stream.figures[match.start : match.end],
                        strict=True,
                    )
                )
                slots = []
                for figure in figures_of(match.captured):
                    strict, lenient = quantity_of(figure, "strict"), quantity_of(figure, "lenient")
                    slots.append(
                        (
                            figure.text,
                            strict.interval if strict else None,
                            lenient.interval if lenient else None,
                        )
                    )
                verdict: Outcome = "silent"
                if belong_together(active, match.captured, documents):
                    verdict = outcome(active, match.captured, documents)
                message = flaw_of(active, match.captured, verdict, documents).message
                names = tuple(
                    name
                    for name, found in match.captured.items()
                    for _ in range(1 if isinstance(found, Figure) else len(found))
                )
                void = voided(active, stream, match)
                unmet = unmet_condition(active, match.captured, documents)
                shown.append(
                    Explanation(
                        source.text, tokens, tuple(slots), verdict, message, names,
                        stream.sentences[match.end - 1], void, unmet,
                    )
                )  # fmt: skip
    return shown
