"""Which documents tell the same story.

Average-link clustering over the words that documents share, made linear by looking only at
documents that share one of each other's rarest words. Two clusters that are each much closer
knit than they are to one another stay apart: two earthquakes in one country, two matches of
one team.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from math import log, sqrt

from numcheck.alignment.contrast import halves
from numcheck.alignment.terms import Terms, is_name, terms_of
from numcheck.model import Document

__all__ = ["Story", "group"]

# Judgement, set on clusters of news texts: mean cosine above which two groups tell one story.
_ALIKE = 0.13
# The same for two groups of which each is closer knit than they are to one another.
_COHESION = 0.5
# Texts with this many names each tell one story only if they share so many of them.
_NAMED = 3
_SHARED_NAMES = 0.2
# A name that more than one in so many documents has tells nothing.
_COMMON = 20
# Reports of one event are rarely further apart.
_DAYS = 30
# Candidates are sought through this many of a document's strongest terms, and only through
# terms that this many documents share: that bounds the work for a document.
_KEYS = 16
_POSTINGS = 48
_WINDOW = 12
# Two documents are held against one another if they share this many strong terms; in a small set
# one is enough.
_SHARED = 2
_SMALL = 32
_NEAREST = 24
# The heaviest terms of a document decide; the others cost time.
_TERMS = 48


@dataclass(frozen=True, slots=True)
class Story:
    """Documents that tell of one event.

    Attributes:
        id: Depends on the documents' ids only.
        documents: Ids of the documents, sorted.
        label: Words that the documents share, for a heading; empty for a single document.
    """

    id: str
    documents: tuple[str, ...]
    label: str = ""


class _Group:
    """Documents joined so far.

    Attributes:
        members: Their indices.
        total: Sum of their unit vectors, so that a dot product of two totals is the sum of all
            cosines between two groups.
        names: Names in their texts.
        dates: Earliest and latest day of publication, as ordinals, where known.
    """

    __slots__ = ("dates", "members", "names", "total")

    def __init__(self, member: int, vector: Terms, names: set[str], day: int | None) -> None:
        self.members = [member]
        self.total = vector
        self.names = names
        self.dates = (day, day) if day is not None else None

    def cohesion(self) -> float | None:
        """Mean cosine between two members; ``None`` for a single document."""
        count = len(self.members)
        if count < 2:
            return None
        squares = sum(weight * weight for weight in self.total.values())
        return (squares - count) / (count * (count - 1))


def group(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Group documents by what they are about.

    Args:
        documents: In any order; the result does not depend on it.

    Returns:
        Stories in order of their first document's id; every document is in exactly one.
    """
    ordered = sorted(documents, key=lambda document: (document.id, document.text))
    if len(ordered) == 1:
        return (_story(ordered, [0], []),)
    bags = [terms_of(document) for document in ordered]
    frequency = _frequency(bags)
    groups = _cluster(
        _vectors(bags, frequency),
        _names(bags, frequency),
        [_day(document.published) for document in ordered],
    )
    parts: list[list[int]] = []
    for cluster in groups:
        parts += _events(sorted(cluster.members), bags)
    return tuple(_story(ordered, members, bags) for members in sorted(parts))


def _events(members: list[int], bags: list[Terms]) -> list[list[int]]:
    """The events that a group of documents tells of, each with its documents."""
    split = halves([bags[member] for member in members])
    if split is None:
        return [members]
    one, other = ([members[index] for index in half] for half in split)
    return _events(one, bags) + _events(other, bags)


def _story(documents: Sequence[Document], members: list[int], bags: list[Terms]) -> Story:
    ids = tuple(documents[index].id for index in members)
    digest = blake2b("\0".join(ids).encode(), digest_size=6).hexdigest()
    if len(members) == 1:
        return Story(digest, ids)
    total: Counter[str] = Counter()
    for index in members:
        total.update(bags[index])
    shared = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return Story(digest, ids, ", ".join(term for term, _ in shared[:3]))


def _frequency(bags: list[Terms]) -> Counter[str]:
    """In how many documents each term stands."""
    return Counter(term for bag in bags for term in bag)


def _vectors(bags: list[Terms], frequency: Counter[str]) -> list[Terms]:
    """Unit vectors of the documents; a term of one document only counts towards the length."""
    size = len(bags) + 10
    rarity = {term: 1.5 + log(size / (count + 1)) for term, count in frequency.items()}
    vectors = []
    for bag in bags:
        vector = {term: weight * rarity[term] for term, weight in bag.items()}
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        kept = sorted((-w, term) for term, w in vector.items() if frequency[term] > 1)[:_TERMS]
        vectors.append({term: -weight / length for weight, term in kept})
    return vectors


def _names(bags: list[Terms], frequency: Counter[str]) -> list[set[str]]:
    """The names in each document, without those that half the world's texts share."""
    limit = max(_SMALL, len(bags) // _COMMON)
    return [
        {term for term, w in bag.items() if is_name(term, w) and frequency[term] <= limit}
        for bag in bags
    ]


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def _neighbours(vectors: list[Terms]) -> list[set[int]]:
    """Documents that share several of their strongest terms."""
    postings: dict[str, list[int]] = {}
    strongest = [
        [term for _, term in sorted((-weight, term) for term, weight in vector.items())[:_KEYS]]
        for vector in vectors
    ]
    for index, keys in enumerate(strongest):
        for term in keys:
            postings.setdefault(term, []).append(index)
    shared: list[Counter[int]] = [Counter() for _ in vectors]
    for members in postings.values():
        # In a term of a large story, a document's next neighbours stand for the others.
        reach = len(members) if len(members) <= _POSTINGS else _WINDOW
        for place, index in enumerate(members):
            shared[index].update(members[place + 1 : place + reach])
    near: list[set[int]] = [set() for _ in vectors]
    least = 1 if len(vectors) <= _SMALL else _SHARED
    for index, counts in enumerate(shared):
        ranked = sorted((-count, other) for other, count in counts.items() if count >= least)
        for _, other in ranked[:_NEAREST]:
            near[index].add(other)
            near[other].add(index)
    return near


def _cluster(vectors: list[Terms], names: list[set[str]], days: list[int | None]) -> list[_Group]:
    """Average link, the most alike pair first.

    A pair that waits while one of its groups grows is weighed anew when its turn comes, and each
    pair of groups once at most: that keeps a story of thousands of documents affordable.
    """
    groups = {
        index: _Group(index, vector, names[index], days[index])
        for index, vector in enumerate(vectors)
    }
    heap: list[tuple[float, int, int]] = []
    for index, others in enumerate(_neighbours(vectors)):
        for other in sorted(others):
            if other > index:
                _offer(heap, groups, index, other)
    joined: dict[int, int] = {}
    weighed: set[tuple[int, int]] = set()
    fresh = len(vectors)
    while heap:
        negative, first, second = heapq.heappop(heap)
        now = _current(joined, first), _current(joined, second)
        if now[0] == now[1]:
            continue
        if now != (first, second):
            pair = min(now), max(now)
            if pair not in weighed:
                weighed.add(pair)
                _offer(heap, groups, *pair)
            continue
        if not _apart(groups[first], groups[second], -negative):
            groups[fresh] = _merge(groups.pop(first), groups.pop(second))
            joined[first] = joined[second] = fresh
            fresh += 1
    return list(groups.values())


def _current(joined: dict[int, int], key: int) -> int:
    """The group that a group has become a part of."""
    top = key
    while top in joined:
        top = joined[top]
    while key != top:
        joined[key], key = top, joined[key]
    return top


def _offer(
    heap: list[tuple[float, int, int]], groups: dict[int, _Group], first: int, second: int
) -> None:
    """Put a pair of groups on the heap where they are alike enough to be joined."""
    one, other = groups[first], groups[second]
    fewest = min(len(one.names), len(other.names))
    if fewest >= _NAMED and len(one.names & other.names) < _SHARED_NAMES * fewest:
        # The same words about other people and places: last week's report on the same market.
        return
    small, large = one.total, other.total
    if len(small) > len(large):
        small, large = large, small
    get = large.get
    product = sum(weight * get(term, 0.0) for term, weight in small.items())
    alike = product / (len(one.members) * len(other.members))
    if alike >= _ALIKE:
        heapq.heappush(heap, (-round(alike, 9), first, second))


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
        # The vector and the names of a document are not the group's to change.
        one.total, one.names = dict(one.total), set(one.names)
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
