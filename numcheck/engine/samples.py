"""Means, standard deviations and sample sizes as reports of small samples state them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.passage import Passage
from numcheck.model import Figure

__all__ = ["Sample", "mean_in", "scale_near", "sizes_near", "spread_in", "words_near"]

_CENTRE = frozenset(("mean", "average", "averaged", "averaging", "m"))
_SPREAD = (("standard", "deviation"), ("sd",), ("s.d.",))
_REACH = 8
_PLAIN = frozenset(("count", "multiplier"))


@dataclass(frozen=True, slots=True)
class Sample:
    """How many were asked, as one figure says.

    Attributes:
        figure: The figure.
        size: Its value.
    """

    figure: Figure
    size: int


def mean_in(figures: Sequence[Figure], passage: Passage, decimals: int) -> Figure | None:
    """The figure of a sentence that the words beside it call a mean, if it is the only one.

    Args:
        figures: Figures of one sentence.
        passage: Where they stand.
        decimals: How many decimal places it must have at least.
    """
    found = [
        figure
        for figure in figures
        if figure.kind in _PLAIN
        and figure.unit is None
        and figure.bound == "exact"
        and figure.value is not None
        and figure.resolution is not None
        and figure.resolution <= Decimal(1).scaleb(-decimals)
        and _called(figure, passage, _CENTRE)
        and not _is_spread(figure, passage)
    ]
    return found[0] if found else None


def spread_in(figures: Sequence[Figure], passage: Passage) -> Figure | None:
    """The figure of a sentence that is called a standard deviation, if it is the only one."""
    found = [
        f for f in figures if f.kind in _PLAIN and f.value is not None and _is_spread(f, passage)
    ]
    return found[0] if len(found) == 1 else None


def sizes_near(number: int, passage: Passage, before: int = 1) -> list[Sample]:
    """Whole counts of people or things in a sentence and those just before it.

    Args:
        number: Index of the sentence.
        passage: The document.
        before: How many sentences to go back.
    """
    found: list[Sample] = []
    for index in range(number, max(-1, number - before - 1), -1):
        for figure in passage.by_sentence.get(index, ()):
            if figure.kind != "count" or figure.unit or figure.bound != "exact" or not figure.value:
                continue
            whole = figure.value == figure.value.to_integral_value() and "." not in figure.text
            if whole and figure.value > 1 and not _on_scale(figure, passage):
                found.append(Sample(figure, int(figure.value)))
    return found


_SCALED = frozenset(("scale", "rated", "rating", "ratings", "likert", "scored", "point", "scores"))


def scale_near(number: int, passage: Passage) -> tuple[Decimal, Decimal] | None:
    """The ends of the only scale that a sentence or the one before it names.

    Args:
        number: Index of the sentence.
        passage: The document.
    """
    if not words_near(number, passage) & _SCALED:
        return None
    found = [
        (figure.low, figure.high)
        for index in (number - 1, number)
        for figure in passage.by_sentence.get(index, ())
        if figure.kind == "count" and figure.bound == "range" and not figure.unit
    ]
    if len(found) != 1 or found[0][0] is None or found[0][1] is None:
        return None
    return found[0][0], found[0][1]


def words_near(number: int, passage: Passage) -> frozenset[str]:
    """The words of a sentence and of the one before it, in lower case."""
    sentences = passage.analysis.sentences[max(0, number - 1) : number + 1]
    return frozenset(word for sentence in sentences for word in sentence.lower)


def _on_scale(figure: Figure, passage: Passage) -> bool:
    """Whether it is an end of a scale (``from one to seven``) or an item count."""
    lower = passage.sentence_of(figure).lower
    before = lower[max(0, figure.first - 3) : figure.first]
    after = lower[figure.last : figure.last + 3]
    if "point" in figure.text or "point" in after or "=" in after[:1]:
        return True
    return "from" in before[-1:] or "to" in before[-1:] or "to" in after[:1] or "scale" in after


def _called(figure: Figure, passage: Passage, names: frozenset[str]) -> bool:
    lower = passage.sentence_of(figure).lower
    before = _outside_brackets(lower[: figure.first])[-_REACH:]
    after = lower[figure.last : figure.last + 5]
    near = names - {"m"} if "=" not in before[-1:] else names
    ends = (";", ".", "against")
    stop = max((k for k, word in enumerate(before) if word in ends), default=-1)
    return any(word in near for word in before[stop + 1 :]) or (
        "average" in after or "mean" in after
    )


def _outside_brackets(words: Sequence[str]) -> list[str]:
    """The words without what closed brackets hold."""
    out: list[str] = []
    for word in words:
        if word == ")" and "(" in out:
            del out[len(out) - 1 - out[::-1].index("(") :]
        else:
            out.append(word)
    return out


def _is_spread(figure: Figure, passage: Passage) -> bool:
    lower = passage.sentence_of(figure).lower
    before = [
        word for word in lower[max(0, figure.first - 4) : figure.first] if word not in "=of(:"
    ]
    return any(tuple(before[-len(name) :]) == name for name in _SPREAD)
