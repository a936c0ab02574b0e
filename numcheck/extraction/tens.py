"""Plurals of numbers: ``in her 40s``, ``mid-20s``, ``the under-25s``, ``the late 80s``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.model import Sentence

__all__ = ["read_tens"]

_DASHES: Final = frozenset(("-", "–", "‑"))
_OLDEST: Final = 122
_FIRST_DECADE: Final = 20
_THIRDS: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_WHOLE: Final = (0, 9)
_GROUP_STEPS: Final = frozenset((0, 1, 5, 6, 8))
"""Last digits of the ages that divide groups (under-21s, over-65s, under-16s, under-18s)."""
_NEAR: Final = 20


def read_tens(sentence: Sentence, i: int) -> Draft | None:
    """A group of ages, a decade or a stretch of a scale, whose digits at ``i`` an "s" follows.

    ``in her 40s`` and ``mid-20s men`` are ages, ``the 80s`` and ``the late-60s`` a decade, and
    ``temperatures in the mid-80s`` a range of numbers; ``30s`` alone is none of them.

    Args:
        sentence: The sentence.
        i: Index of the digits, with "s" glued behind them.
    """
    words, lower = sentence.words, sentence.lower
    if i + 1 >= len(words) or lower[i + 1] != "s" or not sentence.glued(i + 1):
        return None
    if not words[i].isdecimal() or len(words[i]) > 3 or int(words[i]) > _OLDEST:
        return None
    number = int(words[i])
    dashed = i > 1 and words[i - 1] in _DASHES and sentence.glued(i)
    at = i - 2 if dashed else i - 1
    prefix = lower[at] if at >= 0 else ""
    if prefix in ("under", "over") and (dashed or number % 10 in _GROUP_STEPS):
        return _bounded(sentence, i, at, number)
    if number % 10 or not number:
        return None
    third = _THIRDS.get(prefix)
    owner_at = at - 1 if third else i - 1
    owner = lower[owner_at] if owner_at >= 0 else ""
    if owner in neighbours("age_owners") or (third and dashed and owner != "the"):
        draft = _group(sentence, i)
    elif owner == "the" and (third or i == owner_at + 1) and _FIRST_DECADE <= number < 100:
        near = lower[max(0, i - _NEAR) : i] + lower[i + 2 : i + _NEAR]
        if neighbours("scale_words").isdisjoint(near):
            return _decade(sentence, i)
        draft = Draft(sentence, i, i + 2, "count")
        draft.resolution = Decimal(1)
    else:
        return None
    low, high = third or _WHOLE
    draft.low, draft.high, draft.bound = Decimal(number + low), Decimal(number + high), "range"
    if third:
        draft.hedge = prefix
    return draft


def _decade(sentence: Sentence, i: int) -> Draft:
    draft = Draft(sentence, i, i + 2, "date")
    draft.iso = f"19{sentence.words[i][0]}X"
    return draft


def _bounded(sentence: Sentence, i: int, left: int, number: int) -> Draft:
    draft = _group(sentence, i)
    draft.value = Decimal(number)
    draft.hedge, draft.left = sentence.lower[left], left
    if draft.hedge == "under":
        draft.bound, draft.high, draft.high_open = "less_than", draft.value, True
    else:
        draft.bound, draft.low, draft.low_open = "more_than", draft.value, True
    return draft


def _group(sentence: Sentence, i: int) -> Draft:
    draft = Draft(sentence, i, i + 2, "age")
    draft.unit, draft.resolution = "year", Decimal(1)
    return draft
