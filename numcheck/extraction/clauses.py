"""Which verb governs a figure, and which noun phrase is that verb's subject."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.lexicon import verb_lemma
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import word_class

__all__ = ["antecedent", "causes", "finite_before", "subject_of", "subject_start"]

_VERBAL: Final = "BHDMvzdegT"
_FINITE: Final = "vzdBHDM"
# Words that ask or compare instead of pointing back to a noun phrase.
_NO_ANTECEDENT: Final = frozenset(("what", "how", "why", "when", "where", "whether", "whatever"))
_EMPTY_SUBJECTS: Final = frozenset(("there", "you", "this", "that", "i", "one"))
_REACH: Final = 60


def finite_before(phrases: Phrases, position: int) -> int:
    """The nearest finite verb to the left in the same sentence, or -1."""
    tags = phrases.tags
    for i in range(position - 1, max(-1, position - _REACH), -1):
        if tags[i] in _FINITE and not (tags[i] == "v" and phrases.tags[i - 1 : i] == "T"):
            return i
        if tags[i] == ".":
            return NONE
    return NONE


def subject_of(phrases: Phrases, verb: int, depth: int = 0) -> tuple[int, int]:
    """The tokens of the subject of the verb at ``verb``.

    Returns:
        First token and index past the last; ``(-1, -1)`` where the clause has no subject that
        names something. A pronoun stands for the subject of the clause before.
    """
    tags, owner = phrases.tags, phrases.owner
    i = verb
    limit = 0
    for _ in range(_REACH):
        j = phrases.back(i)
        if j < 0:
            break
        mark = tags[j]
        if mark in _VERBAL:
            if mark in "zd" and tags[i] in "BHMzd":
                # "the brand it bought was expected": the first verb is a relative clause's
                inner = phrases.back(j)
                if inner > 0 and (tags[inner] == "O" or owner[inner] != NONE):
                    i = inner if tags[inner] == "O" else phrases.begins[owner[inner]]
                    continue
            i = j
        elif owner[j] != NONE:
            if tags[i] in "Tg" or phrases.sentence.lower[i] == "having":
                # "signed a contract to provide", "entered the game averaging": the subject acts.
                main = finite_before(phrases, phrases.begins[owner[j]])
                if main != NONE and depth <= 2 and not causes(phrases, main):
                    return subject_of(phrases, main, depth + 1)
            return subject_start(phrases, owner[j]), limit or phrases.ends[owner[j]]
        elif mark == ")":
            i = _opening(phrases, j)
            if i < 0:
                break
            if j - i < 4:
                limit = j
        elif mark == "W":
            return antecedent(phrases, j)
        elif mark == "O":
            if depth > 2 or phrases.sentence.lower[j] in _EMPTY_SUBJECTS:
                break
            k = phrases.back(j)
            if k > 0 and tags[k] == "P" and owner[k - 1] != NONE:
                # "the pressure on it was"
                return subject_start(phrases, owner[k - 1]), phrases.ends[owner[k - 1]]
            k = phrases.back(j)
            if k < 0 or (tags[k] not in _VERBAL and tags[k] != "W"):
                break
            return _earlier(phrases, j, depth)
        elif mark == ",":
            attached = phrases.sentence.lower[i] in word_class("attached")
            if attached and j > 0 and owner[j - 1] != NONE:
                return phrases.begins[owner[j - 1]], phrases.ends[owner[j - 1]]
            inner = _parenthesis(phrases, j)
            if inner >= 0:
                i = inner
                if owner[inner + 1] != NONE and "#" not in tags[inner:j] and tags[inner + 1] != "A":
                    limit = j
                continue
            return _earlier(phrases, j, depth)
        elif mark in "CSP":
            if mark == "P" and j > 0 and tags[j - 1] == "t":
                i = j
                continue
            return _earlier(phrases, j, depth)
        elif mark == "t":
            while j >= 0 and tags[j] in "tPCA":
                j -= 1
            i = j + 1
            if i <= 0:
                break
        elif mark in "AQK#j":
            i = j
        else:
            break
    return NONE, NONE


def causes(phrases: Phrases, verb: int) -> bool:
    """Whether the object of a verb is what acts: ``caused sales to fall``."""
    return verb_lemma(phrases.sentence.lower[verb], phrases.tags[verb]) in word_class("causative")


def subject_start(phrases: Phrases, number: int) -> int:
    """First token of the chain of noun phrases that ends with phrase ``number``.

    The chain goes back over prepositions, ``and`` and an apposition between commas:
    ``the price of wheat in March``, ``oats and barley``, ``the pound, the fund's hedge,``.
    """
    tags, owner, begins = phrases.tags, phrases.owner, phrases.begins
    for _ in range(8):
        begin = begins[number]
        if begin > 0 and tags[begin - 1] == "R":
            return begin
        j = phrases.back(begin)
        if j <= 0:
            return begin
        mark = tags[j]
        if mark in "PCT":
            k = j - 1
            while k > 0 and tags[k] in "PTt":
                k -= 1
            if tags[k] == ")":
                k = _opening(phrases, k) - 1
            if k > 0 and tags[k] == "e" and owner[k - 1] != NONE:
                # "the charge stored in the cell"
                k -= 1
            if k >= 0 and owner[k] != NONE:
                number = owner[k]
                continue
            return begin
        if mark == "," and tags[phrases.ends[number] : phrases.ends[number] + 1] == ",":
            k = j - 1
            if owner[k] != NONE:
                number = owner[k]
                continue
        return begin
    return begins[number]


def antecedent(phrases: Phrases, position: int) -> tuple[int, int]:
    """What ``who``, ``which`` or ``that`` at ``position`` stands for."""
    tags, owner = phrases.tags, phrases.owner
    if phrases.sentence.lower[position] in _NO_ANTECEDENT:
        return NONE, NONE
    j = phrases.back(position)
    while j >= 0 and tags[j] in ",P":
        j = phrases.back(j)
    if j >= 0 and tags[j] == ")":
        j = _opening(phrases, j) - 1
    if j < 0 or owner[j] == NONE:
        return NONE, NONE
    begin = phrases.begins[owner[j]]
    if begin > 1 and phrases.sentence.lower[begin - 1] == "of" and owner[begin - 2] != NONE:
        return phrases.begins[owner[begin - 2]], phrases.ends[owner[j]]
    return begin, phrases.ends[owner[j]]


def _earlier(phrases: Phrases, position: int, depth: int) -> tuple[int, int]:
    """The subject of the clause before ``position``, or the noun phrase there."""
    verb = finite_before(phrases, position)
    if verb != NONE and depth <= 2:
        return subject_of(phrases, verb, depth + 1)
    j = phrases.back(position)
    if j >= 0 and phrases.owner[j] != NONE and phrases.tags[position] == ",":
        number = phrases.owner[j]
        return subject_start(phrases, number), phrases.ends[number]
    return NONE, NONE


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
