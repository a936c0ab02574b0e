"""Dates, as far as they are known."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Document


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("3 October", "--10-03"),
        ("3rd of October", "--10-03"),
        ("3 October 2024", "2024-10-03"),
        ("3 Oct. 2024", "2024-10-03"),
        ("October 3", "--10-03"),
        ("October 3, 2024", "2024-10-03"),
        ("Oct. 3", "--10-03"),
        ("October the 3rd", "--10-03"),
        ("October 2024", "2024-10"),
        ("October of 2024", "2024-10"),
        ("March 9", "--03-09"),
        ("May 2019", "2019-05"),
        ("8 to 13 October", "--10-08/--10-13"),
        ("8-13 October 2024", "2024-10-08/2024-10-13"),
        ("October 8 to 13", "--10-08/--10-13"),
        ("October 8-13, 2024", "2024-10-08/2024-10-13"),
        ("8 and 9 October", "--10-08/--10-09"),
        ("2024-10-03", "2024-10-03"),
        ("13/10/2024", "2024-10-13"),
        ("10/13/2024", "2024-10-13"),
        ("10/10/24", "2024-10-10"),
        ("9/11/2001", "2001"),
        ("03/10/2024", "2024"),
        ("3.10.2024", "2024-10-03"),
        ("2019-20", "2019/2020"),
        ("2019/20", "2019/2020"),
        ("1914-18", "1914/1918"),
        ("1914-1918", "1914/1918"),
        ("2024", "2024"),
        ("1990s", "199X"),
        ("2024’s", "2024"),
        ("31 June", "--06-31"),
        ("30 February 2023", "2023-02-30"),
    ],
)
def test_dates_are_read_as_far_as_they_are_known(figures, written, iso):
    found = figures(f"It began in {written}, they say.")
    assert [("date", iso)] == [(each.kind, each.iso) for each in found]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It fell apart in the ’80s.", "198X"),
        ("It fell apart in the mid-1990s.", "199X"),
        ("It must end by 2150.", "2150"),
        ("It began on may 19.", "--05-19"),
        ("Nineteen eighty-four was cold.", "1984"),
        ("It began in nineteen fifteen.", "1915"),
        ("It began in twenty twenty-four.", "2024"),
    ],
)
def test_years_and_decades_in_other_forms(only, text, iso):
    assert ("date", iso) == (only(text).kind, only(text).iso)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("There were 1500 soldiers.", [1500]),
        ("More than 2000 votes came in.", [2000]),
        ("They sold 1,999 cars.", [1999]),
        ("They have 2000 km to go.", [2000]),
        ("It cost $1999.", [1999]),
        ("They shot 1812 men.", [1812]),
        ("Twenty fifteen-year-olds sang.", [20, 15]),
        ("It may 3 times fail.", [3]),
        ("They march 5 miles.", [5]),
    ],
)
def test_what_counts_is_no_date(quantities, text, values):
    assert values == [each.value for each in quantities(text)]


@pytest.mark.parametrize(
    "text", ["The 1945 troops came.", "The 2019 elections failed.", "In 2019 workers struck."]
)
def test_a_year_before_a_plural_is_still_a_year(only, text):
    assert "date" == only(text).kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("March 9:30 is late.", ["time"]),
        ("Add May 5 per cent more.", ["percent"]),
        ("October 45 was never.", ["count"]),
        ("It is 8-13.", ["count"]),
        ("It is 2024-2020.", ["date", "date"]),
        ("It is 1999-1.", ["date", "count"]),
        ("October", []),
        ("It began in October.", []),
        ("The code 1.2.34 failed.", ["identifier"]),
    ],
)
def test_what_only_looks_like_a_date_is_none(figures, text, kinds):
    assert kinds == [each.kind for each in figures(text)]


def test_a_word_month_needs_its_capital_or_a_day(figures):
    assert [] == figures("They may march on.")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("House sales are at their lowest since '91", "1991"),
        ("The class of ’68 met in the hall.", "1968"),
        ("The mill was sold in '07 for £3m.", "2007"),
    ],
)
def test_two_digits_behind_an_apostrophe_are_a_year(text: str, iso: str) -> None:
    figures = extract(Document(id="a", text=text))
    assert [("date", iso)] == [(f.kind, f.iso) for f in figures if f.kind == "date"]


def test_two_digits_that_open_a_quotation_are_no_year() -> None:
    figures = extract(Document(id="a", text="They spoke of '12 good men' that day."))
    assert [] == [figure for figure in figures if figure.kind == "date"]
