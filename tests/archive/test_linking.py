"""Which documents may tell one story."""

from __future__ import annotations

from array import array
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.alignment.clustering import components
from numcheck.alignment.terms import terms_of
from numcheck.archive.linking import _fill, _join, _sizes, link
from numcheck.archive.parquet import write_table
from numcheck.archive.rows import rows_table
from numcheck.archive.storage import LocalStorage
from tests.archive.articles import ask, fire, run, write

PAIRS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


@given(PAIRS)
def test_components_are_those_of_alignment(pairs: list[tuple[int, int]]) -> None:
    parent = array("q", range(20))
    _join(parent, iter(pairs))
    wanted = {part[0]: len(part) for part in components(range(20), pairs) if len(part) > 1}
    assert wanted == _sizes(parent)


def test_buckets_hold_whole_components() -> None:
    parent = array("q", range(10))
    _join(parent, iter([(0, 1), (1, 2), (4, 5), (7, 8)]))
    connection = duckdb.connect()
    links = _fill(connection, parent, _sizes(parent), 4, 0)
    rows = connection.execute("SELECT doc, component, bucket FROM assigned ORDER BY doc")
    assert [(0, 0, 0), (1, 0, 0), (2, 0, 0), (4, 4, 1), (5, 4, 1), (7, 7, 1), (8, 7, 1)] == (
        rows.fetchall()
    )
    assert (10, 7, 2, 3) == (links.documents, links.joined, links.buckets, links.largest)


def test_a_component_that_is_too_large_is_cut_and_that_is_said(tmp_path: Path) -> None:
    day = "2024-05-01"
    documents = [fire(number, "Harrowdale", "5", f"Outlet {number}", day) for number in range(6)]
    documents += [
        fire(10 + number, "Lindmoor", "6", "", day, text=f"Anna Kovel saw Lindmoor {number}.")
        for number in range(2)
    ]
    source = write(tmp_path / "in.jsonl", documents)
    whole = run(source, tmp_path / "whole")
    assert 0 == whole.split
    cut = run(source, tmp_path / "cut", component_documents=3)
    assert cut.split >= 1
    told = ask(tmp_path / "cut", "SELECT value FROM meta WHERE key = 'components_cut'")
    assert [(str(cut.split),)] == told


def test_a_story_that_is_too_large_is_compared_in_slices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("numcheck.archive.reducing.STORY_DOCUMENTS", 4)
    documents = [
        fire(number, "Harrowdale", str(5 + number % 2), f"Outlet {number}", "2024-05-01")
        for number in range(10)
    ]
    summary = run(write(tmp_path / "in.jsonl", documents), tmp_path / "store")
    assert (1, 1) == (summary.stories, summary.sliced)
    largest = ask(tmp_path / "store", "SELECT max(documents) FROM claims")[0][0]
    assert 1 < largest <= 4


def linked(store: Path, days: list[str]) -> list[list[int]]:
    """Places of the days of documents that one component holds, by DuckDB's own tables."""
    documents = [
        fire(number, "Harrowdale", "5", f"Outlet {number}", day) for number, day in enumerate(days)
    ]
    store.mkdir()
    numbers = {f"fire-{number}": number for number in range(len(days))}
    connection = duckdb.connect()
    connection.execute("CREATE TABLE docs (n BIGINT, id VARCHAR)")
    connection.executemany("INSERT INTO docs VALUES (?, ?)", [(n, i) for i, n in numbers.items()])
    connection.execute("CREATE TABLE denied (a BIGINT, b BIGINT)")
    rows = [
        (one.id, one.published, list(bag), list(bag.values()))
        for one, bag in ((one, terms_of(one)) for one in documents)
    ]
    write_table(LocalStorage(str(store)), "terms.parquet", rows_table("terms", rows))
    link(connection, [str(store / "terms.parquet")], 10, 100)
    found: dict[int, list[int]] = {}
    for doc, component in connection.execute(
        "SELECT doc, component FROM assigned ORDER BY doc"
    ).fetchall():
        found.setdefault(component, []).append(doc)
    return list(found.values())


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (["2024-05-01", "2024-05-31", "2024-06-30"], [[0, 1, 2]]),
        (["2024-05-01", "2024-07-01", "2024-05-02", "2024-07-02"], [[0, 2], [1, 3]]),
        (["2024-05-01", "2024-06-01"], []),
        (["2024-05-01", "2025-05-01", ""], [[0, 1, 2]]),
        (["2024-05-01", "2025-05-01", "0000-01-01"], [[0, 1, 2]]),
        (["2024-05-01T10:00:00Z", "2025-05-01", "2024-02-30"], [[0, 1, 2]]),
        (["2024-05-01T10:00:00Z", "2024-06-01T01:00:00+02:00"], []),
    ],
)
def test_no_story_goes_over_a_silence_of_more_than_thirty_days(
    tmp_path: Path, days: list[str], wanted: list[list[int]]
) -> None:
    assert wanted == linked(tmp_path / "store", days)
