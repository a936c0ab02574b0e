"""Shares of a small group: only some percentages exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a share is tied to its group.

    Attributes:
        smallest: Groups below this size are too small to be told as percentages.
        largest: Groups above this size are left alone.
        back: Words after "of" that point back to a group named before.
        silent: Words that show that the share is not one of heads.
    """

    smallest: int = 3
    largest: int = 99
    back: frozenset[str] = frozenset(("them", "these", "those", "whom", "which"))
    silent: frozenset[str] = frozenset(
        ("weighted", "average", "mean", "chance", "probability", "likelihood", "rise", "fall",
         "increase", "growth", "rose", "fell", "grew", "discount", "stake", "efficiency", "points",
         "each", "time", "wages", "price", "cost", "more", "less")
    )  # fmt: skip


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Percentages that no whole part of the group named beside them has."""
    for number in sorted(passage.by_sentence):
        for share in passage.by_sentence[number]:
            if share.unit != "percent" or share.value is None or share.trend:
                continue
            if share.bound != "exact" or not 0 < share.value < 100 or share.furniture:
                continue
            group = _group_of(share, number, passage, parameters)
            if group is not None and not _exists(share, group):
                yield _flaw(share, group)


def _group_of(
    share: Figure, number: int, passage: Passage, parameters: Parameters
) -> Figure | None:
    """The group: ``of the eight lambs`` in its own sentence, or the one that "of them" means."""
    sentence = passage.sentence_of(share)
    lower = sentence.lower
    if parameters.silent & frozenset(lower):
        return None
    for figure in passage.by_sentence[number]:
        if not _is_group(figure, parameters) or figure is share:
            continue
        before = lower[max(0, figure.first - 3) : figure.first]
        # "Of the eight lambs ... 30 per cent" and "30 per cent of the eight lambs"
        if {"of", "among"} & set(before) and (figure.first <= 4 and figure.last <= share.first):
            return figure
        if share.last <= figure.first <= share.last + 3 and "of" in before:
            return figure
    after = lower[share.last : share.last + 3]
    if after[:1] != ["of"] or not frozenset(after[1:2]) & parameters.back:
        return None
    earlier = [
        figure
        for index in (number - 2, number - 1, number)
        for figure in passage.by_sentence.get(index, ())
        if figure.start < share.start and figure.kind == "count"
    ]
    if len(earlier) == 1 and _is_group(earlier[0], parameters):
        return earlier[0]
    return None


def _is_group(figure: Figure, parameters: Parameters) -> bool:
    value = figure.value
    return (
        figure.kind == "count"
        and figure.bound == "exact"
        and figure.counted is not None
        and value is not None
        and value == value.to_integral_value()
        and parameters.smallest <= value <= parameters.largest
    )


def _exists(share: Figure, group: Figure) -> bool:
    assert share.value is not None and group.value is not None
    unit = share.resolution or Decimal(1)
    size = int(group.value)
    shares = (Decimal(100 * part) / size for part in range(size + 1))
    return any(share.value - unit / 2 <= one < share.value + unit for one in shares)


def _flaw(share: Figure, group: Figure) -> Flaw:
    assert share.value is not None and group.value is not None
    size = int(group.value)
    part = int(share.value * size / 100)
    near = " and ".join(f"{one} of {size} is {100 * one / size:.3g}%" for one in (part, part + 1))
    return Flaw(
        (share, group),
        f"No whole number out of {size} is {share.text}: {near}.",
        "A share of a small group can only take as many values as it has members.",
    )
