"""Questions to a store, in SQL, by people who may not change or reach anything else."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from numcheck.archive.assembling import MANIFEST
from numcheck.archive.schema import COLUMNS, STORE, VERSION
from numcheck.archive.storage import is_address
from numcheck.errors import NumcheckError, UsageError

__all__ = ["Answer", "QueryError", "ask", "opened"]

_MEMORY = "1GB"
_ECHO = re.compile(r"LINE \d+:|Possible solutions")
_KIND = re.compile(r"^[A-Z][A-Za-z ]+ Error: ")
Answer = tuple[list[str], list[tuple[Any, ...]]]
"""Names of columns, and rows."""


class QueryError(NumcheckError):
    """A question that the store cannot answer."""


@contextmanager
def opened(root: str) -> Iterator[Any]:
    """A connection to a store that can read its tables and nothing else.

    Args:
        root: The folder of the store.

    Yields:
        A DuckDB connection with a view for each table. It opens no file outside of the store,
        loads no extension, and these settings are locked.

    Raises:
        UsageError: There is no finished store, or DuckDB is missing.
    """
    folder = _checked(root)
    try:
        import duckdb
    except ImportError as error:
        raise UsageError("needs DuckDB: pip install 'numcheck[archive]'", root) from error
    settings: dict[str, Any] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "memory_limit": _MEMORY,
        "temp_directory": "",
        "allowed_directories": [folder + os.sep],
        "enable_external_access": False,
    }
    connection = duckdb.connect(":memory:")
    try:
        for name, value in settings.items():
            connection.execute(f"SET {name} = ?", [value])
        for name in STORE:
            source = f"'{_files(folder, name)}'"
            columns = ", ".join(COLUMNS[name])
            rows = f"read_parquet({source})"
            connection.execute(f"CREATE VIEW {name} AS SELECT {columns} FROM {rows}")
        connection.execute("SET lock_configuration = true")
        yield connection
    except duckdb.IOException as error:
        problem = "a table of the store is missing or broken; run `numcheck archive run` again"
        raise UsageError(problem, root) from error
    finally:
        connection.close()


def _files(folder: str, name: str) -> str:
    several = name in ("documents", "figures")
    path = os.path.join(folder, name, "*.parquet") if several else f"{folder}/{name}.parquet"
    return path.replace("'", "''")


def _checked(root: str) -> str:
    """The folder of a finished store whose tables this version knows."""
    if is_address(root):
        raise UsageError("questions need a folder; copy the store from its address first", root)
    folder = os.path.abspath(root)
    try:
        with open(os.path.join(folder, MANIFEST), encoding="utf-8") as stream:
            manifest = json.load(stream)
    except FileNotFoundError as error:
        problem = f"no finished store here; make one: numcheck archive run INPUT... --out {root}"
        raise UsageError(problem, root) from error
    except (OSError, ValueError) as error:
        raise UsageError(f"the store cannot be read ({error})", root) from error
    if manifest.get("schema") != VERSION:
        problem = (
            f"the store has tables of version {manifest.get('schema')}, and this is version "
            f"{VERSION}; run `numcheck archive run` again"
        )
        raise UsageError(problem, root)
    return folder


def ask(root: str, question: str) -> Answer:
    """Answer a question.

    Args:
        root: The folder of the store.
        question: One SELECT (also WITH, FROM, DESCRIBE, SHOW, EXPLAIN).

    Returns:
        Names of columns, and rows.

    Raises:
        QueryError: Not such a question, or one that fails.
        UsageError: There is no finished store.
    """
    import duckdb

    with opened(root) as connection:
        try:
            statements = connection.extract_statements(question)
        except duckdb.Error as error:
            raise QueryError(_plainly(error), "query") from error
        allowed = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
        if len(statements) != 1 or statements[0].type not in allowed:
            raise QueryError("one SELECT is needed; a store is only read here", "query")
        try:
            found = connection.execute(statements[0])
            names = [column[0] for column in found.description]
            return names, found.fetchall()
        except duckdb.Error as error:
            raise QueryError(_plainly(error), "query") from error


def _plainly(error: Exception) -> str:
    """DuckDB's words in one line, without the kind of error and the question over again."""
    lines = []
    for line in str(error).splitlines():
        if _ECHO.match(line):
            break
        lines += [line.strip()] if line.strip() else []
    told = " ".join(lines)
    unknown = told.startswith(("Binder", "Catalog"))
    told = _KIND.sub("", told).rstrip("!. ").replace("! ", "; ")
    return f'{told} ("DESCRIBE" lists tables and columns)' if unknown else told
