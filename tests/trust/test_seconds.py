"""A document that keeps numcheck busy for ever is ended, and reported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from numcheck.errors import InputError
from numcheck.reading import Limits, ReadingOptions, read_bytes
from numcheck.reading.overrun import Overrun, at_most

# Makes one step of numcheck never end for texts that hold "endless", as a weakness of it would;
# in every process that Python starts, so that the workers of an archive have it too.
ENDLESS = """
import os
from importlib import import_module
module, name = os.environ["NUMCHECK_ENDLESS"].rsplit(".", 1)
holder = import_module(module)
real = getattr(holder, name)

def endless(given, *others, **named):
    while "endless" in str(getattr(given, "text", "")) + str(getattr(given, "name", "")):
        try:
            sum(range(1000))
        except Exception:  # what stands in many readers must not save it
            pass
    return real(given, *others, **named)

setattr(holder, name, endless)
"""
COMMAND = """
import sys, time
from numcheck.cli import main
begin = time.process_time()
status = main(sys.argv[1:])
try:
    megabytes = int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]) // 1024
except OSError:
    megabytes = 0
print(status, time.process_time() - begin, megabytes, file=sys.stderr)
"""


def ended(folder: Path, step: str, *arguments: str) -> tuple[int, str, str]:
    """Exit status, output and errors of a command within which a step does not end."""
    Path(folder, "numcheck.toml").write_text("[limits]\nseconds = 1\n")
    Path(folder, "a.txt").write_text("Some 12 men of 40 came.\n")
    Path(folder, "endless.txt").write_text("Some 13 endless men of 40 came.\n")
    Path(folder, "patch").mkdir()
    Path(folder, "patch", "sitecustomize.py").write_text(ENDLESS)
    found = os.pathsep.join([str(folder / "patch"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *arguments],
        cwd=folder, capture_output=True, text=True, timeout=60, check=True,
        env={**os.environ, "PYTHONPATH": found, "NUMCHECK_ENDLESS": step},
    )  # fmt: skip
    *errors, last = done.stderr.splitlines()
    status, seconds, megabytes = last.split()
    # Two documents have a second each.
    assert float(seconds) < 2 + 2
    assert int(megabytes) < 200
    return int(status), done.stdout, "\n".join(errors)


def test_a_file_that_cannot_be_read_in_its_seconds_is_reported_and_the_others_are_checked(
    tmp_path: Path,
) -> None:
    step = "numcheck.reading.members.format_of"
    status, out, errors = ended(
        tmp_path, step, "check", "--no-cache", "-f", "json", "a.txt", "endless.txt"
    )
    assert 2 == status
    assert ["a.txt"] == [one["id"] for one in json.loads(out)["documents"]]
    assert (
        "numcheck: endless.txt: reading took longer than 1 seconds (limit seconds); "
        "nothing more of it is read"
    ) == errors


@pytest.mark.parametrize(
    ("command", "step"),
    [
        (["check", "--no-cache"], "numcheck.api.analyse"),
        (["extract"], "numcheck.extraction.analyse"),
    ],
)
def test_a_document_that_cannot_be_checked_in_its_seconds_is_named(
    command: list[str], step: str, tmp_path: Path
) -> None:
    status, _, errors = ended(tmp_path, step, *command, "a.txt", "endless.txt")
    assert 2 == status
    assert (
        "numcheck: endless.txt: checking took longer than 1 seconds a document; leave out what is "
        "long, or raise seconds in [limits]"
    ) == errors


def test_an_archive_goes_on_without_the_document_that_overran(tmp_path: Path) -> None:
    step = "numcheck.archive.mapping.analyse"
    out = str(tmp_path / "store")
    command = ["archive", "run", "--out", out, "--jobs", "1", "--exit-zero", "a.txt", "endless.txt"]
    status, _, errors = ended(tmp_path, step, *command)
    assert 2 == status
    assert "endless.txt: checking took longer than 1 seconds (limit seconds); left out" in errors
    asked = [sys.executable, "-m", "numcheck", "archive", "query", out, "--format", "json"]
    rows = "SELECT document, count(*) AS n FROM figures GROUP BY document"
    done = subprocess.run([*asked, rows], capture_output=True, text=True, check=True)
    assert [{"document": "a.txt", "n": 2}] == json.loads(done.stdout)


def test_a_member_that_overruns_does_not_end_the_reading_of_its_archive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import io
    import zipfile

    from numcheck.reading import members

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("a", "endless", "z"):
            archive.writestr(f"{name}.txt", "Some 12 men came.")
    real = members.format_of

    def slow(source):  # type: ignore[no-untyped-def]
        while "endless" in source.name:
            pass
        return real(source)

    monkeypatch.setattr(members, "format_of", slow)
    items = list(read_bytes(packed.getvalue(), "a.zip", ReadingOptions(Limits(seconds=1))))
    assert ["a.zip/a.txt", "a.zip/endless.txt", "a.zip/z.txt"] == [
        one.place if isinstance(one, InputError) else one.id for one in items
    ]


def test_work_within_its_seconds_is_left_alone() -> None:
    with at_most(0.2):
        done = sum(range(1000))
    begin = time.thread_time()
    while time.thread_time() - begin < 0.3:
        pass
    assert 499500 == done


def test_the_clock_of_the_outer_work_rests_while_the_inner_one_runs() -> None:
    with at_most(0.3):
        with pytest.raises(Overrun), at_most(0.4):
            while True:
                pass
        begin = time.thread_time()
        while time.thread_time() - begin < 0.05:
            pass


def test_each_thread_has_its_own_seconds() -> None:
    told: list[str] = []

    def work(seconds: float, name: str) -> None:
        try:
            with at_most(seconds):
                begin = time.thread_time()
                while time.thread_time() - begin < 0.6:
                    pass
            told.append(f"{name} done")
        except Overrun:
            told.append(f"{name} ended")

    threads = [
        threading.Thread(target=work, args=given) for given in ((0.1, "one"), (30.0, "other"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ["one ended", "other done"] == told
