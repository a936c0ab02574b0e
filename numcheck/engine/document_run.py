"""The rules about sentences and single documents, over one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from numcheck.engine.active import ActiveRule
from numcheck.engine.context import flaw_voided, sentence_voided, voided
from numcheck.engine.findings import Raised
from numcheck.engine.index import Entry, FigureRules, Index, RuleGroup
from numcheck.engine.mentions import mentioned
from numcheck.engine.passage import Flaw, Passage, Story
from numcheck.engine.pattern import Captured, Match, Stream
from numcheck.engine.pattern.stream import BOUNDARY
from numcheck.engine.relation import (
    Outcome,
    belong_together,
    figures_of,
    flaw_of,
    outcome,
    target_of,
)
from numcheck.engine.triggers import Mixture, mixture
from numcheck.model import Analysis, Figure, Sentence

__all__ = ["DocumentRun"]

_SILENT_STANCES = frozenset({"denied"})
"""Arithmetic has to hold in a forecast too, but not in what somebody denies."""
_NO_RULES = FigureRules()


class DocumentRun:
    """The rules over one document.

    Args:
        index: The rules in force.
        analysis: The document taken apart.
        story: Everything that is checked at once.
    """

    def __init__(self, index: Index, analysis: Analysis, story: Story) -> None:
        self.index = index
        self.analysis = analysis
        self.story = story
        self.by_document = {analysis.document.id: analysis}
        self.by_sentence: dict[int, list[Figure]] = {}
        for figure in analysis.figures:
            if not figure.furniture:
                self.by_sentence.setdefault(figure.sentence, []).append(figure)
        self.streams: dict[int, Stream] = {}
        self.explained: set[str] = set()
        self.rounded: set[str] = set()

    def raised(self) -> list[Raised]:
        """What the rules found, without figures that another reading explains."""
        found: list[Raised] = []
        everywhere: list[str] = []
        previous: tuple[int, list[str], list[str]] | None = None
        for number in sorted(self.by_sentence):
            sentence = self.analysis.sentences[number]
            figures = self.by_sentence[number]
            words, kinds = sentence.lower, _kinds(figures)
            there = mixture(kinds)
            found += self.patterns(number, words, there)
            if self.index.figure_rules:
                found += self.one_figure(sentence, figures)
            found += self.sentence_checks(sentence, figures, there)
            if previous is not None and previous[0] == number - 1 and self.adjacent(number):
                found += self.crossing(number, [*previous[1], *words], previous[2] + kinds)
            previous = (number, words, kinds)
            everywhere += kinds
        found += self.document_checks(everywhere)
        return [one for one in found if self.told(one)]

    def adjacent(self, number: int) -> bool:
        """Whether a pattern may span a sentence and the one before it."""
        one, other = self.analysis.sentences[number - 1], self.analysis.sentences[number]
        return one.field == other.field and other.paragraph - one.paragraph <= 1

    def stream(self, number: int) -> Stream:
        """The stream of a sentence, made when the first rule asks for it."""
        kept = self.streams.get(number)
        if kept is None:
            sentence = self.analysis.sentences[number]
            kept = Stream.of(sentence, self.by_sentence.get(number, ()))
            self.streams[number] = kept
        return kept

    def patterns(self, number: int, words: list[str], kinds: Mixture) -> Iterator[Raised]:
        """What patterns find in a sentence."""
        entries = self.index.patterns.called_up(words, kinds)
        return self.matched(entries, self.stream(number)) if entries else iter(())

    def crossing(self, number: int, words: list[str], kinds: list[str]) -> Iterator[Raised]:
        """What patterns find in a sentence and the one before it."""
        entries = self.index.crossing.called_up([*words, BOUNDARY], mixture(kinds))
        if not entries:
            return iter(())
        return self.matched(entries, Stream.joined([self.stream(number - 1), self.stream(number)]))

    def matched(self, entries: Sequence[Entry], stream: Stream) -> Iterator[Raised]:
        """What some patterns find in a stream."""
        for entry in entries:
            judge = self.judge(entry.active)
            for match in entry.matcher.find(stream, judge):
                yield from self.judged(entry, match, stream)

    def judge(self, active: ActiveRule) -> Callable[[Captured], bool]:
        """What says whether the figures of a match belong together."""
        return partial(belong_together, active, documents=self.story.documents)

    def judged(self, entry: Entry, match: Match, stream: Stream) -> Iterator[Raised]:
        """What the rules of a pattern say of one match; they decide alike."""
        captured = match.captured
        if any(figure.stance in _SILENT_STANCES for figure in figures_of(captured)):
            return
        verdict = outcome(entry.active, captured, self.story.documents)
        if verdict == "silent":
            return
        target = target_of(entry.active, captured)
        name = target.id if target is not None else ""
        if name and verdict == "holds":
            self.explained.add(name)
        if name and verdict == "rounding":
            self.rounded.add(name)
        if verdict != "holds":
            yield from self.told_by(entry, match, stream, verdict, name)

    def told_by(
        self, entry: Entry, match: Match, stream: Stream, verdict: Outcome, name: str
    ) -> Iterator[Raised]:
        """What each rule of a pattern says of figures that do not hold."""
        for active in entry.actives:
            if verdict == "rounding" and active.rule.severity == "info":
                continue
            if not voided(active, stream, match):
                flaw = flaw_of(active, match.captured, verdict, self.story.documents)
                yield Raised(active.rule, flaw, name)

    def told(self, one: Raised) -> bool:
        """Whether no other match explains the figure in question, or comes nearer to it."""
        if one.target in self.explained:
            return False
        return one.verdict == "rounding" or one.target not in self.rounded

    def one_figure(self, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Raised]:
        """What rules about single figures find in a sentence."""
        documents, rules = self.story.documents, self.index.figure_rules
        for figure in figures:
            if figure.stance in _SILENT_STANCES:
                continue
            captured: Captured = {"figure": figure}
            for group in rules.get(figure.kind, _NO_RULES).of(figure):
                first = group.actives[0]
                if group.triggers and group.triggers.isdisjoint(sentence.lower):
                    continue
                if not belong_together(first, captured, documents):
                    continue
                if outcome(first, captured, documents) != "fails":
                    continue
                for active in group.actives:
                    flaw = flaw_of(active, captured, "fails", documents)
                    if not self.unfit(active, sentence) and not self.void(active, flaw):
                        yield Raised(active.rule, flaw)

    def unfit(self, active: ActiveRule, sentence: Sentence) -> bool:
        """Whether the sentence holds a word that voids a rule which looks at all of it."""
        if not active.rule.unless:
            return False
        return sentence_voided(active, self.stream(sentence.index), (sentence,))

    def void(self, active: ActiveRule, flaw: Flaw) -> bool:
        """Whether a word voids a rule by standing near the figures of a flaw."""
        return flaw_voided(active, flaw, self.by_document)

    def sentence_checks(
        self, sentence: Sentence, figures: Sequence[Figure], kinds: Mixture
    ) -> Iterator[Raised]:
        """What named checks find in a sentence."""
        groups = self.index.sentence_checks.called_up(sentence.lower, kinds)
        if not groups:
            return
        passage = Passage(self.analysis, (sentence,), figures, self.by_sentence, self.story)
        for group in groups:
            fit = [
                active
                for active in group.actives
                if not active.rule.unless or not self.unfit(active, sentence)
            ]
            if fit:
                yield from self.checked(group, passage, fit)

    def document_checks(self, kinds: list[str]) -> Iterator[Raised]:
        """What named checks find in the whole document."""
        checks, there = self.index.document_checks, mixture(dict.fromkeys(kinds))
        groups = checks.called_up(mentioned(checks.words(there), self.analysis), there)
        if not groups:
            return
        figures = [f for number in sorted(self.by_sentence) for f in self.by_sentence[number]]
        sentences = self.analysis.sentences
        passage = Passage(self.analysis, sentences, figures, self.by_sentence, self.story)
        for group in groups:
            yield from self.checked(group, passage, group.actives)

    def checked(
        self, group: RuleGroup, passage: Passage, actives: Sequence[ActiveRule]
    ) -> Iterator[Raised]:
        """What the rules of one named check say of a passage."""
        first = group.actives[0]
        for flaw in first.module.find(passage, first.settings):
            for active in actives:
                if not self.void(active, flaw):
                    yield Raised(active.rule, flaw)


def _kinds(figures: Sequence[Figure]) -> list[str]:
    """The kind of each figure; a range may be read as its two ends."""
    kinds: list[str] = [figure.kind for figure in figures]
    for figure in figures:
        if figure.bound == "range":
            kinds.append(figure.kind)
    return kinds
