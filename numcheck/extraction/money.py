"""Currencies before and behind a number, to ISO 4217."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from numcheck import vocabulary
from numcheck.model import Sentence

__all__ = ["Currency", "currency_after", "currency_before", "currency_code"]

_SIGNS = frozenset("-−–+")


class Currency(NamedTuple):
    """A currency as a sentence names it.

    Attributes:
        code: ISO 4217, or ``cent`` or ``penny`` for a hundredth, which ISO has no code for.
        at: Index of its first token, if before the number; past its last token, if behind it.
    """

    code: str
    at: int


class _Tables(NamedTuple):
    before: dict[str, str]  # one token, case as given
    before_pairs: dict[tuple[str, str], str]  # "US" "$"
    before_words: dict[str, str]  # "dollar 22.5 million"
    after: dict[tuple[str, ...], str]  # lower case, one to three tokens
    codes: dict[str, str]  # upper case, behind the number


def currency_before(sentence: Sentence, i: int) -> Currency | None:
    """The currency that stands before the number at token ``i``, glued or one space away."""
    words = sentence.words
    at = i - 1
    if at >= 0 and words[at] in _SIGNS and at > 0 and sentence.glued(i):
        at -= 1  # "$-50.8bn"
    if at < 0 or (sentence.starts[at + 1] - sentence.ends[at]) > 1:
        return None
    tables = _tables()
    word = words[at]
    if word == "." and at > 0 and words[at - 1] in tables.before:
        return Currency(tables.before[words[at - 1]], at - 1)
    code = tables.before.get(word)
    if at > 0 and words[at - 1] == "$" and sentence.glued(at) and word.isalpha():
        pair = tables.before_pairs.get((word, "$"))
        return Currency(pair, at - 1) if pair is not None and sentence.glued(i) else None
    if code is None:
        code = tables.before_words.get(word.lower()) if not sentence.glued(at + 1) else None
        return Currency(code, at) if code is not None and at + 1 == i else None
    if word.isalpha() and (sentence.glued(at) or (len(word) == 1 and not sentence.glued(at + 1))):
        return None  # the R of "PLX-R18"
    if at > 0:
        pair = tables.before_pairs.get((words[at - 1], word))
        if pair is None and word == "$" and sentence.glued(at):
            pair = tables.before.get(words[at - 1].upper()) if len(words[at - 1]) == 3 else None
        close = sentence.starts[at] - sentence.ends[at - 1] <= 1
        if pair is not None and close and (len(words[at - 1]) > 1 or _stands_alone(sentence, at)):
            return Currency(pair, at - 1)
    return Currency(code, at)


def _stands_alone(sentence: Sentence, at: int) -> bool:
    """Whether the letter before a dollar sign belongs to it (``A$5``, ``c $ 16``), not to a word."""
    if sentence.glued(at):
        return at < 2 or not sentence.glued(at - 1)
    return sentence.words[at - 1] in ("c", "C", "A")


def currency_after(sentence: Sentence, i: int) -> Currency | None:
    """The currency whose first token is ``i``, behind a number (``dollars``, ``€``, ``p``)."""
    lower = sentence.lower
    if i >= len(lower):
        return None
    tables = _tables()
    for size in (3, 2, 1):
        code = tables.after.get(tuple(lower[i : i + size]))
        if code is not None and i + size <= len(lower):
            if len(lower[i]) == 1 and lower[i].isalpha() and not sentence.glued(i):
                return None
            return Currency(code, i + size)
    word = sentence.words[i]
    code = tables.codes.get(word)
    return Currency(code, i + 1) if code is not None else None


def currency_code(word: str) -> str | None:
    """The ISO 4217 code that a word is, or ``None``."""
    return _tables().codes.get(word)


@cache
def _tables() -> _Tables:
    before: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    after: dict[tuple[str, ...], str] = {}
    codes: dict[str, str] = {}
    minor = {"USD": "cent", "GBP": "penny"}
    for surface, code, place in vocabulary.table("currencies", 3):
        tokens = surface.split(" ")
        if place in ("before", "both"):
            if len(tokens) == 2:
                pairs[(tokens[0], tokens[1])] = code
            else:
                before.setdefault(surface, code)
        if place == "both":
            codes.setdefault(surface, code)
        if place == "after":
            after.setdefault(tuple(tokens), code)
        if place == "minor":
            after.setdefault(tuple(tokens), minor.get(code, code))
    words = {"dollar": "USD", "euro": "EUR", "rupees": "INR"}
    return _Tables(before, pairs, words, after, codes)
