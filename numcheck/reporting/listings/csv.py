"""A figure a row: for a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Document, Figure
from numcheck.reporting.sheet import sheet
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(documents: Sequence[Document], figures: Sequence[Figure], style: Style) -> str:
    """Comma-separated values under a row of names."""
    return sheet(documents, figures)
