"""Numbers within names of products: ``Note 20 Ultra``, ``the 737``, ``the 11 Pro``."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.calendar_words import month_at
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.neighbours import neighbours
from numcheck.model import Sentence

__all__ = ["read_model"]

_OPENING: Final = frozenset((".", "“", '"', ":", ";", "(", "!", "?", ","))
_NAME_READINGS: Final = frozenset("nN")
_LONGEST_TITLE = 6  # words
_LONGEST_MODEL = 5


def read_model(sentence: Sentence, i: int) -> Draft | None:
    """A number within a product's name: ``Note 20 Ultra``, ``two new 737 Max jets``."""
    words, size = sentence.words, len(sentence.words)
    word = words[i]
    if i + 1 >= size or not word.isdecimal() or len(word) > _LONGEST_MODEL:
        return None
    after = words[i + 1]
    if word in neighbours("emergency_numbers"):
        beside = (sentence.lower[i - 1] if i else "", sentence.lower[i + 1])
        if not neighbours("emergency_words").isdisjoint(beside):
            return Draft(sentence, i, i + 1, "identifier")
    if word in neighbours("jets"):
        named = i > 0 and sentence.lower[i - 1] == "the" and not _is_nominal(after)
        if named or after[0].isupper() or after in neighbours("jet_words"):
            return Draft(sentence, i, i + 1, "identifier")
    endings = neighbours("model_endings")
    behind = words[i + 2] if i + 2 < size else "."
    if after in endings and len(word) <= 2 and (behind in endings or not _is_nominal(behind)):
        return Draft(sentence, i, i + 1, "identifier")
    if i < 2 or not words[i - 1][0].isupper():
        return None
    if after in neighbours("after_titled_number"):
        return _titled(sentence, i)
    if not after[0].isupper():
        return None
    if not words[i - 1].isalpha() or after.endswith("s") or len(word) == 4:
        return None
    if month_at(sentence, i - 1) or month_at(sentence, i + 1) or words[i - 2] in _OPENING:
        return None
    beyond = sentence.lower[i + 2] if i + 2 < size else "."
    if beyond[0].isalpha() and _is_nominal(beyond):
        return None
    return Draft(sentence, i, i + 1, "identifier")


def _is_nominal(word: str) -> bool:
    return lookup(word.lower()).usual in "nNj"


def _titled(sentence: Sentence, i: int) -> Draft | None:
    """The number that ends a name of two words or more (``Galaxy Note 7``)."""
    words, lower = sentence.words, sentence.lower
    if not words[i - 1].isalpha() or not words[i - 2].isalpha() or len(words[i]) > 2:
        return None
    if not words[i - 2][0].isupper() or lower[i - 2] in neighbours("before_place"):
        return None
    first = i - 2
    while first > max(0, i - _LONGEST_TITLE) and words[first - 1][0].isupper():
        first -= 1
    # In a headline every word has a capital, its verb too (Quake in Iran Kills 10).
    if (
        first == 0
        or not words[first - 1].islower()
        or words[first - 1] in neighbours("before_titled_place")
    ):
        return None
    reading = lookup(lower[i - 1]).usual
    if reading not in _NAME_READINGS or lower[i - 1].endswith("s"):
        return None
    if month_at(sentence, i - 1) or sentence.glued(i):
        return None
    return Draft(sentence, i, i + 1, "identifier")
