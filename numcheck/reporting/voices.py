"""Who says so, in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from numcheck.model import Document, Figure
from numcheck.reporting.display import clean

__all__ = ["voice"]


def voice(figure: Figure, documents: Mapping[str, Document], *, outlet: bool = True) -> str:
    """
    Who stands behind a figure.

    Args:
        figure: The figure.
        documents: The report's documents by id.
        outlet: Whether to name the outlet where the text hands the figure to nobody.

    Returns:
        ``"Sources on the Ukrainian side, via the BBC"``; the outlet's own name where it speaks
        for itself; empty if nothing is known.
    """
    attribution = figure.attribution
    if attribution is not None and attribution.source:
        told = clean(attribution.source)
        if attribution.via:
            told += f", via {clean(attribution.via)}"
    else:
        document = documents.get(figure.document)
        told = clean(document.source) if outlet and document else ""
    if figure.stance == "hypothetical":
        told = f"{told}, hypothetically" if told else "hypothetical"
    return told
