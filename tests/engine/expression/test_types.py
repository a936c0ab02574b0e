import pytest

from numcheck.engine.expression import ExpressionError, parse, type_of
from numcheck.engine.expression.types import FIELDS, slot_type

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
        ("abs(old, new)", "takes 1 arguments"),
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
