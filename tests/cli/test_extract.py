"""``numcheck extract``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, TROUBLE, main


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with an article."""
    (tmp_path / "a.txt").write_text("The ferry carried 900 people over 12 miles on 3 May 2024.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_figures_are_listed_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["extract", "a.txt"])
    output = capsys.readouterr().out
    assert "900" in output
    assert "12 miles" in output


def test_a_figure_a_line_is_the_public_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["extract", "--format", "jsonl", "a.txt"])
    figures = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    text = Path("a.txt").read_text()
    assert ["900", "12 miles", "3 May 2024"] == [figure["text"] for figure in figures]
    for figure in figures:
        assert figure["text"] == text[figure["start"] : figure["end"]]
        assert "a.txt" == figure["document"]


def test_an_input_that_cannot_be_read_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert TROUBLE == main(["extract", "missing.txt", "a.txt"])
    assert "900" in capsys.readouterr().out
    assert TROUBLE == main(["extract", "missing.txt"])
    assert "" == capsys.readouterr().out


def test_numbers_and_dates_are_read_as_the_configuration_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.txt").write_text("The bridge is 1.250 metres long.\n")
    Path("numcheck.toml").write_text('[style]\ndecimal = "comma"\n')
    values = []
    for options in ([], ["--isolated"]):
        assert CLEAN == main(["extract", "-f", "jsonl", "a.txt", *options])
        values.append(json.loads(capsys.readouterr().out)["value"])
    assert [1250, 1.25] == values


def test_what_is_said_about_reading_counts(capsys: pytest.CaptureFixture[str]) -> None:
    Path("numcheck.toml").write_text("[limits]\nfile-bytes = 10\n")
    assert TROUBLE == main(["extract", "a.txt"])
    assert "limit file-bytes" in capsys.readouterr().err
