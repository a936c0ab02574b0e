from decimal import Decimal

import pytest

from numcheck.engine.expression import Quantity, Silent, Truth, evaluate, parse, quantity_of
from numcheck.model import Attribution
from numcheck.model.interval import Interval


def value(text, reading="asserted", **slots):
    return evaluate(parse(text), slots, reading)


def number(text, **slots):
    return value(text, **slots).interval.middle


def holds(text, reading="asserted", **slots):
    return value(text, reading, **slots).possible


def test_a_percentage_is_a_share_of_one(figure):
    assert Decimal("0.3") == number("p", p=figure("30%", "percent", unit="percent"))
    assert Decimal("0.0025") == number("p", p=figure("25", "percent", unit="basis_point"))


def test_a_change_that_does_not_follow_fails_even_under_the_lenient_reading(figure):
    slots = {
        "old": figure("£40", "money", unit="GBP"),
        "new": figure("£60", "money", unit="GBP"),
        "change": figure("30%", "percent", unit="percent"),
    }
    rule = "change == abs(new - old) / old"
    assert not holds(rule, "lenient", **slots)
    slots["change"] = figure("50%", "percent", unit="percent")
    assert holds(rule, "strict", **slots)


def test_units_of_one_dimension_are_compared_in_base_units(figure):
    slots = {
        "a": figure("1 mile", "measure", unit="mile"),
        "b": figure("1609.344", "measure", unit="meter"),
    }
    assert holds("a == b", **slots)
    assert 60 == number("a / t", a=figure("120", "measure", unit="meter"),
                        t=figure("2", "duration", unit="second"))  # fmt: skip


def test_years_are_days_only_within_their_leap_day(figure):
    year = figure("1", "duration", unit="year")
    assert holds("y == 365 days", y=year)
    assert holds("y == 366 days", y=year)
    assert not holds("y == 364 days", y=year)
    assert 1 == number("y / z", y=year, z=figure("12", "duration", unit="month")).quantize(1)


def test_two_currencies_have_nothing_in_common(figure):
    slots = {
        "a": figure("£3", "money", unit="GBP"),
        "b": figure("$3", "money", unit="USD"),
    }
    for text in ("a + b", "a == b", "sum(a, b)"):
        with pytest.raises(Silent):
            value(text, **slots)


def test_money_by_the_month_is_another_dimension_than_money(figure):
    slots = {
        "a": figure("£3", "money", unit="GBP / month"),
        "b": figure("£3", "money", unit="GBP"),
    }
    with pytest.raises(Silent):
        value("a == b", **slots)
    assert holds("plain(a) == plain(b)", **slots)
    assert 36 == number("a", a=slots["a"]).quantize(1)
    assert (("GBP", 1), ("barrel of oil", -1)) == quantity_of(
        figure("£3", "money", unit="GBP / barrel of oil"), "asserted"
    ).dimension


def test_dates_are_compared_as_far_as_they_are_known(figure):
    year = figure("2004", "date", iso="2004")
    day = figure("d", "date", iso="2004-05-03", value=None)
    assert holds("a == b", a=year, b=day)
    assert not holds("a < b", a=figure("2005", "date", iso="2005"), b=day)
    assert 86400 == number("b - a", a=figure("x", "date", iso="2004-05-02", value=None), b=day)
    with pytest.raises(Silent):
        value("a", a=figure("3 May", "date", iso="--05-03"))


def test_three_valued_comparisons(figure):
    wide = figure("8 to 13", low=Decimal(8), high=Decimal(13), value=None, bound="range")
    ten, twenty = figure("10"), figure("20")
    assert Truth(True, False) == value("w == t", w=wide, t=ten)
    assert Truth(True, False) == value("w != t", w=wide, t=ten)
    assert Truth(True, True) == value("w < t", w=wide, t=twenty)
    assert Truth(False, False) == value("w > t", w=wide, t=twenty)
    assert Truth(False, False) == value("w >= t", w=wide, t=twenty)
    assert Truth(True, True) == value("t >= t", t=ten)
    assert Truth(True, True) == value("t <= t", t=ten)
    assert Truth(False, False) == value("t < t", t=ten)
    assert Truth(True, True) == value("not w > t", w=wide, t=twenty)
    assert Truth(True, False) == value("w == t or w > z", w=wide, t=ten, z=twenty)
    assert Truth(False, False) == value("w == t and w > z", w=wide, t=ten, z=twenty)
    assert Truth(False, False) == value("t != t", t=ten)


def test_functions(figure):
    parts = (figure("3"), figure("4"), figure("8"))
    assert 15 == number("sum(p)", p=parts)
    assert 3 == number("count(p)", p=parts)
    assert 5 == number("mean(p)", p=parts)
    assert 3 == number("min(p)", p=parts)
    assert 8 == number("max(p, 2)", p=parts)
    assert 1 == number("count(p)", p=parts[0])
    assert 1200 == number("round(n, 100)", n=figure("1234"))
    assert 3 == number("abs(a - b)", a=parts[0], b=figure("6"))
    assert (
        Interval.point(3).hull(Interval.point(4))
        == value("hull(a, b)", a=parts[0], b=parts[1]).interval
    )
    assert Decimal("1.21") == number("(1 + 10%) ^ 2")
    assert -3 == number("-a", a=parts[0])
    assert 4 == number("plain(a - b)", a=parts[2], b=parts[1])


@pytest.mark.parametrize(
    "text", ["sum(p)", "x", "x.unit", "round(a, 0)", "a ^ 2.5", "d", "d.value", "plain(d)", "a ^ w"]
)
def test_what_has_no_answer_is_silent(figure, text):
    name = figure("KN-23", "identifier", value=None)
    slots = {"p": (), "a": figure("3"), "d": name, "w": figure("3km", "measure", unit="kilometer")}
    with pytest.raises(Silent):
        value(text, **slots)


def test_a_spread_moves_both_ends(figure):
    assert holds("a == b ± 1", a=figure("3"), b=figure("4"))
    assert not holds("a == b ± 1", a=figure("3"), b=figure("5"))
    above = figure("40", low=Decimal(40), high=None, bound="at_least")
    assert Quantity(Interval()) == value("a ± b", a=figure("3"), b=above)


def test_fields_of_a_figure(figure):
    said = figure("30", attribution=Attribution("the mayor", "said"))
    assert "the mayor" == value("a.source", a=said)
    assert None is value("a.source", a=figure("30"))
    assert "no" == value("a.spelled", a=said)
    assert "yes" == value("a.spelled", a=figure("half", value="0.5"))
    assert holds("a.unit == b.unit", a=said, b=said)
    assert holds("a.kind != 'money'", a=said)
    assert 30 == number("a.value", a=said)


def test_unknown_units_say_nothing(figure):
    assert quantity_of(figure("3", "measure", unit="furlongs per moon"), "strict") is None
    assert quantity_of(figure("3", "duration", unit=None), "strict") is None
    assert quantity_of(figure("3", "measure", unit=None), "strict") is not None


def test_what_a_figure_says_of_itself(figure):
    said = figure(
        "30",
        counted="boat",
        bound="at_least",
        attribution=Attribution("the mayor", "said", via="the radio", quoted=True),
    )
    for text, expected in (
        ("a.counted", "boat"),
        ("a.bound", "at_least"),
        ("a.source", "the mayor"),
        ("a.cue", "said"),
        ("a.via", "the radio"),
        ("a.quoted", "yes"),
        ("a.hedge", None),
    ):
        assert expected == value(text, a=said)
    assert "no" == value("a.quoted", a=figure("30", attribution=Attribution("the mayor", "said")))
    assert "no" == value("a.quoted", a=figure("30"))
    assert None is value("a.via", a=figure("30"))
    assert None is value("a.via", a=figure("30", attribution=Attribution("the mayor", "said")))


@pytest.mark.parametrize("field", ["value", "low", "high", "resolution"])
def test_a_number_of_a_figure_is_a_plain_number_or_unknown(figure, field):
    numbers = {"value": 3, "low": Decimal(2), "high": Decimal(4), "resolution": Decimal(1)}
    known = figure("3 m", "measure", unit="kilometer", **numbers)
    assert Quantity(Interval.point(Decimal(numbers[field]))) == value(f"a.{field}", a=known)
    with pytest.raises(Silent):
        value(f"a.{field}", a=figure("x", **{**numbers, field: None}))


def test_conditions_on_words(figure):
    slots = {"a": figure("3", counted="boat")}
    for text, expected in (
        ("a.counted == 'boat'", True),
        ("a.counted == 'ship'", False),
        ("a.counted != 'boat'", False),
        ("a.counted != 'ship'", True),
        ("a.hedge == 'about'", False),
        ("a.hedge != 'about'", True),
    ):
        assert Truth(expected, expected) == value(text, **slots)


def test_a_field_of_a_list_or_of_nothing_has_no_answer(figure):
    for slots in ({"a": (figure("3"),)}, {}, {"a": None}):
        with pytest.raises(Silent):
            value("a.counted", **slots)


def test_when_and_where_a_figure_was_published_is_looked_up(figure):
    day = Quantity(Interval.point(739000), (("date", 1),))
    told = {"a": figure("3"), "a.published": day, "a.outlet": "Velsk Herald"}
    assert day == evaluate(parse("a.published"), told, "asserted")
    assert "Velsk Herald" == evaluate(parse("a.outlet"), told, "asserted")
    unknown = {"a": figure("3"), "a.published": None}
    assert None is evaluate(parse("a.outlet"), unknown, "asserted")
    with pytest.raises(Silent):
        evaluate(parse("a.published"), unknown, "asserted")


def test_a_name_that_stands_for_a_number_is_that_number():
    assert 5 == number("least + 1", least=Quantity(Interval.point(4)))


@pytest.mark.parametrize("given", [None, "word"])
def test_a_name_that_stands_for_no_number_has_no_answer(given):
    with pytest.raises(Silent):
        value("a", a=given)


def test_every_figure_is_read_with_the_grain_of_its_slot(figure):
    slots = {"a": figure("3400"), "p": (figure("3400"), figure("1200"))}
    grains = {"a": Decimal(10), "p": Decimal(10)}
    for text, low in (("a", 3395), ("plain(a)", 3395), ("sum(p)", 3395 + 1195)):
        assert low == evaluate(parse(text), slots, "lenient", grains).interval.low
    assert 3350 == evaluate(parse("a"), slots, "lenient").interval.low
    assert 3400 == evaluate(parse("plain(a)"), slots, "strict").interval.low


def test_literals_have_their_unit():
    assert Decimal("0.05") == number("5%")
    assert Decimal("0.05") == number("5 points")
    assert Decimal("0.01") == number("1 point")
    assert 5 == number("5")
    assert Quantity(Interval.point(5000), (("length", 1),)) == value("5 kilometers")
    assert "kilometer" == value("'kilometer'")


def test_a_plain_number_needs_a_number(figure):
    least = figure("x", value=None, low=Decimal(3), high=None, bound="at_least")
    assert Interval(Decimal(3), None) == value("plain(p)", p=least).interval
    for given in ((figure("3"),), figure("x", value=None, low=None, high=None)):
        with pytest.raises(Silent):
            value("plain(p)", p=given)


def test_a_month_lasts_from_its_first_to_its_last_day(figure):
    month = value("a", a=figure("May 2024", "date", iso="2024-05"))
    first = value("a", a=figure("x", "date", iso="2024-05-01"))
    last = value("a", a=figure("x", "date", iso="2024-05-31"))
    assert (("date", 1),) == month.dimension
    assert first.interval.hull(last.interval) == month.interval
    assert 30 == month.interval.width
    with pytest.raises(Silent):
        value("a", a=figure("some day", "date", iso=None))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("w == 9 and t == 10", Truth(True, False)),
        ("t == 10 and w == 9", Truth(True, False)),
        ("w == 99 and t == 10", Truth(False, False)),
        ("t == 10 and w == 99", Truth(False, False)),
        ("t == 10 and t == 10", Truth(True, True)),
        ("w == 9 or t == 10", Truth(True, True)),
        ("t == 10 or w == 99", Truth(True, True)),
        ("w == 9 or t == 11", Truth(True, False)),
        ("t == 11 or w == 9", Truth(True, False)),
        ("t == 11 or w == 99", Truth(False, False)),
        ("not w == 9", Truth(True, False)),
        ("not t == 10", Truth(False, False)),
        ("not t == 11", Truth(True, True)),
    ],
)
def test_and_or_and_not_of_what_may_be_and_what_must_be(figure, text, expected):
    wide = figure("8 to 13", low=Decimal(8), high=Decimal(13), value=None, bound="range")
    assert expected == value(text, w=wide, t=figure("10"))


@pytest.mark.parametrize(
    "text", ["not a", "a and a == 3", "a == 3 or a", "-(a == 3)", "-a.counted"]
)
def test_numbers_are_not_true_and_truth_is_no_number(figure, text):
    with pytest.raises(Silent):
        value(text, a=figure("3", counted="boat"))


def test_every_part_of_a_condition_is_read_equally_loosely(figure):
    slots = {"a": figure("3400"), "b": figure("3436")}
    for text in ("a == b and a == b", "a == b or a == b"):
        assert (True, False) == (holds(text, "lenient", **slots), holds(text, "strict", **slots))
    assert (False, True) == (
        value("not a == b", "lenient", **slots).certain,
        value("not a == b", "strict", **slots).certain,
    )
    for text in ("a == b and 1 == 1", "1 == 1 and a == b", "a == b or 1 == 2", "1 == 2 or a == b"):
        assert (True, False) == (holds(text, "lenient", **slots), holds(text, "strict", **slots))


def test_every_part_of_an_expression_has_its_grain(figure):
    slots = {"a": figure("3400"), "b": figure("3436")}
    grains = {"a": Decimal(1)}
    for text in (
        "a == b", "b == a", "not a != b", "a == b and 1 == 1", "1 == 1 and a == b",
        "1 == 2 or a == b", "a == b or 1 == 2", "-a == -b", "sum(a, 0) == b",
    ):  # fmt: skip
        assert evaluate(parse(text), slots, "lenient").possible
        assert not evaluate(parse(text), slots, "lenient", grains).possible
