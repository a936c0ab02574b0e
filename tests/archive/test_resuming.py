"""Runs that were interrupted end as if nobody had disturbed them."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from numcheck.archive import mapping, running
from numcheck.archive.mapping import map_shard
from numcheck.archive.storage import LocalStorage
from tests.archive.articles import archive_of, ask, content, fire, run, write


class Stopped(BaseException):
    """Stands for the end of a process."""


@pytest.mark.parametrize("share", [0.05, 0.35, 0.6, 0.85, 0.97])
def test_a_run_that_stops_at_any_write_ends_with_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(24))
    writes: list[str] = []
    put = LocalStorage._replace
    limit = 10**9

    def counted(self: LocalStorage, unfinished: Path, target: Path) -> None:
        if len(writes) >= limit:
            raise Stopped
        writes.append(target.name)
        put(self, unfinished, target)

    monkeypatch.setattr(LocalStorage, "_replace", counted)
    run(source, tmp_path / "whole")
    limit = int(len(writes) * share)
    writes.clear()
    with pytest.raises(Stopped):
        run(source, tmp_path / "broken")
    limit = 10**9
    run(source, tmp_path / "broken")
    assert content(tmp_path / "whole") == content(tmp_path / "broken")


def test_finished_shards_are_not_read_for_figures_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(24))
    run(source, tmp_path / "store")
    before = content(tmp_path / "store")
    read: list[int] = []
    monkeypatch.setattr(
        mapping, "map_shard", lambda *given: read.append(len(given[0])) or map_shard(*given)
    )
    run(source, tmp_path / "store")
    assert [] == read
    assert before == content(tmp_path / "store")


def test_only_new_and_changed_files_are_checked_and_removed_ones_leave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    documents = archive_of(30)
    for number in range(5):
        write(files / f"{number}.jsonl", documents[number * 6 : number * 6 + 6])
    run(files, tmp_path / "store", shard_bytes=1024)
    read: list[list[str]] = []
    monkeypatch.setattr(
        mapping,
        "map_shard",
        lambda *given: read.append([one.id for one in given[0]]) or map_shard(*given),
    )
    (files / "1.jsonl").unlink()
    changed = archive_of(60)[30:36]
    write(files / "3.jsonl", changed)
    write(files / "9.jsonl", [fire(99, "Pellaby", "4", "", "2024-05-01")])
    run(files, tmp_path / "store", shard_bytes=1024)
    again = {name for part in read for name in part}
    assert {*(one.id for one in changed), "fire-99"} <= again
    assert again.isdisjoint(one.id for one in (*documents[:6], *documents[12:18]))
    run(files, tmp_path / "fresh", shard_bytes=1024)
    assert content(tmp_path / "fresh") == content(tmp_path / "store")


def test_other_rules_check_everything_again(tmp_path: Path) -> None:
    from dataclasses import replace

    from numcheck.archive.executors import InlineExecutor
    from numcheck.archive.plan import make_plan
    from tests.archive.articles import RULES

    source = write(tmp_path / "in.jsonl", archive_of(8))
    store = tmp_path / "store"
    run(source, store)
    fewer = type(RULES)(
        tuple(replace(rule, enabled=False) for rule in RULES.rules), RULES.vocabulary
    )
    running.run_archive([str(source)], make_plan(str(store), fewer), InlineExecutor())
    assert [(0,)] == ask(store, "SELECT count(*) FROM findings")


def test_documents_of_one_id_get_ids_of_their_own_wherever_they_are(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    one, two = archive_of(12)[:6], archive_of(12)[3:9]
    write(files / "a.jsonl", one)
    write(files / "b.jsonl", two)
    run(files, tmp_path / "store", shard_bytes=1024)
    ids = [row[0] for row in ask(tmp_path / "store", "SELECT id FROM documents ORDER BY id")]
    common = {each.id for each in one} & {each.id for each in two}
    wanted = {each.id for each in (*one, *two)} | {f"{name}~2" for name in common}
    assert sorted(wanted) == ids
    (files / "a.jsonl").unlink()
    run(files, tmp_path / "store", shard_bytes=1024)
    ids = [row[0] for row in ask(tmp_path / "store", "SELECT id FROM documents ORDER BY id")]
    assert sorted(each.id for each in two) == ids


def command(source: Path, store: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "numcheck", "archive", "run", str(source), "--out", str(store),
        "--jobs", "1", "--isolated", "--shard-bytes", "2000", "--exit-zero", *more,
    ]  # fmt: skip


def test_a_killed_process_loses_nothing(tmp_path: Path) -> None:
    source = write(tmp_path / "in.jsonl", archive_of(40))
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    subprocess.run(command(source, whole), check=True, capture_output=True)
    for finished in (1, 6):
        shutil.rmtree(broken, ignore_errors=True)
        process = subprocess.Popen(
            command(source, broken), stdout=subprocess.DEVNULL, start_new_session=True
        )
        folder = broken / "shards"
        while process.poll() is None and len(list(folder.glob("*.json"))) < finished:
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert not (broken / "archive.json").exists()
        subprocess.run(command(source, broken), check=True, capture_output=True)
        assert content(whole) == content(broken)
