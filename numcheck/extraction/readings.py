"""Which of its parts of speech a word has in its sentence: noun or verb, past or participle.

The rules look at the tag before, at the word after, at whether the clause has its verb, and at
number: behind "three men" the word "face" is the verb, since a counted noun ends its phrase.
"""

from __future__ import annotations

from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import (
    ADJECTIVE,
    ADVERB,
    BASE,
    GERUND,
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

__all__ = ["Readings"]

_NOMINAL: Final = "nNpO)"
_BEFORE_NOUN: Final = "AKQPj#'"
_PLURAL_SUBJECTS: Final = frozenset(("they", "we", "you", "i"))
_ENDS_CLAUSE: Final = frozenset((";", ":", ".", "—", "–"))
# How far a look back or ahead goes, so that cost stays linear in the length of a sentence.
_BACK: Final = 12
_AHEAD: Final = 24


class Readings:
    """The state of one pass over a sentence, and the rules for words of open classes.

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

    def open_class(self, i: int, entry: Entry, before: str) -> str:
        """The tag of a noun, verb, adjective or adverb."""
        flags, usual = entry.flags, entry.usual
        if before in "TMD" and flags & BASE and (before != "T" or not self._is_plural(i, entry)):
            return "v"
        if before in "BH" or (before == "e" and usual in "eg"):
            verbal = usual in "de" or before == "H" or not flags & (NOUN | PLURAL)
            if flags & PARTICIPLE and verbal:
                return "e"
            if flags & GERUND:
                return "g"
        if flags & GERUND and usual in "gn" and self._acts(i, usual, before):
            return "g"
        if before == "j" and flags & THIRD and usual == "N" and self._ends_subject(i):
            # "the stock trades at": what looked like an adjective was the subject.
            self.tags[-1] = "n"
            return "z"
        if before == "#" and usual == "v" and self.counts and self._ends_phrase(i):
            # "three die": a count of several has no singular noun.
            return "v"
        if before == "#" and usual == "d" and not self._noun_follows(i):
            return self._past(i, flags, "n")
        if before == "#" and flags & (BASE | THIRD) and self._predicates(i):
            return "v" if flags & BASE else "z"
        if before in _BEFORE_NOUN or (before == "-" and usual not in "deg"):
            return self._in_phrase(i, flags, usual)
        if before in "nNp" and self.tags[i - 1] != ")":
            return self._after_noun(i, flags, usual, before)
        if flags & (PAST | PARTICIPLE) and usual in "de":
            return self._past(i, flags, before)
        if flags & (THIRD | BASE):
            verb = self._present(i, flags, usual, before)
            if verb:
                return verb
        return self._in_phrase(i, flags, usual)

    def _present(self, i: int, flags: int, usual: str, before: str) -> str:
        """A verb in the present, where no noun stands before it; else nothing."""
        if usual in "zv" and before in "O,WC)." and self.finite < 0:
            return usual
        if before == "t" and self._object_follows(i):
            return "v" if flags & BASE and usual in "nv" else "z" if flags & THIRD else ""
        if before == "," and flags & THIRD and usual in "zN" and i + 1 in self.marked:
            # "kills 3, wounds 2"
            return "z"
        late = before in ",)" and flags & THIRD and self.finite < 0 and self.named
        if late and self._object_follows(i):
            return "z"
        if before == "O" and flags & BASE and self.lower[i - 1] in _PLURAL_SUBJECTS:
            return "v"
        if usual in "vzN" and before == "O":
            return "z" if flags & THIRD else "v"
        return ""

    def _acts(self, i: int, usual: str, before: str) -> bool:
        """Whether an ``-ing`` form is a verb here: ``lenders offering 5%``, ``5 ppm requiring``."""
        if before == "#":
            return not self.counts and usual == "g" and not self._has_article()
        return before not in "AKj'-" and self._object_follows(i)

    def _predicates(self, i: int) -> bool:
        """Whether a verb follows a figure that counts nothing: ``homes up to £1m stay unsold``."""
        bare = not self.counts and self.finite < 0 and self.named
        return bare and self._object_follows(i) and not self._has_article()

    def _has_article(self) -> bool:
        """Whether the figure just read has an article: ``a 30 m floating dock``."""
        tags = self.tags
        k = len(tags) - 1
        stop = k - _BACK
        while k >= 0 and k > stop and tags[k] in "#-":
            k -= 1
        return k >= 0 and tags[k] in "AK"

    def _is_plural(self, i: int, entry: Entry) -> bool:
        """After ``to``: ``to work on`` is a verb, ``to works of`` is not."""
        return (
            bool(entry.flags & PLURAL)
            and entry.usual in "nN"
            and i + 1 < len(self.entries)
            and self.entries[i + 1].usual in "PS,CBHM"
        )

    def _ends_subject(self, i: int) -> bool:
        return (
            self.finite < 0
            and not self.awaits_plural
            and bool(self.entries[i - 1].flags & NOUN)
            and i + 1 < len(self.entries)
            and self.entries[i + 1].usual in "PRrTA"
            and not self._verb_ahead(i)
        )

    def _in_phrase(self, i: int, flags: int, usual: str) -> str:
        """The reading of a word where a noun phrase is open or may begin."""
        if flags & PLURAL and (usual == "N" or not flags & NOUN):
            return "N"
        if usual == "r" and flags & ADVERB and not flags & NOUN:
            return "r"
        if flags & ADJECTIVE and i + 1 in self.marked and self.before(i) in "AK":
            return "j"
        goes_on = self._noun_follows(i)
        if flags & ADJECTIVE and (goes_on or usual == "j" or not flags & NOUN):
            alone = not goes_on and flags & NOUN and self.before(i) in "AKjPp"
            return "n" if alone else "j"
        if flags & NOUN and usual not in "deg":
            return "N" if flags & PLURAL and self.awaits_plural else "n"
        if flags & (PARTICIPLE | GERUND):
            if goes_on:
                return "j"
            if flags & NOUN and usual == "n":
                return "n"
            if flags & (NOUN | GERUND) and self.before(i) in "AKj'":
                return "n"
            return "e" if flags & PARTICIPLE else "g"
        if flags & NOUN:
            return "n"
        if flags & ADVERB:
            return "r"
        before = self.before(i)
        if goes_on and before in "AK#j'" and not (before == "#" and self.counts):
            return "j"
        return "z" if flags & THIRD else "v" if flags & BASE else "d"

    def _after_noun(self, i: int, flags: int, usual: str, before: str) -> str:
        """A word behind a noun: more of a compound, or the verb."""
        if flags & (PAST | PARTICIPLE) and usual in "dev":
            return self._past(i, flags, before)
        if self.finite < 0 and flags & (PAST | BASE | THIRD):
            verb = self._agreeing(i, flags, usual, before)
            if verb:
                return verb
        if usual == "v" and before in "pN" and flags & BASE:
            return "n" if flags & NOUN and before == "p" else "v"
        if usual == "g" and flags & GERUND:
            return "g"
        return self._in_phrase(i, flags, usual)

    def _agreeing(self, i: int, flags: int, usual: str, before: str) -> str:
        """A finite verb that agrees with the noun before it in number; else nothing."""
        if usual in "rj":
            return ""
        if flags & PAST and (
            self._object_follows(i)
            or i + 2 in self.marked
            or (before == "N" and not self._noun_follows(i))
        ):
            return "d"
        if before == "N" and flags & BASE:
            if flags & PLURAL:
                return "" if self._verb_ahead(i) else "v"
            ended = self.counts and self.lower[i - 1] not in word_class("compounding")
            if usual == "v" or ended or not self._noun_follows(i) or self._object_follows(i):
                return "v"
            return "" if self._verb_ahead(i) else "v"
        if before in "np" and flags & THIRD:
            if usual == "z":
                return "z"
            if not self.awaits_plural and (self._object_follows(i) or self._closes_clause(i)):
                return "z"
        return ""

    def _ends_phrase(self, i: int) -> bool:
        hyphen = i + 1 < len(self.lower) and self.lower[i + 1] == "-"
        return not hyphen and not self._noun_follows(i)

    def _closes_clause(self, i: int) -> bool:
        """Whether nothing else can be the verb: ``the firm orders``, not ``the orders that``."""
        if self.headline or self._verb_ahead(i):
            return False
        return i + 1 >= len(self.entries) or self.entries[i + 1].usual != "W"

    def _noun_follows(self, i: int) -> bool:
        if i + 1 >= len(self.entries) or i + 1 in self.marked:
            return False
        entry = self.entries[i + 1]
        return (
            not entry.closed
            and entry.usual in "nNjg"
            and bool(entry.flags & (NOUN | PLURAL | ADJECTIVE))
        )

    def _object_follows(self, i: int) -> bool:
        """Whether the next word cannot go on a compound, so that a verb stands here."""
        if i + 1 in self.marked:
            return True
        if i + 1 >= len(self.entries):
            return False
        return self.entries[i + 1].usual in "AKQO#TrRI" or self.lower[i + 1] == "dead"

    def _past(self, i: int, flags: int, before: str) -> str:
        """``-ed``: the verb of the clause if it has none yet, else a participle."""
        if not flags & PARTICIPLE:
            return "d"
        if before in "BH":
            return "e"
        if not flags & PAST:
            return "j" if before not in _NOMINAL and self._noun_follows(i) else "e"
        if before in "nNpO),t" and self.finite < 0 and not self._is_reduced(i, before):
            return "d"
        if before in _NOMINAL:
            return "e"
        if before == "C":
            if self._noun_follows(i) and i > 1 and self.tags[i - 2] == "j":
                return "j"
            for k in range(i - 2, max(-1, i - _BACK), -1):
                if self.tags[k] in "de":
                    return self.tags[k]
                if self.tags[k] in "nNp":
                    break
        return "j" if self._noun_follows(i) else "e" if self.finite >= 0 else "d"

    def _is_reduced(self, i: int, before: str) -> bool:
        """Whether a relative clause is shortened here: ``the firm based in Hull said``."""
        if i + 1 >= len(self.lower):
            return False
        if self.lower[i + 1] == "by":
            return True
        shortened = before == "," or (self.entries[i + 1].usual == "P" and before != "O")
        return shortened and self._verb_ahead(i)

    def _verb_ahead(self, i: int) -> bool:
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
                and self._object_follows(k)
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
