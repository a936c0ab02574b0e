"""What an overview says, before it is written in any format."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Account", "Alarms", "Dispute", "Outlet", "Overview"]


@dataclass(frozen=True, slots=True)
class Account:
    """A figure of a claim.

    Attributes:
        text: The figure as written, or with the sign of its bound (``≥ 12``).
        voice: Who says so, by the text; empty where it names nobody.
        outlet: Where it was published.
        day: The day of publication; empty where that is not known.
        document: Id of the document.
        low: Lower end of what the words assert.
        high: Upper end.
        stance: Whether the text asserts it, hands it to a source, denies or doubts it.
    """

    text: str
    voice: str
    outlet: str
    day: str
    document: str
    low: float | None
    high: float | None
    stance: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Figures of one quantity.

    Attributes:
        id: Id of the claim.
        label: What is measured.
        status: ``disputed``, ``conflicting`` or ``developing``.
        documents: How many documents have a figure of it.
        figures: How many figures there are.
        accounts: The first figures, in order of time.
    """

    id: str
    label: str
    status: str
    documents: int
    figures: int
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A source of documents with its numbers.

    Attributes:
        name: Its name; empty for documents that name none.
        documents: How many documents it has.
        figures: How many figures stand in them.
        findings: How many findings they have, unverified figures left out.
        unverified: How many figures nothing supports.
    """

    name: str
    documents: int
    figures: int
    findings: int
    unverified: int


@dataclass(frozen=True, slots=True)
class Alarms:
    """What one rule found.

    Attributes:
        rule: Its name.
        family: Its family.
        severity: How grave it is.
        findings: How many findings there are.
        documents: In how many documents.
    """

    rule: str
    family: str
    severity: str
    findings: int
    documents: int


@dataclass(frozen=True, slots=True)
class Overview:
    """An archive at a glance.

    Attributes:
        version: The version of numcheck that made it.
        documents: How many documents it has.
        figures: How many figures.
        claims: How many claims.
        findings: How many findings that are told.
        errors: How many inputs could not be read.
        disputes: Claims that are disputed or in conflict, those of most documents first.
        outlets: Sources, those with most unverified figures first.
        alarms: Rules, those with most findings first.
        developing: Counts that grow in time.
    """

    version: str
    documents: int
    figures: int
    claims: int
    findings: int
    errors: int
    disputes: tuple[Dispute, ...]
    outlets: tuple[Outlet, ...]
    alarms: tuple[Alarms, ...]
    developing: tuple[Dispute, ...]

    @property
    def summary(self) -> str:
        """How much there is, in one sentence."""
        lost = f"{self.errors:,} input{'s' * (self.errors != 1)} could not be read"
        return (
            f"{self.documents:,} documents, {self.figures:,} figures, {self.claims:,} claims, "
            f"{self.findings:,} findings; {lost}."
        )
