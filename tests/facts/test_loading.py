"""Tables: formats, how values are read, and what is said of broken rows."""

from __future__ import annotations

import builtins
import gc
import json
from decimal import Decimal
from pathlib import Path

import pytest

from numcheck.errors import FactsError
from numcheck.facts import facts_from_rows, load_facts
from numcheck.model import Fact

HEAD = "measure,subject,value,unit,period,source,link,note\n"


def table(path: Path, text: str) -> tuple[Fact, ...]:
    path.write_text(text, "utf-8")
    return load_facts([path]).facts


def complaint(path: Path, text: str) -> str:
    with pytest.raises(FactsError) as caught:
        table(path, text)
    return str(caught.value).replace(f"{path.parent}/", "")


def row(**cells: str) -> Fact:
    given = {"measure": "population", "subject": "Harby", **cells}
    (fact,) = facts_from_rows([given]).facts
    return fact


def test_a_csv_table_is_read_row_by_row(tmp_path):
    text = (
        "# my figures\n"
        f"{HEAD}"
        'population,Harby; Old Harby,"81,440",,2021,Census,https://x.example/1,"two\nlines"\n'
        "\n# another\nlength,Sund line,42,km,,,,\n"
    )
    first, second = table(tmp_path / "f.csv", text)
    assert ("Harby", "Old Harby") == first.subject
    assert Decimal(81440) == first.figure.value
    assert ("2021-01-01", "2021-12-31") == first.period
    assert ("Census", "https://x.example/1", "two\nlines") == (
        first.source,
        first.link,
        first.note,
    )
    assert [f"{tmp_path}/f.csv:{line}" for line in (3, 7)] == [first.place, second.place]
    assert ("measure", "kilometer", "42 km") == (
        second.figure.kind,
        second.figure.unit,
        second.value,
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("f.csv", "measure;subject;value\npopulation;Harby;1,2 million\n"),
        ("f.tsv", "Measure\tSubject\tValue\npopulation\tHarby\t1.2 million\n"),
        ("f.yaml", "- measure: population\n  subject: Harby\n  value: 1.2 million\n"),
        ("f.yml", "facts:\n  - {measure: population, subject: [Harby], value: 1200000}\n"),
        ("f.json", '[{"measure": "population", "subject": "Harby", "value": 1200000}]'),
        ("f.jsonl", '\n{"measure": "population", "subject": ["Harby"], "value": "1.2 million"}\n'),
    ],
)
def test_every_format_gives_the_same_fact(tmp_path, name, text):
    (fact,) = table(tmp_path / name, text)
    assert ("population", ("Harby",)) == (fact.measure, fact.subject)
    assert Decimal("1200000") == fact.figure.value


def test_numbers_keep_their_digits(tmp_path):
    texts = {
        "f.yaml": "- {measure: rate, subject: Norland, value: 4.10}\n",
        "f.json": '[{"measure": "rate", "subject": "Norland", "value": 4.10}]',
    }
    for name, text in texts.items():
        (fact,) = table(tmp_path / name, text)
        assert ("4.10", Decimal("0.01")) == (fact.value, fact.figure.resolution)


def test_a_parquet_table_and_a_database_are_read(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    rows = (
        "SELECT 'population' AS measure, ['Harby', 'Old Harby'] AS subject, "
        "81440.0::DOUBLE AS value, DATE '2021-03-01' AS as_of, NULL AS note"
    )
    parquet, database = tmp_path / "f.parquet", tmp_path / "f.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute(f"CREATE TABLE people AS {rows}")
        connection.execute(f"COPY ({rows}) TO '{parquet}' (FORMAT parquet)")
    for path in (parquet, database):
        (fact,) = load_facts([path]).facts
        assert ("Harby", "Old Harby") == fact.subject
        assert ("81440", ("2021-03-01", "2021-03-01")) == (fact.value, fact.period)
        assert f"{path}:1" == fact.place


def test_a_database_of_several_tables_wants_one_called_facts(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "f.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE one AS SELECT 1 AS value")
        connection.execute("CREATE TABLE two AS SELECT 2 AS value")
    with pytest.raises(FactsError, match=r"Call it 'facts' \(tables there: one, two\)"):
        load_facts([path])
    with duckdb.connect(str(path)) as connection:
        connection.execute(
            "CREATE TABLE facts AS SELECT 'height' AS measure, 'Mount Sall' AS subject, "
            "8849 AS value, 'm' AS unit"
        )
    assert ["8849 m"] == [fact.value for fact in load_facts([path]).facts]


def test_columns_of_a_parquet_table_are_checked_and_it_must_hold_rows(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    path = tmp_path / "f.parquet"
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT 1 AS valeu WHERE false) TO '{path}'")
    with pytest.raises(FactsError) as caught:
        load_facts([path])
    assert "unknown column 'valeu'; did you mean value?" in str(caught.value)
    assert "the table has no rows" in str(caught.value)
    path.write_bytes(b"PAR1 nothing")
    with pytest.raises(FactsError, match="cannot be read"):
        load_facts([path])
    with pytest.raises(FactsError, match="no such file"):
        load_facts([tmp_path / "missing.parquet"])


def test_a_parquet_table_without_duckdb_says_what_to_install(tmp_path, monkeypatch):
    original = builtins.__import__

    def refuse(name, *rest, **others):
        if name == "duckdb":
            raise ImportError(name)
        return original(name, *rest, **others)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(FactsError, match=r"pip install 'numcheck\[facts\]'"):
        load_facts([tmp_path / "f.parquet"])


@pytest.mark.parametrize(
    ("value", "unit", "kind", "low", "high", "bound"),
    [
        ("1.2 million", "", "count", 1200000, 1200000, "exact"),
        ("£30m", "", "money", 30000000, 30000000, "exact"),
        ("30", "million GBP", "money", 30000000, 30000000, "exact"),
        ("at least 40", "", "count", 40, None, "at_least"),
        ("more than 40", "people", "count", 40, None, "more_than"),
        ("8-13", "", "count", 8, 13, "range"),
        ("dozens", "", "count", 24, 99, "vague"),
        ("2023", "", "count", 2023, 2023, "exact"),
        ("about 2000", "", "count", 1800, 2200, "approximate"),
        ("4.1", "%", "percent", Decimal("4.1"), Decimal("4.1"), "exact"),
        ("-12.5", "degrees Celsius", "measure", Decimal("-12.5"), Decimal("-12.5"), "exact"),
        ("3", "thousand tonnes", "measure", 3000, 3000, "exact"),
    ],
)
def test_values_are_read_as_in_a_text(value, unit, kind, low, high, bound):
    figure = row(value=value, unit=unit).figure
    assert (kind, bound) == (figure.kind, figure.bound)
    assert (low, high) == (figure.low, figure.high)


def test_low_and_high_stand_for_a_value():
    fact = row(low="4.0", high="4.2", unit="%")
    assert ("range", Decimal("4.0"), Decimal("4.2"), None) == (
        fact.figure.bound, fact.figure.low, fact.figure.high, fact.figure.value,
    )  # fmt: skip
    assert "4.0% to 4.2%" == fact.value
    least, most = row(low="40"), row(high="40")
    assert ("at_least", "at least 40") == (least.figure.bound, least.value)
    assert ("at_most", "at most 40") == (most.figure.bound, most.value)
    assert "41 (40 to 42)" == row(value="41", low="40", high="42").value


def test_a_bound_column_says_how_the_value_is_meant():
    least = row(value="40", bound="at least")
    assert ("at_least", Decimal(40), None, "at least 40") == (
        least.figure.bound, least.figure.low, least.figure.high, least.value,
    )  # fmt: skip
    less = row(value="40", bound="less-than").figure
    assert (None, Decimal(40), True) == (less.low, less.high, less.high_open)
    about = row(value="3000", bound="approximate")
    assert ("about 3000", Decimal(2700)) == (about.value, about.figure.low)
    exact = row(value="about 3000", bound="exact")
    assert ("3000", Decimal(3000), Decimal(3000)) == (
        exact.value, exact.figure.low, exact.figure.high,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2023-02-03", ("2023-02-03", "2023-02-03")),
        ("2019-2021", ("2019-01-01", "2021-12-31")),
        ("2019 to 2021", ("2019-01-01", "2021-12-31")),
        ("2019/20", ("2019-01-01", "2020-12-31")),
        ("Q1 2023", ("2023-01-01", "2023-03-31")),
        ("2023-Q4", ("2023-10-01", "2023-12-31")),
        ("H2 2023", ("2023-07-01", "2023-12-31")),
        ("June 2023", ("2023-06-01", "2023-06-30")),
        ("30 June 2023", ("2023-06-30", "2023-06-30")),
    ],
)
def test_periods_are_read_as_people_write_them(text, period):
    assert period == row(value="5", period=text).period
    assert period == row(value="5", as_of=text).period


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"measure": ""}, "no measure; say what is measured, such as population"),
        ({"measure": "12"}, "the measure '12' is no word; say what is measured"),
        ({"subject": ""}, "no subject; name whose it is, such as New York"),
        ({"subject": "-"}, "the subject '-' is no name"),
        ({"value": ""}, "no value; give one, or low and high"),
        ({"value": "many"}, "no number in 'many'; write it as in a text, such as 1.2 million"),
        ({"value": "12, 14 and 15"}, "'12, 14 and 15' holds several numbers"),
        ({"value": "1" * 201 + "x"}, "a value is one number, not a text"),
        ({"unit": "kilometrs"}, "no unit, currency or noun 'kilometrs'; did you mean kilometres?"),
        ({"unit": "qqxx"}, "no unit, currency or noun 'qqxx'; use one such as km, USD, %, people"),
        ({"period": "soon"}, "no year in the period 'soon'; write 2023"),
        ({"period": "2023-13"}, "no year in the period '2023-13'"),
        ({"period": "2023-02-30"}, "no year in the period '2023-02-30'"),
        ({"bound": "at_leest"}, "no bound is called 'at_leest'; did you mean at_least?"),
        ({"bound": "xyz"}, "no bound is called 'xyz'; use exact, "),
        ({"bound": "range"}, "'81,440' cannot be 'range'; give low and high instead"),
        ({"value": "", "low": "5", "high": "4"}, "low, value and high are not in order: 5 to 4"),
        ({"value": "", "low": "5 km", "high": "6 kg"}, "value, low and high have different units"),
        ({"value": "", "low": "3-5"}, "low, high and the value between them are plain numbers"),
        ({"valeu": "4"}, "unknown column 'valeu'; did you mean value?"),
        ({"zzzz": "4"}, "unknown column 'zzzz'; use measure, subject, value"),
    ],
)
def test_a_broken_row_says_what_is_wrong(cells, told):
    with pytest.raises(FactsError) as caught:
        row(**{"value": "81,440", **cells})
    assert str(caught.value).startswith(f"facts:1: {told}")


def test_all_broken_rows_are_told_at_once_with_file_and_line(tmp_path):
    text = f"{HEAD}population,,5\npopulation,Harby,5\n\n,Harby,5\nage,Keller,old\n"
    lines = complaint(tmp_path / "f.csv", text).split("\n")
    assert ["f.csv:2", "f.csv:5", "f.csv:6"] == [line.partition(": ")[0] for line in lines]


def test_a_flood_of_problems_is_cut(tmp_path):
    lines = complaint(tmp_path / "f.csv", HEAD + "population,,5\n" * 150).split("\n")
    assert (101, "… and 50 more problems") == (len(lines), lines[-1])


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("f.csv", "", 'f.csv: empty file; "numcheck facts init" writes an example'),
        (
            "f.csv",
            "# nothing\n",
            "f.csv: no line of column names; begin with measure,subject,value",
        ),
        ("f.csv", HEAD, 'f.csv: no facts in it; "numcheck facts init" writes an example'),
        ("f.csv", "measure,subjekt,value\n", "f.csv:1: unknown column 'subjekt'; did you mean"),
        ("f.csv", "measure,,value\n", "f.csv:1: column 2 has no name"),
        ("f.csv", "value,value\n", "f.csv:1: the column 'value' is there twice"),
        ("f.csv", HEAD + "a,b,1,000,x,y,z,n,more\n", "f.csv:2: 9 cells under 8 columns"),
        ("f.csv", HEAD + 'a,"b"x,1\n', "f.csv:2: broken line:"),
        ("f.yaml", "- {a: [}\n", "f.yaml:1:8: broken YAML"),
        ("f.yaml", "a: \x01\n", "f.yaml: broken YAML"),
        ("f.yaml", "# nothing\n", "f.yaml: only comments"),
        ("f.yaml", "measure: a\nvalue: 2\n", "f.yaml:1: facts are a list; put a dash before each"),
        ("f.yaml", "12\n", "f.yaml:1: facts are a list; put a dash before each"),
        ("f.yaml", "- 12\n", "f.yaml:1: a fact is a mapping with measure, subject and value"),
        ("f.yaml", "- a: 1\n  a: 2\n", "f.yaml:2: the key 'a' is there twice"),
        ("f.yaml", "- measure: [[[a]]]\n", "f.yaml:1: nested too deeply"),
        ("f.yaml", "- &a [*a]\n", "f.yaml:1:7: broken YAML: an alias within"),
        ("f.json", "{}", "f.json: a list of objects is needed"),
        ("f.json", '[\n{"a": }]', "f.json:2: broken JSON at column 7"),
        ("f.json", '[{"value": "1"} {}]', "f.json:1: broken JSON: a comma or ] is missing"),
        ("f.json", "[{}] more", "f.json: broken JSON: something follows the list"),
        ("f.json", "[" * 100_000, "f.json:1: broken JSON: nested too deeply"),
        ("f.json", '[{"value": true}]', "f.json:1: 'value' must be a text or a number"),
        ("f.json", '[{"subject": [{}]}]', "f.json:1: 'subject' must be a text or a list of texts"),
        ("f.jsonl", '{"a": 1} {}\n', "f.jsonl:1: broken JSON at column 9: extra data"),
        ("f.jsonl", '\n{"a"\n', "f.jsonl:2: broken JSON"),
        ("f.xlsx", "a", "f.xlsx: no table; name a .csv .duckdb .json"),
    ],
)
def test_a_broken_table_is_one_clear_line(tmp_path, name, text, told):
    lines = complaint(tmp_path / name, text).split("\n")
    assert any(line.startswith(told) for line in lines), lines


def test_a_missing_file_and_binary_data_are_told(tmp_path):
    with pytest.raises(FactsError, match="no such file or directory"):
        load_facts([tmp_path / "missing.csv"])
    (tmp_path / "f.csv").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(FactsError, match="a PNG image"):
        load_facts([tmp_path / "f.csv"])


def test_a_fact_as_plain_data(tmp_path):
    fact = row(value="about 3,000", period="2023", source="Census")
    assert json.loads(json.dumps(fact.to_dict())) == {
        "measure": "population",
        "subject": ["Harby"],
        "text": "about 3,000",
        "kind": "count",
        "value": 3000,
        "low": 2700,
        "high": 3300,
        "bound": "approximate",
        "unit": None,
        "period": ["2023-01-01", "2023-12-31"],
        "source": "Census",
        "link": "",
        "note": "",
        "place": "facts:1",
    }
    assert ("Harby: population", "about 3,000 (2023)") == (fact.label, fact.stated)


def test_a_table_of_many_subjects_answers_at_once():
    rows = [
        {"measure": "population", "subject": f"Harby {number}", "value": f"{number + 1}"}
        for number in range(2000)
    ]
    facts = facts_from_rows(rows)
    assert 2000 == len(facts)
    assert [("harby", "7")] == [one.words for one in facts.subjects({"harby", "7"})]


def test_reading_a_table_leaves_the_collector_of_garbage_as_it_was(tmp_path):
    table = tmp_path / "facts.csv"
    table.write_text("measure,subject,value\npopulation,Elmsey,4100\n", encoding="utf-8")
    broken = tmp_path / "broken.csv"
    broken.write_text("measure,subject,value\npopulation,Elmsey,many\n", encoding="utf-8")
    for enabled in (False, True):
        (gc.enable if enabled else gc.disable)()
        try:
            load_facts([table])
            with pytest.raises(FactsError, match=r"broken\.csv:2"):
                load_facts([broken])
            assert enabled is gc.isenabled()
        finally:
            gc.enable()
