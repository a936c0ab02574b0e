"""The whole report as one JSON document, the shape of the public contract."""

from __future__ import annotations

from numcheck.model import Report
from numcheck.reporting.dumps import dumps
from numcheck.reporting.style import Style

__all__ = ["render"]


def render(report: Report, style: Style) -> str:
    """Keys in the order of the contract, two spaces deep."""
    return dumps(report.to_dict(), indent=2) + "\n"
