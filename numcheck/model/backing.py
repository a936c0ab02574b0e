"""What the sources of a draft say about one of its figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from numcheck.model.figure import Figure

__all__ = ["Backing", "Listed", "Standing"]

Standing = Literal["supported", "derivable", "contradicted", "open", "unverified"]

_SIGNS = {"sum": " + ", "difference": " − ", "product": " × ", "quotient": " ÷ "}
_PAIRS = {
    "share": "{0} of {1}",
    "change": "a change between {0} and {1}",
    "ratio": "the ratio of {0} and {1}",
    "years": "the years since {0}",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """What a source names one by one, where a draft gives the count.

    Attributes:
        document: Id of the source.
        field: ``text`` or ``title``.
        start: Code-point offset of the first name in that field.
        end: Offset behind the last.
        items: The names, in text order.
    """

    document: str
    field: str
    start: int
    end: int
    items: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {
            "document": self.document,
            "field": self.field,
            "start": self.start,
            "end": self.end,
            "items": list(self.items),
        }


@dataclass(frozen=True, slots=True)
class Backing:
    """What the sources say about a figure of a draft.

    Attributes:
        figure: The draft's figure.
        standing: ``supported``: a source states it, or something narrower; ``derivable``: it
            follows from figures of a source; ``contradicted``: a source has another figure in its
            place; ``open``: a source gives a bound that leaves room for it and for others;
            ``unverified``: no source gives it.
        others: The figures of the sources that say so.
        how: ``quoted``, ``rounded``, ``converted``, ``weaker``, or the operation (``sum``,
            ``list``); empty for the other standings.
        alike: Whether the sentence of the source is worded like the draft's.
        listed: The list that it counts, where it is derived from one.
    """

    figure: Figure
    standing: Standing
    others: tuple[Figure, ...] = ()
    how: str = ""
    alike: bool = False
    listed: Listed | None = None

    @property
    def derivation(self) -> str:
        """How it follows, for a reader (``"90 + 35"``); empty where it is not derived."""
        if self.standing != "derivable":
            return ""
        if self.listed is not None:
            return ", ".join(self.listed.items)
        texts = [other.text for other in self.others]
        if self.how in _PAIRS:
            return _PAIRS[self.how].format(*texts)
        return _SIGNS.get(self.how, ", ").join(texts)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types; figures by their ids."""
        return {
            "figure": self.figure.id,
            "standing": self.standing,
            "sources": [other.id for other in self.others],
            "how": self.how,
            "derivation": self.derivation,
            **({} if self.listed is None else {"listed": self.listed.to_dict()}),
        }
