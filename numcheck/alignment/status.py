"""What the figures of one claim say about one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.alignment.profile import Profile
from numcheck.model import Document, Status

__all__ = ["clashes", "status_of"]


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
    values = list(distinct.values())
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
    dated = []
    for item in items:
        published = documents[item.figure.document].published
        if not published:
            return False
        dated.append((published, item))
    for earlier, one in dated:
        for later, other in dated:
            if earlier < later and measure.grows and other.interval.below(one.interval):
                return False
            if earlier == later and not one.interval.intersects(other.interval):
                return False
    return True
