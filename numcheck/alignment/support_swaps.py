"""Figures that a draft took from a source, but gave to another thing.

A source says that 12 were killed and 30 hurt; a draft says that 30 were killed. The number is the
source's own, and only what is told of it gives the slip away.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.alignment.support_place import Placed
from numcheck.alignment.support_role import clash

__all__ = ["belongs_elsewhere", "rightful"]

_NEIGHBOUR = 1
_GENERIC = frozenset({"", "person"})


def belongs_elsewhere(draft: Placed, source: Placed) -> bool:
    """Whether a source tells something else of the number that a draft gives.

    Args:
        draft: A figure of a draft.
        source: One of a source with the same value.
    """
    a, b = draft.item, source.item
    noun, other = _noun(draft), _noun(source)
    if a.measure is not None and b.measure is not None:
        if a.measure is not b.measure:
            return not (a.measure.joins or b.measure.joins)
        # "Five people died" is not said by "twelve people, five of them children".
        return bool(noun and other) and noun != other
    if noun != other:
        return bool(noun and other) and not (noun in _GENERIC and other in _GENERIC)
    if noun and _kinds(draft) and _kinds(source) and _kinds(draft).isdisjoint(_kinds(source)):
        return True
    return bool(noun and a.event and b.event) and a.event != b.event


def rightful(draft: Placed, source: Placed, others: Sequence[Placed]) -> Placed | None:
    """The figure that a source gives for the thing to which a draft gives another's number.

    Args:
        draft: A figure of the draft.
        source: The figure of the source with its value, which tells of something else.
        others: Figures of the sources close by.

    Returns:
        Another figure of the same sentence, or one beside it, that tells of just what the draft
        does; ``None`` where there is none or more than one.
    """
    found = [
        other
        for other in others
        if other is not source
        and _beside(source, other)
        and other.item.value != draft.item.value
        and _same_thing(draft, other, source)
    ]
    values = {(one.item.value, one.item.figure.low, one.item.figure.high) for one in found}
    return found[0] if len(values) == 1 else None


def _beside(one: Placed, other: Placed) -> bool:
    a, b = one.item.figure, other.item.figure
    if a.document != b.document or a.field != b.field:
        return False
    return abs(a.sentence - b.sentence) <= _NEIGHBOUR


def _same_thing(draft: Placed, other: Placed, source: Placed) -> bool:
    """Whether a figure tells of what the draft does, in all that the two say and in something."""
    a, b = draft.item, other.item
    if a.dimension != b.dimension or clash(a, b) or a.interval.intersects(b.interval):
        return False
    if a.event and a.event == source.item.event != b.event:
        # What happened to the other thing is what the draft tells: it only has its own word for it.
        return False
    noun, theirs = _noun(draft), _noun(other)
    if a.measure is not None or b.measure is not None:
        if a.measure is not b.measure:
            return False
        generic = noun in _GENERIC or theirs in _GENERIC
        return noun == theirs or (generic and source.item.measure is not a.measure)
    if not noun or noun != theirs:
        return False
    if _noun(source) == noun:
        if _kinds(draft) == _kinds(other) != _kinds(source):
            return True
        # Only the predicate tells them apart.
        return bool(a.event) and a.event == b.event
    return True


def _kinds(one: Placed) -> frozenset[str]:
    """Which ones it counts: the "string" of "20 string players"."""
    return frozenset(one.item.figure.qualifiers)


def _noun(one: Placed) -> str:
    return one.item.noun or one.elided
