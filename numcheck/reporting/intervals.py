"""What several voices say about one number, each different interval once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from numcheck.model import Figure
from numcheck.reporting.amounts import reading, says_little
from numcheck.reporting.number_line import Mark

__all__ = ["Told", "by_interval"]

_PICTURED = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})


@dataclass(frozen=True, slots=True)
class Told:
    """
    One interval and all the figures that say it.

    Attributes:
        mark: The interval, for a number line.
        reading: How it reads, as the first figure puts it.
        figures: Who says so, in the order given.
    """

    mark: Mark
    reading: str
    figures: tuple[Figure, ...]


def by_interval(figures: Sequence[Figure]) -> list[Told]:
    """
    The different intervals of some figures, smallest first.

    Args:
        figures: Figures of one claim; those in another unit than the first, those that have no
            number and vague words for any number are left out.
    """
    told: dict[Mark, list[Figure]] = {}
    for figure in figures:
        if figure.kind not in _PICTURED:
            continue
        if (figure.kind, figure.unit) != (figures[0].kind, figures[0].unit):
            continue
        mark = _mark(figure)
        if mark.known() and not says_little(figure):
            told.setdefault(mark, []).append(figure)
    return [
        Told(mark, reading(told[mark][0]), tuple(told[mark]))
        for mark in sorted(told, key=_position)
    ]


def _mark(figure: Figure) -> Mark:
    """What a figure asserts; an exact number is a point, whatever its resolution."""
    if figure.bound == "exact" and figure.value is not None:
        return Mark(figure.value, figure.value, figure.value)
    low, high = figure.low, figure.high
    if low is None and high is None:
        low = high = figure.value
    return Mark(low, high, figure.value, figure.low_open, figure.high_open)


def _position(mark: Mark) -> tuple[object, ...]:
    known = mark.known()
    return (mark.told()[0], known[0], known[-1])
