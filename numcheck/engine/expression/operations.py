"""What the operators and functions of expressions do to intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from numcheck.engine.expression.quantity import Quantity, brought_together
from numcheck.model.interval import Interval

__all__ = ["Silent", "Truth", "Value", "arithmetic", "called", "compared", "quantity", "truth"]

_SECONDS_A_DAY = 86400
_DATE = (("date", 1),)
_LARGEST_EXPONENT = 100


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


def quantity(value: Value) -> Quantity:
    """A value as a quantity.

    Raises:
        Silent: It is none.
    """
    if not isinstance(value, Quantity):
        raise Silent
    return value


def truth(value: Value) -> Truth:
    """A value as the outcome of a comparison.

    Raises:
        Silent: It is none.
    """
    if not isinstance(value, Truth):
        raise Silent
    return value


def _pair(left: Value, right: Value) -> tuple[Quantity, Quantity]:
    together = brought_together(quantity(left), quantity(right))
    if together is None:
        raise Silent
    return together


def compared(operator: str, left: Value, right: Value) -> Truth:
    """Whether two values can be and must be as the operator says.

    Raises:
        Silent: They cannot be compared.
    """
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


def arithmetic(operator: str, left: Value, right: Value) -> Quantity:
    """The sum, difference, product, quotient, power or spread of two values.

    Raises:
        Silent: They do not go together.
    """
    if operator == "*":
        return quantity(left) * quantity(right)
    if operator == "/":
        return _ratio(quantity(left), quantity(right))
    if operator == "^":
        return _power(quantity(left), quantity(right))
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
        raise Silent
    if low != int(low) or not 0 <= low <= _LARGEST_EXPONENT:
        raise Silent
    return Quantity(base.interval.power(int(low)))


def _flat(arguments: Sequence[Value]) -> list[Quantity]:
    flat: list[Quantity] = []
    for argument in arguments:
        members = argument if isinstance(argument, tuple) else (argument,)
        for member in members:
            one = quantity(member)
            if flat:
                together = brought_together(one, flat[0])
                if together is None:
                    raise Silent
                one = together[0]
            flat.append(one)
    if not flat:
        raise Silent
    return flat


def called(function: str, arguments: Sequence[Value]) -> Quantity:
    """The value of a function.

    Raises:
        Silent: Its arguments do not go together.
    """
    if function == "count":
        listed = arguments[0]
        return Quantity(Interval.point(len(listed) if isinstance(listed, tuple) else 1))
    if function == "round":
        place = quantity(arguments[1]).interval.low if len(arguments) > 1 else Decimal(1)
        first = quantity(arguments[0])
        if not place:
            raise Silent
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
