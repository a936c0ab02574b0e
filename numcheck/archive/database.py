"""A DuckDB file of views over the tables, for people who would rather open one file.

The rows stay in the Parquet files, which many tools read. DuckDB gives every file a number by
chance; it is replaced by a fixed one, so that stores of the same documents have the same bytes.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from numcheck.archive.schema import COLUMNS, STORE
from numcheck.archive.storage import LocalStorage

__all__ = ["DATABASE", "write_database"]

DATABASE = "archive.duckdb"

_BLOCKS, _BLOCK = (0, 4096, 8192), 4096
_NUMBER = slice(124, 140)
_WORD = struct.Struct("<Q")
_FACTOR, _START, _MASK = 0xBF58476D1CE4E5B9, 5381, (1 << 64) - 1
"""Of the checksum in DuckDB's file format (``src/common/checksum.cpp``)."""


def write_database(storage: LocalStorage, scratch: str) -> None:
    """Put the file in place; the tables have to be there already.

    Args:
        storage: The store.
        scratch: A folder on the same disk.
    """
    import duckdb

    path = os.path.join(scratch, DATABASE)
    Path(path).unlink(missing_ok=True)
    with duckdb.connect(path) as database:
        database.execute("SET file_search_path = ?", [storage.root])
        for name in STORE:
            files = f"{name}/*.parquet" if name in ("documents", "figures") else f"{name}.parquet"
            columns = ", ".join(COLUMNS[name])
            database.execute(f"CREATE VIEW {name} AS SELECT {columns} FROM read_parquet('{files}')")
    _number_again(path)
    storage.adopt(path, DATABASE)


def _number_again(path: str) -> None:
    """Replace the number by chance, unless this version of DuckDB keeps its files otherwise."""
    import duckdb

    before = Path(path).read_bytes()
    data = bytearray(before)
    number = before[_NUMBER]
    for start in _BLOCKS:
        block = data[start : start + _BLOCK]
        if _WORD.unpack_from(block)[0] != _checksum(block) or block[_NUMBER] != number:
            continue
        block[_NUMBER] = bytes(len(number))
        _WORD.pack_into(block, 0, _checksum(block))
        data[start : start + _BLOCK] = block
    Path(path).write_bytes(data)
    try:
        with duckdb.connect(path, read_only=True) as database:
            database.execute("SELECT count(*) FROM duckdb_views()")
    except duckdb.Error:
        Path(path).write_bytes(before)


def _checksum(block: bytes | bytearray) -> int:
    total = _START
    for (word,) in _WORD.iter_unpack(block[_WORD.size :]):
        total ^= (word * _FACTOR) & _MASK
    return total
