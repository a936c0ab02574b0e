"""Dates of publication."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.reading.dates import find_date, iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-03T08:15:00Z", "2024-05-03T08:15+00:00"),
        ("2024-05-03T08:15:30.250+02:00", "2024-05-03T08:15:30+02:00"),
        ("2024-05-03 08:15:00 +0100", "2024-05-03T08:15+01:00"),
        ("3 May 2024", "2024-05-03"),
        ("Friday 3rd of May 2024", "2024-05-03"),
        ("Fri, 03 May 2024 07:15:00 GMT", "2024-05-03T07:15+00:00"),
        ("May 3, 2024", "2024-05-03"),
        ("Sept. 3, 2024 at 9.05 pm BST", "2024-09-03T21:05+01:00"),
        ("3 May 2024, 12:10 am", "2024-05-03T00:10"),
        ("23/5/2024", "2024-05-23"),
        ("5/23/2024", "2024-05-23"),
        ("5.5.2024", "2024-05-05"),
    ],
)
def test_a_date_is_read_however_it_is_written(written: str, iso: str) -> None:
    assert iso == iso_date(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "May 2024",
        "31 April 2024",
        "2024-13-01",
        "12 Brumaire 2024",
        "3 May 2024 and later",
        "3 May 2024 08:15 XYZ",
        "2024-05-03T08:15+55:00",
        "x" * 300,
    ],
)
def test_anything_else_is_no_date(written: str) -> None:
    assert "" == iso_date(written)


def test_a_date_that_two_countries_read_differently_is_left_out() -> None:
    assert "" == iso_date("3/5/2024")


@pytest.mark.parametrize("clock", ["25:10", "13:10 pm", "0:10 am"])
def test_an_impossible_clock_time_leaves_the_day(clock: str) -> None:
    assert (0, 10, "2024-05-03") == find_date(f"2024-05-03 {clock}")


def test_the_first_date_of_a_line_is_found_with_its_place() -> None:
    assert (8, 18, "2024-05-03") == find_date("Posted, 3 May 2024 (updated 2024-05-04)")


@given(st.dates(min_value=date(1800, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_reads_back_in_each_style(day: date) -> None:
    month = "January February March April May June July August September October November December"
    name = month.split()[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{day.day} {name[:3]} {day.year}",
    ):
        assert day.isoformat() == iso_date(written)


@given(st.text(max_size=60))
def test_what_is_read_is_iso_8601(words: str) -> None:
    found = find_date(f"{words} 3 May 2024 {words}")
    assert found is None or datetime.fromisoformat(found[2])
