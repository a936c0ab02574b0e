"""Currencies in the notations of the news."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("written", "value", "code"),
    [
        ("$5", "5", "USD"),
        ("£30m", "30000000", "GBP"),
        ("€4.50", "4.5", "EUR"),
        ("1.250,50 €", "1250.5", "EUR"),
        ("US$40m", "40000000", "USD"),
        ("US $40m", "40000000", "USD"),
        ("U.S. $40", "40", "USD"),
        ("A$3.2 million", "3200000", "AUD"),
        ("C$5", "5", "CAD"),
        ("HK$9bn", "9000000000", "HKD"),
        ("NZ$7", "7", "NZD"),
        ("R$7", "7", "BRL"),
        ("USD$7", "7", "USD"),
        ("CHF 3.5m", "3500000", "CHF"),
        ("EUR20", "20", "EUR"),
        ("20 EUR", "20", "EUR"),
        ("COP 5,000", "5000", "COP"),
        ("Rs 500", "500", "INR"),
        ("Rs. 500", "500", "INR"),
        ("Rs 3.5 lakh crore", "3500000000000", "INR"),
        ("₹45,00,000", "4500000", "INR"),
        ("RM2.70", "2.7", "MYR"),
        ("¥1,000", "1000", "JPY"),
        ("100 ₡", "100", "CRC"),
        ("dollar 22.5 million", "22500000", "USD"),
        ("MAUD 60", "60000000", "AUD"),
        ("3bn yuan", "3000000000", "CNY"),
        ("12 million Swiss francs", "12000000", "CHF"),
        ("40m euros", "40000000", "EUR"),
        ("$5 Canadian dollars", "5", "CAD"),
        ("1.5 million Hong Kong dollars", "1500000", "HKD"),
        ("5 bucks", "5", "USD"),
        ("5p", "5", "penny"),
        ("99c", "99", "cent"),
        ("50 paise", "50", "paisa"),
        ("15 sen", "15", "sen"),
        ("$2.5-billion", "2500000000", "USD"),
        ("$3trn", "3000000000000", "USD"),
        ("£3.5K", "3500", "GBP"),
        ("tens of millions of dollars", None, "USD"),
    ],
)
def test_money_is_read_in_every_usual_notation(only, written, value, code):
    figure = only(f"They paid {written}.")
    assert (written, "money", code) == (figure.text, figure.kind, figure.unit)
    assert (None if value is None else Decimal(value)) == figure.value


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("COP28 closed.", ["identifier"]),
        ("PLX-R18 failed.", ["identifier"]),
        ("It was -5C.", ["measure"]),
        ("He took 5 P and left.", ["count"]),
        ("A cop 12 miles off.", ["measure"]),
    ],
)
def test_letters_that_only_look_like_a_currency_are_none(figures, text, kinds):
    assert kinds == [each.kind for each in figures(text)]


def test_a_sign_glued_to_the_next_number_belongs_to_that(figures):
    found = figures("He gave 1 $10 note.")
    assert [(1, None), (10, "USD")] == [(each.value, each.unit) for each in found]


def test_a_sign_far_from_its_number_is_none(only):
    assert "count" == only("The $ sign, 5 of them.").kind


def test_a_letter_inside_a_word_is_no_part_of_the_sign(only):
    assert "USD" == only("They pay extra-$5 fees.").unit


@pytest.mark.parametrize(
    ("text", "slice_", "unit"),
    [
        ("Tin closed up $2.15 US.", "$2.15 US", "USD"),
        ("Oil sold at $61 U.S. per barrel.", "$61 U.S. per barrel", "USD / barrel"),
        ("The seat was $40 Canadian.", "$40 Canadian", "CAD"),
        ("It sent $3 billion US troops could use.", "$3 billion", "USD"),
    ],
)
def test_a_country_behind_an_amount_says_whose_dollars_they_are(only, text, slice_, unit):
    assert (slice_, unit) == (only(text).text, only(text).unit)


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("The bonus came to PS1.4m.", "PS1.4m", 1_400_000, "GBP"),
        ("The bill was PS12,300.", "PS12,300", 12_300, "GBP"),
        ("The maker lost Y=75 billion.", "Y=75 billion", 75_000_000_000, "JPY"),
    ],
)
def test_signs_that_wires_transliterate_are_currencies(only, text, slice_, value, unit):
    figure = only(text)
    assert (slice_, value, unit) == (figure.text, figure.value, figure.unit)


def test_a_game_console_is_no_amount_of_pounds(only):
    assert "identifier" == only("The PS5 sold out.").kind


def test_both_of_two_prices_keep_what_they_are_taken_by(figures):
    found = figures("Storage costs $4 a month or $40 a year.")
    assert [("USD / month", "month"), ("USD / year", "year")] == [
        (each.unit, each.per) for each in found
    ]


@pytest.mark.parametrize("ending", ["a day or so earlier", "a day or two later", "a day ago"])
def test_a_time_behind_an_amount_is_no_denominator(figures, ending):
    assert None is figures(f"It had paid $30 {ending}.")[0].per


def test_a_change_in_cents_does_not_take_the_denominator_of_the_level(figures):
    found = figures("Zinc rose 4 cents to $1.31 per pound.")
    assert ["cent", "USD / pound"] == [each.unit for each in found]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They owe 3.5m CHF.", "3500000"),
        ("They owe 12m EUR.", "12000000"),
        ("They owe 12.000 €.", "12000"),
        ("They owe 2.000.000,50 €.", "2000000.5"),
        ("A litre is €1.899.", "1.899"),
    ],
)
def test_amounts_as_the_continent_writes_them(only, text, value):
    figure = only(text)
    assert ("money", Decimal(value)) == (figure.kind, figure.value)


def test_a_range_of_money_shares_the_letter_of_its_million(only):
    figure = only("It would cost £3-5m.")
    assert (3_000_000, 5_000_000, "GBP") == (figure.low, figure.high, figure.unit)


@pytest.mark.parametrize(
    ("text", "kind"),
    [("COP 27 ended.", "identifier"), ("They paid COP 5 billion.", "money")],
)
def test_a_small_number_behind_cop_names_the_conference(only, text, kind):
    assert kind == only(text).kind
