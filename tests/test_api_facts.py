"""``check(documents, facts=...)``."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.errors import FactsError
from numcheck.facts import facts_from_rows

ROW = {"measure": "population", "subject": "Harby", "value": "81,440", "link": "https://x.example"}
RIGHT = Document(id="a", text="Harby has a population of about 81,000.")
WRONG = Document(id="b", text="The population of Harby is 95,000.")


def test_facts_may_be_a_file_several_files_or_a_table(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text("- {measure: population, subject: Harby, value: 81440}\n")
    for facts in (path, str(path), [path], facts_from_rows([ROW])):
        assert ["a#1"] == list(check([RIGHT], facts=facts).verified)


def test_a_contradiction_is_a_finding_of_its_own_rule() -> None:
    report = check([RIGHT, WRONG], facts=facts_from_rows([ROW]))
    (finding,) = [one for one in report.findings if one.rule == "reference-fact"]
    assert ("H3", "discrepant", "error", ("b#1",)) == (
        finding.family,
        finding.verdict,
        finding.severity,
        finding.figures,
    )
    assert "Reference: https://x.example" == finding.explanation
    assert "https://x.example" == report.verified["a#1"].link


def test_a_fact_without_source_names_its_row() -> None:
    row = {name: cell for name, cell in ROW.items() if name != "link"}
    (finding,) = check([WRONG], facts=facts_from_rows([{**row, "note": "Census"}])).findings
    assert "Reference: the table of facts (facts:1). Census" == finding.explanation


def test_a_wider_finding_does_not_hide_the_contradiction() -> None:
    text = "The population of Harby is 95,000. The population of Harby is 62,000."
    report = check([Document(id="c", text=text)], facts=facts_from_rows([ROW]))
    rules = [one.rule for one in report.findings]
    assert 2 == rules.count("reference-fact")


def test_without_facts_nothing_is_verified() -> None:
    assert {} == check([RIGHT]).verified


def test_a_broken_table_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("measure,subject,value\npopulation,Harby,\n")
    with pytest.raises(FactsError, match=r"facts\.csv:2: no value"):
        check([RIGHT], facts=path)
