"""Hostile text through every output that is no report of a check."""

from __future__ import annotations

import csv
import io
import json
import re
import shlex
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from numcheck import Document
from numcheck.alignment.versions import compare_versions
from numcheck.archive.overview import render as render_overview
from numcheck.archive.overview.records import Account, Alarms, Dispute, Outlet, Overview
from numcheck.cli import main
from numcheck.extraction import analyse
from numcheck.lsp.words import hover
from numcheck.model import Figure, Finding, Report
from numcheck.reading import read_bytes
from numcheck.reporting import CHANGE_FORMATS, render_changes
from numcheck.reporting.word import annotate
from tests.archive.articles import run as run_archive
from tests.archive.articles import write as write_articles
from tests.reporting.pages import PAYLOADS, filled
from tests.reporting.word_files import word_file
from tests.trust.test_injection import (
    FORMULA,
    JUDGES,
    RULE,
    STEERING,
    Elements,
    has_no_formula,
    is_harmless_markdown,
    is_one_json_value,
    steers_no_terminal,
)

WRITABLE = [payload for payload in PAYLOADS if payload.isprintable()]
WORDS = {"text": steers_no_terminal, "json": is_one_json_value}


@pytest.mark.parametrize("format", CHANGE_FORMATS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_in_a_comparison_of_versions(payload: str, format: str) -> None:
    texts = [f"{payload} has {n} {payload} ships, {payload} said." for n in (40, 50)]
    old, new = (
        Document(f"{payload}{n}", text, payload, payload, payload, payload, payload)
        for n, text in enumerate(texts)
    )
    changes = compare_versions(analyse(old), analyse(new))
    assert changes
    for color in (False, True):
        out = render_changes([old, new], changes, format, color=color)
        WORDS[format](re.sub("\x1b\\[[0-9;]*m", "", out) if color else out)


def overview(words: str) -> Overview:
    account = Account(words, words, words, "2024-05-01", words, 5.0, 5.0, words)
    later = replace(account, day="2024-05-03", low=9.0, high=9.0)
    dispute = Dispute(words, words, "developing", 2, 2, (account, later))
    return Overview(
        words, 2, 2, 1, 1, 0, (dispute,), (Outlet(words, 2, 2, 1, 1),),
        (Alarms(words, words, words, 1, 1),), (dispute,),
    )  # fmt: skip


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_in_the_overview_of_an_archive(payload: str) -> None:
    told = overview(payload)
    has_no_formula_in_any_table(render_overview(told, "csv"))
    is_harmless_markdown(render_overview(told, "markdown"))
    page, plain = (Elements(render_overview(one, "html")) for one in (told, overview("x")))
    assert [tag for tag, _ in plain.found] == [tag for tag, _ in page.found]
    assert [list(found) for _, found in plain.found] == [list(found) for _, found in page.found]
    (policy,) = [
        found["content"]
        for tag, found in page.found
        if found.get("http-equiv") == "Content-Security-Policy"
    ]
    assert "default-src 'none'" in policy
    assert "script" not in {tag for tag, _ in page.found}


def has_no_formula_in_any_table(out: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(out, newline="")) for cell in row]
    assert [] == [cell for cell in cells if cell.startswith(FORMULA)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose every field is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    articles = [
        Document(
            id=f"{payload}{n}",
            text=f"{payload}\n\nThe flood killed {n + 12}, {payload} said.",
            title=payload,
            source=payload,
            url=payload,
        )
        for n, payload in enumerate(WRITABLE)
    ]
    run_archive(write_articles(folder / "in.jsonl", articles), folder / "store")
    return folder / "store"


@pytest.mark.parametrize(
    ("format", "judge"),
    [("table", steers_no_terminal), ("csv", has_no_formula), ("json", is_one_json_value)],
)
def test_text_stays_text_in_the_answer_to_a_question(  # type: ignore[no-untyped-def]
    format: str, judge, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "SELECT *, chr(27) || '[31m' AS steering, '=1+1' AS \"=1+2\" FROM documents"
    for question in (own, "FROM figures", "FROM findings", "FROM stories", "FROM sources"):
        assert 0 == main(["archive", "query", str(store), question, "--format", format])
        judge(capsys.readouterr().out)


@pytest.mark.parametrize("question", ["SELECT '\x1b[31m", "nothing \u202e", "SELECT 1; SELECT 2"])
def test_a_broken_question_cannot_steer_the_terminal(
    question: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["archive", "query", str(store), question])
    steers_no_terminal(capsys.readouterr().err)


@pytest.mark.parametrize("payload", WRITABLE[::4])
def test_an_article_of_an_archive_is_shown_as_text(
    payload: str, store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = f"{payload}{WRITABLE.index(payload)}"
    assert 0 == main(["archive", "show", str(store), "--", name])
    steers_no_terminal(capsys.readouterr().out)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_in_comments_of_word_files(payload: str) -> None:
    data = word_file("The harbour has 40 boats.")
    (document,) = read_bytes(data, "a.docx")
    assert isinstance(document, Document)
    start = document.text.index("40")
    figure = Figure("f", "a.docx", "text", start, start + 2, "40", "count", counted=payload)
    finding = Finding(payload, payload, "error", "discrepant", payload, payload, ("f",), "1")
    other = replace(finding, message="x", explanation="x", rule="x", family="x")
    told, plain = (
        comments(annotate(data, Report((document,), (figure,), (), (one,)), "a.docx"))
        for one in (finding, other)
    )
    assert [one.tag for one in plain.iter()] == [
        one.tag for one in told.iter() if one.tag is not etree.Comment
    ]
    assert [] == STEERING.findall("".join(told.itertext()).replace("\t", ""))


def comments(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = package.read("word/comments.xml")
    assert b"<!" not in content
    return etree.fromstring(content)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_stays_text_on_the_cards_of_an_editor(payload: str) -> None:
    report = filled(payload)
    for figure in report.figures:
        steers_no_terminal(hover(figure, report, markdown=False))
        card = hover(figure, report, markdown=True)
        steers_no_terminal(card)
        is_harmless_markdown(card)


def test_text_stays_text_on_the_page_of_a_rule(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    words = " ".join(WRITABLE) + " \x1b[31m \u202e \x07"
    Path("own-rule.yaml").write_text(RULE.format(text=json.dumps(words)), "utf-8")
    text = f"The flood killed 12, {words} said."
    for command in (
        "rules show own-rule --rules own-rule.yaml",
        "rules list --rules own-rule.yaml",
        f"rules explain own-rule --rules own-rule.yaml --text {shlex.quote(text)}",
        "rules test own-rule.yaml",
        "rules docs --out pages --rules own-rule.yaml",
    ):
        assert main(shlex.split(command)) in (0, 1), capsys.readouterr().err
        said = capsys.readouterr()
        steers_no_terminal(said.out)
        steers_no_terminal(said.err)
    pages = list(Path("pages").glob("*.md"))
    assert any("own-rule" in page.read_text("utf-8") for page in pages)
    for page in pages:
        is_harmless_markdown(page.read_text("utf-8"))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_an_error_about_a_hostile_name_is_one_harmless_line(
    payload: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    name = payload.replace("/", "_") + "\u202e\x1b[2J\n::error::x"
    for arguments in (
        ["check", "--isolated", "--", name],
        ["check", "--isolated", "--facts", name, "a.txt"],
        ["check", "--isolated", "--rules", name, "a.txt"],
        ["check", "--config", name, "a.txt"],
        ["extract", "--isolated", "--", name],
        ["archive", "query", "--", name, "FROM documents"],
        ["rules", "show", "--", name],
        ["explain", "--", name],
    ):
        assert 2 == main(arguments)
        said = capsys.readouterr()
        assert "" == said.out
        steers_no_terminal(said.err)
        assert said.err
        assert all(line.startswith(("numcheck: ", "  ")) for line in said.err.splitlines()), (
            said.err
        )


def test_an_error_within_a_hostile_archive_is_one_harmless_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number, payload in enumerate(WRITABLE):
            archive.writestr(f"{payload.replace('/', '_')}\n\x1b[2J{number}.jsonl", "{")
    (tmp_path / "a.zip").write_bytes(packed.getvalue())
    assert 2 == main(["check", "--isolated", str(tmp_path / "a.zip")])
    said = capsys.readouterr().err
    steers_no_terminal(said)
    assert len(WRITABLE) == said.count("\n")
    assert all(line.startswith("numcheck: ") for line in said.splitlines())


def test_every_comparison_has_its_judge() -> None:
    assert set(CHANGE_FORMATS) == set(WORDS)
    assert "html" in JUDGES
