from __future__ import annotations

import csv
import io
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Attribution, Document
from numcheck.reporting import render, render_figures
from tests.reporting.reports import ABOUT, CHANGE, FIGURES, FULL, POST, SHIPPED, STAR, figure


def rows(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(output, newline="")))


def test_each_figure_is_a_row_with_its_place_value_and_voice() -> None:
    (row,) = rows(render_figures([POST], [ABOUT], "csv"))
    told = {name: row[name] for name in ("place", "text", "value", "low", "bound", "source")}
    assert told == {
        "place": "morning-post.txt:5",
        "text": "3,000",
        "value": "3000",
        "low": "2900",
        "bound": "approximate",
        "source": "people close to the general staff",
    }


def test_a_report_says_what_was_found_about_each_figure() -> None:
    by_text = {row["text"]: row for row in rows(render(FULL, "csv"))}
    assert len(by_text) == len(FIGURES)
    assert by_text["30%"]["rules"] == "percent-change"
    assert by_text["10,000"]["verdicts"] == "rounding"
    assert by_text["1,500"]["messages"] == ""


def test_extracted_figures_have_no_columns_for_findings() -> None:
    assert "verdicts" not in rows(render_figures([STAR], [CHANGE], "csv"))[0]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "−", "＝"])
def test_a_cell_that_looks_like_a_formula_is_neutralised(start: str) -> None:
    voice = Attribution(f"{start}cmd|' /C calc'!A0", "said")
    (row,) = rows(render_figures([STAR], [replace(SHIPPED, attribution=voice)], "csv"))
    assert row["source"] == f"'{start}cmd|' /C calc'!A0"


def test_white_space_does_not_hide_a_formula() -> None:
    (row,) = rows(render_figures([STAR], [replace(SHIPPED, subject="\t\r\n =1+1")], "csv"))
    assert row["subject"] == "'=1+1"


def test_a_negative_number_stays_a_number() -> None:
    document = Document("a", "It fell by -2.5 today.")
    (row,) = rows(render_figures([document], [figure(document, "-2.5", value="-2.5")], "csv"))
    assert (row["text"], row["value"]) == ("'-2.5", "-2.5")


@given(st.text(max_size=40))
def test_any_text_stays_in_its_cell(words: str) -> None:
    odd = replace(SHIPPED, subject=words, counted=words, value=Decimal(1))
    (row,) = rows(render_figures([STAR], [odd], "csv"))
    assert row["stance"] == "asserted"
    assert row["subject"][:1] not in {"=", "+", "-", "@"}
