"""Findings that were there before, known by what they say and not by where they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from numcheck.errors import ConfigError
from numcheck.model import Report, Suppressed

__all__ = ["apply_baseline", "read_baseline", "write_baseline"]

_VERSION = 1


def write_baseline(report: Report) -> str:
    """The text of a baseline: every finding of a report, by fingerprint, with its message.

    Findings in the baseline of the report itself stay in it; those that a comment silences are
    left to the comment.
    """
    findings = [
        *report.findings,
        *(one.finding for one in report.suppressed if one.how == "baseline"),
    ]
    known = {
        finding.fingerprint: {"rule": finding.rule, "message": finding.message}
        for finding in findings
    }
    content = {"version": _VERSION, "findings": dict(sorted(known.items()))}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_baseline(path: str) -> dict[str, dict[str, Any]]:
    """The findings of a baseline file, by fingerprint.

    Raises:
        ConfigError: It cannot be read, or is no baseline.
    """
    try:
        with open(path, encoding="utf-8") as stream:
            content = json.load(stream)
    except FileNotFoundError as error:
        advice = 'no such baseline; write one with "numcheck baseline write"'
        raise ConfigError(advice, path) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ConfigError(f"cannot be read ({reason})", path) from error
    except ValueError as error:
        raise ConfigError(f"not a baseline: {error}", path) from error
    findings = content.get("findings") if isinstance(content, dict) else None
    if not isinstance(findings, dict) or content.get("version") != _VERSION:
        raise ConfigError('not a baseline; write one with "numcheck baseline write"', path)
    return findings


def apply_baseline(report: Report, known: Mapping[str, object]) -> tuple[Report, int]:
    """The report with the findings of a baseline set apart.

    Args:
        report: What was found.
        known: Fingerprints of the baseline.

    Returns:
        The report, and how many findings of the baseline are no longer there.
    """
    told = tuple(one for one in report.findings if one.fingerprint not in known)
    old = [one for one in report.findings if one.fingerprint in known]
    gone = len(known) - len({one.fingerprint for one in old})
    if not old:
        return report, gone
    marked = tuple(Suppressed(finding, "baseline") for finding in old)
    return replace(report, findings=told, suppressed=(*report.suppressed, *marked)), gone
