"""Hostile text in every field that can hold text, through every format."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markdown_it import MarkdownIt

from numcheck.cli import main
from numcheck.reporting import FIGURE_FORMATS, FORMATS, render, render_figures
from tests.reporting.pages import PAYLOADS, filled
from tests.reporting.reports import FULL

FORMULA = tuple("=+-@\t\r")
ACTIVE = {
    "script",
    "iframe",
    "object",
    "embed",
    "base",
    "meta",
    "link",
    "style",
    "form",
    "svg",
    "img",
}
# What steers a terminal, hides text or turns it around.
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
# The colours and links that numcheck itself writes on a terminal.
OWN = re.compile("\x1b\\[[0-9;:]*m|\x1b]8;[^;\x1b\x07]*;[^\x1b\x07]*\x1b\\\\")


class Elements(HTMLParser):
    """The elements of a page and their attributes."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def is_one_json_value(out: str) -> None:
    json.loads(out)


def is_lines_of_json(out: str) -> None:
    for line in out.removesuffix("\n").split("\n"):
        json.loads(line)


def steers_no_terminal(out: str) -> None:
    assert [] == STEERING.findall(out)


def has_no_formula(out: str) -> None:
    rows = list(csv.reader(io.StringIO(out, newline="")))
    assert 1 == len({len(row) for row in rows})
    cells = [cell for row in rows[1:] for cell in row]
    assert [] == [cell for cell in cells if cell.startswith(FORMULA)]


def is_harmless_xml(out: str) -> None:
    assert "<!" not in out
    ElementTree.fromstring(out)  # noqa: S314 - our own output, and no document type in it


def is_harmless_markdown(out: str) -> None:
    page = Elements(MarkdownIt("gfm-like", {"linkify": False}).render(out))
    assert [] == [tag for tag, _ in page.found if tag in ACTIVE]
    assert [] == [name for _, found in page.found for name in found if name.startswith("on")]
    links = [found.get("href", "") for _, found in page.found]
    assert [] == [link for link in links if link.lower().startswith(("javascript:", "data:"))]


def gives_no_orders(out: str) -> None:
    # A line is one order of ours; what it says cannot begin another.
    for line in re.split("[\r\n]", out.removesuffix("\n")):
        assert re.match("(?:::(?:error|warning|notice) |numcheck: [0-9])", line), line


def is_a_page_without_active_parts_of_others(out: str) -> None:
    # That the page is the same with any words in it, tests/reporting/test_html.py shows.
    page = Elements(out)
    foreign = {"iframe", "object", "embed", "base", "img", "math"}
    assert [] == [tag for tag, _ in page.found if tag in foreign]
    assert [] == [name for _, found in page.found for name in found if name.startswith("on")]
    links = [found.get("href", found.get("src", "")) for _, found in page.found]
    assert [] == [link for link in links if link.lower().startswith(("javascript:", "data:", "//"))]
    assert [1, 1] == [sum(tag == one for tag, _ in page.found) for one in ("script", "form")]


JUDGES: dict[str, Callable[[str], None]] = {
    "csv": has_no_formula,
    "github": gives_no_orders,
    "gitlab": is_one_json_value,
    "html": is_a_page_without_active_parts_of_others,
    "json": is_one_json_value,
    "jsonl": is_lines_of_json,
    "junit": is_harmless_xml,
    "markdown": is_harmless_markdown,
    "sarif": is_one_json_value,
    "text": steers_no_terminal,
    "webannotation": is_one_json_value,
}


def test_every_format_has_its_judge() -> None:
    assert set(FORMATS) | set(FIGURE_FORMATS) == set(JUDGES)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_in_a_report(payload: str, name: str) -> None:
    JUDGES[name](render(filled(payload), name, verbose=True))


@pytest.mark.parametrize("name", FIGURE_FORMATS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_in_a_list_of_figures(payload: str, name: str) -> None:
    report = filled(payload)
    JUDGES[name](render_figures(report.documents, report.figures, name))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_colours_and_links_of_a_terminal_are_ours_alone(payload: str) -> None:
    out = render(filled(payload), "text", color=True, width=80, links=True, verbose=True)
    steers_no_terminal(OWN.sub("", out))
    assert [] == re.findall("evil", "".join(re.findall("\x1b]8;;(https?:[^\x1b]*)", out)))


RULE = """\
id: own-rule
family: X1
number: 1
summary: {text}
severity: error
patterns: ["(killed|died) {{left:count}}"]
expect: left > 1000
message: {text}
docs: {{what: {text}, why: {text}, how: {text}, limits: {text}}}
examples:
  ok: ["Nobody came.", "The flood killed 2,000.", "It was late."]
  flag: ["The flood killed 12.", "The flood killed 13.", "The flood killed 14."]
"""
# What a file or a YAML text can hold; the reports above take the rest.
WRITABLE = [payload for payload in PAYLOADS if payload.isprintable()]


@pytest.mark.parametrize("name", FORMATS)
def test_text_stays_text_from_files_rules_and_facts_to_the_output(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for number, payload in enumerate(WRITABLE):
        named = payload.replace("/", "_")[:80]
        text = f"{payload}\n\nThe flood killed 12, {payload} said. It hit 40 {payload} homes.\n"
        Path("in", f"{named}{number}.txt").write_text(text, "utf-8")
    Path("own-rule.yaml").write_text(RULE.format(text=json.dumps(" ".join(WRITABLE[:30]))), "utf-8")
    with open("facts.csv", "w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["measure", "subject", "value", "source", "note"])
        rows.writerows(["deaths", payload, "77", payload, payload] for payload in WRITABLE)
    options = ["--isolated", "--exit-zero", "--rules", "own-rule.yaml", "--facts", "facts.csv"]
    status = main(["check", *options, "-f", name, "in"])
    out = capsys.readouterr().out
    assert 0 == status
    assert "own-rule" in out or name == "text"
    JUDGES[name](out)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_says_what_was_found(name: str) -> None:
    # The judges above would all be content with an empty output.
    assert FULL.findings[0].rule in render(FULL, name)
