"""What goes into a table comes out of it again."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck import Document, analyse, extract
from numcheck.archive.rows import (
    claim_of,
    claim_table,
    document_of,
    document_table,
    figure_of,
    figure_table,
    number_of,
)
from numcheck.model import Attribution, Claim, Directive, Figure, Remark

FULL = Figure(
    id="a#b#12", document="a#b", field="text", start=4, end=9, text="3,000", kind="count",
    value=Decimal("3000"), low=Decimal("2.50E+3"), high=None, bound="at_least", hedge="at least",
    trend="up", unit="kilometer", counted="troop", qualifiers=("North",), concept=("a", "b"),
    event="train", subject="Torland", iso="2024", as_of="since May",
    attribution=Attribution("", "said", "Gazette", True), stance="denied",
    resolution=Decimal("1"), low_open=True, high_open=True, per="month",
    remark=Remark("nowhere near", 3, 15, "Vahl"), furniture=True, sentence=1, first=2, last=4,
)  # fmt: skip


def test_a_figure_with_every_field_comes_back_as_it_was() -> None:
    (row,) = figure_table([FULL]).to_pylist()
    assert FULL == figure_of(row)
    assert "2.50E+3" == str(figure_of(row).low)


def test_no_field_of_a_figure_is_left_out_of_this_file() -> None:
    plain = Figure("x#1", "x", "text", 0, 1, "1", "count")
    left = [
        one.name for one in fields(Figure) if getattr(FULL, one.name) == getattr(plain, one.name)
    ]
    assert ["field", "kind", "high"] == left


@given(st.lists(st.sampled_from(["3%", "£4.5bn", "about 40", "dozens", "1 May", "5-7 km"])))
def test_figures_of_any_text_come_back_as_they_were(words: list[str]) -> None:
    text = " and ".join(f"it gave {word} to them" for word in words) or "Nothing."
    figures = extract(Document("a", text))
    assert figures == [figure_of(row) for row in figure_table(figures).to_pylist()]


def test_numbers_of_queries_are_the_numbers_of_the_figure() -> None:
    (row,) = figure_table([FULL]).to_pylist()
    assert (3000.0, 2500.0, None, 12) == (row["value"], row["low"], row["high"], row["number"])


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"title": "T", "source": "S", "published": "2024-05-01", "url": "u", "path": "p"},
        {"first_line": 3, "furniture": ((0, 2), (4, 5)), "first_column": 7, "title_line": 2},
        {"directives": (Directive("ignore", 4, 2), Directive("enable", -1))},
        {"locators": ((0, "paragraph 1"), (5, "table 1")), "rows": (1, 2, 5)},
    ],
)
def test_a_document_comes_back_as_it_was(changed: dict[str, object]) -> None:
    document = replace(Document("a", "Five texts."), **changed)
    (row,) = document_table([document], [1], {}).to_pylist()
    assert document == document_of(row)


def test_a_document_keeps_the_id_that_its_input_gave() -> None:
    (row,) = document_table([Document("a~2", "Text")], [0], {"a~2": "a"}).to_pylist()
    assert ("a~2", "a") == (row["id"], row["given_id"])


def test_a_claim_comes_back_as_it_was() -> None:
    claim = Claim("c", "people killed", ("a#1", "b#2"), "conflicting", "s", "killed", 2)
    (row,) = claim_table([claim]).to_pylist()
    assert claim == claim_of(row)
    assert 2 == row["documents"]


def test_the_number_of_a_figure_is_behind_the_last_sign() -> None:
    assert [12, 1] == [number_of("a#b#12"), number_of("x#1")]


def test_no_figures_are_a_table_too() -> None:
    assert 0 == figure_table(analyse(Document("a", "Nothing.")).figures).num_rows
