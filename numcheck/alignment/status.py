"""What the figures of one claim say about one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from numcheck.alignment.profile import Profile
from numcheck.model import Document, Status
from numcheck.model.ends import INFINITY

__all__ = ["clashes", "status_of"]

# More values of one quantity than this tell nothing new.
_VALUES = 32


def clashes(items: Sequence[Profile]) -> list[tuple[Profile, Profile]]:
    """Pairs of figures that cannot both be right, one pair for each two values.

    Args:
        items: Figures of one quantity, in order.

    Returns:
        Pairs in order of the figures, whose intervals are disjoint under a lenient reading.
    """
    distinct: dict[object, Profile] = {}
    for item in items:
        if item.figure.stance in ("denied", "hypothetical"):
            continue
        distinct.setdefault(_said(item), item)
    values = list(distinct.values())[:_VALUES]
    return [
        (one, other)
        for place, one in enumerate(values)
        for other in values[place + 1 :]
        if _clash(one, other)
    ]


def _said(item: Profile) -> object:
    if item.dimension[0] == "score":
        return item.figure.text
    return (item.value, item.interval.low, item.interval.high)


def _clash(one: Profile, other: Profile) -> bool:
    if one.dimension[0] == "score":
        return one.figure.text != other.figure.text
    if one.value is not None and one.value == other.value:
        return False
    return not one.interval.intersects(other.interval)


def status_of(items: Sequence[Profile], documents: Mapping[str, Document], origins: int) -> Status:
    """The status of a claim.

    Args:
        items: Its figures, in order.
        documents: Documents by id.
        origins: Number of independent origins.
    """
    if any(item.figure.stance == "denied" for item in items):
        return "disputed"
    if clashes(items):
        return "developing" if _grows(items, documents) else "conflicting"
    return "agreed" if origins > 1 or len(items) > 1 else "single-source"


def _grows(items: Sequence[Profile], documents: Mapping[str, Document]) -> bool:
    """Whether time explains the differences: later reports only ever raise a cumulative count."""
    measure = next((item.measure for item in items if item.measure is not None), None)
    if measure is None or not (measure.grows or measure.varies):
        return False
    by_day: dict[str, list[Profile]] = {}
    for item in items:
        published = documents[item.figure.document].published
        if not published:
            return False
        by_day.setdefault(published, []).append(item)
    highest: Profile | None = None
    for day in sorted(by_day):
        told = by_day[day]
        top = max(told, key=_low)
        if any(item.interval.below(top.interval) for item in told):
            return False
        floor = top if highest is None else highest
        if measure.grows and any(item.interval.below(floor.interval) for item in told):
            return False
        highest = max(floor, top, key=_low)
    return True


def _low(item: Profile) -> Decimal:
    low = item.interval.low
    return -INFINITY if low is None else low
