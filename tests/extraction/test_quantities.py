"""Signs, currencies and units around a number."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("It fell to -5C.", "-5C", "-5", "degree_Celsius"),
        ("It was 35°C there.", "35°C", "35", "degree_Celsius"),
        ("It was 35 C.", "35 C", "35", "degree_Celsius"),
        ("It was -40F outside.", "-40F", "-40", "degree_Fahrenheit"),
        ("It was minus 12 degrees Celsius.", "minus 12 degrees Celsius", "-12", "degree_Celsius"),
        ("A minus-30 degree night.", "minus-30 degree", "-30", "degree"),
        ("It fell −3%.", "−3%", "-3", "percent"),
        ("A loss of -$5m.", "-$5m", "-5000000", "USD"),
        ("A loss of $-5m.", "$-5m", "-5000000", "USD"),
        ("A swing of +4%.", "+4%", "4", "percent"),
        ("A 10-mile road.", "10-mile", "10", "mile"),
        ("A 2.5-litre engine.", "2.5-litre", "2.5", "liter"),
        ("Dozens of miles away.", "Dozens of miles", None, "mile"),
        ("They paid 120 MEUR.", "120 MEUR", "120000000", "EUR"),
        ("The mass is 20 (kg).", "20 (kg)", "20", "kilogram"),
        ("He is 6'2\" tall.", "6'2\"", "6.166666666666666666666666667", "foot"),
        ("He is 5’ 6” tall.", "5’ 6”", "5.5", "foot"),
        ('A 10" screen broke.', '10"', "10", "inch"),
        ('A board 10" long.', '10"', "10", "inch"),
        ("She lost 12 pounds of fat.", "12 pounds", "12", "pound"),
        ("She paid 12 pounds.", "12 pounds", "12", "GBP"),
        ("It cost 3 million pounds.", "3 million pounds", "3000000", "GBP"),
    ],
)
def test_a_quantity_takes_its_sign_and_unit(only, text, slice_, value, unit):
    figure = only(text)
    assert (slice_, unit) == (figure.text, figure.unit)
    assert (None if value is None else Decimal(value)) == figure.value


@pytest.mark.parametrize(
    "text",
    [
        "They own 10 second-hand cars.",
        "He said: “There are 10” and left.",
        "Dozens of nights passed.",
        "The grades are 35 C 4 and so on.",
        "They have 40 Capital jets.",
        "It has 20 (kg or so) bags.",
        "It has 9000 C cells.",
        "A row of 5' was cut.",
    ],
)
def test_words_that_only_look_like_units_are_none(quantities, text):
    assert all(figure.unit is None for figure in quantities(text))


def test_a_minus_inside_a_word_is_a_hyphen(figures):
    assert [7] == [each.value for each in figures("They use sub-7 chips.")]


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("He is 6ft 2in tall.", "6ft 2in", Decimal(74) / 12, "foot"),
        ("He is 6 feet 3 inches tall.", "6 feet 3 inches", Decimal("6.25"), "foot"),
        ("The baby weighed 5lb 8oz at birth.", "5lb 8oz", Decimal("5.5"), "pound"),
        ("The boxer weighed 11 stone 7 pounds.", "11 stone 7 pounds", Decimal("11.5"), "stone"),
        ("She ran it in 2h 31m 04s flat.", "2h 31m 04s", Decimal(9064) / 3600, "hour"),
        ("She ran it in 3m 30s flat.", "3m 30s", Decimal("3.5"), "minute"),
        ("It took 15 hours and 30 minutes.", "15 hours and 30 minutes", Decimal("15.5"), "hour"),
        ("It took two years, six months.", "two years, six months", Decimal("2.5"), "year"),
        ("A jump of 8m 50cm.", "8m 50cm", Decimal("8.5"), "meter"),
        ("The 6-foot-4 guard sat.", "6-foot-4", Decimal(76) / 12, "foot"),
        ("It took two years and a half.", "two years and a half", Decimal("2.5"), "year"),
        ("It took a year and a half.", "a year and a half", Decimal("1.5"), "year"),
    ],
)
def test_smaller_units_chain_on(only, text, slice_, value, unit):
    figure = only(text)
    assert (slice_, unit) == (figure.text, figure.unit)
    assert abs(value - figure.value) < Decimal("1e-20")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He is 6ft and 20 in the class.", [6, 20]),
        ("It took two hours and 90 minutes.", [2, 90]),
        ("It took 5 hours and two goals.", [5, 2]),
        ("A run of 8m 25 times.", [8, 25]),
        ("A 6-foot pole.", [6]),
    ],
)
def test_what_cannot_be_a_smaller_part_stays_apart(figures, text, values):
    assert values == [each.value for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit", "per"),
    [
        ("Oil costs $58 a barrel.", "$58 a barrel", "58", "USD / barrel", "barrel"),
        ("It pays 98 cents a share.", "98 cents a share", "98", "cent / share", "share"),
        ("It pays $3 per share.", "$3 per share", "3", "USD / share", "share"),
        ("It costs £5-a-month.", "£5-a-month", "5", "GBP / month", "month"),
        ("Rent is £900 a month.", "£900 a month", "900", "GBP / month", "month"),
    ],
)
def test_a_price_takes_its_denominator(only, text, slice_, value, unit, per):
    figure = only(text)
    assert (slice_, Decimal(value), unit, per) == (
        figure.text, figure.value, figure.unit, figure.per
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["It cost £900 a month ago.", "It cost £900 a time.", "It cost £900 a percent."]
)
def test_a_point_in_time_is_no_denominator(only, text):
    assert ("GBP", None) == (only(text).unit, only(text).per)


@pytest.mark.parametrize(
    ("text", "slice_", "value"),
    [
        ("It cost 13 dollars and 45 cents.", "13 dollars and 45 cents", "13.45"),
        ("It cost 15 dollars 50.", "15 dollars 50", "15.50"),
        ("It cost three pounds and 20 pence.", None, None),
        ("It cost 75 USD million.", "75 USD million", "75000000"),
    ],
)
def test_coins_join_their_currency(figures, text, slice_, value):
    found = figures(text)
    if slice_ is not None:
        assert [(slice_, Decimal(value))] == [(each.text, each.value) for each in found]
    assert all(each.kind in ("money", "measure") for each in found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It cost 15 dollars 5 times.", [15, 5]),
        ("It cost 15 dollars and 500 cents.", [15, 500]),
        ("It cost 15 dollars and a hat.", [15]),
    ],
)
def test_what_is_no_coin_stays_apart(figures, text, values):
    assert values == [each.value for each in figures(text)]
