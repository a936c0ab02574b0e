"""House numbers, post codes and telephone numbers: digits that count nothing."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.model import Sentence

__all__ = ["read_address", "read_post_code", "read_telephone"]

_DASHES: Final = frozenset(("-", "–", "‑", "−"))
_ORDINAL_ENDINGS: Final = frozenset(("st", "nd", "rd", "th"))
_STREET_REACH = 4
_POST_CODE = 5
_FEWEST_DIGITS = 7  # of a telephone number
_MOST_GROUPS = 8
_LAST_GROUP = 4


@cache
def _streets() -> frozenset[str]:
    return frozenset(vocabulary.lines("street_words"))


def read_address(sentence: Sentence, i: int) -> Draft | None:
    """A house number: ``49 Old Mill Road``, ``9 E 71st St``."""
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    at = i + 1
    if len(words[i]) > _POST_CODE or not words[i].isdecimal():
        return None
    if at + 1 < size and words[at] in _DASHES and sentence.glued(at + 1):
        at += 2 if words[at + 1].isdecimal() else 0
    for k in range(at, min(at + _STREET_REACH, size)):
        capital = words[k][0].isupper() or words[k][0].isdecimal()
        if not capital and words[k] not in _ORDINAL_ENDINGS:
            return None
        if lower[k] in (_streets() if k > at else neighbours("streets_first")):
            return Draft(sentence, i, at, "identifier")
    return None


def read_post_code(sentence: Sentence, i: int) -> Draft | None:
    """Five digits behind the letters of a state or before ``ZIP`` (``IL 60611``)."""
    words = sentence.words
    if len(words[i]) != _POST_CODE or not words[i].isdecimal():
        return None
    state = i > 0 and len(words[i - 1]) == 2 and words[i - 1].isupper()
    if state or (i + 1 < len(words) and sentence.lower[i + 1] in neighbours("zip_words")):
        return Draft(sentence, i, i + 1, "identifier")
    return None


def read_telephone(sentence: Sentence, i: int) -> Draft | None:
    """A number with a leading zero or plus and further groups of digits; also ``007``."""
    words = sentence.words
    word = words[i]
    if not word.isdecimal():
        return None
    plus = i > 0 and words[i - 1] == "+" and sentence.glued(i)
    zero = len(word) > 1 and word[0] == "0"
    if not zero and not plus and len(word) != 3:
        return None
    last, digits, groups = _groups(sentence, i)
    if plus and digits < _FEWEST_DIGITS:
        return None
    if not zero and not plus:
        dashed = words[i + 1 : i + 2] != [] and words[i + 1] in _DASHES
        national = digits == 10 and groups == 3
        local = digits == _FEWEST_DIGITS and groups == 2 and dashed
        if len(words[last - 1]) != _LAST_GROUP or not (national or local):
            return None
    return Draft(sentence, i - 1 if plus else i, last, "identifier")


def _groups(sentence: Sentence, i: int) -> tuple[int, int, int]:
    """Index past the groups of digits that stand close together, digits in all, and groups."""
    words, size = sentence.words, len(sentence.words)
    last, digits, groups = i + 1, len(words[i]), 1
    while last < size and groups < _MOST_GROUPS:
        at = last + 1 if words[last] in _DASHES or words[last] in "()" else last
        if at >= size or not words[at].isdecimal():
            break
        if sentence.starts[at] - sentence.ends[last - 1] > 2:
            break
        digits, groups, last = digits + len(words[at]), groups + 1, at + 1
    return last, digits, groups
