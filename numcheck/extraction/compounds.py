"""Compounds of a number whose hyphen stands between spaces: ``a 12 - door bus``.

Some wires and corpora part every hyphen from its words. A pause is written likewise, so the
number must follow a determiner, and one noun in the singular must lead to another.
"""

from __future__ import annotations

from typing import Final

from numcheck.extraction.lexicon import NOUN, PLURAL, lookup
from numcheck.extraction.neighbours import neighbours
from numcheck.model import Sentence

__all__ = ["is_spaced_compound"]

_NOUNS: Final = frozenset("nNpj")


def is_spaced_compound(sentence: Sentence, at: int, left: int) -> bool:
    """Whether the hyphen at token ``at`` joins the number before it to the noun behind.

    Args:
        sentence: The sentence.
        at: Index of the token behind the number.
        left: First token of the number, with its hedges.
    """
    lower = sentence.lower
    if at + 2 >= len(lower) or lower[at] != "-" or left == 0:
        return False
    if sentence.glued(at) or sentence.glued(at + 1):
        return False
    if lower[left - 1] not in neighbours("before_compound"):
        return False
    joined, head = lower[at + 1], lower[at + 2]
    if not (sentence.words[at + 1].islower() and joined.isalpha() and head[0].isalpha()):
        return False
    entry = lookup(joined)
    singular = entry.flags & NOUN and not entry.flags & PLURAL and not entry.closed
    return bool(singular) and lookup(head).usual in _NOUNS
