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

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import (
    ADJECTIVE,
    ADVERB,
    BASE,
    GERUND,
    NAME,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    THIRD,
    VERB,
    Entry,
    lookup,
)
from numcheck.model import Sentence

__all__ = ["periods", "tag"]

_FIGURE_TAGS: Final = {"date": "t", "time": "t", "identifier": "p", "ordinal": "j", "rank": "j"}
_MARKS: Final = {
    ",": ",", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "“": '"', "”": '"', "‘": '"',
    "'s": "'", "’s": "'", "/": "-", "–": ";", "—": ";", ".": ".",
}  # fmt: skip
_NOMINAL: Final = "nNpO)"
_BEFORE_NOUN: Final = "AKQPj#'"


def tag(sentence: Sentence, drafts: list[Draft]) -> str:
    """The tags of a sentence, one letter a token.

    Args:
        sentence: The sentence.
        drafts: Its figures in text order; their tokens count as one unit each.
    """
    periods()
    return "".join(_Tagger(sentence, drafts).run())


def periods() -> tuple[set[str], set[str]]:
    """The words that open a period (``last``) and those that name one (``year``)."""
    if not _periods[0]:
        for number, (_, words) in enumerate(vocabulary.table("lexicon/periods", 2)):
            _periods[number].update(words.split())
    return _periods


_rows: Final[dict[str, frozenset[str]]] = {}


def _row(name: str) -> frozenset[str]:
    """A row of ``lexicon/nouns.tsv``."""
    if not _rows:
        for row, words in vocabulary.table("lexicon/nouns", 2):
            _rows[row] = frozenset(words.split())
    return _rows[name]


_periods: Final[tuple[set[str], set[str]]] = (set(), set())


class _Tagger:
    """One pass over one sentence."""

    __slots__ = ("awaits_plural", "counts", "entries", "finite", "headline", "lower", "marked", "sentence",
                 "tags", "words")  # fmt: skip

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lower = sentence.lower
        self.tags: list[str] = []
        self.finite = -1
        self.awaits_plural = False
        self.counts = False
        self.marked: dict[int, Draft] = {draft.first: draft for draft in drafts}
        self.entries = [lookup(word) for word in self.lower]
        self.headline = _is_headline(self.words)

    def run(self) -> list[str]:
        """Tag every token."""
        tags, marked = self.tags, self.marked
        count = len(self.words)
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
            tags.append(self._tag(i))
            i += 1
        return tags

    def _tag(self, i: int) -> str:
        entry = self.entries[i]
        lower = self.lower[i]
        if i + 1 in self.marked and lower in _row("premodifying"):
            return "j"
        if lower in _periods[0] and i + 1 < len(self.lower) and self._is_period(i):
            return "R"
        if i > 0 and self.tags[-1] == "R" and lower in _periods[1] and (
            self.lower[i - 1] in _periods[0]
        ):
            return "R"
        if entry.closed and self._is_hyphenated(i):
            return self._in_compound(i)
        if entry.closed:
            if entry.usual not in "MPSOAC" or not self._is_initialism(i):
                return self._closed(i, lower, entry)
            if lower == "may":
                return "t"
        elif lower == "march" and self.words[i] == "March" and i > 0 and self.tags[-1] in "PpjC#t":
            return "t"
        before = self._before(i)
        if self.words[i][0].isupper() and self._is_name(i, entry, before):
            if before not in ("p", "'"):
                self.awaits_plural = False
            return "p"
        letter = self._open(i, entry, before)
        if letter in "vzd":
            self.finite = i
            self.awaits_plural = self.counts = False
        elif letter == "N":
            self.awaits_plural = False
        return letter

    def _closed(self, i: int, lower: str, entry: Entry) -> str:
        usual = entry.usual
        if usual == ",":
            return self._mark(i, lower)
        if lower == "worth" and i + 1 < len(self.lower) and self.lower[i + 1] == "of":
            return "n" if self._before(i) in "AKjn" else "P"
        if usual in "PSWC":
            self.awaits_plural = self.counts = False
            if usual in "SW" or (usual == "C" and self._new_clause(i)):
                self.finite = -1
        elif usual in "BHDM":
            self.finite = i
            self.awaits_plural = self.counts = False
        if lower == "that" and self._before(i) in "vzdegnNpt)#":
            self.finite = -1
            return "W"
        return usual

    def _is_hyphenated(self, i: int) -> bool:
        """A function word inside a compound: ``loan-to-value``, ``start-up``, ``so-called``."""
        if not self.words[i][0].isalpha():
            return False
        if i > 0 and self.tags[-1] == "-" and self.lower[i - 1] != "/":
            return True
        return i + 2 < len(self.words) and self.lower[i + 1] == "-" and (
            self.sentence.glued(i + 1) and self.sentence.glued(i + 2)
        )

    def _in_compound(self, i: int) -> str:
        if i == 0 or self.tags[-1] != "-":
            return "j"
        goes_on = i + 2 < len(self.words) and self.lower[i + 1] == "-" and self.sentence.glued(i + 1)
        return "-" if goes_on else "n"

    def _is_period(self, i: int) -> bool:
        """``last year``, but not ``last year's`` nor ``the last year``."""
        if self.lower[i + 1] not in _periods[1] or (i > 0 and self.tags[-1] in "AKQ"):
            return False
        return i + 2 >= len(self.lower) or self.lower[i + 2] not in ("'s", "’s")

    def _is_initialism(self, i: int) -> bool:
        """``US`` is no pronoun, ``May`` no verb, and the ``A`` of a name no article."""
        word = self.words[i]
        if not word[0].isupper() or self.headline or word == "I":
            return False
        if len(word) > 1 and word.isupper():
            return word != "AND"
        if len(word) == 1:
            return i > 0 and self.tags[-1] != ";"
        return i > 0 and word in ("May", "Will") and self.tags[-1] in "PpjC#t"

    def _mark(self, i: int, lower: str) -> str:
        if lower == "-" or lower == "‑":
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
        if mark in ";(":
            self.finite = -1
        self.awaits_plural = self.counts = False
        return mark

    def _before(self, i: int) -> str:
        """The tag that decides: adverbs and quotation marks are looked through."""
        tags = self.tags
        i -= 1
        while i >= 0 and tags[i] in 'rRX"I':
            i -= 1
        return tags[i] if i >= 0 else "."

    def _new_clause(self, i: int) -> bool:
        """Whether ``and`` is followed by a subject of its own: ``and the firm said``."""
        entries = self.entries
        return any(
            entries[k].usual in "BHDMzd" for k in range(i + 2, min(i + 6, len(entries)))
        ) and entries[min(i + 1, len(entries) - 1)].usual not in "BHDMzdev"

    def _is_name(self, i: int, entry: Entry, before: str) -> bool:
        word = self.words[i]
        if self.headline:
            return not entry.known or (entry.flags & NAME and not entry.flags & (ADJECTIVE | VERB))
        if before != "." or i > 0 and self.tags[i - 1] in "p'-":
            return True
        if not entry.known:
            return True
        # The first word of a sentence: a name if a name goes on, or if it can be nothing else.
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        if after[:1].isupper() and not self.entries[i + 1].closed:
            return bool(entry.flags & (NOUN | ADJECTIVE)) or entry.usual != "N"
        plain = entry.flags & (PLURAL | VERB | ADJECTIVE)
        return bool(entry.flags & NAME and not plain) or (len(word) > 1 and word.isupper())

    def _open(self, i: int, entry: Entry, before: str) -> str:
        flags, usual = entry.flags, entry.usual
        nominal = flags & (NOUN | PLURAL)
        if before in "TMD" and flags & BASE and (before != "T" or not self._is_plain_noun(i, entry)):
            return "v"
        if before in "BH" or (before == "e" and usual in "eg"):
            if flags & PARTICIPLE and (usual in "de" or not nominal or before == "H"):
                return "e"
            if flags & GERUND:
                return "g"
        if flags & GERUND and usual in "gn" and (
            (before == "#" and not self.counts and usual == "g" and not self._attributive())
            or (before not in "AKj'#-" and self._object_follows(i))
        ):
            return "g"
        if before in _BEFORE_NOUN or (before == "-" and usual not in "deg"):
            return self._in_phrase(i, flags, usual)
        if before in "nNp" and self.tags[i - 1] != ")":
            return self._after_noun(i, flags, usual, before)
        if flags & (PAST | PARTICIPLE) and usual in "de":
            return self._past(i, flags, before)
        if usual in "zv" and before in "O,WC)." and self.finite < 0 and flags & (THIRD | BASE):
            return "v" if usual == "v" else "z"
        if (
            before == "j"
            and flags & THIRD
            and usual == "N"
            and self.finite < 0
            and not self.awaits_plural
            and self.entries[i - 1].flags & NOUN
            and i + 1 < len(self.entries)
            and self.entries[i + 1].usual in "PRrTA"
            and not self._verb_ahead(i)
        ):
            # "the stock trades at": what looked like an adjective is the subject
            self.tags[-1] = "n"
            return "z"
        if before == "t" and flags & BASE and usual in "nv" and self._object_follows(i):
            return "v"
        if before in ",)" and flags & THIRD and self.finite < 0 and self._object_follows(i):
            if any(mark in "nNp" for mark in self.tags):
                return "z"
        if usual in "vzN" and before == "O" and flags & (THIRD | BASE):
            return "z" if flags & THIRD else "v"
        return self._in_phrase(i, flags, usual)

    def _attributive(self) -> bool:
        """Whether the figure just read has an article: ``a 30 m floating dock``."""
        k = len(self.tags) - 1
        while k >= 0 and self.tags[k] in "#-":
            k -= 1
        return k >= 0 and self.tags[k] in "AK"

    def _is_plain_noun(self, i: int, entry: Entry) -> bool:
        """After ``to``: ``to market`` is a verb, ``to work`` too, ``to school`` is not."""
        return entry.usual in "nN" and i + 1 < len(self.entries) and (
            self.entries[i + 1].usual in "PS,CBHM" and bool(entry.flags & PLURAL)
        )

    def _in_phrase(self, i: int, flags: int, usual: str) -> str:
        """The reading of a word where a noun phrase is open or may begin."""
        if flags & PLURAL and (usual == "N" or not flags & NOUN):
            return "N"
        goes_on = self._noun_follows(i)
        if usual == "r" and flags & ADVERB and not flags & NOUN:
            return "r"
        if flags & ADJECTIVE and (goes_on or usual == "j" or not flags & NOUN):
            alone = not goes_on and flags & NOUN and self._before(i) in "AKjPp"
            return "n" if alone else "j"
        if flags & NOUN and usual not in "deg":
            return "N" if flags & PLURAL and self.awaits_plural else "n"
        if flags & (PARTICIPLE | GERUND):
            if goes_on:
                return "j"
            if flags & NOUN and (usual == "n" or self._before(i) in "AKj'"):
                return "n"
            return "e" if flags & PARTICIPLE else "g"
        if flags & NOUN:
            return "n"
        if flags & PLURAL:
            return "N"
        if flags & ADVERB:
            return "r"
        if goes_on and self._before(i) in "AK#j'":
            return "j"
        return "z" if flags & THIRD else "v"

    def _noun_follows(self, i: int) -> bool:
        if i + 1 >= len(self.entries) or i + 1 in self.marked:
            return False
        entry = self.entries[i + 1]
        return not entry.closed and bool(entry.flags & (NOUN | PLURAL | ADJECTIVE)) and (
            entry.usual in "nNjg"
        )

    def _after_noun(self, i: int, flags: int, usual: str, before: str) -> str:
        """A word behind a noun: more of a compound, or the verb."""
        if flags & (PAST | PARTICIPLE) and usual in "dev":
            return self._past(i, flags, before)
        if self.finite < 0:
            if flags & PAST and self._object_follows(i):
                return "d"
            if before == "N" and flags & BASE and not flags & PLURAL:
                counted = self.counts and self.lower[i - 1] not in _row("compounding")
                if usual == "v" or counted or not self._noun_follows(i) or self._object_follows(i):
                    return "v"
            elif before in "np" and flags & THIRD and (
                usual == "z"
                or (
                    not self.awaits_plural
                    and (self._object_follows(i) or (before == "n" and not self._verb_ahead(i)))
                )
            ):
                return "z"
            elif before == "N" and flags & BASE and not self._verb_ahead(i):
                return "v"
        if usual == "v" and before == "p" and flags & BASE:
            return "n" if flags & NOUN else "v"
        if usual == "g" and flags & GERUND:
            return "g"
        return self._in_phrase(i, flags, usual)

    def _object_follows(self, i: int) -> bool:
        """Whether the next word cannot go on a compound, so that a verb stands here."""
        if i + 1 in self.marked:
            return True
        if i + 1 >= len(self.entries):
            return False
        usual = self.entries[i + 1].usual
        return usual in "AKQO#TrRI" or self.lower[i + 1] in ("dead", "down", "up")

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
            for k in range(i - 2, -1, -1):
                if self.tags[k] in "de":
                    return self.tags[k]
                if self.tags[k] in "nNp":
                    break
        return "j" if self._noun_follows(i) else "e" if self.finite >= 0 else "d"

    def _is_reduced(self, i: int, before: str) -> bool:
        """Whether a relative clause is shortened here: ``the firm based in Hull said``."""
        if i + 1 >= len(self.lower):
            return False
        after = self.entries[i + 1]
        if self.lower[i + 1] == "by":
            return True
        return (before == "," or after.usual == "P") and before != "O" and self._verb_ahead(i)

    def _verb_ahead(self, i: int) -> bool:
        """Whether a verb with a subject to its left still follows before the clause ends."""
        entries = self.entries
        commas = 0
        for k in range(i + 1, min(i + 24, len(entries))):
            usual = entries[k].usual
            if usual in "SWC" or (usual == "," and self.lower[k] in (";", ":", ".", "—", "–")):
                return False
            if self.lower[k] == ",":
                commas += 1
                if commas > 1:
                    return False
            late = usual == "N" and entries[k].flags & THIRD and self.lower[k - 1] == ","
            if (usual in "BHDMzd" or (late and self._object_follows(k))) and k not in self.marked and entries[k - 1].usual not in "TA":
                return True
        return False


def _is_headline(words: list[str]) -> bool:
    """Whether so many words are capitalised that a capital says nothing."""
    letters = capitals = 0
    for word in words:
        if word[0].isalpha() and len(word) > 3:
            letters += 1
            if word[0].isupper():
                capitals += 1
    return letters > 3 and capitals * 4 > letters * 3
