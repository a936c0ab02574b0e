"""Figures of one story that speak of the same quantity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b

from numcheck.alignment.comparable import same_quantity, told_twice
from numcheck.alignment.contrast import told_apart
from numcheck.alignment.labels import label
from numcheck.alignment.origins import count_origins
from numcheck.alignment.profile import Profile
from numcheck.alignment.status import clashes, status_of
from numcheck.alignment.terms import Terms
from numcheck.model import Claim, Document, Status

__all__ = ["claims_of"]

# A new figure is held against this many figures of a group, and a group against this many others:
# that keeps the work linear in the number of figures.
_MEMBERS = 8
_GROUPS = 12

# Kinds in which one number of one thing may be told: "six rounds", "the sixth round".
_NUMBERS = frozenset({"count", "ordinal"})

_Group = list[Profile]


def claims_of(
    story: str,
    items: Sequence[Profile],
    documents: Mapping[str, Document],
    bags: Mapping[str, Terms],
) -> list[Claim]:
    """The claims of one story.

    Args:
        story: Id of the story.
        items: Profiles of the story's figures, in order of document and text.
        documents: The story's documents by id.
        bags: Terms of each document, for telling similar events apart; may be empty.

    Returns:
        Claims of two figures and more, and of single figures that are denied, in order of their
        first figure.
    """
    groups = _linked(_equal(items), bags)
    claims = []
    for group in groups:
        group.sort(key=lambda item: item.order)
        if len(group) > 1 or group[0].figure.stance == "denied":
            origins = count_origins(group, documents)
            claims.append(_claim(story, group, status_of(group, documents, origins), origins))
    for group in _rivals(items):
        claims.append(_claim(story, group, "rival", count_origins(group, documents)))
    return claims


def _claim(story: str, group: _Group, status: Status, origins: int) -> Claim:
    ids = tuple(item.figure.id for item in group)
    told = "\0".join((*ids, "rival" if status == "rival" else "told"))
    digest = blake2b(told.encode(), digest_size=6)
    measures = [item.measure.name for item in group if item.measure is not None]
    return Claim(
        id=digest.hexdigest(),
        label=label(group),
        figures=ids,
        status=status,
        story=story,
        measure=measures[0] if measures else "",
        origins=origins,
    )


def _written(item: Profile) -> tuple[object, ...]:
    """What two figures of equal value have in common."""
    figure = item.figure
    if item.value is not None and figure.bound not in ("range", "vague"):
        return ("number" if item.dimension[0] in _NUMBERS else item.dimension, item.value)
    if figure.iso is not None:
        return (item.dimension, figure.iso)
    if figure.low is None and figure.high is None:
        return (item.dimension, figure.text.lower())
    return (item.dimension, figure.low, figure.high)


def _equal(items: Sequence[Profile]) -> list[_Group]:
    """Groups of figures that state one value of one quantity."""
    by_value: dict[tuple[object, ...], list[_Group]] = {}
    for item in items:
        groups = by_value.setdefault(_written(item), [])
        fits = [
            group
            for group in groups[:_GROUPS]
            if any(told_twice(member, item) for member in group[:_MEMBERS])
        ]
        if fits:
            for group in fits[1:]:
                fits[0].extend(group)
                group.clear()
            fits[0].append(item)
            by_value[_written(item)] = [group for group in groups if group]
        else:
            groups.append([item])
    return [group for groups in by_value.values() for group in groups]


def _linked(groups: list[_Group], bags: Mapping[str, Terms]) -> list[_Group]:
    """Groups of different values joined where both state the same quantity."""
    buckets: dict[tuple[object, ...], list[_Group]] = {}
    result: list[_Group] = []
    for group in groups:
        key = _topic(group)
        if key is None:
            result.append(group)
        else:
            buckets.setdefault(key, []).append(group)
    for bucket in buckets.values():
        joined: list[_Group] = []
        for group in bucket:
            for other in joined[:_GROUPS]:
                if _one_quantity(other, group, bags):
                    other.extend(group)
                    break
            else:
                joined.append(list(group))
        result += joined
    result.sort(key=lambda group: min(item.order for item in group))
    return result


def _topic(group: _Group) -> tuple[object, ...] | None:
    """What a group of figures measures, as far as words say; ``None`` if they do not."""
    for item in group:
        if item.dimension[0] in ("age", "score"):
            return (item.dimension,)
        if item.measure is not None:
            return (item.dimension, item.measure.name)
    for item in group:
        if item.noun or item.of:
            return (item.dimension, item.noun)
    return None


def _one_quantity(one: _Group, other: _Group, bags: Mapping[str, Terms]) -> bool:
    pairs = [(a, b) for a in one[:_MEMBERS] for b in other[:_MEMBERS]]
    across = [pair for pair in pairs if pair[0].figure.document != pair[1].figure.document]
    within = [pair for pair in pairs if pair[0].figure.document == pair[1].figure.document]
    if any(_restated(a, b) for a, b in within):
        return True
    if within or not across:
        # A document that gives both values knows that they differ.
        return False
    if not any(same_quantity(a, b) for a, b in across):
        return False
    if one[0].dimension[0] == "money" and any(_others(a, b) for a, b in across):
        return False
    return not told_apart(_texts(one, bags), _texts(other, bags), _digits(one, other))


def _restated(one: Profile, other: Profile) -> bool:
    """Whether the later of two figures of one text points back to the earlier."""
    later = max(one, other, key=lambda item: item.order)
    if not later.definite or later.narrowed or (later.measure is None and later.noun == "person"):
        return False
    return same_quantity(one, other)


def _others(one: Profile, other: Profile) -> bool:
    """Whether two sums of money belong to different people."""
    return bool(one.names and other.names and not one.names & other.names)


def _texts(group: _Group, bags: Mapping[str, Terms]) -> list[Terms]:
    ids = dict.fromkeys(item.figure.document for item in group)
    return [bags[name] for name in ids if name in bags]


def _digits(*groups: _Group) -> frozenset[str]:
    return frozenset(item.figure.text for group in groups for item in group)


def _rivals(items: Sequence[Profile]) -> list[_Group]:
    """Accounts of one thing at different stages: prepared, sent, arrived."""
    staged: dict[str, _Group] = {}
    for item in items:
        measure = item.measure
        known = item.figure.low is not None or item.figure.high is not None
        if measure is not None and measure.stages and known and not item.scope:
            staged.setdefault(measure.name, []).append(item)
    return [group for group in staged.values() if _differ(group)]


def _differ(group: _Group) -> bool:
    values: set[Decimal | None] = {item.value for item in group}
    return len(values) > 1 and bool(clashes(group))
