"""Shares in words: ``half of``, ``a quarter``, ``1 in 10``, ``two out of three``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.calendar_words import month_at
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import number_words
from numcheck.extraction.quantities import attach_unit, read_quantity
from numcheck.extraction.units import Unit, match_unit
from numcheck.model import Sentence

__all__ = ["read_every", "read_half_or_quarter", "read_ratio"]

_ARTICLES: Final = frozenset(("a", "an"))
_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_RATIO_RESOLUTION: Final = Decimal("0.02")
_LARGEST_TOP = 20
_LARGEST_BELOW = 100
_NOUN_READINGS: Final = frozenset("nNj")
_CLOSING: Final = frozenset((",", ".", ";", ")", "”", "-"))


def read_ratio(sentence: Sentence, i: int) -> Draft | None:
    """``1 in 10``, ``9 out of 10``: a share, unless the second number bears a unit or is a year."""
    lower, size = sentence.lower, len(sentence.lower)
    at = i + 1
    if at + 1 >= size:
        return None
    dashed = lower[at] == "-" and sentence.glued(at) and lower[at + 1] == "in"
    at += dashed  # a 1-in-4 chance
    if lower[at] in neighbours("share_of") and lower[at + 1] == "in":
        at += 1  # one household in ten
    if lower[at] == "in":
        at += 1
    elif lower[at] == "out" and lower[at + 1] == "of":
        at += 2
    else:
        return None
    at += at < size and lower[at] == ("-" if dashed else "every")
    top, below = _small(sentence, i), _small(sentence, at)
    if not 0 < top < below or top > _LARGEST_TOP or (below > _LARGEST_BELOW and top > 1):
        return None
    if 1500 <= below < 2100 or not _ends_ratio(sentence, at + 1):
        return None
    if lower[i + 1] not in ("in", "out", "-"):
        if at + 1 < size and _is_noun(lower[at + 1]):
            return None  # one person in 10 cities
        draft = _share_of(sentence, i, at + 1, lower[i + 1])
    else:
        draft = Draft(sentence, i, at + 1, "multiplier")
    draft.value = Decimal(top) / Decimal(below)
    draft.resolution = _RATIO_RESOLUTION
    return draft


def _is_noun(word: str) -> bool:
    usual = lookup(word).usual in _NOUN_READINGS
    return usual and word not in neighbours("share_verbs")


def read_every(sentence: Sentence, i: int, order: int) -> Draft | None:
    """``every fourth person``: a share, where people or households are counted.

    Args:
        sentence: The sentence.
        i: Index of the ordinal.
        order: What it stands for.
    """
    lower, noun = sentence.lower, i + 1
    if i == 0 or lower[i - 1] != "every" or order < 2 or noun >= len(lower):
        return None
    if lower[noun] not in neighbours("share_of"):
        return None
    draft = _share_of(sentence, i - 1, i + 1, lower[noun])
    draft.value = Decimal(1) / Decimal(order)
    draft.resolution = _RATIO_RESOLUTION
    return draft


def _share_of(sentence: Sentence, first: int, last: int, noun: str) -> Draft:
    draft = Draft(sentence, first, last, "multiplier")
    draft.counted = lookup(noun).noun
    return draft


def _ends_ratio(sentence: Sentence, at: int) -> bool:
    """Whether the second number ends before token ``at``: no month, no unit of time, no letters."""
    if at >= len(sentence.lower):
        return True
    if month_at(sentence, at) or sentence.lower[at] in _time_units():
        return False
    return not sentence.glued(at) or sentence.lower[at] in _CLOSING


@cache
def _time_units() -> frozenset[str]:
    return frozenset(
        surface.rstrip("+") + ending
        for name, kind, surfaces in vocabulary.table("units", 3)
        if kind == "duration"
        for surface in surfaces.split("|")
        for ending in ("", "s")
    )


def _small(sentence: Sentence, i: int) -> int:
    """The small whole number at token ``i``, or 0."""
    if i >= len(sentence.lower):
        return 0
    word = sentence.lower[i]
    if word.isdecimal() and len(word) <= 7:
        return int(word)
    found = number_words().get(word)
    return int(found[1]) if found is not None and found[0] in ("unit", "teen", "ten") else 0


def read_half_or_quarter(sentence: Sentence, i: int, done: int) -> Draft | None:
    """``half of``, ``a quarter``, ``half a million``; not ``the first half``.

    Args:
        sentence: The sentence.
        i: Index of a word of class ``fraction``.
        done: Index past what earlier figures took.
    """
    lower = sentence.lower
    word = lower[i]
    if word not in ("half", "quarter"):
        return None
    before = lower[i - 1] if i > 0 else ""
    if before == "-" or before in neighbours("before_period"):
        return None
    if number_words().get(before, ("",))[0] == "ordinal":
        return None
    following = lower[i + 1] if i + 1 < len(lower) else ""
    first = i - 1 if before in _ARTICLES and i - 1 >= done else i
    if word == "quarter":
        return _quarter(sentence, i, first, following)
    return _half(sentence, i, first, following, done)


def _quarter(sentence: Sentence, i: int, first: int, following: str) -> Draft | None:
    lower = sentence.lower
    if following in ("million", "billion"):
        return _scaled_quarter(sentence, i, first)
    if first == i:
        return None
    if following == "-":
        compound = lower[i + 2] if i + 2 < len(lower) else ""
        return (
            read_quantity(sentence, first) if compound in neighbours("quarter_compounds") else None
        )
    # "grew by more than a quarter."
    shared = first > 0 and lower[first - 1] in neighbours("before_share")
    shared = shared or following in neighbours("after_quarter")
    return read_quantity(sentence, first) if shared else None


def _scaled_quarter(sentence: Sentence, i: int, first: int) -> Draft:
    """``a quarter million``."""
    scale = Decimal(number_words()[sentence.lower[i + 1]][1])
    draft = Draft(sentence, first, i + 2, "count")
    draft.value, draft.scale = scale / 4, scale
    draft.resolution = scale / 20
    attach_unit(draft)
    return draft


def _half(sentence: Sentence, i: int, first: int, following: str, done: int) -> Draft | None:
    lower, size = sentence.lower, len(sentence.lower)
    before = lower[i - 1] if i > 0 else ""
    if i > 3 and lower[i - 2 : i] == ["and", "a"] and lower[i - 4] in ("a", "an", "one"):
        whole = match_unit(sentence, i - 3)
        if whole is not None and whole.next == i - 2 and first > i - 4 >= done:
            return _one_and_a_half(sentence, i, whole)
    if following == "-":
        if i + 2 >= size:
            return read_quantity(sentence, i)
        if lower[i + 2] in neighbours("half_compounds"):
            return None
        scaled = lower[i + 2] in number_words()
        return read_quantity(sentence, i) if scaled else _half_unit(sentence, i, first)
    if following in ("hour", "hours"):
        return _half_unit(sentence, i, first)
    scaled = number_words().get(following, ("",))[0] in ("scale", "hundred")
    if not scaled and following not in neighbours("after_fraction"):
        return None
    if before in neighbours("before_whole_half") and following != "of":
        return None
    if following in _ARTICLES and i + 2 < size:
        unit = _half_unit(sentence, i, i)
        if unit is not None:
            return unit
    return read_quantity(sentence, i)


def _one_and_a_half(sentence: Sentence, i: int, unit: Unit) -> Draft:
    """``a year and a half``."""
    draft = Draft(sentence, i - 4, i + 1, unit.kind)
    draft.unit, draft.value, draft.resolution = unit.name, Decimal("1.5"), _TENTH
    return draft


def _half_unit(sentence: Sentence, i: int, first: int) -> Draft | None:
    """``half an hour``, ``a half-century``, ``half-mile``."""
    at = i + 1
    if sentence.lower[at] in ("-", "a", "an"):
        at += 1
    unit = match_unit(sentence, at)
    if unit is None:
        return None
    draft = Draft(sentence, first, unit.next, unit.kind)
    century = unit.name == "century"
    draft.unit = "year" if century else unit.name
    draft.value = Decimal(50) if century else _HALF
    draft.resolution = Decimal(10) if century else _TENTH
    return draft
