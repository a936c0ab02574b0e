"""GitLab's Code Quality report (the part of Code Climate's format that GitLab reads)."""

from __future__ import annotations

import json

from numcheck.model import Report
from numcheck.reporting.display import clean
from numcheck.reporting.locations import Locations
from numcheck.reporting.style import Style

__all__ = ["render"]

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, style: Style) -> str:
    """A list of findings, each at the line of its first figure."""
    locations = Locations(report)
    issues = []
    for finding in report.findings:
        places = locations.of(finding)
        issues.append(
            {
                "description": clean(finding.message) or finding.rule,
                "check_name": clean(finding.rule),
                "fingerprint": finding.fingerprint,
                "severity": _SEVERITIES[finding.severity],
                "location": {
                    "path": places[0].path if places else "-",
                    "lines": {"begin": places[0].line if places else 1},
                },
            }
        )
    return json.dumps(issues, indent=2) + "\n"
