"""``numcheck check --annotate``, as it is called."""

from __future__ import annotations

import os
from pathlib import Path

import docx
import pytest

from numcheck.cli import FINDINGS, TROUBLE, main
from tests.reporting.word_files import table, word_file

DRAFT = word_file(
    "The ferry firm said on Friday that it would add sailings to all of its routes from June on.",
    "Sales rose from £40m to £60m, up 30%.",
    table(("Route", "Sailings"), ("Islands", "30"), ("Mainland", "28")),
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a draft in Word and one in plain text."""
    (tmp_path / "draft.docx").write_bytes(DRAFT)
    (tmp_path / "draft.txt").write_text("Sales rose from £40m to £60m, up 30%.\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_draft_is_written_with_its_findings_as_comments(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert FINDINGS == main(["check", "draft.docx", "--annotate", "checked.docx"])
    comments = list(docx.Document("checked.docx").comments)
    assert ["numcheck"] == [one.author for one in comments]
    assert "is a change of 50%, not 30%" in comments[0].text
    assert "draft.docx (paragraph 2)" in capsys.readouterr().out
    assert (desk / "draft.docx").read_bytes() == DRAFT
    assert ["checked.docx", "draft.docx", "draft.txt"] == sorted(os.listdir(desk))


def test_an_older_result_is_replaced(desk: Path) -> None:
    (desk / "checked.docx").write_bytes(b"old")
    assert FINDINGS == main(["check", "draft.docx", "draft.txt", "--annotate", "checked.docx"])
    assert 1 == len(list(docx.Document("checked.docx").comments))


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["draft.docx", "--annotate", "draft.docx"], "draft.docx: that is the input itself"),
        (["draft.docx", "--annotate", "./x/../draft.docx"], "that is the input itself"),
        ([".", "--annotate", "draft.docx"], "draft.docx: that is the input itself"),
        (["draft.docx", "--annotate", "."], "that is a directory"),
        (["draft.txt", "--annotate", "checked.docx"], "--annotate: only a Word file (.docx)"),
        (["draft.docx", "--annotate", "no/checked.docx"], "cannot write the file (no such file"),
        (["draft.docx", "x.docx", "--annotate", "checked.docx"], "several inputs are Word files"),
    ],
)
def test_a_wrong_call_is_one_clear_line(
    desk: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], problem: str
) -> None:
    (desk / "x").mkdir()
    (desk / "x.docx").write_bytes(DRAFT) if "x.docx" in arguments else None
    assert TROUBLE == main(["check", *arguments])
    output = capsys.readouterr()
    assert problem in output.err
    assert 1 == output.err.count("\n")
    assert (desk / "draft.docx").read_bytes() == DRAFT
    assert not list(desk.glob("*.tmp"))


def test_nothing_is_written_where_nothing_can_be_read(desk: Path) -> None:
    assert TROUBLE == main(["check", "none.docx", "--annotate", "checked.docx"])
    assert not (desk / "checked.docx").exists()
