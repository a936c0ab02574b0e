"""GRIM: the mean of so many whole numbers can only take certain values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.samples import mean_in, sizes_near, words_near
from numcheck.engine.significance import grim
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """When data are taken to be whole numbers.

    Attributes:
        decimals: Decimal places from which a mean tells anything.
        whole: Words that show single answers to be whole numbers.
        graded: Things that come in parts, so that nobody has a whole number of them.
        composite: Words that show a score to be made of several answers.
    """

    decimals: int = 2
    whole: frozenset[str] = frozenset(
        (
            "whole",
            "integer",
            "integers",
            "points",
            "marks",
            "mark",
            "scale",
            "stars",
            "likert",
            "rating",
            "ratings",
            "rated",
        )
    )
    graded: frozenset[str] = frozenset(
        ("point", "mark", "score", "grade", "percent", "people", "person", "star", "level", "unit",
         "stone", "head", "degree", "share", "time", "portion", "pack", "drink", "mile", "litre")
    )  # fmt: skip
    composite: frozenset[str] = frozenset(
        ("items", "questions", "subscale", "subscales", "composite", "half", "halves", "weighted",
         "adjusted", "index", "imputed", "tests", "judges")
    )  # fmt: skip


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Means that no whole numbers of the stated sample have."""
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        mean = mean_in(figures, passage, parameters.decimals)
        if mean is None:
            continue
        counted = _counts_things(mean, passage, parameters)
        if not counted and not _whole_numbers(number, passage, parameters):
            continue
        samples = sizes_near(number, passage)
        if not samples or len({sample.size for sample in samples}) > 1:
            continue
        flaw = _judge(mean, samples[0].size, samples[0].figure)
        if flaw is not None:
            yield flaw


def _counts_things(mean: Figure, passage: Passage, parameters: Parameters) -> bool:
    """Whether it is the mean number of things that each has: "2.31 children each"."""
    lower = passage.sentence_of(mean).lower
    if mean.counted is None or mean.counted in parameters.graded:
        return False
    after = lower[mean.last : mean.last + 4]
    return not (parameters.composite & set(lower) or {"per", "a", "an"} & set(after))


def _whole_numbers(number: int, passage: Passage, parameters: Parameters) -> bool:
    words = words_near(number, passage)
    return bool(words & parameters.whole) and not words & parameters.composite


def _judge(mean: Figure, size: int, figure: Figure) -> Flaw | None:
    assert mean.value is not None and mean.resolution is not None
    # With more answers than the decimals can tell apart, every mean is possible.
    if Decimal(size) * mean.resolution >= 1 or grim(mean.value, mean.resolution, size):
        return None
    below = int(mean.value * size)
    places = mean.resolution
    nearest = [(Decimal(total) / size).quantize(places) for total in (below, below + 1)]
    return Flaw(
        (mean, figure),
        f"{size} whole numbers cannot average {mean.text}: "
        f"{below} in all would give {nearest[0]}, {below + 1} would give {nearest[1]}.",
        "A mean of whole numbers is a whole total divided by how many there are (the GRIM test).",
    )
