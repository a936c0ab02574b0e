"""A house's own style, measures, nouns and classes of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck.configuration import Settings, configure
from numcheck.errors import ConfigError
from numcheck.extraction.style import Style


def settings(folder: Path, text: str) -> Settings:
    path = folder / "numcheck.toml"
    path.write_text(text)
    return configure(str(path))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("[style]\ninclusive-dates = true", None),
        ('[style]\nlocale = "en-GB"', Style("day-first", "point")),
        ('[style]\nlocale = "de-DE"', Style("day-first", "comma")),
        ('[style]\ndates = "month-first"', Style("month-first", "point")),
        ('[style]\ndecimal = "comma"', Style("", "comma")),
        ('[style]\ndecimal = "point"\nlocale = "de-DE"', Style("day-first", "point")),
    ],
)
def test_a_locale_stands_for_its_style_and_what_is_said_closer_wins(
    tmp_path: Path, text: str, expected: Style | None
) -> None:
    assert expected == settings(tmp_path, text).style


def test_the_origin_of_a_style_names_its_locale(tmp_path: Path) -> None:
    some = settings(tmp_path, '[style]\nlocale = "en-US"\ndecimal = "comma"\n')
    assert some.dates.origin.endswith("numcheck.toml:2 (en-US)")
    assert some.decimal.origin.endswith("numcheck.toml:3")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('style = "en-GB"', "1:1: 'style' takes matters of style with a choice each"),
        ('[style]\nlocale = "en-UK"', "2:1: no locale is called 'en-UK'; did you mean 'en-US'?"),
        ("[style]\nlocale = 3", "2:1: no locale is called 3; known: en-GB, en-IE"),
        (
            '[style]\ndates = "day-frst"',
            "2:1: 'day-frst' is none of day-first, month-first; did you mean 'day-first'?",
        ),
        ("[style]\ndecimal = 3", "2:1: 3 is none of point, comma"),
        ("[style]\ninclusive-dates = 1", "2:1: 'inclusive-dates' is true or false"),
        ("[style]\ndats = 1", "2:1: unknown key 'dats'; did you mean 'dates'?"),
        ('synonyms = ["x"]', "1:1: 'synonyms' takes nouns with a list of other nouns"),
        ('[synonyms]\nhouse = "pad"', "2:1: 'house' takes a list of nouns in the singular"),
        ("measures = 3", "1:1: 'measures' takes a table for each measure"),
        ("[measures.killed]\nlabel = 3", "2:1: 'label' takes a text"),
        ('[measures.killed]\npeople = "yes"', "2:1: 'people' is true or false"),
        ('[measures.killed]\nwords = "gone"', "2:1: 'words' takes a list of words"),
        ('[measures.killed]\nverb = ["go"]', "2:1: a measure has no key 'verb'; did you mean"),
        ('[measures.killed]\nkinds = ["cuont"]', "2:10: no kind is called 'cuont'; did you mean"),
        ('[measures.killed]\nunits = ["lenght"]', "2:10: no dimension is called 'lenght'; did"),
        ('[measures.killed]\njoins = ["kiled"]', "2:10: no measure is called 'kiled'; did you"),
        ('[measures.new]\nlabel = "x"', "1:2: measure 'new' has no words; give it counted"),
        ('[rule.speed]\nwithin = "clouse"', "2:1: 'within' is a number of words up to 40"),
        ("[rule.speed]\nwithin = true", "2:1: 'within' is a number of words up to 40"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_a_way_out(
    tmp_path: Path, text: str, expected: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text)
    assert f"numcheck.toml:{expected}" in str(caught.value)
