"""Scores and records: ``3-1``, ``45-7-2``, ``3:1``; longer runs of glued digits name something."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.model import Sentence

__all__ = ["read_score", "read_spoken_score"]

_DASHES: Final = frozenset(("-", "–", "‑", "−"))
_LONGEST_SCORE = 3  # digits on one side
_MOST_GROUPS = 12
_WICKETS = 10


@cache
def _score_words() -> frozenset[str]:
    return frozenset(vocabulary.lines("score_words"))


def read_score(sentence: Sentence, i: int) -> Draft | None:
    """The score whose first token is ``i``; ``None`` where two numbers make a range.

    Four groups of digits or more (an ISBN), or three with long ones, are an identifier.
    """
    words, size = sentence.words, len(sentence.words)
    if i + 2 >= size or not words[i].isdecimal():
        return None
    last, groups, longest = _groups(sentence, i)
    if groups > 3 or (groups == 3 and longest > _LONGEST_SCORE):
        return Draft(sentence, i, last, "identifier")
    if groups == 1 or longest > _LONGEST_SCORE or (i > 0 and words[i - 1] in "$£€¥"):
        return None
    if groups == 3 or words[i + 1] == ":" or _is_score(sentence, i, last):
        return Draft(sentence, i, last, "score")
    return None


def read_spoken_score(sentence: Sentence, i: int) -> Draft | None:
    """``94 for 6`` near words of cricket, and a rating as ``4.5 out of 5``."""
    words, lower = sentence.words, sentence.lower
    following = lower[i + 1] if i + 2 < len(lower) else ""
    if following == "for" and words[i].isdecimal() and words[i + 2].isdecimal():
        last = i + 3
        near = lower[max(0, i - 12) : i] + lower[last : last + 8]
        found = min(int(words[i]), int(words[i + 2])) <= _WICKETS
        found = found and not neighbours("cricket_words").isdisjoint(near)
    else:
        last = i + 4
        found = following == "out" and lower[i + 2] == "of" and "." in words[i]
        found = found and last <= len(lower) and words[i + 3] in ("5", "10")
    return Draft(sentence, i, last, "score") if found else None


def _groups(sentence: Sentence, i: int) -> tuple[int, int, int]:
    """Index past the groups of digits glued by one mark, how many they are, and the longest."""
    words, size = sentence.words, len(sentence.words)
    last, groups, longest = i + 1, 1, len(words[i])
    mark = words[last]
    if mark not in _DASHES and mark != ":":
        return last, groups, longest
    while last + 1 < size and groups < _MOST_GROUPS and words[last] == mark:
        if not (words[last + 1].isdecimal() and sentence.glued(last)):
            break
        if not sentence.glued(last + 1):
            break
        groups, longest, last = groups + 1, max(longest, len(words[last + 1])), last + 2
        if mark == ":":
            break
    return last, groups, longest


def _is_score(sentence: Sentence, i: int, last: int) -> bool:
    """Whether two small numbers are a score: the larger first, or words of sport around them."""
    words, lower = sentence.words, sentence.lower
    following = lower[last] if last < len(lower) else ""
    if following == "/" and sentence.glued(last):
        return False  # 9-1/2
    goes_on = following[:1].isalpha() or following in neighbours("after_score_signs")
    if goes_on and sentence.glued(last):
        return False
    if int(words[i]) >= int(words[i + 2]):
        return True
    plural = following.endswith("s") and following.isalpha() and len(following) > 3
    if following in neighbours("after_range") or (plural and following not in _score_words()):
        return False
    near = lower[max(0, i - 12) : i] + lower[last : last + 8]
    return not _score_words().isdisjoint(near)
