"""Parquet files and DuckDB databases, through the optional package duckdb."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from numcheck.errors import FactsError
from numcheck.facts.formats._text import Digits
from numcheck.facts.row import COLUMNS, Problems, Row, unknown_column

__all__ = ["SUFFIXES", "rows"]

SUFFIXES: tuple[str, ...] = (".duckdb", ".parquet")
_BATCH = 10_000
_TABLE = "facts"


def rows(path: str, problems: Problems) -> Iterator[Row]:
    """The rows of a Parquet file, or of a database's only table or the one called ``facts``.

    Args:
        path: The file.
        problems: Takes what is wrong with its columns.

    Raises:
        FactsError: duckdb is not installed, the file cannot be read, or no table is the one.
    """
    try:
        import duckdb
    except ImportError as error:
        advice = "needs the package duckdb; install it with: pip install 'numcheck[facts]'"
        raise FactsError(f"a {os.path.splitext(path)[1][1:]} table {advice}", path) from error
    if not os.path.isfile(path):
        raise FactsError("no such file; check the path", path)
    try:
        parquet = path.lower().endswith(".parquet")
        # What a table says never reaches further than the table.
        settings: dict[str, str | bool | int | float | list[str]] = {
            "autoinstall_known_extensions": "false"
        }
        database = ":memory:" if parquet else path
        with duckdb.connect(database, read_only=not parquet, config=settings) as connection:
            if parquet:
                result = connection.execute("SELECT * FROM read_parquet(?)", [path])
            else:
                result = connection.execute(f"SELECT * FROM {_table(connection, path)}")  # noqa: S608
            yield from _read(result, path, problems)
    except duckdb.Error as error:
        reason = str(error).strip().split("\n")[0]
        raise FactsError(f"cannot be read ({reason})", path) from error


def _table(connection: Any, path: str) -> str:
    """The quoted name of the table to read."""
    found = connection.execute(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE NOT internal "
        "UNION SELECT schema_name, view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1, 2"
    ).fetchall()
    chosen = [one for one in found if one[1] == _TABLE] or found
    if len(chosen) != 1:
        names = ", ".join(name for _, name in found) or "none"
        raise FactsError(f"which table? Call it {_TABLE!r} (tables there: {names})", path)
    return ".".join('"' + part.replace('"', '""') + '"' for part in chosen[0])


def _read(result: Any, path: str, problems: Problems) -> Iterator[Row]:
    names = [str(one[0]).strip().lower().replace(" ", "_") for one in result.description]
    for shown, name in zip(result.description, names, strict=True):
        if name not in COLUMNS:
            problems.add(unknown_column(str(shown[0])), path)
    number = 0
    while batch := result.fetchmany(_BATCH):
        for record in batch:
            number += 1
            named = zip(names, record, strict=True)
            cells = {name: _text(cell) for name, cell in named if name in COLUMNS}
            yield Row(f"{path}:{number}", cells)
    if not number:
        raise FactsError("the table has no rows", path)


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        number = Decimal(repr(cell))
        return Digits(f"{number:f}".removesuffix(".0") if number.is_finite() else cell)
    if isinstance(cell, Decimal):
        return Digits(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, list):
        return "; ".join(str(one) for one in cell)
    return str(cell).strip()
