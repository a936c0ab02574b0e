"""Second step: which documents may tell one story, found without holding any of their texts.

The same candidates as :mod:`numcheck.alignment.stories` finds among documents that are all at
hand, by SQL over tables that DuckDB keeps on disk: frequencies of terms, each document's strongest
terms, documents that share them, and how alike these are. What follows are connected components,
by union-find over the numbers of documents (eight bytes a document), and their assignment to
buckets that :func:`numcheck.archive.reducing.reduce_bucket` takes.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from numcheck.alignment import clustering, likeness
from numcheck.alignment import terms as weights

__all__ = ["Links", "link"]

_MARGIN = 1e-6
"""Pairs that fall short of the limit by rounding alone are kept; the exact test comes later."""
_CHUNK = 65_536

_WEIGHED = """
CREATE TABLE bag AS
    SELECT d.n AS doc, t.term, t.weight, t.pos FROM (
        SELECT id, unnest(terms) AS term, unnest(weights) AS weight,
            generate_subscripts(terms, 1) AS pos
        FROM read_parquet($terms)
    ) t JOIN docs d USING (id);
CREATE TABLE freq AS
    SELECT row_number() OVER (ORDER BY term) AS t, term, c
    FROM (SELECT term, count(*) AS c FROM bag GROUP BY term HAVING count(*) > 1);
CREATE TABLE weighed AS
    SELECT doc, f.t, coalesce(f.c, 1) AS c,
        weight * (1.5 + ln({size}::DOUBLE / (coalesce(f.c, 1) + 1))) AS w,
        weight = {name} AND NOT contains(b.term, ' ') AND coalesce(f.c, 1) <= {limit} AS named
    FROM bag b LEFT JOIN freq f USING (term);
"""
_VECTORS = """
CREATE TABLE lengths AS
    SELECT doc, greatest(sqrt(sum(w * w)), 1e-300) AS length,
        count(*) FILTER (WHERE named) AS names
    FROM weighed GROUP BY doc;
CREATE TABLE vectors AS
    SELECT doc, t, w / length AS w, r FROM (
        SELECT doc, t, w, row_number() OVER (PARTITION BY doc ORDER BY w DESC, t) AS r
        FROM weighed WHERE c > 1
        QUALIFY r <= {terms}
    ) JOIN lengths USING (doc);
"""
_PAIRS = """
CREATE TABLE posted AS
    SELECT t, doc, row_number() OVER (PARTITION BY t ORDER BY doc) AS place,
        count(*) OVER (PARTITION BY t) AS size
    FROM vectors WHERE r <= {keys};
CREATE TABLE near AS
    SELECT a, b FROM (
        SELECT p.doc AS a, q.doc AS b, count(*) AS shared FROM (
            SELECT t, doc, unnest(range(place + 1, least(size + 1,
                place + CASE WHEN size <= {postings} THEN size ELSE {window} END))) AS place
            FROM posted
        ) p JOIN posted q ON q.t = p.t AND q.place = p.place
        GROUP BY a, b HAVING count(*) >= {least}
        QUALIFY row_number() OVER (PARTITION BY p.doc ORDER BY shared DESC, q.doc) <= {nearest}
    );
"""
_ALIKE = """
CREATE TABLE alike AS
    SELECT a, b, sum(u.w * v.w) AS alike
    FROM near JOIN vectors u ON u.doc = a JOIN vectors v ON v.doc = b AND v.t = u.t
    GROUP BY a, b HAVING sum(u.w * v.w) >= {alike};
CREATE TABLE joined AS
    WITH common AS (
        SELECT a, b, count(*) AS shared
        FROM alike JOIN weighed u ON u.doc = a AND u.named
        JOIN weighed v ON v.doc = b AND v.named AND v.t = u.t
        GROUP BY a, b
    )
    SELECT a, b, alike FROM alike
    JOIN lengths one ON one.doc = a JOIN lengths other ON other.doc = b
    LEFT JOIN common USING (a, b)
    WHERE least(one.names, other.names) < {named}
        OR coalesce(shared, 0) >= {share} * least(one.names, other.names);
"""
_DAY = """
CREATE TABLE dated AS
    SELECT d.n AS doc, CASE
        WHEN regexp_full_match(left(published, 10), '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}')
            AND NOT starts_with(published, '0000')
        THEN try_cast(left(published, 10) AS DATE) END AS day
    FROM read_parquet($terms) JOIN docs d USING (id);
"""
_SPANS = """
CREATE TABLE spans AS
    SELECT doc, sum(CASE WHEN dated AND gap > {days} THEN 1 ELSE 0 END)
        OVER (PARTITION BY root ORDER BY day, doc ROWS UNBOUNDED PRECEDING) AS span
    FROM (
        SELECT doc, root, day,
            day - lag(day) OVER (PARTITION BY root ORDER BY day, doc) AS gap,
            bool_and(day IS NOT NULL) OVER (PARTITION BY root) AS dated
        FROM hanging_rows JOIN dated USING (doc)
    );
CREATE TABLE links AS
    SELECT a, b, alike FROM joined
    JOIN spans one ON one.doc = a JOIN spans other ON other.doc = b
    WHERE one.span = other.span;
"""


@dataclass(frozen=True, slots=True)
class Links:
    """What was found.

    Attributes:
        documents: How many documents there are.
        joined: How many of them may share a story with another one.
        buckets: In how many buckets these are.
        largest: Documents of the largest component.
        split: How many components were too large and were cut at their weakest links.
    """

    documents: int
    joined: int
    buckets: int
    largest: int
    split: int


def link(connection: Any, terms: list[str], bucket: int, largest: int) -> Links:
    """Find the documents that may tell one story, and put them into buckets.

    Args:
        connection: A DuckDB connection with the table ``docs`` (``n``: number of a document in
            order of ids, ``id``) and the table ``denied`` (``a``, ``b``: numbers of documents of
            which one may deny a figure of the other). Gets the tables ``freq``, ``bag``,
            ``links``, and ``assigned`` (``doc``, ``component``, ``bucket``).
        terms: The Parquet files of terms.
        bucket: About how many documents a bucket has.
        largest: How many documents a component may have before it is cut.
    """
    (count,) = connection.execute("SELECT count(*) FROM docs").fetchone()
    values = {
        "size": count + 10,
        "name": weights._NAME,
        "limit": max(likeness._SMALL, count // likeness._COMMON),
        "terms": likeness._TERMS,
        "keys": likeness._KEYS,
        "postings": likeness._POSTINGS,
        "window": likeness._WINDOW,
        "least": 1 if count <= likeness._SMALL else likeness._SHARED,
        "nearest": likeness._NEAREST,
        "alike": clustering._ALIKE - _MARGIN,
        "named": clustering._NAMED,
        "share": clustering._SHARED_NAMES,
    }
    for script in (_WEIGHED, _VECTORS, _PAIRS, _ALIKE, _DAY):
        for statement in filter(str.strip, script.split(";")):
            text = statement.format(**values)
            connection.execute(text, {"terms": terms} if "$terms" in text else None)
    _part_in_time(connection, count)
    return _assign(connection, count, bucket, largest)


def _part_in_time(connection: Any, count: int) -> None:
    """Drop links between documents that no chain of days joins.

    Groups further apart than the days that a story lasts are never joined, so that no story goes
    over a longer silence of all documents of a component. One without a date could stand on either
    side: its component stays whole.
    """
    import pyarrow as pa

    parent = array("q", range(count))
    _join(parent, _rows(connection, "SELECT a, b FROM joined"))
    docs, roots = _members(parent, _sizes(parent))
    connection.register("hanging_rows", pa.table({"doc": docs, "root": roots}))
    for statement in filter(str.strip, _SPANS.format(days=clustering._DAYS).split(";")):
        connection.execute(statement)
    connection.unregister("hanging_rows")


def _assign(connection: Any, count: int, bucket: int, largest: int) -> Links:
    """Components of documents that are linked, in buckets."""
    parent = array("q", range(count))
    pairs = _rows(connection, "SELECT a, b FROM links UNION ALL SELECT a, b FROM denied")
    _join(parent, pairs)
    sizes = _sizes(parent)
    split, limit = 0, clustering._ALIKE
    while (large := {root for root, size in sizes.items() if size > largest}) and limit < 1:
        # A chain of stories that run into one another is cut where they have least in common.
        split = max(split, len(large))
        limit += 0.1
        loose = array("b", (_root(parent, number) in large for number in range(count)))
        for number in range(count):
            if loose[number]:
                parent[number] = number
        strong = f"SELECT a, b FROM links WHERE alike >= {limit}"
        _join(parent, (pair for pair in _rows(connection, strong) if loose[pair[0]]))
        sizes = _sizes(parent)
    return _fill(connection, parent, sizes, bucket, split)


def _fill(
    connection: Any, parent: array[int], sizes: dict[int, int], bucket: int, split: int
) -> Links:
    """Put the components of several documents into buckets, in order of their first document."""
    import pyarrow as pa

    into: dict[int, int] = {}
    filled, number = 0, 0
    for root in sorted(sizes):
        if filled and filled + sizes[root] > bucket:
            filled, number = 0, number + 1
        filled += sizes[root]
        into[root] = number
    docs, roots = _members(parent, sizes)
    places = pa.array((into[root.as_py()] for root in roots), pa.int64())
    assigned = pa.table({"doc": docs, "component": roots, "bucket": places})
    connection.register("assigned_rows", assigned)
    connection.execute("CREATE TABLE assigned AS SELECT * FROM assigned_rows")
    connection.unregister("assigned_rows")
    buckets = number + 1 if into else 0
    return Links(len(parent), len(docs), buckets, max(sizes.values(), default=1), split)


def _members(parent: array[int], sizes: dict[int, int]) -> tuple[Any, Any]:
    """The documents of components of several, and the first document of each one's component."""
    import pyarrow as pa

    docs, roots = array("q"), array("q")
    for document in range(len(parent)):
        root = _root(parent, document)
        if root in sizes:
            docs.append(document)
            roots.append(root)
    return pa.array(docs, pa.int64()), pa.array(roots, pa.int64())


def _rows(connection: Any, query: str) -> Iterator[tuple[int, int]]:
    found = connection.execute(query)
    while rows := found.fetchmany(_CHUNK):
        yield from rows


def _join(parent: array[int], pairs: Iterator[tuple[int, int]]) -> None:
    for one, other in pairs:
        top, bottom = _root(parent, one), _root(parent, other)
        if top > bottom:
            top, bottom = bottom, top
        parent[bottom] = top


def _root(parent: array[int], number: int) -> int:
    """The first document of a component."""
    while parent[number] != number:
        parent[number] = number = parent[parent[number]]
    return number


def _sizes(parent: array[int]) -> dict[int, int]:
    """How many documents the components of several have, by their first one."""
    sizes: dict[int, int] = {}
    for number in range(len(parent)):
        if parent[number] != number:
            root = _root(parent, number)
            sizes[root] = sizes.get(root, 1) + 1
    return sizes
