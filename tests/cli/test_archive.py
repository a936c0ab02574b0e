"""``numcheck archive`` on the command line."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from numcheck.archive.executors import InlineExecutor
from numcheck.archive.records import Progress, Summary
from numcheck.cli import archiving, main
from numcheck.errors import InputError
from tests.archive.articles import archive_of, write


@pytest.fixture(autouse=True)
def in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fresh processes are tested elsewhere."""
    from contextlib import nullcontext

    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(archiving, "_executor", lambda *_: nullcontext(InlineExecutor()))


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    source = write(tmp_path / "in.jsonl", archive_of(12))
    assert 1 == main(["archive", "run", str(source), "--out", str(tmp_path / "store")])
    capsys.readouterr()
    return tmp_path / "store"


def test_a_run_ends_with_a_summary_and_the_status_of_a_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(8))
    call = ["archive", "run", str(source), "--out", str(tmp_path / "store"), "--isolated"]
    assert 1 == main(call)
    out, err = capsys.readouterr()
    assert re.match(r"8 documents, \d+ figures, \d+ claims, \d stor", out)
    assert re.search(r"^findings: \d+ error", out, re.M)
    assert "" == err
    assert 0 == main([*call, "--exit-zero"])
    assert 0 == main([*call, "--select", "B3"])


def test_inputs_that_cannot_be_read_make_the_status_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(2))
    call = ["archive", "run", str(source), str(tmp_path / "gone"), "--out", str(tmp_path / "s")]
    assert 2 == main(call)
    out, err = capsys.readouterr()
    assert out.startswith("2 documents")
    assert f"numcheck: {tmp_path / 'gone'}: no such file or directory" in err


def test_nothing_to_read_leaves_no_store(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["archive", "run", str(tmp_path / "gone"), "--out", str(tmp_path / "s")])
    assert "" == capsys.readouterr().out


def test_standard_input_cannot_be_read_again(capsys: pytest.CaptureFixture[str]) -> None:
    assert 2 == main(["archive", "run", "-", "--out", "store"])
    assert "cannot be read again after an interruption" in capsys.readouterr().err


def test_a_store_where_a_file_is_gives_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(2))
    assert 2 == main(["archive", "run", str(source), "--out", str(source)])
    (line,) = capsys.readouterr().err.splitlines()
    assert "a file stands where a folder is needed; choose another --out" in line


def test_settings_that_have_no_part_are_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "numcheck.toml").write_text('baseline = "known.json"\n')
    source = write(tmp_path / "in.jsonl", archive_of(2))
    main(["archive", "run", str(source), "--out", str(tmp_path / "store")])
    assert "'baseline' has no part in archives" in capsys.readouterr().err


def test_questions_are_answered_in_three_forms(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = "SELECT id, characters, NULL AS n, [1] AS l FROM documents ORDER BY id LIMIT 2"
    call = ["archive", "query", str(store), question]
    assert 0 == main(call)
    first, *rows = capsys.readouterr().out.splitlines()
    assert ["id", "characters", "n", "l"] == first.split()
    assert 2 == len(rows)
    assert 0 == main([*call, "--format", "csv"])
    assert "id,characters,n,l\r\ndenial-0," in capsys.readouterr().out
    assert 0 == main([*call, "--format", "json"])
    assert ["denial-0", "denial-1"] == [one["id"] for one in json.loads(capsys.readouterr().out)]


def test_a_question_that_would_change_the_store_is_refused(
    store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 2 == main(["archive", "query", str(store), "DROP VIEW documents"])
    assert "a store is only read here" in capsys.readouterr().err


def test_a_report_is_written_to_a_file(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = store.parent / "report.html"
    assert 0 == main(["archive", "report", str(store), "-f", "html", "-o", str(page)])
    assert page.read_text().startswith("<!doctype html>")
    assert 0 == main(["archive", "report", str(store)])
    assert "## Findings by rule" in capsys.readouterr().out


def test_a_document_is_shown(store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == main(["archive", "show", str(store), "market-2"])
    assert "DISCREPANT" in capsys.readouterr().out
    assert 2 == main(["archive", "show", str(store), "nobody"])
    assert "no such document" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (
            Progress("map", 50, 200, 1000, 5000, 12),
            "1,000 documents (100 a second), 5,000 figures, 12 findings, 30 s left",
        ),
        (Progress("map"), "0 documents (0 a second), 0 figures, 0 findings"),
        (Progress("reduce", buckets=3, all_buckets=9), "comparing stories: 3 of 9 groups"),
        (Progress("link"), "finding stories …"),
        (Progress("assemble"), "writing tables …"),
    ],
)
def test_a_terminal_sees_how_far_it_is(progress: Progress, words: str) -> None:
    assert words == archiving._progress(progress, 10)


@pytest.mark.parametrize(
    ("seconds", "words"), [(9, "9 s"), (75, "1 min 15 s"), (3 * 3600 + 120, "3 h 02 min")]
)
def test_time_is_told_in_units_that_people_use(seconds: float, words: str) -> None:
    assert words == archiving._duration(seconds)


def test_the_line_goes_when_the_run_ends(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    line = archiving._Line()
    line(Progress("link"))
    line.clear()
    assert "" == capsys.readouterr().err
    line._on = True
    line.start -= 1
    line(Progress("link"))
    line(Progress("assemble"))
    assert "\rfinding stories …" == capsys.readouterr().err
    line.clear()
    assert capsys.readouterr().err.strip("\r ") == ""


def test_many_broken_inputs_are_counted_and_cuts_are_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    errors = tuple(InputError("broken", f"{number}.txt") for number in range(25))
    summary = Summary(1, 1, 0, 0, {"info": 1}, errors, split=1, sliced=2)
    assert 2 == archiving._close(summary, 60, "error", False)
    out, err = capsys.readouterr()
    assert "5 more inputs could not be read; see the table errors" in err
    assert "were cut where they have least in common" in err
    assert "2 stories were too large" in err
    assert "1 min 00 s, 0 documents a second" in out


def test_only_dask_has_a_scheduler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    from numcheck.archive.executors.dask import DaskExecutor
    from numcheck.archive.executors.local import LocalExecutor
    from numcheck.errors import UsageError

    with pytest.raises(UsageError, match="only --executor dask has a scheduler"):
        archiving._executor("local", None, "tcp://host:1")
    with archiving._executor("local", 3, None) as executor:
        assert isinstance(executor, LocalExecutor)
    with archiving._executor("dask", None, "tcp://host:1") as executor:
        assert isinstance(executor, DaskExecutor)
