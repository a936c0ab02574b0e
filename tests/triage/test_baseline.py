"""Findings that were there before."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.errors import ConfigError
from numcheck.model import Report
from numcheck.triage import apply_baseline, read_baseline, write_baseline

OLD = "Sales rose from 40 to 60, up 30%."
NEW = "Rents rose from 50 to 60, up 40%."


def report(*paragraphs: str) -> Report:
    return check([Document(id="a", text="\n\n".join(paragraphs))])


@pytest.fixture
def known(tmp_path: Path) -> dict[str, dict[str, object]]:
    path = tmp_path / "baseline.json"
    path.write_text(write_baseline(report(OLD)))
    return read_baseline(str(path))


def test_what_was_there_before_is_set_apart_wherever_it_stands_now(
    known: dict[str, dict[str, object]],
) -> None:
    found, gone = apply_baseline(report("A new first paragraph.", NEW, OLD), known)
    assert [("baseline", True)] == [(s.how, "30%" in s.finding.message) for s in found.suppressed]
    assert (1, 0) == (len(found.findings), gone)
    assert "40%" in found.findings[0].message


def test_what_is_gone_is_counted(known: dict[str, dict[str, object]]) -> None:
    found, gone = apply_baseline(report(NEW), known)
    assert ((), 1) == (found.suppressed, gone)


def test_a_changed_sentence_is_new(known: dict[str, dict[str, object]]) -> None:
    found, gone = apply_baseline(report(OLD.replace("Sales", "Net sales")), known)
    assert (1, 1) == (len(found.findings), gone)


def test_a_baseline_of_a_report_keeps_what_its_own_baseline_knew(
    known: dict[str, dict[str, object]],
) -> None:
    found, _ = apply_baseline(report(OLD, NEW), known)
    assert 2 == len(json.loads(write_baseline(found))["findings"])


def test_the_same_findings_give_the_same_file() -> None:
    assert write_baseline(report(OLD, NEW)) == write_baseline(report(NEW, OLD))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such baseline"),
        ("{", "not a baseline: "),
        ("[]", "not a baseline; write one"),
        ('{"version": 2, "findings": {}}', "not a baseline; write one"),
    ],
)
def test_a_file_that_is_no_baseline_is_told(content: str | None, said: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(ConfigError, match=said):
        read_baseline(str(path))


def test_a_baseline_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_baseline(str(tmp_path))
