"""A sentence with each number, and the words that bound it, as one token.

Numbers that stand in the same place of two sentences worded alike are then set side by side,
whatever kind of figure they are: a quantity, a year, a house number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Literal, NamedTuple

from numcheck import vocabulary
from numcheck.model import Analysis, Figure, Sentence
from numcheck.model.interval import Interval

__all__ = ["SLOT", "Outcome", "Slot", "Wording", "outcome_of"]

Outcome = Literal["supported", "contradicted", "open"]

SLOT = "\0"
"""The token that stands for a number."""

_STACKED = 3
_GROUP = 3
_LOOSE = frozenset({"approximate", "nearly"})


class Slot(NamedTuple):
    """A number in a sentence: its tokens, its bounds from the outermost, its value."""

    first: int
    last: int
    bounds: tuple[str, ...]
    value: Decimal


class Wording:
    """A sentence with each number, and the words that bound it, as one token."""

    __slots__ = ("analysis", "sentence", "slots", "words")

    def __init__(self, analysis: Analysis, sentence: Sentence, figures: Sequence[Figure]) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.words: list[str] = []
        self.slots: dict[int, Slot] = {}
        covered = {token: one for one in figures for token in range(one.first, one.last)}
        lower = sentence.lower
        position = 0
        while position < len(lower):
            slot = _slot_at(lower, position, covered.get(position))
            if slot is None:
                self.words.append(lower[position])
                position += 1
                continue
            bounds = [*slot.bounds]
            for _ in range(_STACKED):
                bound, size = _bound_before(self.words)
                if not bound:
                    break
                del self.words[len(self.words) - size :]
                bounds.insert(0, bound)
            position = slot.last
            behind, size = _bound_behind(lower, position)
            if behind:
                bounds.append(behind)
                position += size
            self.slots[len(self.words)] = slot._replace(bounds=tuple(bounds))
            self.words.append(SLOT)

    def content(self) -> int:
        """How many words it has, numbers and punctuation apart."""
        return sum(word[0].isalpha() for word in self.words)


def outcome_of(
    bounds: tuple[str, ...], value: Decimal, given: tuple[str, ...], stated: Decimal
) -> Outcome:
    """Whether a number follows from another one in its place.

    Args:
        bounds: Bounds of the draft's number, the outermost first.
        value: The draft's number.
        given: Bounds of the source's number.
        stated: The source's number.
    """
    if bounds == given:
        # "Up to 40" for "up to 30" in the same words: a changed figure, though it may follow.
        return "supported" if value == stated else "contradicted"
    if len(bounds) != len(given):
        # "At least less than 40" beside "at least 20": what both say is left out.
        while bounds and given and bounds[0] == given[0]:
            bounds, given = bounds[1:], given[1:]
    claimed, known = _interval(bounds, value), _interval(given, stated)
    mine, theirs = bounds[-1] if bounds else "exact", given[-1] if given else "exact"
    if mine == "exact" and theirs == "exact":
        return "supported" if value == stated else "contradicted"
    if claimed.contains(known):
        return "supported"
    if mine == "exact" and value == stated:
        # "More than 80" told as 80.
        return "open"
    if not claimed.intersects(known):
        return "contradicted"
    return "supported" if theirs in _LOOSE and mine in (*_LOOSE, "exact") else "open"


def _interval(bounds: tuple[str, ...], value: Decimal) -> Interval:
    bound = bounds[-1] if bounds else "exact"
    if bound in ("at_least", "more_than"):
        return Interval(low=value, low_open=bound == "more_than")
    if bound in ("at_most", "less_than"):
        return Interval(high=value, high_open=bound == "less_than")
    if bound in _LOOSE:
        return Interval.around(value, abs(value) / 10)
    return Interval.point(value)


def _slot_at(lower: Sequence[str], position: int, figure: Figure | None) -> Slot | None:
    token = lower[position]
    if not token[0].isdigit():
        # Numbers in words, as extraction read them.
        if figure is None or figure.first != position or figure.value is None:
            return None
        if any(letter.isdigit() for letter in figure.text) or not figure.text[0].isalpha():
            return None
        return Slot(position, figure.last, (), figure.value)
    digits, last = token.replace(",", ""), position + 1
    while (
        figure is not None
        and last < figure.last
        and len(lower[last]) == _GROUP
        and lower[last].isdigit()
        and len(token) <= _GROUP
    ):
        digits += lower[last]
        last += 1
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    if last < len(lower) and lower[last] in _scales():
        value *= _scales()[lower[last]]
        last += 1
    return Slot(position, last, (), value)


@cache
def _scales() -> dict[str, Decimal]:
    return {
        word: Decimal(value)
        for word, kind, value in vocabulary.table("numerals", 3)
        if kind in ("scale", "suffix")
    }


@cache
def _hedges(side: str, end: int) -> dict[str, list[tuple[list[str], str]]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, bound, where, _ in vocabulary.table("hedges", 4):
        if where == side:
            tokens = phrase.split(" ")
            found.setdefault(tokens[end], []).append((tokens, bound))
    for hedges in found.values():
        hedges.sort(key=lambda hedge: -len(hedge[0]))
    return found


def _bound_before(words: Sequence[str]) -> tuple[str, int]:
    if words:
        for tokens, bound in _hedges("left", -1).get(words[-1], ()):
            if words[-len(tokens) :] == tokens:
                return bound, len(tokens)
    return "", 0


def _bound_behind(lower: Sequence[str], position: int) -> tuple[str, int]:
    if position < len(lower):
        for tokens, bound in _hedges("right", 0).get(lower[position], ()):
            if lower[position : position + len(tokens)] == tokens:
                return bound, len(tokens)
    return "", 0
