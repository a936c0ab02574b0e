"""What the words of a sentence license to reckon from the figures of a passage.

There is no search: the words say which operation it is ("left", "in all", "each", "more than"),
and things must fit: only apples are added to apples, and apples per box times boxes are apples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations, pairwise, permutations

from numcheck.alignment.profile import Profile
from numcheck.alignment.support_operands import (
    Operand,
    operand,
    roles,
    same_thing,
    words_of,
)
from numcheck.model import Sentence

__all__ = ["Found", "Target", "results"]

_HUNDRED = Decimal(100)
_STATES = frozenset({"be", "have", "own", "hold", "keep", "need", "stand", "remain", "sit"})

Found = tuple[str, Decimal, tuple[Operand, ...]]
"""The operation, its result and its operands."""


class Target:
    """A figure that may follow from others."""

    def __init__(self, item: Profile, sentence: Sentence) -> None:
        self.item = item
        self.roles = roles(sentence, item)
        one = operand(item, sentence)
        self.thing, self.per = one.thing, one.per
        self.kind = item.dimension[0]
        self.lower = sentence.lower
        self.of = sentence.lower[item.figure.last : item.figure.last + 1] == ["of"]
        self.bare = self.kind == "count" and not self.thing
        written = item.figure.value
        self.scale = item.value / written if item.value and written else Decimal(1)
        self.steady = not item.event or item.event in _STATES

    def fits(self, one: Operand) -> bool:
        """Whether an operand is an amount of the same thing."""
        item = one.item
        if item.dimension[0] != self.kind:
            return self.bare and item.dimension[0] == "money"
        if self.bare and "total" in self.roles:
            return self.names(one.thing)
        if self.kind != "count":
            return item.dimension == self.item.dimension
        return same_thing(self.thing, one.thing) or (self.item.person and item.person)

    def names(self, thing: str) -> bool:
        """Whether its sentence has a word for a thing."""
        return any(same_thing(thing, word) for word in (self.thing, *self.lower) if word)


def results(target: Target, operands: Sequence[Operand]) -> Iterator[Found]:
    """What the words of the target license to reckon from the figures of a passage."""
    if target.kind in ("percent", "multiplier"):
        yield from _proportions(target, operands)
        return
    for kind, value, used in _rates(target, operands):
        yield kind, value * target.scale, used
    if target.per:
        return
    alike = _alike(target, operands)
    yield from _differences(target, operands, alike)
    yield from _balances(target, operands, alike)
    yield from _sums(target, operands, alike)


def _alike(target: Target, operands: Sequence[Operand]) -> list[Operand]:
    """Amounts of the target's thing, be it left out: "90 jobs in Harby and 35 in Elmsey"."""
    found: list[Operand] = []
    for one in operands:
        if one.per:
            continue
        elided = not one.thing and one.item.dimension == ("count", "")
        again = elided and bool(found) and found[-1].place == one.place
        if target.fits(one) or (again and target.kind == "count"):
            found.append(one)
    return found


def _value(one: Operand) -> Decimal:
    value = one.item.value
    return Decimal(0) if value is None else value


def _written(one: Operand) -> Decimal:
    value = one.item.figure.value
    return Decimal(0) if value is None else value


def _rates(target: Target, operands: Sequence[Operand]) -> Iterator[Found]:
    """Products and quotients whose things cancel: 3 miles an hour for 6 hours are 18 miles."""
    for one, other in permutations(operands, 2):
        pair = (one, other) if one.item.order < other.item.order else (other, one)
        a, b = _written(one), _written(other)
        if not target.per and not other.per and same_thing(target.thing, one.thing):
            counted = other.item.dimension[0] in ("count", "duration")
            if one.per and counted and same_thing(one.per, other.thing):
                yield "product", a * b, pair
            if other.thing in words_of("times") and not one.per:
                yield "product", a * b, pair
        if b and _cancels(target, one, other):
            yield "quotient", a / b, pair
        if one.place <= other.place and _grid(target, one, other):
            yield "product", a * b, pair
    if target.per:
        yield from _shared_out(target, operands)


def _cancels(target: Target, one: Operand, other: Operand) -> bool:
    """Whether the first divided by the second is of the target's thing."""
    if one.per or bool(target.per) == bool(other.per):
        return False
    if target.per:
        return same_thing(target.thing, one.thing) and same_thing(target.per, other.thing)
    return same_thing(one.thing, other.thing) and same_thing(target.thing, other.per)


def _grid(target: Target, one: Operand, other: Operand) -> bool:
    """Whether two sides make an area, or rows and columns a number."""
    if one.item.order > other.item.order:
        return False
    if target.thing == f"square_{one.thing}" and one.thing == other.thing:
        return True
    if "total" not in target.roles:
        return False
    things = f"{one.thing}s {other.thing}s"
    return things in words_of("grid")


def _shared_out(target: Target, operands: Sequence[Operand]) -> Iterator[Found]:
    """A sum or a rest that is divided: 79 and 44 pictures in 5 albums."""
    shares = [one for one in operands if not one.per and same_thing(target.per, one.thing)]
    amounts = [one for one in operands if not one.per and same_thing(target.thing, one.thing)]
    if len(shares) != 1 or len(amounts) != 2 or not _written(shares[0]):
        return
    one, other = amounts
    sign = -1 if other.sign < 0 else 1
    total = (_written(one) + sign * _written(other)) / _written(shares[0])
    yield "quotient", total, (one, other, shares[0])


def _differences(
    target: Target, operands: Sequence[Operand], alike: Sequence[Operand]
) -> Iterator[Found]:
    """How much one is more than another: both named, or of one thing."""
    if "compare" not in target.roles:
        changed = target.item.event in words_of("grow") | words_of("shrink")
        if changed and len(alike) == 2 and all(one.item.event in _STATES for one in alike):
            yield "difference", abs(_value(alike[0]) - _value(alike[1])), tuple(alike)
        return
    for one, other in combinations(operands, 2):
        if one.item.dimension[0] != other.item.dimension[0] or one.per or other.per:
            continue
        named = one.thing != other.thing and target.names(one.thing) and target.names(other.thing)
        if named or (one in alike and other in alike):
            yield "difference", abs(_value(one) - _value(other)), (one, other)


def _balances(
    target: Target, operands: Sequence[Operand], alike: Sequence[Operand]
) -> Iterator[Found]:
    """An amount with what was added to it and taken from it, in the order of the text."""
    if (
        not target.steady
        and target.roles.isdisjoint(("left", "now"))
        and not any(one.sign < 0 for one in alike)
    ):
        return
    elided = [one for one in operands if not one.thing and one.item.dimension == ("count", "")]
    line = [one for one in operands if one in alike or (one in elided and not one.per)]
    if len(line) < 2 or line[0] not in alike:
        return
    base, rest = [line[0]], line[1:]
    while rest and not rest[0].sign and len(rest) > 1:
        base.append(rest.pop(0))
    changes = [one for one in rest if one.sign]
    if len(changes) < len(rest):
        if len(line) == 2 and "left" in target.roles:
            yield "difference", abs(_value(line[0]) - _value(line[1])), tuple(line)
        return
    change = sum((one.sign * _value(one) for one in changes), Decimal(0))
    kind = "difference" if change < 0 else "sum"
    yield kind, sum(map(_value, base), Decimal(0)) + change, tuple(line)
    mine = set(target.item.figure.qualifiers)
    for one in base if len(base) > 1 else ():
        if mine == set(one.item.figure.qualifiers):
            yield kind, _value(one) + change, (one, *changes)


def _sums(target: Target, operands: Sequence[Operand], alike: Sequence[Operand]) -> Iterator[Found]:
    """What is counted in one breath, put together."""
    licensed = "total" in target.roles
    if len(alike) > 1 and (licensed or alike[0].place == alike[-1].place):
        if licensed or len(alike) == 2:
            yield "sum", sum(map(_value, alike), Decimal(0)), tuple(alike)
        for one, other in pairwise(alike) if len(alike) > 2 else ():
            yield "sum", _value(one) + _value(other), (one, other)
    first = [one for one in operands if one.place == operands[0].place]
    if target.kind == "count" and len(first) == 2 and len(operands) == 2:
        one, other = first
        kinds = {one.item.dimension, other.item.dimension}
        steady = one.item.event in _STATES and not one.per and not other.per
        if kinds == {("count", "")} and steady and target.steady and target.thing:
            # Geese and ducks are birds.
            yield "sum", _value(one) + _value(other), (one, other)


def _proportions(target: Target, operands: Sequence[Operand]) -> Iterator[Found]:
    """A share, a change or a multiple of two amounts of one kind."""
    percent = target.kind == "percent"
    scale = _HUNDRED if percent else Decimal(1)
    for one, other in combinations(operands, 2):
        if one.item.dimension != other.item.dimension or one.per != other.per:
            continue
        a, b = _value(one), _value(other)
        if a <= 0 or b <= 0:
            continue
        if not (same_thing(one.thing, other.thing) or not one.thing or not other.thing):
            continue
        small, large = min(a, b), max(a, b)
        if not percent:
            yield "ratio", large / small, (one, other)
        trend = target.item.figure.trend
        if "compare" in target.roles:
            for base, direction in ((small, "up"), (large, "down")):
                if trend in (None, direction):
                    yield "change", scale * (large - small) / base, (one, other)
        if "compare" not in target.roles or target.of:
            yield "share", scale * small / large, (one, other)
