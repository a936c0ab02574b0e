"""Which figures may be compared."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from numcheck.alignment.comparable import same_quantity, told_twice
from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import Profile, profile
from numcheck.extraction import analyse
from numcheck.model import Document
from tests.alignment.conftest import Told

Pair = Callable[[str, str], tuple[Profile, Profile]]


@pytest.fixture
def pair(told: Told) -> Pair:
    """The profiles of the first figures of two texts."""

    def one(name: str, marked: str) -> Profile:
        analysis = told(marked, name=name)
        return profile(analysis.figures[0], analysis.sentences[0], (0, 0), load_measures())

    def make(first: str, second: str) -> tuple[Profile, Profile]:
        return one("a", first), one("b", second)

    return make


AGE = "kind=age|unit=year"
GBP = "kind=money|unit=GBP"
DAYS = "kind=duration|unit=day"
PERCENT = "kind=percent|unit=percent"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # one noun, other words
        ("It has [9|9|counted=gate] gates.", "Nobody guards its [9|9|counted=gate] gates.", True),
        ("It has [9|9|counted=gate] gates.", "It has [9|9|counted=guard] guards.", False),
        # one measure
        (
            "[9|9|counted=man|event=kill] men",
            "[nine|9|counted=people|event=die] people died",
            True,
        ),
        (
            "[9|9|counted=man|event=kill] men",
            "[nine|9|counted=people|event=injure] people",
            False,
        ),
        # people called by different nouns
        (
            "He aimed at [two|2|counted=guard|event=aim] guards.",
            "He aimed at [two|2|counted=officer|event=aim] officers.",
            True,
        ),
        (
            "He aimed at [two|2|counted=guard|event=aim] guards.",
            "He greeted [two|2|counted=officer|event=greet] officers.",
            False,
        ),
        (
            "They trained [4,312|4312|counted=student] students for Zell.",
            "Some [4,312|4312|counted=teacher|event=leave] teachers left Zell.",
            True,
        ),
        # the words around a particular number
        (
            f"It sold for [£4.35m|4350000|{GBP}] in Zell.",
            f"In Zell it made [£4.35m|4350000|{GBP}].",
            True,
        ),
        (f"Zell paid [£4m|4000000|{GBP}].", f"It gave Zell [£4m|4000000|{GBP}] back.", False),
        (f"The Zell fund has [£4m|4000000|{GBP}].", f"A Zell loan of [£4m|4000000|{GBP}].", False),
        # scope
        ("It has [9|9|counted=gate] gates.", "It has another [9|9|counted=gate] gates.", False),
        ("It has [9|9|counted=gate] gates.", "[9|9|counted=gate] of the gates are open.", True),
        # heads behind the figure
        ("A [two|2] party vote.", "The [two|2] parties agree.", True),
        # counts and ordinals
        (
            "Kovac stopped Brandt in Zell in [six|6].",
            "Kovac stopped Brandt in the [sixth|6|kind=ordinal] round in Zell.",
            True,
        ),
        ("It took [six|6].", "It was the [sixth|6|kind=ordinal].", False),
        # ages
        (
            f"Ada Brandt, [34|34|{AGE}|subject=Ada Brandt]",
            f"Ms Brandt, [34|34|{AGE}|subject=Ms Brandt]",
            True,
        ),
        (f"A man, [34|34|{AGE}]", f"Ada Brandt, [34|34|{AGE}|subject=Ada Brandt]", True),
        # different owners
        (
            f"Acme has [£4m|4000000|{GBP}|subject=Acme] in Zell.",
            f"Bolt has [£4m|4000000|{GBP}|subject=Bolt] in Zell.",
            False,
        ),
        # dates
        (
            "The fire of [1999|kind=date|iso=1999] in Zell.",
            "Zell burned in [1999|kind=date|iso=1999].",
            True,
        ),
        ("Fire in [1999|kind=date|iso=1999].", "Peace in [1999|kind=date|iso=1999].", False),
        # vague
        (
            "It hit [dozens|low=24|high=99|bound=vague|counted=barn|event=hit] of barns.",
            "It hit [dozens|low=24|high=99|bound=vague|counted=barn|event=hit] of barns.",
            True,
        ),
    ],
)
def test_equal_values_are_one_figure_told_twice(
    pair: Pair, first: str, second: str, expected: bool
) -> None:
    one, other = pair(first, second)
    assert (expected, expected) == (told_twice(one, other), told_twice(other, one))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("[9|9|counted=gate|event=open] gates", "[7|7|counted=gate|event=open] gates", True),
        ("[9|9|counted=gate|event=open] gates", "[7|7|counted=gate|event=close] gates", False),
        ("[9|9|counted=gate] gates", "[7|7|counted=gate] gates", False),
        ("[9|9|event=open]", "[7|7|event=open]", False),
        # one owner of both
        ("Kovac ([46|46|counted=ko] KOs)", "Brandt ([47|47|counted=ko] KOs)", False),
        # loose words
        (
            "[3|3|counted=people|event=shoot] people were shot",
            "[2|2|counted=people|event=shoot] people were shot",
            False,
        ),
        # stages
        (
            "[3|3|counted=soldier|event=send] soldiers",
            "[2|2|counted=soldier|event=prepare] soldiers",
            False,
        ),
        (
            "[3|3|counted=soldier|event=send] soldiers",
            "[2|2|counted=troop|event=send] troops",
            True,
        ),
        # times
        (
            "[9|9|counted=gate|event=open|as_of=in 2023] gates",
            "[7|7|counted=gate|event=open|as_of=in 2024] gates",
            False,
        ),
        (
            "[9|9|counted=gate|event=open|as_of=in May 2024] gates",
            "[7|7|counted=gate|event=open|as_of=in 2024] gates",
            True,
        ),
        # money
        (
            f"a [£9m|9|{GBP}] loan and a [£1m|1|{GBP}] contract",
            f"a [£7m|7|{GBP}] contract",
            False,
        ),
        (f"a [£9m|9|{GBP}] contract", f"a [£7m|7|{GBP}] contract", True),
        (f"a [£9m|9|{GBP}] contract", f"a [£7m|7|{GBP}] offer", False),
        (f"a quarterly profit of [£9m|9|{GBP}]", f"annual profit of [£7m|7|{GBP}]", False),
        # durations
        (f"[9 days|9|{DAYS}] of rain", f"[7 days|7|{DAYS}] of heavy rain", True),
        (f"[9 days|9|{DAYS}] of rain", f"[7 days|7|{DAYS}] of fasting", False),
        # what somebody asks for
        (
            "sentenced to [9 years|9|kind=duration|unit=year] in prison",
            "asked for [7 years|7|kind=duration|unit=year|event=ask] in prison",
            False,
        ),
        ("[9%|9|kind=percent]", "[7%|7|kind=percent]", False),
        ("[9 t|9|kind=measure|unit=ton] of oil", "[7 t|7|kind=measure|unit=ton] of oil", True),
    ],
)
def test_different_values_are_compared_only_where_all_that_is_known_agrees(
    pair: Pair, first: str, second: str, expected: bool
) -> None:
    one, other = pair(first, second)
    assert (expected, expected) == (same_quantity(one, other), same_quantity(other, one))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # a time to the minute is said of one thing, a full hour of many
        ("It began at [1:30 a.m.|kind=time|iso=01:30].", "Gates shut, [1:30|kind=time|iso=01:30]",
         True),
        ("It began at [9 a.m.|kind=time|iso=09:00].", "Gates shut, [9 a.m.|kind=time|iso=09:00]",
         False),
        # so is a day, with a year or without, and a decade
        ("Divers left on [May 6|kind=date|iso=--05-06].", "The [May 6|kind=date|iso=--05-06] fire",
         True),
        ("Divers left on [May 6|kind=date|iso=--05-06].",
         "The [6 May 2031|kind=date|iso=2031-05-06] fire", True),
        ("Divers left on [May 6, 2030|kind=date|iso=2030-05-06].",
         "The [6 May 2031|kind=date|iso=2031-05-06] fire", False),
        ("The [1950s|kind=date|iso=195X] dancer", "She toured in the [1950s|kind=date|iso=195X].",
         True),
        ("The mill of [1951|kind=date|iso=1951]", "She toured in [1951|kind=date|iso=1951].",
         False),
        # an ordinal that few things have, under two nouns
        ("He will host the [81st|81|kind=ordinal|counted=gala] gala of the guild.",
         "Who will host the [81st|81|kind=ordinal|counted=edition] edition?", True),
        ("He will host the [2nd|2|kind=ordinal|counted=gala] gala of the guild.",
         "Who will host the [2nd|2|kind=ordinal|counted=edition] edition?", False),
        # the record of a season, and the score of a game
        ("They slumped to [9-14|kind=score].", "A [9-14|kind=score] start", True),
        ("They slumped to [3-1|kind=score].", "A [3-1|kind=score] start", False),
        # a vague word of one thing in much the same words
        ("A wave of anger drew [thousands|kind=count|bound=vague|counted=student] of students "
         "and dockers out.",
         "Anger like a wave drew [thousands|kind=count|bound=vague|counted=student] of students "
         "and dockers out.", True),
        ("[Thousands|kind=count|bound=vague|counted=student] of students sang.",
         "[Thousands|kind=count|bound=vague|counted=student] of students slept.", False),
    ],
)  # fmt: skip
def test_an_equal_value_is_evidence_where_it_is_particular(
    pair: Pair, first: str, second: str, expected: bool
) -> None:
    one, other = pair(first, second)
    assert expected == told_twice(one, other) == told_twice(other, one)


APART = [
    # two days
    ("Police arrested 30 people on Friday.", "Police arrested 12 people on Saturday."),
    # a part of the firm
    ("Halden Works will cut 400 jobs.", "Halden Works will cut 250 jobs in its foundry."),
    # the quake and what came after
    ("A magnitude 6.1 quake struck Torvik.", "A magnitude 5.4 aftershock struck Torvik."),
    # what it cost and what it was to cost
    ("The Torvik bridge cost $80 million.", "The Torvik bridge was to cost $60 million."),
]
TOGETHER = [
    ("Police arrested 30 people on Friday.", "Police arrested 12 people on Friday."),
    ("Police arrested 30 people on Friday.", "Police arrested 12 people."),
    ("Halden Works will cut 400 jobs.", "Halden Works will cut 250 jobs."),
    ("A magnitude 6.1 quake struck Torvik.", "A magnitude 5.4 quake struck Torvik."),
    ("The Torvik bridge cost $80 million.", "The Torvik bridge cost $60 million."),
]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [(*pair, False) for pair in APART] + [(*pair, True) for pair in TOGETHER],
)
def test_values_differ_rightly_on_other_days_of_parts_and_of_plans(
    first: str, second: str, expected: bool
) -> None:
    profiles = []
    for name, text in (("a", first), ("b", second)):
        analysis = analyse(Document(id=name, text=text))
        figure = analysis.figures[0]
        profiles.append(profile(figure, analysis.sentences[0], (0, 0), load_measures()))
    assert expected == same_quantity(*profiles)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        # the season's goals and those of a game
        ("He has [19|19|counted=goal|event=score] goals this season.", None, False),
        # shares of one measure
        (f"Turnout was [58%|58|{PERCENT}].", f"Turnout: [43%|43|{PERCENT}].", True),
        (f"Inflation was [5%|5|{PERCENT}].", f"Turnout: [43%|43|{PERCENT}].", False),
        (f"Turnout was [58%|58|{PERCENT}] in Lisk.", f"Turnout: [43%|43|{PERCENT}].", False),
        # rounds
        (
            f"Turnout in the first round was [58%|58|{PERCENT}].",
            f"Turnout in the second round was [43%|43|{PERCENT}].",
            False,
        ),
        # a majority, a count that goes on
        ("a majority of [300|300|counted=vote] votes", "got [900|900|counted=vote] votes", False),
        (
            "a majority of [300|300|counted=vote] votes",
            "a majority of [900|900|counted=vote] votes",
            True,
        ),
        (
            "With half the ballots counted she had [300|300|counted=vote] votes.",
            "got [900|900|counted=vote] votes",
            False,
        ),
        # to face a deficit is to have it; a fine may never come
        (
            f"Lisk faces a deficit of [£14m|14|{GBP}|event=face].",
            f"Lisk has a deficit of [£41m|41|{GBP}].",
            True,
        ),
        (
            f"Lisk faces a fine of [£14m|14|{GBP}|event=face].",
            f"Lisk paid a fine of [£41m|41|{GBP}].",
            False,
        ),
        # last year's
        (
            f"last year's deficit of [£14m|14|{GBP}] in Lisk",
            f"Lisk has a deficit of [£41m|41|{GBP}].",
            False,
        ),
        # spans of one thing
        (
            f"The strike is to last [3 days|3|{DAYS}|event=last].",
            f"The strike is to last [10 days|10|{DAYS}|event=last].",
            True,
        ),
        (
            f"The strike is to last [3 days|3|{DAYS}|event=last].",
            f"The march is to last [10 days|10|{DAYS}|event=last].",
            False,
        ),
        # what a crowd did is not what it counts
        (
            "A crowd of [300|300|counted=score] saw Rovers score.",
            "a crowd of [900|900|counted=fan] fans",
            True,
        ),
        # one game on one day, and another
        (
            "United beat City in Lisk [2-1|kind=score|as_of=on Saturday] on Saturday",
            "United beat City in Lisk [3-2|kind=score|as_of=on Saturday] on Saturday",
            True,
        ),
        (
            "United beat City in Lisk [2-1|kind=score|as_of=on Saturday] on Saturday",
            "United beat City in Lisk [3-2|kind=score|as_of=on Sunday] on Sunday",
            False,
        ),
    ],
)
def test_what_is_of_one_thing_across_sources(pair, first, second, expected):
    second = second or "He scored [2|2|counted=goal|event=score] goals."
    assert same_quantity(*pair(first, second)) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("Gusts of [160 km/h|160|kind=measure|unit=kilometer / hour] hit Lisk", True),
        ("Gusts of [130 km/h|130|kind=measure|unit=kilometer / hour] hit Lisk", False),
        ("The train does [160 km/h|160|kind=measure|unit=kilometer / hour]", False),
    ],
)
def test_speeds_in_miles_and_kilometres_are_one_if_they_agree(pair, other, expected):
    one, two = pair("Gusts of [100 mph|100|kind=measure|unit=mile / hour] hit Lisk", other)
    assert one.dimension == two.dimension == ("measure", "speed")
    assert same_quantity(one, two) == expected
