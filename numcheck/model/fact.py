"""A reference figure: what somebody has looked up, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numcheck.model.figure import Figure, plain

__all__ = ["Fact", "Verified"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a table of reference figures.

    Attributes:
        measure: What is measured, as the table has it (``"population"``).
        subject: Names of what it is measured of; the first is the one to show.
        figure: The value with its bound, hedge and unit, read as a figure of a text is; its
            offsets point into ``value``.
        value: The value as the table has it, with its unit (``"1.2 million tonnes"``).
        period: First and last day that the value holds for, ISO 8601; empty for any time.
        when: The period as the table has it (``"2023"``); may be empty.
        source: Who says so.
        link: Where that can be read.
        note: Anything else that the reader of a report should know.
        place: Where the row stands (``"facts.csv:7"``).
    """

    measure: str
    subject: tuple[str, ...]
    figure: Figure
    value: str
    period: tuple[str, str] | None = None
    when: str = ""
    source: str = ""
    link: str = ""
    note: str = ""
    place: str = ""

    @property
    def label(self) -> str:
        """What is spoken of, for a heading: ``"New York: population"``."""
        return f"{self.subject[0]}: {self.measure}"

    @property
    def stated(self) -> str:
        """The value with its period: ``"8,336,817 (2023)"``."""
        return f"{self.value} ({self.when})" if self.when else self.value

    @property
    def reference(self) -> str:
        """Source and link on one line; empty where the row names neither."""
        if self.source and self.link:
            return f"{self.source} ({self.link})"
        return self.source or self.link

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        figure = self.figure
        return {
            "measure": self.measure,
            "subject": list(self.subject),
            "text": self.value,
            "kind": figure.kind,
            "value": plain(figure.value),
            "low": plain(figure.low),
            "high": plain(figure.high),
            "bound": figure.bound,
            "unit": figure.unit,
            "period": list(self.period) if self.period else None,
            "source": self.source,
            "link": self.link,
            "note": self.note,
            "place": self.place,
        }


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifies a figure of a text.

    Attributes:
        fact: The reference figure that says the same.
        source: Who says so.
        link: Where that can be read.
    """

    fact: Fact
    source: str = ""
    link: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {"fact": self.fact.to_dict(), "source": self.source, "link": self.link}
