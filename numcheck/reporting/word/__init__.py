"""A Word file with each finding as a comment at its figure; its text stays as it was.

>>> from numcheck.reporting.word import annotate
"""

from __future__ import annotations

from numcheck.reporting.word.annotation import annotate

__all__ = ["annotate"]
