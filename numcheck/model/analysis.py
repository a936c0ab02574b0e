"""A document taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model.document import Document
from numcheck.model.figure import Figure
from numcheck.model.sentence import Sentence

__all__ = ["Analysis"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What extraction hands to alignment and to the rules.

    Attributes:
        document: The document.
        sentences: Its sentences in text order, the title's first.
        figures: Its figures in text order, the title's first.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
