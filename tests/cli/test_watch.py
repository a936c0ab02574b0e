"""``numcheck watch``, as a process that looks at real files."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from numcheck.cli import CLEAN, TROUBLE, main
from numcheck.cli.watching import Watched, changes, watched_by
from numcheck.errors import UsageError

WRONG = "Sales in Ostrava rose from £40m to £60m, up 30%.\n"
RIGHT = "Sales in Ostrava rose from £40m to £60m, up 50%.\n"
PATIENCE = 60.0


class Watcher:
    """A running ``numcheck watch``."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "numcheck", "watch", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line.decode("utf-8").rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines up to the one that has the words."""
        seen: list[str] = []
        while not seen or words not in seen[-1]:
            try:
                seen.append(self.lines.get(timeout=PATIENCE))
            except queue.Empty:
                raise AssertionError(f"{words!r} is not in {seen}") from None
        return seen

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def started(tmp_path: Path) -> Iterator[list[Watcher]]:
    """Watchers to be ended after the test."""
    watchers: list[Watcher] = []
    yield watchers
    for watcher in watchers:
        watcher.process.kill()
        watcher.process.wait()


def replace_file(path: Path, text: str) -> None:
    """Save as editors do: a new file takes the name of the old one."""
    fresh = path.with_name(path.name + ".tmp")
    fresh.write_text(text)
    fresh.replace(path)


pytest.importorskip("watchfiles", reason="the extra watch is not installed")


def test_a_file_is_checked_whenever_it_is_saved(tmp_path: Path, started: list[Watcher]) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(WRONG)
    watcher = Watcher(tmp_path, "draft.txt")
    started.append(watcher)
    watcher.until("1 discrepancy")
    replace_file(draft, RIGHT)
    seen = watcher.until("3 figures")
    assert ("numcheck: draft.txt changed", False) == (seen[0], "discrepancy" in seen[-1])
    draft.unlink()
    watcher.until("no such file")
    draft.write_text("")
    watcher.until("empty file")
    draft.write_text(WRONG)
    watcher.until("1 discrepancy")
    (tmp_path / "numcheck.toml").write_text('ignore = ["B')
    watcher.until("not TOML")
    (tmp_path / "numcheck.toml").write_text('ignore = ["B"]\n')
    assert "discrepancy" not in watcher.until("3 figures")[-1]
    (tmp_path / "other.txt").write_text(WRONG)
    assert CLEAN == watcher.stop()
    assert watcher.lines.empty()


def test_a_directory_is_checked_with_what_comes_into_it(
    tmp_path: Path, started: list[Watcher]
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text(RIGHT)
    report = tmp_path / "drafts" / "report.json"
    arguments = ["--select", "C", "-o", "-", "-o", str(report), "drafts"]
    watcher = Watcher(tmp_path, *arguments)
    started.append(watcher)
    watcher.until("3 figures in 1 document")
    below = tmp_path / "drafts" / "new"
    below.mkdir()
    watcher.until("new changed")
    watcher.until("3 figures in 1 document")
    (below / "b.txt").write_text(WRONG)
    assert "discrepancy" not in watcher.until("in 2 documents")[-1]
    assert report.exists()
    assert CLEAN == watcher.stop()


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("drafts/a.txt", True),
        ("drafts/deep/a.txt", True),
        ("drafts/a.txt~", False),
        ("drafts/.a.txt.swp", False),
        ("drafts/.git/index", False),
        ("drafts/report.html", False),
        ("drafts", True),
        ("one.md", True),
        ("one.md.numcheck.yaml", True),
        ("two.md", False),
        ("numcheck.toml", True),
        (".numcheck.yaml", True),
        ("pages/a.html", True),
        ("elsewhere/a.txt", False),
    ],
)
def test_only_what_a_check_depends_on_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, counts: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    watched = Watched(("drafts", "one.md", "pages/*.html"), ("drafts/report.html",))
    assert counts is watched.concerns(str(tmp_path / path))


def test_hidden_directories_are_not_watched_and_those_above_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("drafts/deep", "drafts/.git", "other"):
        (tmp_path / name).mkdir(parents=True)
    watched = watched_by(["drafts/*.md", "gone/a.txt"], ("",)).directories()
    assert str(tmp_path / "drafts" / "deep") in watched
    assert {str(tmp_path), str(tmp_path.parent)} <= set(watched)
    assert str(tmp_path / "drafts" / ".git") not in watched
    assert str(tmp_path / "other") not in watched


def test_changes_are_told_as_they_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seen = changes(watched_by(["drafts"]))
    assert [] == next(seen)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "other.txt").write_text(RIGHT)
    assert [str(tmp_path / "drafts")] == next(seen)
    draft = tmp_path / "drafts" / "a.txt"
    replace_file(draft, RIGHT)
    assert [str(draft)] == next(seen)
    seen.close()


def test_a_run_follows_each_change_until_ctrl_c(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    draft, config = tmp_path / "a.txt", tmp_path / "numcheck.toml"
    draft.write_text(WRONG)

    def pretended(_: Watched) -> Iterator[list[str]]:
        yield []
        config.write_text('ignore = ["B')
        yield [str(config)]
        config.unlink()
        draft.unlink()
        yield [str(config), str(draft)]
        raise KeyboardInterrupt

    monkeypatch.setattr("numcheck.cli.watching.changes", pretended)
    assert CLEAN == main(["watch", "a.txt"])
    output = capsys.readouterr()
    assert 1 == output.out.count("DISCREPANT")
    first, second, third, fourth = output.err.splitlines()
    assert "numcheck: numcheck.toml changed" == first
    assert second.startswith("numcheck: numcheck.toml: not TOML")
    assert "numcheck: numcheck.toml, a.txt changed" == third
    assert "numcheck: a.txt: no such file or directory; check the path" == fourth


def test_a_configuration_that_is_broken_from_the_start_may_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(WRONG)
    (tmp_path / "numcheck.toml").write_text("ignore = 5\n")

    def pretended(_: Watched) -> Iterator[list[str]]:
        yield []
        (tmp_path / "numcheck.toml").write_text("")
        yield ["numcheck.toml"]

    monkeypatch.setattr("numcheck.cli.watching.changes", pretended)
    assert CLEAN == main(["watch", "--output", "report.json", "a.txt"])
    assert "takes a list of words" in capsys.readouterr().err
    assert "discrepant" in (tmp_path / "report.json").read_text("utf-8")


def test_a_terminal_is_cleared_before_each_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(RIGHT)
    monkeypatch.setattr("numcheck.cli.watching.changes", lambda _: iter([[], ["a.txt"]]))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    cleared: list[int] = []
    monkeypatch.setattr("click.clear", lambda: cleared.append(1))
    assert CLEAN == main(["watch", "a.txt"])
    assert CLEAN == main(["watch", "--output", "report.json", "a.txt"])
    assert 2 == len(cleared)


def test_standard_input_cannot_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UsageError):
        watched_by(["-"])
    assert TROUBLE == main(["watch", "-"])
    assert "standard input cannot be watched" in capsys.readouterr().err


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    assert TROUBLE == main(["watch", "a.txt"])
    told = "numcheck: watching needs an extra; pip install 'numcheck[watch]'\n"
    assert told == capsys.readouterr().err
