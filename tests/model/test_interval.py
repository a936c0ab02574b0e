from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.model import Figure
from numcheck.model.interval import Interval

numbers = st.integers(-(10**9), 10**9).map(lambda n: Decimal(n) / 1000)


@st.composite
def interval_and_member(draw):
    ends = sorted(draw(st.tuples(numbers, numbers)))
    weight = Decimal(draw(st.integers(0, 100))) / 100
    member = ends[0] + (ends[1] - ends[0]) * weight
    low = None if draw(st.booleans()) and draw(st.booleans()) else ends[0]
    high = None if draw(st.booleans()) and draw(st.booleans()) else ends[1]
    return Interval(low, high), member


def figure(value, resolution="1", kind="count", bound="exact", low=None, high=None, **more):
    def number(text):
        return None if text is None else Decimal(text)

    return Figure(
        id="a#1", document="a", field="text", start=0, end=1, text=str(value), kind=kind,
        value=number(value), resolution=number(resolution), bound=bound, low=number(low),
        high=number(high), **more,
    )  # fmt: skip


@given(interval_and_member(), interval_and_member())
def test_results_hold_the_result_of_any_members(a, b):
    (x, p), (y, q) = a, b
    assert (x + y).contains(p + q)
    assert (x - y).contains(p - q)
    assert (x * y).contains(p * q)
    assert abs(x).contains(abs(p))
    assert x.maximum(y).contains(max(p, q))
    assert x.minimum(y).contains(min(p, q))
    assert x.hull(y).contains(p)
    if q:
        quotient = x / y
        assert quotient.low is None or quotient.low * q <= p if q > 0 else True
        assert quotient.contains(Interval.point(p) / Interval.point(q)) or quotient.intersects(
            Interval.point(p) / Interval.point(q)
        )


@given(interval_and_member(), interval_and_member(), numbers)
def test_a_wider_operand_never_gives_a_narrower_result(a, b, slack):
    (x, _), (y, _) = a, b
    wide = x.widen(slack)
    assert wide.contains(x)
    assert (wide + y).contains(x + y)
    assert (wide * y).contains(x * y)
    assert (wide - y).contains(x - y)
    assert abs(wide).contains(abs(x))


@given(interval_and_member(), interval_and_member())
def test_sum_and_product_do_not_depend_on_order(a, b):
    x, y = a[0], b[0]
    assert x + y == y + x
    assert x * y == y * x
    assert x.intersects(y) == y.intersects(x)


@given(interval_and_member())
def test_negating_twice_changes_nothing(a):
    negated = -a[0]
    assert a[0] == -negated


@given(interval_and_member(), interval_and_member())
def test_intervals_either_meet_or_lie_apart(a, b):
    x, y = a[0], b[0]
    assert (not x.intersects(y)) == (x.below(y) or y.below(x))


def test_a_quotient_is_rounded_outward():
    third = Interval.point(1) / Interval.point(3)
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)


def test_dividing_by_an_interval_around_zero_says_nothing():
    assert Interval() == Interval.point(1) / Interval(Decimal(-1), Decimal(1))
    assert Interval() == Interval.point(1) / Interval.point(0)


def test_dividing_by_an_interval_that_begins_at_zero_is_unbounded_above():
    assert Interval(Decimal("0.5"), None) == Interval.point(1) / Interval(Decimal(0), Decimal(2))


def test_a_negative_divisor_mirrors_the_quotient():
    assert Interval(Decimal("-0.5"), Decimal("-0.25")) == Interval.point(1) / Interval(
        Decimal(-4), Decimal(-2)
    )


def test_open_ends_do_not_meet():
    above = Interval(Decimal(40), None, low_open=True)
    assert not above.intersects(Interval.point(40))
    assert above.intersects(Interval.point(41))
    assert not above.contains(40)


def test_swapped_ends_are_refused():
    with pytest.raises(ValueError, match="swapped"):
        Interval(Decimal(2), Decimal(1))


def test_a_point_has_no_open_ends():
    assert Interval.point(3) == Interval(Decimal(3), Decimal(3), True, True)


def test_sum_of_nothing_is_zero():
    assert Interval.point(0) == Interval.sum([])


def test_power_compounds():
    assert Interval.point("1.331") == Interval.point("1.1").power(3)


def test_rounding_goes_half_away_from_zero():
    assert Interval.point(3) == Interval.point("2.5").round()
    assert Interval.point(-3) == Interval.point("-2.5").round()
    assert Interval.point(2500) == Interval.point(2480).round(100)
    assert Interval() == Interval().round()


def test_middle_and_width_need_both_ends():
    assert Interval(Decimal(2), Decimal(4)).middle == 3
    assert Interval(Decimal(2), Decimal(4)).width == 2
    assert Interval(Decimal(2)).middle is None
    assert Interval(Decimal(2)).width is None


def test_a_small_count_is_a_point_in_every_reading():
    crew = figure(14)
    for reading in ("asserted", "strict", "lenient"):
        assert Interval.point(14) == Interval.from_figure(crew, reading)


def test_a_round_count_may_have_rounded_zeros_under_the_lenient_reading_only():
    crowd = figure(3400)
    assert Interval.point(3400) == Interval.from_figure(crowd, "strict")
    assert Interval(Decimal(3350), Decimal(3500), False, True) == Interval.from_figure(
        crowd, "lenient"
    )


def test_a_rounding_writer_keeps_two_digits():
    assert Interval(Decimal(9500), Decimal(11000), False, True) == Interval.from_figure(
        figure(10000), "lenient"
    )
    assert Interval.point(40) == Interval.from_figure(figure(40), "lenient")


def test_a_percentage_stands_for_half_a_unit_on_both_sides_and_for_truncation():
    share = figure(30, kind="percent")
    assert Interval(Decimal("29.5"), Decimal("30.5")) == Interval.from_figure(share, "strict")
    assert Interval(Decimal("29.5"), Decimal(31), False, True) == Interval.from_figure(
        share, "lenient"
    )


def test_a_negative_figure_is_truncated_towards_zero():
    frost = figure(-5, kind="measure")
    assert Interval(Decimal(-6), Decimal("-4.5"), True, False) == Interval.from_figure(
        frost, "lenient"
    )


def test_a_magnitude_word_sets_the_resolution():
    budget = figure(1200000, "100000", kind="money")
    assert Interval(Decimal(1150000), Decimal(1250000)) == Interval.from_figure(budget, "strict")


def test_a_bound_is_read_as_it_stands():
    many = figure(40, bound="more_than", low=40, low_open=True)
    assert Interval(Decimal(40), None, True) == Interval.from_figure(many, "lenient")


def test_a_hedge_doubles_its_width_under_the_lenient_reading():
    about = figure(3000, bound="approximate", low=2900, high=3100)
    assert Interval(Decimal(2900), Decimal(3100)) == Interval.from_figure(about)
    assert Interval(Decimal(2800), Decimal(3200)) == Interval.from_figure(about, "lenient")


def test_a_range_without_value_and_a_figure_without_anything():
    spread = figure(None, bound="range", low=8, high=13)
    assert Interval(Decimal(8), Decimal(13)) == Interval.from_figure(spread, "lenient")
    assert Interval() == Interval.from_figure(figure(None))


def test_a_range_of_a_measure_has_the_looseness_of_its_digits():
    spread = figure(None, "0.1", kind="measure", bound="range", low="1.2", high="1.6")
    assert Interval(Decimal("1.15"), Decimal("1.65")) == Interval.from_figure(spread, "strict")


def test_an_inverted_range_is_read_the_right_way_round():
    spread = figure(None, bound="range", low=45, high=39)
    assert Interval(Decimal(39), Decimal(45)) == Interval.from_figure(spread)


def test_a_figure_without_resolution_is_a_point():
    assert Interval.point(7) == Interval.from_figure(figure(7, None), "strict")
    assert Interval.point(7) == Interval.from_figure(figure(7, "0"), "lenient")


@pytest.mark.parametrize(
    ("interval", "shown"),
    [
        (Interval(Decimal(40), None, True), "Interval(40, inf, low_open=True)"),
        (Interval(None, Decimal("4.5"), False, True), "Interval(-inf, 4.5, high_open=True)"),
        (Interval(Decimal(1), Decimal(2)), "Interval(1, 2)"),
        (
            Interval(Decimal(1), Decimal(2), True, True),
            "Interval(1, 2, low_open=True, high_open=True)",
        ),
    ],
)
def test_the_representation_shows_open_and_missing_ends(interval, shown):
    assert shown == repr(interval)


def test_widening_moves_each_end_by_its_own_and_keeps_open_ends_open():
    left_open = Interval(Decimal(40), Decimal(60), True, False)
    assert Interval(Decimal(37), Decimal(65), True, False) == left_open.widen(3, 5)
    assert Interval(Decimal(37), Decimal(63), False, True) == Interval(
        Decimal(40), Decimal(60), False, True
    ).widen(-3)
    assert Interval(None, Decimal(61)) == Interval(None, Decimal(60)).widen(1)


def test_a_hedge_never_leaves_out_the_number_beside_it():
    nearly = figure(40, bound="nearly", low=36, high=39)
    for reading in ("strict", "lenient"):
        assert Interval.from_figure(nearly, reading).contains(40)


def test_a_hedge_is_as_wide_as_it_says_but_for_its_last_digit_under_the_strict_reading():
    about = figure(3000, bound="approximate", low=2900, high=3100)
    assert Interval(Decimal("2899.5"), Decimal("3100.5")) == Interval.from_figure(about, "strict")


def test_a_hedged_range_has_no_value_of_its_own():
    about = figure(None, bound="approximate", low=2900, high=3100)
    assert Interval(Decimal(2800), Decimal(3200)) == Interval.from_figure(about, "lenient")


@pytest.mark.parametrize(
    ("kind", "resolution", "slack"),
    [("count", "1", "0"), ("count", "100", "50"), ("percent", "1", "0.5"), ("percent", "5", "2.5")],
)
def test_the_ends_of_a_range_are_exact_only_where_whole_things_are_counted(kind, resolution, slack):
    spread = figure(None, resolution, kind=kind, bound="range", low=3000, high=4000)
    expected = Interval(Decimal(3000) - Decimal(slack), Decimal(4000) + Decimal(slack))
    assert expected == Interval.from_figure(spread, "strict")


def test_a_small_loss_rounds_to_zero_without_a_sign():
    assert "Interval(0, 0)" == repr(Interval.point("-0.2").round())


def test_a_figure_of_more_digits_than_decimals_divide_is_taken_at_face_value():
    long = "1" + "0" * 34
    lenient = Interval.from_figure(figure(long), "lenient")
    assert Decimal(1) >= Decimal(long) - lenient.low
