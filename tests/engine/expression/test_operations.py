"""What operators and functions do to intervals, and comparisons of intervals with every other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from operator import eq, ge, gt, le, lt, ne

import pytest

from numcheck.engine.expression import Quantity, Silent, Truth
from numcheck.engine.expression.operations import arithmetic, called, compared
from numcheck.model.interval import Interval

DATE = (("date", 1),)
TIME = (("time", 1),)
YEAR = (("year", 1),)
USD = (("USD", 1),)


def between(low: int | None, high: int | None, *opened: bool) -> Quantity:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Quantity(Interval(*ends, *opened))


def plain(value: str | int) -> Quantity:
    return Quantity(Interval.point(value))


def paid(value: str | int) -> Quantity:
    return Quantity(Interval.point(value), USD)


CLOSED = [(a, b) for a in range(4) for b in range(a, 4)]


@pytest.mark.parametrize(
    ("operator", "of_numbers"),
    [("==", eq), ("!=", ne), ("<=", le), (">=", ge), ("<", lt), (">", gt)],
)
def test_a_comparison_is_possible_for_some_numbers_and_certain_for_all(
    operator: str, of_numbers: Callable[[Decimal, Decimal], bool]
) -> None:
    for (a, b), (c, d) in product(CLOSED, CLOSED):
        # Halves stand for the numbers between the ends.
        mine = [Decimal(n) / 2 for n in range(2 * a, 2 * b + 1)]
        theirs = [Decimal(n) / 2 for n in range(2 * c, 2 * d + 1)]
        results = [of_numbers(x, y) for x in mine for y in theirs]
        assert Truth(any(results), all(results)) == compared(operator, between(a, b), between(c, d))


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("==", Truth(False, False)),
        ("!=", Truth(True, True)),
        ("<=", Truth(True, True)),
        ("<", Truth(True, True)),
        (">", Truth(False, False)),
        (">=", Truth(False, False)),
    ],
)
def test_what_lies_below_ten_is_never_ten(operator: str, expected: Truth) -> None:
    below = between(None, 10, False, True)
    assert expected == compared(operator, below, between(10, None))


@pytest.mark.parametrize("operator", ["==", "!=", "<=", ">=", "<", ">"])
def test_nothing_is_certain_of_what_has_no_bounds(operator: str) -> None:
    for one, other in ((between(None, None), plain(3)), (plain(3), between(None, None))):
        assert Truth(True, False) == compared(operator, one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("GBP", "GBP", True), ("GBP", "USD", False), (None, None, True), (None, "GBP", False)],
)
def test_words_are_the_same_or_not(one: str | None, other: str | None, same: bool) -> None:
    assert Truth(same, same) == compared("==", one, other)
    assert Truth(not same, not same) == compared("!=", one, other)


def test_a_word_is_never_a_number() -> None:
    assert Truth(False, False) == compared("==", "3", plain(3))
    assert Truth(False, False) == compared("==", plain(3), "3")
    assert Truth(True, True) == compared("!=", plain(3), None)


@pytest.mark.parametrize("operator", ["==", "+", "-", "±"])
def test_money_and_plain_numbers_do_not_go_together(operator: str) -> None:
    operation = compared if operator == "==" else arithmetic
    with pytest.raises(Silent):
        operation(operator, paid(3), plain(3))


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "^", "±", "<"])
def test_truth_is_nothing_to_reckon_with(operator: str) -> None:
    operation = compared if operator == "<" else arithmetic
    for one, other in ((Truth(True, True), plain(3)), (plain(3), Truth(True, True))):
        with pytest.raises(Silent):
            operation(operator, one, other)


@pytest.mark.parametrize(
    ("operator", "expected"),
    [("+", paid(8)), ("-", paid(4)), ("±", Quantity(Interval(Decimal(4), Decimal(8)), USD))],
)
def test_sums_and_spreads_keep_what_is_measured(operator: str, expected: Quantity) -> None:
    assert expected == arithmetic(operator, paid(6), paid(2))


def test_a_spread_of_a_loss_is_as_wide_as_that_of_a_gain() -> None:
    assert arithmetic("±", paid(6), paid(2)) == arithmetic("±", paid(6), paid(-2))


def test_an_unbounded_spread_allows_everything() -> None:
    unbounded = Quantity(Interval(Decimal(2), None), USD)
    assert Quantity(Interval(), USD) == arithmetic("±", paid(6), unbounded)


def test_a_product_and_a_quotient_measure_something_else() -> None:
    assert Quantity(Interval.point(12), (("USD", 2),)) == arithmetic("*", paid(6), paid(2))
    assert plain(3) == arithmetic("/", paid(6), paid(2))
    per_time = arithmetic("/", paid(6), Quantity(Interval.point(2), TIME))
    assert Quantity(Interval.point(3), (("USD", 1), ("time", -1))) == per_time


def test_a_year_over_a_day_is_365_or_366() -> None:
    year, day = Quantity(Interval.point(1), YEAR), Quantity(Interval.point(86400), TIME)
    quotient = arithmetic("/", year, day)
    assert ((), True) == (
        quotient.dimension,
        quotient.interval.contains(Interval(Decimal(365), Decimal(366))),
    )
    assert Decimal("1.0") == quotient.interval.width.quantize(Decimal("1.0"))
    assert compared("<", day, year) == Truth(True, True)
    total = arithmetic("+", day, year)
    assert Quantity(Interval(Decimal(366 * 86400), Decimal(367 * 86400)), TIME) == total


def test_days_between_dates_are_a_time() -> None:
    one, other = (Quantity(Interval.point(day), DATE) for day in (739000, 739007))
    assert Quantity(Interval.point(7 * 86400), TIME) == arithmetic("-", other, one)


@pytest.mark.parametrize(
    ("base", "exponent", "expected"),
    [("2", 0, 1), ("2", 1, 2), ("2", 10, 1024), ("1.1", 2, "1.21"), ("1", 100, 1)],
)
def test_powers_multiply(base: str, exponent: int, expected: str | int) -> None:
    assert plain(expected) == arithmetic("^", plain(base), plain(exponent))


@pytest.mark.parametrize(
    ("base", "exponent"),
    [
        (plain(2), plain("0.5")),
        (plain(2), plain(-1)),
        (plain(2), plain(101)),
        (plain(2), between(2, 3)),
        (plain(2), between(None, None)),
        (plain(2), between(None, 3)),
        (paid(2), plain(2)),
        (plain(2), Quantity(Interval.point(2), TIME)),
    ],
)
def test_a_power_needs_plain_numbers_and_a_whole_exponent_of_a_hundred_at_most(
    base: Quantity, exponent: Quantity
) -> None:
    with pytest.raises(Silent):
        arithmetic("^", base, exponent)


@pytest.mark.parametrize(
    ("function", "expected"),
    [("sum", 16), ("mean", 4), ("min", 1), ("max", 8)],
)
def test_a_function_of_money_is_money(function: str, expected: int) -> None:
    parts = (paid(8), paid(1), paid(3), paid(4))
    assert paid(expected) == called(function, [parts])
    assert paid(expected) == called(function, [parts[:2], *parts[2:]])


def test_functions_of_one_number_keep_what_it_measures() -> None:
    assert paid(3) == called("abs", [paid(-3)])
    assert Quantity(Interval(Decimal(3), Decimal(5)), USD) == called("hull", [paid(5), paid(3)])
    assert plain(3) == called("plain", [paid(3)])


def test_counting_does_not_ask_what_is_counted() -> None:
    assert plain(3) == called("count", [(paid(1), plain(2), paid(3))])
    assert plain(1) == called("count", [paid(7)])


def test_numbers_are_rounded_to_ones_unless_told_otherwise() -> None:
    assert paid(3) == called("round", [paid("2.5")])
    assert paid(1200) == called("round", [paid(1234), plain(100)])


@pytest.mark.parametrize("place", [plain(0), between(None, 3)])
def test_nothing_is_rounded_to_multiples_of_nothing(place: Quantity) -> None:
    with pytest.raises(Silent):
        called("round", [paid(3), place])


def test_years_and_days_are_summed_in_the_dimension_of_the_first() -> None:
    day, year = Quantity(Interval.point(86400), TIME), Quantity(Interval.point(1), YEAR)
    assert TIME == called("sum", [day, year]).dimension
    assert (
        Interval(Decimal(366 * 86400), Decimal(367 * 86400)) == called("sum", [day, year]).interval
    )


@pytest.mark.parametrize("arguments", [[()], [(paid(3), plain(3))], ["three"], [None]])
def test_a_sum_of_nothing_or_of_what_does_not_go_together_is_silent(arguments: list) -> None:
    with pytest.raises(Silent):
        called("sum", arguments)
