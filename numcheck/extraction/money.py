"""Currencies before and behind a number, to ISO 4217."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from numcheck import vocabulary
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import cardinals, suffixes
from numcheck.model import Sentence

__all__ = ["Currency", "currency_after", "currency_before", "currency_code", "currency_nation"]

_SIGNS: Final = frozenset("-−–+")
_CODE_LENGTH = 3
_MILLION: Final = Decimal(10**6)


class Currency(NamedTuple):
    """A currency as a sentence names it.

    Attributes:
        code: ISO 4217, or the name of a hundredth (``cent``, ``penny``), which ISO has no code for.
        at: Index of its first token, if before the number; past its last token, if behind it.
        scale: What it multiplies the number by (``MEUR 60``).
    """

    code: str
    at: int
    scale: Decimal = Decimal(1)


class _Tables(NamedTuple):
    before: dict[str, str]  # one token, case as given
    before_pairs: dict[tuple[str, str], str]  # "US" "$"
    before_words: dict[str, str]  # never glued: "dollar 22.5 million"
    after: dict[str, tuple[tuple[tuple[str, ...], str], ...]]  # by first token, lower case
    codes: dict[str, str]  # upper case, behind the number
    nations: dict[str, str]  # lower case, behind an amount with the dollar sign
    wired: dict[tuple[str, ...], str]  # signs as wires transliterate them


def currency_before(sentence: Sentence, i: int) -> Currency | None:
    """The currency that stands before the number at token ``i``, glued or one space away."""
    words, starts, ends = sentence.words, sentence.starts, sentence.ends
    at = i - 1
    if at > 0 and words[at] in _SIGNS and sentence.glued(i):
        at -= 1  # "$-50.8bn"
    if at < 0 or starts[at + 1] - ends[at] > 1:
        return None
    tables = _tables()
    word = words[at]
    if word == "." and at > 0 and words[at - 1] in tables.before:
        return Currency(tables.before[words[at - 1]], at - 1)  # "Rs. 500"
    code = tables.before.get(word)
    if code is None:
        return _named_before(sentence, i, at) or _wired_before(sentence, i, at)
    if word.isalpha() and (sentence.glued(at) or (len(word) == 1 and not _letter(sentence, i))):
        return None  # the R of "PLX-R18"
    if at > 0:
        found = _two_tokens(sentence, at)
        if found is not None:
            return found
    return Currency(code, at)


def _letter(sentence: Sentence, i: int) -> bool:
    """Whether one letter glued to the number at ``i`` is a currency; "R2-D2" holds none."""
    if not sentence.glued(i):
        return False
    behind = i + 2
    dashed = behind < len(sentence.words) and sentence.words[i + 1] in _SIGNS
    goes_on = dashed and (sentence.words[behind][0].isalpha() or sentence.words[i + 1] == "+")
    return not (goes_on and sentence.glued(i + 1))


def _named_before(sentence: Sentence, i: int, at: int) -> Currency | None:
    """``dollar 22.5 million``, ``MEUR 60`` and the reversed ``$NZ5``."""
    word, tables = sentence.words[at], _tables()
    if at > 0 and sentence.words[at - 1] == "$" and sentence.glued(at) and sentence.glued(i):
        pair = tables.before_pairs.get((word, "$"))
        return Currency(pair, at - 1) if pair is not None else None
    if at + 1 != i or sentence.glued(i):
        return None
    code = tables.before_words.get(word) or tables.before_words.get(word.lower())
    if code is not None:
        return Currency(code, at)
    if len(word) == _CODE_LENGTH + 1 and word[0] == "M":
        code = tables.codes.get(word[1:])
    return Currency(code, at, _MILLION) if code is not None else None


def _wired_before(sentence: Sentence, i: int, at: int) -> Currency | None:
    """``PS2.7m`` and ``Y=590 billion``, before an amount that is no model number (``PS5``)."""
    words, wired = sentence.words, _tables().wired
    if at + 1 != i or not sentence.glued(i):
        return None
    first = at - 1 if at > 0 and sentence.glued(at) and (words[at - 1], words[at]) in wired else at
    code = wired.get(tuple(words[first : at + 1]))
    if code is None or sentence.glued(first):
        return None
    scale = words[i + 1 : i + 2]
    magnitude = scale != [] and (scale[0] in suffixes() or scale[0] in cardinals())
    return Currency(code, first) if magnitude or not words[i].isdecimal() else None


def currency_nation(sentence: Sentence, i: int) -> Currency | None:
    """Whose dollars an amount with the dollar sign before token ``i`` is in (``$31.20 US``)."""
    lower = sentence.lower
    code = _tables().nations.get(lower[i]) if i < len(lower) else None
    if code is None or sentence.words[i].islower():
        return None
    closes = i + 1 >= len(lower) or lower[i + 1] in neighbours("after_nation")
    return Currency(code, i + 1) if closes else None


def _two_tokens(sentence: Sentence, at: int) -> Currency | None:
    """``US$``, ``A$``, ``GH₵``, ``USD$``: the sign at ``at`` with the letters before it."""
    words, tables = sentence.words, _tables()
    letters, word = words[at - 1], words[at]
    pair = tables.before_pairs.get((letters, word))
    if pair is None and word == "$" and len(letters) == _CODE_LENGTH and sentence.glued(at):
        pair = tables.before.get(letters.upper())
    if pair is None or sentence.starts[at] - sentence.ends[at - 1] > 1:
        return None
    return Currency(pair, at - 1) if len(letters) > 1 or _stands_alone(sentence, at) else None


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """Whether the letter before a dollar sign belongs to it (``A$5``), not to a word."""
    if sentence.glued(at):
        return at < 2 or not sentence.glued(at - 1)
    return sentence.words[at - 1] in ("c", "C", "A")


def currency_after(sentence: Sentence, i: int) -> Currency | None:
    """The currency whose first token is ``i``, behind a number (``dollars``, ``€``, ``p``)."""
    lower = sentence.lower
    if i >= len(lower):
        return None
    word, tables = sentence.words[i], _tables()
    for tokens, code in tables.after.get(lower[i], ()):
        size = len(tokens)
        if size > 1 and tuple(lower[i : i + size]) != tokens:
            continue
        if len(word) == 1 and word.isalpha() and not (sentence.glued(i) and word.islower()):
            return None  # "5p", but not "5 p" or the temperature "5C"
        return Currency(code, i + size)
    found = tables.codes.get(word)
    if found is None:
        return None
    # The sign of "1 $10 bill" belongs to what follows.
    next_glued = i + 1 < len(lower) and sentence.glued(i + 1) and lower[i + 1][0].isdecimal()
    return None if next_glued else Currency(found, i + 1)


def currency_code(word: str) -> str | None:
    """The ISO 4217 code that a word is, or ``None``."""
    return _tables().codes.get(word)


@cache
def _tables() -> _Tables:
    before: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    words: dict[str, str] = {}
    after: dict[tuple[str, ...], str] = {}
    codes: dict[str, str] = {}
    nations: dict[str, str] = {}
    wired: dict[tuple[str, ...], str] = {}
    for surface, code, place in vocabulary.table("currencies", 3):
        tokens = surface.split(" ")
        if place in ("before", "both") and len(tokens) == 2:
            pairs[(tokens[0], tokens[1])] = code
        elif place in ("before", "both"):
            before.setdefault(surface, code)
        if place in ("both", "apart"):
            codes.setdefault(surface, code)
        if place == "apart":
            words.setdefault(surface, code)
        if place in ("after", "minor"):
            after.setdefault(tuple(tokens), code)
        if place == "nation":
            nations[surface] = code
        if place == "wire":
            wired[tuple(tokens)] = code
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for found, code in after.items():
        by_first.setdefault(found[0], []).append((found, code))
    longest_first = {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in by_first.items()
    }
    return _Tables(before, pairs, words, longest_first, codes, nations, wired)
