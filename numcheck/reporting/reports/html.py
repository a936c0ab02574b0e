"""The report as a page for a browser: one file that needs nothing else, also on paper."""

from __future__ import annotations

from numcheck.model import Report
from numcheck.reporting.page.build import build
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(report: Report, style: Style) -> str:
    """
    A page with the findings, then every article with its figures marked.

    It loads nothing, and its content security policy forbids all but its own style and script.
    """
    return build(report, style)
