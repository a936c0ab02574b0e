"""A draft's report: what follows from its sources, and what counts."""

import pytest

from numcheck import Document, check
from numcheck.reporting.reports.text import render
from numcheck.reporting.style import Style

SOURCE = Document(
    id="s", path="source.txt", first_line=1,
    text="The mill will cut 90 jobs in Harby and 35 jobs in Elmsey. It has 3 gates.",
)  # fmt: skip
DRAFT = Document(
    id="d", path="draft.txt", first_line=1,
    text="The mill will cut 125 jobs in all. It has 3 gates and made £4m.",
)  # fmt: skip


@pytest.fixture(name="report", scope="module")
def make_report():
    return check([DRAFT], against=[SOURCE])


def test_a_derived_figure_is_shown_with_its_derivation(report):
    lines = render(report, Style(width=100)).splitlines()
    at = lines.index("DERIVED  1 figure")
    assert "  draft.txt:1  125  = 90 + 35  source.txt:1" == lines[at + 1]


def test_a_narrow_report_puts_the_place_of_the_source_below(report):
    lines = render(report, Style(width=26)).splitlines()
    assert "    source.txt:1" in lines


def test_sources_do_not_count(report):
    assert (1, 1, 3) == tuple(report.summary()[key] for key in ("documents", "sources", "figures"))
    last = render(report, Style(width=100)).splitlines()[-1]
    told = "3 figures in 1 document against 1 source: 1 unverified, 1 derived; 1 figure "
    assert f"{told}without remark." == last


def test_every_figure_of_the_draft_has_its_standing(report):
    told = [(one["standing"], one["derivation"]) for one in report.to_dict()["support"]]
    assert [("derivable", "90 + 35"), ("supported", ""), ("unverified", "")] == told
    assert {"derivable": 1, "supported": 1, "unverified": 1} == report.summary()["standing"]


def test_without_sources_nothing_is_derived():
    report = check([DRAFT])
    assert [] == report.to_dict()["support"]
    assert "DERIVED" not in render(report, Style(width=100))


def test_a_count_of_a_list_is_shown_with_the_names_and_where_they_stand():
    draft = Document(id="d", path="draft.txt", first_line=1, text="Four ministers have resigned.")
    notes = "Ministers Ann Lee, Otto Brandt, Mia Sorel and Karl Dietz have resigned."
    report = check([draft], against=[Document(id="n", path="notes.txt", first_line=1, text=notes)])
    told = "  draft.txt:1  Four  = Ann Lee, Otto Brandt, Mia Sorel, Karl Dietz  notes.txt:1"
    assert told in render(report, Style(width=100)).splitlines()
