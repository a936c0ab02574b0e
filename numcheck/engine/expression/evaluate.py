"""The value of an expression over the figures of one match.

A tree is turned into nested functions once, so that a match costs calls and no decisions about
what kind of node stands where.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from numcheck.engine.dates import date_span
from numcheck.engine.expression import tree
from numcheck.engine.expression.operations import (
    Silent,
    Truth,
    Value,
    arithmetic,
    called,
    compared,
    quantity,
    truth,
)
from numcheck.engine.expression.quantity import Quantity, quantity_of, unit_quantity
from numcheck.engine.expression.tree import Node
from numcheck.engine.expression.types import literal_unit
from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading

__all__ = ["Evaluator", "Silent", "Slots", "Truth", "Value", "evaluate", "evaluator"]

_PERCENT_SCALE = Decimal("0.01")
_DATE = (("date", 1),)
_NO_GRAINS: Mapping[str, Decimal] = {}
_OF_SPEAKER = frozenset({"source", "cue", "via"})
_OF_DOCUMENT = frozenset({"published", "outlet"})
_NUMBERS = frozenset({"value", "low", "high", "resolution"})
_YES, _NO = Truth(True, True), Truth(False, False)

Slots = Mapping[str, "Figure | Sequence[Figure] | Quantity | str | None"]
"""What names stand for; what a figure's document says is there under ``slot.field``."""
Evaluator = Callable[[Slots, Reading, Mapping[str, Decimal]], Value]
"""Slots, how loosely digits are read, and by slot the place to which zeros may be rounded."""


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
    return evaluator(node)(slots, reading, grains)


@lru_cache(maxsize=4096)
def evaluator(node: Node) -> Evaluator:
    """An expression as a function of slots, reading and grains, see :func:`evaluate`."""
    return _compiled(node)


def _compiled(node: Node) -> Evaluator:
    match node:
        case tree.Literal(value, unit):
            known = _literal(value, unit)
            return lambda slots, reading, grains: known
        case tree.Name(name):
            return _named(name)
        case tree.Field(name, field):
            return _field(name, field)
        case tree.Negation(operand):
            inner = evaluator(operand)
            return lambda slots, reading, grains: -quantity(inner(slots, reading, grains))
        case tree.Not(operand):
            return _negated(evaluator(operand))
        case tree.Logic(operator, left, right):
            return _joined(operator, evaluator(left), evaluator(right))
        case tree.Compare("==" | "!=" as operator, tree.Field() as left, tree.Literal(str(text))):
            return _text_is(evaluator(left), text, operator == "==")
        case tree.Compare(operator, left, right):
            return _both(compared, operator, evaluator(left), evaluator(right))
        case tree.Binary(operator, left, right):
            return _both(arithmetic, operator, evaluator(left), evaluator(right))
        case tree.Call("plain", (tree.Name(name),)):
            return lambda slots, reading, grains: _plain(slots.get(name), reading, grains.get(name))
        case tree.Call(function, arguments):
            inners = [evaluator(one) for one in arguments]
            return lambda slots, reading, grains: called(
                function, [one(slots, reading, grains) for one in inners]
            )


def _both(
    operation: Callable[[str, Value, Value], Value],
    operator: str,
    left: Evaluator,
    right: Evaluator,
) -> Evaluator:
    return lambda slots, reading, grains: operation(
        operator, left(slots, reading, grains), right(slots, reading, grains)
    )


def _negated(inner: Evaluator) -> Evaluator:
    def value(slots: Slots, reading: Reading, grains: Mapping[str, Decimal]) -> Value:
        one = truth(inner(slots, reading, grains))
        return Truth(not one.certain, not one.possible)

    return value


def _joined(operator: str, left: Evaluator, right: Evaluator) -> Evaluator:
    def both(slots: Slots, reading: Reading, grains: Mapping[str, Decimal]) -> Value:
        a = truth(left(slots, reading, grains))
        b = truth(right(slots, reading, grains))
        return Truth(a.possible and b.possible, a.certain and b.certain)

    def either(slots: Slots, reading: Reading, grains: Mapping[str, Decimal]) -> Value:
        a = truth(left(slots, reading, grains))
        b = truth(right(slots, reading, grains))
        return Truth(a.possible or b.possible, a.certain or b.certain)

    return both if operator == "and" else either


def _text_is(field: Evaluator, text: str, wanted: bool) -> Evaluator:
    """A field held against a text, as most conditions do."""

    def value(slots: Slots, reading: Reading, grains: Mapping[str, Decimal]) -> Value:
        return _YES if (field(slots, reading, grains) == text) is wanted else _NO

    return value


def _literal(value: Decimal | str, unit: str) -> Value:
    if isinstance(value, str):
        return value
    if unit in ("percent", "point", "points"):
        return Quantity(Interval.point(value * _PERCENT_SCALE))
    if not unit:
        return Quantity(Interval.point(value))
    return unit_quantity(value, literal_unit(unit))


def _named(name: str) -> Evaluator:
    def value(slots: Slots, reading: Reading, grains: Mapping[str, Decimal]) -> Value:
        found = slots.get(name)
        if isinstance(found, Figure):
            return _of(found, reading, grains.get(name))
        if isinstance(found, Quantity):
            return found
        if found is None or isinstance(found, str):
            raise Silent
        return tuple(_of(one, reading, grains.get(name)) for one in found)

    return value


def _of(figure: Figure, reading: Reading, grain: Decimal | None) -> Value:
    if figure.kind == "date":
        span = date_span(figure.iso or "")
        if span is None:
            raise Silent
        first, last = (Interval.point(day.toordinal()) for day in span)
        return Quantity(first.hull(last), _DATE)
    found = quantity_of(figure, reading, grain)
    if found is None:
        raise Silent
    return found


def _plain(figure: object, reading: Reading, grain: Decimal | None) -> Value:
    """A figure's number in the unit that the text gives it, as a plain number."""
    if isinstance(figure, Figure) and (figure.value is not None or figure.low is not None):
        return Quantity(Interval.from_figure(figure, reading, grain))
    raise Silent


def _field(name: str, field: str) -> Evaluator:
    if field in _OF_DOCUMENT:
        key = f"{name}.{field}"
        return lambda slots, reading, grains: _of_document(slots, key)
    read = _READERS.get(field) or _attribute(field)

    def value(slots: Slots, reading: Reading, grains: Mapping[str, Decimal]) -> Value:
        figure = slots.get(name)
        if not isinstance(figure, Figure):
            raise Silent
        return read(figure)

    return value


def _of_document(slots: Slots, key: str) -> Value:
    known = slots.get(key)
    if isinstance(known, Quantity | str):
        return known
    if key.endswith(".outlet"):
        return None
    raise Silent


def _attribute(field: str) -> Callable[[Figure], Value]:
    def number(figure: Figure) -> Value:
        content = getattr(figure, field)
        if content is None:
            raise Silent
        return Quantity(Interval.point(content))

    def text(figure: Figure) -> Value:
        return getattr(figure, field)  # type: ignore[no-any-return]

    def of_speaker(figure: Figure) -> Value:
        return getattr(figure.attribution, field) or None if figure.attribution else None

    return number if field in _NUMBERS else of_speaker if field in _OF_SPEAKER else text


def _spelled(figure: Figure) -> Value:
    return "no" if any(letter.isdigit() for letter in figure.text) else "yes"


def _quoted(figure: Figure) -> Value:
    return "yes" if figure.attribution and figure.attribution.quoted else "no"


_READERS: Mapping[str, Callable[[Figure], Value]] = {"spelled": _spelled, "quoted": _quoted}
