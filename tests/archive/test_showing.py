"""One document of a store."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.archive.showing import report_of
from numcheck.errors import UsageError
from numcheck.model import Directive
from numcheck.reporting import render
from tests.archive.articles import market, run, write


def test_a_document_that_stands_alone_is_shown_as_a_check_shows_it(tmp_path: Path) -> None:
    document = market(1, "Morning Post", "2024-05-01")
    run(write(tmp_path / "in.jsonl", [document]), tmp_path / "store")
    stored = report_of(str(tmp_path / "store"), "market-1")
    (read,) = stored.documents
    assert render(check([read])) == render(stored)


def test_a_document_is_shown_with_what_others_say(store: Path) -> None:
    report = report_of(str(store), "fire-0")
    assert "fire-0" == report.documents[0].id
    assert len(report.documents) > 1
    assert any(claim.status == "conflicting" for claim in report.claims)
    assert "Harrowdale" in render(report)


def test_a_name_that_nobody_has_says_where_to_look(store: Path) -> None:
    with pytest.raises(UsageError, match="no such document; see numcheck archive query"):
        report_of(str(store), "nobody")


def test_a_name_that_is_almost_right_gets_the_right_one(store: Path) -> None:
    with pytest.raises(UsageError, match="no such document; the nearest is fire-0; see"):
        report_of(str(store), "fire_0")


def test_a_path_of_several_documents_asks_for_an_id(store: Path) -> None:
    path = report_of(str(store), "fire-0").documents[0].path
    with pytest.raises(UsageError, match="several documents are there"):
        report_of(str(store), path)


def test_what_a_document_asks_not_to_be_told_is_apart(tmp_path: Path) -> None:
    page = "<!-- numcheck: ignore-file -->\nSales rose from £40m to £60m, up 30%.\n"
    (tmp_path / "a.md").write_text(page)
    summary = run(tmp_path / "a.md", tmp_path / "store")
    report = report_of(str(tmp_path / "store"), str(tmp_path / "a.md"))
    assert Directive("ignore-file", -1, 1) == report.documents[0].directives[0]
    assert ({}, ()) == (summary.severities, report.findings)
    assert ["comment"] == [one.how for one in report.suppressed]
    assert isinstance(report.documents[0], Document)
