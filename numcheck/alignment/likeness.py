"""What a document shares with others, weighed, and which others are worth holding against it.

Everything here is pure: frequencies, the number of documents and postings are given, so that an
archive that keeps them elsewhere gets the same result as documents that are all at hand.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from math import log, sqrt

from numcheck.alignment.terms import Terms, is_name

__all__ = ["Member", "frequencies", "member", "nearest", "postings", "strongest"]

# A name that more than one in so many documents has tells nothing.
_COMMON = 20
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
class Member:
    """A document as clustering sees it.

    Attributes:
        bag: Its terms, as :func:`numcheck.alignment.terms.terms_of` gives them.
        vector: Its heaviest terms, with weights of a vector of length one at most.
        names: The names among its terms that not half the world's texts share.
        day: The day of publication, as an ordinal, where known.
    """

    bag: Terms
    vector: Terms
    names: frozenset[str]
    day: int | None


def frequencies(bags: Iterable[Terms]) -> Counter[str]:
    """In how many documents each term stands; sums over parts of an archive add up."""
    return Counter(term for bag in bags for term in bag)


def member(bag: Terms, published: str, frequency: Mapping[str, int], documents: int) -> Member:
    """A document, weighed by how rare its terms are.

    Args:
        bag: Its terms.
        published: Day of publication (ISO 8601), or an empty text.
        frequency: In how many documents each of its terms stands, of all documents.
        documents: How many documents there are in all.
    """
    size = documents + 10
    vector = {
        term: weight * (1.5 + log(size / (frequency[term] + 1))) for term, weight in bag.items()
    }
    length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    # A term of one document only counts towards the length.
    heaviest = heapq.nsmallest(
        _TERMS, ((-weight, term) for term, weight in vector.items() if frequency[term] > 1)
    )
    limit = max(_SMALL, documents // _COMMON)
    names = frozenset(
        term for term, weight in bag.items() if is_name(term, weight) and frequency[term] <= limit
    )
    return Member(
        bag, {term: -weight / length for weight, term in heaviest}, names, _day(published)
    )


def _day(published: str) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


def strongest(vector: Terms) -> list[str]:
    """The terms through which a document is found: those of most weight, heaviest first.

    Args:
        vector: The vector of a :class:`Member`, whose terms stand in order of weight.
    """
    return list(islice(vector, _KEYS))


def postings(keys: Sequence[Sequence[str]]) -> dict[str, list[int]]:
    """The documents of each strong term.

    Args:
        keys: The strongest terms of each document, in order of the documents.

    Returns:
        Indices of documents by term, ascending.
    """
    found: dict[str, list[int]] = {}
    for index, terms in enumerate(keys):
        for term in terms:
            found.setdefault(term, []).append(index)
    return found


def nearest(
    index: int, keys: Sequence[str], postings: Mapping[str, Sequence[int]], documents: int
) -> list[int]:
    """The documents behind a document in order that share several of its strongest terms.

    Args:
        index: Place of the document among all documents, which are in order of id.
        keys: Its strongest terms.
        postings: Indices of documents by term, ascending; other terms than the keys may be left
            out.
        documents: How many documents there are in all.

    Returns:
        Indices greater than ``index``, those that share most terms first; at most 24.
    """
    shared: Counter[int] = Counter()
    for term in keys:
        members = postings[term]
        # In a term of a large story, a document's next neighbours stand for the others.
        reach = len(members) if len(members) <= _POSTINGS else _WINDOW
        place = bisect_right(members, index)
        shared.update(members[place : place + reach - 1])
    least = 1 if documents <= _SMALL else _SHARED
    ranked = ((-count, other) for other, count in shared.items() if count >= least)
    return [other for _, other in heapq.nsmallest(_NEAREST, ranked)]
