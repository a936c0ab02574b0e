"""Which figures "that number", "the claim" or "it" takes up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.speech import Speech
from numcheck.model import Sentence

__all__ = ["Scope", "anaphor_at", "drafts_between"]

_QUANTITIES: Final = frozenset(("count", "money", "percent", "measure", "multiplier"))
_MINOR: Final = frozenset(("duration", "age"))
_DEICTIC: Final = frozenset(("it", "this", "that", "these", "those", "them", "neither", "they"))
_SHARES: Final = frozenset(("none", "neither", "any", "all", "much", "most", "some", "both"))
_PARTS: Final = frozenset("AKQR")
_REACH: Final = 2
_PHRASE: Final = 6


class Scope:
    """The figures of one field, for looking back from a sentence.

    Attributes:
        speech: Who speaks in the field.
        drafts: Its figures by sentence; positions count from the field's first sentence.
    """

    __slots__ = ("drafts", "speech")

    def __init__(self, speech: Speech, drafts: Mapping[int, list[Draft]]) -> None:
        self.speech = speech
        self.drafts = drafts

    def before(self, position: int, token: int, noun: str, denier: str) -> list[Draft]:
        """The figures that an anaphor at a token takes up.

        Args:
            position: Sentence of the anaphor.
            token: The anaphor, or where its clause begins.
            noun: The noun or pronoun (``"number"``, ``"it"``).
            denier: Who speaks of it, since nobody denies a figure of his own; may be empty.
        """
        several = noun in _several() or noun in _DEICTIC
        here = [draft for draft in self.drafts.get(position, ()) if draft.last <= token]
        chosen = _chosen(here, several, denier)
        if chosen or here:
            return chosen
        for back in range(position - 1, max(-1, position - 1 - _REACH), -1):
            chosen = _chosen(self.drafts.get(back, []), several, denier)
            if chosen:
                return chosen
            if self.speech.voices_of(back) and not _meta(self.speech.sentences[back]):
                break
        return []


@cache
def _several() -> frozenset[str]:
    return words("stance")["several"]


def _meta(sentence: Sentence) -> bool:
    """Whether a sentence itself only speaks about a claim."""
    return any(word in words("stance")["anaphor"] for word in sentence.lower[:4])


def _chosen(drafts: list[Draft], several: bool, denier: str) -> list[Draft]:
    """Quantities, those of a source before others; one for "the figure", all for "the claims"."""
    fitting = [draft for draft in drafts if draft.kind in _QUANTITIES]
    if not fitting:
        fitting = [draft for draft in drafts if draft.kind in _MINOR]
    foreign = [
        draft
        for draft in fitting
        if draft.attribution is None or draft.attribution.source != denier or not denier
    ]
    attributed = [draft for draft in foreign if draft.attribution is not None]
    ranked = attributed or foreign
    return ranked if several else ranked[:1]


def drafts_between(drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """The quantities of a sentence whose tokens lie in a stretch."""
    return [
        draft
        for draft in drafts
        if first <= draft.first and draft.last <= last and draft.kind in _QUANTITIES | _MINOR
    ]


def anaphor_at(sentence: Sentence, start: int) -> tuple[str, int]:
    """The anaphor that begins at a token: "the number", "those reports", "it".

    Returns:
        The noun or pronoun and the index past it; empty and ``start`` if there is none.
    """
    lower = sentence.lower
    anaphors = words("stance")["anaphor"]
    if lower[start + 1 : start + 2] == ["of"] and lower[start] in _SHARES:
        start += 2
    for at in range(start, min(len(lower), start + _PHRASE)):
        word = lower[at]
        if word in anaphors:
            return word, at + 1
        entry = lookup(word)
        if at == start and word in _DEICTIC:
            following = lookup(lower[at + 1]) if at + 1 < len(lower) else entry
            if not following.closed and following.usual in "nNj":
                continue
            return word, at + 1
        if (
            not (entry.closed and entry.usual in _PARTS)
            and entry.usual not in "jnNK"
            and (word not in ("'s", "’s", "'", "’") and not sentence.words[at][0].isupper())
        ):
            return "", start
    return "", start
