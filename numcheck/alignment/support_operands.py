"""Figures as operands: of what, per what, and whether they add to an amount or take from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from numcheck import vocabulary
from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import Profile
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Sentence

__all__ = ["ANY", "Operand", "operand", "roles", "same_thing", "words_of"]

ANY = "*"
"""The denominator of "3 biscuits each", which names none."""

_REACH = 7
_SHORTEST = 3
_CLAUSE_ENDS = frozenset((",", ";", ".", "and", "but", "while"))
_ARTICLES = frozenset(("a", "an"))
_PER_WORDS = frozenset(("each", "every", "per"))


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure with what arithmetic needs of it.

    Attributes:
        item: The figure.
        thing: What it counts or its unit; empty where the text leaves it out.
        per: What it is told of one of; empty for a plain amount.
        sign: 1 where its words add it to an amount, -1 where they take it away, else 0.
        place: Index of its sentence.
    """

    item: Profile
    thing: str
    per: str
    sign: int
    place: int


@cache
def words_of(role: str) -> frozenset[str]:
    """The single words of a role in the vocabulary of operations."""
    return frozenset(entry for name, entry in vocabulary.table("operations", 2) if name == role)


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    return tuple(
        (role, f" {entry} ") for role, entry in vocabulary.table("operations", 2) if " " in entry
    )


@cache
def _roles_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for role, entry in vocabulary.table("operations", 2):
        if " " not in entry:
            found[entry] = (*found.get(entry, ()), role)
    return found


def roles(sentence: Sentence, item: Profile) -> frozenset[str]:
    """The operations that a sentence's words license for a figure in it.

    Args:
        sentence: The sentence.
        item: The figure.
    """
    by_word = _roles_by_word()
    found = {role for word in sentence.lower for role in by_word.get(word, ())}
    flat = f" {' '.join(sentence.lower)} "
    found.update(role for role, phrase in _phrases() if phrase in flat)
    if item.figure.trend:
        found.add("compare")
    return frozenset(found)


def operand(item: Profile, sentence: Sentence) -> Operand:
    """A figure as an operand.

    Args:
        item: The figure.
        sentence: Its sentence.
    """
    figure = item.figure
    thing, _, per = (figure.unit or item.counted or "").partition(" / ")
    lower = sentence.lower
    return Operand(
        item,
        thing,
        per or figure.per or _of_each(lower, figure.first, figure.last),
        _sign(lower, item),
        figure.sentence,
    )


def _of_each(lower: Sequence[str], first: int, last: int) -> str:
    """What stands behind "each" or "every" in the clause of a figure."""
    for position in range(last, min(last + _REACH, len(lower))):
        word = lower[position]
        if word in _CLAUSE_ENDS or word[0].isdigit():
            break
        if word in _PER_WORDS:
            return _named(lower, position)
        if word in _ARTICLES and lower[position + 1 : position + 2]:
            period = load_measures().periods.get(lower[position + 1])
            if period:
                return period
        if word == "apiece":
            return ANY
    for position in range(first - 1, max(first - _REACH, 0) - 1, -1):
        word = lower[position]
        if word in _CLAUSE_ENDS or (word[0].isdigit() and lower[position - 1] != "the"):
            break
        if word in _PER_WORDS:
            return _named(lower, position)
    return ""


def _named(lower: Sequence[str], position: int) -> str:
    """The noun of "each box", or of "each of the boxes"."""
    behind = [word for word in lower[position + 1 : position + 4] if word not in ("of", "the")]
    if behind and behind[0][0].isalpha() and stem_of_interest(behind[0]):
        return behind[0]
    return ANY


def _sign(lower: Sequence[str], item: Profile) -> int:
    figure = item.figure
    behind = lower[figure.last : figure.last + 1]
    beside = {*behind, *lower[max(figure.first - 1, 0) : figure.first]}
    if not words_of("fewer").isdisjoint(behind):
        return -1
    if item.event in words_of("shrink"):
        return -1
    if item.event in words_of("move"):
        return 0 if words_of("away").isdisjoint(lower) else -1
    if not words_of("more").isdisjoint(beside) or item.event in words_of("grow"):
        return 1
    return 0


def same_thing(one: str, other: str) -> bool:
    """Whether two nouns or units are forms of one word: ``leaf`` and ``leaves``."""
    if one == other or ANY in (one, other):
        return True
    if not one or not other:
        return False
    one, other = one.lower(), other.lower()
    shortest = min(len(one), len(other))
    if shortest > _SHORTEST and (one.endswith(other) or other.endswith(one)):
        # "Ear muffs" and "earmuffs".
        return True
    shared = max(_SHORTEST, shortest - 1)
    return abs(len(one) - len(other)) <= _SHORTEST and one[:shared] == other[:shared]
