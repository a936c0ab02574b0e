"""A list of parts behind their whole: never more than it, and all of it where the text says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.message import joined, number_text, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import rounding_place

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a list of parts is known.

    Attributes:
        whole: Words of which one must tie the whole to its parts where both stand in a sentence.
        complete: Words that say that the parts are all there is.
        voids: Words that show overlapping parts, or figures of something else.
        closed: Words for parts that are all there can be.
        least: Parts at least.
        most: Parts at most.
    """

    whole: frozenset[str] = frozenset(("of", "comprising", "comprises", "consists", "made", ":"))
    complete: frozenset[str] = frozenset(("comprises", "consists", "made", "divided", "split"))
    voids: frozenset[str] = frozenset(
        {
            "both", "some", "each", "every", "than", "more", "overlap", "including", "among",
            "least", "about", "per", "respectively", "also", "against", "won", "drew", "lost",
            "scored", "average", "previous", "rose", "fell", "another", "them", "earlier", "last",
            "compared", "between", "year", "month", "week", "either", "multiple", "many",
        }
    )  # fmt: skip
    closed: tuple[tuple[str, ...], ...] = (
        ("gold", "silver", "bronze"),
        ("golds", "silvers", "bronzes"),
        ("men", "women", "children"),
        ("men", "women"),
        ("women", "children"),
        ("boys", "girls"),
        ("adults", "children"),
        ("local", "foreign"),
        ("male", "female"),
    )
    least: int = 3
    most: int = 8


_KINDS = frozenset(("count", "money"))


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Lists of parts that make more than their whole, or less where they are said to be all."""
    earlier: int | None = None
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        lower = passage.analysis.sentences[number].lower
        if not parameters.voids & set(lower) and "and" in lower:
            before = passage.by_sentence[earlier] if earlier == number - 1 else ()
            flaw = _within(figures, lower, parameters) or _behind(before, figures, parameters)
            if flaw is not None:
                yield flaw
        earlier = number


def _within(figures: Sequence[Figure], lower: Sequence[str], parameters: Parameters) -> Flaw | None:
    """``Of the 31 injured, 12 …``; ``the 640,000 budget is made up of …``."""
    if len(figures) < parameters.least or not _plain(figures):
        return None
    whole, parts = figures[0], figures[1:]
    opened = "of" in lower[max(whole.first - 3, 0) : whole.first] and whole.first <= 4
    complete = bool(parameters.complete & set(lower[whole.last : parts[0].first]))
    if not opened and not complete:
        return None
    closed = _closed(parts, lower, parameters)
    return _judged(whole, parts, complete or closed, parameters)


def _closed(parts: Sequence[Figure], lower: Sequence[str], parameters: Parameters) -> bool:
    """Whether the parts by their names are all there can be: ``34 gold, 21 silver, 12 bronze``."""
    ends = [*(part.first for part in parts[1:]), len(lower)]
    named = [
        set(lower[part.last : min(end, part.last + 3)])
        for part, end in zip(parts, ends, strict=True)
    ]
    return any(
        len(names) == len(parts)
        and all(name in said for name, said in zip(names, named, strict=True))
        for kinds in parameters.closed
        for names in (kinds, kinds[::-1])
    )


def _behind(
    before: Sequence[Figure], figures: Sequence[Figure], parameters: Parameters
) -> Flaw | None:
    """``The council has 60 seats. The Greens hold 22, …``: the rest counts what the whole does."""
    wholes = [f for f in before if f.kind in _KINDS]
    if len(wholes) != 1 or not _plain([*wholes, *figures]):
        return None
    whole = wholes[0]
    if whole.counted is None or len(figures) < parameters.least:
        return None
    if any(f.counted not in (None, whole.counted) for f in figures):
        return None
    return _judged(whole, figures, False, parameters)


def _plain(figures: Sequence[Figure]) -> bool:
    """Whether all figures are exact values of one kind and unit."""
    first = figures[0]
    return all(
        f.kind == first.kind and f.kind in _KINDS and f.unit == first.unit
        and f.bound == "exact" and f.value is not None and f.value > 0
        for f in figures
    )  # fmt: skip


def _judged(
    whole: Figure, parts: Sequence[Figure], complete: bool, parameters: Parameters
) -> Flaw | None:
    if not parameters.least - complete <= len(parts) <= parameters.most:
        return None
    assert whole.value is not None
    if any(f.value is None or f.value >= whole.value for f in parts):
        return None
    added = sum((f.value for f in parts if f.value is not None), start=Decimal(0))
    places = [rounding_place(f) or Decimal(1) for f in (whole, *parts)]
    room = sum(places, start=Decimal(0)) / 2 if max(places) > 1 else Decimal(0)
    if abs(added - whole.value) <= room or (added < whole.value and not complete):
        return None
    return Flaw(
        (whole, *parts),
        f"{joined([phrase(f) for f in parts])} make {number_text(added)}, not {phrase(whole)}.",
        "The parts are added up as they stand.",
    )
