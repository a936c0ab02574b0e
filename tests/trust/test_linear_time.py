"""Twice as much of a hostile input costs about twice as much; ``benchmarks/adversarial.py``, small.

The bound is generous, since a busy machine disturbs what takes milliseconds; what is quadratic
costs four times as much and is caught all the same. The families are those that once were slow,
and one of every kind.
"""

from __future__ import annotations

import pytest

from benchmarks.adversarial import PARTS, cases, growth
from benchmarks.crafted_files import FILES
from benchmarks.crafted_texts import DOCUMENTS, RULES, report_of
from numcheck.reading import read_bytes

LIMIT = 3.0
SMALL = {
    "readers": (
        40_000,
        (
            "csv: quotes never closed", "docx: runs", "feed: comments", "html: deep",
            "html: angle brackets", "json: opened", "mail: boundaries", "mail: headers",
            "mailbox: from lines", "markdown: brackets", "markdown: backticks",
            "markdown: links and brackets", "odt: spans", "pdf: one line", "rtf: fonts",
            "rtf: opened", "rtf: links", "rtf: charsets", "subtitles: cues",
            "text: combining marks", "text: front matter that never ends", "zip: entries",
        ),
    ),
    "alignment": (10_000, ("one figure again and again", "documents all alike", "one sentence")),
    "rules": (8_000, ("one thing, other numbers", "one sentence of triggers")),
    "checks": (5_000, ("sources: one noun", "facts: one name")),
    "patterns": (20_000, ("gaps, sentences", "groups in groups, one sentence of figures")),
    "reports": (12_000, ("text", "html", "markdown", "sarif", "list: text")),
}  # fmt: skip


@pytest.mark.parametrize(
    ("part", "name"), [(part, name) for part, (_, names) in SMALL.items() for name in names]
)
def test_twice_as_much_costs_about_twice_as_much(part: str, name: str) -> None:
    prepared, work = next((made, work) for one, made, work in cases(part) if one == name)
    work(prepared(2000))
    size = SMALL[part][0]
    times, seconds = growth(prepared, work, size, 2, LIMIT)
    assert times < LIMIT or seconds < 0.03, f"{times:.2f} times, {seconds:.3f} s"


@pytest.mark.parametrize("name", FILES)
def test_a_crafted_file_is_read_or_refused(name: str) -> None:
    suffix, made = FILES[name]
    assert list(read_bytes(made(3000), f"a{suffix}"))


def test_crafted_inputs_are_as_long_as_they_say() -> None:
    for name, (_, made) in FILES.items():
        assert 0.4 < len(made(20_000)) / 20_000 < 1.7, name
    for name, documents in [*DOCUMENTS.items(), *((n, made) for n, (_, made) in RULES.items())]:
        assert 0.6 < sum(len(one.text) for one in documents(20_000)) / 20_000 < 1.7, name
    assert 0.9 < sum(len(one.text) for one in report_of(20_000).documents) / 20_000 < 1.1


def test_every_part_has_a_small_test() -> None:
    assert set(PARTS) == set(SMALL)


@pytest.mark.parametrize(
    "fonts",
    [
        r"{\fonttbl{\f0\fcharset161 Arial;}}",
        r"{\fonttbl{\f1 Times;}{\f0\fnil\fcharset161 Arial{\*\falt x};}}",
        "{\n\\fonttbl\\f0\\fcharset161 Arial;\\f1\\fcharset0 Times;}",
    ],
)
def test_fonts_that_are_told_more_simply_mean_the_same(fonts: str) -> None:
    (document,) = read_bytes(f"{{\\rtf1{fonts}\\f0 \\'c1 12 men}}".encode(), "a.rtf")
    assert "Α 12 men" == document.text  # type: ignore[union-attr]
