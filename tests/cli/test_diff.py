"""``numcheck diff``."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.cli import main


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("At least 12 people died when the barge sank, police said on Sunday.\n")
    new.write_text("At least 27 people died when the barge sank, police said on Monday.\n")
    return str(old), str(new)


def test_a_changed_figure_gives_status_one(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == main(["diff", *versions])
    assert "CHANGED  at least 12 → at least 27" in capsys.readouterr().out


def test_equal_versions_give_status_nought(
    tmp_path: Path, versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(Path(versions[0]).read_text())
    assert 0 == main(["diff", versions[0], str(copy)])
    assert "0 changed, 0 appeared, 0 vanished, 1 kept.\n" == capsys.readouterr().out


def test_a_missing_version_is_one_line_on_standard_error(
    versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["diff", versions[0], "nowhere.txt"])
    assert 1 == capsys.readouterr().err.count("\n")


def test_a_directory_of_several_articles_is_no_version(
    tmp_path: Path, versions: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "third.txt").write_text("Nobody was hurt.\n")
    assert 2 == main(["diff", str(tmp_path), versions[0]])
    assert "two articles are needed" in capsys.readouterr().err
