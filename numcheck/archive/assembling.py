"""Last step: the tables that people query, and the database over them.

Everything is in an order that the documents alone decide, so that the same archive gives the same
bytes, whoever did the work and however often it was interrupted.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from numcheck.archive.database import write_database
from numcheck.archive.schema import COLUMNS
from numcheck.archive.storage import LocalStorage, Storage
from numcheck.archive.told import renumbered

__all__ = ["MANIFEST", "assemble", "rows_of"]

MANIFEST = "archive.json"

_TYPES = {
    "text": "VARCHAR", "int": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN",
    "texts": "VARCHAR[]", "doubles": "DOUBLE[]",
}  # fmt: skip
_ROWS = 20_000

_OWNER = "regexp_replace({0}, '#[0-9]+$', '')"
_NUMBER = "CAST(regexp_extract({0}, '#([0-9]+)$', 1) AS BIGINT)"

_PREPARED = f"""
CREATE TABLE told AS
    SELECT row_number() OVER () AS row, * FROM (
        SELECT f.* FROM {{shard_findings}} f ANTI JOIN compared c ON c.id = f.document
        UNION ALL SELECT * FROM reduced_findings
    );
CREATE TABLE placed AS
    SELECT row, list(place ORDER BY place) AS places,
        count(DISTINCT owner) AS documents FROM (
        SELECT row, owner, d.position * 1048576 + number AS place FROM (
            SELECT row, {_OWNER.format("figure")} AS owner, {_NUMBER.format("figure")} AS number
            FROM (SELECT row, unnest(figures) AS figure FROM told)
        ) JOIN docs d ON d.id = owner
    ) GROUP BY row;
CREATE TABLE ordered AS
    SELECT row_number() OVER (ORDER BY
            list_position(['error', 'warning', 'info'], severity),
            list_position(['discrepant', 'disputed', 'implausible', 'rounding', 'unverified'],
                verdict),
            places, -len(figures), -conditions, family, code, message, row) AS number,
        told.* EXCLUDE (row), placed.documents
    FROM told LEFT JOIN placed USING (row);
CREATE TABLE counted AS
    SELECT *, row_number() OVER (PARTITION BY fingerprint ORDER BY number) AS times FROM ordered;
CREATE TABLE claimed AS
    SELECT c.*, d.position * 1048576 + {_NUMBER.format("members[1]")} AS place FROM (
        SELECT s.* FROM {{shard_claims}} s
            ANTI JOIN compared x ON x.id = {_OWNER.format("s.members[1]")}
        UNION ALL SELECT * FROM reduced_claims
    ) c JOIN docs d ON d.id = {_OWNER.format("members[1]")};
"""

_TABLES = {
    "findings": """SELECT number,
            CASE WHEN times > 1 THEN renumbered(fingerprint, times) ELSE fingerprint END
                AS fingerprint,
            rule, family, severity, verdict, label, message, explanation, document, figures,
            coalesce(documents, 0) AS documents, suppressed, reason
        FROM counted ORDER BY number""",
    "claims": """SELECT id, label, status, measure, story, len(members) AS figures, documents,
            origins FROM claimed ORDER BY place, claimed.id""",
    "claim_figures": f"""SELECT claim, pos AS place, figure, {_OWNER.format("figure")} AS document
        FROM (SELECT id AS claim, place AS claimed_at, unnest(members) AS figure,
            generate_subscripts(members, 1) AS pos FROM claimed)
        ORDER BY claimed_at, claim, pos""",
    "stories": "SELECT id, label, document FROM reduced_stories ORDER BY id, document",
    "sources": """WITH f AS (
            SELECT d.source, count(*) FILTER (WHERE verdict <> 'unverified') AS findings,
                count(*) FILTER (WHERE verdict = 'unverified') AS unverified
            FROM counted JOIN {documents} d ON d.id = counted.document
            WHERE suppressed IS NULL GROUP BY d.source)
        SELECT source, count(*) AS documents, CAST(sum(figures) AS BIGINT) AS figures,
            coalesce(any_value(f.findings), 0) AS findings,
            coalesce(any_value(f.unverified), 0) AS unverified,
            min(nullif(published, '')) AS first_published,
            max(nullif(published, '')) AS last_published
        FROM {documents} LEFT JOIN f USING (source) GROUP BY source ORDER BY source""",
    "errors": "SELECT place, problem FROM errors ORDER BY number",
    "meta": "SELECT key, value FROM meta ORDER BY key",
}


def rows_of(table: str, files: Sequence[str], *, numbered: bool = False) -> str:
    """What stands in a query for the rows of some Parquet files, be there none.

    Args:
        table: The table whose columns they have.
        files: Their addresses.
        numbered: Whether to add the column ``file_row_number``.
    """
    if files:
        listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
        return f"read_parquet([{listed}], file_row_number = {numbered})"
    columns = ", ".join(
        f"CAST(NULL AS {_TYPES[kind]}) AS {name}" for name, kind in COLUMNS[table].items()
    )
    return f"(SELECT {columns} WHERE false)"


def assemble(
    connection: Any,
    storage: Storage,
    scratch: str,
    files: Mapping[str, Sequence[str]],
    manifest: Mapping[str, Any],
) -> None:
    """Write the tables, the database and the manifest.

    Args:
        connection: A DuckDB connection with the tables ``docs``, ``errors``, ``meta``,
            ``compared``, ``reduced_findings``, ``reduced_claims`` and ``reduced_stories``.
        storage: The store.
        scratch: A local folder, on the disk of the store where that is local.
        files: Addresses of the Parquet files of the shards: ``documents``, ``shard_findings``,
            ``shard_claims``.
        manifest: What the manifest says.
    """
    rows = {name: rows_of(name, some) for name, some in files.items()}
    connection.create_function("renumbered", renumbered, ["VARCHAR", "BIGINT"], "VARCHAR")
    # One thread writes rows in order and cuts groups at the same rows every time.
    connection.execute("SET threads = 1")
    for statement in _PREPARED.split(";"):
        if statement.strip():
            connection.execute(statement.format(**rows))
    written = {}
    for name, query in _TABLES.items():
        path = os.path.join(scratch, f"{name}.parquet")
        connection.execute(
            f"COPY ({query.format(**rows)}) TO '{_quoted(path)}' "
            f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_ROWS})"
        )
        written[name] = path
    for name, path in written.items():
        storage.adopt(path, f"{name}.parquet")
    if isinstance(storage, LocalStorage):
        write_database(storage, scratch)
    storage.write(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode() + b"\n")


def _quoted(path: str) -> str:
    return path.replace("'", "''")
