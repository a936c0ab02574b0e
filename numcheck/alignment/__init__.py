"""Figures → claims: which figures speak of the same quantity, within and across documents."""

from numcheck.alignment.alignment import Alignment, align
from numcheck.alignment.measures import Measures, load_measures
from numcheck.alignment.stories import Story

__all__ = ["Alignment", "Measures", "Story", "align", "load_measures"]
