"""What the rules that set figures side by side find, and what they leave alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from numcheck import Document, check

_HEAD = re.compile(r"^\[(\d{4}-\d\d-\d\d) ([^|\]]*)(?:\| ([^\]]*))?\] ")
_FLAGS = ("discrepant", "disputed", "implausible")


def _cases() -> list[tuple[str, str, str]]:
    rows = []
    for line in (Path(__file__).parent / "consistency_cases.txt").read_text("utf-8").split("\n"):
        if line and not line.startswith("#"):
            family, wanted, texts = line.split("\t")
            rows.append((family, wanted, texts))
    return rows


def _documents(texts: str) -> list[Document]:
    documents = []
    for number, text in enumerate(texts.split(" ¶ ")):
        head = _HEAD.match(text)
        day, outlet, title = head.groups() if head else ("", "", "")
        body = text[head.end() :] if head else text
        name = f"{number}"
        documents.append(
            Document(id=name, text=body, title=title or "", source=outlet.strip(), published=day)
        )
    return documents


def _flagged(texts: str) -> bool:
    findings = check(_documents(texts)).findings
    return any(one.verdict in _FLAGS and one.severity != "info" for one in findings)


@pytest.mark.parametrize(
    ("family", "texts"), [(f, t) for f, wanted, t in _cases() if wanted == "flag"]
)
def test_figures_that_cannot_both_be_right_are_reported(family: str, texts: str) -> None:
    assert _flagged(texts), family


@pytest.mark.parametrize(
    ("family", "texts"), [(f, t) for f, wanted, t in _cases() if wanted != "flag"]
)
def test_near_misses_and_what_is_not_recognised_are_left_alone(family: str, texts: str) -> None:
    assert not _flagged(texts), family


def test_a_finding_between_outlets_names_them_and_lists_every_source() -> None:
    report = check(
        [
            Document(id="a", source="Morning Lark", text="A quake near Velsk killed 34 people."),
            Document(id="b", source="Dusk Post", text="A quake near Velsk killed 52 people."),
            Document(id="c", source="Noon Wire", text="A quake near Velsk killed 52 people."),
        ]
    )
    (finding,) = [one for one in report.findings if one.verdict == "discrepant"]
    assert ("Morning Lark has 34, Dusk Post 52.", ("a#1", "b#1", "c#1")) == (
        finding.message,
        finding.figures,
    )
