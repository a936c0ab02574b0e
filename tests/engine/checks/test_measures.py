import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It is 100 miles (160km) long.",
        "It is 100 miles (about 160km) long.",
        "It is 100 miles or 160km long.",
        "It is 100 miles (two days by cart) long.",
        "It weighs 10 tons (10.2 tonnes).",
        "It weighs 10 tons (9.1 tonnes).",
        "It has cooled by 2C (3.6F).",
        "It is 38C (100F) in the shade.",
        "It goes 100 miles, 20 litres in the tank.",
        "It is 12 feet (3.7m) by 10 feet (3m).",
        "It is 10 miles (40 miles by road) away.",
        "It took 10 miles or 40 minutes.",
        "It is 10 miles and then 40km away.",
    ],
)
def test_conversions_that_are_right_or_none_are_silent(said, text):
    assert [] == said("unit-in-brackets", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 14 miles (32km) long.", "14 miles is 22.5km, not 32km."),
        ("It was 38C (108F) in the shade.", "38C is 100F, not 108F."),
        ("It is 300 acres (320 hectares) large.", "300 acres is 121 hectares, not 320 hectares."),
    ],
)
def test_a_wrong_conversion_is_told_with_the_right_one(said, text, expected):
    assert [expected] == said("unit-in-brackets", text)


def test_below_zero_a_conversion_is_told_too(said):
    [message] = said("unit-in-brackets", "It was -10C (34F) at dawn.")
    assert "not 34F" in message


def test_false_precision_needs_digits_behind_the_point(said):
    assert [] == said("false-precision", "It is about 50 miles (80km) long.")
    assert [] == said("false-precision", "It is 26.2 miles (42.2km) long.")
    assert [] == said("false-precision", "It is about fifty miles and 80.467km long.")
    assert 1 == len(said("false-precision", "It is about 50 miles (80.467km) long."))


def test_two_rates_in_one_text(said):
    assert 1 == len(said("currency-rate", "It paid £40m (€46m). Later it paid €135m (£90m)."))
    assert [] == said("currency-rate", "It paid £40m (€46m). In 1990 it paid £90m (€135m).")
    assert [] == said("currency-rate", "It paid £40m (€46m) and £90m (a loan of $135m).")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The shortlist has four novels: Ash, Birch, Cedar and Dogwood.", 0),
        ("The shortlist has four novels: Ash, Birch and Cedar.", 1),
        ("The shortlist has four novels: Ash, Birch and others.", 0),
        ("The shortlist has four novels, all good.", 0),
        ("The shortlist has 40 novels: Ash, Birch and Cedar.", 0),
        ("The shortlist has four novels: one is long.", 0),
        ("It has four aims: cleaner water and wider paths, more trees and fewer cars.", 0),
        ("It has two rules: never talk to the driver of the bus, and sit.", 0),
        ("It stops in four towns: Ely at 9, March at 10 and Diss.", 0),
    ],
)
def test_lists_are_counted_after_a_colon(said, text, count):
    assert count == len(said("list-count", text))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Some 45% were for it, 35% against and 30% undecided.", 1),
        ("Some 45% were for it, 35% against and 20% undecided.", 0),
        ("Oak is 60 per cent of the wood and ash the other 30 per cent.", 1),
        ("Oak is 60 per cent of the wood and ash the other 40 per cent.", 0),
        ("Free to tick as many boxes as they liked, 60% chose tea and the rest, 70%, coffee.", 0),
        ("Sales rose 60% in the vote of 2019 and 50% in 2020, 40% in 2021.", 0),
        ("It took 60%.", 0),
    ],
)
def test_shares_of_one_whole(said, text, count):
    assert count == len(said("shares-above-whole", text))
