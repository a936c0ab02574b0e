"""Number words that count nothing: "one" as a pronoun, "zero" in a term."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import number_words
from numcheck.model import Sentence

__all__ = ["is_part_of_a_term", "is_pronoun"]

_NOUN_READINGS: Final = frozenset("nNjeg")
_OWNERS: Final = frozenset(("the", "its", "his", "her", "their", "our", "my"))


def is_pronoun(sentence: Sentence, i: int) -> bool:
    """Whether "one" is a pronoun: it counts only what directly follows it."""
    lower, size = sentence.lower, len(sentence.lower)
    before = lower[i - 1] if i > 0 else ""
    following = lower[i + 1] if i + 1 < size else ""
    beyond = lower[i + 2] if i + 2 < size else ""
    found = number_words().get(following)
    if found is not None and found[0] in ("scale", "hundred"):
        return False
    if following == "-":
        return False
    if following in ("and", "in", "out"):
        return following == "in" or beyond != "a"
    if following == "of" and beyond in _OWNERS:
        return False
    if before in neighbours("before_pronoun_one") or following in _one_stops():
        return True
    if before == "at" and following in neighbours("one_moments"):
        return True
    if not following or not following[0].isalpha():
        return following != "%"
    if sentence.words[i + 1][0].isupper():
        return False
    return lookup(following).usual not in _NOUN_READINGS


def is_part_of_a_term(lower: list[str], i: int) -> bool:
    """Whether "zero" is part of a term (``net-zero``, ``zero tolerance``)."""
    before = [word for word in lower[max(0, i - 2) : i] if word != "-"]
    behind = [word for word in lower[i + 1 : i + 3] if word != "-"]
    if before and before[-1] in neighbours("before_no_zero"):
        return True
    return behind != [] and behind[0] in neighbours("after_no_zero")


@cache
def _one_stops() -> frozenset[str]:
    """Words behind "one" that show it to be a pronoun or part of a phrase."""
    return frozenset(vocabulary.lines("pronoun_one"))
