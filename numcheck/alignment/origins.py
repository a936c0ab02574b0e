"""How many independent origins some figures have: ten copies of one agency text are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.alignment.names import name_parts
from numcheck.alignment.profile import Profile
from numcheck.model import Document

__all__ = ["count_origins", "origin_keys"]


def origin_keys(item: Profile, document: Document) -> tuple[str, ...]:
    """What two figures of one origin share: the speaker, else the outlet; or the passage.

    Args:
        item: A figure.
        document: Its document.
    """
    attribution = item.figure.attribution
    if attribution is not None and (parts := name_parts(attribution.source)):
        speaker = "says " + " ".join(sorted(parts))
    else:
        speaker = "outlet " + (document.source.lower() or document.id)
    if len(item.context) < 4:
        return (speaker,)
    return speaker, "passage " + " ".join(sorted(item.context))


def count_origins(items: Sequence[Profile], documents: Mapping[str, Document]) -> int:
    """Number of groups of figures that share no speaker, outlet or passage.

    Args:
        items: Figures of one claim.
        documents: Documents by id.
    """
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            key = parent[key]
        return key

    firsts = []
    for item in items:
        keys = origin_keys(item, documents[item.figure.document])
        for key in keys[1:]:
            parent[root(key)] = root(keys[0])
        firsts.append(keys[0])
    return len({root(key) for key in firsts})
