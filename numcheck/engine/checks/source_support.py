"""A draft's figures against the sources that it was written from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.alignment.derive import derive
from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import Profile, profile
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Analysis, Figure, Sentence
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is looked at.

    Attributes:
        kinds: Kinds of figures that need support.
        trivial: Counts in words up to this one need none.
        lead: How much better another figure of the source must fit than the one of equal value
            for the two to count as a contradiction.
    """

    kinds: tuple[str, ...] = (
        "count", "money", "percent", "measure", "duration", "age", "multiplier",
    )  # fmt: skip
    trivial: int = 1
    lead: int = 3


_BOUNDED = frozenset({"at_least", "more_than", "at_most", "less_than"})
_LOOSE = frozenset({"approximate", "nearly", "vague", "range"})
_SAME_NOUN, _SAME_NEIGHBOUR, _SAME_EVENT = 3, 2, 1
_MOST_CONTEXT = 3


@dataclass(frozen=True, slots=True)
class _Placed:
    item: Profile
    before: str
    after: str


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Figures of the drafts that no source states, and those that a source contradicts."""
    story = passage.story
    if not story.against:
        return
    pool = [one for source in story.against for one in _placed(source, parameters)]
    items = [one.item for one in pool]
    for draft in story.analyses:
        for one in _placed(draft, parameters):
            figure = one.item.figure
            if figure.furniture or _trivial(figure, parameters):
                continue
            rival = _unsupported(one, pool, parameters)
            if rival is True or derive_from(one.item, items, draft.document.published):
                continue
            if isinstance(rival, Figure):
                yield Flaw(
                    (figure, rival),
                    f"The draft says {phrase(figure)}, its source {phrase(rival)}.",
                    "The figure of the source that stands in the same place is another one.",
                )
            else:
                yield Flaw((figure,), f"No source gives {phrase(figure)} or lets one derive it.")


def _placed(analysis: Analysis, parameters: Parameters) -> list[_Placed]:
    measures = load_measures()
    placed = []
    for number, figure in enumerate(analysis.figures):
        if figure.kind not in parameters.kinds:
            continue
        sentence = analysis.sentences[figure.sentence]
        before, after = _neighbours(figure, sentence)
        placed.append(_Placed(profile(figure, sentence, (0, number), measures), before, after))
    return placed


def _neighbours(figure: Figure, sentence: Sentence) -> tuple[str, str]:
    """The words on both sides, without the hedge."""
    lower = sentence.lower
    left = figure.first
    hedge = (figure.hedge or "").lower().split()
    if hedge and lower[left - len(hedge) : left] == hedge:
        left -= len(hedge)
    before = lower[left - 1] if left > 0 else ""
    after = lower[figure.last] if figure.last < len(lower) else ""
    return before, after


def _trivial(figure: Figure, parameters: Parameters) -> bool:
    value = figure.value
    return (
        figure.kind == "count"
        and value is not None
        and value <= parameters.trivial
        and not any(letter.isdigit() for letter in figure.text)
    )


def _unsupported(one: _Placed, pool: Sequence[_Placed], parameters: Parameters) -> Figure | bool:
    """``True`` where the source supports it; the figure that contradicts it; ``False`` for none."""
    alike = [other for other in pool if other.item.dimension == one.item.dimension]
    if not alike:
        return False
    fits = [(_fit(one, other), other) for other in alike]
    best = max(fit for fit, _ in fits)
    supporting = max((fit for fit, other in fits if _entails(other, one)), default=None)
    if supporting is not None and (supporting == best or best - supporting < parameters.lead):
        return True
    if best < _SAME_NEIGHBOUR + _SAME_NOUN:
        return False
    return next(other.item.figure for fit, other in fits if fit == best)


def _fit(one: _Placed, other: _Placed) -> int:
    """How much two figures stand in the same place."""
    a, b = one.item, other.item
    score = min(_MOST_CONTEXT, len(a.context & b.context))
    if a.noun and b.noun:
        score += _SAME_NOUN if a.noun == b.noun else -_SAME_NOUN
    score += _SAME_NEIGHBOUR * (one.before == other.before) + _SAME_NEIGHBOUR * (
        one.after == other.after
    )
    return score + _SAME_EVENT * (bool(a.event) and a.event == b.event)


def _entails(source: _Placed, draft: _Placed) -> bool:
    """Whether the draft's figure is right if the source's is."""
    one, other = source.item.figure, draft.item.figure
    stated, claimed = source.item.interval, draft.item.interval
    if (one.bound, one.value, one.low, one.high, one.unit) == (
        other.bound, other.value, other.low, other.high, other.unit,
    ):  # fmt: skip
        return True
    if one.bound in _BOUNDED:
        return other.bound in _BOUNDED and claimed.contains(stated)
    value = source.item.value
    if other.bound in _BOUNDED:
        point = Interval.point(value) if value is not None and one.bound == "exact" else stated
        return claimed.contains(point)
    if one.bound in _LOOSE:
        return claimed.intersects(stated)
    return value is not None and (claimed.contains(value) or draft.item.value == value)


def derive_from(item: Profile, pool: Sequence[Profile], published: str) -> bool:
    """Whether an exact figure follows from others in one step."""
    if item.figure.bound in _BOUNDED:
        return False
    found = derive(item, pool, published)
    return found is not None and found.kind not in ("quoted", "rounded", "converted")
