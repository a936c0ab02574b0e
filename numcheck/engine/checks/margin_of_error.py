"""The margin of error that a poll of this size has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt

from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What is held against the square-root law.

    Attributes:
        factor: Points times the root of the sample, at the 95 per cent level and an even split.
        slack: Points by which a margin may be off, besides its rounding.
        design: Weighting may widen a margin to this many times that of a simple sample.
        smallest: Fewest people that make a poll.
        largest: Most people that make a poll.
        words: Words that name a margin of error.
        back: How many sentences before and after the margin may name the sample.
        levels: Other levels of confidence, which have other margins.
    """

    factor: float = 98.0
    slack: float = 0.5
    design: float = 1.6
    smallest: int = 100
    largest: int = 100_000
    words: frozenset[str] = frozenset(("margin", "sampling", "uncertainty"))
    back: int = 3
    levels: frozenset[str] = frozenset(("90", "99", "80", "68"))


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Margins of error that none of the samples in the text has."""
    for number in sorted(passage.by_sentence):
        for margin in passage.by_sentence[number]:
            if not _is_margin(margin, passage, parameters):
                continue
            samples = _samples(margin, number, passage, parameters)
            if samples and not any(_fits(margin, sample, parameters) for sample in samples):
                yield _flaw(margin, samples[0], parameters)


def _is_margin(figure: Figure, passage: Passage, parameters: Parameters) -> bool:
    points = figure.unit in ("percent", "percentage_point") or figure.counted == "point"
    if not points or figure.value is None or not 0 < figure.value < 20:
        return False
    lower = passage.sentence_of(figure).lower
    before = lower[max(0, figure.first - 10) : figure.first]
    if frozenset(lower) & parameters.levels:
        return False
    margin = bool(frozenset(before) & parameters.words) and (
        "error" in before or "sampling" in before
    )
    close = before[-3:] == ["plus", "or", "minus"] or "±" in (*before[-2:], figure.text[:1])
    margin = margin or (close and "accurate" in before)
    return margin and not frozenset(("won", "victory", "ahead", "lead")) & frozenset(before)


def _samples(margin: Figure, number: int, passage: Passage, parameters: Parameters) -> list[Figure]:
    found: list[Figure] = []
    for index in range(number - parameters.back, number + parameters.back + 1):
        for figure in passage.by_sentence.get(index, ()):
            value = figure.value
            if figure.kind != "count" or value is None or figure is margin or figure.unit:
                continue
            if figure.counted != "point" and parameters.smallest <= value <= parameters.largest:
                found.append(figure)
    return found


def _fits(margin: Figure, sample: Figure, parameters: Parameters) -> bool:
    assert margin.value is not None and sample.value is not None
    due = parameters.factor / sqrt(float(sample.value))
    rounding = float(margin.resolution or Decimal(1)) / 2
    if margin.resolution == 1 and margin.value == margin.value.to_integral_value():
        rounding = 0.0  # whole points are rounded within the slack
    low = due - parameters.slack - rounding
    high = due * parameters.design + parameters.slack + rounding
    return low <= float(margin.value) <= high


def _flaw(margin: Figure, sample: Figure, parameters: Parameters) -> Flaw:
    assert sample.value is not None
    due = parameters.factor / sqrt(float(sample.value))
    return Flaw(
        (margin, sample),
        f"A sample of {sample.text} has a margin of error of about {due:.1f} points, "
        f"not {margin.text}.",
        "At the 95 per cent level a simple random sample of n people is good to 98 points "
        "divided by the root of n.",
    )
