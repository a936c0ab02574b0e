from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.errors import UsageError
from numcheck.model import Attribution, Document, Report
from numcheck.reporting import FIGURE_FORMATS, FORMATS, render, render_figures
from numcheck.reporting.display import cells
from tests.reporting.reports import (
    EMPTY,
    FIGURES,
    FULL,
    POST,
    SHIPPED,
    STAR,
    claim,
    figure,
    finding,
)


def test_text_is_the_first_of_the_formats_and_the_others_follow_by_name() -> None:
    assert FORMATS[0] == FIGURE_FORMATS[0] == "text"
    assert list(FORMATS[1:]) == sorted(FORMATS[1:])
    assert {"json", "jsonl"} <= set(FORMATS) & set(FIGURE_FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_writes_any_report(format: str) -> None:
    assert render(FULL, format).endswith("\n")
    assert render(EMPTY, format).endswith("\n")


@pytest.mark.parametrize("format", FIGURE_FORMATS)
def test_every_listing_writes_figures_and_none(format: str) -> None:
    assert "1,500" in render_figures(FULL.documents, FIGURES, format)
    render_figures((), (), format)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="no format named 'xml'; choose one of text, "):
        render(FULL, "xml")
    with pytest.raises(UsageError, match=r"no format named '\.\./x'"):
        render_figures((), (), "../x")


def test_json_is_the_report_of_the_contract() -> None:
    assert json.loads(render(FULL, "json")) == FULL.to_dict()


def test_json_is_legible_and_decodes_whatever_the_text_held() -> None:
    odd = replace(POST, title="dépôt\ud800\x1b")
    output = render(replace(FULL, documents=(odd,)), "json")
    assert "dépôt" in output
    assert json.loads(output.encode("utf-8"))["documents"][0]["title"] == odd.title


def test_each_line_of_jsonl_is_a_finding_with_its_figures_then_the_summary() -> None:
    lines = [json.loads(line) for line in render(FULL, "jsonl").splitlines()]
    assert [line["type"] for line in lines] == ["finding"] * len(FULL.findings) + ["summary"]
    assert lines[1]["figures"] == [each["id"] for each in lines[1]["evidence"]]
    assert lines[-1]["verdict"]["disputed"] == 1


def test_an_extracted_figure_is_a_line_of_jsonl_as_in_the_contract() -> None:
    lines = render_figures(FULL.documents, FIGURES, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == [each.to_dict() for each in FIGURES]


def test_extracted_json_holds_documents_and_figures() -> None:
    loaded = json.loads(render_figures(FULL.documents, FIGURES, "json"))
    assert loaded["documents"] == [each.to_dict() for each in FULL.documents]
    assert loaded["figures"] == [each.to_dict() for each in FIGURES]


def test_the_table_has_a_heading_for_each_document_and_a_row_for_each_figure() -> None:
    output = render_figures(FULL.documents, FIGURES)
    assert output.split("\n")[:3] == [
        "morning-post.txt  Thousands of foreign troops on their way",
        "  where     figure     kind   value          who says so                        stance",
        "  headline  Thousands  count  2,000–9,999",
    ]
    assert "\n\nevening-star.txt\n" in output


def test_without_a_terminal_nothing_much_is_cut() -> None:
    voice = Attribution("a spokesman for the harbour", "said")
    figures = [replace(each, attribution=voice, counted="w" * 60) for each in FIGURES]
    output = render_figures(FULL.documents, figures)
    assert "a spokesman for the harbour" in output
    assert "w" * 39 + "…" in output


def test_the_table_says_when_a_document_holds_no_figure() -> None:
    assert render_figures([Document("a", "Nothing.")], []) == "a\n  no figures\n"


def test_the_table_says_what_is_counted_and_when() -> None:
    document = Document("a", "On 3 May 9 red boats left at a speed of 12 knots.")
    figures = [
        figure(document, "3 May", kind="date", iso="2024-05-03"),
        figure(document, "12", "text", kind="date", iso="--05-12"),
        figure(document, "9", value=9, counted="boat", qualifiers=("red",)),
        figure(document, "12 knots", kind="measure", unit="knot", value=12, concept=("speed",)),
    ]
    assert render_figures([document], figures) == (
        "a\n"
        "  where  figure    kind     value       of what\n"
        "  ¶1     3 May     date     2024-05-03\n"
        "  ¶1     12        date\n"
        "  ¶1     9         count    9           red boat\n"
        "  ¶1     12 knots  measure  12 knots    speed\n"
    )


def test_figures_of_the_page_are_listed_on_request() -> None:
    around = replace(SHIPPED, furniture=True)
    assert "1,500" not in render_figures([STAR], [around])
    assert "1,500" in render_figures([STAR], [around], verbose=True)


@pytest.mark.parametrize("width", [40, 60, 76, 100, 160])
def test_the_table_keeps_to_the_width(width: int) -> None:
    long = Attribution("a spokesman for the ministry of the interior and of 日本", "said")
    figures = [replace(each, attribution=long, counted="w" * 50) for each in FIGURES]
    lines = render_figures(FULL.documents, figures, width=width).split("\n")
    assert max(map(cells, lines)) <= width


def test_the_table_has_colour_only_on_request() -> None:
    assert "\x1b" not in render_figures(FULL.documents, FIGURES)
    assert "\x1b[1m1,500\x1b[0m" in render_figures(FULL.documents, FIGURES, color=True)


WORDS = st.text(
    st.characters() | st.sampled_from("日\u0301\u202e\x1b\u200b\n|<@#=\ud800"), max_size=20
)


@given(
    words=st.lists(WORDS, min_size=8, max_size=8),
    kind=st.sampled_from(["count", "date", "money", "identifier", "multiplier"]),
    bound=st.sampled_from(["exact", "vague", "range", "nearly"]),
    width=st.none() | st.integers(1, 150),
)
def test_every_format_takes_any_text(
    words: list[str], kind: str, bound: str, width: int | None
) -> None:
    document = Document(words[0], f"{words[1]}7{words[2]}", words[3], words[4], words[5])
    seven = replace(
        figure(document, "7", kind=kind, bound=bound),
        value=Decimal(7),
        iso=words[1],
        unit=words[2],
        counted=words[3],
        qualifiers=(words[4],),
        attribution=Attribution(words[5], words[6], words[7]),
    )
    told = finding("implausible", seven, message=words[6], explanation=words[7], label=words[1])
    report = Report((document,), (seven,), (claim("agreed", seven, label=words[2]),), (told,))
    for format in FORMATS:
        output = render(report, format, width=width)
        assert output.encode("utf-8")
        # A page keeps what joins letters of some scripts; its own tests say what it replaces.
        assert format in {"json", "jsonl", "html"} or not _steering(output)
    for format in FIGURE_FORMATS:
        output = render_figures([document], [seven], format, width=width)
        assert output.encode("utf-8")
        assert format in {"json", "jsonl"} or not _steering(output)


def _steering(output: str) -> set[str]:
    categories = {unicodedata.category(char) for char in output.replace("\r", "").replace("\n", "")}
    return categories & {"Cc", "Cf", "Cs", "Zl", "Zp"}
