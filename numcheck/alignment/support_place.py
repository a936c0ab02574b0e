"""How much a figure of a draft and one of a source stand in the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.alignment.derive import restates
from numcheck.alignment.doers import doer_of
from numcheck.alignment.measures import Measure, Measures
from numcheck.alignment.profile import Profile, profile
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Analysis, Figure
from numcheck.model.interval import Interval

__all__ = ["Placed", "entails", "fit", "open_to", "placed"]

_BOUNDED = frozenset({"at_least", "more_than", "at_most", "less_than"})
_HEDGED = frozenset({"approximate", "nearly"})
_WIDE = frozenset({"vague", "range"})
_MUCH, _SOME, _LITTLE = 3, 2, 1
_MOST_CONTEXT = 4
# Tokens beside a figure that names are looked for in; between it and a preposition; behind that.
_NEAR, _NOUN, _PHRASE = 5, 2, 3
_WHERE = frozenset(("in", "at", "for", "among", "of", "from", "on", "by"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with the words beside it.

    Attributes:
        item: The figure.
        before: The word before it and its hedge; empty at the start of the sentence.
        after: The word behind it.
        elided: The noun of the figure before it, where its own is left out.
        base: Whether it is the whole that another figure is a part of ("90 of its 300 jobs").
        tail: Stems of the phrase right behind it that says where or of what.
        names: Capitalised words close by, in lower case.
        all_names: Those of the whole sentence.
        words: All words of the sentence, in lower case.
        stems: Stems of those that say something.
        doer: What its clause begins with: the work of "the work takes 14 months".
    """

    item: Profile
    before: str
    after: str
    elided: str
    base: bool
    tail: frozenset[str]
    names: frozenset[str]
    all_names: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    doer: frozenset[str]


def placed(
    analysis: Analysis,
    figure: Figure,
    number: int,
    measures: Measures,
    previous: Placed | None = None,
) -> Placed:
    """Read a figure's sentence.

    Args:
        analysis: Its document.
        figure: The figure.
        number: Its place among the document's figures.
        measures: The vocabulary of measures.
        previous: The figure before it.
    """
    sentence = analysis.sentences[figure.sentence]
    lower, left = sentence.lower, figure.first
    hedge = (figure.hedge or "").lower().split()
    if hedge and lower[left - len(hedge) : left] == hedge:
        left -= len(hedge)
    before = lower[left - 1] if left > 0 else ""
    after = lower[figure.last] if figure.last < len(lower) else ""
    item = profile(figure, sentence, (0, number), measures)
    elided = ""
    same = previous is not None and previous.item.figure.sentence == figure.sentence
    if previous is not None and same and not item.noun and figure.kind == "count":
        elided = previous.item.noun or previous.elided
        item.measure = item.measure or _measure_of(elided, item.event, measures)
    near = sentence.words[max(left - _NEAR, 0) : figure.last + _NEAR]
    return Placed(
        item,
        before,
        after,
        elided,
        "of" in lower[max(left - 2, 0) : left],
        _tail(lower, figure.last),
        _names(near),
        previous.all_names if same and previous is not None else _names(sentence.words),
        previous.words if same and previous is not None else frozenset(lower),
        previous.stems
        if same and previous is not None
        else frozenset(filter(None, map(stem_of_interest, lower))),
        doer_of(lower, left),
    )


def _measure_of(noun: str, event: str, measures: Measures) -> Measure | None:
    """What is measured where a noun is left out: "70 houses were destroyed and 400 damaged"."""
    candidates = measures.by_verb.get(event, ())
    return next((one for one in candidates if noun in one.nouns and not one.people), None)


def _names(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        lower for word in words if word[0].isupper() and stem_of_interest(lower := word.lower())
    )


def _tail(lower: Sequence[str], last: int) -> frozenset[str]:
    """The stems behind a preposition that follows a figure or its noun."""
    for position in range(last, min(last + _NOUN, len(lower))):
        if lower[position] in _WHERE:
            stems = map(stem_of_interest, lower[position + 1 : position + 1 + _PHRASE])
            return frozenset(stem for stem in stems if stem)
        if not lower[position].isalpha():
            break
    return frozenset()


def fit(one: Placed, other: Placed) -> int:
    """How much two figures stand in the same place: the more, the better; may be negative."""
    a, b = one.item, other.item
    score = min(_MOST_CONTEXT, len(a.context & b.context))
    noun, other_noun = a.noun or one.elided, b.noun or other.elided
    if noun and other_noun:
        if noun == other_noun:
            score += _MUCH
        else:
            score += _LITTLE if a.person and b.person else -_MUCH
    if a.measure is not None and b.measure is not None:
        score += _MUCH if a.measure is b.measure else -_MUCH
    if a.head and a.head == b.head and not a.noun:
        score += _SOME
    if a.names and b.names:
        score += _SOME if a.names & b.names else -_SOME
    score += _SOME * bool(one.tail & other.tail)
    score -= _SOME * (one.base != other.base)
    score += _LITTLE * (bool(one.before) and one.before == other.before)
    score += _LITTLE * (bool(one.after) and one.after == other.after)
    score += _SOME * (bool(a.event) and a.event == b.event)
    return score - _SOME * (a.scope != b.scope)


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
        # A range that is given otherwise is another one.
        wider = other.bound in (*_HEDGED, "vague") and claimed.contains(stated)
        return "rounded" if wider else ""
    if other.bound in _WIDE:
        return "weaker" if claimed.contains(stated) or claimed.intersects(stated) else ""
    if one.bound in _HEDGED:
        # The width of a hedge, not twice as much: "about 6 million" is not 5 million.
        return "rounded" if _asserted(draft).intersects(_asserted(source)) else ""
    return restates(draft, source) or _converted(draft, source)


def _converted(draft: Profile, source: Profile) -> str:
    """A conversion may have one digit more than what it was made from."""
    other = draft.figure.unit != source.figure.unit and draft.dimension[0] == "measure"
    return "converted" if other and _asserted(draft).contains(_stated(source)) else ""


def _stated(source: Profile) -> Interval:
    if source.figure.bound == "exact" and source.value is not None:
        return Interval.point(source.value)
    return source.interval


def _asserted(item: Profile) -> Interval:
    """What the words assert, in base units; a plain number to half its last digit."""
    figure = item.figure
    if not item.value or not figure.value:
        return item.interval
    scale = abs(item.value / figure.value)
    if figure.bound == "exact":
        return Interval.around(item.value, (figure.resolution or Decimal(0)) * scale / 2)
    said = Interval.from_figure(figure)
    low = None if said.low is None else said.low * scale
    high = None if said.high is None else said.high * scale
    # "Nearly 10,000" is soon told as 10,000.
    return Interval(low, high)


def open_to(source: Profile, draft: Profile) -> bool:
    """Whether a source that gives no more than a bound or a range leaves room for a figure."""
    if source.figure.bound == "exact":
        return False
    value = draft.value
    claimed = draft.interval
    if draft.figure.bound == "exact" and isinstance(value, Decimal):
        claimed = Interval.point(value)
    return source.interval.intersects(claimed)
