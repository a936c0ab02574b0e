"""What is measured, as a set of terms that a text and a table have in common.

A term is ``@killed`` for a measure of the vocabulary, ``#soldier`` for a counted noun under its
common name, and the stem of any other word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from numcheck import vocabulary
from numcheck.alignment.dimension import Dimension
from numcheck.alignment.measures import Measure, Measures
from numcheck.alignment.profile import Profile
from numcheck.extraction.lexicon import lookup

__all__ = ["Implied", "Spoken", "Tolerances", "implied", "name_words", "settings",
           "terms_of_measure", "tolerances"]  # fmt: skip

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_PERSON = "#person"


@cache
def settings(name: str) -> frozenset[str]:
    """A list of words of the vocabulary of facts."""
    return frozenset(vocabulary.load("facts")[name])


@dataclass(frozen=True, slots=True)
class Tolerances:
    """How far a text may be from a fact.

    Attributes:
        reach: Relative distance between a bound and what it is said of.
        factor: Ratio between two values of a weak match.
        toll: Ratio between two counts of one growing toll.
        stale: Years after which an undated statement may rightly differ.
    """

    reach: Decimal
    factor: Decimal
    toll: Decimal
    stale: int


@cache
def tolerances() -> Tolerances:
    """The tolerances of the vocabulary of facts."""
    given = vocabulary.load("facts")["tolerances"]
    reach, factor, toll = (Decimal(given[name]) for name in ("reach", "factor", "toll"))
    return Tolerances(reach, factor, toll, int(given["stale"]))


@dataclass(frozen=True, slots=True)
class Implied:
    """Terms that a predicate or a word stands for.

    Attributes:
        terms: The terms.
        events: Predicates of which one governs the figure; empty for any.
        words: Words of which one stands by it; empty for any.
        nouns: Counted nouns; empty for any.
        kinds: Kinds of figure.
        weak: Whether the match is no ground for a contradiction of very different values.
    """

    terms: frozenset[str]
    events: frozenset[str]
    words: frozenset[str]
    nouns: frozenset[str]
    kinds: frozenset[str]
    weak: bool


@cache
def implied() -> tuple[Implied, ...]:
    """What predicates and words stand for, in the order of the vocabulary."""
    return tuple(
        Implied(
            terms=frozenset(one["terms"]),
            events=frozenset(one.get("events", ())),
            words=frozenset(one.get("words", ())),
            nouns=frozenset(one["nouns"]),
            kinds=frozenset(one["kinds"]),
            weak=one["weak"],
        )
        for one in vocabulary.load("facts")["implied"]
    )


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without those that tell nothing.

    >>> name_words("New York City"), name_words("Norwell Mills Ltd")
    (('new', 'york'), ('norwell', 'mills'))
    """
    words = _WORD.findall(_POSSESSIVE.sub("", name).lower())
    generic = settings("generic_names")
    titles = frozenset(vocabulary.lines("titles"))
    told = tuple(word for word in words if word not in generic and word not in titles)
    return told or tuple(words)


@lru_cache(maxsize=65536)
def term(word: str, measures: Measures) -> str:
    """The term of one word in lower case: its common noun, or its stem."""
    entry = lookup(word)
    lemma = entry.noun or word
    canonical = measures.canonical
    for form in (lemma, word):
        if form in canonical:
            return f"#{canonical[form]}"
    if lemma in measures.people:
        return f"#{lemma}"
    return entry.verb if entry.usual in "vzdeg" and entry.verb else lemma


def terms_of_measure(
    text: str, names: Iterable[str], dimension: Dimension, measures: Measures
) -> tuple[Measure | None, frozenset[str]]:
    """What a table says is measured.

    Args:
        text: The words of the table (``"soldiers killed"``).
        names: Words of the subject's names, which are left out.
        dimension: Kind and base unit of the value.
        measures: The vocabulary.

    Returns:
        The measure of the vocabulary, if it is one, and all terms; at least one.
    """
    if dimension[0] == "age":
        return None, frozenset(("age",))
    left_out = frozenset(names) | settings("generic_words")
    every = _WORD.findall(_POSSESSIVE.sub("", text).lower())
    words = [word for word in every if word not in left_out] or every
    measure = _named(words, measures, dimension)
    terms: set[str] = set()
    for word in words:
        own = term(word, measures)
        found = () if _is_noun(word, own, measures) else _candidates(word, measures)
        fitting = [one for one in found if _fits(one, dimension)]
        if measure is None and fitting:
            measure = fitting[0]
        if measure is None or measure not in fitting:
            terms.add(own)
    if measure is None:
        return None, frozenset(terms)
    if measure.people:
        terms.discard(_PERSON)
    terms -= frozenset(term(part, measures) for part in measure.name.split("_"))
    return measure, frozenset(terms | {f"@{measure.name}"})


def _named(words: list[str], measures: Measures, dimension: Dimension) -> Measure | None:
    """The measure that all words together name, in the vocabulary's own words."""
    for name in ("_".join(words), " ".join(words)):
        found = measures.named.get(name)
        if found is not None and _fits(found, dimension) and _recognised(found.name, measures):
            return found
    return None


def _is_noun(word: str, own: str, measures: Measures) -> bool:
    """Whether a word names what is counted rather than what happens to it."""
    return own.startswith("#") and (lookup(word).noun or word) not in measures.by_counted


def _candidates(word: str, measures: Measures) -> tuple[Measure, ...]:
    entry = lookup(word)
    counted = measures.by_counted.get(entry.noun or word)
    named = measures.named.get(word)
    first = tuple(
        one for one in (named, counted) if one is not None and _recognised(one.name, measures)
    )
    return first + measures.by_word.get(word, ()) + measures.by_verb.get(entry.verb, ())


@cache
def _recognisable(measures: Measures) -> frozenset[str]:
    listed = (measures.by_word, measures.by_verb)
    names = {one.name for table in listed for several in table.values() for one in several}
    return frozenset(names | {one.name for one in measures.by_counted.values()})


def _recognised(name: str, measures: Measures) -> bool:
    """Whether some word of a text can lead to a measure; "speed" has none."""
    return name in _recognisable(measures)


def _fits(measure: Measure, dimension: Dimension) -> bool:
    kind, unit = dimension
    return kind in measure.kinds and (not measure.units or unit in measure.units)


class Spoken:
    """What a figure of a text says is measured.

    Attributes:
        measures: The vocabulary that it was read with.
        near: Terms that belong to it: concept, counted noun, predicate, measure.
        all: The same, and terms of the words around it.
        weak: Terms that are there by implication only.
        concept: Words of the concept, in lower case, by their terms.
        qualifiers: Words of the qualifiers, likewise.
        implied: Whether the predicate itself says what is measured ("covers").
    """

    __slots__ = ("all", "concept", "implied", "measures", "near", "qualifiers", "weak")

    def __init__(self, item: Profile, lower: list[str], measures: Measures) -> None:
        figure = item.figure
        self.measures = measures
        self.concept: dict[str, str] = {}
        for word in figure.concept:
            for part in _WORD.findall(word.lower()):
                self.concept.setdefault(term(part, measures), part)
        self.qualifiers: dict[str, str] = {
            term(part, measures): part
            for word in figure.qualifiers
            for part in _WORD.findall(word.lower())
        }
        near = {*self.concept, *self.qualifiers}
        if item.measure is not None:
            near.add(f"@{item.measure.name}")
        if item.noun:
            counted = item.noun in _nouns(measures)
            near.add(f"#{item.noun}" if counted else term(item.noun, measures))
        if item.event:
            near.add(term(item.event, measures))
            near.add(item.event)
        self.weak: set[str] = set()
        self.implied = False
        for one in implied():
            if _stands_for(one, item, self.concept):
                self.implied = self.implied or bool(one.events)
                self.weak |= one.terms - near if one.weak else frozenset()
                near |= one.terms
        self.near = near
        reach = lower[max(0, figure.first - 6) : figure.last + 6]
        self.all = near | {term(word, measures) for word in reach if word[:1].isalpha()}


@cache
def _nouns(measures: Measures) -> frozenset[str]:
    return frozenset(measures.canonical.values()) | measures.people


def _stands_for(one: Implied, item: Profile, concept: Iterable[str]) -> bool:
    figure = item.figure
    if figure.kind not in one.kinds or (one.nouns and item.noun not in one.nouns):
        return False
    if one.events and item.event not in one.events:
        return False
    spoken = {word.lstrip("#") for word in concept}
    return not one.words or not one.words.isdisjoint(spoken)
