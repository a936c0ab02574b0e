"""What a page tells about one figure: the row of its table, from which its card is made."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from numcheck.model import Document, Fact, Figure, Verified
from numcheck.reporting.amounts import extent, reading
from numcheck.reporting.display import clean, cut
from numcheck.reporting.voices import voice

__all__ = ["COLUMNS", "Card", "card", "reference", "web"]

COLUMNS = (
    "Figure",
    "Value and interval",
    "Kind and unit",
    "Of what",
    "Who says so",
    "Words around it",
)
"""Heads of the table, which label the lines of a card too."""

_WEB = re.compile(r"https?://[\x21-\x7e]+").fullmatch
_WRITTEN = frozenset({"date", "time", "ordinal", "rank", "score", "identifier"})
_UNBOUNDED = frozenset({"at_least", "more_than", "at_most", "less_than", "exact", "range", "vague"})
_PLAIN_STANCES = frozenset({"asserted", "attributed"})
_WORDS = 80  # cells of what a remark says


@dataclass(frozen=True, slots=True)
class Card:
    """
    A figure in words.

    Attributes:
        text: The figure as written.
        value: Its value, with the interval that the words assert where they differ.
        kind: Its kind and unit.
        what: What it counts or measures.
        who: Who says so, where that is not the document itself.
        words: What the words around it say: hedge, stance, time, trend.
        reference: The reference figure that verifies it; empty for none.
        link: Where that can be read; empty where that is no address of the web.
    """

    text: str
    value: str
    kind: str
    what: str
    who: str
    words: str
    reference: str = ""
    link: str = ""


def web(address: str) -> str:
    """The address if it is one of the web and holds nothing odd, else nothing."""
    return address if _WEB(address) else ""


def card(
    figure: Figure, documents: Mapping[str, Document], verified: Verified | None = None
) -> Card:
    """
    The card of a figure.

    Args:
        figure: The figure.
        documents: The report's documents by id.
        verified: What verifies it, if anything does.
    """
    fact = verified.fact if verified else None
    return Card(
        text=clean(figure.text),
        value=_value(figure),
        kind=_kind(figure),
        what=_what(figure),
        who=voice(figure, documents, outlet=False),
        words="; ".join(_words(figure)),
        reference=reference(fact) if fact else "",
        link=web(fact.link) if fact else "",
    )


def reference(fact: Fact) -> str:
    """A reference figure in words, with its source."""
    told = f"{fact.label} {fact.stated}"
    return clean(f"{told}, {fact.source}" if fact.source else told)


def _value(figure: Figure) -> str:
    if figure.kind in _WRITTEN:
        return clean(figure.iso or figure.text)
    told, interval = reading(figure, width=True), extent(figure)
    if interval and interval not in told and figure.bound not in _UNBOUNDED:
        return f"{told} ({interval})"
    return told


def _kind(figure: Figure) -> str:
    told = figure.kind.replace("_", " ")
    unit = clean(figure.unit or "").replace("_", " ")
    if unit and unit != told:
        told += f", {unit}"
    return f"{told} per {clean(figure.per)}" if figure.per else told


def _what(figure: Figure) -> str:
    noun = " ".join([*figure.qualifiers, figure.counted]) if figure.counted else ""
    what = clean(noun or " ".join(figure.concept) or figure.event or "")
    subject = clean(figure.subject or "")
    if subject and subject.lower() not in what.lower():
        return f"{what} ({subject})" if what else subject
    return what


def _words(figure: Figure) -> list[str]:
    told = []
    if figure.hedge:
        told.append(f"hedged “{clean(figure.hedge)}”")
    if figure.stance not in _PLAIN_STANCES:
        told.append(_stance(figure))
    if figure.attribution and figure.attribution.quoted:
        told.append("in quotation marks")
    if figure.as_of:
        told.append(f"as of “{clean(figure.as_of)}”")
    if figure.trend:
        told.append(f"going {figure.trend}")
    if figure.furniture:
        told.append("part of the page, not of the article")
    return told


def _stance(figure: Figure) -> str:
    remark = figure.remark
    if remark is None:
        return figure.stance
    by = f" by {clean(remark.source)}" if remark.source else ""
    return f"{figure.stance}{by}: “{cut(clean(remark.text), _WORDS)}”"
