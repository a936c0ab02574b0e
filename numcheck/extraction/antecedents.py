"""Which figures "that number", "the claim" or "it" takes up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.speech import Speech
from numcheck.model import Remark, Sentence

__all__ = ["Scope", "anaphor_at", "clause_begin", "drafts_between", "negated"]

_QUANTITIES: Final = frozenset(("count", "money", "percent", "measure", "multiplier"))
_MINOR: Final = frozenset(("duration", "age"))
_DEICTIC: Final = frozenset(("it", "this", "that", "these", "those", "neither"))
_INDEFINITE: Final = frozenset(("a", "an", "another", "no"))
_STATING: Final = frozenset(("that", "of"))
_SHARES: Final = frozenset(("none", "neither", "any", "all", "much", "most", "some", "both"))
_PARTS: Final = frozenset("AKQR")
_BREAKS: Final = frozenset((",", ";", ":", ".", "but", "while", "although", "though", "“", '"'))
_NEGATIVE: Final = frozenset(("not", "never", "nobody", "n't", "neither", "nor", "no"))
_CONTRACTED: Final = ("n't", "n’t")
_IMAGINED: Final = frozenset(("if", "whether", "unless"))
_NEAR: Final = 5
_FAR: Final = 14
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
        # Only a number can be meant by "the number"; "the claim" or "it" needs a claimant.
        numeric = noun in words("stance")["number"]
        several = noun in words("stance")["several"] or not numeric
        here = [draft for draft in self.own(position) if draft.last <= token]
        chosen = _chosen(here, several, denier, not numeric)
        if chosen or here:
            return chosen
        for back in range(position - 1, max(-1, position - 1 - _REACH), -1):
            chosen = _chosen(self.own(back), several, denier, not numeric)
            if chosen:
                return chosen
            if numeric or _meta(self.speech.sentences[back]):
                continue
            if self.speech.voices_of(back):
                break
        return []

    def own(self, position: int) -> list[Draft]:
        """The figures of a sentence."""
        return self.drafts.get(position, [])

    def remark(self, position: int, first: int, last: int, source: str = "") -> Remark:
        """Some tokens of a sentence as the words that decide a stance."""
        sentence = self.speech.sentences[position]
        start, end = sentence.starts[first], sentence.ends[last - 1]
        return Remark(sentence.phrase(first, last), start, end, source)

    def speaker(self, position: int, token: int) -> str:
        """Who says the words around a token; empty if the narrator does."""
        speech = self.speech
        sentence = speech.sentences[position]
        quote = speech.quote_at(sentence.starts[token])
        if quote is not None:
            voice = speech.speaker(quote)
            if voice is not None:
                return speech.speaker_name(voice, speech.sentence_at(voice.sentence.start))
        best = ""
        for voice in speech.voices_of(position):
            if voice.covers(token) and voice.depth < 0:
                best = speech.speaker_name(voice, position) or best
        return best


def _meta(sentence: Sentence) -> bool:
    """Whether a sentence itself only speaks about a claim."""
    return any(word in words("stance")["anaphor"] for word in sentence.lower[:4])


def _chosen(drafts: list[Draft], several: bool, denier: str, claimed: bool) -> list[Draft]:
    """Quantities of somebody else, those of a source first; one for "the figure", all for "it"."""
    foreign = [
        draft
        for draft in drafts
        if (draft.kind in _QUANTITIES or (draft.kind in _MINOR and draft.stance != "asserted"))
        and (draft.value is None or draft.value > 1)
        and not (denier and draft.attribution is not None and draft.attribution.source == denier)
    ]
    attributed = [draft for draft in foreign if draft.stance != "asserted"]
    ranked = attributed if claimed else attributed or foreign
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
            # "a statement" takes nothing up, "a report that 40 died" states what it means.
            linked = at + 1 < len(lower) and lower[at + 1] in _STATING
            return (word, at + 1) if linked or lower[start] not in _INDEFINITE else ("", start)
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


def clause_begin(sentence: Sentence, at: int) -> int:
    """Where the clause around a token begins: after a comma, "but", or a quotation mark."""
    for back in range(at - 1, -1, -1):
        if sentence.lower[back] in _BREAKS:
            return back + 1
    return 0


def negated(sentence: Sentence, at: int) -> bool:
    """Whether what a token says is itself negated or only imagined ("did not dispute")."""
    for back in range(at - 1, max(-1, at - _FAR), -1):
        word = sentence.lower[back]
        if word in _BREAKS:
            return False
        if word in _IMAGINED:
            return True
        if at - back < _NEAR and (word in _NEGATIVE or word.endswith(_CONTRACTED)):
            return True
    return False
