"""An overview as one sheet: a section a row belongs to, and what is counted there."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from numcheck.archive.overview.records import Overview
from numcheck.reporting.sheet import harmless

__all__ = ["render"]

_COLUMNS = (
    "section", "name", "status", "documents", "figures", "findings", "unverified", "text",
    "low", "high", "speaker", "source", "published", "document",
)  # fmt: skip

_Row = dict[str, str | int | float | None]


def render(overview: Overview) -> str:
    """The overview as comma-separated values (RFC 4180)."""
    output = io.StringIO()
    writer = csv.DictWriter(output, _COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(overview):
        writer.writerow({name: harmless(value) for name, value in row.items()})
    return output.getvalue()


def _rows(overview: Overview) -> Iterator[_Row]:
    for section, claims in (("dispute", overview.disputes), ("developing", overview.developing)):
        for claim in claims:
            for one in claim.accounts:
                yield {
                    "section": section, "name": claim.label, "status": claim.status,
                    "documents": claim.documents, "figures": claim.figures, "text": one.text,
                    "low": one.low, "high": one.high, "speaker": one.voice,
                    "source": one.outlet, "published": one.day, "document": one.document,
                }  # fmt: skip
    for outlet in overview.outlets:
        yield {
            "section": "outlet", "name": outlet.name, "documents": outlet.documents,
            "figures": outlet.figures, "findings": outlet.findings,
            "unverified": outlet.unverified,
        }  # fmt: skip
    for rule in overview.alarms:
        yield {
            "section": "rule", "name": rule.rule, "status": rule.severity,
            "documents": rule.documents, "findings": rule.findings,
        }  # fmt: skip
