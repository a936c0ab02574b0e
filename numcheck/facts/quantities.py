"""Whether a figure of a text measures what a series of facts does."""

from __future__ import annotations

from numcheck.alignment.measures import Measures
from numcheck.alignment.profile import Profile
from numcheck.alignment.scope import PAST, is_narrowed, left_of
from numcheck.facts.table import Series
from numcheck.facts.words import Spoken, settings, term
from numcheck.model import Figure

__all__ = ["narrowed", "negated", "same_quantity"]

_LEVEL = frozenset(("to", "at", "of", "is", "was", "reached", "stood"))
_GENERIC = frozenset(("", "person"))
_CLAUSE = 6


def negated(figure: Figure, lower: list[str]) -> bool:
    """Whether the words deny or suppose a figure: "does not have 40 tanks", "could reach 40"."""
    left = left_of(figure)
    before = lower[max(0, left - _CLAUSE) : left]
    around = (*before, *lower[figure.last : figure.last + _CLAUSE])
    return not settings("negations").isdisjoint(before) or not settings("unreal").isdisjoint(around)


def same_quantity(
    series: Series, item: Profile, said: Spoken, lower: list[str], name: frozenset[str]
) -> bool:
    """Whether a figure measures what a series does."""
    figure = item.figure
    marks = {mark for mark in item.scope if not mark.startswith("per ")} - {PAST}
    if marks or (figure.per or "") != series.per or _is_change(figure, lower):
        return False
    measure = series.measure
    if measure is None:
        if not series.terms <= said.near or not _states(item, series, said):
            return False
    elif f"@{measure.name}" not in said.near:
        return False
    extra = _extra(said.qualifiers, series, name, said.measures)
    if extra or (measure is None and _extra(said.concept, series, name, said.measures)):
        return False
    return figure.kind != "count" or _same_noun(series, item, said.measures)


def _is_change(figure: Figure, lower: list[str]) -> bool:
    """Whether a figure says by how much something changed rather than where it stands now."""
    left = left_of(figure)
    return bool(figure.trend) and (left == 0 or lower[left - 1] not in _LEVEL)


def _states(item: Profile, series: Series, said: Spoken) -> bool:
    """Whether the sentence says how much there is, rather than what happened to so many."""
    event = item.event
    if not event or said.implied or event in settings("stative"):
        return True
    if event in said.measures.change:
        return True
    return event in series.terms or term(event, said.measures) in series.terms


def _same_noun(series: Series, item: Profile, measures: Measures) -> bool:
    """Whether what is counted is not a part of what the fact counts."""
    measure, noun = series.measure, item.noun
    if noun in _GENERIC or f"#{noun}" in series.terms or term(noun, measures) in series.terms:
        return True
    return measure is not None and measures.by_counted.get(item.counted) is measure


def _extra(
    words: dict[str, str], series: Series, name: frozenset[str], measures: Measures
) -> list[str]:
    """Words by which a text narrows what a fact measures: "youth unemployment"."""
    generic = settings("generic_words")
    return [
        word
        for own, word in words.items()
        if own not in series.terms
        and word not in name
        and word not in generic
        and own.lstrip("#") not in generic
        and not _names_measure(word, series, measures)
    ]


def _names_measure(word: str, series: Series, measures: Measures) -> bool:
    measure = series.measure
    if measure is None:
        return False
    return (
        measure in measures.by_word.get(word, ())
        or measures.by_counted.get(term(word, measures).lstrip("#")) is measure
        or word in measure.name.split("_")
    )


def narrowed(
    series: Series, item: Profile, said: Spoken, lower: list[str], name: frozenset[str]
) -> bool:
    """Whether the text may speak of a part of what the fact measures, so that it may differ."""
    measure = series.measure
    if _extra(said.concept, series, name, said.measures):
        return True
    if measure is None or said.weak & series.terms:
        behind = _behind(item.figure, lower)
        return is_narrowed(behind[:3]) and name.isdisjoint(behind)
    if measure.loose or measure.stages:
        return True
    if item.dimension[0] == "money":
        # Budget, cost and price are words of one measure, but rarely of one sum.
        return series.words.isdisjoint(said.all)
    return False


def _behind(figure: Figure, lower: list[str]) -> list[str]:
    """The words behind a figure without those that say when: "in 2023"."""
    when = (figure.as_of or "").lower().split()
    last = figure.last
    if when and lower[last : last + len(when)] == when:
        last += len(when)
    return lower[last : last + _CLAUSE]
