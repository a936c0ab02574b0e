"""Units of measure, from our vocabulary and from quantulum3's catalogue."""

from __future__ import annotations

import pytest

from numcheck.extraction import units
from numcheck.extraction.units import match_unit
from numcheck.model import Sentence


def sentence(text: str) -> Sentence:
    return Sentence(0, "text", text, 0, len(text), 0)


@pytest.mark.parametrize(
    ("written", "name", "kind"),
    [
        ("5 km", "kilometer", "measure"),
        ("5 kilometres", "kilometer", "measure"),
        ("5 km/h", "kilometer / hour", "measure"),
        ("5 miles per hour", "mile / hour", "measure"),
        ("5mph", "mile / hour", "measure"),
        ("5 m/s", "meter / second", "measure"),
        ("5 sq ft", "square_foot", "measure"),
        ("5 square miles", "square_mile", "measure"),
        ("32m2", "square_meter", "measure"),
        ("5 kg", "kilogram", "measure"),
        ("5 tonnes", "metric_ton", "measure"),
        ("816 000 t", "metric_ton", "measure"),
        ("5 barrels", "barrel", "measure"),
        ("5 barrels a day", "barrel / day", "measure"),
        ("5 bushels", "bushel", "measure"),
        ("5 troy ounces", "troy_ounce", "measure"),
        ("5 kWh", "kilowatt_hour", "measure"),
        ("5 GPa", "gigapascal", "measure"),
        ("32GB", "gigabyte", "measure"),
        ("5 ppm", "parts_per_million", "measure"),
        ("5 W/m2", "watt / square_meter", "measure"),
        ("5 light years", "light_year", "measure"),
        ("5%", "percent", "percent"),
        ("5 per cent", "percent", "percent"),
        ("5pc", "percent", "percent"),
        ("5 percentage points", "percentage_point", "percent"),
        ("5 basis points", "basis_point", "percent"),
        ("5 hours", "hour", "duration"),
        ("5 mins", "minute", "duration"),
        ("5 centuries", "century", "duration"),
        ("5 furlongs", "furlong", "measure"),
        ("5 degrees farenheit", "degree_Fahrenheit", "measure"),
    ],
)
def test_units_have_the_names_of_pint(only, written, name, kind):
    figure = only(f"It is {written}.")
    assert (written, name, kind) == (figure.text, figure.unit, figure.kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("5 grams per litre", "gram / liter"),
        ("5 litres a minute", "liter / minute"),
        ("5 grams a litre", "gram"),
        ("5 minutes a day", "minute"),
        ("5 percent per day", "percent"),
        ("5 metres per percent", "meter"),
    ],
)
def test_a_denominator_joins_only_a_measure(text, name):
    assert name == match_unit(sentence(text), 1).name


def test_a_denominator_can_be_left_alone():
    assert "liter" == match_unit(sentence("5 litres a minute"), 1, compound=False).name


@pytest.mark.parametrize("text", ["5 times", "5 points", "5 people", "5 a", "5 M", "5 cl"])
def test_words_that_are_mostly_something_else_are_no_units(text):
    assert None is match_unit(sentence(text), 1)


def test_nothing_follows_the_last_token():
    assert None is match_unit(sentence("5"), 1)


def test_every_unit_is_known_to_pint():
    import pint

    registry = pint.UnitRegistry()
    without = {"brake_horsepower", "frame", "mach", "newton_meter"}
    without |= {"parts_per_billion", "parts_per_million"}
    names = {name for name, kind, _ in units.vocabulary.table("units", 3) if kind == "measure"}
    parts = {part for name in names for part in name.split(" / ")} - without
    for name in sorted(parts):
        assert registry.parse_units(name.removeprefix("square_").removeprefix("cubic_"))


def test_without_the_catalogue_our_own_units_remain(monkeypatch):
    monkeypatch.setattr(units, "find_spec", lambda name: None)
    assert [] == units._catalogue()


@pytest.mark.parametrize(
    ("text", "slice_", "unit", "value"),
    [
        ("He is 6ft2.", "6ft2", "foot", "6.17"),
        ("He is 6ft4.", "6ft4", "foot", "6.33"),
        ("She is 5 ft 6 in, he said.", "5 ft 6 in", "foot", "5.50"),
        ("It is 60ft2.", "60ft2", "square_foot", "60.00"),
        ("He weighs 10st 7lb.", "10st 7lb", "stone", "10.50"),
        ("He weighs 11st.", "11st", "stone", "11.00"),
    ],
)
def test_heights_and_weights_in_short(only, text, slice_, unit, value):
    figure = only(text)
    assert (slice_, unit, value) == (figure.text, figure.unit, f"{figure.value:.2f}")
