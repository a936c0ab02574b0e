"""People ask, and can do nothing else."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from numcheck.archive.querying import QueryError, ask, opened
from numcheck.archive.schema import COLUMNS, STORE
from numcheck.errors import UsageError


@pytest.mark.parametrize("table", STORE)
def test_every_table_has_its_columns(store: Path, table: str) -> None:
    names, _ = ask(str(store), f"FROM {table} LIMIT 1")
    assert list(COLUMNS[table]) == names


def test_tables_fit_together(store: Path) -> None:
    def one(query: str) -> object:
        return ask(str(store), query)[1][0][0]

    assert 40 == one("SELECT count(*) FROM documents")
    assert one("SELECT sum(figures) FROM documents") == one("SELECT count(*) FROM figures")
    assert one("SELECT sum(figures) FROM claims") == one("SELECT count(*) FROM claim_figures")
    assert 0 == one("SELECT count(*) FROM claim_figures ANTI JOIN figures ON figure = figures.id")
    assert 40 == one("SELECT sum(documents) FROM sources")
    assert "1" == one("SELECT value FROM meta WHERE key = 'schema'")


@pytest.mark.parametrize(
    "question",
    ["SELECT 1 AS a", "WITH x AS (SELECT 1 AS a) FROM x", "DESCRIBE figures", "EXPLAIN SELECT 1"],
)
def test_questions_of_any_form_are_answered(store: Path, question: str) -> None:
    assert ask(str(store), question)[1]


@pytest.mark.parametrize(
    "question",
    [
        "COPY documents TO '{store}/x.csv'",
        "CREATE TABLE x AS SELECT 1",
        "DROP VIEW documents",
        "DELETE FROM documents",
        "ATTACH '{store}/archive.duckdb' AS other",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "LOAD httpfs",
        "PRAGMA database_list",
        "SELECT 1; SELECT 2",
        "",
    ],
)
def test_nothing_but_one_select_is_taken(store: Path, question: str) -> None:
    with pytest.raises(QueryError, match="one SELECT is needed"):
        ask(str(store), question.format(store=store))


@pytest.mark.parametrize("name", ["/etc/passwd", "https://example.org/x.csv"])
def test_nothing_outside_of_the_store_can_be_read(store: Path, name: str) -> None:
    with pytest.raises(QueryError):
        ask(str(store), f"SELECT * FROM read_text('{name}')")  # noqa: S608


def test_the_settings_are_locked(store: Path) -> None:
    import duckdb

    with opened(str(store)) as connection, pytest.raises(duckdb.Error, match="locked"):
        connection.execute("SET memory_limit = '64GB'")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("SELEC 1", 'query: syntax error at or near "SELEC"'),
        (
            "SELECT * FROM finding",
            'query: Table with name finding does not exist; Did you mean "findings"? '
            '("DESCRIBE" lists tables and columns)',
        ),
        ("SELECT 'a'::INT", "query: Could not convert string 'a' to INT32"),
    ],
)
def test_a_question_that_makes_no_sense_is_answered_in_one_line(
    store: Path, question: str, said: str
) -> None:
    with pytest.raises(QueryError) as caught:
        ask(str(store), question)
    assert said == str(caught.value)


def test_a_column_that_there_is_not_is_named(store: Path) -> None:
    with pytest.raises(QueryError, match='column "nobody" not found'):
        ask(str(store), "SELECT nobody FROM documents")


def test_a_folder_without_a_store_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no finished store here; make one: numcheck archive run"):
        ask(str(tmp_path), "SELECT 1")


def test_a_store_of_another_version_or_a_broken_one_is_not_misread(tmp_path: Path) -> None:
    (tmp_path / "archive.json").write_text(json.dumps({"schema": 99}))
    with pytest.raises(UsageError, match="tables of version 99"):
        ask(str(tmp_path), "SELECT 1")
    (tmp_path / "archive.json").write_text("{")
    with pytest.raises(UsageError, match="the store cannot be read"):
        ask(str(tmp_path), "SELECT 1")
    (tmp_path / "archive.json").write_text(json.dumps({"schema": 1}))
    with pytest.raises(UsageError, match="missing or broken"):
        ask(str(tmp_path), "SELECT 1")


def test_an_address_cannot_be_asked() -> None:
    with pytest.raises(UsageError, match="copy the store"):
        ask("s3://bucket/store", "SELECT 1")


def test_asking_needs_duckdb(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"pip install 'numcheck\[archive\]'"), opened(str(store)):
        pass
