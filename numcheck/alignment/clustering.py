"""Documents that are alike, joined into groups, each of which tells of one event.

Average link: the pair of groups most alike is joined first. Two clusters that are each much closer
knit than they are to one another stay apart: two earthquakes in one country, two matches of one
team. Nothing that is joined lies outside of a connected component of the pairs, so that components
may be clustered one by one, on several machines, with the same result.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence, Set

from numcheck.alignment.contrast import halves
from numcheck.alignment.likeness import Member
from numcheck.alignment.terms import Terms

__all__ = ["cluster", "components", "likeness"]

# Judgement, set on clusters of news texts: mean cosine above which two groups tell one story.
_ALIKE = 0.13
# The same for two groups of which each is closer knit than they are to one another.
_COHESION = 0.5
# Texts with this many names each tell one story only if they share so many of them.
_NAMED = 3
_SHARED_NAMES = 0.2
# Reports of one event are rarely further apart.
_DAYS = 30

_Heap = list[tuple[float, int, int]]


class _Group:
    """Documents joined so far.

    Attributes:
        members: Their indices.
        total: Sum of their vectors, so that a dot product of two totals is the sum of all
            cosines between two groups.
        names: Names in their texts.
        dates: Earliest and latest day of publication, as ordinals, where known.
    """

    __slots__ = ("dates", "members", "names", "total")

    def __init__(self, index: int, member: Member) -> None:
        self.members = [index]
        self.total = member.vector
        self.names = set(member.names)
        self.dates = (member.day, member.day) if member.day is not None else None

    def cohesion(self) -> float | None:
        """Mean cosine between two members; ``None`` for a single document."""
        count = len(self.members)
        if count < 2:
            return None
        squares = sum(weight * weight for weight in self.total.values())
        return (squares - count) / (count * (count - 1))


def likeness(one: Member, other: Member) -> float | None:
    """How alike two documents are.

    Returns:
        The cosine of their vectors, to nine decimals; ``None`` where it is too small for one story
        or where they are about other names: such a pair joins nothing.
    """
    return _likeness(one.vector, other.vector, one.names, other.names, 1)


def components(members: Sequence[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Documents that hang together through pairs.

    Args:
        members: All indices.
        pairs: Two indices each, in any order.

    Returns:
        Indices in ascending order, components in order of their first.
    """
    parent = {index: index for index in members}
    for one, other in pairs:
        top, bottom = sorted((_current(parent, one), _current(parent, other)))
        parent[bottom] = top
    found: dict[int, list[int]] = {}
    for index in sorted(members):
        found.setdefault(_current(parent, index), []).append(index)
    return list(found.values())


def cluster(
    members: Mapping[int, Member], links: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """The events that documents tell of.

    Args:
        members: Documents by index: all, or those of one component of the links, or of several.
        links: How alike two of these documents are, by their indices, the lesser first; pairs that
            are not alike are left out.

    Returns:
        Indices of the documents of each event in ascending order, events in order of their first.
    """
    found: list[list[int]] = []
    for joined in _joined(members, links):
        found += _events(joined, members)
    return sorted(found)


def _events(indices: list[int], members: Mapping[int, Member]) -> list[list[int]]:
    """The events that a group of documents tells of, each with its documents."""
    split = halves([members[index].bag for index in indices])
    if split is None:
        return [indices]
    one, other = ([indices[place] for place in half] for half in split)
    return _events(one, members) + _events(other, members)


def _joined(
    members: Mapping[int, Member], links: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """Groups by average link, the most alike pair first.

    A pair that waits while one of its groups grows is weighed anew when its turn comes, and each
    pair of groups once at most: that keeps a story of thousands of documents affordable.
    """
    groups = {index: _Group(index, members[index]) for index in sorted(members)}
    heap = [(-alike, first, second) for (first, second), alike in links.items()]
    heapq.heapify(heap)
    parent: dict[int, int] = {}
    weighed: set[tuple[int, int]] = set()
    fresh = max(groups, default=0) + 1
    while heap:
        negative, first, second = heapq.heappop(heap)
        one, other = _current(parent, first), _current(parent, second)
        if one == other:
            continue
        if (one, other) != (first, second):
            pair = min(one, other), max(one, other)
            if pair not in weighed:
                weighed.add(pair)
                _offer(heap, groups, *pair)
            continue
        if not _apart(groups[first], groups[second], -negative):
            groups[fresh] = _merge(groups.pop(first), groups.pop(second))
            parent[first] = parent[second] = fresh
            fresh += 1
    return [sorted(group.members) for group in groups.values()]


def _current(parent: dict[int, int], key: int) -> int:
    """The group that a group has become a part of."""
    top = key
    while parent.get(top, top) != top:
        top = parent[top]
    while key != top:
        parent[key], key = top, parent[key]
    return top


def _offer(heap: _Heap, groups: Mapping[int, _Group], first: int, second: int) -> None:
    """Put a pair of groups on the heap where they are alike enough to be joined."""
    one, other = groups[first], groups[second]
    pairs = len(one.members) * len(other.members)
    alike = _likeness(one.total, other.total, one.names, other.names, pairs)
    if alike is not None:
        heapq.heappush(heap, (-alike, first, second))


def _likeness(
    total: Terms, other_total: Terms, names: Set[str], other_names: Set[str], pairs: int
) -> float | None:
    """Mean cosine over the pairs of two groups; ``None`` where they are not alike."""
    fewest = min(len(names), len(other_names))
    if fewest >= _NAMED and len(names & other_names) < _SHARED_NAMES * fewest:
        # The same words about other people and places: last week's report on the same market.
        return None
    alike = _product(total, other_total) / pairs
    return round(alike, 9) if alike >= _ALIKE else None


def _product(one: Terms, other: Terms) -> float:
    if len(one) > len(other):
        one, other = other, one
    get = other.get
    return sum(weight * get(term, 0.0) for term, weight in one.items())


def _apart(one: _Group, other: _Group, alike: float) -> bool:
    """Whether two groups that share words still tell of different events."""
    if one.dates and other.dates:
        gap = max(one.dates[0], other.dates[0]) - min(one.dates[1], other.dates[1])
        if gap > _DAYS:
            return True
    knit, other_knit = one.cohesion(), other.cohesion()
    if knit is None or other_knit is None:
        return False
    return alike < _COHESION * min(knit, other_knit)


def _merge(one: _Group, other: _Group) -> _Group:
    if len(one.total) < len(other.total):
        one, other = other, one
    if len(one.members) == 1:
        # The vector of a document is not the group's to change.
        one.total = dict(one.total)
    total = one.total
    for term, weight in other.total.items():
        total[term] = total.get(term, 0.0) + weight
    one.members += other.members
    one.names |= other.names
    if one.dates and other.dates:
        one.dates = (min(one.dates[0], other.dates[0]), max(one.dates[1], other.dates[1]))
    else:
        one.dates = one.dates or other.dates
    return one
