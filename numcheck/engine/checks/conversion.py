"""A measure and its conversion in brackets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from numcheck.engine.expression import Quantity
from numcheck.engine.message import in_notation, number_text, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.units import scale
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "as_written", "find", "follows", "shares_bound"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What counts as a conversion.

    Attributes:
        openers: Tokens that open a conversion after a measure.
        fillers: Words that may stand between the opener and the converted figure.
        other_units: Units that a unit's name may also mean (short and long tons, US and imperial
            gallons).
        slack: Share by which a conversion may be off beyond its rounding; for fluent factors
            such as 2.5 acres to the hectare.
    """

    openers: tuple[str, ...] = ("(", "[", "or", "/")
    fillers: tuple[str, ...] = (
        "about", "around", "some", "roughly", "approximately", "nearly", "almost", "just", "over",
        "under", "or", "i.e.", "that", "is", "more", "than", "a", ",",
    )  # fmt: skip
    other_units: dict[str, list[str]] = field(
        default_factory=lambda: {
            "ton": ["metric_ton", "long_ton"],
            "gallon": ["imperial_gallon"],
            "pint": ["imperial_pint"],
            "fluid_ounce": ["imperial_fluid_ounce"],
            "hundredweight": ["long_hundredweight"],
            "mile": ["nautical_mile"],
        }
    )
    slack: Decimal = Decimal("0.01")


_CONVERTED = frozenset({"measure"})
_BRACKETS = frozenset({"(", "["})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Conversions that do not follow from the measure before them."""
    figures = passage.figures
    for a, b in pairwise(figures):
        if a.kind not in _CONVERTED or b.kind not in _CONVERTED or a.unit == b.unit:
            continue
        if a.sentence != b.sentence or a.unit is None or b.unit is None:
            continue
        if not follows(a, b, passage.sentence_of(a).lower, parameters):
            continue
        # "more than 60 miles (97km)": the bound is of the quantity, the conversion of its value.
        if _agree(a, as_written(b) if shares_bound(a, b) else b, parameters):
            continue
        expected = _converted(a, b)
        if expected is None:
            continue
        yield Flaw(
            (b, a),
            f"{phrase(a)} is {expected}, not {phrase(b)}.",
            "The converted value lies outside the rounding of the one given.",
        )


def follows(a: Figure, b: Figure, lower: list[str], parameters: Parameters) -> bool:
    """Whether ``b`` stands where a conversion of ``a`` stands."""
    between = lower[a.last : b.first]
    if not between or len(between) > 6:
        return False
    opener = between[0]
    if opener not in parameters.openers and not (opener == "," and between[1:2] == ["or"]):
        return False
    if opener not in _BRACKETS and not _same_sort(a, b):
        return False
    return all(word in parameters.fillers for word in between[1:])


def shares_bound(a: Figure, b: Figure) -> bool:
    """Whether a conversion is bounded only as what it converts is."""
    return b.value is not None and b.bound == a.bound != "exact" and b.hedge == a.hedge


def as_written(figure: Figure) -> Figure:
    """A figure by its value alone, whatever its words make of it."""
    value = figure.value
    return replace(
        figure, bound="exact", hedge=None, low=value, high=value, low_open=False, high_open=False
    )


def _same_sort(a: Figure, b: Figure) -> bool:
    """Outside brackets, "10 miles or 20 minutes" are two things: the dimension must agree."""
    one, other = scale(a.unit or ""), scale(b.unit or "")
    return one is not None and other is not None and one.dimension == other.dimension


def _agree(a: Figure, b: Figure, parameters: Parameters) -> bool:
    """Whether some reading of the units lets both be right; also where they cannot be compared."""
    readings_a = [a.unit or "", *parameters.other_units.get(a.unit or "", ())]
    readings_b = [b.unit or "", *parameters.other_units.get(b.unit or "", ())]
    compared = False
    for one in readings_a:
        for other in readings_b:
            for as_difference in (False, True):
                x = _base(a, one, as_difference)
                y = _base(b, other, as_difference)
                if x is None or y is None or x.dimension != y.dimension:
                    continue
                compared = True
                # A share of a temperature above absolute zero would be far too much.
                size = Decimal(0) if _has_zero(one) else x.interval.middle or Decimal(0)
                room = abs(size) * parameters.slack
                if x.interval.widen(room).intersects(y.interval):
                    return True
    return not compared


def _has_zero(unit: str) -> bool:
    """Whether a unit's zero lies elsewhere than that of its base unit."""
    known = scale(unit)
    return known is not None and known.offset != 0


def _base(figure: Figure, unit: str, as_difference: bool) -> Quantity | None:
    """A figure in base units; a temperature perhaps as a difference, whose zero is zero."""
    known = scale(unit)
    if known is None:
        return None
    interval = Interval.from_figure(figure, "lenient") * Interval.point(known.factor)
    if known.offset and not as_difference:
        interval = interval + Interval.point(known.offset)
    return Quantity(interval, known.dimension)


def _converted(a: Figure, b: Figure) -> str | None:
    """``a`` in the unit and notation of ``b``."""
    one, other = scale(a.unit or ""), scale(b.unit or "")
    value = a.value if a.value is not None else Interval.from_figure(a).middle
    if one is None or other is None or value is None or one.dimension != other.dimension:
        return None
    shown = (value * one.factor + one.offset - other.offset) / other.factor
    return in_notation(shown, b) if shown > 0 else number_text(shown)
