"""A small typed language over intervals; nothing a user writes is ever run as Python."""

from __future__ import annotations

from numcheck.engine.expression.evaluate import Silent, Truth, evaluate
from numcheck.engine.expression.quantity import Quantity, quantity_of
from numcheck.engine.expression.syntax import ExpressionError, parse
from numcheck.engine.expression.types import SlotType, type_of

__all__ = [
    "ExpressionError",
    "Quantity",
    "Silent",
    "SlotType",
    "Truth",
    "evaluate",
    "parse",
    "quantity_of",
    "type_of",
]
