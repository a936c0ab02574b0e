"""What a number counts."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.extraction.wordlists import word_class
from numcheck.model import Document, Figure


def figures(text: str) -> list[Figure]:
    found = extract(Document(id="t", text=text))
    return [figure for figure in found if figure.kind in ("count", "multiplier")]


@pytest.mark.parametrize(
    ("text", "counted", "qualifiers"),
    [
        ("About 4,000 Chilean miners marched.", "miner", ("Chilean",)),
        ("Dozens of West African sailors waited.", "sailor", ("West", "African")),
        ("They flew in 900 special forces troops.", "troop", ("special", "forces")),
        ("Six other Nordic governments agreed.", "government", ("other", "Nordic")),
        ("They fired more than 25 cruise missiles at the port.", "missile", ("cruise",)),
        ("Thousands of people came.", "people", ()),
        ("Three men face charges over the fire.", "man", ()),
        ("Two bus crashes blocked the bridge.", "crash", ("bus",)),
        ("Seven people work there.", "people", ()),
        ("A 3,000-strong crowd gathered.", "crowd", ()),
        ("Nine of the 40 pupils passed.", "pupil", ()),
        ("The two leaders shook hands.", "leader", ()),
        ("Four Green MPs resigned.", "MP", ("Green",)),
        ("About 700 South Koreans stayed.", "Korean", ("South",)),
        ("The navy freed 14 Kenyan and Tanzanian fishermen.", "fisherman", ("Kenyan", "Tanzanian")),
        ("The navy freed 14 Kenyan and Omani sea pilots.", "pilot", ("Kenyan", "Omani", "sea")),
        ("They sold 60 digital and printed copies.", "copy", ("digital", "printed")),
        ("They took two transport guards hostage.", "guard", ("transport",)),
        ("It grounded three Airbus 320s in Lima.", "Airbus", ()),
        ("Two plainclothes officers shot and wounded a boy.", "officer", ("plainclothes",)),
        ("Ten sports teams took part.", "team", ("sports",)),
        ("Twelve counties voted.", "county", ()),
        ("Five sheep escaped.", "sheep", ()),
        ("Some 40-odd people came.", "people", ()),
        ("A six-cylinder engine failed.", "cylinder", ()),
        ("A 30-man climbing squad left.", "man", ()),
        ("Hundreds of the party's “super” members quit.", "member", ("party", "super")),
        ("Three people onstage sang.", "people", ()),
        ("Thirty start-ups closed.", "start-up", ()),
        ("Six Rolls-Royces were sold.", "Rolls-Royce", ()),
        ("90 Begin Long March Across Frozen Lake", None, ()),
        ("They met seven times champions Nordby.", "time", ()),
        ("Eight Barns Burned in Hull", "barn", ()),
    ],
)
def test_the_head_noun_is_found_and_made_singular(
    text: str, counted: str | None, qualifiers: tuple[str, ...]
) -> None:
    figure = figures(text)[0]

    assert (counted, qualifiers) == (figure.counted, figure.qualifiers)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army saw 800 soldiers killed and 2,000 wounded.", ["soldier", "soldier"]),
        ("At least 20 miners died and 35 others were injured.", ["miner", "miner"]),
        ("Seven were killed and two died later.", ["people", "people"]),
        ("The storm left 30 dead and 400 homeless.", ["people", "people"]),
        ("The 90 who stayed got tea.", ["people"]),
        ("The mill cut 60 jobs and later hired back 15 more.", ["job", "job"]),
        ("Twelve workers, three of them women, were trapped.", ["worker", "worker"]),
        ("Thousands protested; hundreds were arrested.", ["people", "people"]),
        ("They saw four, five or six whales.", ["whale", "whale"]),
        ("It takes a call or two.", ["call"]),
        ("They counted 45 votes, up from 40.", ["vote", "vote"]),
        ("She married nine couples, two of them from Chile.", ["couple", "couple"]),
        ("The choir has 200 members, 120 of whom are women.", ["member", "member"]),
        ("The car comes in four-, five- and six-seat forms.", ["seat", "seat", "seat"]),
    ],
)
def test_an_elided_noun_is_supplied(text: str, expected: list[str]) -> None:
    counted = [figure.counted for figure in figures(text)]

    assert expected == counted[-len(expected) :]


def test_a_bare_number_counts_nothing() -> None:
    assert [None] == [figure.counted for figure in figures("The index closed at 3,412.")]


def test_a_share_counts_its_whole() -> None:
    assert "voter" == figures("Two thirds of voters agreed.")[0].counted


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("The airport handles 40 flights a day.", "day"),
        ("She averages 12 points per game.", "game"),
        ("They hold 3 votes each.", None),
    ],
)
def test_a_rate_keeps_its_base(text: str, per: str | None) -> None:
    assert per == figures(text)[0].per


def test_the_figure_itself_leaves_out_the_noun() -> None:
    assert "12,000" == figures("Some 12,000 young voters came.")[0].text


def test_an_unknown_class_of_words_is_refused() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        word_class("nonsense")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("A 12 - door bus came.", "door"),
        ("They want the two - room version.", "room"),
        ("Of 12 - door staff mostly - some left.", None),
        ("The 12 - all men - left.", None),
        ("He hit a 9-iron shot.", None),
    ],
)
def test_a_hyphen_between_spaces_joins_a_number_to_its_noun_behind_a_determiner(
    figures, text, counted
):
    assert counted == figures(text)[0].counted


def test_a_unit_behind_a_hyphen_between_spaces_is_one():
    figure = extract(Document(id="a", text="It is a 30 - year loan."))[0]
    assert ("30 - year", "year") == (figure.text, figure.unit)


@pytest.mark.parametrize(
    "text",
    [
        "A magnitude-5 quake struck.",
        "A magnitude 5 quake struck.",
        "A 5-magnitude quake struck.",
        "A 5 magnitude quake struck.",
        "A quake of magnitude 5 struck.",
        "A quake with a magnitude of 5 struck.",
    ],
)
def test_a_number_on_a_scale_counts_nothing_but_its_scale(figures, text):
    assert ("5", "magnitude") == (str(figures(text)[0].value), figures(text)[0].counted)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Some 30 of the chain's 212 bakeries shut.", "bakery"),
        ("A third of the old town's 4,000 residents fled.", "resident"),
        ("She hit 12 aces against none.", "ace"),
        ("It has 9 GPs now.", "GP"),
        ("A two-bedroom flat is dear.", "bedroom"),
        ("They take five or more medicines a day.", "medicine"),
    ],
)
def test_whose_things_and_plurals_that_look_like_verbs_are_counted(figures, text, counted):
    assert counted == figures(text)[0].counted
