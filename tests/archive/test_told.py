"""Fingerprints, silenced findings, and what decides about the content of a store."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.archive.plan import digest_of, make_plan
from numcheck.archive.told import finding_rows, renumbered
from numcheck.configuration import configure
from numcheck.reading import ReadingOptions
from tests.archive.articles import RULES, ask, market, run, write


def test_findings_of_equal_sentences_share_what_their_fingerprints_are_made_of() -> None:
    documents = [replace(market(5, "", f"20{10 + n}-01-01"), id=f"m{n}") for n in range(3)]
    report = check(documents)
    rows = finding_rows(report, RULES, None)
    assert 1 == len({base for _, base, *_ in rows})
    base = rows[0][1]
    assert [renumbered(base, times) for times in (1, 2, 3)] == [
        one.fingerprint for one in report.findings
    ]


def test_no_findings_are_no_rows() -> None:
    assert [] == finding_rows(check([Document("a", "Nothing.")]), RULES, None)


def test_files_that_the_configuration_silences_are_silent_in_the_store(tmp_path: Path) -> None:
    (tmp_path / "numcheck.toml").write_text('[per-file-ignores]\n"*.jsonl" = ["B"]\n')
    settings = configure(str(tmp_path / "numcheck.toml"))
    source = write(tmp_path / "in.jsonl", [market(1, "", "")])
    plan = make_plan(str(tmp_path / "store"), RULES, settings)
    from numcheck.archive.executors import InlineExecutor
    from numcheck.archive.running import run_archive

    summary = run_archive([str(source)], plan, InlineExecutor())
    assert {} == summary.severities
    told = ask(tmp_path / "store", "SELECT suppressed, reason FROM findings")
    assert [("configuration", "per-file-ignores")] == told


def test_a_file_beside_an_article_silences_it_and_its_change_counts(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Sales rose from £40m to £60m, up 30%.\n")
    assert {"error": 1} == run(article, tmp_path / "store").severities
    (tmp_path / "a.txt.numcheck.yaml").write_text("ignore:\n  - rules: [B]\n    reason: known\n")
    assert {} == run(article, tmp_path / "store").severities
    assert [("sidecar", "known")] == ask(
        tmp_path / "store", "SELECT suppressed, reason FROM findings"
    )


def test_everything_that_decides_about_findings_is_in_the_fingerprint() -> None:
    plan = make_plan("store", RULES)
    rules = list(RULES.rules)
    louder = [replace(rules[0], severity="info", verdict="rounding"), *rules[1:]]
    others = [
        make_plan("store", replace(RULES, rules=tuple(louder))),
        make_plan("store", replace(RULES, vocabulary={**RULES.vocabulary, "rise": ("soar",)})),
        make_plan("store", replace(RULES, measures={"measures": {"seen": {"verbs": ["see"]}}})),
        make_plan("store", RULES, reading=ReadingOptions(fast_html=True)),
        make_plan("store", RULES, part_documents=3),
    ]
    assert len(others) == len({one.fingerprint for one in others} - {plan.fingerprint})
    assert plan.fingerprint == make_plan("elsewhere", RULES).fingerprint


@pytest.mark.parametrize("parts", [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""]])
def test_a_digest_knows_where_its_parts_end(parts: list[str]) -> None:
    others = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""]]
    assert 1 == sum(digest_of(parts) == digest_of(other) for other in others)
