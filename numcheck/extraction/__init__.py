"""Document → figures: every number with its unit, hedge, counted noun, and who says so."""

from numcheck.extraction.pipeline import analyse, extract

__all__ = ["analyse", "extract"]
