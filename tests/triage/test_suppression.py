"""Findings that somebody has asked not to be told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.configuration import configure
from numcheck.engine import load_rules
from numcheck.errors import ConfigError
from numcheck.model import Directive, Report
from numcheck.reading import read_bytes
from numcheck.triage import suppress

SALES = "Sales rose from 40 to 60, up 30%."
RENTS = "Rents rose from 50 to 60, up 40%."
FEES = "Fees rose from 50 to 70, up 60%."


def triaged(text: str, name: str = "a.md") -> tuple[Report, list[str]]:
    documents = [one for one in read_bytes(text.encode(), name) if isinstance(one, Document)]
    return suppress(check(documents), load_rules().rules)


def told(text: str) -> list[str]:
    """The first word of the sentence of each finding that is told."""
    report, _ = triaged(text)
    figures = {figure.id: figure for figure in report.figures}
    body = report.documents[0].text
    starts = [min(figures[f].start for f in one.figures) for one in report.findings]
    return [body[:start].rsplit(".", 1)[-1].split()[0] for start in starts]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"{SALES}\n\n{RENTS}\n", ["Sales", "Rents"]),
        (f"<!-- numcheck: ignore -->\n\n{SALES}\n\n{RENTS}\n", ["Rents"]),
        (f"{SALES}\n\n<!-- numcheck: ignore -->\n\n{RENTS}\n\n{FEES}\n", ["Sales", "Fees"]),
        (f"{SALES}\n\n<!-- numcheck: ignore -->\n{RENTS}\n\n{FEES}\n", ["Sales", "Fees"]),
        (f"{SALES} <!-- numcheck: ignore -->\n\n{RENTS}\n", ["Rents"]),
        (f"{SALES}\n\n{RENTS} <!-- numcheck: ignore -->\n", ["Sales"]),
        (f"<!-- numcheck: ignore[B4] why -->\n{SALES}\n\n{RENTS}\n", ["Rents"]),
        (f"<!-- numcheck: ignore[B] -->\n{SALES}\n\n{RENTS}\n", ["Rents"]),
        (f"<!-- numcheck: ignore[B8, percent-change] -->\n{SALES}\n\n{RENTS}\n", ["Rents"]),
        (f"<!-- numcheck: ignore[B8] -->\n{SALES}\n\n{RENTS}\n", ["Sales", "Rents"]),
        (f"<!-- numcheck: ignore-file[B4] -->\n{SALES}\n\n{RENTS}\n", []),
        (f"<!-- numcheck: disable -->\n{SALES}\n\n{RENTS}\n", []),
        (f"{SALES}\n\n<!-- numcheck: disable -->\n{RENTS}\n\n<!-- numcheck: enable -->\n{FEES}\n",
         ["Sales", "Fees"]),
        (f"{SALES}\n\n<!-- numcheck: disable[B4] -->\n{RENTS}\n\n<!-- numcheck: enable[B4] -->\n"
         f"{FEES}\n", ["Sales", "Fees"]),
        (f"<!-- numcheck: disable[B4] -->\n{RENTS}\n\n<!-- numcheck: enable[B8] -->\n{FEES}\n", []),
    ],
)  # fmt: skip
def test_a_comment_silences_what_it_names_where_it_stands(text: str, left: list[str]) -> None:
    assert left == told(text)


def test_what_is_silenced_stays_in_the_report_with_its_reason() -> None:
    report, notes = triaged(f"<!-- numcheck: ignore[B4] the agency rounds -->\n{SALES}\n")
    (one,) = report.suppressed
    assert ("comment", "the agency rounds", []) == (one.how, one.reason, notes)
    plain = report.to_dict()
    assert [] == plain["findings"]
    assert [(True, "percent-change")] == [(p["suppressed"], p["rule"]) for p in plain["suppressed"]]
    assert 1 == plain["summary"]["suppressed"]


@pytest.mark.parametrize(
    ("comment", "note"),
    [
        ("ignore[B8]", "a.md:1: ignore[B8] silences nothing; remove it"),
        ("ignore[B44]", "a.md:1: no rule or family is called 'B44'; did you mean 'B4'?"),
        ("ignor[B4]", "a.md:1: 'ignor' means nothing; did you mean 'ignore'?"),
        ("!", "a.md:1: '' means nothing"),
    ],
)
def test_a_comment_that_does_nothing_is_told(comment: str, note: str) -> None:
    _, notes = triaged(f"<!-- numcheck: {comment} -->\nAll was well.\n")
    assert [True] == [one.startswith(note) for one in notes]


def test_a_comment_after_the_last_words_silences_nothing() -> None:
    report, notes = triaged(f"{SALES}\n\n<!-- numcheck: ignore -->\n")
    assert (1, 1) == (len(report.findings), len(notes))


def test_a_comment_before_a_headline_speaks_of_it_too() -> None:
    text = f"<!-- numcheck: ignore -->\n# {SALES[:-1]}\n\nNothing else happened.\n"
    assert [] == [one for one in triaged(text)[0].findings if one.severity == "error"]


@pytest.fixture
def article(tmp_path: Path) -> Document:
    path = tmp_path / "a.txt"
    path.write_text(f"{SALES}\n\n{RENTS}\n")
    (found,) = read_bytes(path.read_bytes(), "a.txt")
    assert isinstance(found, Document)
    return Document(id="a.txt", text=found.text, path=str(path))


def sidecar(article: Document, text: str) -> None:
    Path(article.path + ".numcheck.yaml").write_text(text, "utf-8")


def test_a_file_beside_an_article_silences_quotations(article: Document) -> None:
    sidecar(article, 'ignore:\n  - quote: "rose from  40 to 60"\n    rules: [B4]\n    reason: ok\n')
    report, notes = suppress(check([article]), load_rules().rules)
    assert (1, [("sidecar", "ok")], []) == (
        len(report.findings),
        [(one.how, one.reason) for one in report.suppressed],
        notes,
    )


def test_a_file_beside_an_article_may_silence_all_of_it(article: Document) -> None:
    sidecar(article, "ignore:\n  - reason: a parody\n")
    assert () == suppress(check([article]), load_rules().rules)[0].findings


def test_words_that_are_gone_are_told(article: Document) -> None:
    sidecar(article, 'ignore:\n  - quote: "no such words"\n')
    _, notes = suppress(check([article]), load_rules().rules)
    place = f"{article.path}.numcheck.yaml:2"
    assert [
        f"{place}: the words 'no such words' are not in {article.path}; quote them anew"
    ] == notes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ignor: []\n", "1:1: unknown key 'ignor'; did you mean 'ignore'?"),
        ("ignore: 3\n", "1:1: 'ignore' takes a list of quotations"),
        ("ignore: [3]\n", "1:10: an entry has keys: quote, rules, reason"),
        ("ignore:\n  - qoute: x\n", "2:5: unknown key 'qoute'; did you mean 'quote'?"),
        ("ignore:\n  - rules: B4\n", "2:5: 'rules' takes a list, such as [B4]"),
        ("ignore:\n  - quote: 3\n", "2:5: 'quote' takes words"),
    ],
)
def test_a_mistake_in_a_file_beside_an_article_is_told(
    text: str, said: str, article: Document
) -> None:
    sidecar(article, text)
    with pytest.raises(ConfigError) as caught:
        suppress(check([article]), load_rules().rules)
    assert f"{article.path}.numcheck.yaml:{said}" == str(caught.value)


def test_a_file_beside_an_article_may_not_be_endless(article: Document) -> None:
    sidecar(article, "ignore:\n  - reason: a parody\n")
    path = Path(article.path).with_name("numcheck.toml")
    path.write_text("[limits]\nyaml-bytes = 20\n")
    with pytest.raises(ConfigError, match=r"longer than 20 bytes \(limit yaml-bytes\)"):
        suppress(check([article]), load_rules().rules, configure(str(path)))


@pytest.mark.parametrize(
    ("pattern", "rules", "left"),
    [("*.txt", "B4", 0), ("a.txt", "ALL", 0), ("*.md", "B4", 2), ("*.txt", "B8", 2)],
)
def test_files_may_be_silenced_by_the_configuration(
    pattern: str, rules: str, left: int, article: Document
) -> None:
    path = Path(article.path).with_name("numcheck.toml")
    path.write_text(f'[per-file-ignores]\n"{pattern}" = ["{rules}"]\n')
    report, _ = suppress(check([article]), load_rules().rules, configure(str(path)))
    assert left == len(report.findings)
    assert {"configuration"} >= {one.how for one in report.suppressed}


def test_a_quotation_need_be_in_one_document_of_a_file_only(article: Document) -> None:
    sidecar(article, f'ignore:\n  - quote: "{SALES}"\n')
    second = Document(id="b", text="All was well.", path=article.path)
    report, notes = suppress(check([second, article]), load_rules().rules)
    assert (["sidecar"], []) == ([one.how for one in report.suppressed], notes)


def test_a_wish_about_rules_that_do_not_run_is_not_told() -> None:
    documents = [Document(id="a", text="All was well.", directives=(Directive("ignore[B4]", 0),))]
    rules = [replace(rule, enabled=rule.family != "B4") for rule in load_rules().rules]
    assert [] == suppress(check(documents), rules)[1]
