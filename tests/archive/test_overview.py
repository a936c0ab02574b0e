"""An archive at a glance."""

from __future__ import annotations

import csv
import io
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from numcheck import Document
from numcheck.archive.overview import FORMATS, overview_of, render
from numcheck.archive.overview.charts import WIDTH, bars, line
from numcheck.archive.overview.records import Account, Alarms, Dispute, Outlet, Overview
from numcheck.errors import UsageError
from tests.archive.articles import run, write

NASTY = "<script>alert(1)</script> [x](javascript:y) =cmd|' /C calc'!A0"


def account(text: str, day: str, low: float | None, high: float | None) -> Account:
    return Account(text, "Kovel", "Morning Post", day, "a", low, high, "denied")


GROWING = Dispute(
    "c", "people killed", "developing", 3, 3,
    (
        account("5", "2024-05-01", 5, 5),
        account("at least 9", "2024-05-03", 9, None),
        account("12", "2024-05-11", 12, 12),
    ),
)  # fmt: skip


def overview(name: str = "Morning Post") -> Overview:
    claim = replace(GROWING, label=name, status="conflicting")
    return Overview(
        "1", 3, 9, 2, 4, 1, (claim,), (Outlet(name, 3, 9, 4, 2), Outlet("", 1, 1, 0, 0)),
        (Alarms(name, "B4", "error", 4, 3),), (replace(GROWING, label=name),),
    )  # fmt: skip


def test_an_overview_counts_what_is_in_the_store(store: Path) -> None:
    found = overview_of(str(store))
    assert 40 == found.documents
    assert found.disputes
    assert {"percent-change"} <= {one.rule for one in found.alarms}
    assert 40 == sum(one.documents for one in found.outlets)
    assert all(one.accounts for one in found.disputes)


def test_a_number_that_a_document_repeats_is_told_once_with_its_bound_and_voice(
    tmp_path: Path,
) -> None:
    documents = [
        Document(
            f"fire-{number}",
            f"A fire in Harrowdale killed at least {killed} people, Chief Tom Brask said.",
            f"Fire in Harrowdale kills {killed}",
            f"Outlet {number}",
            "2024-05-01",
        )
        for number, killed in enumerate((5, 9))
    ]
    run(write(tmp_path / "in.jsonl", documents), tmp_path / "store")
    claims = overview_of(str(tmp_path / "store"))
    (claim,) = claims.disputes + claims.developing
    assert [("≥ 5", "fire-0"), ("≥ 9", "fire-1")] == [
        (one.text, one.document) for one in claim.accounts
    ]
    assert all("Tom Brask" in one.voice for one in claim.accounts)


def test_one_input_that_was_lost_is_one(store: Path) -> None:
    assert "1 input could not be read." in overview().summary
    assert "0 inputs could not be read." in overview_of(str(store)).summary


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_tells_of_every_section(format: str) -> None:
    text = render(overview(), format)
    assert "Morning Post" in text
    assert "at least 9" in text
    assert "\x00" not in text


def test_a_format_that_there_is_not_is_named() -> None:
    with pytest.raises(UsageError, match="no format named 'pdf'; choose one of markdown"):
        render(overview(), "pdf")


def test_a_page_escapes_what_came_from_outside_and_asks_for_nothing() -> None:
    page = render(overview(NASTY), "html")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(src|href)=", page)
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page.replace("&#39;", "'")
    assert 'style="' not in page


def test_markdown_and_sheets_are_harmless_too() -> None:
    assert "<script>" not in render(overview(NASTY), "markdown")
    rows = list(csv.DictReader(io.StringIO(render(overview("=1+1"), "csv"))))
    assert {"dispute", "developing", "outlet", "rule"} == {row["section"] for row in rows}
    assert "'=1+1" in {row["name"] for row in rows}


def test_an_empty_archive_has_an_overview() -> None:
    nothing = Overview("1", 1, 0, 0, 0, 0, (), (), (), ())
    assert 2 == render(nothing, "markdown").count("None.")
    assert 2 == render(nothing, "html").count("None.")


def test_bars_fill_the_width_in_proportion() -> None:
    chart = bars([("a", 10), ("b", 5), ("c", 0)])
    longest = chart.rows[0].width
    assert [longest, longest // 2] == [row.width for row in chart.rows]
    assert longest < WIDTH
    assert ["a", "b"] == [row.label for row in chart.rows]
    assert 0 == bars([]).height


def test_a_line_goes_up_as_the_count_grows() -> None:
    chart = line(GROWING)
    assert chart is not None
    first, second, last = chart.points
    assert first.x < second.x < last.x
    assert first.low > second.low > last.low
    assert ("2024-05-01", "2024-05-11", "5", "12") == (
        chart.first, chart.last, chart.least, chart.most,
    )  # fmt: skip
    assert "at least 9, Morning Post, 2024-05-03" == second.title


@pytest.mark.parametrize("day", ["", "2024-05", "2024-13-40"])
def test_figures_without_a_day_are_in_no_picture(day: str) -> None:
    told = (
        account("5", day, 5, 5),
        account("6", "2024-05-01", 6, 6),
        account("x", day, None, None),
    )
    assert line(replace(GROWING, accounts=told)) is None


def test_one_day_and_one_value_are_a_picture_too() -> None:
    told = (account("5", "2024-05-01", 5, 5), account("five", "2024-05-01", 5, 5))
    chart = line(replace(GROWING, accounts=told))
    assert chart is not None
    assert chart.points[0].x == chart.points[1].x
