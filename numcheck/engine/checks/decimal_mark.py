"""One number written with and without its decimal mark: ``3,75 euros`` and ``375 euros``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which pairs are looked at.

    Attributes:
        digits: Fewest digits that make the same number unlikely to be chance.
        ratios: What a lost decimal mark multiplies a number by.
        reach: How many sentences further on the second number may stand.
    """

    digits: int = 3
    ratios: tuple[Decimal, ...] = (Decimal(10), Decimal(100))
    reach: int = 2


_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_MARKED = re.compile(r"\d[.,]\d{1,2}$")
_KINDS = frozenset(("money", "measure", "percent"))


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Figures of one unit whose digits agree and whose decimal mark does not."""
    written = [
        (figure, number)
        for figure in passage.figures
        if figure.kind in _KINDS and figure.bound == "exact" and figure.value
        for number in _NUMBER.findall(figure.text)[:1]
    ]
    by_digits: dict[tuple[str, str, str], list[tuple[Figure, str]]] = {}
    for figure, number in written:
        digits = re.sub(r"\D", "", number)
        if len(digits) >= parameters.digits:
            unit = (figure.unit or "").partition(" / ")[0]
            by_digits.setdefault((figure.kind, unit, digits), []).append((figure, number))
    for same in by_digits.values():
        if len(same) == 2:  # a number repeated in both forms is a choice, not a slip
            yield from _judge(same, passage, parameters)


def _judge(
    same: Sequence[tuple[Figure, str]], passage: Passage, parameters: Parameters
) -> Iterator[Flaw]:
    (one, first), (other, second) = same
    if bool(_MARKED.search(first)) == bool(_MARKED.search(second)):
        return
    assert one.value is not None and other.value is not None
    small, large = sorted((abs(one.value), abs(other.value)))
    ratio = large / small
    apart = abs(one.sentence - other.sentence)
    if ratio not in parameters.ratios or apart > parameters.reach:
        return
    if not _multiplied(ratio, one, other, passage):
        yield Flaw(
            (other, one),
            f"{one.text} and {other.text} have the same digits; a decimal mark may be lost.",
            f"One is {ratio} times the other.",
        )


def _multiplied(ratio: Decimal, one: Figure, other: Figure, passage: Passage) -> bool:
    """Whether the text itself multiplies: 100 tickets at £3.75 come to £375."""
    return any(
        figure.value == ratio
        for number in range(
            min(one.sentence, other.sentence) - 1, max(one.sentence, other.sentence) + 1
        )
        for figure in passage.by_sentence.get(number, ())
    )
