"""The command line as a whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from numcheck import __version__
from numcheck.cli import CLEAN, INTERRUPTED, TROUBLE, main
from numcheck.cli.app import numcheck

COMMANDS = ("check", "extract", "rules")
COMMAND = (sys.executable, "-m", "numcheck")


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A clean article."""
    path = tmp_path / "a.txt"
    path.write_text("Sales rose from £40m to £60m, up 50%.\n")
    return str(path)


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main(["--version"])
    assert f"numcheck {__version__}\n" == capsys.readouterr().out


def test_every_command_is_found_and_says_what_it_does() -> None:
    context = click.Context(numcheck)
    assert set(COMMANDS) <= set(numcheck.list_commands(context))
    for name in numcheck.list_commands(context):
        command = numcheck.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=80).endswith(".")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert CLEAN == main([name, "--help"])
    assert f"Usage: numcheck {name}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["rules"]])
def test_a_group_without_a_command_shows_its_help(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert TROUBLE == main(arguments)
    assert "Commands:\n" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["chek"], "No such command 'chek'"),
        (["check"], "Missing argument 'INPUT...'."),
        (["check", "--fromat", "json", "x"], "No such option"),
        (["check", "--format", "xml", "x"], "Invalid value for '--format' / '-f': 'xml' is not"),
        (["check", "--width", "0", "x"], "Invalid value for '--width': 0 is not in the range"),
    ],
)
def test_a_wrong_call_is_told_with_where_to_look(
    arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert TROUBLE == main(arguments)
    errors = capsys.readouterr().err.splitlines()
    assert errors[0].startswith(f"numcheck: {error}")
    assert errors[-1].startswith("see numcheck")
    assert errors[-1].endswith("--help")


def failing_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every check fail in a way that nobody has thought of."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("numcheck.api.check", fail)


def test_a_fault_in_numcheck_is_one_line(
    article: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    failing_with(ZeroDivisionError("5/0"), monkeypatch)
    monkeypatch.delenv("NUMCHECK_DEBUG", raising=False)
    assert TROUBLE == main(["check", article])
    assert (
        "numcheck: internal error: ZeroDivisionError: 5/0; "
        "please report it (NUMCHECK_DEBUG=1 shows where)\n" == capsys.readouterr().err
    )


def test_a_fault_can_be_looked_into(article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    failing_with(ZeroDivisionError("5/0"), monkeypatch)
    monkeypatch.setenv("NUMCHECK_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["check", article])


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (KeyboardInterrupt(), INTERRUPTED),
        (click.ClickException("odd"), TROUBLE),
    ],
)
def test_each_way_out_has_its_status(
    error: BaseException, status: int, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing_with(error, monkeypatch)
    assert status == main(["check", article])


def test_an_interrupt_before_anything_began_is_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("numcheck.cli._run", interrupt)
    assert INTERRUPTED == main([])


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A process of its own."""
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_the_program_runs_as_a_module(article: str) -> None:
    done = run("check", article)
    assert (CLEAN, b"") == (done.returncode, done.stderr)


def test_the_program_reads_what_is_piped_into_it() -> None:
    done = run("extract", "-", "--format", "jsonl", input="It costs £5.".encode())
    assert (CLEAN, b"") == (done.returncode, done.stderr)
    assert b'"GBP"' in done.stdout


@pytest.mark.parametrize("arguments", [["rules", "list"], ["--help"]])
def test_a_reader_who_stops_reading_hears_no_complaint(arguments: list[str]) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as closed:
        done = subprocess.run(
            [*COMMAND, *arguments], stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (141, b"") == (done.returncode, done.stderr)


def test_an_interrupt_ends_it_quietly() -> None:
    with subprocess.Popen(
        [*COMMAND, "check", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stderr is not None
        try:
            process.wait(0.7)  # until it waits for its input
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        assert (INTERRUPTED, b"") == (process.wait(10), process.stderr.read().strip())


def test_help_imports_nothing_heavy() -> None:
    probe = (
        "import sys; from numcheck.cli import main; main(['--help']);"
        "heavy = {'pint', 'yaml', 'rich', 'pydantic', 'trafilatura', 'lxml', 'numpy'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True)
    assert b"[]\n" == done.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no full device")
@pytest.mark.parametrize("call", [["schema"], ["--help"], ["rules", "list"]])
def test_a_full_disk_behind_standard_output_is_one_clear_line(call: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "numcheck", *call],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    said = "numcheck: standard output: cannot be written (no space left on device)\n"
    assert (TROUBLE, said) == (done.returncode, done.stderr)


def test_a_standard_output_that_is_closed_is_one_clear_line() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "{sys.executable}" -m numcheck schema >&-'],
        stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    said = "numcheck: standard output: there is none to write to\n"
    assert (TROUBLE, said) == (done.returncode, done.stderr)
