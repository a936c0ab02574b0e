"""Which noun phrase is the subject of a verb, found by a walk to the left."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.lexicon import verb_lemma
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import word_class

__all__ = [
    "NOTHING",
    "Span",
    "antecedent",
    "causes",
    "finite_before",
    "subject_of",
    "subject_start",
]

Span = tuple[int, int]
NOTHING: Final[Span] = (NONE, NONE)

_VERBAL: Final = "BHDMvzdegT"
_FINITE: Final = "vzdBHDM"
# Words that ask or compare instead of pointing back to a noun phrase.
_NO_ANTECEDENT: Final = frozenset(("what", "how", "why", "when", "whether", "whatever"))
_EMPTY_SUBJECTS: Final = frozenset(("there", "you", "this", "that", "i", "one"))
# How far a walk goes, and through how many clauses, so that cost stays linear.
_REACH: Final = 60
_DEPTH: Final = 2
_DONE: Final = -2


def finite_before(phrases: Phrases, position: int) -> int:
    """The nearest finite verb to the left in the same sentence, or -1."""
    tags = phrases.tags
    for i in range(position - 1, max(-1, position - _REACH), -1):
        if tags[i] in _FINITE and not (tags[i] == "v" and tags[i - 1 : i] == "T"):
            return i
        if tags[i] == ".":
            return NONE
    return NONE


def causes(phrases: Phrases, verb: int) -> bool:
    """Whether the object of a verb is what acts: ``caused sales to fall``."""
    lemma = verb_lemma(phrases.sentence.lower[verb], phrases.tags[verb])
    return lemma in word_class("causative")


def subject_of(phrases: Phrases, verb: int, depth: int = 0) -> Span:
    """The tokens of a verb's subject.

    Args:
        phrases: The noun phrases of the sentence.
        verb: The verb's token, or the one behind it.
        depth: How many clauses the walk has left behind already.

    Returns:
        First token and index past the last; ``(-1, -1)`` where the clause has no subject that
        names something. A pronoun stands for the subject of the clause that reports it.
    """
    if depth > _DEPTH:
        return NOTHING
    return _Walk(phrases, depth).run(verb)


def subject_start(phrases: Phrases, number: int) -> int:
    """First token of the chain of noun phrases that ends with phrase ``number``.

    The chain goes back over prepositions, ``and`` and an apposition between commas:
    ``the price of wheat in March``, ``oats and barley``, ``the charge stored in the cell``.
    """
    tags, owner, begins = phrases.tags, phrases.owner, phrases.begins
    for _ in range(8):
        begin = begins[number]
        j = phrases.back(begin)
        if j <= 0 or tags[begin - 1] == "R":
            return begin
        k = j - 1
        if tags[j] in "PCT":
            while k > 0 and tags[k] in "PTt":
                k -= 1
            if tags[k] == ")":
                k = _opening(phrases, k) - 1
            if k > 0 and tags[k] == "e" and owner[k - 1] != NONE:
                k -= 1
        elif tags[j] != "," or tags[phrases.ends[number] : phrases.ends[number] + 1] != ",":
            return begin
        if k < 0 or owner[k] == NONE:
            return begin
        number = owner[k]
    return begins[number]


def antecedent(phrases: Phrases, position: int) -> Span:
    """What ``who``, ``which`` or ``that`` at ``position`` stands for."""
    tags, owner = phrases.tags, phrases.owner
    if phrases.sentence.lower[position] in _NO_ANTECEDENT:
        return NOTHING
    j = phrases.back(position)
    while j >= 0 and tags[j] in ",P":
        j = phrases.back(j)
    if j >= 0 and tags[j] == ")":
        j = _opening(phrases, j) - 1
    if j < 0 or owner[j] == NONE:
        return NOTHING
    begin = phrases.begins[owner[j]]
    if begin > 1 and phrases.sentence.lower[begin - 1] == "of" and owner[begin - 2] != NONE:
        begin = phrases.begins[owner[begin - 2]]
    return begin, phrases.ends[owner[j]]


class _Walk:
    """A walk from a verb to its subject.

    Each step gets the position ``i`` that the walk has reached and the token ``j`` before it,
    and returns where to go on from, or ``_DONE`` with ``found`` set.
    """

    __slots__ = ("depth", "found", "limit", "phrases")

    def __init__(self, phrases: Phrases, depth: int) -> None:
        self.phrases = phrases
        self.depth = depth
        self.found = NOTHING
        # Past an apposition or bracket that belongs to the subject; 0 if there is none.
        self.limit = 0

    def run(self, verb: int) -> Span:
        """The subject's span."""
        i = verb
        for _ in range(_REACH):
            j = self.phrases.back(i)
            if j < 0:
                break
            i = self._step(i, j)
            if i < 0:
                break
        return self.found

    def _step(self, i: int, j: int) -> int:
        phrases = self.phrases
        mark = phrases.tags[j]
        if mark in _VERBAL:
            return self._verb(i, j)
        if phrases.owner[j] != NONE:
            return self._noun(i, j)
        if mark == ",":
            return self._comma(i, j)
        if mark == ")":
            opening = _opening(phrases, j)
            if j - opening < 4:
                self.limit = j
            return opening if opening >= 0 else _DONE
        if mark == "W":
            self.found = antecedent(phrases, j)
            return _DONE
        if mark == "O":
            return self._pronoun(j)
        if mark in "CSP":
            if mark == "P" and j > 0 and phrases.tags[j - 1] == "t":
                return j
            return self._earlier(j)
        if mark == "t":
            while j >= 0 and phrases.tags[j] in "tPCA":
                j -= 1
            return j + 1 if j >= 0 else _DONE
        return j if mark in "AQK#j" else _DONE

    def _verb(self, i: int, j: int) -> int:
        """Through the verb group; past a relative clause: ``the brand it bought was expected``."""
        phrases, tags = self.phrases, self.phrases.tags
        if tags[j] in "zd" and i < len(tags) and tags[i] in "BHMzd":
            inner = phrases.back(j)
            if inner > 0 and tags[inner] == "O":
                return inner
            if inner > 0 and phrases.owner[inner] != NONE:
                return phrases.begins[phrases.owner[inner]]
        return j

    def _noun(self, i: int, j: int) -> int:
        phrases = self.phrases
        number = phrases.owner[j]
        infinite = i < len(phrases.tags) and (
            phrases.tags[i] in "Tg" or phrases.sentence.lower[i] == "having"
        )
        begin = phrases.begins[number]
        if infinite and begin > 0 and phrases.sentence.lower[begin - 1] == "with":
            # "with Hull closing 3 schools"
            self.found = (begin, phrases.ends[number])
            return _DONE
        if infinite:
            # "signed a contract to provide", "entered the game averaging": the subject acts.
            main = finite_before(phrases, begin)
            if main != NONE and self.depth <= _DEPTH and not causes(phrases, main):
                self.found = subject_of(phrases, main, self.depth + 1)
                return _DONE
        start = subject_start(phrases, number)
        relative = self._relative(i, start)
        if relative >= 0:
            self.found = antecedent(phrases, relative)
        else:
            self.found = (start, self.limit or phrases.ends[number])
        return _DONE

    def _relative(self, i: int, start: int) -> int:
        """The relative word of a clause whose object ends right before the verb at ``i``.

        "the mine where a blast killed ten men will close": not the men close.
        """
        phrases, tags = self.phrases, self.phrases.tags
        k = phrases.back(start)
        if k < 1 or tags[k] not in "zd" or i >= len(tags) or tags[i] not in "BHMzd":
            return NONE
        if self._reports(k):
            return NONE
        relative = tags.rfind("W", max(0, k - 12), k)
        clause = tags[relative:k] if relative >= 0 else ""
        return relative if clause and not any(mark in ",;" for mark in clause) else NONE

    def _comma(self, i: int, j: int) -> int:
        phrases, tags = self.phrases, self.phrases.tags
        number = phrases.owner[j - 1] if j > 0 else NONE
        if number != NONE and phrases.sentence.lower[i] in word_class("attached"):
            self.found = (phrases.begins[number], phrases.ends[number])
            return _DONE
        inner = _parenthesis(phrases, j)
        if inner < 0:
            return self._earlier(j)
        if phrases.owner[inner + 1] != NONE and tags[inner + 1] != "A" and "#" not in tags[inner:j]:
            self.limit = j
        return inner

    def _pronoun(self, j: int) -> int:
        phrases, tags = self.phrases, self.phrases.tags
        if phrases.sentence.lower[j] in _EMPTY_SUBJECTS:
            return _DONE
        k = phrases.back(j)
        if k > 0 and tags[k] == "P" and phrases.owner[k - 1] != NONE:
            # "the pressure on it was"
            number = phrases.owner[k - 1]
            self.found = (subject_start(phrases, number), phrases.ends[number])
            return _DONE
        if k >= 0 and (tags[k] == "W" or self._reports(k)):
            return self._earlier(j)
        return _DONE

    def _reports(self, k: int) -> bool:
        """Whether the clause hangs on a verb of saying: ``the bank said it``."""
        mark = self.phrases.tags[k]
        lemma = verb_lemma(self.phrases.sentence.lower[k], mark)
        return mark in _VERBAL and lemma in word_class("reporting")

    def _earlier(self, j: int) -> int:
        """The subject of the clause before, or the noun phrase before a comma."""
        phrases = self.phrases
        verb = finite_before(phrases, j)
        if verb != NONE:
            self.found = subject_of(phrases, verb, self.depth + 1)
            return _DONE
        k = phrases.back(j)
        if k >= 0 and phrases.owner[k] != NONE and phrases.tags[j] == ",":
            number = phrases.owner[k]
            self.found = (subject_start(phrases, number), phrases.ends[number])
        return _DONE


def _opening(phrases: Phrases, closing: int) -> int:
    """The bracket that ``closing`` closes, or -1."""
    return phrases.tags.rfind("(", max(0, closing - _REACH), closing)


def _parenthesis(phrases: Phrases, comma: int) -> int:
    """The comma that opens what ``comma`` closes, where a noun phrase stands before it; else -1."""
    tags = phrases.tags
    other = tags.rfind(",", max(0, comma - 16), comma)
    if other > 0 and phrases.owner[other - 1] != NONE:
        between = tags[other + 1 : comma]
        if not any(mark in "zdBHDM" for mark in between) or between[:1] == "W":
            return other
    return NONE
