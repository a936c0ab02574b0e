"""Shares of one whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from numcheck.engine.message import joined, number_text, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """When shares are taken to be all of one whole.

    Attributes:
        closers: Words before the last share that make the list complete.
        exclusive: Words that show that nobody is counted twice.
        pairs: Phrases of two words that show the same.
        strong: Words of these that outweigh the mere names of places and times among the voids.
        voids: Words that show that somebody may be, or that the shares have different wholes.
        separators: Tokens of which one must stand between two shares of a list.
        reach: How many tokens may lie between two shares of a list.
        most: A sum above this is of shares of several wholes.
    """

    closers: frozenset[str] = frozenset({"remaining", "rest", "remainder"})
    pairs: tuple[str, ...] = (
        "no opinion", "no view", "no preference", "don't know", "didn't know", "not know",
        "not sure", "not say", "not answer", "single answer", "one answer", "one option",
    )  # fmt: skip
    exclusive: frozenset[str] = frozenset(
        {
            "vote", "votes", "voted", "ballot", "undecided", "split", "land", "against", "rest",
            "remaining", "remainder", "neither", "unsure", "spoilt", "other", "candidate",
            "candidates", "exit", "challenger", "incumbent", "runner-up",
        }
    )  # fmt: skip
    strong: frozenset[str] = frozenset(
        {"undecided", "neither", "unsure", "spoilt", "rest", "remaining", "remainder"}
    )
    voids: frozenset[str] = frozenset(
        {
            "many", "multiple", "several", "boxes", "tick", "both", "respectively", "up", "down",
            "rose", "fell", "increase", "increased", "fall", "growth", "turnout", "women", "men",
            "compared", "than", "from", "since", "year", "approval", "previous", "last", "in",
        }
    )  # fmt: skip
    separators: frozenset[str] = frozenset({",", ";", "and", "while", "with"})
    reach: int = 14
    most: Decimal = Decimal(140)


_HUNDRED = Decimal(100)


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Lists of shares above 100 per cent, and closed ones below."""
    figures = [
        figure
        for figure in passage.figures
        if figure.kind == "percent" and figure.unit == "percent" and figure.value is not None
        and figure.bound in ("exact", "approximate") and figure.value >= 0
    ]  # fmt: skip
    if len(figures) < 2:
        return
    lower = passage.sentence_of(figures[0]).lower
    shares = _list_of(figures, lower, parameters)
    if len(shares) < 2:
        return
    paired = {" ".join(two) for two in pairwise(word.replace("’", "'") for word in lower)}
    sure = not paired.isdisjoint(parameters.pairs)
    if not sure and not parameters.exclusive & set(lower):
        return
    closed = _closes(shares[-1], lower, parameters)
    inside = set(lower[shares[0].first : shares[-1].last])
    if sure or parameters.strong & set(lower):
        inside -= {"in", "up", "down", "last", "year", "women", "men"}
    if not closed and (len(shares) < 3 or (parameters.voids & inside) or _apart(lower)):
        return
    if closed and parameters.voids & {"many", "boxes", "multiple"} & set(lower):
        return
    total = sum((one.value or Decimal(0) for one in shares), Decimal(0))
    units = [one.resolution or Decimal(1) for one in shares]
    room = sum(units, Decimal(0)) / 2
    if any(_whole(shares[:count]) for count in range(2, len(shares))):
        return
    if not closed and total > parameters.most:
        return
    if total > _HUNDRED + room or (closed and total < _HUNDRED - room - max(units)):
        said = joined([phrase(one) for one in shares])
        yield Flaw(
            (*reversed(shares),),
            f"{said} add up to {number_text(total, 6)}%, not 100%.",
            "Shares of one whole of which none overlaps another.",
        )


def _whole(shares: Sequence[Figure]) -> bool:
    """Whether some shares make up a whole by themselves."""
    total = sum((one.value or Decimal(0) for one in shares), Decimal(0))
    units = sum((one.resolution or Decimal(1) for one in shares), Decimal(0))
    return abs(total - _HUNDRED) <= units / 2


def _closes(last: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    """Whether the last share is what remains: "the remaining 30%", "the other 30%"."""
    before = lower[max(last.first - 3, 0) : last.first]
    near = {*before, *lower[last.last : last.last + 3]}
    return bool(parameters.closers & near) or list(before[-2:]) == ["the", "other"]


def _apart(lower: Sequence[str]) -> bool:
    return "boxes" in lower or "tick" in lower or "answers" in lower


def _list_of(
    figures: Sequence[Figure], lower: Sequence[str], parameters: Parameters
) -> list[Figure]:
    """The first run of shares that stand close together with a separator between any two."""
    best: list[Figure] = []
    run = [figures[0]]
    for before, after in pairwise(figures):
        between = lower[before.last : after.first]
        if len(between) <= parameters.reach and parameters.separators & set(between):
            run.append(after)
        else:
            best = max(best, run, key=len)
            run = [after]
    return max(best, run, key=len)
