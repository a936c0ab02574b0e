"""So many at so much each: one number, one amount each and one total, in whatever order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.engine.message import number_text, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How the three parts are known.

    Attributes:
        each: Words beside a figure that make it one of each.
        opening: Words before "of" and the number that do so for the next figure.
        total: Words beside a figure that make it the total.
        voids: Words that show another total or another amount.
    """

    each: frozenset[str] = frozenset(("each", "apiece", "per", "every"))
    opening: frozenset[str] = frozenset(("each", "every"))
    total: frozenset[str] = frozenset(
        ("total", "all", "altogether", "together", "overall", "totalling", "totaling", "totalled",
         "making", "sum", "combined")
    )  # fmt: skip
    voids: frozenset[str] = frozenset(
        ("median", "respectively", "tax", "net", "after", "plus", "minus", "profit", "loss",
         "first", "between", "including", "half", "interest", "deposit", "discount", "year",
         "month", "week", "day", "least", "fee", "fees", "other", "others", "remaining",
         "donation", "donations", "tips", "gift", "gifts", "matched", "grant", "raffle", "extra")
    )  # fmt: skip


_AMOUNTS = ("money", "measure", "count", "duration")


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Totals that are not the number times the amount of each."""
    for number in sorted(passage.by_sentence):
        figures = [
            f for f in passage.by_sentence[number] if f.kind not in ("date", "time", "ordinal")
        ]
        if len(figures) != 3 or any(f.value is None for f in figures):
            continue
        if any(f.bound not in ("exact", "approximate") for f in figures):
            continue
        lower = passage.analysis.sentences[number].lower
        if parameters.voids & set(lower) or not all(f.kind in _AMOUNTS for f in figures):
            continue
        flaw = _judged(figures, lower, parameters)
        if flaw is not None:
            yield flaw


def _judged(figures: Sequence[Figure], lower: Sequence[str], parameters: Parameters) -> Flaw | None:
    totals = [f for f in figures if _beside(f, figures, lower, parameters.total, 5)]
    if len(totals) != 1 or totals[0] is figures[0]:
        return None
    total = totals[0]
    rest = [f for f in figures if f is not total]
    number, each = rest
    marked = _opened(number, lower, parameters) or _beside(each, figures, lower, parameters.each, 3)
    if not marked:
        if each.kind != "count" or not _beside(number, figures, lower, parameters.each, 3):
            return None
        number, each = each, number
    if number.kind != "count" or number.unit or (number.value or 0) <= 1:
        return None
    if each.kind != total.kind or (each.unit or "").partition(" / ")[0] != (total.unit or ""):
        return None
    if each.counted and total.counted and each.counted != total.counted:
        return None
    if total is number or not each.value or not number.value or not total.value:
        return None
    made = Interval.from_figure(number, "lenient") * Interval.from_figure(each, "lenient")
    if made.intersects(Interval.from_figure(total, "lenient")):
        return None
    return Flaw(
        (total, number, each),
        f"{phrase(number)} times {phrase(each)} is {number_text(number.value * each.value)}, "
        f"not {phrase(total)}.",
        "The number is multiplied by what each of them counts for.",
    )


def _opened(number: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    """Whether the number stands in "each of the 16"."""
    before = lower[max(number.first - 3, 0) : number.first]
    return "of" in before and bool(parameters.opening & set(before))


def _beside(
    figure: Figure,
    figures: Sequence[Figure],
    lower: Sequence[str],
    words: frozenset[str],
    reach: int,
) -> bool:
    """Whether one of some words stands beside a figure, nearer than the next figure."""
    start = max([f.last for f in figures if f.last <= figure.first], default=0)
    end = min([f.first for f in figures if f.first >= figure.last], default=len(lower))
    before = lower[max(start, figure.first - 3) : figure.first]
    after = lower[figure.last : min(end, figure.last + reach)]
    if "," in after:
        after = after[: after.index(",")]
    if "," in before:
        before = before[len(before) - before[::-1].index(",") :]
    return bool(words & {*before, *after})
