"""Findings as a store keeps them: with what silences them, and a fingerprint of their own."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING

from numcheck.model import Finding, Report
from numcheck.triage import SIDECAR

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import RuleSet

__all__ = ["FindingRow", "finding_rows", "renumbered"]

FindingRow = tuple[Finding, str, str, str, int, str]
"""Finding, fingerprint without a running number, how and why it is suppressed, number of
conditions and code of its rule."""


def finding_rows(report: Report, ruleset: RuleSet, settings: Settings | None) -> list[FindingRow]:
    """The findings of a report with all that the store keeps of them.

    Args:
        report: What was found.
        ruleset: The rules in force.
        settings: The configuration, where it silences anything.
    """
    if not report.findings:
        return []
    silenced: dict[str, tuple[str, str]] = {}
    if settings is not None or _wishes(report):
        from numcheck.triage import suppress

        parted, _ = suppress(report, ruleset.rules, settings)
        silenced = {one.finding.fingerprint: (one.how, one.reason) for one in parted.suppressed}
    rules = {rule.id: rule for rule in ruleset.rules}
    rows = []
    for finding, base in zip(report.findings, _bases(report.findings), strict=True):
        how, reason = silenced.get(finding.fingerprint, ("", ""))
        rule = rules[finding.rule]
        rows.append((finding, base, how, reason, len(rule.where), rule.code))
    return rows


def _wishes(report: Report) -> bool:
    paths = dict.fromkeys(document.path for document in report.documents if document.path)
    return any(document.directives for document in report.documents) or any(
        os.path.exists(path + SIDECAR) for path in paths
    )


def renumbered(base: str, times: int) -> str:
    """The fingerprint of the finding that is the ``times``-th with these words."""
    if times == 1:
        return base
    return blake2b(f"{base}{times}".encode(), digest_size=10).hexdigest()


def _bases(findings: Sequence[Finding]) -> list[str]:
    """The fingerprints that findings would have if none had the words of another."""
    times: Counter[str] = Counter()
    awaited: dict[str, str] = {}
    bases = []
    for finding in findings:
        base = awaited.get(finding.fingerprint, finding.fingerprint)
        times[base] += 1
        awaited[renumbered(base, times[base] + 1)] = base
        bases.append(base)
    return bases
