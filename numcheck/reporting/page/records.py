"""The records from which a page's findings and accounts are drawn, every text of them clean."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model import Verdict
from numcheck.reporting.page.number_line import Picture

__all__ = ["Account", "Part", "Quotation", "Reference", "Silenced", "Voice"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """
    A passage with its figures marked.

    Attributes:
        pieces: ``(text, kind, number)``: kind is ``figure``, ``words`` (marked, but no figure) or
            empty; number is the figure's, 0 for none.
        place: ``file:line``.
        number: The first figure's number, for a link; 0 for none.
        reading: How the figure was read.
        who: Who says so.
        outlet: Where it was published.
        date: On which day.
        hedge: The hedge words.
    """

    pieces: tuple[tuple[str, str, int], ...]
    place: str
    number: int
    reading: str = ""
    who: str = ""
    outlet: str = ""
    date: str = ""
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """
    A figure as a row of the table under a number line.

    Attributes:
        number: The figure's number.
        reading: How it was read.
        interval: What its words assert.
        hedge: The hedge words; empty for none.
        who: Who says so.
        outlet: Where it was published.
        date: On which day.
        place: ``file:line``.
    """

    number: int
    reading: str
    interval: str
    hedge: str
    who: str
    outlet: str
    date: str
    place: str


@dataclass(frozen=True, slots=True)
class Part:
    """
    One thing that a report finds.

    Attributes:
        number: Running number on the page.
        verdict: Of all its findings.
        severity: Of all its findings.
        family: Code of the rule's family.
        rule: Name of the rule.
        label: What it is about; the message where nobody knows.
        messages: Plain sentences, without one that is the label already.
        reasons: How the rule came to it.
        quotations: The passages.
        figures: Numbers of the figures named.
        documents: Numbers of the documents they stand in.
        more: Passages that are not shown.
        picture: A number line, where several voices differ.
        table: The same as rows.
        beside: Whether the line also shows figures that each count something slightly different.
    """

    number: int
    verdict: Verdict
    severity: str
    family: str
    rule: str
    label: str
    messages: tuple[str, ...]
    reasons: tuple[str, ...]
    quotations: tuple[Quotation, ...]
    figures: tuple[int, ...]
    documents: tuple[int, ...]
    more: int = 0
    picture: Picture | None = None
    table: tuple[Voice, ...] = ()
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """
    A claim that is no error but wants to be seen.

    Attributes:
        label: What is measured.
        quotations: The passages.
        figures: Numbers of the figures.
        documents: Numbers of the documents.
        origins: Number of independent origins.
        outlets: Number of outlets.
        latest: The latest value and its day, where the number develops.
        picture: A number line, where there are different intervals.
        table: The same as rows.
    """

    label: str
    quotations: tuple[Quotation, ...]
    figures: tuple[int, ...]
    documents: tuple[int, ...]
    origins: int
    outlets: int
    latest: tuple[str, str] = ("", "")
    picture: Picture | None = None
    table: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True)
class Silenced:
    """
    A finding that somebody has asked not to be told.

    Attributes:
        part: The finding.
        how: Who has asked, in words.
        reason: The reason given; may be empty.
    """

    part: Part
    how: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reference:
    """
    A figure that a reference figure verifies.

    Attributes:
        quotation: The figure in its sentence.
        told: The reference figure in words.
        link: Where that can be read; may be empty.
        figures: The figure's number.
        documents: The document's number.
    """

    quotation: Quotation
    told: str
    link: str
    figures: tuple[int, ...]
    documents: tuple[int, ...]
