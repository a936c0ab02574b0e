"""Intervals against the numbers in them: every small interval with every other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from operator import add, mul, sub, truediv

import pytest

from numcheck.model.interval import Interval

NEAR = Decimal("0.001")
FAR = Decimal(1000)
ENDS = (None, Decimal(-2), Decimal(-1), Decimal(0), Decimal(2))


def small_intervals() -> list[Interval]:
    found = []
    for low, high, low_open, high_open in product(ENDS, ENDS, (False, True), (False, True)):
        if (low is None and low_open) or (high is None and high_open):
            continue
        if low is None or high is None or low < high:
            found.append(Interval(low, high, low_open, high_open))
    return found + [Interval.point(end) for end in ENDS if end is not None]


def holds(interval: Interval, number: Decimal) -> bool:
    low, high = interval.low, interval.high
    above = low is None or number > low or (number == low and not interval.low_open)
    return above and (high is None or number < high or (number == high and not interval.high_open))


def members(interval: Interval) -> list[Decimal]:
    """The ends, what lies right beside them, zero, and numbers far out."""
    tried = {-FAR, FAR, Decimal(0), -NEAR, NEAR}
    for end in (interval.low, interval.high):
        if end is not None:
            tried |= {end - NEAR, end, end + NEAR}
    return sorted(number for number in tried if holds(interval, number))


ALL = [(interval, members(interval)) for interval in small_intervals()]
PAIRS = list(product(ALL, ALL))


def assert_exactly_the_results(result: Interval, numbers: set[Decimal]) -> None:
    """``result`` holds all of ``numbers``, and no end lies further out than they do."""
    assert all(holds(result, number) for number in numbers)
    assert (result.low is not None and not result.low_open) == (result.low in numbers)
    assert (result.high is not None and not result.high_open) == (result.high in numbers)
    reach = FAR * Decimal("0.4")
    least, most = min(numbers), max(numbers)
    assert least < -reach if result.low is None else least - result.low < Decimal("0.01")
    assert most > reach if result.high is None else result.high - most < Decimal("0.01")


@pytest.mark.parametrize(
    ("of_intervals", "of_numbers"),
    [
        (add, add),
        (sub, sub),
        (mul, mul),
        (Interval.maximum, max),
        (Interval.minimum, min),
    ],
)
def test_an_operation_gives_exactly_what_it_gives_for_the_numbers(
    of_intervals: Callable[[Interval, Interval], Interval],
    of_numbers: Callable[[Decimal, Decimal], Decimal],
) -> None:
    for (one, mine), (other, theirs) in PAIRS:
        numbers = {of_numbers(a, b) for a in mine for b in theirs}
        assert_exactly_the_results(of_intervals(one, other), numbers)


def test_a_quotient_is_exactly_that_of_the_numbers_unless_the_divisor_goes_through_zero() -> None:
    for (one, mine), (other, theirs) in PAIRS:
        if min(theirs) < 0 < max(theirs) or theirs == [0]:
            assert Interval() == one / other
            continue
        numbers = {truediv(a, b) for a in mine for b in theirs if b}
        assert_exactly_the_results(one / other, numbers)


def test_signs_are_exactly_those_of_the_numbers() -> None:
    for one, mine in ALL:
        assert_exactly_the_results(-one, {-a for a in mine})
        assert_exactly_the_results(abs(one), {abs(a) for a in mine})


def test_one_interval_holds_another_if_it_holds_all_its_numbers() -> None:
    for (one, mine), (other, theirs) in PAIRS:
        assert set(theirs) <= {b for b in theirs if holds(one, b)} or not one.contains(other)
        assert all(holds(one, b) for b in theirs) == one.contains(other)
        assert all(one.contains(a) for a in mine)


def test_intervals_meet_if_they_share_a_number_and_else_one_lies_below() -> None:
    for (one, mine), (other, theirs) in PAIRS:
        shared = any(holds(other, a) for a in mine) or any(holds(one, b) for b in theirs)
        assert shared == one.intersects(other)
        assert (max(mine) < min(theirs)) == one.below(other)


def test_the_hull_is_the_smallest_interval_around_both() -> None:
    for (one, mine), (other, theirs) in PAIRS:
        assert_exactly_the_results(one.hull(other), {*mine, *theirs})
