"""Conversions in brackets."""

from __future__ import annotations

from decimal import Decimal

import pytest


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("About 1,200 pounds (544 kg) of fruit rotted.", ["approximate"] * 2),
        ("It lies more than 40 miles (64 km) away.", ["more_than"] * 2),
        ("Nearly 30 million euros ($33 million) is owed.", ["nearly"] * 2),
        ("Winds of up to 100mph (160km/h) blew.", ["at_most"] * 2),
        ("It lies 40 miles (64 km) away.", ["exact"] * 2),
        ("About 40 miles (some 64 km) away.", ["approximate"] * 2),
        ("More than 40 miles (2 hours) away.", ["more_than", "exact"]),
        ("About 40 miles (3 kg) away.", ["approximate", "exact"]),
        ("About -20F (-29C) was forecast.", ["approximate"] * 2),
        ("About 20F (-7C) was forecast.", ["approximate", "exact"]),
    ],
)
def test_a_conversion_is_bounded_as_what_it_converts(figures, text, bounds):
    assert bounds == [figure.bound for figure in figures(text)]


def test_a_conversion_has_the_relative_width_of_what_it_converts(figures):
    source, converted = figures("About 200 pounds (91 kg) of fruit rotted.")
    assert converted.hedge == source.hedge == "About"
    assert converted.low / 91 == pytest.approx(source.low / 200)
    assert converted.high / 91 == pytest.approx(source.high / 200)
    assert Decimal(91) == converted.value
