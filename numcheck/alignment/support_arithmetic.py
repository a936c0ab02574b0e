"""Figures that follow from those of a source, where the words license the operation.

Operands stand in one sentence or two neighbouring ones; what may be done with them,
:mod:`numcheck.alignment.support_operations` knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.alignment.derive import Derivation
from numcheck.alignment.profile import Profile
from numcheck.alignment.support_operands import (
    Operand,
    operand,
)
from numcheck.alignment.support_operations import Target, results
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Analysis, Sentence

__all__ = ["Arithmetic"]

_KINDS = frozenset({"count", "money", "measure", "duration"})
_RESULTS = _KINDS | {"percent", "multiplier"}
_BOUNDED = frozenset({"at_least", "more_than", "at_most", "less_than"})
_MOST = 8  # figures of a passage
_PASSAGES = 6  # passages that are looked at for one figure
_LISTED = 64
_HALF = Decimal("0.5")


class Arithmetic:
    """Passages of the sources whose figures may be put together."""

    def __init__(self, sources: Sequence[tuple[Analysis, Sequence[Profile]]]) -> None:
        self._passages: list[list[Operand]] = []
        self._by_stem: dict[str, list[int]] = {}
        for analysis, items in sources:
            self._add(analysis, items)

    def _add(self, analysis: Analysis, items: Sequence[Profile]) -> None:
        by_sentence: dict[int, list[Operand]] = {}
        for item in items:
            if item.dimension[0] in _KINDS and item.value is not None:
                sentence = analysis.sentences[item.figure.sentence]
                by_sentence.setdefault(item.figure.sentence, []).append(operand(item, sentence))
        for number in sorted(by_sentence):
            operands = [*by_sentence[number], *by_sentence.get(number + 1, ())][:_MOST]
            if len(operands) < 2:
                continue
            place = len(self._passages)
            self._passages.append(operands)
            for near in dict.fromkeys((number, operands[-1].place)):
                for stem in dict.fromkeys(map(stem_of_interest, analysis.sentences[near].lower)):
                    listed = self._by_stem.setdefault(stem, [])
                    if stem and len(listed) < _LISTED and listed[-1:] != [place]:
                        listed.append(place)

    def derive(self, item: Profile, sentence: Sentence) -> Derivation | None:
        """How a figure follows from those of a passage.

        Args:
            item: The figure, with a value.
            sentence: Its sentence.

        Returns:
            The first derivation in the order of how much the passages share with the sentence.
        """
        if item.value is None or item.dimension[0] not in _RESULTS:
            return None
        if item.figure.bound in _BOUNDED:
            # Something always lies above or below.
            return None
        target = Target(item, sentence)
        for place in self._near(sentence):
            for kind, value, operands in results(target, self._passages[place]):
                if _equal(item, value):
                    return Derivation(kind, tuple(one.item.figure for one in operands))
        return None

    def _near(self, sentence: Sentence) -> list[int]:
        if len(self._passages) <= _PASSAGES // 2:
            return list(range(len(self._passages)))
        shared: dict[int, int] = {}
        for stem in dict.fromkeys(map(stem_of_interest, sentence.lower)):
            for place in self._by_stem.get(stem, ()) if stem else ():
                shared[place] = shared.get(place, 0) + 1
        ranked = sorted(shared, key=lambda place: (-shared[place], place))
        return [place for place in ranked[:_PASSAGES] if shared[place] > 1]


def _equal(item: Profile, value: Decimal) -> bool:
    """Whether a result is the target, as exactly as the target is written."""
    figure = item.figure
    if figure.bound == "exact" and item.value and figure.value:
        half = (figure.resolution or Decimal(1)) * _HALF * abs(item.value / figure.value)
        if item.value == item.value.to_integral_value() and value == value.to_integral_value():
            return item.value == value or (half > _HALF and abs(value - item.value) <= half)
        return abs(value - item.value) <= half
    return item.interval.contains(value)
