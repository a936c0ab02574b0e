"""Units of work: read one by one, they give what the inputs give."""

from __future__ import annotations

import gzip
import io
import json
import pickle
import tarfile
import zipfile
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.ranges import byte_range
from numcheck.reading.splitting import record_after
from numcheck.reading.units import Unit, documents, identity, read_unit, units

SAMPLES = Path(__file__).parent / "samples"


def record(number: int, lead: str = "") -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>{lead}Fares rose {number}%.</p>"
    head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n{body}\r\n\r\n".encode()


def make(name: str, directory: Path) -> str:
    """A file of forty articles."""
    path = directory / name
    if name.endswith(".jsonl"):
        lines = [json.dumps({"text": f"Fares rose {n}%."}) for n in range(40)]
        path.write_text("\n".join([*lines[:20], "", "broken", *lines[20:]]))
    elif name.endswith(".zip"):
        with zipfile.ZipFile(path, "w") as archive:
            for number in range(40):
                archive.writestr(f"{number}.txt", f"Fares rose {number}%.")
    elif name.endswith(".tar"):
        with tarfile.open(path, "w") as tar:
            for number in range(40):
                data = f"Fares rose {number}%.".encode()
                info = tarfile.TarInfo(f"{'long' * 40}/{number}.txt")
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    elif name.endswith(".warc"):
        path.write_bytes(b"".join(map(record, range(40))))
    elif name.endswith(".warc.gz"):
        path.write_bytes(b"".join(gzip.compress(record(number)) for number in range(40)))
    else:
        import duckdb

        rows = "SELECT 'Fares rose ' || i || '%.' AS text FROM range(9000) t(i)"
        duckdb.execute(f"COPY ({rows}) TO '{path}' (ROW_GROUP_SIZE 2048)")
    return str(path)


@pytest.mark.parametrize("name", ["a.jsonl", "a.zip", "a.tar", "a.warc", "a.warc.gz", "a.parquet"])
def test_units_together_give_what_the_file_gives(name: str, tmp_path: Path) -> None:
    path = make(name, tmp_path)
    found = list(units([path], size=200))
    assert len(found) > 3
    parts = [item for unit in found if isinstance(unit, Unit) for item in read_unit(unit)]
    whole = list(documents([path]))
    assert len(whole) >= 40
    assert list(map(str, whole)) == list(map(str, parts))
    identities = [identity(unit) for unit in found if isinstance(unit, Unit)]
    assert len(found) == len(set(identities))
    assert {64} == {len(one) for one in identities}


def test_a_unit_travels_between_processes(tmp_path: Path) -> None:
    unit = Unit("a.jsonl", "bytes", 10, 20, 3, 10)
    assert unit == pickle.loads(pickle.dumps(unit))  # noqa: S301


def test_small_files_and_those_that_cannot_be_split_are_one_unit_each(tmp_path: Path) -> None:
    names = ["ferry.eml", "ferry.jsonl.gz", "ferry.mbox", "ferry.pdf"]
    found = list(units([str(SAMPLES / name) for name in names], size=10))
    assert ["file"] * 4 == [unit.kind for unit in found if isinstance(unit, Unit)]
    assert [(SAMPLES / name).stat().st_size for name in names] == [
        unit.size for unit in found if isinstance(unit, Unit)
    ]


def test_an_identity_is_of_the_content_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Fares rose 5%.")
    (tmp_path / "b.txt").write_text("Fares rose 5%.")
    (tmp_path / "c.txt").write_text("Fares rose 6%.")
    same, copy, other = (identity(Unit(str(tmp_path / f"{name}.txt"))) for name in "abc")
    assert same == copy != other


def test_a_member_that_changes_changes_its_unit_alone(tmp_path: Path) -> None:
    before = [
        identity(unit)
        for unit in units([make("a.zip", tmp_path)], size=400)
        if isinstance(unit, Unit)
    ]
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        for number in range(40):
            archive.writestr(f"{number}.txt", f"Fares rose {99 if number == 0 else number}%.")
    path = str(tmp_path / "b.zip")
    after = [identity(unit) for unit in units([path], size=400) if isinstance(unit, Unit)]
    assert [True, *[False] * (len(before) - 1)] == [
        one != other for one, other in zip(before, after, strict=True)
    ]


def test_what_cannot_be_read_is_an_error_in_its_place(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.txt")
    (tmp_path / "a.zip").write_bytes(b"PK\3\4" + bytes(90))
    (unit,) = units([missing])
    assert isinstance(unit, Unit)
    with pytest.raises(InputError, match="no such file or directory"):
        identity(unit)
    (error,) = units([str(tmp_path / "a.zip")], size=10)
    assert isinstance(error, InputError)
    (none,) = units([str(tmp_path / "*.md")])
    assert isinstance(none, InputError)
    assert [str(none)] == [str(item) for item in documents([str(tmp_path / "*.md")])]


def test_a_column_travels_with_its_table(tmp_path: Path) -> None:
    table = tmp_path / "a.csv"
    table.write_text("first,second\nFares rose 5%.,Fares fell 2%.\n")
    (unit,) = units([f"{table}#second"])
    assert isinstance(unit, Unit)
    (document,) = read_unit(unit)
    assert isinstance(document, Document)
    assert "Fares fell 2%." == document.text


def test_files_may_stand_elsewhere(tmp_path: Path) -> None:
    path = make("a.jsonl", tmp_path)

    def opener(name: str) -> BinaryIO:
        assert "store://a.jsonl" == name
        return open(path, "rb")

    found = list(units(["store://a.jsonl"], size=400, opener=opener))
    parts = [
        item.text
        for unit in found
        if isinstance(unit, Unit)
        for item in read_unit(unit, opener=opener)
        if isinstance(item, Document)
    ]
    assert [f"Fares rose {number}%." for number in range(40)] == parts
    assert isinstance(found[0], Unit)
    assert 64 == len(identity(found[0], opener=opener))


def test_a_store_that_cannot_tell_lengths_gives_whole_files() -> None:
    def opener(name: str) -> BinaryIO:
        raise OSError(5, "Input/output error")

    (unit,) = units(["store://a.jsonl"], opener=opener)
    assert Unit("store://a.jsonl") == unit


@given(st.lists(st.text("ab\n", max_size=30), max_size=20), st.integers(1, 40))
def test_any_lines_are_split_at_line_ends(pieces: list[str], size: int) -> None:
    data = "".join(pieces).encode() * 3

    def opener(name: str) -> BinaryIO:
        return io.BytesIO(b'{"text": "5"}\n' + data)

    found = list(units(["x://a.jsonl"], size=size, opener=opener))
    parts = [
        (str(item) if isinstance(item, InputError) else item.id)
        for unit in found
        if isinstance(unit, Unit)
        for item in read_unit(unit, opener=opener)
    ]
    whole = [
        (str(item) if isinstance(item, InputError) else item.id)
        for item in read_unit(Unit("x://a.jsonl"), opener=opener)
    ]
    assert whole == parts


def test_the_next_record_is_found_across_the_edge_of_a_block() -> None:
    lead = "x" * (1024 * 1024 - 60)
    data = record(1, lead) + record(2)
    assert len(record(1, lead)) == record_after(io.BytesIO(data), 1)
    assert -1 == record_after(io.BytesIO(data), len(record(1, lead)) + 1)


@given(st.binary(max_size=60), st.integers(0, 60), st.integers(-1, 60), st.integers(0, 60))
def test_a_range_reads_like_a_file(data: bytes, start: int, end: int, at: int) -> None:
    stop = len(data) if end < 0 else max(end, start)
    with byte_range(io.BytesIO(data), start, -1 if end < 0 else stop) as part:
        assert data[start:stop] == part.read()
        part.seek(at)
        assert data[start:stop][at:] == part.read()
