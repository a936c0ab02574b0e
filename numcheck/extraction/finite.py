"""Which words of a sentence are its finite verbs.

The rules look at the tag before, at the words after, at whether the clause has its verb, and at
number: behind "three men" the word "face" is the verb, since a counted noun ends its phrase.
"""

from __future__ import annotations

from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import (
    ADJECTIVE,
    BASE,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    THIRD,
    Entry,
    entries,
)
from numcheck.extraction.wordlists import word_class
from numcheck.model import Sentence

__all__ = ["FiniteVerbs"]

_NOMINAL: Final = "nNpO)"
_ENDS_CLAUSE: Final = frozenset((";", ":", ".", "—", "–"))
# How far a look back or ahead goes, so that cost stays linear in the length of a sentence.
_BACK: Final = 12
_AHEAD: Final = 24


class FiniteVerbs:
    """The state of one pass over a sentence, and the rules that find its verbs.

    Attributes:
        tags: The tags so far.
        entries: The lexicon entries of all tokens.
        marked: The figures, by their first tokens.
        finite: Token of the clause's finite verb; -1 while it has none.
        counts: Whether the noun phrase of a count is open or has just ended.
        awaits_plural: Whether that count has not met its plural noun yet.
        named: Whether a noun has been seen.
        relative: Whether a relative clause behind a comma is open (", which ...,").
    """

    __slots__ = (
        "awaits_plural", "counts", "entries", "finite", "headline", "hyphens", "lower", "marked",
        "named", "relative", "sentence", "tags", "words",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lower = sentence.lower
        self.tags: list[str] = []
        self.finite = -1
        self.awaits_plural = False
        self.counts = False
        self.named = False
        self.relative = False
        self.marked: dict[int, Draft] = {draft.first: draft for draft in drafts}
        self.entries: list[Entry] = entries(self.lower)
        self.hyphens = "-" in self.lower
        self.headline = _is_headline(self.words)

    def before(self, i: int) -> str:
        """The tag that decides: adverbs and quotation marks are looked through."""
        tags = self.tags
        stop = i - _BACK
        i -= 1
        while i >= 0 and i > stop and tags[i] in 'rRX"I':
            i -= 1
        return tags[i] if i >= 0 else "."

    def agreeing(self, i: int, flags: int, usual: str, before: str) -> str:
        """A finite verb that agrees with the noun before it in number; else nothing."""
        if usual in "rj":
            return ""
        if flags & PAST and (
            self.object_follows(i)
            or i + 2 in self.marked
            or (before == "N" and not self.noun_follows(i))
        ):
            return "d"
        if before == "N" and flags & BASE:
            if flags & PLURAL:
                return "" if self.verb_ahead(i) else "v"
            ended = self.counts and self.lower[i - 1] not in word_class("compounding")
            if usual == "v" or ended or not self.noun_follows(i) or self.object_follows(i):
                return "v"
            return "" if self.verb_ahead(i) else "v"
        if before in "np" and flags & THIRD:
            if usual == "z":
                return "z"
            if not self.awaits_plural and (self.object_follows(i) or self._closes_clause(i)):
                return "z"
        return ""

    def _closes_clause(self, i: int) -> bool:
        """Whether nothing else can be the verb: ``the firm orders``, not ``the orders that``."""
        if self.headline or self.verb_ahead(i):
            return False
        return i + 1 >= len(self.entries) or self.entries[i + 1].usual != "W"

    def noun_follows(self, i: int) -> bool:
        """Whether the next word can go on the noun phrase."""
        if i + 1 >= len(self.entries) or i + 1 in self.marked:
            return False
        entry = self.entries[i + 1]
        return (
            not entry.closed
            and entry.usual in "nNjg"
            and bool(entry.flags & (NOUN | PLURAL | ADJECTIVE))
        )

    def object_follows(self, i: int) -> bool:
        """Whether the next word cannot go on a compound, so that a verb stands here."""
        if i + 1 in self.marked:
            return True
        if i + 1 >= len(self.entries):
            return False
        return self.entries[i + 1].usual in "AKQO#TrRI" or self.lower[i + 1] == "dead"

    def past(self, i: int, flags: int, before: str) -> str:
        """``-ed``: the verb of the clause if it has none yet, else a participle."""
        if not flags & PARTICIPLE:
            return "d"
        if before in "BH":
            return "e"
        if not flags & PAST:
            return "j" if before not in _NOMINAL and self.noun_follows(i) else "e"
        if before in "nNpO),t" and self.finite < 0 and not self._is_reduced(i, before):
            return "d"
        if before in _NOMINAL:
            return "e"
        if before == "C":
            if self.noun_follows(i) and i > 1 and self.tags[i - 2] == "j":
                return "j"
            for k in range(i - 2, max(-1, i - _BACK), -1):
                if self.tags[k] in "de":
                    return self.tags[k]
                if self.tags[k] in "nNp":
                    break
        return "j" if self.noun_follows(i) else "e" if self.finite >= 0 else "d"

    def _is_reduced(self, i: int, before: str) -> bool:
        """Whether a relative clause is shortened here: ``the firm based in Hull said``."""
        if i + 1 >= len(self.lower):
            return False
        if self.lower[i + 1] == "by":
            return True
        shortened = before == "," or (self.entries[i + 1].usual == "P" and before != "O")
        return shortened and self.verb_ahead(i)

    def verb_ahead(self, i: int) -> bool:
        """Whether a finite verb still follows before the clause ends."""
        entries, lower = self.entries, self.lower
        commas = 0
        for k in range(i + 1, min(i + _AHEAD, len(entries))):
            usual = entries[k].usual
            if usual in "SWC" or lower[k] in _ENDS_CLAUSE:
                return False
            if lower[k] == ",":
                commas += 1
                if commas > 1:
                    return False
            finite = usual in "BHDMzd" or (
                # "the firm, based in Hull, covers 3%"
                usual == "N"
                and lower[k - 1] == ","
                and bool(entries[k].flags & THIRD)
                and self.object_follows(k)
            )
            if finite and k not in self.marked and entries[k - 1].usual not in "TA":
                return True
        return False


def _is_headline(words: list[str]) -> bool:
    """Whether so many words are capitalised that a capital says nothing."""
    capitals = small = 0
    for word in words:
        if len(word) > 3 and word[0].isalpha():
            if word[0].isupper():
                capitals += 1
            else:
                small += 1
                if small > 4:
                    # No headline has five long words in small letters; most sentences end here.
                    return False
    return capitals + small > 3 and capitals > 3 * small
