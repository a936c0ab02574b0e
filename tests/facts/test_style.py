"""Tables of a house that writes decimals with a comma and days first."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from numcheck import Document, check
from numcheck.extraction.style import Style
from numcheck.facts import facts_from_rows, load_facts

COMMA = Style("day-first", "comma")


def values(style: Style | None, *cells: object) -> list[Decimal | None]:
    rows = [
        {"measure": "length", "subject": "Velsk", "value": cell, "unit": "km"} for cell in cells
    ]
    return [fact.figure.value for fact in facts_from_rows(rows, style=style).facts]


def test_the_mark_of_the_house_stands_before_decimals() -> None:
    assert [Decimal("3.5"), Decimal("1.25"), 1250, 1250] == values(
        COMMA, "3,5", "1,250", "1.250", "1250"
    )
    assert [1250, Decimal("1.250")] == values(None, "1,250", "1.250")


def test_one_value_is_read_anew_for_every_style() -> None:
    assert values(None, "2.750") == [Decimal("2.750")]
    assert values(COMMA, "2.750") == [2750]
    assert values(Style(), "2.750") == [Decimal("2.750")]


def test_a_number_of_a_machine_means_what_it_means_to_the_machine() -> None:
    assert [Decimal("1.25"), Decimal("1.125"), 1250] == values(COMMA, 1.25, 1.125, 1250)


def test_numbers_in_json_are_of_a_machine_and_texts_are_of_the_house(tmp_path: Path) -> None:
    cells = '[{"measure": "length", "subject": "Velsk", "unit": "km", "value": %s}]'
    for value, expected in (("1.125", Decimal("1.125")), ('"1.125"', 1125)):
        path = tmp_path / "facts.json"
        path.write_text(cells % value)
        [fact] = load_facts([path], style=COMMA).facts
        assert expected == fact.figure.value


@pytest.mark.parametrize("column", ["1.125", "CAST('1.125' AS DECIMAL(9,3))", "1.125::DOUBLE"])
def test_numbers_in_a_database_are_of_a_machine(tmp_path: Path, column: str) -> None:
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "facts.duckdb"
    with duckdb.connect(str(path)) as base:
        base.execute(
            f"CREATE TABLE facts AS SELECT 'length' AS measure, 'Velsk' AS subject, "
            f"{column} AS value, 'km' AS unit"
        )
    [fact] = load_facts([path], style=COMMA).facts
    assert Decimal("1.125") == fact.figure.value


def test_ends_and_bounds_are_of_the_house_too() -> None:
    rows = [
        {"measure": "length", "subject": "Velsk", "low": "1.250", "high": "1.400", "unit": "m"},
        {"measure": "length", "subject": "Velsk", "value": "1.250", "unit": "m", "bound": "nearly"},
    ]
    span, nearly = (fact.figure for fact in facts_from_rows(rows, style=COMMA).facts)
    assert (1250, 1400) == (span.low, span.high)
    assert 1000 < nearly.low <= nearly.high <= 1250


def test_the_day_stands_where_the_house_writes_it() -> None:
    row = {"measure": "length", "subject": "Velsk", "value": "3", "period": "03/04/2025"}
    for dates, day in (("day-first", "2025-04-03"), ("month-first", "2025-03-04")):
        [fact] = facts_from_rows([row], style=Style(dates)).facts
        assert (day, day) == fact.period


def test_a_check_reads_its_tables_in_the_style_of_its_texts(tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text('measure,subject,value,unit\npopulation,Harby,"81.440",people\n')
    text = Document(id="a", text="Harby has a population of 81.440.")
    report = check([text], facts=[table], style=COMMA)
    assert ["81.440"] == [one.text for one in report.figures if one.id in report.verified]
    assert json.dumps(report.to_dict()["verified"]) != "{}"
