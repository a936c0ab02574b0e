from datetime import date

import pytest

from numcheck.engine.dates import clock_minutes, date_span, day_and_month, possible_days, year_of


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("2024-02-03/2024-03-01", date(2024, 2, 3), date(2024, 3, 1)),
    ],
)
def test_a_date_spans_what_is_not_said(iso, first, last):
    assert (first, last) == date_span(iso)


@pytest.mark.parametrize("iso", ["--02-03", "2023-02-29", "2023-13", "soon", "2024/2023", ""])
def test_no_span_without_a_year_or_for_days_that_do_not_exist(iso):
    assert date_span(iso) is None


def test_days_months_and_years():
    assert (None, 10, 3) == day_and_month("--10-03")
    assert (2024, 10, 3) == day_and_month("2024-10-03T07:00")
    assert day_and_month("2024-10") is None
    assert 2024 == year_of("2024-10-03/2024-10-05")
    assert year_of("--10-03") is None
    assert (28, 29, 29, 0) == (
        possible_days(2023, 2), possible_days(2024, 2), possible_days(None, 2),
        possible_days(2024, 13),
    )  # fmt: skip


def test_clock_times_are_minutes_after_midnight():
    assert 457 == clock_minutes("07:37")
    assert 1170 == clock_minutes("2024-05-03T19:30")
    assert clock_minutes("19") is None
    assert clock_minutes("25:61") is None
