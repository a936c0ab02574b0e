"""The sample articles show what they are meant to show, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from numcheck import Document, Figure, Finding, Report, check
from numcheck.reading import read

SEEDS = Path(__file__).parent.parent / "seeds"
EXPECTED: dict[str, dict[str, list[Any]]] = yaml.safe_load(
    (SEEDS / "expected.yaml").read_text("utf-8")
)
STORIES = sorted({name.split("/")[0] for name in EXPECTED})
LOUD = ("error", "warning")


@cache
def report_of(*stories: str) -> Report:
    """The report on the articles of one or more stories, read from their files."""
    documents = list(read([str(SEEDS / story) for story in stories]))
    assert [] == [item for item in documents if not isinstance(item, Document)]
    return check(documents)


@cache
def homes() -> dict[str, str]:
    """The file of each document, as ``story/name``; one file may hold several documents."""
    return {
        item.id: name
        for name in EXPECTED
        for item in read([str(SEEDS / name)])
        if isinstance(item, Document)
    }


def figures_of(report: Report, finding: Finding) -> list[Figure]:
    by_id = {figure.id: figure for figure in report.figures}
    return [by_id[name] for name in finding.figures]


def loud(report: Report) -> list[tuple[str, str, list[str]]]:
    """File, family and figures of every finding that asks for attention."""
    home = homes()
    rows = []
    for finding in report.findings:
        if finding.severity in LOUD:
            figures = figures_of(report, finding)
            texts = [figure.text for figure in figures]
            rows.append((home[figures[0].document], finding.family, texts))
    return sorted(rows)


def expected_findings(story: str) -> list[tuple[str, str, list[str]]]:
    return sorted(
        (name, finding["family"], finding["figures"])
        for name, facts in EXPECTED.items()
        if name.startswith(f"{story}/")
        for finding in facts.get("findings", ())
    )


def listed(kind: str) -> list[tuple[str, str]]:
    return [(name, text) for name, facts in EXPECTED.items() for text in facts.get(kind, ())]


def test_every_sample_article_has_its_expectations() -> None:
    articles = {
        path.relative_to(SEEDS).as_posix()
        for path in SEEDS.glob("*/*")
        if path.suffix in {".txt", ".md", ".html", ".jsonl"}
    }
    assert articles == set(EXPECTED)


def test_the_sample_articles_come_from_differently_named_outlets() -> None:
    outlets = {document.source for document in report_of(*STORIES).documents}
    assert len(outlets) == len(EXPECTED)
    assert "" not in outlets


@pytest.mark.parametrize("story", STORIES)
def test_a_story_shows_the_errors_that_it_was_written_to_show_and_no_others(story: str) -> None:
    expected, actual = expected_findings(story), loud(report_of(story))
    assert [row[:2] for row in expected] == [row[:2] for row in actual]
    for (_, _, wanted), (_, _, texts) in zip(expected, actual, strict=True):
        assert set() == set(wanted) - set(texts)


def test_stories_checked_together_are_not_compared_with_each_other() -> None:
    apart = sorted(row for story in STORIES for row in loud(report_of(story)))
    assert apart == loud(report_of(*STORIES))


@pytest.mark.parametrize(("name", "text"), listed("unverified"))
def test_a_figure_that_its_own_text_doubts_is_unverified(name: str, text: str) -> None:
    report = report_of(name.split("/", maxsplit=1)[0])
    home = homes()
    doubted = {
        (home[figure.document], figure.text)
        for finding in report.findings
        if finding.verdict == "unverified"
        for figure in figures_of(report, finding)
    }
    assert (name, text) in doubted


@pytest.mark.parametrize(("name", "text"), listed("silent"))
def test_a_right_figure_is_found_and_left_alone(name: str, text: str) -> None:
    report = report_of(name.split("/", maxsplit=1)[0])
    home = homes()
    found = {figure.text for figure in report.figures if home[figure.document] == name}
    blamed = {
        (home[figure.document], figure.text)
        for finding in report.findings
        if finding.severity in LOUD
        for figure in figures_of(report, finding)
    }
    assert text in found
    assert (name, text) not in blamed


def claims_about(report: Report, *texts: str) -> list[str]:
    """Statuses of the claims that hold all these figures."""
    by_id = {figure.id: figure.text for figure in report.figures}
    return [
        claim.status
        for claim in report.claims
        if set(texts) <= {by_id[name] for name in claim.figures}
    ]


def test_accounts_that_count_something_else_stand_side_by_side() -> None:
    assert ["rival"] == claims_about(report_of("troops"), "10,000", "3,000", "1,500")


def test_a_toll_that_grows_from_day_to_day_is_developing() -> None:
    assert "developing" in claims_about(report_of("earthquake"), "12", "47", "63")


def test_losses_of_one_side_are_not_compared_with_those_of_both() -> None:
    report = report_of("troops")
    assert [] == claims_about(report, "115,000", "one million")
    assert [] == claims_about(report, "500,000", "one million")


def test_the_offers_on_a_page_are_not_part_of_its_article() -> None:
    report = report_of("troops")
    checked = {figure.text for figure in report.figures if not figure.furniture}
    assert set() == {"2.4 million", "40%"} & checked
