"""Between mapping and reducing: the rows of each bucket put together.

DuckDB joins and sorts them by bucket, on disk, and they are taken out a few buckets at a time: no
step holds them all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from numcheck.archive.assembling import rows_of

__all__ = ["buckets", "denials"]

_WINDOW = 4
"""Buckets that are taken out at a time."""

_QUERIES = {
    "documents": """SELECT a.bucket, a.doc, a.component, d.position, t.* EXCLUDE (given_id)
        FROM assigned a JOIN docs d ON d.n = a.doc JOIN {documents} t ON t.id = d.id
        ORDER BY a.bucket, a.doc""",
    "terms": """SELECT a.bucket, a.doc, pos, term, weight, coalesce(c, 1) AS frequency
        FROM bag JOIN assigned a USING (doc) LEFT JOIN freq USING (term)
        ORDER BY a.bucket, a.doc, pos""",
    "figures": """SELECT a.bucket, f.* FROM assigned a JOIN docs d ON d.n = a.doc
        JOIN {figures} f ON f.document = d.id ORDER BY a.bucket, a.doc, f.number""",
    "raised": """SELECT a.bucket, r.* EXCLUDE (file_row_number)
        FROM assigned a JOIN docs d ON d.n = a.doc JOIN {shard_raised} r ON r.document = d.id
        ORDER BY a.bucket, a.doc, r.file_row_number""",
    "links": """SELECT DISTINCT p.bucket, l.a, l.b FROM links l
        JOIN assigned p ON p.doc = l.a JOIN assigned q ON q.doc = l.b
        WHERE p.component = q.component ORDER BY p.bucket, l.a, l.b""",
    "denials": """SELECT DISTINCT p.bucket, l.a, l.b FROM denied l
        JOIN assigned p ON p.doc = l.a JOIN assigned q ON q.doc = l.b
        WHERE p.component = q.component ORDER BY p.bucket, l.a, l.b""",
}

_WINDOWS = {
    # Lists are made of a few buckets at a time: while they are made, they are held in memory.
    "documents": """SELECT d.*, terms, weights, frequencies
        FROM bucket_documents d JOIN (
            SELECT doc, list(term ORDER BY pos) AS terms, list(weight ORDER BY pos) AS weights,
                list(frequency ORDER BY pos) AS frequencies
            FROM bucket_terms WHERE bucket >= {start} AND bucket < {end} GROUP BY doc
        ) USING (doc)
        WHERE d.bucket >= {start} AND d.bucket < {end} ORDER BY d.bucket, doc""",
    **{
        name: f"FROM bucket_{name} WHERE bucket >= {{start}} AND bucket < {{end}}"
        for name in ("figures", "raised", "links", "denials")
    },
}

_DENIED = """
CREATE TABLE denied AS
WITH numbers AS (
    SELECT d.n, d.position, f.number, f.value, f.kind, f.unit, f.stance, f.bound, f.furniture
    FROM {figures} f JOIN docs d ON d.id = f.document
    WHERE f.value >= 20 AND f.kind IN
        ('count', 'money', 'percent', 'measure', 'duration', 'age', 'multiplier')
), wanted AS (
    SELECT DISTINCT value, kind, unit FROM numbers WHERE stance = 'denied' AND NOT furniture
), equal AS (
    SELECT x.* FROM numbers x SEMI JOIN wanted w
        ON w.value = x.value AND w.kind = x.kind AND w.unit IS NOT DISTINCT FROM x.unit
    QUALIFY row_number() OVER (
        PARTITION BY x.value, x.kind, x.unit ORDER BY x.position, x.number) <= 50
    OR x.stance = 'denied'
)
SELECT DISTINCT least(x.n, y.n) AS a, greatest(x.n, y.n) AS b
FROM equal x JOIN equal y
    ON y.value = x.value AND y.kind = x.kind AND y.unit IS NOT DISTINCT FROM x.unit
WHERE x.stance = 'denied' AND NOT x.furniture AND x.n <> y.n AND x.bound = y.bound
    AND NOT y.furniture AND y.stance IN ('asserted', 'attributed', 'unconfirmed')
"""


def denials(connection: Any, files: Mapping[str, Sequence[str]]) -> None:
    """Make the table ``denied``: documents of which one may deny a number that the other gives.

    The same candidates as the check ``denial`` has: equal numbers, the first fifty of each.
    """
    connection.execute(_DENIED.format(figures=rows_of("figures", files["figures"])))


def buckets(
    connection: Any, files: Mapping[str, Sequence[str]], count: int
) -> Iterator[dict[str, Any]]:
    """The rows of each bucket, in order of the buckets.

    Args:
        connection: A DuckDB connection with the tables that linking has made.
        files: Addresses of the Parquet files of the shards by kind.
        count: How many buckets there are.

    Yields:
        Arrow tables ``documents``, ``figures``, ``raised``, ``links`` and ``denials``.
    """
    rows = {name: rows_of(name, some) for name, some in files.items()}
    rows["shard_raised"] = rows_of("shard_raised", files["shard_raised"], numbered=True)
    for name, query in _QUERIES.items():
        # On disk and in order: a stream of the query itself would be held in memory.
        connection.execute(f"CREATE TABLE bucket_{name} AS {query.format(**rows)}")
    cursor = connection.cursor()
    for start in range(0, count, _WINDOW):
        end = min(start + _WINDOW, count)
        tables = {
            name: cursor.sql(query.format(start=start, end=end)).to_arrow_table()
            for name, query in _WINDOWS.items()
        }
        for number in range(start, end):
            yield {name: _of_bucket(table, number) for name, table in tables.items()}


def _of_bucket(table: Any, number: int) -> Any:
    import pyarrow.compute as pc

    rows = table.filter(pc.equal(table.column("bucket"), number))
    return rows.drop_columns(["bucket"])
