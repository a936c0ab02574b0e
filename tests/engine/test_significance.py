"""P-values and the arithmetic of whole-number data, against published worked examples."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.engine.significance import debit, grim, grimmer, p_values

D = Decimal


@pytest.mark.parametrize(
    ("name", "value", "df1", "df2", "p"),
    [
        # Worked out with the tables of any textbook of statistics.
        ("t", 2.048, 28, None, 0.05),
        ("t", 2.763, 28, None, 0.01),
        ("F", 4.00, 1, 60, 0.05),
        ("F", 3.15, 2, 60, 0.05),
        ("chi2", 3.841, 1, None, 0.05),
        ("chi2", 9.210, 2, None, 0.01),
        ("z", 1.96, None, None, 0.05),
        ("r", 0.361, 28, None, 0.05),
    ],
)
def test_a_statistic_at_its_critical_value_has_that_p(
    name: str, value: float, df1: float | None, df2: float | None, p: float
) -> None:
    found = p_values(name, value, 0.001, df1, df2)
    assert found is not None
    assert pytest.approx(p, abs=0.0015) == sum(found) / 2


def test_the_rounding_of_a_statistic_widens_its_p() -> None:
    found = p_values("t", 2.2, 0.1, 28, None)
    assert found is not None
    low, high = found
    assert low < 0.0361 < high


@pytest.mark.parametrize(
    ("name", "value", "df1", "df2"),
    [("t", 2.0, None, None), ("F", 2.0, 3, None), ("t", 2.0, 0, None), ("r", 1.4, 20, None)],
)
def test_a_statistic_without_its_degrees_of_freedom_says_nothing(
    name: str, value: float, df1: float | None, df2: float | None
) -> None:
    assert p_values(name, value, 0.01, df1, df2) is None


def test_the_published_example_of_grim_is_impossible() -> None:
    # Brown & Heathers 2017: 28 people cannot have a mean of 5.19.
    assert [] == grim(D("5.19"), D("0.01"), 28)
    assert grim(D("5.18"), D("0.01"), 28) == [145]


@given(st.integers(1, 99), st.data())
def test_every_mean_of_whole_numbers_passes_grim(count: int, data: st.DataObject) -> None:
    total = data.draw(st.integers(0, 10 * count))
    mean = (D(total) / count).quantize(D("0.01"))
    assert total in grim(mean, D("0.01"), count)


@given(st.lists(st.integers(1, 7), min_size=2, max_size=40))
def test_every_sample_of_whole_numbers_passes_grimmer(answers: list[int]) -> None:
    count, total = len(answers), sum(answers)
    mean = (D(total) / count).quantize(D("0.01"))
    squares = sum(answer * answer for answer in answers)
    variance = (D(squares) - D(total) ** 2 / count) / (count - 1)
    sd = variance.sqrt().quantize(D("0.01"))
    assert grimmer(mean, D("0.01"), sd, D("0.01"), count)


@given(st.integers(2, 60), st.data())
def test_every_yes_or_no_sample_passes_debit(count: int, data: st.DataObject) -> None:
    yes = data.draw(st.integers(0, count))
    share = D(yes) / count
    sd = (share * (1 - share) * count / (count - 1)).sqrt().quantize(D("0.01"))
    assert debit(share.quantize(D("0.01")), D("0.01"), sd, D("0.01"), count)


def test_yes_or_no_answers_leave_one_standard_deviation() -> None:
    assert not debit(D("0.25"), D("0.01"), D("0.31"), D("0.01"), 16)
    assert debit(D("0.25"), D("0.01"), D("0.45"), D("0.01"), 16)


def test_a_standard_deviation_between_two_whole_sums_of_squares_is_impossible() -> None:
    # Five answers with mean 2.00: the sum of squares is even, 20, 22, 24 ...; SD 0.60 needs 21.4.
    assert not grimmer(D("2.00"), D("0.01"), D("0.60"), D("0.01"), 5)
    assert grimmer(D("2.00"), D("0.01"), D("0.71"), D("0.01"), 5)
