"""How a rule read a text, sentence by sentence, and what kept its patterns from matching."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from numcheck.engine.active import ActiveRule
from numcheck.engine.explanation import Explanation, explain
from numcheck.engine.index import Entry, Index
from numcheck.engine.pattern import Stream
from numcheck.engine.rule import Rule, RuleSet
from numcheck.model import Analysis, Figure, Sentence

__all__ = ["Miss", "SentenceReading", "read_sentences"]


@dataclass(frozen=True, slots=True)
class Miss:
    """A pattern that did not match a sentence.

    Attributes:
        pattern: The pattern as written.
        reason: What was missing.
    """

    pattern: str
    reason: str


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What a rule made of one sentence.

    Attributes:
        sentence: The sentence.
        tokens: What patterns see of it: each word in lower case, each figure as one token in
            brackets.
        figures: Its figures.
        matches: The patterns that matched and ended in it.
        misses: The patterns that did not.
    """

    sentence: Sentence
    tokens: tuple[str, ...]
    figures: tuple[Figure, ...]
    matches: tuple[Explanation, ...]
    misses: tuple[Miss, ...]


def read_sentences(rule: Rule, ruleset: RuleSet, analysis: Analysis) -> list[SentenceReading]:
    """How a rule read each sentence that holds a figure.

    Args:
        rule: A rule of any shape; only one of the shape ``pattern`` has matches and misses.
        ruleset: The set that it belongs to.
        analysis: The text taken apart.
    """
    matches: dict[int, list[Explanation]] = {}
    for match in explain(rule, ruleset, analysis):
        matches.setdefault(match.sentence, []).append(match)
    entries = _entries(rule, ruleset)
    read = []
    for sentence in analysis.sentences:
        figures = tuple(f for f in analysis.figures if f.sentence == sentence.index)
        found = tuple(matches.get(sentence.index, ()))
        if not figures and not found:
            continue
        stream = Stream.of(sentence, figures)
        matched = {match.pattern for match in found}
        misses = tuple(
            Miss(source.text, _reason(entry, sentence, figures))
            for source, entry in zip(rule.patterns, entries, strict=True)
            if source.text not in matched
        )
        read.append(SentenceReading(sentence, _tokens(stream), figures, found, misses))
    return read


def _entries(rule: Rule, ruleset: RuleSet) -> list[Entry]:
    active, index = ActiveRule(rule, ruleset), Index(RuleSet((), ruleset.vocabulary))
    return [
        Entry(number, active, ruleset, tuple(map(index.words, source.needs)), source)
        for number, source in enumerate(rule.patterns)
    ]


def _tokens(stream: Stream) -> tuple[str, ...]:
    return tuple(
        word if figure is None else f"[{figure.text}]"
        for word, figure in zip(stream.words, stream.figures, strict=True)
    )


def _reason(entry: Entry, sentence: Sentence, figures: Iterable[Figure]) -> str:
    """Why a pattern did not match, as far as its words and figures tell."""
    words = set(sentence.lower)
    for need, written in zip(entry.needs, entry.source.needs, strict=True):
        if not entry.crosses and need.isdisjoint(words):
            words_needed = list(dict.fromkeys(filter(str.strip, written)))
            return f"lacks {'any of ' if len(words_needed) > 1 else ''}{', '.join(words_needed)}"
    kinds = Counter(figure.kind for figure in figures)
    for wanted, least in entry.kinds:
        there = sum(kinds[kind] for kind in kinds if kind in wanted)
        if not entry.crosses and there < least:
            what = _any_of(wanted)
            return f"lacks {'another' if there else 'a'} figure that is {what}"
    if entry.crosses:
        return "needs a neighbouring sentence that fits"
    return "its words and figures are there, but not in this order or not near enough"


def _any_of(kinds: frozenset[str]) -> str:
    names = sorted(kinds)
    return " or ".join(names) if len(names) <= 4 else f"{', '.join(names[:3])} or the like"
