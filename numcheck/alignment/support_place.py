"""How much a figure of a draft and one of a source stand in the same place."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from numcheck.alignment.derive import restates
from numcheck.alignment.measures import Measures
from numcheck.alignment.names import same_name
from numcheck.alignment.profile import Profile, profile
from numcheck.alignment.scope import ASIDE, PAST, SOUGHT
from numcheck.model import Analysis, Figure
from numcheck.model.interval import Interval

__all__ = ["Placed", "clash", "entails", "fit", "open_to", "placed", "same_role"]

_BOUNDED = frozenset({"at_least", "more_than", "at_most", "less_than"})
_HEDGED = frozenset({"approximate", "nearly"})
_WIDE = frozenset({"vague", "range"})
_MUCH, _SOME, _LITTLE = 3, 2, 1
_MOST_CONTEXT = 4
# What two figures need to share, besides what they measure, to be the same one.
_ROLE = 4
_SOLID = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with the words beside it.

    Attributes:
        item: The figure.
        before: The word before it and its hedge; empty at the start of the sentence.
        after: The word behind it.
    """

    item: Profile
    before: str
    after: str


def placed(analysis: Analysis, figure: Figure, number: int, measures: Measures) -> Placed:
    """Read a figure's sentence.

    Args:
        analysis: Its document.
        figure: The figure.
        number: Its place among the document's figures.
        measures: The vocabulary of measures.
    """
    sentence = analysis.sentences[figure.sentence]
    lower, left = sentence.lower, figure.first
    hedge = (figure.hedge or "").lower().split()
    if hedge and lower[left - len(hedge) : left] == hedge:
        left -= len(hedge)
    before = lower[left - 1] if left > 0 else ""
    after = lower[figure.last] if figure.last < len(lower) else ""
    return Placed(profile(figure, sentence, (0, number), measures), before, after)


def fit(one: Placed, other: Placed) -> int:
    """How much two figures stand in the same place: the more, the better; may be negative."""
    a, b = one.item, other.item
    score = min(_MOST_CONTEXT, len(a.context & b.context))
    if a.noun and b.noun:
        if a.noun == b.noun:
            score += _MUCH
        else:
            score += _LITTLE if a.person and b.person else -_MUCH
    if a.measure is not None and b.measure is not None:
        score += _MUCH if a.measure is b.measure else -_MUCH
    if a.head and a.head == b.head and not a.noun:
        score += _SOME
    if a.names and b.names:
        score += _SOME if a.names & b.names else -_SOME
    score += _LITTLE * (bool(one.before) and one.before == other.before)
    score += _LITTLE * (bool(one.after) and one.after == other.after)
    score += _SOME * (bool(a.event) and a.event == b.event)
    return score - _SOME * (a.scope != b.scope)


def same_role(one: Placed, other: Placed) -> bool:
    """Whether two figures tell of the same thing, so that one of them is wrong if they differ."""
    a, b = one.item, other.item
    if a.dimension != b.dimension or clash(a, b):
        return False
    shared = len(a.context & b.context)
    evidence = shared + _SOME * (bool(a.event) and a.event == b.event)
    evidence += _SOME * bool(a.names & b.names)
    evidence += _LITTLE * (bool(one.before) and one.before == other.before)
    if a.noun or b.noun:
        if a.noun != b.noun:
            return False
        return evidence >= _ROLE and shared >= _LITTLE
    if a.measure is not None and a.measure is b.measure and not a.measure.loose:
        return evidence >= _ROLE - 1 and shared >= _LITTLE
    return evidence >= _ROLE and shared >= _SOLID


def clash(a: Profile, b: Profile) -> bool:
    """Whether something known sets two figures apart: subject, time, scope, or which ones."""
    mine = tuple(mark for mark in a.scope if mark not in (SOUGHT, ASIDE))
    theirs = tuple(mark for mark in b.scope if mark not in (SOUGHT, ASIDE))
    if mine != theirs or PAST in mine:
        return True
    if a.periods != b.periods or (a.when and b.when and a.when.isdisjoint(b.when)):
        return True
    if (a.measure is None) != (b.measure is None) and (a.noun or b.noun):
        return True
    if a.measure is not b.measure and a.measure is not None and b.measure is not None:
        return True
    if a.figure.trend != b.figure.trend:
        return True
    if a.owned and b.owned and not same_name(a.owned, b.owned):
        return True
    if a.names and b.names and not same_name(a.names, b.names):
        return True
    one, other = set(a.figure.qualifiers), set(b.figure.qualifiers)
    return bool(one or other) and not (one <= other or other <= one)


def entails(source: Profile, draft: Profile) -> str:
    """How a figure of a draft follows from one of a source.

    Args:
        source: The figure of the source.
        draft: The figure of the draft, of the same dimension.

    Returns:
        ``quoted``, ``rounded``, ``converted`` or ``weaker``; empty where it does not follow.
    """
    one, other = source.figure, draft.figure
    if (one.bound, one.value, one.low, one.high, one.unit) == (
        other.bound, other.value, other.low, other.high, other.unit,
    ):  # fmt: skip
        return "quoted"
    stated, claimed = _stated(source), draft.interval
    if other.bound in _BOUNDED:
        return "weaker" if claimed.contains(stated) else ""
    if one.bound in _BOUNDED:
        return ""
    if one.bound in _WIDE:
        return "rounded" if other.bound != "exact" and claimed.contains(stated) else ""
    if other.bound in _WIDE:
        return "weaker" if claimed.contains(stated) or claimed.intersects(stated) else ""
    if one.bound in _HEDGED:
        return "rounded" if claimed.intersects(stated) else ""
    return restates(draft, source)


def _stated(source: Profile) -> Interval:
    if source.figure.bound == "exact" and source.value is not None:
        return Interval.point(source.value)
    return source.interval


def open_to(source: Profile, draft: Profile) -> bool:
    """Whether a source that gives no more than a bound or a range leaves room for a figure."""
    if source.figure.bound == "exact":
        return False
    value = draft.value
    claimed = draft.interval
    if draft.figure.bound == "exact" and isinstance(value, Decimal):
        claimed = Interval.point(value)
    return source.interval.intersects(claimed)
