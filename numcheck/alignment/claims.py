"""Figures of one story that speak of the same quantity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from hashlib import blake2b
from itertools import combinations

from numcheck.alignment.comparable import (
    known_beside,
    named_in_turn,
    same_quantity,
    told_twice,
    yearless,
)
from numcheck.alignment.contrast import told_apart
from numcheck.alignment.labels import label
from numcheck.alignment.origins import count_origins
from numcheck.alignment.profile import Profile
from numcheck.alignment.restated import points_back, same_thing
from numcheck.alignment.rivals import rivals
from numcheck.alignment.status import status_of
from numcheck.alignment.terms import Terms, shared_names, stem_of_interest
from numcheck.model import Claim, Document, Status

__all__ = ["claims_of"]

# A new figure is held against this many figures of a group, and a group against this many others:
# that keeps the work linear in the number of figures.
_MEMBERS = 8
_GROUPS = 12

# Texts with a smaller share of their names in common may tell of two similar events.
# In a story of many documents, what keeps its documents together is known better.
_SAME_NAMES, _SOME_NAMES, _MANY = 0.66, 0.3, 5
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
    groups = _linked(_pointed(_equal(items)), bags)
    claims = []
    for group in groups:
        group.sort(key=lambda item: item.order)
        if len(group) > 1 or group[0].figure.stance == "denied":
            origins = count_origins(group, documents)
            claims.append(_claim(story, group, status_of(group, documents, origins), origins))
    for group in rivals(items):
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
        # "15 December" is soon told of 15 December 2013.
        return (item.dimension, yearless(figure.iso))
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
    sums = _sums(groups) if bags else {}
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
        # Figures first, then words such as "thousands", which fit more than one of them.
        for group in sorted(bucket, key=_is_vague):
            for other in joined[:_GROUPS]:
                if not _adds_up(other, group, sums) and _one_quantity(other, group, bags):
                    other.extend(group)
                    break
            else:
                joined.append(list(group))
        result += joined
    result.sort(key=lambda group: min(item.order for item in group))
    return result


def _pointed(groups: list[_Group]) -> list[_Group]:
    """Groups joined where a text points back at a figure."""
    by_text: dict[tuple[object, ...], list[tuple[Profile, _Group]]] = {}
    for group in groups:
        for item in group[:_MEMBERS]:
            by_text.setdefault((item.figure.document, item.dimension), []).append((item, group))
    joined: dict[int, _Group] = {}
    for mentions in by_text.values():
        if len(mentions) < 2:
            continue
        mentions.sort(key=lambda mention: mention[0].order)
        for place, (later, group) in enumerate(mentions):
            for earlier, other in mentions[max(0, place - _GROUPS) : place][::-1]:
                mine, theirs = _whole(group, joined), _whole(other, joined)
                if mine is not theirs and points_back(earlier, later):
                    theirs.extend(mine)
                    joined[id(mine)] = theirs
                    break
    return [group for group in groups if id(group) not in joined]


def _whole(group: _Group, joined: Mapping[int, _Group]) -> _Group:
    """The group that a group has become part of."""
    while id(group) in joined:
        group = joined[id(group)]
    return group


_Sums = dict[tuple[str, tuple[str, str]], frozenset[Decimal]]


def _sums(groups: list[_Group]) -> _Sums:
    """What the figures of a document add up to, two by two and all, by document and dimension."""
    values: dict[tuple[str, tuple[str, str]], dict[Decimal, None]] = {}
    for group in groups:
        for item in group:
            if item.value is not None:
                key = (item.figure.document, item.dimension)
                values.setdefault(key, {})[item.value] = None
    sums = {}
    for key, distinct in values.items():
        if 1 < len(distinct) <= _GROUPS:
            pairs = {a + b for a, b in combinations(distinct, 2)}
            sums[key] = frozenset(pairs | {sum(distinct, Decimal(0))})
    return sums


def _adds_up(one: _Group, other: _Group, sums: _Sums) -> bool:
    """Whether one figure is a part of a sum that the other is: 12 here, 40 there, 52 in all."""
    for parts, whole in ((one, other), (other, one)):
        values = {item.value for item in whole[:_MEMBERS]}
        for item in parts[:_MEMBERS]:
            if not values.isdisjoint(sums.get((item.figure.document, item.dimension), ())):
                return True
    return False


def _is_vague(group: _Group) -> bool:
    return all(item.figure.bound == "vague" for item in group)


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
        if item.dimension[0] == "duration" and item.event:
            return (item.dimension, "", item.event)
    return None


def _one_quantity(one: _Group, other: _Group, bags: Mapping[str, Terms]) -> bool:
    pairs = [(a, b) for a in one[:_MEMBERS] for b in other[:_MEMBERS]]
    across = [pair for pair in pairs if pair[0].figure.document != pair[1].figure.document]
    within = [pair for pair in pairs if pair[0].figure.document == pair[1].figure.document]
    if any(same_thing(a, b) for a, b in within):
        return True
    if any("denied" not in (a.figure.stance, b.figure.stance) for a, b in within) or not across:
        # A document that gives both values, and denies neither, knows that they differ.
        return False
    strangers = [_others(a, b, bags) for a, b in across]
    if one[0].dimension[0] == "money" and (
        any(strangers) or not all(_one_event(a, b, bags) for a, b in across)
    ):
        return False
    if not any(
        same_quantity(a, b) and _one_event(a, b, bags)
        for (a, b), strange in zip(across, strangers, strict=True)
        if not strange
    ):
        return False
    return not told_apart(_texts(one, bags), _texts(other, bags), _digits(one, other))


def _one_event(one: Profile, other: Profile, bags: Mapping[str, Terms]) -> bool:
    """Whether the texts are so much about the same names that their figures may clash."""
    mine, theirs = bags.get(one.figure.document), bags.get(other.figure.document)
    if mine is None or theirs is None:
        return False
    # Rival offers to one man make one story.
    few = len(bags) < _MANY or one.dimension[0] == "money"
    return shared_names(mine, theirs) > (_SAME_NAMES if few else _SOME_NAMES)


def _others(one: Profile, other: Profile, bags: Mapping[str, Terms]) -> bool:
    """Whether two figures speak of different people or places.

    Texts name what they speak of in different ways; two names are of two things where one of the
    texts does not know the name that the other gives, and for sums of money always.
    """
    if not one.names or not other.names or one.names & other.names:
        return False
    if one.dimension[0] == "money":
        # "Torvald is to buy Nibley for £3m", "Nibley is to be sold to Torvald for £2m".
        return not (named_in_turn(one, other) or _imposed_on(one, other, bags))
    return not (
        _knows(bags.get(one.figure.document, {}), other.names)
        and _knows(bags.get(other.figure.document, {}), one.names)
    )


def _imposed_on(one: Profile, other: Profile, bags: Mapping[str, Terms]) -> bool:
    """Whether the subjects are a court and the one whom it fines."""
    if one.measure is not other.measure or one.measure is None or not one.measure.imposed:
        return False
    return any(known_beside(a.names, b) for a, b in ((one, other), (other, one))) and (
        _knows(bags.get(one.figure.document, {}), other.names)
        and _knows(bags.get(other.figure.document, {}), one.names)
    )


def _knows(bag: Terms, names: frozenset[str]) -> bool:
    return any(stem_of_interest(name) in bag for name in names)


def _texts(group: _Group, bags: Mapping[str, Terms]) -> list[Terms]:
    ids = dict.fromkeys(item.figure.document for item in group)
    return [bags[name] for name in ids if name in bags]


def _digits(*groups: _Group) -> frozenset[str]:
    return frozenset(item.figure.text for group in groups for item in group)
