"""Facts, indexed by the words of their subjects and of what they measure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from typing import Generic, TypeVar

from numcheck.alignment.dimension import Dimension, in_base_units
from numcheck.alignment.measures import Measure, Measures, load_measures
from numcheck.facts.words import name_words, settings, term, terms_of_measure
from numcheck.model import Fact, Figure, Kind
from numcheck.model.interval import Interval

__all__ = ["Entry", "Facts", "Series", "Subject"]

_Payload = TypeVar("_Payload")
_AGE: Dimension = ("age", "")


class Entry:
    """A fact in the form in which figures are held against it.

    Attributes:
        fact: The fact.
    """

    __slots__ = ("_read", "fact")

    def __init__(self, fact: Fact) -> None:
        self.fact = fact
        self._read: tuple[Decimal | None, Interval, Interval] | None = None

    def _readings(self) -> tuple[Decimal | None, Interval, Interval]:
        """Made when first asked for, since few of a large table ever are."""
        if self._read is None:
            _, value, strict = in_base_units(self.fact.figure, "strict")
            self._read = (value, strict, in_base_units(self.fact.figure)[2])
        return self._read

    @property
    def value(self) -> Decimal | None:
        """Its value in base units; ``None`` for ranges and vague words."""
        return self._readings()[0]

    @property
    def strict(self) -> Interval:
        """What it stands for: a reference figure is as exact as it is written."""
        return self._readings()[1]

    @property
    def lenient(self) -> Interval:
        """The same, should its writer have rounded."""
        return self._readings()[2]

    @property
    def start(self) -> str:
        """First day that the fact holds for; empty for any time."""
        return self.fact.period[0] if self.fact.period else ""

    @property
    def end(self) -> str:
        """Last day that the fact holds for; empty for any time."""
        return self.fact.period[1] if self.fact.period else ""


class Series:
    """Facts about one quantity of one subject at different times.

    Attributes:
        measure: The measure of the vocabulary, if it is one.
        terms: All terms of what is measured.
        dimension: Kind and base unit.
        per: The denominator of a rate.
        words: Terms of the words by which the table names it.
    """

    __slots__ = ("_sorted", "dimension", "entries", "measure", "per", "terms", "words")

    def __init__(
        self, measure: Measure | None, terms: frozenset[str], dimension: Dimension, per: str
    ) -> None:
        self.measure = measure
        self.terms = terms
        self.dimension = dimension
        self.per = per
        self.entries: list[Entry] = []
        self.words: frozenset[str] = frozenset()
        self._sorted: _Prepared | None = None

    def add(self, entry: Entry, words: frozenset[str]) -> None:
        """Take in a fact, and the terms of the words by which it names the quantity."""
        self.entries.append(entry)
        self.words |= words
        self._sorted = None

    @property
    def timeless(self) -> bool:
        """Whether it does not change once it is known, or by the years alone: a height, an age."""
        measure = self.measure
        if self.dimension == _AGE:
            return True
        return measure is not None and (
            measure.grows or measure.name == "magnitude" or measure.kinds == {"measure"}
        )

    def undated(self) -> list[Entry]:
        """The facts that hold for any time, in the order of the table."""
        return self._prepared().undated

    def latest(self, published: str) -> list[Entry]:
        """The facts of the latest time that is not after a day; of the first time if all are.

        Args:
            published: The day; empty for the end of time.
        """
        prepared = self._prepared()
        starts = prepared.starts
        if not starts:
            return []
        last = bisect_right(starts, published) if published else len(starts)
        start = starts[max(0, last - 1)]
        return prepared.dated[bisect_left(starts, start) : bisect_right(starts, start)]

    def during(self, period: tuple[str, str]) -> list[Entry]:
        """The facts whose time has a day in common with a period, the latest first."""
        prepared = self._prepared()
        # What begins long before can still hold, but not longer than the longest of them.
        first = f"{max(0, int(period[0][:4]) - prepared.longest):04}"
        span = prepared.dated[
            bisect_left(prepared.starts, first) : bisect_right(prepared.starts, period[1])
        ]
        return [one for one in reversed(span) if one.end >= period[0]]

    def dated(self) -> list[Entry]:
        """All facts with a time, the latest first."""
        return self._prepared().dated[::-1]

    def says(self, interval: Interval) -> bool:
        """Whether a fact of any time has a value in an interval."""
        values = self._prepared().values
        at = 0 if interval.low is None else bisect_left(values, interval.low)
        return at < len(values) and interval.contains(values[at])

    def _prepared(self) -> _Prepared:
        if self._sorted is None:
            self._sorted = _Prepared(self.entries)
        return self._sorted


class _Prepared:
    """The facts of a series, in order, for looking up."""

    __slots__ = ("dated", "longest", "starts", "undated", "values")

    def __init__(self, entries: list[Entry]) -> None:
        self.undated = [entry for entry in entries if not entry.start]
        self.dated = sorted(
            (entry for entry in entries if entry.start), key=lambda entry: entry.start
        )
        self.starts = [entry.start for entry in self.dated]
        self.longest = max((int(one.end[:4]) - int(one.start[:4]) for one in self.dated), default=0)
        self.values = sorted(one.value for one in entries if one.value is not None)


class _WordIndex(Generic[_Payload]):
    """Finds the sets of words that a larger set contains, by their rarest words."""

    def __init__(self, sets: Iterable[tuple[frozenset[str], _Payload]]) -> None:
        kept = list(sets)
        times = Counter(word for words, _ in kept for word in words)
        self._by_word: dict[str, list[tuple[frozenset[str], _Payload]]] = {}
        for words, payload in kept:
            rarest = min(words, key=lambda word: (times[word], word))
            self._by_word.setdefault(rarest, []).append((words, payload))

    def inside(self, words: Set[str]) -> Iterator[_Payload]:
        """What belongs to sets of which every word is given, in a fixed order."""
        for word in sorted(words):
            for needed, payload in self._by_word.get(word, ()):
                if needed <= words:
                    yield payload


class Subject:
    """Whatever facts are about, under one name.

    Attributes:
        words: The words of the name.
    """

    __slots__ = ("_index", "_series", "words")

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self._series: dict[tuple[frozenset[str], Dimension, str], Series] = {}
        self._index: dict[Dimension, _WordIndex[Series]] | None = None

    def series(
        self, measure: Measure | None, terms: frozenset[str], dimension: Dimension, per: str
    ) -> Series:
        """The series of a quantity, made where it is new."""
        key = (terms, dimension, per)
        found = self._series.get(key)
        if found is None:
            found = self._series[key] = Series(measure, terms, dimension, per)
        return found

    def inside(self, terms: Set[str], dimension: Dimension) -> Iterator[Series]:
        """The series of a dimension whose terms are all among those given."""
        if self._index is None:
            by_dimension: dict[Dimension, list[tuple[frozenset[str], Series]]] = {}
            for series in self._series.values():
                by_dimension.setdefault(series.dimension, []).append((series.terms, series))
            self._index = {key: _WordIndex(sets) for key, sets in by_dimension.items()}
        index = self._index.get(dimension)
        return index.inside(terms) if index is not None else iter(())


class Facts:
    """A table of reference figures.

    Attributes:
        facts: All facts, in the order of files and rows.
        measures: The vocabulary of measures that they are read with.
    """

    def __init__(self, facts: Sequence[Fact], measures: Measures | None = None) -> None:
        """Take in facts; the shipped vocabulary if ``measures`` is ``None``."""
        self.facts = tuple(facts)
        self.measures = measures or load_measures()

    def __len__(self) -> int:
        return len(self.facts)

    @cached_property
    def _index(self) -> _WordIndex[Subject]:
        """Subjects by the words of their names."""
        subjects: dict[tuple[str, ...], Subject] = {}
        known: dict[tuple[str, frozenset[str], Dimension], tuple[Measure | None, frozenset[str]]]
        known = {}
        for fact in self.facts:
            entry, dimension = Entry(fact), _dimension_of(fact)
            names, words_of_names = _names(fact.subject)
            spelled = _spelled(fact.measure)
            own = words_of_names & spelled
            key = (_measured(fact), own, dimension)
            if key not in known:
                known[key] = terms_of_measure(key[0], own, dimension, self.measures)
            measure, terms = known[key]
            words_said = _terms(spelled, self.measures)
            for words in names:
                subject = subjects.get(words)
                if subject is None:
                    subject = subjects[words] = Subject(words)
                series = subject.series(measure, terms, dimension, fact.figure.per or "")
                series.add(entry, words_said)
        return _WordIndex((frozenset(words), subject) for words, subject in subjects.items())

    def prepare(self) -> Facts:
        """The same facts, indexed now rather than when the first text is held against them."""
        _ = self._index
        return self

    def subjects(self, words: Set[str]) -> list[Subject]:
        """The subjects whose names are made of these words."""
        return list(self._index.inside(words))


@lru_cache(maxsize=65536)
def _names(subject: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], ...], frozenset[str]]:
    """The words of each name of a subject, and of all of them."""
    names = tuple(dict.fromkeys(name_words(name) for name in subject))
    return names, frozenset(word for name in names for word in name)


@lru_cache(maxsize=4096)
def _spelled(measure: str) -> frozenset[str]:
    return frozenset(measure.lower().split())


@lru_cache(maxsize=4096)
def _terms(words: frozenset[str], measures: Measures) -> frozenset[str]:
    return frozenset(term(word, measures) for word in words)


def _measured(fact: Fact) -> str:
    """What is measured, with the noun that the value counts: "killed" of "63 soldiers"."""
    counted = fact.figure.counted
    if not counted or fact.figure.kind != "count":
        return fact.measure
    return f"{fact.measure} {counted}".lower()


def _dimension_of(fact: Fact) -> Dimension:
    figure = fact.figure
    aged = figure.kind in ("count", "duration") and figure.unit in (None, "year")
    if aged and not settings("age").isdisjoint(fact.measure.lower().split()):
        return _AGE
    return _dimension(figure.kind, figure.unit)


@cache
def _dimension(kind: Kind, unit: str | None) -> Dimension:
    return in_base_units(Figure("", "", "text", 0, 0, "", kind, unit=unit))[0]
