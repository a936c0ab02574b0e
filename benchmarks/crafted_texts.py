"""Texts and rules made to be slow to compare: what :mod:`benchmarks.adversarial` aligns and judges.

Each family is a function from a size in characters to documents that are about so long in all:
thousands of figures of one thing, one noun, one name; documents that are all alike; one sentence
without an end. Rules are written as a user might write them who wants the matcher to try
everything.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from numcheck import Document
from numcheck.model import Claim, Figure, Finding, Report

__all__ = ["DOCUMENTS", "RULES", "report_of"]

Made = Callable[[int], list[Document]]


def _one(snippet: str, head: str = "") -> Made:
    """One document that says a snippet again and again, with another number for ``@``."""

    def made(size: int) -> list[Document]:
        text = head + "".join(_told(snippet, number) for number in range(size // len(snippet)))
        return [Document(id="a", text=text)]

    return made


def _many(text: str) -> Made:
    """Documents of one text each, with another number for ``@``."""

    def made(size: int) -> list[Document]:
        return [Document(id=f"{n:07}", text=_told(text, n)) for n in range(size // len(text))]

    return made


def _pair(snippet: str) -> Made:
    """Two documents that say the same things under other numbers."""

    def made(size: int) -> list[Document]:
        count = size // len(snippet) // 2
        return [
            Document(id=name, text="".join(_told(snippet, n + more) for n in range(count)))
            for name, more in (("a", 0), ("b", 1))
        ]

    return made


def _told(snippet: str, number: int) -> str:
    return snippet.replace("@", f"{number + 10}") if "@" in snippet else snippet


_FIRE = "The fire in Harwell killed 12 people and hurt 40 on Monday, mayor Anna Keller said. "

DOCUMENTS: dict[str, Made] = {
    "one figure again and again": _one("The fire killed 12 people. "),
    "one thing, other numbers": _one("The fire killed @ people. "),
    "one noun": _one("Some @ people came. "),
    "one name": _one("Anna Keller sold @ ships. "),
    "other names": _one("Anna Kel@er sold 12 ships. "),
    "one sentence": _one("12 people died and ", "So "),
    "one sentence of money": _one("rose from $5m to $6m, up 30%, and ", "Sales "),
    "one sentence of names": _one("Anna Keller and 12 men and ", "So "),
    "one sentence of triggers": _one("total of percent rose from to by 5 of ", "Sales "),
    "one line of digits": _one("12 "),
    "one line of percentages": _one("5% and ", "Of them "),
    "lists": _one("They sold 5 cars, 6 boats and 7 ships. "),
    "one list": _one("@ cars, ", "They sold "),
    "shares": _one("Some 40% are red, 50% are blue. "),
    "rises": _one("Sales rose 5% to $40m from $30m. "),
    "denials": _one("He denied that 12 people died. "),
    "corrections": _one("Correction: 12 people died, not 13. "),
    "records": _one("It was the highest since 2014. "),
    "ages": _one("Anna Keller, 34, was born in 1950. "),
    "dates": _one("On Monday, 5 May 2020, 12 people came. "),
    "clock times": _one("It began at 5:30 and ended at 6:40, 2 hours later. "),
    "scores": _one("Harwell won 2-1 and lost 0-3. "),
    "table": _one("| Harwell | 5 | @ |\n", "| town | a | b |\n|---|---|---|\n"),
    "averages": _one("On average 5 of the 12 towns had 3.47 ships. "),
    "quotations": _one("“12 people died,” said Anna Keller. "),
    "paragraphs": _one("Harwell counted @ ships.\n\n"),
    "headlines": _one("Harwell: 12 die\n"),
    "documents all the same": _many(_FIRE * 2),
    "documents all alike": _many(_FIRE + "It cost $@. "),
    "documents of one name": _many("Anna Keller of Harwell sold @ ships. "),
    "documents of other names": _many("Kel@er sold 12 ships to B@y. "),
    "documents of one word": _many("Ships. "),
    "documents with one figure": _many("12 people died. "),
    "a draft and its source": _pair("The fire killed @ people. "),
    "a draft and its source, of names": _pair("Anna Kel@er sold 12 ships. "),
    "a draft and its source, of sums": _pair("Sales rose $@ to $40,000,000. "),
    "a draft and its source, of shares": _pair("Of 40 ships, @ were red, or 12%. "),
}
"""Families by name."""

_RULE = """\
id: {name}
family: X1
number: 1
summary: A rule that tries everything.
severity: error
patterns:
  - "{pattern}"
expect: {expect}
message: "{{left}}."
docs: {{what: a, why: b, how: c, limits: d}}
examples:
  ok: ["Nobody came.", "It was late.", "It rained."]
  flag: ["x", "y", "z"]
"""
_PATTERNS = {
    "gaps": (
        "{left:count} ……40 {right:count} ……40 {last:count} ……40 stood",
        "left == last",
    ),
    "gaps and words": (
        "came ……40 {left:count} ……40 died ……40 {right:count} ……40 stood",
        "left < right",
    ),
    "gaps without figures": ("came …40 and …40 and …40 and …40 {left:count} stood", "left < 5"),
    "optional words": (
        "came and? of? in? came? and? of? in? {left:count} came? and? {right:count} stood",
        "left < right",
    ),
    "alternatives": (
        "(came | came and | and | and came | came came) ……40 (came | and) ……40 {left:count} ……40 "
        "(came | and) ……40 {right:count} (stood | ……40 stood)",
        "left < right",
    ),
    "groups in groups": (
        "came (and (came (and (came | and)?)?)?)? {left:count} (and (came)?)? {right:count} stood",
        "left < right",
    ),
    "lists": ("{left:count}++ ……40 {right:count}+ stood", "sum(left) == sum(right)"),
    "any figures": ("{left} ……40 {right}", "left == right"),
    "two sentences": ("came ……40 // ……40 {left:count} ……40 stood", "left < 5"),
}


def _rule(name: str) -> str:
    pattern, expect = _PATTERNS[name]
    return _RULE.format(name=name.replace(" ", "-"), pattern=pattern, expect=expect)


RULES: dict[str, tuple[str, Made]] = {
    f"{name}, {about}": (_rule(name), made)
    for name in _PATTERNS
    for about, made in {
        "one sentence of figures": _one("12 came and ", "So stood died "),
        "one sentence of words": _one("came and of in ", "So stood died 12 and 13 came "),
        "sentences": _one("Stood 12 came and 13 died and came. "),
    }.items()
}
"""Rule files and the documents that they have most trouble with."""


def report_of(size: int) -> Report:
    """A report of a size: so many figures, claims and findings that texts are about so long.

    Args:
        size: Characters of its texts.
    """
    sentence = "Some 12 people of 40 came to Harwell. "
    count = size // len(sentence)
    documents = [
        Document(id="a", text=sentence * (count // 2), title="Ships", source="Wire"),
        Document(id="b", text=sentence * (count // 2), path="b.txt"),
    ]
    figures, claims, findings = [], [], []
    for document in documents:
        for number in range(count // 2):
            start = number * len(sentence) + 5
            figures.append(
                Figure(
                    id=f"{document.id}:{number}",
                    document=document.id,
                    field="text",
                    start=start,
                    end=start + 2,
                    text="12",
                    kind="count",
                    value=Decimal(12),
                    low=Decimal(12),
                    high=Decimal(12),
                    counted="person",
                    event="come",
                )
            )
    for number in range(count // 2):
        pair = (f"a:{number}", f"b:{number}")
        claims.append(Claim(f"c{number}", "people who came", pair, "disputed"))
        findings.append(
            Finding(
                "other-figure",
                "C1",
                "error",
                "discrepant",
                "They differ.",
                "So.",
                pair,
                f"{number:x}",
            )
        )
    return Report(tuple(documents), tuple(figures), tuple(claims), tuple(findings))
