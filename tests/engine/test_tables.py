"""Tables read out of text."""

from __future__ import annotations

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from numcheck import Document, analyse, check
from numcheck.engine.tables import Table, tables

BARS = "Before.\n\n| Depot | Buses |\n|---|---:|\n| Mill | **84** |\n| Canal | 57 |\n\nAfter."
GAPS = "Depot      Buses   Trams\nMill          84      12\nCanal Road    57      30\n"
PAGE = "Depot | Buses\nMill | 84\nCanal | 57"


def read(text: str) -> list[Table]:
    return list(tables(text, analyse(Document(id="a", text=text)).figures))


def test_markdown_bars_and_spaces_part_cells() -> None:
    for text in (BARS, GAPS, PAGE):
        (table,) = read(text)
        assert "Mill" == table.rows[0][0].text
        assert table.rows[0][1].figure is not None
        assert "84" == table.rows[0][1].figure.text


def test_cells_say_where_they_stand() -> None:
    (table,) = read(BARS)
    for row in (table.header, *table.rows):
        for cell in row:
            assert cell.text == BARS[cell.start : cell.end]


def test_prose_is_no_table() -> None:
    assert [] == read("A sentence.  Another one after two spaces.\nA third | with a bar.")


@given(st.text(alphabet="ab1 |\t\n-", max_size=120))
def test_any_arrangement_of_bars_is_read(text: str) -> None:
    for table in read(text):
        assert all(len(row) == len(table.header) for row in table.rows)


def total(column: str, rows: str, note: str = "") -> list[str]:
    text = f"Counts.\n\n| What | {column} |\n|---|---|\n{rows}\n{note}"
    found = check([Document(id="a", text=text)]).findings
    return [finding.message for finding in found if finding.family == "G1"]


def test_a_total_off_by_one_is_reported_where_counts_are_whole() -> None:
    found = total("Sheep", "| North | 12 |\n| South | 30 |\n| Total | 43 |")
    assert ["The column “Sheep” adds up to 42, not 43."] == found


def test_a_note_on_rounding_allows_for_it() -> None:
    rows = "| North | 12 |\n| South | 30 |\n| Total | 43 |\n"
    assert [] == total("Sheep", rows, "\nNumbers are rounded.")


def test_averages_are_not_added_up() -> None:
    assert [] == total("Average age", "| North | 41 |\n| South | 35 |\n| All | 38 |")


def test_a_column_with_a_gap_is_left_alone() -> None:
    assert [] == total("Sheep", "| North | 12 |\n| South | n/a |\n| Total | 43 |")


def test_a_table_of_ten_times_the_rows_takes_about_ten_times_as_long() -> None:
    def seconds(rows: int) -> float:
        text = "Depot | Buses | Trams\n" + "".join(f"Mill {n} | {n} | {n}\n" for n in range(rows))
        figures = analyse(Document(id="a", text=text)).figures
        began = process_time()
        assert 1 == len(list(tables(text, figures)))
        return process_time() - began

    few = min(seconds(300) for _ in range(3))
    assert seconds(3000) < 40 * few
