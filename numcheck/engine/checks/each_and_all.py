"""So many at so much each: the only three amounts of a sentence, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from numcheck.engine.message import phrase, written_like
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words that tell the three parts apart, and words that cut the tie.

    Attributes:
        shares: Words right behind a figure that make it what one of them has.
        openers: Words some way before a figure that make it what one of them has.
        sums: Words in front of a figure that make it what all of them have.
        altogether: Words behind a figure that do the same.
        voids: Words that show another sum or another number.
        reach: Tokens that may lie between two of the three.
    """

    shares: frozenset[str] = frozenset(("each", "apiece", "head", "person", "average"))
    openers: frozenset[str] = frozenset(("each", "every", "averaging", "average"))
    sums: frozenset[str] = frozenset(
        {
            "total", "totalling", "totaling", "bill", "cost", "costing", "sum", "making", "worth",
            "raising", "raised", "comes", "came", "brings", "brought", "bringing", "outlay",
            "grossing", "yielding", "takings", "revenue", "altogether", "giving", "produced",
            "producing", "spent", "spending", "amounting", "amounted", "earning", "netting",
        }
    )  # fmt: skip
    altogether: frozenset[str] = frozenset(
        ("all", "total", "altogether", "between", "together", "combined", "overall")
    )
    voids: frozenset[str] = frozenset(
        {
            "median", "profit", "loss", "net", "vat", "fee", "fees", "plus", "minus", "extra",
            "grant", "donations", "donation", "matched", "raffle", "tips", "half", "respectively",
            "discount", "budget", "first", "another", "further", "up", "rose", "fell", "least",
            "including", "includes", "deposit", "delivery", "remaining", "target", "year",
            "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours",
        }
    )  # fmt: skip
    reach: int = 14


_KINDS = frozenset(("count", "money", "measure"))


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Totals that the number and what each has do not make."""
    amounts = [f for f in passage.figures if f.kind in _KINDS]
    if len(amounts) != 3 or any(f.bound != "exact" or f.value is None for f in amounts):
        return
    lower = passage.sentence_of(amounts[0]).lower
    if parameters.voids & set(lower) or len({f.sentence for f in amounts}) > 1:
        return
    parts = _parts(amounts, lower, parameters)
    if parts is None:
        return
    number, each, total = parts
    product = Interval.from_figure(number) * Interval.from_figure(each, "lenient")
    if product.intersects(Interval.from_figure(total, "lenient")):
        return
    assert number.value is not None
    assert each.value is not None
    expected = written_like(number.value * each.value, total)
    yield Flaw(
        (total, number, each),
        f"{phrase(number)} times {phrase(each)} is {expected}, not {phrase(total)}.",
        "What each of them has is multiplied by their number.",
    )


def _parts(
    amounts: Sequence[Figure], lower: Sequence[str], parameters: Parameters
) -> tuple[Figure, Figure, Figure] | None:
    """The number, what each has and what all have, where only one reading gives them."""
    found = []
    for each in amounts:
        others = [f for f in amounts if f is not each]
        for number, total in (others, others[::-1]):
            if (
                _counts(number)
                and _one_sort(each, total)
                and _is_share(each, number, lower, parameters)
                and _is_sum(total, lower, parameters)
                and not _is_sum(number, lower, parameters)
            ):
                found.append((number, each, total))
    if len(found) != 1 or not _close(amounts, parameters):
        return None
    return found[0]


def _counts(figure: Figure) -> bool:
    value = figure.value
    return figure.kind == "count" and value is not None and value > 1 and value % 1 == 0


def _one_sort(each: Figure, total: Figure) -> bool:
    if each.kind != total.kind or each.value is None or total.value is None:
        return False
    units = [(f.unit or "").partition(" / ")[0] for f in (each, total)]
    if each.kind == "count" and total.counted not in (None, each.counted):
        return False
    return units[0] == units[1] and total.value > each.value and " / " not in (total.unit or "")


def _is_share(figure: Figure, number: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    if figure.per is not None:
        return figure.per == number.counted
    behind = lower[figure.last : figure.last + 3]
    if parameters.shares & set(behind):
        return True
    start = min(figure.first, max(number.first - 3, 0)) if number.first < figure.first else 0
    before = lower[max(start, figure.first - 2 * parameters.reach) : figure.first]
    return bool(parameters.openers & set(before))


def _is_sum(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    before = lower[max(figure.first - 4, 0) : figure.first]
    behind = lower[figure.last : figure.last + 4]
    nearest = before[-2:] if before[-1:] != [","] else []
    if {"each", "every", "average", "averaging"} & set(nearest):
        return False
    return bool(parameters.sums & set(before) or parameters.altogether & set(behind))


def _close(amounts: Sequence[Figure], parameters: Parameters) -> bool:
    return all(b.first - a.last <= parameters.reach for a, b in pairwise(amounts))
