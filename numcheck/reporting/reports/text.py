"""The report for a person at a terminal."""

from __future__ import annotations

from numcheck.model import Report
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(report: Report, style: Style) -> str:
    """For now only the summary."""
    return f"{len(report.figures)} figures in {len(report.documents)} documents.\n"
