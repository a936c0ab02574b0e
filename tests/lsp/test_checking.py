"""Texts checked, placed and silenced without an editor."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from numcheck.lsp.buffer import Buffer
from numcheck.lsp.checking import Checked, Checker
from numcheck.lsp.suppressions import comment_for, entry_for

WRONG = "Sales in Ostrava rose from 40 to 60, up 30%."
CALM = "It rained in the north. The mill has a new chief."


def checked(path: str, text: str, language: str = "") -> Checked:
    return Checker().check(Buffer(text), path, language)


def marked(found: Checked) -> list[list[str]]:
    """The words that each finding's figures stand at in the editor's text."""
    figures = {figure.id: figure for figure in found.report.figures}
    rows = []
    for finding in found.report.findings:
        spans = [
            found.placements[figures[one].document].of(figures[one]) for one in finding.figures
        ]
        rows.append([found.buffer.text[start:end] for start, end in spans])
    return rows


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"A headline here\n\n  {CALM}\n\n{WRONG}\n"),
        ("a.txt", f"A headline here\r\n\r\n{CALM}\r\n\r\n{WRONG}\r\n"),
        ("a.txt", f"{WRONG[:-1]}\n\n{CALM}\n"),
        ("a.txt", f"\n\n\t{WRONG}"),
        ("a.txt", f"First.\u2028Second.\x0cThird.\n\n{WRONG}\n"),
        ("a.md", f"---\ntitle: A day\n---\n\n# A day\n\n> {CALM}\n\n- *{WRONG}*\n"),
        ("a.md", f"---\ntitle: {WRONG[:-1]}\n---\n\n{CALM}\n"),
        ("a.md", f"<!-- a note -->\n## {WRONG[:-1]}\n\n{CALM}\n"),
        ("a.md", "Sales in Ostrava rose from **40** to [60](http://example.org/30), up *30%*.\n"),
        ("a.html", f"<html><body><h1>A day</h1>\n<p>{CALM}</p><ul><li>{WRONG}</li></ul></body>"),
        ("a.html", f"<html><head><title>x</title></head><body><h1>{WRONG}</h1><p>{CALM}</p>"),
        ("a.html", f"<p>{CALM}</p><p>Sales in Ostrava rose from <b>40</b>&nbsp;to 60, up 30%.</p>"),
        ("", WRONG),
    ],
)
def test_figures_are_found_where_they_stand_in_the_text(path: str, text: str) -> None:
    assert [["30%", "40", "60"]] == marked(checked(path, text))


def test_a_record_of_json_lines_is_marked_as_a_whole() -> None:
    line = json.dumps({"text": WRONG})
    assert [[line] * 3] == marked(checked("a.jsonl", '{"text": "Nothing."}\n' + line + "\n"))


def test_a_language_counts_where_the_suffix_says_nothing() -> None:
    text = f"<!-- numcheck: ignore -->\n\n{WRONG}\n"
    assert 1 == len(checked("draft", text, "markdown").report.suppressed)
    assert 1 == len(checked("", text, "markdown").report.suppressed)
    assert 1 == len(checked("draft.md", text, "plaintext").report.suppressed)


def test_furniture_of_a_page_is_not_checked() -> None:
    text = f"{CALM}\n\nRead more: {WRONG}\n"
    found = checked("a.txt", text)
    assert ["30%"] == [
        one.text for one in found.report.figures if one.furniture and "%" in one.text
    ]
    assert () == found.report.findings


@pytest.mark.parametrize("text", ["", "  \n\t\n", "\x00\x01", "<html>", "\ud800", "\ufeff", "{"])
@pytest.mark.parametrize("path", ["a.txt", "a.md", "a.html", "a.json", "a.jsonl", "a.csv", ""])
def test_no_text_stops_the_checker(path: str, text: str) -> None:
    assert () == checked(path, text).report.findings


def test_a_text_that_cannot_be_read_says_so_at_its_line() -> None:
    (note,) = checked("a.jsonl", '{"text": "Nothing."}\n{"text": \n').notes
    assert (2, False) == (note.line, note.grave)
    assert note.text.startswith("broken JSON")


def test_a_broken_configuration_is_told_and_read_again_after_it_was_mended(
    tmp_path: Path,
) -> None:
    config = tmp_path / "numcheck.toml"
    config.write_text('ignore = ["B4]')
    checker, buffer, path = Checker(), Buffer(WRONG), str(tmp_path / "a.txt")
    (note,) = checker.check(buffer, path).notes
    assert note.grave
    assert "numcheck.toml" in note.text
    config.write_text('ignore = ["B"]')
    assert () == checker.check(buffer, path).report.findings
    config.write_text("")
    assert () == checker.check(buffer, path).report.findings  # what was read is kept
    checker.forget()
    assert 1 == len(checker.check(buffer, path).report.findings)


def test_the_sources_of_the_configuration_count_but_not_the_document_itself(
    tmp_path: Path,
) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_text("The mill employs 1,300 people.\n")
    (tmp_path / "a.txt").write_text("The mill employs 1,200 people.\n")
    (tmp_path / "numcheck.toml").write_text('against = ["sources", "a.txt"]\n')
    found = checked(str(tmp_path / "a.txt"), "The mill employs 1,200 people.\n")
    assert [str(tmp_path / "sources" / "wire.txt")] == [
        str(Path(one).absolute()) for one in found.report.against
    ]
    assert ["contradicted"] == [one.standing for one in found.report.backings]


def test_a_comment_that_silences_nothing_is_told_at_its_line(tmp_path: Path) -> None:
    text = f"# A day\n\n{CALM}\n\n<!-- numcheck: ignore[B4] -->\n\n{CALM}\n"
    (note,) = checked(str(tmp_path / "a.md"), text).notes
    assert (5, "ignore[B4] silences nothing; remove it") == (note.line, note.text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", f"{CALM}\n\n{WRONG}\n"),
        ("a.md", f"{WRONG}\n"),
        ("a.md", f"# A day\n\n{CALM}\n\n- One.\n- *{WRONG}*\n"),
        ("a.md", f"{CALM}\n\n> {CALM}\n> {WRONG}\n"),
        ("a.md", f"# {WRONG[:-1]}\n\n{CALM}\n"),
        ("a.md", f"---\ntitle: {WRONG[:-1]}\n---\n{CALM}\n"),
        ("a.html", f"<html><body><h1>A day</h1>\n<p>{CALM}</p><p>{WRONG}</p></body></html>"),
        ("a.html", f"<html><body><h1>{WRONG}</h1><p>{CALM}</p></body></html>"),
        ("a.html", f"<p>{CALM}</p><ul><li>One.</li><li>{WRONG}</li></ul>"),
    ],
)
def test_the_comment_that_is_offered_silences_the_finding(name: str, text: str) -> None:
    found = checked(name, text)
    (finding,) = found.report.findings
    figure = next(one for one in found.report.figures if one.id == finding.figures[0])
    insertion = comment_for(found.placements[figure.document], figure, finding.rule, name)
    assert insertion is not None
    after = text[: insertion.offset] + insertion.words + text[insertion.offset :]
    again = checked(name, after)
    assert ((), 1, []) == (
        again.report.findings, len(again.report.suppressed), list(again.notes),
    )  # fmt: skip


@pytest.mark.parametrize(
    "before",
    [
        None,
        "",
        "ignore:\n- quote: nowhere\n",
        'ignore:\n    - quote: "nowhere"\n      rules: [B4]',
    ],
)
def test_the_entry_that_is_offered_silences_the_finding(tmp_path: Path, before: str | None) -> None:
    path = tmp_path / "a.txt"
    text = f'{CALM}\n\n{CALM} It said "so": {WRONG} {CALM}\n'
    sidecar = Path(f"{path}.numcheck.yaml")
    if before is not None:
        sidecar.write_text(before)
    found = checked(str(path), text)
    (finding,) = found.report.findings
    figures = {one.id: one for one in found.report.figures}
    (placement,) = found.placements.values()
    told = [figures[one] for one in finding.figures]
    insertion = entry_for(placement.document, told, finding.rule)
    assert insertion is not None
    assert (before is None, str(sidecar)) == (insertion.fresh, insertion.path)
    whole = (before or "")[: insertion.offset] + insertion.words
    sidecar.write_text(whole)
    assert yaml.safe_load(whole)["ignore"][-1]["rules"] == [finding.rule]
    again = checked(str(path), text)
    assert ((), 1) == (again.report.findings, len(again.report.suppressed))


def test_an_entry_is_not_offered_where_the_file_is_written_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    Path(f"{path}.numcheck.yaml").write_text("ignore: []\n")
    found = checked(str(path), WRONG)
    (placement,) = found.placements.values()
    assert None is entry_for(placement.document, list(found.report.figures), "percent-change")
    Path(f"{path}.numcheck.yaml").write_bytes(b"\xff\xfe")
    assert None is entry_for(placement.document, list(found.report.figures), "percent-change")


def test_plain_text_has_no_comments() -> None:
    found = checked("a.txt", WRONG)
    (placement,) = found.placements.values()
    assert None is comment_for(placement, found.report.figures[0], "percent-change", "a.txt")
