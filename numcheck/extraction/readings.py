"""Which of its parts of speech a word has in its sentence: noun or verb, past or participle."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.finite import FiniteVerbs
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
)
from numcheck.extraction.wordlists import word_class

__all__ = ["Readings"]

_BEFORE_NOUN: Final = "AKQPj#'"
_PLURAL_SUBJECTS: Final = frozenset(("they", "we", "you", "i"))
# How far a look back goes, so that cost stays linear in the length of a sentence.
_BACK: Final = 12


class Readings(FiniteVerbs):
    """The rules for words of open classes: nouns, adjectives and the verbs among them."""

    __slots__ = ()

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
        if before == "#" and flags == THIRD and self.awaits_plural and self._is_counted(i, entry):
            return "N"
        # "costs of 3% plagued the firm", but "500 wounded"
        past = usual == "d" or (usual == "e" and not self.counts and self.object_follows(i))
        if before == "#" and past and not self.noun_follows(i):
            return self.past(i, flags, "n")
        if before == "#" and flags & (BASE | THIRD) and self._predicates(i):
            return "v" if flags & BASE else "z"
        if before in _BEFORE_NOUN or (before == "-" and usual not in "deg"):
            return self._in_phrase(i, flags, usual)
        if before in "nNp" and self.tags[i - 1] != ")":
            return self._after_noun(i, flags, usual, before)
        if flags & (PAST | PARTICIPLE) and usual in "de":
            return self.past(i, flags, before)
        if flags & (THIRD | BASE):
            verb = self._present(i, flags, usual, before)
            if verb:
                return verb
        return self._in_phrase(i, flags, usual)

    def _present(self, i: int, flags: int, usual: str, before: str) -> str:
        """A verb in the present, where no noun stands before it; else nothing."""
        if usual in "zv" and before in "O,WC)." and self.finite < 0:
            return usual
        if before == "t" and self.object_follows(i):
            return "v" if flags & BASE and usual in "nv" else "z" if flags & THIRD else ""
        if before == "," and flags & THIRD and usual in "zN" and i + 1 in self.marked:
            # "kills 3, wounds 2"
            return "z"
        late = before in ",)" and flags & THIRD and self.finite < 0 and self.named
        if late and self.object_follows(i):
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
        if before in "AKj'-":
            return False
        # "wounding other 70"
        modified = i + 2 in self.marked and self.entries[i + 1].usual in "jQ"
        return modified or self.object_follows(i)

    def _predicates(self, i: int) -> bool:
        """Whether a verb follows a figure that counts nothing: ``homes up to £1m stay unsold``."""
        bare = not self.counts and self.finite < 0 and self.named
        return bare and self.object_follows(i) and not self._has_article()

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
            and not self.verb_ahead(i)
        )

    def _in_phrase(self, i: int, flags: int, usual: str) -> str:
        """The reading of a word where a noun phrase is open or may begin."""
        if flags & PLURAL and (usual == "N" or not flags & NOUN):
            return "N"
        if usual == "r" and flags & ADVERB and not flags & NOUN:
            return "r"
        if flags & ADJECTIVE and i + 1 in self.marked and self.before(i) in "AK":
            return "j"
        goes_on = self.noun_follows(i)
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
            return self.past(i, flags, before)
        if self.finite < 0 and flags & (PAST | BASE | THIRD):
            verb = self.agreeing(i, flags, usual, before)
            if verb:
                return verb
        if usual == "v" and before in "pN" and flags & BASE:
            return "n" if flags & NOUN and before == "p" else "v"
        if usual == "g" and flags & GERUND:
            return "g"
        return self._in_phrase(i, flags, usual)

    def _is_counted(self, i: int, entry: Entry) -> bool:
        """Whether a plural that is mostly a verb stands right behind its number: ``12 aces``."""
        return self.tags[i - 1] == "#" and entry.verb not in word_class("reporting")

    def _ends_phrase(self, i: int) -> bool:
        hyphen = i + 1 < len(self.lower) and self.lower[i + 1] == "-"
        return not hyphen and not self.noun_follows(i)
