"""The only percentage of a sentence against its only two amounts, however they are worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from numcheck.engine.message import number_text, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval, rounding_place

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words that tie a percentage to two amounts, and words that cut the tie.

    Attributes:
        links: Words of which one must stand right before the second amount or the first.
        voids: Words that show another base or another measure.
        reach: Tokens that may lie between the figures.
        kinds: Kinds of amounts.
    """

    links: frozenset[str] = frozenset(
        {
            "from",
            "to",
            "against",
            "than",
            "with",
            "on",
            "over",
            "versus",
            "of",
            "at",
            "worth",
            "was",
            "were",
        }
    )
    voids: frozenset[str] = frozenset(
        {
            "annualised", "annualized", "real", "inflation", "adjusted", "respectively", "points",
            "each", "every", "another", "further", "both", "average", "target", "forecast",
            "expected", "while", "but", "although", "though", "stake", "tax", "rate", "interest",
            "discount", "deposit", "quarter", "margin", "confidence", "chance", "among", "because",
        }
    )  # fmt: skip
    reach: int = 16
    kinds: tuple[str, ...] = ("count", "money", "measure", "duration")


_HUNDRED = Decimal(100)


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Percentages that no relation of the two amounts gives."""
    figures = passage.figures
    shares = [f for f in figures if f.kind == "percent"]
    if len(shares) != 1 or shares[0].unit != "percent" or shares[0].bound != "exact":
        return
    amounts = [f for f in figures if f.kind in parameters.kinds]
    share = shares[0]
    if len(amounts) != 2 or share.value is None or share.value <= 0:
        return
    a, b = amounts
    lower = passage.sentence_of(share).lower
    if (
        not _alike(a, b)
        or parameters.voids & set(lower)
        or not _tied(a, b, share, lower, parameters)
    ):
        return
    if any(_fits(share, derived) for derived in _relations(a, b)):
        return
    yield Flaw(
        (share, a, b),
        f"{phrase(a)} and {phrase(b)} do not give {phrase(share)}: {_outcomes(a, b)}.",
        "Neither the share of the one in the other nor the change between them is it.",
    )


def _alike(a: Figure, b: Figure) -> bool:
    if a.kind != b.kind or a.unit != b.unit or a.bound != "exact" or b.bound != "exact":
        return False
    if a.value is None or b.value is None or min(a.value, b.value) <= 0 or a.value == b.value:
        return False
    return not (a.counted and b.counted and a.counted != b.counted)


def _tied(
    a: Figure, b: Figure, share: Figure, lower: Sequence[str], parameters: Parameters
) -> bool:
    inside = sorted((a, b, share), key=lambda figure: figure.first)
    if any(later.first - earlier.last > parameters.reach for earlier, later in pairwise(inside)):
        return False
    between = lower[inside[0].last : inside[-1].first]
    if ";" in between:
        return False
    before = [set(lower[max(f.first - 2, 0) : f.first]) for f in (a, b)]
    return any(parameters.links & words for words in before)


def _relations(a: Figure, b: Figure) -> Iterator[Interval]:
    grain = min(filter(None, (rounding_place(a), rounding_place(b))), default=None)
    x = Interval.from_figure(a, "lenient", grain)
    y = Interval.from_figure(b, "lenient", grain)
    yield x / y
    yield y / x
    yield abs(y / x - Interval.point(1))
    yield abs(x / y - Interval.point(1))
    yield x / (x + y)
    yield y / (x + y)


def _fits(share: Figure, derived: Interval) -> bool:
    stated = Interval.from_figure(share, "lenient")
    return stated.intersects(derived * Interval.point(_HUNDRED))


def _outcomes(a: Figure, b: Figure) -> str:
    assert a.value is not None  # for the type checker; the caller looked
    assert b.value is not None
    change = abs(b.value - a.value) / a.value * _HUNDRED
    portion = min(a.value, b.value) / max(a.value, b.value) * _HUNDRED
    return f"the change is {number_text(change)}%, the share {number_text(portion)}%"
