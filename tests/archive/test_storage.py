"""Files of a store: whole or not at all, and clear words where that fails."""

from __future__ import annotations

import errno
import os
import pickle
import subprocess
import sys
from pathlib import Path

import fsspec
import pytest

from numcheck.archive import storage as module
from numcheck.archive.parquet import read_table, write_table
from numcheck.archive.schema import arrow_schema, empty
from numcheck.archive.storage import (
    LocalStorage,
    RemoteStorage,
    StorageError,
    open_address,
    storage_at,
)
from numcheck.errors import InputError, UsageError


@pytest.fixture(params=["local", "remote"])
def anywhere(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    if request.param == "local":
        return storage_at(str(tmp_path / "store"))
    return storage_at(f"memory://{tmp_path.name}/store")


def test_what_is_written_is_read(anywhere: LocalStorage) -> None:
    assert anywhere.read("a/b.bin") is None
    assert [] == anywhere.names("a")
    anywhere.write("a/b.bin", b"one")
    anywhere.write("a/b.bin", b"two")
    anywhere.write("a/a.bin", b"")
    assert b"two" == anywhere.read("a/b.bin")
    assert ["a.bin", "b.bin"] == anywhere.names("a")
    anywhere.remove("a/b.bin")
    anywhere.remove("a/b.bin")
    assert ["a.bin"] == anywhere.names("a")


def test_a_finished_file_can_be_adopted(anywhere: LocalStorage, tmp_path: Path) -> None:
    made = tmp_path / "made"
    made.write_bytes(b"x")
    anywhere.write("other", b"")
    anywhere.adopt(str(made), "taken")
    assert b"x" == anywhere.read("taken")
    assert not made.exists()


def test_a_storage_travels_to_other_processes(anywhere: LocalStorage) -> None:
    anywhere.write("a", b"1")
    assert b"1" == pickle.loads(pickle.dumps(anywhere)).read("a")  # noqa: S301


def test_addresses_are_not_paths(tmp_path: Path) -> None:
    assert isinstance(storage_at("memory://x/y"), RemoteStorage)
    assert str(tmp_path / "x") == storage_at(str(tmp_path / "x")).address("")[:-1]
    assert "memory://x/y/z" == storage_at("memory://x/y/").address("z")


def test_half_a_file_is_never_seen_and_swept_away(tmp_path: Path) -> None:
    (tmp_path / "shards").mkdir()
    (tmp_path / "shards" / "a.json.77.unfinished").write_text("half")
    local = LocalStorage(str(tmp_path))
    assert [] == local.names("shards")
    local.sweep("shards")
    local.sweep("nowhere")
    assert [] == os.listdir(tmp_path / "shards")


def test_data_reaches_the_disk_before_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deeds: list[str] = []
    replace = os.replace
    monkeypatch.setattr(os, "fsync", lambda _: deeds.append("sync"))
    monkeypatch.setattr(os, "replace", lambda a, b: (deeds.append("rename"), replace(a, b)))
    LocalStorage(str(tmp_path)).write("a", b"1")
    assert ["sync", "rename", "sync"] == deeds


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full; make room and run the same command again"),
        (errno.EROFS, "cannot write here (permission denied); choose another --out"),
        (errno.EACCES, "cannot write here (permission denied); choose another --out"),
        (errno.ENOTDIR, "a file stands where a folder is needed; choose another --out"),
        (errno.EIO, "cannot write (input/output error)"),
    ],
)
def test_a_disk_that_fails_is_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    local = LocalStorage(str(tmp_path))
    local.write("kept", b"1")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError) as caught:
        local.write("new", b"2")
    assert words in str(caught.value)
    assert "new" in caught.value.place
    assert ["kept"] == os.listdir(tmp_path)


def test_a_full_disk_loses_nothing_that_was_complete(tmp_path: Path) -> None:
    script = (
        "import resource, sys\n"
        "from numcheck.archive.storage import LocalStorage\n"
        "from numcheck.errors import NumcheckError\n"
        "store = LocalStorage(sys.argv[1])\n"
        "store.write('small', b'1' * 1000)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))\n"
        "try:\n    store.write('large', b'1' * 100000)\n"
        "except NumcheckError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert "the disk is full; make room" in done.stdout
    assert ["small"] == os.listdir(tmp_path)


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="a file stands where a folder is needed"):
        LocalStorage(str(tmp_path / "file")).write("a", b"")
    with pytest.raises(StorageError):
        LocalStorage(str(tmp_path)).read("file/x")
    with pytest.raises(StorageError):
        LocalStorage(str(tmp_path / "nowhere")).adopt(str(tmp_path / "file"), "x")


def test_a_remote_place_that_refuses_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    remote = RemoteStorage("memory://refuses")

    def fail(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(remote.files, "pipe_file", fail)
    with pytest.raises(StorageError, match="permission denied"):
        remote.write("a", b"")
    monkeypatch.setattr(remote.files, "cat_file", fail)
    with pytest.raises(StorageError, match="permission denied"):
        remote.read("a")


def test_a_kind_of_address_that_nobody_knows_is_one_clear_line() -> None:
    with pytest.raises(UsageError, match="this kind of address cannot be opened"):
        storage_at("carrier-pigeon://loft")


def test_an_address_opens_as_a_stream() -> None:
    with fsspec.open("memory://streams/a.txt", "wb") as stream:
        stream.write(b"text")
    with open_address("memory://streams/a.txt") as stream:
        assert b"text" == stream.read()
    with pytest.raises(InputError, match="cannot be opened"):
        open_address("memory://streams/b.txt")


def test_addresses_need_fsspec(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    with pytest.raises(UsageError, match=r"pip install 'numcheck\[archive\]'"):
        module.file_system("s3://bucket")


def test_a_table_has_the_same_bytes_every_time(tmp_path: Path) -> None:
    one, other = LocalStorage(str(tmp_path / "1")), LocalStorage(str(tmp_path / "2"))
    table = arrow_schema("errors").empty_table()
    write_table(one, "t", table)
    write_table(other, "t", table)
    assert one.read("t") == other.read("t")
    assert empty("errors") == read_table(one, "t")


def test_a_missing_or_broken_table_is_one_clear_line(tmp_path: Path) -> None:
    local = LocalStorage(str(tmp_path))
    with pytest.raises(StorageError, match="a file of the store is missing; run again"):
        read_table(local, "t")
    local.write("t", b"PAR1 nonsense")
    with pytest.raises(StorageError, match="broken"):
        read_table(local, "t")
