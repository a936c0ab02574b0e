"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from numcheck.model import Finding, Report
from numcheck.reporting.display import clean
from numcheck.reporting.locations import Location, Locations
from numcheck.reporting.style import Style

__all__ = ["render"]

_AROUND = 32  # characters before and after a quotation, by which it is found again


def render(report: Report, style: Style) -> str:
    """
    A page of annotations, one a finding, with a target for each of its figures.

    Figures are found again by their words (TextQuoteSelector) and, in the text of a document, by
    their position (TextPositionSelector, in code points).
    """
    locations = Locations(report)
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:numcheck:report",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": [_annotation(finding, locations.of(finding)) for finding in report.findings],
    }
    return json.dumps(page, indent=2) + "\n"


def _annotation(finding: Finding, places: list[Location]) -> dict[str, Any]:
    words = clean(" ".join(filter(None, (finding.message, finding.explanation))))
    tags = (finding.verdict, finding.severity, f"{finding.family} {finding.rule}")
    bodies = [{"type": "TextualBody", "purpose": "commenting", "format": "text/plain",
               "language": "en", "value": words}]  # fmt: skip
    bodies += [{"type": "TextualBody", "purpose": "tagging", "value": clean(tag)} for tag in tags]
    return {
        "id": f"urn:numcheck:finding:{finding.fingerprint}",
        "type": "Annotation",
        "motivation": "assessing",
        "generator": {"id": "urn:numcheck", "type": "Software", "name": "numcheck"},
        "body": bodies,
        "target": [_target(place) for place in places] or ["urn:numcheck:report"],
    }


def _target(place: Location) -> dict[str, Any]:
    figure, document = place.figure, place.document
    text = document.field(figure.field)
    selectors: list[dict[str, Any]] = [
        {
            "type": "TextQuoteSelector",
            "exact": text[figure.start : figure.end],
            "prefix": text[max(0, figure.start - _AROUND) : figure.start],
            "suffix": text[figure.end : figure.end + _AROUND],
        }
    ]
    if figure.field == "text":
        selectors.append({"type": "TextPositionSelector", "start": figure.start, "end": figure.end})
    return {"source": place.uri, "selector": selectors}
