"""How a figure follows from others in one step: rounded, converted, summed, a share of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from numcheck.alignment.profile import Profile
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Derivation", "derive", "restates"]

# The search looks at this many figures of a text for one operand, two, and three: bounded work.
_ONE, _TWO, _THREE = 400, 40, 10
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_YEARS = frozenset({"year"})
# How often a period is in a year, for "£500 a month, £6,000 a year".
_PER_YEAR = {"year": 1, "annum": 1, "quarter": 4, "month": 12, "week": 52, "day": 365}
# "More than 300" is said of 344, not of 900.
_BOUND_REACH = Decimal("0.25")
_BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than"})
# A product must be as exact as its factors, or chance would find one for most numbers.
_TOLERANCE = Decimal("0.02")


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a figure follows from others.

    Attributes:
        kind: ``quoted``, ``rounded``, ``converted``, ``sum``, ``difference``, ``share``,
            ``change``, ``ratio``, ``years`` or ``product``.
        operands: The figures that it follows from, in text order.
    """

    kind: str
    operands: tuple[Figure, ...]


def derive(target: Profile, pool: Sequence[Profile], published: str = "") -> Derivation | None:
    """The simplest way in which a figure follows from others.

    Args:
        target: The figure in question.
        pool: Figures that it may follow from, in text order.
        published: Day of publication, for "years ago" and ages.

    Returns:
        The derivation, or ``None`` where there is none in one step.
    """
    alike = [item for item in pool if item.dimension == target.dimension]
    return (
        _restated(target, alike)
        or _combined(target, alike)
        or _compared(target, pool)
        or _elapsed(target, pool, published)
        or _per_period(target, alike)
    )


def restates(target: Profile, source: Profile) -> str:
    """How one figure restates another of its dimension: ``quoted``, ``rounded``, ``converted``.

    The target may be coarser than the source, never finer.

    Args:
        target: The figure in question.
        source: A figure of the same dimension.

    Returns:
        The kind of derivation, empty for none.
    """
    one, other = target.figure, source.figure
    if (one.low, one.high, one.value, one.unit) == (other.low, other.high, other.value, other.unit):
        return "quoted"
    if target.value is not None and target.value == source.value:
        return "quoted" if one.unit == other.unit else "converted"
    if not (_covers(target, source.value) or _covered(target.value, source)):
        return ""
    return "rounded" if one.unit == other.unit else "converted"


def _covers(target: Profile, value: Decimal | None) -> bool:
    """Whether a value is what the target rounds, hedges or bounds."""
    if value is None:
        return False
    whole = target.value
    if whole is not None and target.figure.bound == "exact" and value % 1 and not whole % 1:
        # A whole number may stand for one with decimals: 68 for 68.73, 82 for 81.8.
        return -_HALF <= value - whole < 1
    return target.interval.contains(value) and _near_bound(target, value)


def _covered(value: Decimal | None, source: Profile) -> bool:
    """Whether a value is one that a hedged or bounded source allows."""
    if value is None or source.figure.bound in ("exact", "vague"):
        return False
    return source.interval.contains(value) and _near_bound(source, value)


def _near_bound(item: Profile, value: Decimal) -> bool:
    """Whether a value is so close to a bound that the bound could be said of it."""
    bound = item.value
    if item.figure.bound not in _BOUNDS or not bound:
        return True
    return abs(value / bound - 1) <= _BOUND_REACH


def _restated(target: Profile, alike: list[Profile]) -> Derivation | None:
    best: Derivation | None = None
    for item in alike[:_ONE]:
        kind = restates(target, item)
        if kind == "quoted":
            return Derivation(kind, (item.figure,))
        if kind and best is None:
            best = Derivation(kind, (item.figure,))
    return best


def _points(items: Sequence[Profile], limit: int) -> list[tuple[Decimal, Profile]]:
    points = [(item.value, item) for item in items if item.value is not None]
    seen: dict[Decimal, Profile] = {}
    for value, item in points:
        seen.setdefault(value, item)
    return list(seen.items())[:limit]


def _combined(target: Profile, alike: list[Profile]) -> Derivation | None:
    """A sum or a difference of figures of the same thing."""
    if target.dimension[0] not in ("count", "money", "measure", "duration", "percent"):
        return None
    whole = target.interval
    points = _points([item for item in alike if _same_thing(target, item)], _TWO)
    for (a, one), (b, other) in combinations(points, 2):
        if not _together(target, one, other):
            continue
        if _holds(whole, a + b):
            return Derivation("sum", (one.figure, other.figure))
        if _holds(whole, abs(a - b)):
            return Derivation("difference", (one.figure, other.figure))
    for (a, one), (b, other), (c, third) in combinations(points[:_THREE], 3):
        if _together(target, one, third) and _holds(whole, a + b + c):
            return Derivation("sum", (one.figure, other.figure, third.figure))
    return None


def _together(target: Profile, one: Profile, other: Profile) -> bool:
    """Whether two figures are told in one breath and of one thing: only those are put together."""
    if abs(one.figure.sentence - other.figure.sentence) > 1:
        return False
    if one.dimension[0] != "count" or one.noun == other.noun:
        return True
    if not one.noun or not other.noun:
        # "90 beds and a further 35": the noun that is left out is the target's.
        return bool(target.noun) and target.noun in (one.noun, other.noun)
    return one.person and other.person


def _same_thing(target: Profile, item: Profile) -> bool:
    """Whether adding up makes sense: never people and houses."""
    if target.dimension[0] != "count" or not target.noun or not item.noun:
        return True
    return target.noun == item.noun or (target.person and item.person)


def _holds(whole: Interval, value: Decimal) -> bool:
    return whole.contains(Interval.point(value))


def _compared(target: Profile, pool: Sequence[Profile]) -> Derivation | None:
    """A percentage, a fraction or a multiple of two figures of one dimension."""
    kind = target.dimension[0]
    if kind not in ("percent", "multiplier"):
        return None
    by_dimension: dict[tuple[str, str], list[Profile]] = {}
    for item in pool:
        if item.dimension[0] in ("count", "money", "measure", "duration"):
            by_dimension.setdefault(item.dimension, []).append(item)
    scale = _HUNDRED if kind == "percent" else Decimal(1)
    for items in by_dimension.values():
        for (a, one), (b, other) in combinations(_points(items, _TWO), 2):
            small, large = (a, b) if a < b else (b, a)
            if small <= 0 or not _together(target, one, other):
                continue
            operands = (one.figure, other.figure)
            if _near(target, scale * small / large):
                return Derivation("share", operands)
            if kind == "multiplier" and _near(target, large / small):
                return Derivation("ratio", operands)
            if _near(target, scale * (large - small) / small) or _near(
                target, scale * (large - small) / large
            ):
                return Derivation("change", operands)
    return None


def _near(target: Profile, value: Decimal) -> bool:
    """Whether a quotient rounds to the target: half a unit of its last digit either way."""
    figure = target.figure
    half = (figure.resolution or Decimal(1)) / 2
    if figure.bound in ("exact", "approximate", "nearly") and figure.value is not None:
        width = half if figure.bound == "exact" else 2 * half
        return abs(value - figure.value) <= width
    return _holds(target.interval, value)


def _elapsed(target: Profile, pool: Sequence[Profile], published: str) -> Derivation | None:
    """Years between two dates of the text, or a date and its publication."""
    if target.dimension[0] != "age" and target.dimension != ("duration", "year"):
        return None
    if target.value is None or target.value < 2:
        return None
    dated = [(int(iso[:4]), item) for item in pool if (iso := _iso(item))]
    for position, (year, item) in enumerate(dated[:_TWO]):
        if published[:4].isdigit() and abs(int(published[:4]) - year - target.value) <= 1:
            return Derivation("years", (item.figure,))
        for later, other in dated[position + 1 : _TWO]:
            if abs(abs(later - year) - target.value) <= 1:
                return Derivation("years", (item.figure, other.figure))
    return None


def _iso(item: Profile) -> str:
    iso = item.figure.iso or ""
    return iso if item.figure.kind == "date" and iso[:4].isdigit() else ""


def _per_period(target: Profile, alike: list[Profile]) -> Derivation | None:
    """A figure of one period carried over to another: a monthly sum in a year."""
    if target.value is None or not target.value:
        return None
    mine = _PER_YEAR.get(target.figure.per or "year")
    for value, item in _points(alike, _TWO):
        theirs = _PER_YEAR.get(item.figure.per or "")
        if mine is None or theirs is None or theirs == mine:
            continue
        carried = value * theirs / mine
        if _holds(target.interval, carried) or abs(carried / target.value - 1) <= _TOLERANCE:
            return Derivation("product", (item.figure,))
    return None
