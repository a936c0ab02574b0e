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
