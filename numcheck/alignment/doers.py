"""The common nouns that a sentence begins with: the strike of "the strike is to last ten days"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from numcheck import vocabulary
from numcheck.extraction.lexicon import NOUN, PLURAL, VERB, lookup

__all__ = ["doer_of"]

_BREAKS = frozenset('.,;:?!()"“”–—')
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "his", "her", "our", "this", "that"))
_OWNERS = frozenset(("his", "her", "my", "our", "your"))
# Where the phrase ends that a clause begins with; what it ends with may still be a noun.
_ENDS = frozenset(("of", "in", "at", "on", "for", "from", "by", "to", "with", "that", "which"))
_LONGEST = 6
_FARTHEST = 40


def doer_of(lower: Sequence[str], before: int) -> frozenset[str]:
    """Lemmas of the phrase that a clause begins with, where it begins with "the" or the like.

    Args:
        lower: The tokens of a sentence in lower case.
        before: The figure whose clause is meant, as the place of its first token.

    Returns:
        Nouns and what describes them; empty where the clause begins with something else, or where
        a figure stands in its first words.
    """
    earliest = max(0, before - _FARTHEST)
    breaks = (at + 1 for at in range(before - 1, earliest - 1, -1) if lower[at] in _BREAKS)
    start = next(breaks, earliest)
    if (
        (start == earliest > 0 and lower[start - 1] not in _BREAKS)
        or start >= before
        or lower[start] not in _DETERMINERS
    ):
        return frozenset()
    # "Her flight took nine hours" says nothing of his.
    found = [lower[start]] if lower[start] in _OWNERS else []
    for at, word in enumerate(lower[start + 1 : min(before, start + 1 + _LONGEST)]):
        # Whatever stands behind "the" is a name, also if the lexicon knows it as a verb.
        if word in _ENDS or lookup(word).closed or (at and not _may_name(word)):
            break
        found.append(_common(word))
    else:
        return frozenset()
    return frozenset(found)


def _may_name(word: str) -> bool:
    """Whether a word can be part of a noun phrase, rather than its verb."""
    entry = lookup(word)
    return word[0].isalpha() and bool(entry.flags & (NOUN | PLURAL) or not entry.flags & VERB)


def _common(word: str) -> str:
    """The lemma of a word, or the name that things of its sort are compared by."""
    lemma = lookup(word).noun or word
    return _names().get(lemma, lemma)


@cache
def _names() -> dict[str, str]:
    rows = vocabulary.table("measures", 3)
    return {
        lemma: name
        for section, name, written in rows
        if section == "nouns"
        for lemma in written.split(", ")
    }
