"""Who does the work makes no difference."""

from __future__ import annotations

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from numcheck.archive.executors import InlineExecutor
from numcheck.archive.executors import local as module
from numcheck.archive.executors.dask import DaskExecutor
from numcheck.archive.executors.local import LocalExecutor, WorkersLost, processors
from numcheck.errors import NumcheckError, UsageError
from tests.archive.articles import archive_of, content, die, fail, run, twice, write


@pytest.fixture
def plain_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool whose processes are reached without a socket, which tests must not connect."""
    monkeypatch.setattr(module, "_context", lambda: multiprocessing.get_context("spawn"))


def test_tasks_run_one_after_the_other_in_this_process() -> None:
    assert [(0, 2), (1, 4)] == list(InlineExecutor().run(twice, [1, 2]))


@pytest.mark.usefixtures("plain_start")
def test_a_pool_does_all_tasks_and_replaces_its_processes() -> None:
    with LocalExecutor(2, recycle=2) as executor:
        first = dict(executor.run(twice, iter(range(7))))
        second = dict(executor.run(twice, [5]))
    assert {number: 2 * number for number in range(7)} == first
    assert {0: 10} == second


@pytest.mark.usefixtures("plain_start")
def test_an_error_of_a_task_comes_through_and_ends_the_pool() -> None:
    with LocalExecutor(1) as executor, pytest.raises(NumcheckError, match="3: no"):
        list(executor.run(fail, [3]))


@pytest.mark.usefixtures("plain_start")
def test_a_worker_that_dies_is_said_in_one_line() -> None:
    with LocalExecutor(1) as executor, pytest.raises(WorkersLost, match="run the same command"):
        list(executor.run(die, [1]))


def test_processes_start_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= processors()
    assert module._context().get_start_method() in ("forkserver", "spawn")
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert "spawn" == module._context().get_start_method()
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    assert 1 <= processors()


@pytest.fixture
def no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dask asks the machine for its own address, by way of a connection to nowhere."""
    monkeypatch.setattr("distributed.comm.inproc.get_ip", lambda: "127.0.0.1")


@pytest.mark.usefixtures("no_address")
def test_a_cluster_finds_what_one_process_finds(tmp_path: Path) -> None:
    import distributed

    source = write(tmp_path / "in.jsonl", archive_of(16))
    run(source, tmp_path / "inline")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        run(source, tmp_path / "dask", executor=DaskExecutor(cluster.scheduler_address))
    assert content(tmp_path / "inline") == content(tmp_path / "dask")


def test_a_cluster_needs_dask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'numcheck\[cluster\]'"):
        DaskExecutor()


@pytest.mark.usefixtures("no_address")
def test_a_scheduler_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("numcheck.archive.executors.dask._PATIENCE", "100ms")
    with pytest.raises(UsageError, match="no scheduler answers"):
        list(DaskExecutor("inproc://127.0.0.1/1/1").run(twice, [1]))
