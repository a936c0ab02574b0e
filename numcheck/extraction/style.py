"""How a house writes what figures alone leave open: the order of dates, the decimal mark."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["DECIMALS", "IN_FORCE", "ORDERS", "Style"]

ORDERS: Final = ("day-first", "month-first")
DECIMALS: Final = ("point", "comma")


@dataclass(frozen=True, slots=True)
class Style:
    """What a reader would have to know to read ``03/04/2025`` or ``1.250``.

    Attributes:
        dates: Whether the day or the month stands first; empty where nobody knows, and then a
            date that may be read both ways is only a year.
        decimal: The mark before decimals: a lone mark before three digits is it, or it is not.
            Where more than one mark stands in a number, the last one always is.
    """

    dates: Literal["", "day-first", "month-first"] = ""
    decimal: Literal["point", "comma"] = "point"


_UNKNOWN: Final = Style()
IN_FORCE: Final[ContextVar[Style]] = ContextVar("IN_FORCE", default=_UNKNOWN)
"""The style of the document that is being read."""
