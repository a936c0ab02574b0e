import pytest

from numcheck.engine.expression import ExpressionError, parse, type_of
from numcheck.engine.expression.types import (
    FIELDS,
    known_dimensions,
    literal_unit,
    slot_kinds,
    slot_type,
)

SLOTS = {
    "change": slot_type("percent"),
    "old": slot_type("money"),
    "new": slot_type("money"),
    "way": slot_type("measure", "length"),
    "time": slot_type("duration"),
    "day": slot_type("date"),
    "parts": slot_type("count", many=True),
    "x": slot_type("any"),
}


def kind(text):
    return str(type_of(parse(text), SLOTS))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("change == abs(new - old) / old", "true or false"),
        ("new - old", "money"),
        ("new / old", "a plain number"),
        ("way / time", "length × time^-1"),
        ("day - day", "time"),
        ("sum(parts)", "a plain number"),
        ("count(parts)", "a plain number"),
        ("parts", "a list of a plain number"),
        ("x + old", "money"),
        ("x * old", "a number of any dimension"),
        ("old.unit", "a text"),
        ("old.value", "a number of any dimension"),
        ("plain(old)", "a plain number"),
        ("time + 3 days", "time"),
        ("time == 2 years", "true or false"),
        ("way == 3 kilometers", "true or false"),
        ("change == 50%", "true or false"),
        ("not change == 1 and new > old", "true or false"),
        ("change ^ 2", "a plain number"),
        ("way ^ 2", "a number of any dimension"),
        ("day", "a date"),
        ("max(old, new)", "money"),
        ("-old", "money"),
    ],
)
def test_the_type_of_an_expression(text, expected):
    assert expected == kind(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("chnge == 1", "did you mean 'change'"),
        ("old.unti == 'GBP'", "did you mean 'unit'"),
        ("old + change == 1", "'+' needs one dimension: money and a plain number"),
        ("old == way", "needs one dimension"),
        ("old == 'GBP'", "cannot compare money with a text"),
        ("old.unit < 'GBP'", "cannot compare"),
        ("old and new", "joins comparisons"),
        ("not old", "joins comparisons"),
        ("parts + 1", "try sum(...)"),
        ("parts == 1", "cannot compare"),
        ("abs(parts)", "needs one number"),
        ("abs(day)", "needs numbers"),
        ("abs(old, new)", "takes 1 argument"),
        ("round(old, old, old)", "takes 1 to 2"),
        ("summ(parts)", "did you mean 'sum'"),
        ("sum(old, way)", "needs one dimension"),
        ("way == 3 lightbulbs", "nobody knows the unit"),
        ("old ^ way", "an exponent is a plain number"),
    ],
)
def test_what_makes_no_sense_is_told(text, words):
    with pytest.raises(ExpressionError) as caught:
        kind(text)
    assert words in caught.value.problem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('old.bound == "exct"', "'bound' is never 'exct'; did you mean 'exact'?"),
        ('"atributed" == old.stance', "'stance' is never 'atributed'; did you mean 'attributed'?"),
        ('old.quoted != "true"', "'quoted' is never 'true'; known: no, yes"),
    ],
)
def test_a_field_is_not_compared_with_what_it_never_says(text, words):
    with pytest.raises(ExpressionError) as caught:
        kind(text)
    assert words == caught.value.problem


def test_every_field_is_one_of_a_figure(figure):
    some = figure("3")
    elsewhere = ("source", "cue", "via", "quoted", "spelled", "published", "outlet")
    assert all(hasattr(some, name) for name in FIELDS if name not in elsewhere)


def test_no_type_for_a_kind_that_does_not_exist():
    assert slot_type("colour") is None


def error(text):
    with pytest.raises(ExpressionError) as caught:
        type_of(parse(text), SLOTS)
    return caught.value.column, caught.value.problem


@pytest.mark.parametrize(
    ("text", "column", "problem"),
    [
        ("1 + chnge", 4, "no slot is called 'chnge'; did you mean 'change'?"),
        (
            "1 + zzz",
            4,
            "no slot is called 'zzz'; known: change, day, new, old, parts, time, way, x",
        ),
        ("1 + chnge.value", 4, "no slot is called 'chnge'; did you mean 'change'?"),
        ("1 + old.unti", 4, "a figure has no field 'unti'; did you mean 'unit'?"),
        ("1 + way", 2, "'+' needs one dimension: a plain number and length"),
        ("1 - -day", 4, "'-' needs a number, not a date"),
        ("1 + parts", 2, "'+' needs a number, not a list of a plain number; try sum(...)"),
        ("parts * 2", 6, "'*' needs a number, not a list of a plain number; try sum(...)"),
        ("2 * old.unit", 2, "'*' needs a number, not a text"),
        ("not old", 0, "'not' joins comparisons, not money"),
        ("old and new > 1", 4, "'and' joins comparisons, not money"),
        ("x > 1 or new", 6, "'or' joins comparisons, not money"),
        ("old == 'GBP'", 4, "'==' cannot compare money with a text"),
        ("old.unit < 'GBP'", 9, "'<' cannot compare a text with a text"),
        ("1 == parts", 2, "'==' cannot compare a plain number with a list of a plain number"),
        ("(x > 1) == (x > 2)", 8, "'==' cannot compare true or false with true or false"),
        ("time == way", 5, "'==' needs one dimension: time and length"),
        ("2 ^ way", 2, "an exponent is a plain number, not length"),
        ("1 + summ(parts)", 4, "no function is called 'summ'; did you mean 'sum'?"),
        ("1 + abs(old, new)", 4, "abs takes 1 argument, not 2"),
        ("1 + hull(old)", 4, "hull takes 2 arguments, not 1"),
        ("1 + round(x, x, x)", 4, "round takes 1 to 2 arguments, not 3"),
        ("1 + sum(day)", 4, "sum needs numbers, not a date"),
        ("1 + abs(parts)", 4, "abs needs one number, not a list of a plain number"),
        ("1 + round(parts)", 4, "round needs one number, not a list of a plain number"),
        ("1 + plain(parts)", 4, "plain needs one number, not a list of a plain number"),
        ("1 + hull(1, parts)", 4, "hull needs one number, not a list of a plain number"),
        ("old + sum(old, way)", 6, "'sum' needs one dimension: money and length"),
        (
            "1 + 3 lights",
            4,
            "nobody knows the unit 'lights'; write its full name ('kilometer', 'day')",
        ),
        (
            "x > 1 and old.trend == 'upp'",
            23,
            "'trend' is never 'upp'; did you mean 'up'?",
        ),
    ],
)  # fmt: skip
def test_an_error_says_what_is_wrong_and_where(text, column, problem):
    assert (column, problem) == error(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("count(day)", "a plain number"),
        ("count(old)", "a plain number"),
        ("sum(parts, 1)", "a plain number"),
        ("sum(x, old)", "money"),
        ("sum(old, x, new)", "money"),
        ("hull(x, x)", "a number of any dimension"),
        ("old * way", "length × money"),
        ("way * way", "length^2"),
        ("old / x", "a number of any dimension"),
        ("x / old", "a number of any dimension"),
        ("old + x", "money"),
        ("old ± x", "money"),
        ("old - new", "money"),
        ("3 points", "a plain number"),
        ("1 point", "a plain number"),
        ("3 days", "time"),
        ("3 kilometers / 1 hour", "length × time^-1"),
        ("'a word'", "a text"),
        ("day == day", "true or false"),
        ("old.unit == new.unit", "true or false"),
        ("old.published > new.published", "true or false"),
        ("old.unit != 'GBP'", "true or false"),
        ("old.trend == 'up'", "true or false"),
        ("x ^ 2", "a number of any dimension"),
        ("2 ^ change", "a plain number"),
        ("not (old > new)", "true or false"),
        ("max(1, 2, 3, 4, 5, 6, 7, 8, 9)", "a plain number"),
    ],
)
def test_what_an_expression_comes_to(text, expected):
    assert expected == kind(text)


def test_a_list_of_dates_has_no_difference():
    slots = {"days": slot_type("date", many=True), "day": slot_type("date")}
    for text in ("days - day", "day - days"):
        with pytest.raises(ExpressionError) as caught:
            type_of(parse(text), slots)
        assert "'-' needs a number" in caught.value.problem


@pytest.mark.parametrize(
    ("kind_of_slot", "dimension", "many", "expected"),
    [
        ("measure", "area", False, "length^2"),
        ("measure", "speed", True, "a list of length × time^-1"),
        ("count", "", True, "a list of a plain number"),
        ("date", "", True, "a list of a date"),
        ("identifier", "", False, "a text"),
        ("duration", "", False, "time"),
    ],
)
def test_the_type_of_a_slot(kind_of_slot, dimension, many, expected):
    assert expected == str(slot_type(kind_of_slot, dimension, many))


def test_what_a_slot_may_ask_for():
    assert {"count", "money", "date", "any"} <= set(slot_kinds())
    assert all(slot_type(one) for one in slot_kinds())
    assert {"area", "speed"} <= set(known_dimensions())


def test_a_unit_is_read_in_the_singular_unless_it_ends_in_s_itself():
    assert ("day", "celsius", "lens") == (
        literal_unit("days"),
        literal_unit("celsius"),
        literal_unit("lens"),
    )


def test_a_slot_is_a_single_figure_of_its_kind_unless_more_is_said():
    assert "a plain number" == str(slot_type("count"))
    assert "money" == str(slot_type("money"))
