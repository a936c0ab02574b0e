"""Documents and figures as one JSON document."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Document, Figure
from numcheck.reporting.dumps import dumps
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(documents: Sequence[Document], figures: Sequence[Figure], style: Style) -> str:
    """An object with ``documents`` and ``figures``, as in a report."""
    return (
        dumps(
            {
                "documents": [document.to_dict() for document in documents],
                "figures": [figure.to_dict() for figure in figures],
            },
            indent=2,
        )
        + "\n"
    )
