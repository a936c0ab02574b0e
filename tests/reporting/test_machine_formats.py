"""What other programs read: SARIF, annotations, code quality, JUnit, web annotations."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck import Document, check
from numcheck.model import Report, Suppressed
from numcheck.reporting import render
from tests.reporting.reports import EMPTY, FULL, figure, finding

ODD = st.text(st.characters() | st.sampled_from("%:,\r\n<>&\"'\x1b\u202e\ud800"), max_size=20)
TEXT = "Nothing before it.\n\nSales in Ostrava rose from 40 to 60, up 30%.\n"


@pytest.fixture
def report() -> Report:
    """A real finding of three figures on line 7 of a file."""
    return check([Document(id="a", text=TEXT, path="drafts/a b.txt", first_line=5)])


def silenced(report: Report, how: Any, reason: str = "") -> Report:
    (only,) = report.findings
    return replace(report, findings=(), suppressed=(Suppressed(only, how, reason),))


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(render(report, "sarif"))
    assert ("2.1.0", 1) == (log["version"], len(log["runs"]))
    assert log["$schema"].endswith("/sarif-schema-2.1.0.json")
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_points_at_the_figure_in_question_and_relates_the_others(report: Report) -> None:
    run = run_of(report)
    (result,) = run["results"]
    assert "unicodeCodePoints" == run["columnKind"]
    assert ("percent-change", 0, "error") == (
        result["ruleId"], result["ruleIndex"], result["level"],
    )  # fmt: skip
    place = result["locations"][0]["physicalLocation"]
    assert {"uri": "drafts/a%20b.txt"} == place["artifactLocation"]
    assert {
        "startLine": 7, "startColumn": 41, "endLine": 7, "endColumn": 44,
        "snippet": {"text": "30%"},
    } == place["region"]  # fmt: skip
    assert ["“40”", "“60”"] == [one["message"]["text"] for one in result["relatedLocations"]]
    assert [1, 2] == [one["id"] for one in result["relatedLocations"]]
    assert {"numcheck/v1": report.findings[0].fingerprint} == result["partialFingerprints"]


def test_sarif_describes_the_rules_that_found_something(report: Report) -> None:
    (rule,) = run_of(report)["tool"]["driver"]["rules"]
    assert ("percent-change", "error") == (rule["id"], rule["defaultConfiguration"]["level"])
    assert rule["shortDescription"]["text"].endswith(".")
    own = replace(report, findings=(replace(report.findings[0], rule="my-rule", family="X1"),))
    assert [{"id": "my-rule", "properties": {"family": "X1", "tags": ["X"]}}] == (
        run_of(own)["tool"]["driver"]["rules"]
    )


@pytest.mark.parametrize(
    ("how", "reason", "kind", "said"),
    [
        ("comment", "why", "inSource", "why"),
        ("baseline", "", "external", "baseline"),
        ("sidecar", "ok", "external", "ok"),
    ],
)
def test_sarif_marks_what_is_suppressed(
    report: Report, how: str, reason: str, kind: str, said: str
) -> None:
    (result,) = run_of(silenced(report, how, reason))["results"]
    assert [
        {"kind": kind, "status": "accepted", "justification": said}
    ] == result["suppressions"]  # fmt: skip


def test_sarif_of_nothing_is_a_run_without_results() -> None:
    run = run_of(EMPTY)
    assert ([], []) == (run["results"], run["tool"]["driver"]["rules"])


def test_every_result_of_sarif_has_a_line_even_without_a_file() -> None:
    for result in run_of(FULL)["results"]:
        for place in result["locations"]:
            assert place["physicalLocation"]["region"]["startLine"] >= 1


def test_github_gets_a_command_a_finding_and_the_summary(report: Report) -> None:
    assert [
        "::error file=drafts/a b.txt,line=7,endLine=7,col=41,endColumn=44,title=B4 percent-change::"
        "40 to 60 is a change of 50%25, not 30%25. "
        "The change is the difference of the two figures divided by the first one.",
        "numcheck: 3 figures in 1 document: 1 discrepancy; 0 figures without remark.",
    ] == render(report, "github").splitlines()


def test_github_commands_cannot_be_forged_by_a_text() -> None:
    document = Document(id="a,line=9:%\n::error::x", text="7")
    seven = figure(document, "7")
    told = finding("implausible", seven, message="a\n::warning::b%0A")
    output = render(Report((document,), (seven,), (), (told,)), "github")
    first, last = output.splitlines()
    assert first.startswith("::error file=a%2Cline=9%3A%25 %3A%3Aerror%3A%3Ax,line=1,")
    assert first.endswith("::a ::warning::b%250A")
    assert last.startswith("numcheck: ")


@pytest.mark.parametrize(
    ("severity", "command", "grade"),
    [("error", "error", "major"), ("warning", "warning", "minor"), ("info", "notice", "info")],
)
def test_severities_are_translated(report: Report, severity: Any, command: str, grade: str) -> None:
    graded = replace(report, findings=(replace(report.findings[0], severity=severity),))
    assert render(graded, "github").startswith(f"::{command} ")
    assert grade == json.loads(render(graded, "gitlab"))[0]["severity"]


def test_gitlab_gets_a_list_of_issues(report: Report) -> None:
    (issue,) = json.loads(render(report, "gitlab"))
    assert {
        "description": "40 to 60 is a change of 50%, not 30%.",
        "check_name": "percent-change",
        "fingerprint": report.findings[0].fingerprint,
        "severity": "major",
        "location": {"path": "drafts/a b.txt", "lines": {"begin": 7}},
    } == issue
    assert [] == json.loads(render(EMPTY, "gitlab"))


def suites(report: Report) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(render(report, "junit").encode()))  # noqa: S314 - our own


def test_junit_has_a_suite_a_document_and_a_case_a_finding(report: Report) -> None:
    (suite,) = suites(report)
    assert ("drafts/a b.txt", "1", "1", "0") == tuple(
        suite.get(name) for name in ("name", "tests", "failures", "skipped")
    )
    assert "B4 percent-change at line 7" == suite[0].get("name")
    assert ("failure", "error") == (suite[0][0].tag, suite[0][0].get("type"))


def test_junit_skips_what_is_suppressed_and_tells_information(report: Report) -> None:
    (suite,) = suites(silenced(report, "comment", "why"))
    assert ("0", "1", "why") == (
        suite.get("failures"), suite.get("skipped"), suite[0][0].get("message"),
    )  # fmt: skip
    info = replace(report, findings=(replace(report.findings[0], severity="info"),))
    assert "system-out" == suites(info)[0][0][0].tag


def test_junit_has_a_case_that_passes_for_a_clean_document() -> None:
    clean = check([Document(id="a", text="All was well."), Document(id="s", text="Yes.")])
    assert [1, 1] == [len(suite) for suite in suites(clean)]
    against = replace(clean, against=("s",))
    assert ["a"] == [suite.get("name") for suite in suites(against)]


def test_web_annotations_quote_and_place_every_figure(report: Report) -> None:
    page = json.loads(render(report, "webannotation"))
    assert ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage") == (
        page["@context"],
        page["type"],
    )
    (note,) = page["items"]
    assert f"urn:numcheck:finding:{report.findings[0].fingerprint}" == note["id"]
    assert ["commenting", "tagging", "tagging", "tagging"] == [b["purpose"] for b in note["body"]]
    for target in note["target"]:
        quote, position = target["selector"]
        start, end = position["start"], position["end"]
        body = report.documents[0].text
        assert quote["exact"] == body[start:end]
        assert body[:start].endswith(quote["prefix"])
        assert body[end:].startswith(quote["suffix"])


def test_a_figure_of_a_headline_is_found_by_its_words_only() -> None:
    page = json.loads(render(FULL, "webannotation"))
    kinds = {
        tuple(selector["type"] for selector in target["selector"])
        for note in page["items"]
        for target in note["target"]
        if isinstance(target, dict)
    }
    assert kinds <= {("TextQuoteSelector",), ("TextQuoteSelector", "TextPositionSelector")}


@settings(max_examples=25)
@given(words=st.lists(ODD, min_size=6, max_size=6))
def test_any_text_gives_output_that_can_be_read(words: list[str]) -> None:
    document = Document(words[0], f"{words[1]}7{words[2]}", words[3], words[4], path=words[5])
    seven = figure(document, "7")
    told = finding("implausible", seven, message=words[3], explanation=words[4], rule=words[5])
    report = Report((document,), (seven,), (), (told,))
    for format in ("sarif", "gitlab", "webannotation"):
        assert json.loads(render(report, format).encode("utf-8"))
    assert 1 == len(suites(report))
    output = render(report, "github")
    assert 2 == len(output.splitlines())
    assert set() == set(output) & set("\x1b\u202e\ud800")
