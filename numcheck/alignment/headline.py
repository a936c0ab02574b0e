"""Whether the figures of a headline stand in the body, or follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from numcheck.alignment.derive import derive, restates
from numcheck.alignment.measures import Measures, load_measures
from numcheck.alignment.profile import Profile, profile
from numcheck.model import Analysis, Figure

__all__ = ["Backing", "Support", "headline_support"]

Backing = Literal["supported", "derivable", "contradicted", "unsupported", "unknown"]

_QUANTITIES = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})
# Kinds in which a bare number of a headline ("14", "Dow Down 82") may stand in the body.
_BARE = frozenset({"count", "money", "percent", "measure", "age", "ordinal", "rank", "multiplier"})
_MUCH, _LITTLE = 3, 1
# How much better a figure of another value has to fit than the best of the same value.
_MARGIN = 5
# The body may hold "a couple and their son", which no figure tells.
_COUNTABLE = 3


@dataclass(frozen=True, slots=True)
class Support:
    """What the body says about a figure of the headline.

    Attributes:
        figure: The headline's figure.
        status: ``supported``: the body states it; ``derivable``: it follows in one step;
            ``contradicted``: the body gives another value for the same thing;
            ``unsupported``: it stands nowhere, though the body holds figures of its kind;
            ``unknown``: the body does not speak of it.
        others: The body's figures that support or contradict it.
        derivation: How it follows (``sum``); empty otherwise.
    """

    figure: Figure
    status: Backing
    others: tuple[Figure, ...]
    derivation: str = ""


def headline_support(analysis: Analysis, measures: Measures | None = None) -> list[Support]:
    """Look every figure of the headline up in the body.

    Args:
        analysis: A document with a title.
        measures: The vocabulary of measures; the shipped one if ``None``.

    Returns:
        One entry for each quantity and each year in the title, in order; empty without a title.
    """
    title = [
        figure for figure in analysis.figures if figure.field == "title" and _looked_up(figure)
    ]
    if not title:
        return []
    vocabulary = measures or load_measures()

    def profiled(figures: Sequence[Figure]) -> list[Profile]:
        return [
            profile(figure, analysis.sentences[figure.sentence], (0, number), vocabulary)
            for number, figure in enumerate(figures)
        ]

    body = profiled([figure for figure in analysis.figures if figure.field == "text"])
    published = analysis.document.published
    supports = []
    for item in profiled(title):
        if item.dimension[0] == "date":
            supports.append(_year_support(item, body, published))
        elif item.dimension[0] == "identifier":
            supports.append(_name_support(item, body, analysis.document.text))
        else:
            supports.append(_support(item, body, published, vocabulary))
    return supports


def _looked_up(figure: Figure) -> bool:
    if figure.kind == "identifier":
        return any(letter.isdigit() for letter in figure.text)
    return figure.kind in _QUANTITIES or (figure.kind == "date" and bool(_year(figure)))


def _year(figure: Figure) -> str:
    iso = figure.iso or ""
    return iso[:4] if iso[:4].isdigit() else ""


def _year_support(item: Profile, body: list[Profile], published: str) -> Support:
    """A year in a headline: one of the body's, or next to the day of publication."""
    figure = item.figure
    year = int(_year(figure))
    dated = [(int(_year(other.figure)), other.figure) for other in body if _year(other.figure)]
    same = tuple(other for known, other in dated if known == year)
    if same:
        return Support(figure, "supported", same[:3])
    if published[:4].isdigit():
        dated.append((int(published[:4]), figure))
    near = [other for known, other in dated if abs(known - year) == 1]
    if near or not dated or figure.text.strip()[-1:] == "s":
        return Support(figure, "unknown", tuple(near[:3]))
    return Support(figure, "unsupported", tuple(other for _, other in dated[:3]))


def _name_support(item: Profile, body: list[Profile], text: str) -> Support:
    """A number in a name ("Area 51"): the body has the name, or at least the number."""
    figure = item.figure
    digits = "".join(letter for letter in figure.text if letter.isdigit())
    if figure.text in text or digits in text:
        return Support(figure, "supported", ())
    value = Decimal(digits)
    same = tuple(other.figure for other in body if other.value == value)
    if same:
        return Support(figure, "supported", same[:3])
    return Support(figure, "unsupported" if body else "unknown", ())


def _support(item: Profile, body: list[Profile], published: str, measures: Measures) -> Support:
    figure = item.figure
    alike = _alike(item, body)
    same = [other for other in alike if _states(item, other)]
    rivals = [
        other
        for other in alike
        if other.dimension == item.dimension
        and not _states(item, other)
        and other.figure.stance != "denied"
    ]
    best_same = max((_affinity(item, other) for other in same), default=None)
    best_rival = max((_affinity(item, other) for other in rivals), default=None)
    if best_same is not None:
        if best_rival is None or best_rival < max(_MUCH, best_same + _MARGIN):
            return Support(figure, "supported", tuple(other.figure for other in same[:3]))
    else:
        found = derive(item, body, published)
        if found is not None:
            return Support(figure, "derivable", found.operands, found.kind)
    if best_rival is not None and best_rival >= _MUCH:
        against = [other.figure for other in rivals if _affinity(item, other) == best_rival]
        return Support(figure, "contradicted", tuple(against[:3]))
    if not alike or not _telling(item) or not measures.listed.isdisjoint((item.noun, item.head)):
        return Support(figure, "unknown", ())
    return Support(figure, "unsupported", tuple(other.figure for other in alike[:3]))


def _alike(item: Profile, body: list[Profile]) -> list[Profile]:
    """Figures of the body that the headline's could restate."""
    if item.dimension[0] == "age":
        return [other for other in body if other.dimension[0] == "age" or _years(other)]
    if item.dimension[0] == "count" and not item.noun:
        return [other for other in body if other.dimension[0] in _BARE]
    return [other for other in body if other.dimension == item.dimension]


def _years(other: Profile) -> bool:
    """Whether a figure may be an age that extraction did not recognise as one."""
    if other.dimension == ("duration", "year"):
        return True
    return other.dimension[0] == "count" and not other.noun


def _states(item: Profile, other: Profile) -> bool:
    if item.dimension == other.dimension:
        return bool(restates(item, other))
    return item.value is not None and (item.value == other.value or bool(restates(item, other)))


def _telling(item: Profile) -> bool:
    """Whether a figure would be found in the body if it were right."""
    value = item.value
    if value is None or item.figure.bound == "vague":
        return False
    return item.dimension[0] != "count" or value > _COUNTABLE


def _affinity(item: Profile, other: Profile) -> int:
    """How much two figures speak of the same thing."""
    score = 0
    if item.noun and other.noun:
        if item.noun == other.noun:
            score += _MUCH
        else:
            score += _LITTLE if item.person and other.person else -_MUCH
    if item.measure is not None and other.measure is not None:
        score += _MUCH if item.measure is other.measure else -_MUCH
    if item.figure.unit and item.figure.unit == other.figure.unit:
        score += _LITTLE
    if item.event and item.event == other.event:
        score += 2 * _LITTLE
    if item.names & other.names:
        score += 2 * _LITTLE
    if item.scope != other.scope:
        score -= 2 * _LITTLE
    return score + min(_MUCH, len(item.context & other.context))
