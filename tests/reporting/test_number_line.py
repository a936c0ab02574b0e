from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.reporting.number_line import Mark, NumberLine

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)


def mark(low: int | None, high: int | None, point: int | None = None, **opened: bool) -> Mark:
    first, last, middle = (None if each is None else Decimal(each) for each in (low, high, point))
    return Mark(first, last, middle, opened.get("low_open", False), opened.get("high_open", False))


def test_a_point_is_a_dot() -> None:
    line = NumberLine([mark(5, 5, 5), mark(10, 10, 10)], 21)
    assert line.draw(mark(5, 5, 5)) == "··········●··········"


def test_an_interval_has_its_ends_and_its_number() -> None:
    line = NumberLine([mark(0, 20)], 21)
    assert line.draw(mark(5, 15, 10)) == "·····├────●───┤······"


def test_open_ends_are_arrows() -> None:
    line = NumberLine([mark(0, 20)], 21)
    assert line.draw(mark(10, None, 10)).strip("·") == "●─────────►"
    assert line.draw(mark(None, 5)).strip("·") == "◄────┤"


def test_an_excluded_end_is_a_ring() -> None:
    line = NumberLine([mark(0, 20)], 21)
    assert line.draw(mark(10, None, 10, low_open=True)).strip("·") == "○─────────►"
    assert line.draw(mark(5, 10, 10, high_open=True)).strip("·") == "├────○"


def test_a_mark_without_any_number_leaves_the_line_empty() -> None:
    assert NumberLine([mark(0, 20)], 12).draw(mark(None, None)) == "·" * 12


@pytest.mark.parametrize(("high", "log"), [(500, False), (501, True)])
def test_the_scale_is_logarithmic_beyond_two_orders_of_magnitude(high: int, log: bool) -> None:
    assert NumberLine([mark(5, 5), mark(high, high)], 30).log is log


def test_the_axis_names_the_numbers_told_and_not_the_reach_of_hedges() -> None:
    line = NumberLine([mark(2700, 3300, 3000), mark(9500, 10000, 10000)], 40)
    assert line.axis().split() == ["0", "3,000", "10,000"]


def test_labels_never_touch() -> None:
    line = NumberLine([mark(each, each, each) for each in range(1000, 1020)], 30)
    assert line.axis().split() == ["1,000", "1,005", "1,010", "1,014", "1,019"]


@pytest.mark.parametrize(("marks", "width"), [([mark(1, 2)], 11), ([mark(None, None)], 20)])
def test_nothing_to_draw_is_refused(marks: list[Mark], width: int) -> None:
    with pytest.raises(ValueError, match="12 cells and a number"):
        NumberLine(marks, width)


def test_numbers_beyond_any_scale_do_no_harm() -> None:
    huge = Mark(Decimal("1e999999"), None, Decimal("1e999999"))
    line = NumberLine([huge, mark(1, 1, 1)], 20)
    assert len(line.draw(huge)) == 20
    assert len(line.axis()) <= 20


@given(st.lists(NUMBERS, min_size=1, max_size=12), st.integers(12, 60))
def test_a_greater_number_never_stands_further_left(numbers: list[Decimal], width: int) -> None:
    line = NumberLine([Mark(each, each, each) for each in numbers], width)
    columns = [line.column(each) for each in sorted(numbers)]
    assert columns == sorted(columns)
    assert all(0 <= column < width for column in columns)


@given(NUMBERS, NUMBERS, st.booleans(), st.booleans(), st.integers(12, 60))
def test_every_drawing_fills_the_scale(
    one: Decimal, other: Decimal, low_open: bool, high_open: bool, width: int
) -> None:
    drawn = Mark(min(one, other), max(one, other), one, low_open, high_open)
    line = NumberLine([drawn], width)
    assert len(line.draw(drawn)) == width
    assert len(line.axis()) <= width
