"""A figure a line, exactly as in the public contract."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Document, Figure
from numcheck.reporting.dumps import dumps
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(documents: Sequence[Document], figures: Sequence[Figure], style: Style) -> str:
    """One figure a line; an empty string where there is none."""
    return "".join(dumps(figure.to_dict()) + "\n" for figure in figures)
