"""What leads to a figure: the preposition, verb, comma or noun phrase before it."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.clauses import (
    NOTHING,
    Span,
    causes,
    finite_before,
    subject_of,
    subject_start,
)
from numcheck.extraction.draft import Draft
from numcheck.extraction.gaps import is_gapped, is_verbless, item_start
from numcheck.extraction.lexicon import verb_lemma
from numcheck.extraction.measured import Reading
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import word_class

__all__ = ["read_lead"]

_VERBAL: Final = "vzdegBHDM"
# Prepositions that state a level or a change: what leads to the figure is its clause's subject.
_LEVELS: Final = frozenset(("to", "by", "from", "between", "at", "below", "above", "under", "over"))
# Kinds whose figures can be an item of a list without verbs ("Lot 1, £3m, Lot 2, £5m").
_LISTED: Final = frozenset(("money", "percent", "measure", "multiplier"))
# Reporting verbs that also take a plain object ("added 15 vans").
_TRANSITIVE: Final = frozenset(("add", "find", "show", "hear", "know", "mean"))
_HOPS: Final = 12


def read_lead(
    phrases: Phrases, draft: Draft, start: int, before: Draft | None, reading: Reading
) -> bool:
    """Fill ``held`` and ``subject`` of a reading with what leads to the figure.

    Args:
        phrases: The noun phrases of the sentence.
        draft: The figure.
        start: First token of its phrase, hedges and article with it.
        before: The figure before it in the sentence.
        reading: What is known of it; changed.

    Returns:
        Whether the figure only goes on from the one before it.
    """
    return _Lead(phrases, draft, before, reading).read(start)


class _Lead:
    """One figure's lead."""

    __slots__ = ("before", "draft", "phrases", "reading")

    def __init__(
        self, phrases: Phrases, draft: Draft, before: Draft | None, reading: Reading
    ) -> None:
        self.phrases = phrases
        self.draft = draft
        self.before = before
        self.reading = reading

    def read(self, start: int) -> bool:
        """Look at the token before ``start``, past those that lead nowhere."""
        phrases, tags = self.phrases, self.phrases.tags
        for _ in range(_HOPS):
            j = phrases.back(start)
            if j < 0:
                return False
            mark = tags[j]
            if self.draft.kind == "age" and phrases.sentence.lower[j] in ("age", "aged"):
                start = j
            elif mark in "PT":
                k = phrases.back(j)
                if k < 0 or tags[k] not in "PTSQAj":
                    return self._preposition(j)
                start = k + 1 if tags[k] in "PT" else k
            elif mark in _VERBAL:
                self._verb(j)
                return False
            elif mark == "#" or (mark == ";" and self._ends_at(j)):
                return True
            elif mark in "(C,":
                return self._link(j)
            elif phrases.owner[j] != NONE:
                self._beside(phrases.owner[j])
                return False
            elif mark in "SQAj" or (mark == "O" and j > 0 and tags[j - 1] in "vzd"):
                start = j
            else:
                return False
        return False

    def _ends_at(self, position: int) -> bool:
        """Whether the figure before ends here: ``four in ten - 39 per cent``."""
        return self.before is not None and position - 2 <= self.before.after <= position

    # -------------------------------------------------------------- a verb
    def _verb(self, verb: int) -> None:
        """The figure is what the verb is about: ``has 300 staff``, ``gained 8%``."""
        lower, tags = self.phrases.sentence.lower, self.phrases.tags
        kind = self.draft.kind
        if lower[verb] == "including":
            return
        if kind in ("count", "percent") and tags[verb] in "vzdg":
            lemma = verb_lemma(lower[verb], tags[verb])
            if lemma in word_class("reporting") and (self._acts() or lemma not in _TRANSITIVE):
                return
        self.reading.subject = subject_of(self.phrases, verb + 1)

    # -------------------------------------------------------------- a preposition
    def _preposition(self, j: int) -> bool:
        phrases, tags = self.phrases, self.phrases.tags
        word = phrases.sentence.lower[j]
        k = self._past_dates(phrases.back(j))
        if k < 0:
            return False
        if phrases.owner[k] == NONE:
            if tags[k] in _VERBAL and not self._happened_to_others(k):
                self.reading.subject = subject_of(phrases, k + 1)
            if tags[k] in "C," and self.before is not None:
                return is_verbless(phrases, self.before.last, k)
            return tags[k] == "#" and (self.draft.kind != "count" or word in _LEVELS)
        number = phrases.owner[k]
        chain = (subject_start(phrases, number), phrases.ends[number])
        if is_gapped(phrases, self.before, chain[0]):
            self.reading.subject = chain
        elif word == "of":
            self._of(number)
        elif self.before is not None and self.before.after > phrases.begins[number]:
            return True
        else:
            self._attached(word, number, chain)
        return False

    def _happened_to_others(self, participle: int) -> bool:
        """``people were killed at two markets``: they are not what is measured."""
        tags = self.phrases.tags
        passive = tags[participle] == "e" and "B" in tags[max(0, participle - 3) : participle]
        return passive and self.draft.kind == "count" and self.draft.counted is not None

    def _past_dates(self, k: int) -> int:
        """``its forecast for June 2019 to 4%``: a date between changes nothing."""
        tags = self.phrases.tags
        if k < 0 or tags[k] != "t":
            return k
        while k >= 0 and tags[k] == "t":
            k = self.phrases.back(k)
        return self.phrases.back(k) if k >= 0 and tags[k] == "P" else k

    def _of(self, number: int) -> None:
        """``a turnover of £3m``: the noun phrase is what is measured."""
        phrases, reading = self.phrases, self.reading
        begin, end = phrases.begins[number], phrases.ends[number]
        if phrases.sentence.lower[end - 1] not in word_class("light"):
            reading.held = (begin, end)
        verb = finite_before(phrases, begin)
        if verb != NONE:
            reading.subject = subject_of(phrases, verb)
        if reading.subject[0] < 0 and self.draft.kind != "count":
            reading.subject = self._holder(begin)

    def _holder(self, begin: int) -> Span:
        """Whose: ``a lake with an area of 30 acres``."""
        phrases = self.phrases
        j = phrases.back(begin)
        if j > 0 and phrases.tags[j] == "P" and phrases.owner[j - 1] != NONE:
            number = phrases.owner[j - 1]
            return phrases.begins[number], phrases.ends[number]
        return NOTHING

    def _attached(self, word: str, number: int, chain: Span) -> None:
        """``cut its price to £3``, ``sales in May rose to 30``: object, subject or both."""
        phrases, tags, reading = self.phrases, self.phrases.tags, self.reading
        ahead = phrases.back(chain[0])
        direct = ahead >= 0 and (
            tags[ahead] in "vzdg" or (tags[ahead] == "e" and "H" in tags[max(0, ahead - 3) : ahead])
        )
        verb = ahead + 1 if direct else finite_before(phrases, phrases.ends[number] - 1)
        if verb < 0:
            reading.subject = chain
            return
        kind = self.draft.kind
        reading.subject = subject_of(phrases, verb)
        if reading.subject[0] < 0:
            reading.held = chain
        elif kind == "count":
            if tags[verb] == "B" and "e" in tags[verb : verb + 4]:
                reading.subject = NOTHING
        elif word in _LEVELS:
            if direct:
                reading.held = chain
        else:
            reading.held = (phrases.begins[number], phrases.ends[number])
            if kind not in ("money", "percent"):
                reading.subject = NOTHING

    # -------------------------------------------------------------- a comma, bracket or "and"
    def _link(self, j: int) -> bool:
        phrases, tags = self.phrases, self.phrases.tags
        mark = tags[j]
        k = phrases.back(j)
        if k < 0:
            return False
        number = phrases.owner[k]
        if mark == "," and number != NONE and self._is_item(j, number):
            return False
        if self._continues(j):
            return True
        if mark == "C":
            verb = finite_before(phrases, j)
            if verb != NONE and not self._acts():
                self.reading.subject = subject_of(phrases, verb)
        elif number != NONE:
            self._apposed(mark, k, number)
        return False

    def _acts(self) -> bool:
        """Whether the figure is the subject of a verb behind it: ``and two men fled``."""
        i = self.phrases.on(self.draft.after)
        return self.phrases.tags[i : i + 1] in ("B", "H", "D", "M", "z", "d", "v")

    def _is_item(self, comma: int, number: int) -> bool:
        """Whether it is an item of a list or of a clause that leaves out its verb."""
        phrases = self.phrases
        if self.draft.kind in _LISTED:
            begin = item_start(phrases, self.before, comma)
            if begin >= 0:
                self.reading.subject = (begin, comma)
                return True
        start = subject_start(phrases, number)
        if is_gapped(phrases, self.before, start):
            self.reading.subject = (start, phrases.ends[number])
            return True
        return False

    def _continues(self, j: int) -> bool:
        """Whether the figure is tied to the one before it: ``8 miles (13 km)``."""
        before, tags = self.before, self.phrases.tags
        if before is None or self.draft.kind == "age":
            return False
        if tags[j] == "(":
            return before.after == j or tags[j - 1] == "#"
        return is_verbless(self.phrases, before.last, j)

    def _apposed(self, mark: str, k: int, number: int) -> None:
        """``Ms Hale, 65,``, ``the index (30 points)``, ``shares were mixed, up 2%``."""
        phrases, reading = self.phrases, self.reading
        begin, end = phrases.begins[number], phrases.ends[number]
        if self.draft.kind == "age":
            reading.subject = (begin, end)
            return
        start = subject_start(phrases, number)
        if mark == "(":
            reading.subject = (start, end)
            return
        verb = NONE if phrases.tags[k] == "p" else finite_before(phrases, k)
        if verb == NONE:
            ahead = phrases.back(start)
            if ahead < 0 or phrases.tags[ahead] != "P":
                reading.subject = (start, end)
            return
        reading.subject = subject_of(phrases, verb)
        if self.draft.trend is None and self.draft.kind in ("money", "measure"):
            reading.held = (begin, end)

    # -------------------------------------------------------------- a noun phrase
    def _beside(self, number: int) -> None:
        """A noun phrase stands right before the figure: ``Acme +3%``, ``cost buyers £400``."""
        phrases, reading = self.phrases, self.reading
        start = subject_start(phrases, number)
        if reading.modified[0] >= 0:
            # "all brands of Paxil 20 mg tablets"
            start = phrases.begins[number]
        ahead = phrases.back(start)
        if ahead > 0 and phrases.tags[ahead] == "P" and phrases.tags[ahead - 1] in _VERBAL:
            # "they train on their land 3,000 men"
            reading.subject = subject_of(phrases, ahead)
            return
        paid = self.draft.kind in ("money", "count", "duration")
        if paid and ahead >= 0 and phrases.tags[ahead] in "vzd" and not causes(phrases, ahead):
            reading.subject = subject_of(phrases, ahead + 1)
        else:
            reading.subject = (start, phrases.ends[number])
        if reading.modified[0] >= 0 and phrases.tags[reading.modified[0]] == "p":
            # In "Acme +3% Globex +2%" the next name has its own figure.
            reading.modified = NOTHING
