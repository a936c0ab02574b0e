"""The figures of texts against reference figures: verified, contradicted, or neither.

A figure and a fact are compared only where the text leaves no doubt that both speak of the same
quantity of the same subject at the same time. Less is needed to verify than to contradict, since
two values that agree are evidence in themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.alignment.measures import Measures
from numcheck.alignment.profile import Profile, profile
from numcheck.alignment.scope import PAST
from numcheck.facts.comparing import Outcome, comparable, compared
from numcheck.facts.periods import TextTime, Timing, text_time, timing
from numcheck.facts.quantities import narrowed, negated, same_quantity
from numcheck.facts.subjects import Names, Naming
from numcheck.facts.table import Entry, Facts, Series, Subject
from numcheck.facts.words import Spoken, settings, tolerances
from numcheck.model import Analysis, Fact, Figure, Verified

__all__ = ["Judgement", "judge"]


_MOST = 1000
"""Facts of one quantity and time that a figure is held against at most."""
_KINDS = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})
_SILENT = frozenset({"denied", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of the figures that a table speaks of.

    Attributes:
        verified: What verifies a figure, by its id, in the order of documents and text.
        contradicted: Figures and the facts that they contradict, likewise.
    """

    verified: dict[str, Verified]
    contradicted: tuple[tuple[Figure, Fact], ...]


def judge(facts: Facts, analyses: Sequence[Analysis]) -> Judgement:
    """Hold the figures of texts against a table.

    Args:
        facts: The table.
        analyses: The texts, taken apart.

    Returns:
        What is verified and what is contradicted; figures that no fact speaks of are in neither.
    """
    verified: dict[str, Verified] = {}
    contradicted: list[tuple[Figure, Fact]] = []
    for analysis in analyses:
        for item, outcome, fact in _Text(facts, analysis).judged():
            if outcome == "verified":
                verified[item.figure.id] = Verified(fact, fact.source, fact.link)
            else:
                contradicted.append((item.figure, fact))
    return Judgement(verified, tuple(contradicted))


class _Text:
    """One text against a table."""

    def __init__(self, facts: Facts, analysis: Analysis) -> None:
        self.analysis = analysis
        self.measures: Measures = facts.measures
        self.names = Names(analysis)
        self.by_word: dict[str, list[Subject]] = {}
        for subject in facts.subjects(self.names.words):
            for word in frozenset(subject.words):
                self.by_word.setdefault(word, []).append(subject)
        self.dates: dict[int, tuple[Figure, ...]] = {}
        for figure in analysis.figures:
            if figure.kind == "date":
                number = figure.sentence
                self.dates[number] = (*self.dates.get(number, ()), figure)

    def judged(self) -> Iterator[tuple[Profile, Outcome, Fact]]:
        """The figures that some fact verifies or contradicts, in text order."""
        for number, figure in enumerate(self.analysis.figures):
            if figure.furniture or figure.kind not in _KINDS or figure.stance in _SILENT:
                continue
            sentence = self.analysis.sentences[figure.sentence]
            item = profile(figure, sentence, (0, number), self.measures)
            outcome, fact = self.one(item)
            if fact is not None:
                yield item, outcome, fact

    def one(self, item: Profile) -> tuple[Outcome, Fact | None]:
        """What the table says of one figure."""
        named = Naming(item, self.names)
        near = dict.fromkeys(one for word in named.words for one in self.by_word.get(word, ()))
        subjects = [one for one in near if named.fits(one.words)]
        lower = self.analysis.sentences[item.figure.sentence].lower
        if not subjects or negated(item.figure, lower):
            return "", None
        said = Spoken(item, lower, self.measures)
        against: Fact | None = None
        # The longest name and the most particular measure first.
        for subject in sorted(subjects, key=lambda one: (-len(one.words), one.words)):
            found = [
                series
                for series in subject.inside(said.all, item.dimension)
                if same_quantity(series, item, said, lower, frozenset(subject.words))
            ]
            for series in sorted(found, key=lambda one: (-len(one.terms), sorted(one.terms))):
                outcome, fact = self.held(item, series, said, lower, frozenset(subject.words))
                if outcome == "verified":
                    return outcome, fact
                if outcome == "contradicted" and against is None:
                    against = fact
        return ("contradicted", against) if against is not None else ("", None)

    def held(
        self, item: Profile, series: Series, said: Spoken, lower: list[str], name: frozenset[str]
    ) -> tuple[Outcome, Fact | None]:
        """A figure against the facts of one series."""
        published = self.analysis.document.published[:10]
        told = self.time(item)
        if PAST in item.scope and told.period is None:
            return "", None
        sure = not narrowed(series, item, said, lower, name)
        against: Fact | None = None
        for entry, when in _current(series, told, published):
            outcome = compared(item, entry, series, published)
            if outcome == "verified":
                return "verified", entry.fact
            if outcome == "contradicted" and against is None and when == "same" and sure:
                if said.weak & series.terms and not comparable(item, entry, tolerances().factor):
                    continue
                if _another_toll(item, entry, series):
                    continue
                against = entry.fact
        if against is None or _stated_otherwise(item, series):
            return "", None
        return "contradicted", against

    def time(self, item: Profile) -> TextTime:
        """The time that a figure speaks of."""
        figure = item.figure
        words = (settings("now"), tuple(sorted(settings("exact_periods"))))
        document = self.analysis.document
        dates = self.dates.get(figure.sentence, ())
        sentence = self.analysis.sentences[figure.sentence]
        return text_time(figure, sentence, dates, document.published[:10], words)


def _another_toll(item: Profile, entry: Entry, series: Series) -> bool:
    """Whether a text counts the victims of another event than the fact, by size or by its day."""
    if series.measure is None or not series.measure.grows:
        return False
    dated = bool(item.figure.as_of) and entry.fact.period is None
    several = item.value is not None and entry.value is not None
    return dated or (several and not comparable(item, entry, tolerances().toll))


def _current(series: Series, told: TextTime, published: str) -> list[tuple[Entry, Timing]]:
    """The facts that a figure may be held against, the latest first; undated ones last.

    What does not say when speaks of the latest fact before its publication.
    """
    if told.period is not None:
        dated = series.during(told.period) if told.exact or not series.timeless else series.dated()
    else:
        dated = series.dated()[:_MOST] if series.timeless else series.latest(published)
    stale = tolerances().stale
    found = [
        (entry, timing(told, entry.fact.period, published, stale, series.timeless))
        for entry in (*dated[:_MOST], *series.undated()[:_MOST])
    ]
    return [(entry, when) for entry, when in found if when != "other"]


def _stated_otherwise(item: Profile, series: Series) -> bool:
    """Whether a fact of another time says what the text says: it may speak of that time."""
    return item.dimension[0] != "age" and series.says(item.interval)
