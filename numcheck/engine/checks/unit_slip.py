"""The same digits with two units of one dimension."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.units import scale
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """When the same digits are no chance.

    Attributes:
        digits: Significant digits at least; round figures recur by chance.
        reach: Sentences between the two at most.
        most: Measures of a text that are compared with one another.
    """

    digits: int = 2
    reach: int = 3
    most: int = 60


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Pairs of measures with one number and two units."""
    measures = [
        figure
        for figure in passage.figures
        if figure.kind in ("measure", "money")
        and figure.bound == "exact"
        and figure.value
        and figure.unit
    ][: parameters.most]
    for place, a in enumerate(measures):
        for b in measures[place + 1 :]:
            if b.sentence - a.sentence > parameters.reach or a.sentence == b.sentence:
                continue
            if a.value != b.value or a.kind != b.kind or a.unit == b.unit:
                continue
            if a.kind == "money":
                if _points_back(passage, b) and _significant(a, parameters) and _currencies(a, b):
                    yield _flaw(a, b)
                continue
            if not _alike(a, b):
                continue
            if _points_back(passage, b) or (_significant(a, parameters) and _one_deed(a, b)):
                yield _flaw(a, b)


def _flaw(a: Figure, b: Figure) -> Flaw:
    return Flaw(
        (b, a),
        f"{phrase(a)} comes back as {phrase(b)}.",
        "The number is the same and the unit another one of the same dimension.",
    )


_CENTS = frozenset(("cent", "penny"))


def _currencies(a: Figure, b: Figure) -> bool:
    """Whether both are sums, of two currencies: neither a price for a piece nor small change."""
    units = {a.unit, b.unit}
    return not any("/" in (unit or "") for unit in units) and not units & _CENTS


def _points_back(passage: Passage, figure: Figure) -> bool:
    """Whether "the" stands before the figure, and a noun behind it: "the 250lb device"."""
    words = passage.sentence_of(figure).lower
    behind = words[figure.last : figure.last + 1]
    return figure.first > 0 and words[figure.first - 1] == "the" and behind[:1] not in ([], ["."])


def _one_deed(a: Figure, b: Figure) -> bool:
    """Whether no two verbs tell of two things: he ran 26 miles and cycled 26 kilometres."""
    if a.event == "be" == b.event:
        return a.subject is not None and a.subject == b.subject
    return not a.event or not b.event or a.event == b.event


def _significant(a: Figure, parameters: Parameters) -> bool:
    digits = "".join(letter for letter in a.text if letter.isdigit()).strip("0")
    return len(digits) >= parameters.digits


def _alike(a: Figure, b: Figure) -> bool:
    """Whether both units are of one dimension."""
    one, other = scale(a.unit or ""), scale(b.unit or "")
    if one is None or other is None or one.dimension != other.dimension:
        return False
    return one.factor != other.factor
