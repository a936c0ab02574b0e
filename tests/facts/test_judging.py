"""What reference figures say of the figures of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck import Document, analyse
from numcheck.alignment import load_measures
from numcheck.facts import facts_from_rows, judge

CITY = {"measure": "population", "subject": "New York", "value": "8,336,817", "period": "2023"}
QUAKE = {"measure": "deaths", "subject": "Velsk earthquake", "value": "at least 40"}
FIRM = {"measure": "employees", "subject": "Norwell Mills", "value": "412"}
RATE = {"measure": "unemployment rate", "subject": "Norland", "value": "4.1%"}
LINE = {"measure": "length", "subject": "Sund line", "value": "42", "unit": "km"}
PEAK = {"measure": "height", "subject": "Mount Sall", "value": "8848.86 m"}
PROFIT = {"measure": "profit", "subject": "Norwell Mills", "value": "£30m", "period": "2023"}
AGED = {"measure": "age", "subject": "Maria Keller", "value": "34"}
FALLEN = {"measure": "soldiers killed", "subject": "Norland", "value": "8-13"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The population of New York is about 8 million.", CITY),
        ("New York has about 8 million people.", CITY),
        ("New York, a city of 8.3 million people, is growing.", CITY),
        ("New York's 8.3 million residents pay more.", CITY),
        ("More than 8 million people live in New York, a city of 8.3 million people.", CITY),
        ("Norland's unemployment rate, 4.1%, is low.", RATE),
        ("The unemployment rate in Norland fell to 4.1%.", RATE),
        ("Unemployment in Norland was 4.1%.", RATE),
        ("Norwell Mills employs 412 people.", FIRM),
        ("Norwell Mills, which has 412 staff, is for sale.", FIRM),
        ("Norwell Mills made a profit of £30m in 2023.", PROFIT),
        ("Ten Norland soldiers were killed.", FALLEN),
    ],
)
def test_a_figure_that_agrees_is_verified(held, text, row):
    assert "verified" == held(row, text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("New York has a population of 9.5 million.", CITY),
        ("New York is the largest city. The city has 9.5 million people.", CITY),
        ("New York is growing. Its population is 9.5 million.", CITY),
        ("New York City has 9.5 million residents.", CITY),
        ("The official unemployment rate in Norland is 6%.", RATE),
        ("Norwell Mills has 500 employees.", FIRM),
        ("Norwell Mills made a profit of £45m in 2023.", PROFIT),
        ("Some 50 Norland soldiers were killed.", FALLEN),
    ],
)
def test_a_figure_that_differs_is_contradicted(held, text, row):
    assert "contradicted" == held(row, text)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The population of Los Angeles is 9.5 million.", CITY),
        ("Los Angeles has 3.9 million people, fewer than New York.", CITY),
        ("The Bronx in New York has a population of 1.4 million.", CITY),
        ("The population of New York grew by 100,000.", CITY),
        ("New York has 12 people on its board.", CITY),
        ("New York does not have 9.5 million people.", CITY),
        ("Youth unemployment in Norland was 9%.", RATE),
        ("Unemployment in Norland rose 9%.", RATE),
        ("Norwell Mills sacked 90 workers.", FIRM),
        ("Norwell Mills has 500 employees in three towns.", FIRM),
        ("Norwell Mills made a pre-tax profit of £45m in 2023.", PROFIT),
        ("Norwell Mills had sales of £45m in 2023.", PROFIT),
        ("Norwell Mills made a profit of $45m in 2023.", PROFIT),
        ("500 civilians were killed in Norland.", FALLEN),
        ("Unemployment among men in Norland was 7%.", RATE),
        ("Norland's unemployment rate could reach 6%.", RATE),
        ("In Norland, an unemployment rate of 6% is expected.", RATE),
        ("The Velsk earthquake killed 12 people on Monday.", QUAKE),
        ("The Velsk earthquake killed 2 people.", QUAKE),
        ("The company employs 500 people. Norwell Mills was founded in 1898.", FIRM),
    ],
)
def test_where_it_is_not_sure_what_is_meant_nothing_is_said(held, text, row):
    assert "silent" == held(row, text)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Velsk earthquake killed 12 people.", "contradicted"),
        ("The Velsk earthquake killed 63 people.", "silent"),
        ("At least 40 people died in the Velsk earthquake.", "verified"),
        ("More than 30 people were killed in the Velsk earthquake.", "verified"),
        ("The death toll from the Velsk earthquake rose to 27.", "contradicted"),
        ("The Velsk earthquake injured 12 people.", "silent"),
    ],
)
def test_a_bound_supports_what_follows_from_it_and_forbids_what_it_excludes(held, text, outcome):
    assert outcome == held(QUAKE, text)


def test_a_predicate_may_stand_for_what_is_measured(held, fact):
    row = fact("area", "Norland", "35,700", unit="square kilometres")
    assert "verified" == held(row, "Norland covers 35,700 square kilometres.")
    assert "contradicted" == held(row, "Norland covers 57,300 square kilometres.")


def test_a_bound_far_from_the_fact_is_neither_right_nor_wrong(held):
    assert "silent" == held(CITY, "New York has more than 2 million residents.")


@pytest.mark.parametrize(
    ("text", "row", "outcome"),
    [
        ("The Sund line is 26 miles long.", LINE, "verified"),
        ("The Sund line is 42 miles long.", LINE, "contradicted"),
        ("Mount Sall, 8,849 metres high, is the tallest.", PEAK, "verified"),
        ("Mount Sall is 29,000 feet high.", PEAK, "verified"),
        ("Mount Sall is 9,200 metres high.", PEAK, "contradicted"),
        ("Mount Sall is 12 miles from Harby.", PEAK, "silent"),
    ],
)
def test_units_are_converted(held, text, row, outcome):
    assert outcome == held(row, text)


@pytest.mark.parametrize(
    ("text", "published", "outcome"),
    [
        ("In 2019 New York had a population of 8.9 million.", "", "silent"),
        ("In 2023 New York had a population of 8.9 million.", "", "contradicted"),
        ("Since 2019 New York has had a population of 8.9 million.", "", "silent"),
        ("New York has a population of 8.9 million.", "2024-05-01", "contradicted"),
        ("New York has a population of 8.9 million.", "2044-05-01", "silent"),
        ("New York has a population of 8.9 million.", "2011-05-01", "silent"),
        ("New York had a population of 8.9 million last year.", "2024-05-01", "contradicted"),
        ("New York had a population of 8.9 million last year.", "2020-05-01", "silent"),
        ("New York has a population of 8.9 million today.", "2024-05-01", "contradicted"),
    ],
)
def test_only_figures_of_one_time_are_compared(held, text, published, outcome):
    assert outcome == held(CITY, text, published)


def test_an_undated_figure_speaks_of_the_latest_fact(held, fact):
    rows = [
        fact("population", "Harby", "62,000", period="1991"),
        fact("population", "Harby", "81,440", period="2021"),
    ]
    assert "verified" == held(rows, "The population of Harby is 81,000.")
    assert "contradicted" == held(rows, "The population of Harby is 95,000.")
    assert "silent" == held(rows, "The population of Harby is 62,000.")
    assert "verified" == held(rows, "In 1991 the population of Harby was 62,000.")


def test_a_toll_that_was_published_early_may_be_lower(held, fact):
    row = fact("deaths", "Velsk earthquake", "63", period="2024-03-08")
    text = "The Velsk earthquake killed 12 people."
    assert "silent" == held(row, text, "2024-03-04")
    assert "contradicted" == held(row, text, "2024-03-20")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The minister, Maria Keller, 34, resigned.", "verified"),
        ("Maria Keller resigned. Keller, 34, is a minister.", "verified"),
        ("Maria Keller resigned. Keller, 39, is a minister.", "contradicted"),
        ("Ms Keller, who is 39, resigned.", "silent"),
    ],
)
def test_an_age_belongs_to_the_person_who_was_named(held, text, outcome):
    assert outcome == held(AGED, text)


def test_an_age_grows_with_the_years(held, fact):
    row = fact("age", "Maria Keller", "34", as_of="2020-06-01")
    text = "The minister, Maria Keller, 38, resigned."
    assert "verified" == held(row, text, "2024-03-01")
    assert "contradicted" == held(row, text, "2030-03-01")
    assert "silent" == held(row, text)


def test_one_subject_may_have_several_names(held, fact):
    row = fact("population", "Harby; Port Sallow", "81,440")
    assert "verified" == held(row, "Port Sallow has 81,440 residents.")
    assert "verified" == held(row, "Harby has 81,440 residents.")


def test_another_source_that_agrees_outweighs_one_that_does_not(held, fact):
    rows = [
        fact("population", "Harby", "81,440", source="Census"),
        fact("population", "Harby", "95,000", source="Town hall"),
    ]
    assert "verified" == held(rows, "The population of Harby is 95,000.")


def test_the_same_table_says_the_same_in_any_order():
    rows = [CITY, QUAKE, FIRM, RATE, LINE]
    text = "The Sund line is 42 miles long. Norwell Mills employs 412 people."
    analyses = [analyse(Document(id="a", text=text))]
    one, other = (judge(facts_from_rows(table), analyses) for table in (rows, rows[::-1]))
    assert [figure.text for figure, _ in one.contradicted] == ["42 miles"]
    assert [figure.text for figure, _ in one.contradicted] == [
        figure.text for figure, _ in other.contradicted
    ]
    assert list(one.verified) == list(other.verified)


@given(st.integers(100, 10**9))
def test_a_figure_is_verified_by_itself_and_contradicted_by_its_double(value):
    def said(number: int) -> tuple[int, int]:
        table = facts_from_rows(
            [{"measure": "population", "subject": "Harby", "value": f"{value}"}]
        )
        text = f"The population of Harby is {number:,}."
        judgement = judge(table, [analyse(Document(id="a", text=text))])
        return len(judgement.verified), len(judgement.contradicted)

    assert (1, 0) == said(value)
    assert (0, 1) == said(2 * value)


def test_measures_of_a_user_lead_from_the_words_of_a_text_to_a_fact():
    rows = [{"measure": "berths", "subject": "Skarvik Marina", "value": "140"}]
    analyses = [analyse(Document(id="a", text="Skarvik Marina has 120 pontoons."))]
    extra = {"measures": {"berths": {"counted": ["berth", "pontoon"]}}}
    shipped = judge(facts_from_rows(rows), analyses)
    widened = judge(facts_from_rows(rows, measures=load_measures(extra)), analyses)
    assert (0, 1) == (len(shipped.contradicted), len(widened.contradicted))
