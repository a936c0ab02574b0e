"""A written number, and the words that numbers are written with."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary

__all__ = [
    "FRACTION_RESOLUTION",
    "HUNDRED",
    "ONE",
    "SCALE",
    "TEN",
    "UNIT",
    "Number",
    "cardinals",
    "factors",
    "fractions",
    "number_words",
    "suffixes",
    "vague_words",
]

ONE: Final = Decimal(1)
# A fraction in words is good to about 2.5 points on either side.
FRACTION_RESOLUTION: Final = Decimal("0.05")
UNIT, TEEN, TEN, HUNDRED, SCALE = 1, 2, 3, 4, 5
_GRADES: Final = {"unit": UNIT, "teen": TEEN, "ten": TEN, "hundred": HUNDRED, "scale": SCALE}


class Number:
    """A written number.

    Attributes:
        value: Its value; ``None`` for a vague word.
        resolution: Place value of the last digit that the writer committed to.
        next: Index past its last token.
        spelled: Whether it is written in words.
        low: Lower end of a vague word's convention.
        high: Upper end of it; ``None`` is unbounded.
        scale: The magnitude that its words or suffix multiply it by (``1.2 million`` → 1000000).
        fraction: Whether it is written as a fraction (``a third``, ``3/4``).
    """

    __slots__ = ("fraction", "high", "low", "next", "resolution", "scale", "spelled", "value")

    def __init__(
        self, value: Decimal | None, resolution: Decimal, next_: int, spelled: bool = False
    ) -> None:
        self.value = value
        self.resolution = resolution
        self.next = next_
        self.spelled = spelled
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.scale = ONE
        self.fraction = False

    def multiply(self, factor: Decimal, next_: int) -> None:
        """Take in a magnitude word that ends before token ``next_``."""
        assert self.value is not None
        self.value *= factor
        self.resolution *= factor
        self.scale = factor
        self.next = next_


@cache
def number_words() -> dict[str, tuple[str, str]]:
    """Word → (class, value) for everything in ``numerals.tsv`` but the factors before a scale."""
    rows = vocabulary.table("numerals", 3)
    return {word: (kind, value) for word, kind, value in rows if kind not in ("some", "suffix")}


@cache
def cardinals() -> dict[str, tuple[int, Decimal]]:
    """Word → (grade, value), the grade one of ``UNIT`` to ``SCALE``."""
    words = number_words().items()
    return {w: (_GRADES[kind], Decimal(value)) for w, (kind, value) in words if kind in _GRADES}


@cache
def suffixes() -> dict[str, Decimal]:
    """Letters glued to digits → the magnitude that they stand for."""
    rows = vocabulary.table("numerals", 3)
    return {word: Decimal(value) for word, kind, value in rows if kind == "suffix"}


@cache
def factors() -> dict[str, tuple[int, int]]:
    """Word before a scale word → its lowest and highest factor (``several`` hundred)."""
    rows = vocabulary.table("numerals", 3)
    pairs = ((word, value.split(":")) for word, kind, value in rows if kind == "some")
    return {word: (int(low), int(high)) for word, (low, high) in pairs}


@cache
def vague_words() -> dict[str, tuple[Decimal, Decimal | None]]:
    """Vague word → lowest and highest number that it stands for by convention."""
    found: dict[str, tuple[Decimal, Decimal | None]] = {}
    for word, (kind, value) in number_words().items():
        if kind == "vague":
            low, _, high = value.partition(":")
            found[word] = (Decimal(low), Decimal(high) if high else None)
    return found


@cache
def fractions() -> dict[str, int]:
    """Word → denominator, the ordinals that may stand for a fraction among them (a third)."""
    found = {w: int(v) for w, (kind, v) in number_words().items() if kind == "fraction"}
    for word, (kind, value) in number_words().items():
        if kind == "ordinal" and int(value) > 2:
            found[word] = int(value)
    return found
