"""Which documents tell the same story.

Linear in the number of documents, since only documents that share one another's rarest words are
held against one another. An archive that is too large to be held takes the same steps one by one:
terms of each document, frequencies of all, members, postings of their strongest terms, pairs of
nearest documents that are alike, and a clustering of each connected component.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from numcheck.alignment.clustering import cluster, components, likeness
from numcheck.alignment.likeness import Member, frequencies, member, nearest, postings, strongest
from numcheck.alignment.terms import Terms, terms_of
from numcheck.model import Document

__all__ = ["Story", "group", "story_of"]


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


def group(
    documents: Sequence[Document], bags: Mapping[str, Terms] | None = None
) -> tuple[Story, ...]:
    """Group documents by what they are about.

    Args:
        documents: In any order; the result does not depend on it.
        bags: Their terms by id, where they are known already.

    Returns:
        Stories in order of their first document's id; every document is in exactly one.
    """
    ordered = sorted(documents, key=lambda document: (document.id, document.text))
    if len(ordered) == 1:
        return (story_of([ordered[0].id], []),)
    terms = [terms_of(document) if bags is None else bags[document.id] for document in ordered]
    frequency = frequencies(terms)
    members = [
        member(bag, document.published, frequency, len(ordered))
        for document, bag in zip(ordered, terms, strict=True)
    ]
    found: list[list[int]] = []
    for part, links in _components(members):
        found += cluster({index: members[index] for index in part}, links)
    return tuple(
        story_of([ordered[index].id for index in part], [terms[index] for index in part])
        for part in sorted(found)
    )


def _components(
    members: Sequence[Member],
) -> Iterator[tuple[list[int], dict[tuple[int, int], float]]]:
    """Documents that hang together, with how alike two of them are."""
    links = dict(_links(members))
    parts = components(range(len(members)), links)
    where = {index: number for number, part in enumerate(parts) for index in part}
    among: list[dict[tuple[int, int], float]] = [{} for _ in parts]
    for pair, alike in links.items():
        among[where[pair[0]]][pair] = alike
    return zip(parts, among, strict=True)


def _links(members: Sequence[Member]) -> Iterator[tuple[tuple[int, int], float]]:
    """Documents that are alike, the one earlier in order first."""
    keys = [strongest(one.vector) for one in members]
    posted = postings(keys)
    for index, terms in enumerate(keys):
        for other in nearest(index, terms, posted, len(members)):
            alike = likeness(members[index], members[other])
            if alike is not None:
                yield (index, other), alike


def story_of(ids: Sequence[str], bags: Sequence[Terms]) -> Story:
    """The story that documents tell.

    Args:
        ids: Their ids, sorted.
        bags: Their terms, in the same order; not needed for a single document.
    """
    digest = blake2b("\0".join(ids).encode(), digest_size=6).hexdigest()
    if len(ids) == 1:
        return Story(digest, tuple(ids))
    total: Counter[str] = Counter()
    for bag in bags:
        total.update(bag)
    shared = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    return Story(digest, tuple(ids), ", ".join(term for term, _ in shared[:3]))
