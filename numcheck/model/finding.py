"""What to tell the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Finding", "Severity", "Suppressed", "Verdict"]

Severity = Literal["error", "warning", "info"]
Verdict = Literal["discrepant", "disputed", "implausible", "rounding", "unverified"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell the reader.

    Attributes:
        rule: Readable name of the rule (``"percent-change"``).
        family: Code of its family (``"B4"``).
        severity: ``error``, ``warning`` or ``info``.
        verdict: What is wrong, in one word of the contract.
        message: One plain sentence, no jargon.
        explanation: How the rule came to it; may be empty.
        figures: Ids of the figures, the ones in question first.
        fingerprint: Hex digest that survives edits elsewhere in the text (never line numbers).
        label: What is spoken of, a short noun phrase for a heading; may be empty.
    """

    rule: str
    family: str
    severity: Severity
    verdict: Verdict
    message: str
    explanation: str
    figures: tuple[str, ...]
    fingerprint: str
    label: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types."""
        return {
            "rule": self.rule,
            "family": self.family,
            "severity": self.severity,
            "verdict": self.verdict,
            "message": self.message,
            "explanation": self.explanation,
            "figures": list(self.figures),
            "fingerprint": self.fingerprint,
            "label": self.label,
        }


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody has asked not to be told.

    Attributes:
        finding: The finding.
        how: Where that was said: in a ``comment`` of the document, in its ``sidecar``, in the
            ``configuration``, or in the ``baseline``.
        reason: The reason given; may be empty.
    """

    finding: Finding
    how: Literal["comment", "sidecar", "configuration", "baseline"]
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types: the finding, marked."""
        told = {"suppressed": True, "how": self.how, "reason": self.reason}
        return {**self.finding.to_dict(), **told}
