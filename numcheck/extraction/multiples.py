"""Multiples and orders of magnitude: ``doubled``, ``three times as many``, ``a six-figure sum``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import number_words
from numcheck.model import Sentence

__all__ = ["as_multiple", "read_figures", "read_multiple"]

_FIGURE_WORDS: Final = frozenset(("figure", "figures", "digit", "digits"))
_BARE_MULTIPLES: Final = frozenset(("double", "triple", "treble", "quadruple", "twice", "thrice"))
_OCCASIONS: Final = frozenset(("twice", "thrice"))
_MOST_FIGURES = 15


def as_multiple(draft: Draft) -> Draft:
    """``three times as many`` is a multiplier, ``three times this season`` a count."""
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    if draft.kind != "count" or at >= size:
        return draft
    if lower[at] == "times" and at + 1 < size and lower[at + 1] in neighbours("after_times"):
        if not _is_period(lower, at + 1):
            draft.kind, draft.counted = "multiplier", "time"
    elif lower[at] == "x" and sentence.glued(at) and not _goes_on(sentence, at + 1):
        draft.kind = "multiplier"
        draft.stretch(at + 1)
    elif lower[at] in ("-", "fold") and "fold" in lower[at : at + 2]:
        draft.kind = "multiplier"
        draft.stretch(at + 1 if lower[at] == "fold" else at + 2)
    return draft


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether a second number follows the ``x`` of ``4x100`` or ``4x6``."""
    return at < len(sentence.words) and sentence.words[at][0].isdecimal()


def _is_period(lower: list[str], at: int) -> bool:
    """Whether ``this year`` stands at ``at``, rather than ``this year's level``."""
    if lower[at] not in ("this", "last") or at + 1 >= len(lower):
        return False
    return lower[at + 1] in neighbours("periods") and lower[at + 2 : at + 3] not in (["'s"], ["’s"])


def read_figures(sentence: Sentence, i: int) -> Draft | None:
    """``a six-figure sum``, ``a 6-figure sum``: a number of so many digits; else ``None``."""
    lower = sentence.lower
    if i + 2 >= len(lower) or lower[i + 1] != "-" or lower[i + 2] not in _FIGURE_WORDS:
        return None
    digits = int(lower[i]) if lower[i].isdecimal() else int(number_words()[lower[i]][1])
    if not 1 < digits <= _MOST_FIGURES:
        return None
    draft = Draft(sentence, i, i + 3, "count")
    draft.low = Decimal(10) ** (digits - 1)
    draft.high = Decimal(10) ** digits - 1
    draft.bound, draft.resolution = "vague", draft.low
    return draft


def read_multiple(sentence: Sentence, i: int, value: Decimal) -> Draft | None:
    """``doubled``; ``double`` only before what it multiplies; ``twice`` may count occasions."""
    lower = sentence.lower
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if lower[i].startswith("doubl") and following in neighbours("after_idle_multiple"):
        return None
    if lower[i] in _BARE_MULTIPLES and following not in neighbours("after_multiple"):
        if lower[i] not in _OCCASIONS:
            return None
        draft = _done(sentence, i, "count", value)
        draft.counted = "time"
        return draft
    return _done(sentence, i, "multiplier", value)


def _done(sentence: Sentence, i: int, kind: str, value: Decimal) -> Draft:
    draft = Draft(sentence, i, i + 1, kind)
    draft.value = value
    draft.resolution = Decimal(1)
    return draft
