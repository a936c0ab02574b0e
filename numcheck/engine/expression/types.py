"""Which expressions make sense, told when a rule is loaded rather than when it runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from numcheck.engine.expression import syntax
from numcheck.engine.expression.syntax import ExpressionError, Node
from numcheck.engine.units import (
    DIMENSIONLESS,
    Dimension,
    combine,
    dimension_named,
    dimension_names,
    listed,
    scale,
)
from numcheck.model import Bound, Kind, Stance

__all__ = ["FIELDS", "FUNCTIONS", "SlotType", "slot_type", "type_of"]

_Sort = Literal["number", "text", "date", "truth"]


@dataclass(frozen=True, slots=True)
class SlotType:
    """What a slot or an expression stands for.

    Attributes:
        sort: A number, a text, a date or a truth value.
        dimension: Of a number; ``None`` where only the text will tell.
        many: Whether it is a list.
    """

    sort: _Sort
    dimension: Dimension | None = DIMENSIONLESS
    many: bool = False

    def __str__(self) -> str:
        if self.sort != "number":
            name = {"text": "a text", "date": "a date", "truth": "true or false"}[self.sort]
        elif self.dimension is None:
            name = "a number of any dimension"
        elif not self.dimension:
            name = "a plain number"
        else:
            powers = (base if n == 1 else f"{base}^{n}" for base, n in self.dimension)
            name = " × ".join(powers)
        return f"a list of {name}" if self.many else name


_MONEY: Dimension = (("money", 1),)
_TIME: Dimension = (("time", 1),)
_NUMBER = SlotType("number")
_ANY = SlotType("number", None)
_TEXT = SlotType("text")
_TRUTH = SlotType("truth")

_KINDS = {
    "count": _NUMBER, "percent": _NUMBER, "multiplier": _NUMBER, "ordinal": _NUMBER,
    "rank": _NUMBER, "score": _NUMBER, "money": SlotType("number", _MONEY),
    "measure": _ANY, "duration": SlotType("number", _TIME), "age": SlotType("number", _TIME),
    "date": SlotType("date"), "time": SlotType("date"), "identifier": _TEXT,
    "quantity": _ANY, "number": _ANY, "any": _ANY, "amount": _ANY,
}  # fmt: skip

FIELDS: Mapping[str, SlotType] = {
    "value": _ANY, "low": _ANY, "high": _ANY, "resolution": _ANY,
    **dict.fromkeys(
        (
            "text", "kind", "unit", "counted", "document", "field", "bound", "hedge", "trend",
            "as_of", "event", "subject", "stance", "per", "iso", "source", "spelled", "quoted",
            "cue", "via", "outlet",
        ),
        _TEXT,
    ),
    "published": SlotType("date"),
}  # fmt: skip
"""Fields of a figure that an expression may ask for."""

_CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind), "bound": get_args(Bound), "stance": get_args(Stance),
    "field": ("text", "title"), "trend": ("up", "down"),
    "spelled": ("yes", "no"), "quoted": ("yes", "no"),
}  # fmt: skip
"""All that a field can say, for those of which that is known."""

FUNCTIONS: Mapping[str, tuple[int, int]] = {
    "abs": (1, 1),
    "count": (1, 1),
    "hull": (2, 2),
    "max": (1, 9),
    "mean": (1, 9),
    "min": (1, 9),
    "plain": (1, 1),
    "round": (1, 2),
    "sum": (1, 9),
}
"""Functions with the least and the largest number of arguments."""


def slot_type(kind: str, dimension: str = "", many: bool = False) -> SlotType | None:
    """The type of a slot of ``kind``, or ``None`` for a kind that does not exist."""
    known = _KINDS.get(kind)
    if known is None:
        return None
    if dimension:
        known = SlotType("number", _merged(dimension_named(dimension) or DIMENSIONLESS))
    return SlotType(known.sort, known.dimension, many)


def slot_kinds() -> tuple[str, ...]:
    """Kinds that a slot may ask for."""
    return tuple(_KINDS)


def type_of(node: Node, slots: Mapping[str, SlotType]) -> SlotType:
    """The type of an expression.

    Args:
        node: Its tree.
        slots: The names it may use.

    Raises:
        ExpressionError: A name that nothing carries, or operands that do not go together.
    """
    match node:
        case syntax.Literal():
            return _literal(node)
        case syntax.Name(name, column):
            return _lookup(name, slots, column)
        case syntax.Field(name, field, column):
            _lookup(name, slots, column)
            if field not in FIELDS:
                problem = f"a figure has no field {field!r}{_suggestion(field, FIELDS)}"
                raise ExpressionError(problem, column)
            return FIELDS[field]
        case syntax.Negation(operand, column):
            return _number(type_of(operand, slots), "-", column)
        case syntax.Not(operand, column):
            _truth(type_of(operand, slots), "not", column)
            return _TRUTH
        case syntax.Logic(operator, left, right, column):
            _truth(type_of(left, slots), operator, column)
            _truth(type_of(right, slots), operator, column)
            return _TRUTH
        case syntax.Compare(operator, left, right, column):
            _known_choice(left, right)
            _known_choice(right, left)
            return _comparison(operator, type_of(left, slots), type_of(right, slots), column)
        case syntax.Binary(operator, left, right, column):
            return _arithmetic(operator, type_of(left, slots), type_of(right, slots), column)
        case syntax.Call():
            return _call(node, slots)


def _known_choice(field: Node, literal: Node) -> None:
    """Refuse to compare a field with a text that it never is."""
    if not isinstance(field, syntax.Field) or not isinstance(literal, syntax.Literal):
        return
    choices = _CHOICES.get(field.field)
    if choices and isinstance(literal.value, str) and literal.value not in choices:
        problem = f"{field.field!r} is never {literal.value!r}"
        raise ExpressionError(problem + _suggestion(literal.value, choices), literal.column)


def _suggestion(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    close = get_close_matches(word, list(known), 1)
    return f"; did you mean {close[0]!r}?" if close else f"; known: {', '.join(sorted(known))}"


def _lookup(name: str, slots: Mapping[str, SlotType], column: int) -> SlotType:
    if name not in slots:
        problem = f"no slot is called {name!r}{_suggestion(name, slots)}"
        raise ExpressionError(problem, column)
    return slots[name]


def _literal(node: syntax.Literal) -> SlotType:
    if isinstance(node.value, str):
        return _TEXT
    if not node.unit or node.unit in ("percent", "points", "point"):
        return _NUMBER
    known = scale(literal_unit(node.unit))
    if known is None:
        problem = f"nobody knows the unit {node.unit!r}; write its full name ('kilometer', 'day')"
        raise ExpressionError(problem, node.column)
    return SlotType("number", _merged(known.dimension))


def literal_unit(name: str) -> str:
    """The unit's name in the singular: ``days`` is ``day``."""
    if name.endswith("s") and listed(name[:-1]):
        return name[:-1]
    return name


def _merged(dimension: Dimension) -> Dimension:
    """Calendar and clock time are one dimension until a text shows which is meant."""
    merged = DIMENSIONLESS
    for base, power in dimension:
        merged = combine(merged, (("time" if base == "year" else base, power),))
    return merged


def _number(given: SlotType, operator: str, column: int) -> SlotType:
    if given.sort != "number" or given.many:
        problem = f"{operator!r} needs a number, not {given}"
        raise ExpressionError(problem + ("; try sum(...)" if given.many else ""), column)
    return given


def _truth(given: SlotType, operator: str, column: int) -> None:
    if given.sort != "truth":
        raise ExpressionError(f"{operator!r} joins comparisons, not {given}", column)


def _comparison(operator: str, left: SlotType, right: SlotType, column: int) -> SlotType:
    if left.many or right.many or "truth" in (left.sort, right.sort):
        raise ExpressionError(f"{operator!r} cannot compare {left} with {right}", column)
    if left.sort != right.sort or (left.sort == "text" and operator not in ("==", "!=")):
        raise ExpressionError(f"{operator!r} cannot compare {left} with {right}", column)
    if left.sort == "number":
        _same_dimension(left, right, operator, column)
    return _TRUTH


def _same_dimension(left: SlotType, right: SlotType, operator: str, column: int) -> SlotType:
    if left.dimension is None or right.dimension is None:
        return left if right.dimension is None else right
    if left.dimension != right.dimension:
        raise ExpressionError(f"{operator!r} needs one dimension: {left} and {right}", column)
    return left


def _arithmetic(operator: str, left: SlotType, right: SlotType, column: int) -> SlotType:
    if operator == "-" and left.sort == right.sort == "date" and not (left.many or right.many):
        return SlotType("number", _TIME)
    _number(left, operator, column)
    _number(right, operator, column)
    if operator in ("+", "-", "±"):
        return _same_dimension(left, right, operator, column)
    if operator == "^":
        if right.dimension:
            raise ExpressionError(f"an exponent is a plain number, not {right}", column)
        return left if not left.dimension else _ANY
    if left.dimension is None or right.dimension is None:
        return _ANY
    sign = 1 if operator == "*" else -1
    return SlotType("number", combine(left.dimension, right.dimension, sign))


def _call(node: syntax.Call, slots: Mapping[str, SlotType]) -> SlotType:
    bounds = FUNCTIONS.get(node.function)
    if bounds is None:
        problem = f"no function is called {node.function!r}{_suggestion(node.function, FUNCTIONS)}"
        raise ExpressionError(problem, node.column)
    if not bounds[0] <= len(node.arguments) <= bounds[1]:
        wanted = str(bounds[0]) if bounds[0] == bounds[1] else f"{bounds[0]} to {bounds[1]}"
        noun = "argument" if bounds[1] == 1 else "arguments"
        problem = f"{node.function} takes {wanted} {noun}, not {len(node.arguments)}"
        raise ExpressionError(problem, node.column)
    given = [type_of(argument, slots) for argument in node.arguments]
    for one in given:
        if one.sort != "number" and node.function != "count":
            raise ExpressionError(f"{node.function} needs numbers, not {one}", node.column)
        if one.many and node.function in ("abs", "round", "hull", "plain"):
            raise ExpressionError(f"{node.function} needs one number, not {one}", node.column)
    if node.function in ("count", "plain"):
        return _NUMBER
    result = SlotType("number", given[0].dimension)
    for one in given[1:]:
        result = _same_dimension(result, one, node.function, node.column)
    return SlotType("number", result.dimension)


def known_dimensions() -> tuple[str, ...]:
    """Names that may stand in the brackets of ``{x:measure[...]}``."""
    return dimension_names()
