"""Figures → claims: which figures speak of the same quantity, within and across documents."""

from numcheck.alignment.alignment import Alignment, align
from numcheck.alignment.derive import Derivation
from numcheck.alignment.headline import Support, headline_support
from numcheck.alignment.measures import Measures, load_measures
from numcheck.alignment.stories import Story

__all__ = [
    "Alignment",
    "Derivation",
    "Measures",
    "Story",
    "Support",
    "align",
    "headline_support",
    "load_measures",
]
