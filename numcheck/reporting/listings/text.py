"""Figures as a table."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Document, Figure
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(documents: Sequence[Document], figures: Sequence[Figure], style: Style) -> str:
    """For now one figure a line."""
    return "".join(f"{figure.kind}\t{figure.text}\n" for figure in figures)
