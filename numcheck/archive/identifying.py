"""Numbers and ids of documents over all shards; no two documents keep one id."""

from __future__ import annotations

from typing import Any

from numcheck.archive.storage import Storage

__all__ = ["number_documents", "renames_of"]


def number_documents(connection: Any, storage: Storage, made: list[dict[str, Any]]) -> None:
    """The table ``docs``: numbers of documents in order of ids, places in order of the inputs."""
    import pyarrow as pa

    rows: dict[str, list[Any]] = {"file": [], "shard": [], "first": [], "before": []}
    files: list[str] = []
    first = 0
    for number, shard in enumerate(made):
        inside = 0
        for part in shard["parts"]:
            name = f"{part['name']}.parquet"
            files.append(storage.address(f"documents/{name}"))
            rows["file"].append(name)
            rows["shard"].append(number)
            rows["first"].append(first)
            rows["before"].append(inside)
            first += part["documents"]
            inside += part["documents"]
    connection.register("parts", pa.table(rows))
    listed = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
    connection.execute(
        "CREATE OR REPLACE TABLE docs AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, "
        "coalesce(given_id, id) AS given, first + file_row_number AS position, shard, "
        "before + file_row_number AS place FROM read_parquet([" + listed + "], "
        "filename = true, file_row_number = true) JOIN parts "
        "ON file = regexp_extract(filename, '[^/\\\\]+$')"
    )
    connection.unregister("parts")


def renames_of(connection: Any, made: list[dict[str, Any]]) -> dict[int, list[tuple[int, str]]]:
    """Ids for documents whose input gave them the id of an earlier one: number and id by shard."""
    found = connection.execute(
        "SELECT given, list(shard ORDER BY position), list(place ORDER BY position) FROM docs "
        "GROUP BY given HAVING count(*) > 1 ORDER BY given"
    ).fetchall()
    wanted: dict[int, list[tuple[int, str]]] = {}
    for given, at, places in found:
        for copy, (shard, place) in enumerate(zip(at, places, strict=True), 1):
            if copy > 1:
                wanted.setdefault(shard, []).append((place, f"{given}~{copy}"))
    return {shard: sorted(few) for shard, few in wanted.items()}
