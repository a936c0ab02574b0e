"""What stands between two figures: the item of a list, or a clause that leaves out its verb."""

from __future__ import annotations

from numcheck.extraction.draft import Draft
from numcheck.extraction.phrases import NONE, Phrases

__all__ = ["is_gapped", "is_verbless", "item_start"]

_FAR = 24  # tokens


def item_start(phrases: Phrases, before: Draft | None, comma: int) -> int:
    """Where the item begins in ``Lot 1, £3m (€4m), Lot 2, £5m``; -1 if it is no list.

    Args:
        phrases: The noun phrases of the sentence.
        before: The figure before the item.
        comma: The comma behind it.
    """
    tags, owner = phrases.tags, phrases.owner
    if before is None or comma - before.last > _FAR:
        return NONE
    begin = before.last
    if begin < comma and owner[begin] != NONE and owner[begin] == owner[before.first]:
        begin = phrases.ends[owner[begin]]
    while begin < comma and tags[begin] in "),C(#":
        begin += 1
    between = tags[begin:comma]
    if not any(mark in "nNp" for mark in between):
        return NONE
    return NONE if any(mark in ",vzdegBHDMPTWO;" for mark in between) else begin


def is_gapped(phrases: Phrases, before: Draft | None, start: int) -> bool:
    """Whether a verb is left out before ``start``: ``rose 5%, Burlow by 2%``."""
    if before is None:
        return False
    j = start - 1
    while j >= before.last and phrases.tags[j] in "C,":
        j -= 1
    return j < start - 1 and j + 1 == before.last


def is_verbless(phrases: Phrases, begin: int, end: int) -> bool:
    """Whether no verb and no end of a clause stands between two tokens."""
    return not any(mark in "vzdBHDM;" for mark in phrases.tags[begin:end])
