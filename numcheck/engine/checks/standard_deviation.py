"""GRIMMER and DEBIT: which standard deviations whole-number or yes-or-no data can have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.samples import mean_in, scale_near, sizes_near, spread_in, words_near
from numcheck.engine.significance import debit, grim, grimmer, spread_fits_scale

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How the data are known.

    Attributes:
        binary: Words that show every answer to be nought or one; one of each pair must be there.
        whole: Words that show single answers to be whole numbers.
        composite: Words that show a score to be made of several answers.
    """

    binary: frozenset[str] = frozenset(("nought", "zero", "0", "yes", "binary", "dichotomous"))
    whole: frozenset[str] = frozenset(("whole", "integer", "integers", "scale", "likert"))
    composite: frozenset[str] = frozenset(
        ("items", "questions", "subscale", "subscales", "composite", "half", "halves", "weighted")
    )


_FINE = Decimal("0.01")
"""Coarser means leave room for nearly every spread of whole numbers."""


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Standard deviations that the stated mean and sample rule out."""
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        mean, spread = mean_in(figures, passage, 1), spread_in(figures, passage)
        if mean is None or spread is None or spread.resolution is None or spread.value is None:
            continue
        samples = sizes_near(number, passage)
        if mean.value is None or mean.resolution is None or len({s.size for s in samples}) != 1:
            continue
        size = samples[0].size
        scale = scale_near(number, passage)
        if scale is not None and not spread_fits_scale(
            mean.value, mean.resolution, spread.value, spread.resolution, size, scale
        ):
            yield Flaw(
                (spread, mean, samples[0].figure),
                f"Answers between {scale[0]} and {scale[1]} with a mean of {mean.text} cannot "
                f"have a standard deviation of {spread.text}.",
                "The spread is largest where every answer lies at one end of the scale.",
            )
            continue
        if mean.resolution > _FINE:
            continue
        words = words_near(number, passage)
        binary = bool(words & parameters.binary) and Decimal(0) <= mean.value <= Decimal(1)
        whole = bool(words & parameters.whole) and not words & parameters.composite
        if not binary and (not whole or Decimal(size) * mean.resolution >= 1):
            continue
        if binary and not grim(mean.value, mean.resolution, size):
            continue  # the mean itself is impossible, which is another rule's to say
        possible = debit if binary else grimmer
        if possible(mean.value, mean.resolution, spread.value, spread.resolution, size):
            continue
        kind = "yes-or-no answers" if binary else "whole numbers"
        yield Flaw(
            (spread, mean, samples[0].figure),
            f"{size} {kind} with a mean of {mean.text} cannot have a standard deviation "
            f"of {spread.text}.",
            "Mean and sample size leave only certain standard deviations ("
            + ("the DEBIT test)." if binary else "the GRIMMER test)."),
        )
