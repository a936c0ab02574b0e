"""Parquet files, an article a row, read by DuckDB a few rows at a time."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.formats._table import document_of_row, roles_of
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises", "row_groups"]

SUFFIXES: tuple[str, ...] = (".parquet", ".pq")
_MAGIC = b"PAR1"
# What DuckDB says of its own query, and the copy that it was given.
_OWN_WORDS = re.compile(r" LINE \d+: .*|(?:in file )?['\"][^'\"]*['\"]")
_COUNT = "SELECT num_rows FROM parquet_file_metadata(?)"
_ROWS = 16  # fetched at a time; each may hold a whole book
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "python_enable_replacements": False,
}


def recognises(head: bytes) -> int:
    """Certainly, by the first bytes."""
    return 2 if head.startswith(_MAGIC) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of a table, one a row.

    Raises:
        InputError: Broken, or no column of text; or DuckDB is missing.
    """
    if not source.head().startswith(_MAGIC):
        what = "not Parquet, whatever its name says" if source.head() else "empty file"
        raise InputError(f"{what}; there is nothing to check", source.name)
    with _opened(source) as (table, path):
        names = [row[0] for row in _all(table, source, "DESCRIBE FROM read_parquet(?)", path)]
        roles = roles_of(names, source)
        limit = source.options.limits.file_bytes
        columns = ", ".join(_bounded(names[at], limit) for at in roles.values())
        part = source.part
        most = source.options.limits.records
        last = min(part.end, most) if part.end >= 0 else most
        query = (
            f"SELECT file_row_number, {columns} FROM read_parquet(?, file_row_number = true) "  # noqa: S608
            f"WHERE file_row_number >= {part.records} AND file_row_number < {last}"
        )
        result = _run(table, source, query, path)
        found = False
        while rows := _fetched(result, source):
            for position, *cells in rows:
                found = True
                place = f"{source.name}:{position + 1}"
                values = dict(zip(roles, cells, strict=True))
                yield document_of_row(values, place, source, position + 1)
        if not found:
            raise InputError("a table without rows; there is nothing to check", source.name)
        if last == most and _all(table, source, _COUNT, path)[0][0] > most:
            raise InputError("more rows than the limit records allows", source.name)


def row_groups(source: Source) -> list[tuple[int, int]]:
    """Rows and bytes of each row group, in order.

    Raises:
        InputError: As for :func:`read`.
    """
    query = (
        "SELECT any_value(row_group_num_rows), sum(total_compressed_size) "
        "FROM parquet_metadata(?) GROUP BY row_group_id ORDER BY row_group_id"
    )
    with _opened(source) as (table, path):
        return [(int(rows), int(size)) for rows, size in _all(table, source, query, path)]


@contextmanager
def _opened(source: Source) -> Iterator[tuple[Any, str]]:
    """A connection, and the path of the file: DuckDB reads files only."""
    import glob
    import tempfile

    try:
        import duckdb
    except ImportError as error:
        problem = "Parquet needs an extra; pip install 'numcheck[archive]'"
        raise InputError(problem, source.name) from error
    with duckdb.connect(":memory:", config=_SETTINGS) as table:
        table.execute("SET TimeZone = 'UTC'")
        if source.path and os.path.isfile(source.path):
            source.head()  # says why it cannot be opened
            yield table, glob.escape(source.path)
            return
        with tempfile.NamedTemporaryFile(suffix=".parquet") as copy:
            copy.write(source.data())
            copy.flush()
            yield table, copy.name


def _bounded(name: str, limit: int) -> str:
    """A column as text; a value larger than any article is left out before it takes memory."""
    quoted = '"' + name.replace('"', '""') + '"'
    text = f"CAST({quoted} AS VARCHAR)"
    return f"CASE WHEN strlen({text}) <= {limit} THEN {text} END"


def _run(table: Any, source: Source, query: str, path: str) -> Any:
    import duckdb

    try:
        return table.execute(query, [path])
    except (duckdb.Error, RuntimeError, UnicodeDecodeError) as error:
        raise _broken(source, error) from error


def _fetched(result: Any, source: Source) -> list[tuple[Any, ...]]:
    import duckdb

    try:
        rows: list[tuple[Any, ...]] = result.fetchmany(_ROWS)
    except (duckdb.Error, RuntimeError, UnicodeDecodeError) as error:
        raise _broken(source, error) from error
    return rows


def _all(table: Any, source: Source, query: str, path: str) -> list[tuple[Any, ...]]:
    result = _run(table, source, query, path)
    rows: list[tuple[Any, ...]] = []
    while some := _fetched(result, source):
        rows += some
    return rows


def _broken(source: Source, error: Exception) -> InputError:
    said = " ".join(str(error).split()).partition(": ")[2]
    said = _OWN_WORDS.sub("", said)[:100].strip(" :")
    return InputError(f"broken Parquet file ({said or 'cut off'})", source.name)
