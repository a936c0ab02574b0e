"""A figure a row, with what was found about it: for a spreadsheet."""

from __future__ import annotations

from numcheck.model import Report
from numcheck.reporting.sheet import sheet
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(report: Report, style: Style) -> str:
    """Comma-separated values under a row of names."""
    return sheet(report.documents, report.figures, report.findings)
