"""All rules over all documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from numcheck.engine.claims import claim_flaws
from numcheck.engine.findings import Raised, settle
from numcheck.engine.index import ActiveRule, Entry, Index
from numcheck.engine.passage import Flaw, Passage, Story
from numcheck.engine.pattern import Captured, Match, Stream
from numcheck.engine.pattern.classes import WordClass
from numcheck.engine.relation import (
    belong_together,
    figures_of,
    flaw_of,
    outcome,
    target_of,
)
from numcheck.engine.rule import RuleSet
from numcheck.model import Analysis, Backing, Claim, Figure, Finding, Sentence

if TYPE_CHECKING:
    from numcheck.facts import Judgement

__all__ = ["Claims", "run", "voided", "within"]

_SILENT_STANCES = frozenset({"denied"})
"""Arithmetic has to hold in a forecast too, but not in what somebody denies."""
_VOID = "correction"
_NEAR = 8
"""How many words around a match may void it."""


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
    )
    by_document = {one.document.id: one for one in analyses}
    void = ruleset.classes.get(_VOID)
    raised = list(found) if found is not None else _within(index, checked, story, void)
    for active in index.claim_rules:
        raised += [
            one
            for flaw in claim_flaws(active, story)
            if not _corrected(one := Raised(active.rule, flaw), by_document, void)
            and not (sources and _settled(flaw, story, sources))
        ]
    whole = Passage(checked[0], (), (), {}, story) if checked else None
    for active in index.story_checks:
        if whole is not None:
            raised += [
                Raised(active.rule, flaw) for flaw in active.module.find(whole, active.settings)
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
    story = Story((analysis,), (), {}, {analysis.document.id: analysis.document})
    void = ruleset.classes.get(_VOID)
    return _within(_index_of(ruleset), story.analyses, story, void)


def _within(
    index: Index, analyses: Sequence[Analysis], story: Story, void: WordClass | None
) -> list[Raised]:
    by_document = {one.document.id: one for one in analyses}
    return [
        one
        for analysis in analyses
        for one in _DocumentRun(index, analysis, story).raised()
        if not _corrected(one, by_document, void)
    ]


def _index_of(ruleset: RuleSet) -> Index:
    """The index of a set of rules, made once."""
    kept = ruleset.__dict__.get("_index")
    if kept is None:
        kept = Index(ruleset)
        ruleset.__dict__["_index"] = kept
    return kept


class _DocumentRun:
    """The rules over one document."""

    def __init__(self, index: Index, analysis: Analysis, story: Story) -> None:
        self.index = index
        self.analysis = analysis
        self.story = story
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
        previous: tuple[int, set[str], Counter[str]] | None = None
        for number in sorted(self.by_sentence):
            sentence = self.analysis.sentences[number]
            figures = self.by_sentence[number]
            words = set(sentence.lower)
            kinds = _kinds(figures)
            found += self.patterns(number, words, kinds)
            found += self.one_figure(sentence, figures, words)
            found += self.sentence_checks(sentence, figures, words)
            if previous is not None and previous[0] == number - 1 and self.adjacent(number):
                found += self.crossing(number, previous[1] | words, previous[2] + kinds)
            previous = (number, words, kinds)
        found += self.document_checks()
        return [one for one in found if self.told(one)]

    def adjacent(self, number: int) -> bool:
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

    def patterns(self, number: int, words: set[str], kinds: Counter[str]) -> Iterator[Raised]:
        entries = self.index.triggered(words, kinds, crossing=False)
        return self.matched(entries, lambda: self.stream(number)) if entries else iter(())

    def crossing(self, number: int, words: set[str], kinds: Counter[str]) -> Iterator[Raised]:
        words.add("\n")
        entries = self.index.triggered(words, kinds, crossing=True)
        if not entries:
            return iter(())
        return self.matched(
            entries, lambda: Stream.joined([self.stream(number - 1), self.stream(number)])
        )

    def matched(self, entries: list[Entry], streamed: Callable[[], Stream]) -> Iterator[Raised]:
        stream = streamed()
        for entry in entries:
            active = entry.active
            for match in entry.matcher.find(stream, self.judge(active)):
                raised = self.judged(active, match)
                if raised is not None and not voided(active, stream, match):
                    yield raised

    def judge(self, active: ActiveRule) -> Callable[[Captured], bool]:
        """What says whether the figures of a match belong together."""
        return partial(belong_together, active, documents=self.story.documents)

    def unfit(self, active: ActiveRule, stream: Stream) -> bool:
        """Whether a word that voids the rule stands in the sentences, be it inside a hedge."""
        if _occurs(active.unless, stream.words):
            return True
        numbers = dict.fromkeys(number for number in stream.sentences if number >= 0)
        sentences = self.analysis.sentences
        return any(_occurs(active.unless, sentences[number].lower) for number in numbers)

    def judged(self, active: ActiveRule, match: Match) -> Raised | None:
        if any(figure.stance in _SILENT_STANCES for figure in figures_of(match.captured)):
            return None
        verdict = outcome(active, match.captured, self.story.documents)
        target = target_of(active, match.captured)
        name = target.id if target is not None else ""
        if verdict in ("holds", "silent"):
            if verdict == "holds" and name:
                self.explained.add(name)
            return None
        if verdict == "rounding":
            if name:
                self.rounded.add(name)
            if active.rule.severity == "info":
                return None
        flaw = flaw_of(active, match.captured, verdict, self.story.documents)
        return Raised(active.rule, flaw, name)

    def told(self, one: Raised) -> bool:
        """Whether no other match explains the figure in question, or comes nearer to it."""
        if one.target in self.explained:
            return False
        return one.verdict == "rounding" or one.target not in self.rounded

    def one_figure(
        self, sentence: Sentence, figures: Sequence[Figure], words: set[str]
    ) -> Iterator[Raised]:
        for figure in figures:
            for active, triggers in self.index.figure_rules.get(figure.kind, ()):
                rule = active.rule
                if triggers and triggers.isdisjoint(words):
                    continue
                if not _wanted(rule.figure, figure) or figure.stance in _SILENT_STANCES:
                    continue
                if rule.unless and self.unfit(active, self.stream(sentence.index)):
                    continue
                captured: dict[str, Figure | tuple[Figure, ...]] = {"figure": figure}
                documents = self.story.documents
                if not belong_together(active, captured, documents):
                    continue
                if outcome(active, captured, documents) == "fails":
                    yield Raised(rule, flaw_of(active, captured, "fails", documents))

    def sentence_checks(
        self, sentence: Sentence, figures: Sequence[Figure], words: set[str]
    ) -> Iterator[Raised]:
        passage = None
        for active, triggers in self.index.sentence_checks:
            if triggers and triggers.isdisjoint(words):
                continue
            if active.rule.unless and self.unfit(active, self.stream(sentence.index)):
                continue
            if passage is None:
                passage = Passage(self.analysis, (sentence,), figures, self.by_sentence, self.story)
            for flaw in active.module.find(passage, active.settings):
                yield Raised(active.rule, flaw)

    def document_checks(self) -> Iterator[Raised]:
        figures = [f for number in sorted(self.by_sentence) for f in self.by_sentence[number]]
        passage = Passage(
            self.analysis, self.analysis.sentences, figures, self.by_sentence, self.story
        )
        for active in self.index.document_checks:
            for flaw in active.module.find(passage, active.settings):
                yield Raised(active.rule, flaw)


def voided(active: ActiveRule, stream: Stream, match: Match) -> bool:
    """Whether a word that voids the rule stands in or near the match, be it inside a hedge."""
    if not active.rule.unless:
        return False
    span = slice(max(match.start - _NEAR, 0), match.end + _NEAR)
    words = stream.words[span]
    for figure in stream.figures[span]:
        if figure is not None and figure.hedge:
            words += figure.hedge.lower().split()
    return _occurs(active.unless, words)


def _settled(flaw: Flaw, story: Story, sources: frozenset[str]) -> bool:
    """Whether a draft and its sources differ by a figure that was looked up there already."""
    if not any(figure.document in sources for figure in flaw.figures):
        return False
    known = {one.figure.id: one.standing for one in story.backings}
    drafts = [figure for figure in flaw.figures if figure.document not in sources]
    told = [known.get(figure.id, "unverified") for figure in drafts]
    return all(standing != "unverified" for standing in told)


def _corrected(one: Raised, analyses: Mapping[str, Analysis], void: WordClass | None) -> bool:
    """Whether the text itself corrects what the rule found, in the sentences or right after."""
    if void is None or one.verdict in ("unverified", "disputed"):
        return False
    for figure in one.flaw.figures:
        sentences = analyses[figure.document].sentences
        for number in (figure.sentence, figure.sentence + 1):
            if number < len(sentences) and _occurs(void, sentences[number].lower):
                return True
    return False


def _kinds(figures: Sequence[Figure]) -> Counter[str]:
    """How many figures of each kind there are; a range may be read as its two ends."""
    counted: Counter[str] = Counter()
    for figure in figures:
        counted[figure.kind] += 2 if figure.bound == "range" else 1
    return counted


def _wanted(figure_section: dict[str, list[str]], figure: Figure) -> bool:
    nouns, units = figure_section.get("nouns"), figure_section.get("units")
    if nouns and figure.counted not in nouns:
        return False
    return not units or figure.unit in units


def _occurs(words: WordClass, stream: Sequence[str]) -> bool:
    """Whether a word or phrase of the class stands in the stream."""
    if not words.words.isdisjoint(stream):
        return True
    for phrase in words.phrases:
        first, size = phrase[0], len(phrase)
        for position, word in enumerate(stream):
            if word == first and tuple(stream[position : position + size]) == phrase:
                return True
    return False
