"""The value of an expression over the figures of one match."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from numcheck.engine.dates import date_span
from numcheck.engine.expression import syntax
from numcheck.engine.expression.quantity import (
    Quantity,
    brought_together,
    quantity_of,
    unit_quantity,
)
from numcheck.engine.expression.syntax import Node
from numcheck.engine.expression.types import literal_unit
from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading

__all__ = ["Silent", "Slots", "Truth", "Value", "evaluate"]

_PERCENT_SCALE = Decimal("0.01")
_SECONDS_A_DAY = 86400
_DATE = (("date", 1),)
_LARGEST_EXPONENT = 100
_NO_GRAINS: Mapping[str, Decimal] = {}
_OF_SPEAKER = frozenset({"source", "cue", "via"})
_OF_DOCUMENT = frozenset({"published", "outlet"})


class Silent(Exception):
    """The figures do not allow an answer: another currency, a date without year, no number."""


@dataclass(frozen=True, slots=True)
class Truth:
    """A comparison of intervals.

    Attributes:
        possible: Some numbers inside the intervals satisfy it.
        certain: All numbers inside them do.
    """

    possible: bool
    certain: bool


Value = Quantity | str | None | Truth | tuple["Value", ...]
Slots = Mapping[str, "Figure | Sequence[Figure] | Quantity | str | None"]
"""What names stand for; what a figure's document says is there under ``slot.field``."""


def evaluate(
    node: Node, slots: Slots, reading: Reading, grains: Mapping[str, Decimal] = _NO_GRAINS
) -> Value:
    """The value of a type-checked expression.

    Args:
        node: Its tree.
        slots: The figures of the match by slot; a list for a slot that repeats.
        reading: How loosely digits are read.
        grains: By slot, the place value to which zeros may be rounded at most.

    Raises:
        Silent: The figures do not allow an answer.
    """
    match node:
        case syntax.Literal(value, unit):
            return _literal(value, unit)
        case syntax.Name(name):
            figure = slots.get(name)
            if figure is None or isinstance(figure, str):
                raise Silent(name)
            if isinstance(figure, Figure):
                return _of(figure, reading, grains.get(name))
            if isinstance(figure, Quantity):
                return figure
            return tuple(_of(one, reading, grains.get(name)) for one in figure)
        case syntax.Field(name, field):
            if field in _OF_DOCUMENT:
                return _of_document(slots, f"{name}.{field}")
            return _field(slots.get(name), field)
        case syntax.Negation(operand):
            return -_quantity(evaluate(operand, slots, reading, grains))
        case syntax.Not(operand):
            inner = _truth(evaluate(operand, slots, reading, grains))
            return Truth(not inner.certain, not inner.possible)
        case syntax.Logic(operator, left, right):
            a = _truth(evaluate(left, slots, reading, grains))
            b = _truth(evaluate(right, slots, reading, grains))
            if operator == "and":
                return Truth(a.possible and b.possible, a.certain and b.certain)
            return Truth(a.possible or b.possible, a.certain or b.certain)
        case syntax.Compare(operator, left, right):
            return _compare(
                operator,
                evaluate(left, slots, reading, grains),
                evaluate(right, slots, reading, grains),
            )
        case syntax.Binary(operator, left, right):
            return _arithmetic(
                operator,
                evaluate(left, slots, reading, grains),
                evaluate(right, slots, reading, grains),
            )
        case syntax.Call("plain", (syntax.Name(name),)):
            return _plain(slots.get(name), reading, grains.get(name))
        case syntax.Call(function, arguments):
            return _call(function, [evaluate(one, slots, reading, grains) for one in arguments])


def _literal(value: Decimal | str, unit: str) -> Value:
    if isinstance(value, str):
        return value
    if unit in ("percent", "point", "points"):
        return Quantity(Interval.point(value * _PERCENT_SCALE))
    if not unit:
        return Quantity(Interval.point(value))
    return unit_quantity(value, literal_unit(unit))


def _of(figure: Figure, reading: Reading, grain: Decimal | None) -> Value:
    if figure.kind == "date":
        span = date_span(figure.iso or "")
        if span is None:
            raise Silent(figure.text)
        first, last = (Interval.point(day.toordinal()) for day in span)
        return Quantity(first.hull(last), _DATE)
    quantity = quantity_of(figure, reading, grain)
    if quantity is None:
        raise Silent(figure.text)
    return quantity


def _plain(figure: object, reading: Reading, grain: Decimal | None) -> Value:
    """A figure's number in the unit that the text gives it, as a plain number."""
    if isinstance(figure, Figure) and (figure.value is not None or figure.low is not None):
        return Quantity(Interval.from_figure(figure, reading, grain))
    raise Silent("plain")


def _of_document(slots: Slots, key: str) -> Value:
    known = slots.get(key)
    if isinstance(known, Quantity | str):
        return known
    if key.endswith(".outlet"):
        return None
    raise Silent(key)


def _field(figure: object, field: str) -> Value:
    if not isinstance(figure, Figure):
        raise Silent(field)
    if field in _OF_SPEAKER:
        return getattr(figure.attribution, field) or None if figure.attribution else None
    if field == "quoted":
        return "yes" if figure.attribution and figure.attribution.quoted else "no"
    if field == "spelled":
        return "no" if any(letter.isdigit() for letter in figure.text) else "yes"
    content = getattr(figure, field)
    if isinstance(content, Decimal):
        return Quantity(Interval.point(content))
    if content is None and field in ("value", "low", "high", "resolution"):
        raise Silent(field)
    return content  # type: ignore[no-any-return]


def _quantity(value: Value) -> Quantity:
    if not isinstance(value, Quantity):
        raise Silent(repr(value))
    return value


def _truth(value: Value) -> Truth:
    if not isinstance(value, Truth):
        raise Silent(repr(value))
    return value


def _pair(left: Value, right: Value) -> tuple[Quantity, Quantity]:
    together = brought_together(_quantity(left), _quantity(right))
    if together is None:
        raise Silent("dimensions")
    return together


def _compare(operator: str, left: Value, right: Value) -> Truth:
    if isinstance(left, str) or isinstance(right, str) or left is None or right is None:
        same = left == right
        return Truth(same, same) if operator == "==" else Truth(not same, not same)
    first, second = _pair(left, right)
    return _relation(operator, first.interval, second.interval)


def _relation(operator: str, a: Interval, b: Interval) -> Truth:
    match operator:
        case "==":
            return Truth(a.intersects(b), a == b and a.width == 0)
        case "!=":
            return Truth(not (a == b and a.width == 0), not a.intersects(b))
        case "<=":
            return Truth(not b.below(a), _reaches(a, b))
        case ">=":
            return Truth(not a.below(b), _reaches(b, a))
        case "<":
            return Truth(not _reaches(b, a), a.below(b))
        case _:
            return Truth(not _reaches(a, b), b.below(a))


def _reaches(a: Interval, b: Interval) -> bool:
    """Whether every number of ``a`` is at most as large as every number of ``b``."""
    return a.high is not None and b.low is not None and a.high <= b.low


def _arithmetic(operator: str, left: Value, right: Value) -> Quantity:
    if operator == "*":
        return _quantity(left) * _quantity(right)
    if operator == "/":
        return _ratio(_quantity(left), _quantity(right))
    if operator == "^":
        return _power(_quantity(left), _quantity(right))
    a, b = _pair(left, right)
    if operator == "+":
        return Quantity(a.interval + b.interval, a.dimension)
    if operator == "-" and a.dimension == _DATE:
        seconds = (a.interval - b.interval) * Interval.point(_SECONDS_A_DAY)
        return Quantity(seconds, (("time", 1),))
    if operator == "-":
        return Quantity(a.interval - b.interval, a.dimension)
    slack = abs(b.interval).high
    if slack is None:
        return Quantity(Interval(), a.dimension)
    return Quantity(a.interval.widen(slack), a.dimension)


def _ratio(a: Quantity, b: Quantity) -> Quantity:
    together = brought_together(a, b)
    return (together[0] / together[1]) if together else a / b


def _power(base: Quantity, exponent: Quantity) -> Quantity:
    low, high = exponent.interval.low, exponent.interval.high
    if base.dimension or exponent.dimension or low is None or low != high:
        raise Silent("power")
    if low != int(low) or not 0 <= low <= _LARGEST_EXPONENT:
        raise Silent("power")
    return Quantity(base.interval.power(int(low)))


def _flat(arguments: list[Value]) -> list[Quantity]:
    flat: list[Quantity] = []
    for argument in arguments:
        members = argument if isinstance(argument, tuple) else (argument,)
        for member in members:
            one = _quantity(member)
            if flat:
                together = brought_together(one, flat[0])
                if together is None:
                    raise Silent("dimensions")
                one = together[0]
            flat.append(one)
    if not flat:
        raise Silent("nothing")
    return flat


def _call(function: str, arguments: list[Value]) -> Quantity:
    if function == "count":
        listed = arguments[0]
        return Quantity(Interval.point(len(listed) if isinstance(listed, tuple) else 1))
    if function == "round":
        place = _quantity(arguments[1]).interval.low if len(arguments) > 1 else Decimal(1)
        first = _quantity(arguments[0])
        if not place:
            raise Silent("round")
        return Quantity(first.interval.round(place), first.dimension)
    flat = _flat(arguments)
    intervals, dimension = [one.interval for one in flat], flat[0].dimension
    match function:
        case "plain":
            return Quantity(intervals[0])
        case "abs":
            return Quantity(abs(intervals[0]), dimension)
        case "hull":
            return Quantity(reduce(Interval.hull, intervals), dimension)
        case "max":
            return Quantity(reduce(Interval.maximum, intervals), dimension)
        case "min":
            return Quantity(reduce(Interval.minimum, intervals), dimension)
        case "mean":
            return Quantity(Interval.sum(intervals) / Interval.point(len(intervals)), dimension)
        case _:
            return Quantity(Interval.sum(intervals), dimension)
