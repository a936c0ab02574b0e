"""SARIF 2.1.0, which code hosts and editors take for the findings of any tool."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from numcheck.model import Finding, Report, Suppressed
from numcheck.reporting.display import clean
from numcheck.reporting.locations import Location, Locations
from numcheck.reporting.style import Style

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["render"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_IN_SOURCE = "comment"


def render(report: Report, style: Style) -> str:
    """One run with all findings; suppressed ones are there too, marked."""
    from numcheck import __version__

    locations = Locations(report)
    everything: list[tuple[Finding, Suppressed | None]] = [
        *((finding, None) for finding in report.findings),
        *((one.finding, one) for one in report.suppressed),
    ]
    names = sorted({finding.rule for finding, _ in everything})
    numbers = {name: number for number, name in enumerate(names)}
    families = {finding.rule: finding.family for finding, _ in everything}
    run = {
        "tool": {
            "driver": {
                "name": "numcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": _rules(names, families, style.rules),
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, answer, locations.of(finding), numbers[finding.rule])
            for finding, answer in everything
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _rules(
    names: list[str], families: dict[str, str], rules: Sequence[Rule]
) -> list[dict[str, Any]]:
    if not names:
        return []
    from numcheck.engine import load_rules

    known = {rule.id: rule for rule in rules or load_rules().rules}
    return [_rule(name, families[name], known.get(name)) for name in names]


def _rule(name: str, family: str, rule: Rule | None) -> dict[str, Any]:
    """What is known of a rule; of one that is gone, a finding tells no more than its name."""
    told: dict[str, Any] = {"id": name, "properties": {"family": family, "tags": [family[:1]]}}
    if rule is None:
        return told
    parts = [rule.docs.what, rule.docs.why, rule.docs.how, rule.docs.limits]
    words = " ".join(" ".join(part.split()) for part in parts if part.strip())
    return told | {
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": words or rule.summary},
        "help": {"text": words or rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.enabled},
    }


def _result(
    finding: Finding, answer: Suppressed | None, places: list[Location], number: int
) -> dict[str, Any]:
    words = clean(" ".join(filter(None, (finding.message, finding.explanation))))
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": words or finding.rule},
        "locations": [_location(place) for place in places[:1]],
        "partialFingerprints": {"numcheck/v1": finding.fingerprint},
        "properties": {"verdict": finding.verdict, "family": finding.family},
    }
    if len(places) > 1:
        result["relatedLocations"] = [
            {**_location(place), "id": position, "message": {"text": _about(place)}}
            for position, place in enumerate(places[1:], 1)
        ]
    if answer is not None:
        suppression = {
            "kind": "inSource" if answer.how == _IN_SOURCE else "external",
            "status": "accepted",
        }
        reason = clean(answer.reason or answer.how)
        result["suppressions"] = [suppression | {"justification": reason}]
    return result


def _location(place: Location) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": place.line}
    if place.column:
        region |= {
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    region["snippet"] = {"text": place.figure.text}
    physical = {"artifactLocation": {"uri": place.uri}, "region": region}
    return {"physicalLocation": physical}


def _about(place: Location) -> str:
    """What stands at a related location, and who says so."""
    attribution = place.figure.attribution
    source = (attribution.source if attribution else "") or place.document.source
    told = f"“{clean(place.figure.text)}”"
    return f"{told}, {clean(source)}" if source else told
