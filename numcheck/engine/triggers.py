"""Which of many rules a sentence calls up, by its words and the kinds of its figures.

Rules are kept by the mixture of kinds that they can work with: of the few mixtures that texts
have, each gets a table of its own when it first comes up. In a table, every distinct set of words
of which a rule needs one is a bit. A sentence looks up its words once, which gives the bits that it
meets; a rule is looked at only where its rarest set of words is met, and called up if all of them
are. So a sentence pays for the rules that its own words call up, not for those that there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Generic, TypeVar

from numcheck import vocabulary

__all__ = ["Mixture", "Triggers", "mixture"]

_MOST_FIGURES = 6
"""No rule asks for more figures of a kind than this."""
_MOST_TABLES = 2000

Kinds = Sequence[tuple[frozenset[str], int]]
Mixture = tuple[str, ...]
_Called = TypeVar("_Called")
_Row = tuple[_Called, Sequence[frozenset[str]], Kinds]


def mixture(kinds: Iterable[str]) -> Mixture:
    """The kinds of some figures, each as often as it is there, up to a limit."""
    found = sorted(kinds)
    if len(found) <= _MOST_FIGURES:
        return tuple(found)
    return tuple(
        kind
        for place, kind in enumerate(found)
        if place < _MOST_FIGURES or found[place - _MOST_FIGURES] != kind
    )


class Triggers(Generic[_Called]):
    """What is called up by words and kinds of figures."""

    def __init__(self) -> None:
        self._rows: list[_Row[_Called]] = []
        self._tables: dict[Mixture, _Table[_Called]] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, one: _Called, needs: Sequence[frozenset[str]], kinds: Kinds) -> None:
        """Keep something under what it needs.

        Args:
            one: What is called up.
            needs: Of each of these sets of words, one word must be there.
            kinds: Of each of these sets of kinds, so many figures must be there.
        """
        self._rows.append((one, needs, kinds))

    def called_up(self, words: Iterable[str], kinds: Mixture) -> list[_Called]:
        """Everything whose words and kinds are there, in no order that depends on chance.

        Args:
            words: The words of a sentence or document; repetitions do no harm.
            kinds: Its :func:`mixture` of kinds.
        """
        table = self._tables.get(kinds) or self._table(kinds)
        return table.called_up(words) if table.words or table.always else []

    def words(self, kinds: Mixture) -> frozenset[str]:
        """The words that what such kinds suffice for still needs one of."""
        return (self._tables.get(kinds) or self._table(kinds)).known

    def _table(self, kinds: Mixture) -> _Table[_Called]:
        fit = [row for row in self._rows if _suffice(kinds, row[2])]
        table = _Table(fit)
        if len(self._tables) < _MOST_TABLES:
            self._tables[kinds] = table
        return table


class _Table(Generic[_Called]):
    """What figures of some kinds suffice for, by the words that it still needs.

    Attributes:
        words: The bits of each word.
        known: These words.
        always: What needs no words.
    """

    __slots__ = ("_by_rarest", "_rarest", "always", "known", "words")

    def __init__(self, rows: Iterable[_Row[_Called]]) -> None:
        self.words: dict[str, int] = {}
        self.always: list[_Called] = []
        self._by_rarest: dict[int, list[tuple[int, _Called]]] = {}
        bits: dict[frozenset[str], int] = {}
        for one, needs, _ in rows:
            if not needs:
                self.always.append(one)
                continue
            mask = 0
            for need in needs:
                if need not in bits:
                    bits[need] = 1 << len(bits)
                    for word in need:
                        self.words[word] = self.words.get(word, 0) | bits[need]
                mask |= bits[need]
            rarest = bits[min(needs, key=_rarity)]
            self._by_rarest.setdefault(rarest, []).append((mask, one))
        self._rarest = sum(self._by_rarest)
        self.known = frozenset(self.words)

    def called_up(self, words: Iterable[str]) -> list[_Called]:
        found = [*self.always]
        met = 0
        bits = self.words
        for word in self.known.intersection(words):
            met |= bits[word]
        rare = met & self._rarest
        while rare:
            bit = rare & -rare
            rare ^= bit
            for mask, one in self._by_rarest[bit]:
                if mask & met == mask:
                    found.append(one)
        return found


@cache
def _common() -> frozenset[str]:
    return frozenset(vocabulary.lines("common"))


@cache
def _rarity(words: frozenset[str]) -> tuple[int, int]:
    """How often one of some words is met in any text: few words, none common, are best."""
    return len(words & _common()), len(words)


def _suffice(there: Mixture, wanted: Kinds) -> bool:
    counted: Mapping[str, int] = {kind: there.count(kind) for kind in there}
    return all(
        sum(counted[kind] for kind in counted if kind in kinds) >= least for kinds, least in wanted
    )
