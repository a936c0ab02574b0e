"""Reports made by hand, one for each thing that a report can say."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from numcheck.model import Attribution, Claim, Document, Figure, Finding, Remark, Report

POST = Document(
    id="morning-post.txt",
    path="morning-post.txt",
    first_line=3,
    title="Thousands of foreign troops on their way",
    source="The Morning Post",
    published="2024-05-02",
    text=(
        "The president said that nearly 10,000 soldiers were being prepared abroad.\n"
        "\n"
        "People close to the general staff spoke of a unit of about 3,000 foreign troops that "
        "was being formed near the border.\n"
        "\n"
        "An army source called the number absolutely nowhere near that figure.\n"
        "\n"
        "Local radio said six soldiers had been killed. The reports have not been confirmed.\n"
    ),
)
STAR = Document(
    id="evening-star.txt",
    path="evening-star.txt",
    first_line=1,
    source="Evening Star",
    published="2024-05-03",
    text=(
        "The neighbour's intelligence service counted 1,500 troops shipped so far.\n"
        "Quarterly sales at the shipping line rose from £40m to £60m, up 30%, it said.\n"
    ),
)
NUMBERS: dict[str, dict[str, Any]] = {
    "10,000": {"value": 10000, "low": 9500, "high": 10000, "bound": "nearly", "hedge": "nearly"},
    "3,000": {"value": 3000, "low": 2900, "high": 3100, "bound": "approximate", "hedge": "about"},
    "1,500": {"value": 1500, "low": 1500, "high": 1500},
    "six": {"value": 6, "low": 6, "high": 6},
    "£40m": {"value": 40000000, "kind": "money", "unit": "GBP"},
    "£60m": {"value": 60000000, "kind": "money", "unit": "GBP"},
    "30%": {"value": 30, "kind": "percent", "unit": "percent"},
    "Thousands": {"low": 2000, "high": 9999, "bound": "vague"},
}


def figure(document: Document, text: str, field: str = "text", **attributes: Any) -> Figure:
    """The figure of some words of a document; numbers become Decimals."""
    start = document.field(field).index(text)
    known: dict[str, Any] = {**NUMBERS.get(text, {}), **attributes}
    for name in ("value", "low", "high"):
        if known.get(name) is not None:
            known[name] = Decimal(known[name])
    known.setdefault("kind", "count")
    return Figure(
        id=f"{document.id}#{text}",
        document=document.id,
        field=field,
        start=start,
        end=start + len(text),
        text=text,
        **known,
    )


def finding(verdict: str, *figures: Figure, **attributes: Any) -> Finding:
    """A finding about some figures."""
    known: dict[str, Any] = {
        "rule": "some-rule",
        "family": "A1",
        "severity": "error",
        "message": "Something is wrong.",
        "explanation": "",
        "fingerprint": "0123456789abcdef",
        **attributes,
    }
    return Finding(verdict=verdict, figures=tuple(each.id for each in figures), **known)  # type: ignore[arg-type]


def remark(document: Document, words: str, source: str = "") -> Remark:
    """Words of a document that deny or doubt a figure."""
    start = document.text.index(words)
    return Remark(words, start, start + len(words), source)


def claim(status: str, *figures: Figure, label: str = "foreign troops", origins: int = 1) -> Claim:
    """A claim over some figures."""
    names = tuple(each.id for each in figures)
    return Claim("c1", label, names, status, origins=origins)  # type: ignore[arg-type]


NEARLY = figure(POST, "10,000", attribution=Attribution("the president", "said"))
ABOUT = figure(
    POST,
    "3,000",
    attribution=Attribution("people close to the general staff", "spoke of"),
    stance="denied",
    remark=remark(POST, "absolutely nowhere near", "an army source"),
)
SIX = figure(
    POST,
    "six",
    attribution=Attribution("local radio", "said"),
    stance="unconfirmed",
    remark=remark(POST, "have not been confirmed"),
)
SHIPPED = figure(STAR, "1,500", attribution=Attribution("the intelligence service", "counted"))
OLD, NEW, CHANGE = (figure(STAR, text) for text in ("£40m", "£60m", "30%"))
THOUSANDS = figure(POST, "Thousands", "title")

DISPUTED = finding(
    "disputed",
    ABOUT,
    rule="denied-figure",
    family="A12",
    severity="warning",
    label="foreign soldiers in the unit being formed",
    message="The second source rejects the first one's figure.",
    explanation="Neither is confirmed in the text.",
)
DISCREPANT = finding(
    "discrepant",
    CHANGE,
    OLD,
    NEW,
    rule="percent-change",
    family="B4",
    label="percentage change in quarterly sales",
    message="£40m to £60m is a rise of 50%, not 30%.",
)
UNVERIFIED = finding(
    "unverified",
    SIX,
    rule="unconfirmed",
    family="H3",
    severity="info",
    message="The next sentence says “not been confirmed”.",
)
ROUNDING = finding("rounding", NEARLY, THOUSANDS, severity="info", message="Only roughly equal.")
RIVAL = claim("rival", NEARLY, ABOUT, SHIPPED, origins=3)

FIGURES = (THOUSANDS, NEARLY, ABOUT, SIX, SHIPPED, OLD, NEW, CHANGE)
FULL = Report((POST, STAR), FIGURES, (RIVAL,), (DISPUTED, DISCREPANT, UNVERIFIED, ROUNDING))
CLEAN = Report((POST, STAR), FIGURES, (), ())
EMPTY = Report((), (), (), ())


def stripped(output: str) -> str:
    """Output without escape sequences."""
    return re.sub(r"\x1b\]8;;[^\x1b]*\x1b\\|\x1b\[[\d;]*m", "", output)
