"""One rate between two currencies inside a text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from numcheck.engine.checks.conversion import as_written, shares_bound
from numcheck.engine.message import number_text
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How far two rates may lie apart.

    Attributes:
        slack: Share by which they may differ beyond the looseness of the digits.
        rate_words: Words that show that the rate is of another time.
    """

    slack: Decimal = Decimal("0.02")
    rate_words: frozenset[str] = frozenset({"rate", "rates", "exchange", "then", "today", "prices"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Pairs of conversions whose rates do not meet."""
    seen: dict[tuple[str, str], tuple[Figure, Figure]] = {}
    for a, b in _conversions(passage):
        sentence = passage.sentence_of(a)
        if parameters.rate_words & set(sentence.lower) or _dated(passage, a):
            continue
        key = (a.unit or "", b.unit or "")
        swapped = (key[1], key[0])
        if swapped in seen:
            key, a, b = swapped, b, a
        if key not in seen:
            seen[key] = (a, b)
            continue
        first = seen[key]
        one, other = _rate(*first), _rate(a, b)
        room = (one.middle or Decimal(0)) * parameters.slack
        if not one.widen(room).intersects(other):
            rates = [number_text(rate.middle or Decimal(0)) for rate in (one, other)]
            yield Flaw(
                (b, a, *first),
                f"{first[0].text} ({first[1].text}) implies a rate of {rates[0]}, "
                f"{a.text} ({b.text}) one of {rates[1]}.",
                "Both conversions stand in one text, so one rate should serve for both.",
            )


def _conversions(passage: Passage) -> Iterator[tuple[Figure, Figure]]:
    for a, b in pairwise(passage.figures):
        if a.kind != "money" or b.kind != "money" or a.unit == b.unit or not a.value:
            continue
        if a.sentence != b.sentence or not b.value or not a.unit or not b.unit:
            continue
        between = passage.sentence_of(a).lower[a.last : b.first]
        if between[:1] in (["("], ["["]) and len(between) <= 2:
            yield a, b


def _rate(a: Figure, b: Figure) -> Interval:
    if shares_bound(a, b) and a.value is not None:
        a, b = as_written(a), as_written(b)
    return Interval.from_figure(b, "lenient") / Interval.from_figure(a, "lenient")


def _dated(passage: Passage, figure: Figure) -> bool:
    """Whether the sentence names a year, whose rate may have been another."""
    return any(
        other.kind == "date" and (other.iso or "")[:4].isdigit() and len(other.iso or "") == 4
        for other in passage.by_sentence.get(figure.sentence, ())
    )
