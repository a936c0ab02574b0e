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
