"""A figure while its words are still being read."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.model import Attribution, Remark, Sentence

__all__ = ["Draft"]

_ONE: Final = Decimal(1)


class Draft:
    """The mutable form of :class:`numcheck.model.Figure`; each step of extraction fills a part.

    Token positions index the lists of ``sentence``. They nest::

        the   nearly  10,000  North  Korean  soldiers  from ...
              ^left   ^first  ^last          ^head

    Attributes:
        sentence: Its sentence.
        first: First token of the slice (number, sign, currency, magnitude word, unit).
        last: Index past the last token of the slice.
        left: First token of the phrase with its hedge words (``nearly``); ``first`` if none.
        head: Token of the counted head noun; -1 if none or elided.
        after: Index past everything that the noun phrase covers; ``last`` if no noun follows.
        scale: The magnitude word or suffix in the slice, as a number (``4.5bn`` → 10^9).
        shared: The draft before it in a coordination or range that this one continues
            (``115,000 soldiers killed and 500,000 wounded``), else ``None``.

    The other attributes are those of the figure, with the same meaning.
    """

    __slots__ = (
        "after", "as_of", "attribution", "bound", "concept", "counted", "end", "event", "first",
        "head", "hedge", "high", "high_open", "iso", "kind", "last", "left", "low", "low_open",
        "per", "qualifiers", "remark", "resolution", "scale", "sentence", "shared", "stance",
        "start", "subject", "trend", "unit", "value",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, first: int, last: int, kind: str) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.left = first
        self.head = -1
        self.after = last
        self.scale = _ONE
        self.shared: Draft | None = None
        self.start = sentence.starts[first]
        self.end = sentence.ends[last - 1]
        self.kind = kind
        self.value: Decimal | None = None
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.low_open = False
        self.high_open = False
        self.resolution: Decimal | None = None
        self.bound = "exact"
        self.hedge: str | None = None
        self.trend: str | None = None
        self.unit: str | None = None
        self.per: str | None = None
        self.counted: str | None = None
        self.qualifiers: tuple[str, ...] = ()
        self.concept: tuple[str, ...] = ()
        self.event: str | None = None
        self.subject: str | None = None
        self.iso: str | None = None
        self.as_of: str | None = None
        self.attribution: Attribution | None = None
        self.stance = "asserted"
        self.remark: Remark | None = None

    def stretch(self, last: int) -> None:
        """Let the slice end before token ``last``."""
        self.last = last
        self.after = max(self.after, last)
        self.end = self.sentence.ends[last - 1]

    def multiply(self, factor: Decimal) -> None:
        """Take in a magnitude that stands outside the number (``120 MEUR``)."""
        if self.value is not None:
            self.value *= factor
        self.resolution = (self.resolution or _ONE) * factor
        self.scale = factor
