"""The outcome of a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from numcheck.model.backing import Backing
from numcheck.model.claim import Claim
from numcheck.model.document import Document
from numcheck.model.fact import Verified
from numcheck.model.figure import Figure
from numcheck.model.finding import Finding, Suppressed

__all__ = ["Report"]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that one check found.

    Attributes:
        documents: The inputs, then the sources they were checked against.
        figures: Their figures, by document and text order.
        claims: Figures that speak of the same quantity.
        findings: What to tell the reader, gravest first.
        against: Ids of those documents that are sources, with which the others must agree.
        suppressed: What was found, but was asked not to be told.
        verified: Reference figures that say the same, by the id of the figure, in text order.
        backings: What the sources say about each figure of the other documents, in text order.
    """

    documents: tuple[Document, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    against: tuple[str, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    verified: Mapping[str, Verified] = field(default_factory=dict)
    backings: tuple[Backing, ...] = ()

    def summary(self) -> dict[str, Any]:
        """Counts by kind of figure, status of claim, verdict and severity of finding.

        Sources, which are not checked themselves, and their figures do not count.
        """
        figures = self.checked()
        return {
            "documents": len(self.documents) - len(self.against),
            "sources": len(self.against),
            "figures": len(figures),
            "kind": _counts(figure.kind for figure in figures),
            "status": _counts(claim.status for claim in self.claims),
            "verdict": _counts(finding.verdict for finding in self.findings),
            "severity": _counts(finding.severity for finding in self.findings),
            "suppressed": len(self.suppressed),
            "verified": len(self.verified),
            "standing": _counts(backing.standing for backing in self.backings),
        }

    def checked(self) -> list[Figure]:
        """The figures of all documents but those of the sources, in their order."""
        sources = frozenset(self.against)
        return [figure for figure in self.figures if figure.document not in sources]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON types, the shape that ``--format json`` prints."""
        return {
            "documents": [document.to_dict() for document in self.documents],
            "figures": [figure.to_dict() for figure in self.figures],
            "claims": [claim.to_dict() for claim in self.claims],
            "findings": [finding.to_dict() for finding in self.findings],
            "suppressed": [one.to_dict() for one in self.suppressed],
            "verified": {name: one.to_dict() for name, one in self.verified.items()},
            "support": [backing.to_dict() for backing in self.backings],
            "summary": self.summary(),
        }


def _counts(names: Any) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
