"""The bar that a terminal shows while it has to wait."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.cli import progress as progress_module
from numcheck.cli.progress import Progress

TEXT = "Sales in Ostrava rose from £40m to £60m, up 50%.\n"
SLOW = """
import sys, time
from numcheck.cli import main, progress
progress._PATIENCE = float(sys.argv[1])
import numcheck.extraction.pipeline as pipeline
import numcheck.api as api, numcheck.extraction as extraction
def slowly(real):
    def wait(*arguments):
        time.sleep(0.15)
        return real(*arguments)
    return wait
api.analyse = slowly(api.analyse)
extraction.analyse = slowly(extraction.analyse)
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working directory with some articles."""
    for name in "abcd":
        (tmp_path / f"{name}.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)


def on_terminal(*arguments: str, patience: float = 0.2) -> tuple[str, str]:
    """Standard output, and what a terminal on standard error shows."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(patience), *arguments],
        stdout=subprocess.PIPE,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "80"},
    )
    os.close(slave)
    shown = b""
    while True:
        try:
            data = os.read(master, 65536)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        shown += data
    os.close(master)
    assert process.stdout is not None
    output = process.stdout.read().decode("utf-8")
    process.wait()
    return output, shown.decode("utf-8")


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_terminal_that_has_to_wait_is_shown_a_bar_which_goes_again(command: str) -> None:
    extra = ["--no-cache"] if command == "check" else []
    output, shown = on_terminal(command, *extra, ".")
    assert "looking for figures" in shown
    assert "\x1b[" in shown
    assert shown.rstrip("\r\n").endswith(("\x1b[2K", "\x1b[?25h"))  # line cleared, cursor back
    assert "looking" not in output
    assert {"check": "4 documents", "extract": "£40m"}[command] in output


@pytest.mark.parametrize(
    ("arguments", "patience"),
    [(["check", "--no-cache", "."], 60.0), (["check", "--no-cache", "--quiet", "."], 0.0)],
)
def test_nothing_is_shown_for_a_moment_or_to_who_wants_quiet(
    arguments: list[str], patience: float
) -> None:
    assert "" == on_terminal(*arguments, patience=patience)[1]


def test_nothing_is_shown_where_standard_error_is_no_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW, "0", "check", "--no-cache", "."],
        capture_output=True,
        check=False,
    )
    assert b"" == done.stderr


class Terminal:
    """Standard error, as a terminal or closed."""

    def __init__(self, *, closed: bool = False) -> None:
        self.closed = closed

    def isatty(self) -> bool:
        if self.closed:
            raise ValueError("closed")
        return True

    def write(self, words: str) -> int:
        return len(words)

    def flush(self) -> None:
        """Nothing to do."""


def test_without_standard_error_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (None, Terminal(closed=True)):
        monkeypatch.setattr(sys, "stderr", stream)
        with Progress() as progress:
            progress.reading(1)
            assert None is progress._bar


def test_the_bar_appears_after_a_second_and_knows_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr(progress_module.time, "monotonic", lambda: clock[0])
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Progress() as progress:
        clock[0] = 0.9
        progress.reading(5)
        assert None is progress._bar
        clock[0] = 1.1
        progress.reading(6)
        assert progress._bar is not None
        (task,) = progress._bar.tasks
        assert ("reading", 6, None) == (task.description, task.completed, task.total)
        progress.checking(2, 6)
        assert ("looking for figures", 2, 6) == (task.description, task.completed, task.total)
        progress.checking(6, 6)
        assert ("comparing", 6) == (task.description, task.completed)
    progress.checking(1, 2)
    assert None is progress._bar


def test_a_complaint_has_a_line_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "e.txt").touch()
    arguments = ["check", "--no-cache", "a.txt", "e.txt", "b.txt", "c.txt"]
    shown = on_terminal(*arguments, patience=0.0)[1]
    told = [line for line in shown.replace("\r", "\n").split("\n") if "empty file" in line]
    assert 1 == len(told)
    assert "reading" not in told[0]
