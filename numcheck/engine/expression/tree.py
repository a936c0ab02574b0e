"""The trees that expressions are read into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

__all__ = [
    "Binary",
    "Call",
    "Compare",
    "Field",
    "Literal",
    "Logic",
    "Name",
    "Negation",
    "Node",
    "Not",
    "fields_of",
]


@dataclass(frozen=True, slots=True)
class Literal:
    """A number, with its unit or percent sign, or a text."""

    value: Decimal | str
    unit: str
    column: int


@dataclass(frozen=True, slots=True)
class Name:
    """A slot of the pattern."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a slot's figure: ``old.unit``."""

    name: str
    field: str
    column: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function of its arguments."""

    function: str
    arguments: tuple[Node, ...]
    column: int


@dataclass(frozen=True, slots=True)
class Negation:
    """``-x``."""

    operand: Node
    column: int


@dataclass(frozen=True, slots=True)
class Binary:
    """``a + b``; the operator is one of ``+ - * / ^ ±``."""

    operator: str
    left: Node
    right: Node
    column: int


@dataclass(frozen=True, slots=True)
class Compare:
    """``a == b``; the operator is one of ``== != <= < >= >``."""

    operator: str
    left: Node
    right: Node
    column: int


@dataclass(frozen=True, slots=True)
class Logic:
    """``a and b``, ``a or b``."""

    operator: str
    left: Node
    right: Node
    column: int


@dataclass(frozen=True, slots=True)
class Not:
    """``not a``."""

    operand: Node
    column: int


Node = Literal | Name | Field | Call | Negation | Binary | Compare | Logic | Not


def fields_of(node: Node) -> Iterator[Field]:
    """All fields of figures that an expression asks for, in the order of the text."""
    match node:
        case Field():
            yield node
        case Negation(operand) | Not(operand):
            yield from fields_of(operand)
        case Binary(_, left, right) | Compare(_, left, right) | Logic(_, left, right):
            yield from fields_of(left)
            yield from fields_of(right)
        case Call(_, arguments):
            for argument in arguments:
                yield from fields_of(argument)
        case Literal() | Name():
            return
