"""A conversion in brackets is bounded as what it converts: ``about 1,500 pounds (680 kg)``."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.model.scale import scales

__all__ = ["share_bounds"]

_BOUNDLESS: Final = frozenset(("exact", "range", "vague"))


def share_bounds(drafts: list[Draft]) -> None:
    """Give a conversion the bound, hedge and relative width of the figure before its bracket.

    Args:
        drafts: The figures of a sentence in text order, with bounds and intervals; changed.
    """
    for k in range(1, len(drafts)):
        before, draft = drafts[k - 1], drafts[k]
        if before.bound in _BOUNDLESS or draft.bound != "exact" or draft.hedge is not None:
            continue
        if not before.value or draft.value is None or not _converts(before, draft):
            continue
        factor = draft.value / before.value
        if factor <= 0:
            continue  # 20F (-7C)
        draft.bound, draft.hedge = before.bound, before.hedge
        draft.low = None if before.low is None else before.low * factor
        draft.high = None if before.high is None else before.high * factor
        draft.low_open, draft.high_open = before.low_open, before.high_open


def _converts(before: Draft, draft: Draft) -> bool:
    """Whether the same quantity stands in another unit or currency right behind a bracket."""
    if draft.sentence.words[before.last : draft.first] not in (["("], ["["]):
        return False
    if draft.kind != before.kind or before.unit == draft.unit:
        return False
    if before.unit is None or draft.unit is None:
        return False
    if before.kind == "money":
        return True
    one, other = scales().get(before.unit), scales().get(draft.unit)
    if one is None or other is None:
        return before.unit.count(" / ") == draft.unit.count(" / ")
    return one.dimension == other.dimension
