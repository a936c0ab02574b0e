"""What a caller may choose about reading."""

from __future__ import annotations

from dataclasses import dataclass, field

from numcheck.reading.limits import Limits

__all__ = ["ReadingOptions"]


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Choices that travel with every source, members of archives included.

    Attributes:
        limits: How much is taken from one input.
        fast_html: Whether pages go through Resiliparse, several times faster than trafilatura
            and less choosy about what belongs to the article (extra ``warc``).
        text_column: The column of tables (CSV, TSV, Parquet) that holds the articles; empty to
            tell it by its name.
    """

    limits: Limits = field(default_factory=Limits)
    fast_html: bool = False
    text_column: str = ""
