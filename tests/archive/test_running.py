"""A run from end to end, wherever its inputs and its store are."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import duckdb
import fsspec
import pytest

from numcheck.archive.mapping import MapTask, map_units
from numcheck.archive.plan import make_plan
from numcheck.archive.records import Progress
from numcheck.archive.sharding import inputs_size, shards
from numcheck.errors import InputError, UsageError
from numcheck.reading import ReadingOptions
from numcheck.reading.units import Unit
from tests.archive.articles import RULES, archive_of, ask, content, fire, run, write


def test_progress_is_told_step_by_step(tmp_path: Path) -> None:
    seen: list[tuple[str, int, int]] = []

    def tell(progress: Progress) -> None:
        seen.append((progress.step, progress.documents, progress.bytes))

    source = write(tmp_path / "in.jsonl", archive_of(20))
    summary = run(source, tmp_path / "store", tell=tell)
    assert ["map", "link", "reduce", "assemble"] == list(dict.fromkeys(step for step, _, _ in seen))
    assert (20, source.stat().st_size) == seen[-1][1:]
    assert (20, summary.figures) == (
        summary.documents,
        ask(tmp_path / "store", "SELECT count(*) FROM figures")[0][0],
    )


def test_inputs_that_cannot_be_read_are_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(3))
    with source.open("a") as stream:
        stream.write('{"text": \n')
    summary = run(source, tmp_path / "store")
    assert 3 == summary.documents
    (error,) = summary.errors
    assert error.place.endswith("in.jsonl:4")
    assert [(error.place, error.problem)] == ask(tmp_path / "store", "FROM errors")


def test_without_documents_there_is_no_store(tmp_path: Path) -> None:
    summary = run(tmp_path / "nowhere.txt", tmp_path / "store")
    assert 0 == summary.documents
    assert 1 == len(summary.errors)
    assert not (tmp_path / "store" / "archive.json").exists()


def test_a_unit_that_goes_while_it_waits_is_an_error_of_its_own(tmp_path: Path) -> None:
    plan = make_plan(str(tmp_path), RULES)
    shard = map_units(MapTask(plan, (Unit(str(tmp_path / "gone.jsonl")),)))
    assert [] == shard["parts"]
    assert 1 == len(shard["errors"])


def test_figures_may_be_none_at_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing to count.\n")
    assert 0 == run(tmp_path / "a.txt", tmp_path / "store").figures
    assert [(0,)] == ask(tmp_path / "store", "SELECT count(*) FROM claims")


def test_inputs_and_stores_may_be_addresses(tmp_path: Path) -> None:
    documents = archive_of(12)
    source = write(tmp_path / "in.jsonl", documents)
    with fsspec.open("memory://news/in.jsonl", "wb") as stream:
        stream.write(source.read_bytes())
    summary = run("memory://news", "memory://store")
    files = fsspec.filesystem("memory")
    found = duckdb.connect()
    found.register_filesystem(files)
    count = found.execute("SELECT count(*) FROM 'memory://store/findings.parquet'").fetchone()
    assert 12 == summary.documents
    run(source, tmp_path / "local")
    assert ask(tmp_path / "local", "SELECT count(*) FROM findings") == [count]
    assert not files.exists("/store/archive.duckdb")


def test_an_address_that_is_not_there_is_an_error_in_its_place(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(2))
    error, units = list(
        shards([str(source), "memory://nowhere/x.jsonl", "pigeon://x"], ReadingOptions())
    )
    assert isinstance(error, InputError)
    assert "pigeon://x" == error.place
    assert isinstance(units, tuple)
    shard = map_units(MapTask(make_plan(str(tmp_path / "store"), RULES), units[1:]))
    assert ["memory://nowhere/x.jsonl"] == [place for place, _ in shard["errors"]]


def test_patterns_are_found_behind_addresses() -> None:
    for name in ("a.jsonl", "b.jsonl", "c.txt"):
        with fsspec.open(f"memory://many/{name}", "wb") as stream:
            stream.write(b'{"text": "One."}\n')
    found = list(shards(["memory://many/*.jsonl"], ReadingOptions()))
    names = [unit.name for one in found if isinstance(one, tuple) for unit in one]
    assert ["memory:///many/a.jsonl", "memory:///many/b.jsonl"] == names
    assert 34 == inputs_size(["memory://many/*.jsonl"], ReadingOptions())


def test_a_web_address_is_taken_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "numcheck.archive.sharding.open_address",
        lambda name: asked.append(name) or fsspec.filesystem("memory").open("/many/c.txt"),
    )
    monkeypatch.setattr(
        "numcheck.archive.sharding.file_system",
        lambda url: (fsspec.filesystem("memory"), url),
    )
    found = list(shards(["https://example.org/c.txt"], ReadingOptions()))
    assert ["https://example.org/c.txt"] == [unit.name for one in found for unit in one]


def test_small_files_share_a_shard_and_a_new_one_disturbs_few(tmp_path: Path) -> None:
    def names() -> set[tuple[str, ...]]:
        found = shards([str(tmp_path)], ReadingOptions(), 2_000)
        return {tuple(unit.name for unit in one) for one in found if isinstance(one, tuple)}

    for number in range(60):
        (tmp_path / f"{number:03}.txt").write_text("Nine were seen. " * (10 + number % 5))
    before = names()
    assert 60 == sum(map(len, before))
    assert len(before) < 40
    (tmp_path / "0005.txt").write_text("Ten were seen.")
    assert len(before & names()) > len(before) // 2


def test_archives_need_duckdb_and_arrow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"pip install 'numcheck\[archive\]'"):
        run(tmp_path, tmp_path / "store")


def test_a_cluster_that_loses_a_worker_ends_with_the_same_bytes(tmp_path: Path) -> None:
    source = write(
        tmp_path / "in.jsonl",
        [fire(number, "Lindmoor", str(number % 4 + 5), "", "2024-05-01") for number in range(60)],
    )
    run(source, tmp_path / "inline", part_documents=1000)
    port = _free_port()
    dask = [sys.executable, "-m", "distributed.cli"]
    scheduler = subprocess.Popen(
        [*dask[:2], "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port,
         "--no-dashboard"],
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"tcp://127.0.0.1:{port}"
    workers = [
        subprocess.Popen(
            [*dask[:2], "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny",
             "--no-dashboard"],
            stderr=subprocess.DEVNULL,
        )
        for _ in range(2)
    ]  # fmt: skip
    try:
        client = subprocess.Popen(
            [sys.executable, "-m", "numcheck", "archive", "run", str(source), "--out",
             str(tmp_path / "dask"), "--executor", "dask", "--scheduler", address, "--isolated",
             "--shard-bytes", "4000", "--exit-zero"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        while client.poll() is None and not list((tmp_path / "dask").glob("shards/*.json")):
            time.sleep(0.02)
        workers[0].kill()
        _, problem = client.communicate(timeout=120)
        assert (0, "") == (client.returncode, problem)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()
    assert content(tmp_path / "inline") == content(tmp_path / "dask")


def _free_port() -> str:
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])
