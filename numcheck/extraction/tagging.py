"""The part of speech of each token of a sentence, as one letter a token.

No parser: one pass with the lexicon, the tag before and the word after, which is enough to tell
where a noun phrase ends and which word is the verb. The letters joined to one string let the
phrase patterns of :mod:`numcheck.extraction.phrases` run as regular expressions over the sentence.

====  =================================  ====  =====================================
``n``  noun                               ``N``  plural noun
``p``  name                               ``j``  adjective, or participle before a noun
``v``  verb, base form or present         ``z``  verb, third person
``d``  verb, past                         ``e``  past participle
``g``  ``-ing`` form                      ``r``  adverb
``#``  a figure                           ``t``  a date or time
``'``  possessive                         ``-``  hyphen between letters
``,``  comma                              ``(``  opening bracket, ``)`` closing bracket
``"``  quotation mark                     ``;``  any other mark, which ends a clause
====  =================================  ====  =====================================

Capital letters other than ``N`` are the closed classes of ``lexicon/closed.tsv``.
"""

from __future__ import annotations

from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import ADJECTIVE, NAME, NOUN, THIRD, VERB, Entry
from numcheck.extraction.readings import Readings
from numcheck.extraction.wordlists import OPENS_PERIOD, PERIOD, word_class
from numcheck.model import Sentence

__all__ = ["tag"]

_FIGURE_TAGS: Final = {"date": "t", "time": "t", "identifier": "p", "ordinal": "j", "rank": "j"}
_MARKS: Final = {
    ",": ",", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "“": '"', "”": '"', "‘": '"',
    "'s": "'", "’s": "'", "/": "-", "–": ";", "—": ";", ".": ".",
}  # fmt: skip
# Closed classes that are what they are wherever they stand, and leave the clause as it is.
_PLAIN: Final = frozenset("AKQTXIR")


def tag(sentence: Sentence, drafts: list[Draft]) -> str:
    """The tags of a sentence, one letter a token.

    Args:
        sentence: The sentence.
        drafts: Its figures in text order; their tokens count as one unit each.
    """
    return "".join(_Tagger(sentence, drafts).run())


class _Tagger(Readings):
    """One pass over one sentence."""

    __slots__ = ()

    def run(self) -> list[str]:
        """Tag every token."""
        tags, marked, entries = self.tags, self.marked, self.entries
        words, lower = self.words, self.lower
        openers, premodifying = word_class(OPENS_PERIOD), word_class("premodifying")
        hyphens = self.hyphens
        count = len(words)
        i = 0
        while i < count:
            draft = marked.get(i)
            if draft is not None:
                mark = _FIGURE_TAGS.get(draft.kind, "#")
                self.awaits_plural = self.counts = mark == "#" and draft.kind == "count"
                last = draft.last if draft.last > i else i + 1
                tags.extend(mark * (last - i))
                i = last
                continue
            word = lower[i]
            entry = entries[i]
            if word in openers and self._is_period(i):
                tags.append("R")
                tags.append("R")
                i += 2
                continue
            if word in premodifying and i + 1 in marked:
                letter = "j"
            elif not entry.closed:
                letter = self._word(i, entry)
            elif hyphens and self._is_hyphenated(i):
                letter = self._in_compound(i)
            elif word == words[i]:
                usual = entry.usual
                plain = usual in _PLAIN and word != "that"
                letter = usual if plain else self._closed(i, word, entry)
            elif not self._is_initialism(i, entry):
                letter = self._closed(i, word, entry)
            else:
                letter = "t" if word == "may" else self._word(i, entry)
            tags.append(letter)
            i += 1
        return tags

    def _word(self, i: int, entry: Entry) -> str:
        before = self.before(i)
        if self.words[i][0].isupper():
            if self.lower[i] == "march" and before in "PpjC#t":
                return "t"
            word = self.words[i]
            if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
                self.awaits_plural, self.named = False, True
                return "N"  # GPs
            if self._is_name(i, entry, before):
                if before not in ("p", "'"):
                    self.awaits_plural = False
                self.named = True
                return "p"
        letter = self.open_class(i, entry, before)
        if letter == "N":
            self.awaits_plural = False
            self.named = True
        elif letter == "n":
            self.named = True
        elif letter in "vzd":
            self.finite = i
            self.awaits_plural = self.counts = False
        return letter

    def _closed(self, i: int, lower: str, entry: Entry) -> str:
        usual = entry.usual
        if usual == ",":
            return self._mark(i, lower)
        if usual in "PSWC":
            if lower == "worth" and i + 1 < len(self.lower) and self.lower[i + 1] == "of":
                return "n" if self.before(i) in "AKjn" else "P"
            self.awaits_plural = self.awaits_plural and usual == "C"
            self.counts = False
            if usual == "W" and i > 0 and self.tags[-1] == ",":
                self.relative = True
            if usual in "SW" or (usual == "C" and self._new_clause(i)):
                self.finite = -1
        elif usual in "BHDM":
            self.finite = i
            self.awaits_plural = self.counts = False
        elif lower == "that" and self.before(i) in "vzdegnNpt)#":
            self.finite = -1
            return "W"
        return usual

    def _is_hyphenated(self, i: int) -> bool:
        """A function word inside a compound: ``loan-to-value``, ``start-up``, ``so-called``."""
        if not self.words[i][0].isalpha():
            return False
        if i > 0 and self.tags[-1] == "-" and self.lower[i - 1] != "/":
            return True
        return (
            i + 2 < len(self.words)
            and self.lower[i + 1] == "-"
            and (self.sentence.glued(i + 1) and self.sentence.glued(i + 2))
        )

    def _in_compound(self, i: int) -> str:
        if i == 0 or self.tags[-1] != "-":
            return "j"
        goes_on = i + 2 < len(self.words) and self.lower[i + 1] == "-"
        return "-" if goes_on and self.sentence.glued(i + 1) else "n"

    def _is_period(self, i: int) -> bool:
        """``last year``, but not ``last year's`` nor ``the last year``."""
        if i + 1 >= len(self.lower) or self.lower[i + 1] not in word_class(PERIOD):
            return False
        if i + 1 in self.marked or (i > 0 and self.tags[-1] in "AKQ"):
            return False
        return i + 2 >= len(self.lower) or self.lower[i + 2] not in ("'s", "’s")

    def _is_initialism(self, i: int, entry: Entry) -> bool:
        """``US`` is no pronoun, ``May`` no verb, and the ``A`` of a name no article."""
        word = self.words[i]
        if self.headline or word == "I" or entry.usual not in "MPSOAC":
            return False
        if len(word) > 1 and word.isupper():
            return word != "AND"
        if len(word) == 1:
            # "Vitamin A", "A2 Milk"
            behind = i + 1 < len(self.words) and self.sentence.glued(i + 1)
            alone = i + 1 >= len(self.words) or not self.lower[i + 1][0].isalnum()
            named = i > 0 and (self.tags[-1] in "p'-" or (self.tags[-1] == "n" and alone))
            return named or (behind and not alone)
        return i > 0 and word in ("May", "Will") and self.tags[-1] in "PpjC#t"

    def _mark(self, i: int, lower: str) -> str:
        if lower in ("-", "‑"):
            sentence = self.sentence
            glued = sentence.glued(i) and i + 1 < len(self.words) and sentence.glued(i + 1)
            return "-" if glued else ";"
        if lower in ("'", "’"):
            owner = i > 0 and self.sentence.glued(i) and self.lower[i - 1][-1] == "s"
            return "'" if owner else '"'
        if lower == "&":
            between_names = i + 1 < len(self.words) and self.words[i + 1][0].isupper()
            return "-" if between_names and i > 0 and self.words[i - 1][0].isupper() else "C"
        mark = _MARKS.get(lower, ";")
        if mark == "'" and i > 0 and self.tags[-1] in "OWA":
            self.finite = i
            return "B"
        if mark in ";(" or (mark == "," and self.relative):
            self.finite = -1
            self.relative = False
        self.awaits_plural = self.counts = False
        return mark

    def _new_clause(self, i: int) -> bool:
        """Whether ``and`` is followed by a subject of its own: ``and the firm said``."""
        entries = self.entries
        return (
            any(entries[k].usual in "BHDMzd" for k in range(i + 2, min(i + 6, len(entries))))
            and entries[min(i + 1, len(entries) - 1)].usual not in "BHDMzdev"
        )

    def _is_name(self, i: int, entry: Entry, before: str) -> bool:
        word = self.words[i]
        if self.headline:
            return not entry.known or entry.flags & (NAME | ADJECTIVE | VERB) == NAME
        if i + 1 in self.marked and entry.flags & THIRD and entry.usual in "zN":
            # "Storm Kills 3" in a headline that the next line follows
            return False
        if before != "." or (i > 0 and self.tags[i - 1] in "p'-"):
            return True
        if not entry.known:
            return True
        # The first word of a sentence: a name if a name goes on, or if it can be nothing else.
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        if after[:1].isupper() and not self.entries[i + 1].closed:
            return bool(entry.flags & (NOUN | ADJECTIVE)) or self.lower[i][-1] != "s"
        if entry.usual == "p":
            return True
        plain = entry.usual != "n" or entry.flags & ADJECTIVE
        return bool(entry.flags & NAME and not plain) or (len(word) > 1 and word.isupper())
