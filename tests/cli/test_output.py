"""Where output goes."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from numcheck.cli.output import Output, ReaderGone, complain


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put a terminal in the place of standard output."""
    screen = Terminal()
    # Not sys.stdout itself, which pytest puts back between a fixture and its test.
    monkeypatch.setattr("numcheck.cli.output.sys", SimpleNamespace(stdout=screen))
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return screen


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_colour_and_its_own_width() -> None:
    output = Output("text")
    assert (True, 77) == (output.color, output.width)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_the_environment_may_refuse_colour(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert (False, True) == (Output("text").color, Output("text", wants_color=True).color)


@pytest.mark.usefixtures("terminal")
def test_a_file_gets_no_colour_and_no_width(tmp_path: Path) -> None:
    output = Output("text", str(tmp_path / "x"))
    assert (False, None, 60) == (
        output.color,
        output.width,
        Output("text", wants_width=60).width,
    )


def test_a_stream_without_bytes_is_written_too(terminal: Terminal) -> None:
    Output("text").write("5\n")
    assert "5\n" == terminal.getvalue()


@pytest.mark.parametrize(("format", "expected"), [("text", b"?5\n"), ("json", "£5\n".encode())])
def test_machines_get_utf_8_and_terminals_what_they_can_show(
    format: str, expected: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii"))
    Output(format).write("£5\n")
    assert expected == raw.getvalue()


def test_a_reader_who_has_gone_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

    monkeypatch.setattr(sys, "stdout", Closed())
    with pytest.raises(ReaderGone):
        Output("text").write("5")


def test_a_failed_replacement_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    target = tmp_path / "report.txt"
    with pytest.raises(Exception, match=r"report.txt: cannot write the output \(no space left"):
        Output("text", str(target)).write("5")
    assert [] == os.listdir(tmp_path)


def test_a_complaint_keeps_its_indent_and_nothing_that_steers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    complain("a.yaml:1:2: wrong\n    key\x1b[2J: 5\n    ^^^")
    assert "numcheck: a.yaml:1:2: wrong\n    key␛[2J: 5\n    ^^^\n" == capsys.readouterr().err


def test_a_complaint_that_nobody_hears_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.TextIOWrapper(io.BytesIO())
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    complain("wrong")
