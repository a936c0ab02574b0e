"""Telling two similar events apart inside one group of documents.

What the two have in common (the team, the country, the award) is what the group shares; seen
among themselves, the documents fall into two halves, each with names, dates or numbers of its
own that the other half never mentions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from numcheck.alignment.terms import Terms, is_marker

__all__ = ["halves", "told_apart"]

# Judgement. A half has this many documents at least; a marker stands in this share of its own
# half and nowhere in the other. One marker a half is enough, and so is a marker of one half
# alone where it is in most of it and the other half is large.
_LEAST = 4
_SHARE = 0.5
_MOST = 0.7
_LARGE = 8
# Mean likeness of two groups, against the geometric mean of that within each; below this many
# texts a group says little.
_APART = 0.5
_FEW = 3
# Every pair of documents is looked at, so larger groups are left whole.
_BOUND = 64


def halves(bags: Sequence[Terms]) -> tuple[list[int], list[int]] | None:
    """Split a group of documents that tells of two events.

    Args:
        bags: Terms of each document, as :func:`numcheck.alignment.terms.terms_of` gives them.

    Returns:
        Indices of the two halves, the one with the first document first; ``None`` where the
        documents tell of one event, or too few or too many of them to say.
    """
    if not 2 * _LEAST <= len(bags) <= _BOUND:
        return None
    one, other = _bisect(_vectors(bags))
    if min(len(one), len(other)) < _LEAST:
        return None
    names = {term for bag in bags for term, weight in bag.items() if is_marker(term, weight)}
    share, back = _marked(bags, one, other, names), _marked(bags, other, one, names)
    if not (
        min(share, back) >= _SHARE
        or (share >= _MOST and len(other) >= _LARGE)
        or (back >= _MOST and len(one) >= _LARGE)
    ):
        return None
    return one, other


def _vectors(bags: Sequence[Terms]) -> list[Terms]:
    """Unit vectors in which what the whole group shares weighs nothing."""
    frequency = Counter(term for bag in bags for term in bag)
    vectors = []
    for bag in bags:
        vector = {
            term: weight * log((len(bags) + 1) / frequency[term])
            for term, weight in bag.items()
            if frequency[term] > 1
        }
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({term: weight / length for term, weight in vector.items()})
    return vectors


def _bisect(vectors: list[Terms]) -> tuple[list[int], list[int]]:
    """Two halves by average link: the pair of groups most alike is joined until two are left."""
    groups = {index: [index] for index in range(len(vectors))}
    alike: dict[tuple[int, int], float] = {}
    for first, vector in enumerate(vectors):
        for second in range(first + 1, len(vectors)):
            alike[first, second] = _dot(vector, vectors[second])
    while len(groups) > 2:
        best = max(alike, key=lambda pair: (alike[pair], -pair[0], -pair[1]))
        kept, joined = best
        for other in groups:
            if other in best:
                continue
            ours = (min(kept, other), max(kept, other))
            theirs = (min(joined, other), max(joined, other))
            size, add = len(groups[kept]), len(groups[joined])
            alike[ours] = (size * alike[ours] + add * alike.pop(theirs)) / (size + add)
        del alike[best]
        groups[kept] += groups.pop(joined)
    halves_found = sorted(sorted(members) for members in groups.values())
    return halves_found[0], halves_found[1]


def _marked(bags: Sequence[Terms], half: list[int], other: list[int], names: set[str]) -> float:
    """Share of a half that has its most frequent name or number, of those the other lacks."""
    elsewhere = {term for index in other for term in bags[index]}
    counts = Counter(
        term for index in half for term in bags[index] if term in names and term not in elsewhere
    )
    return max(counts.values(), default=0) / len(half)


def told_apart(one: Sequence[Terms], other: Sequence[Terms], left_out: frozenset[str]) -> bool:
    """Whether two groups of texts differ so much that they tell of two events.

    Texts that give different figures for one quantity tell of two events where each group is
    closely knit and the two have little more in common than the whole story has.

    Args:
        one: Terms of the texts with one value.
        other: Terms of the texts with another.
        left_out: Terms that must not count: the values themselves.
    """
    if min(len(one), len(other)) < _FEW or len(one) + len(other) > _BOUND:
        return False
    bags = [{t: w for t, w in bag.items() if t not in left_out} for bag in (*one, *other)]
    vectors = _vectors(bags)
    split = len(one)
    one_knit = _mean(vectors, 0, split)
    other_knit = _mean(vectors, split, len(vectors))
    within = sqrt(max(0.0, one_knit * other_knit))
    products = [_dot(a, b) for a in vectors[:split] for b in vectors[split:]]
    return sum(products) / len(products) < _APART * within


def _mean(vectors: list[Terms], start: int, end: int) -> float:
    """Mean cosine of two different vectors in a range."""
    products = [
        _dot(vectors[first], vectors[second])
        for first in range(start, end)
        for second in range(first + 1, end)
    ]
    return sum(products) / len(products)


def _dot(one: Terms, other: Terms) -> float:
    get = other.get
    return sum(weight * get(term, 0.0) for term, weight in one.items())
