"""The predicate that governs a figure."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Document


def events(text: str) -> list[str | None]:
    found = extract(Document(id="t", text=text))
    return [figure.event for figure in found if figure.kind not in ("date", "ordinal")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four miners had been killed.", ["kill"]),
        ("The blast killed four miners and injured nine.", ["kill", "injure"]),
        ("The port saw 40 dockers killed and 90 wounded.", ["kill", "wound"]),
        ("The flood left 12 dead and 300 homeless.", ["die", "displace"]),
        ("Three women and two boys drowned.", ["drown", "drown"]),
        ("Oslo shipped 600 tents east.", ["ship"]),
        ("It loaded 70 crates filled with tea.", ["load"]),
        ("The army is forming a unit of about 2,000 recruits.", ["form"]),
        ("Nearly 5,000 men were being trained to join the army.", ["train"]),
        ("The firm is expected to lose 300 staff.", ["lose"]),
        ("They drill on their land 800 men.", ["drill"]),
        ("Police held a man over the killings of two nurses.", ["kill"]),
        ("A rescue of 20 sailors, including 3 women, began.", ["rescue", "rescue"]),
        ("A total of 45 hikers, including 12 girls, were rescued.", ["rescue", "rescue"]),
        ("Officials said 70 homes burned.", ["burn"]),
        ("Workers from Chile who joined the 30 strikers left.", ["join"]),
        ("Twelve divers, all of them pupils, were missing.", ["miss"]),
        ("The 60 guests (most of them late) arrived.", ["arrive"]),
        ("They want to lay off 50 clerks.", ["lay"]),
        ("It has 9 branches.", ["have"]),
        ("A fire hit Hull, killing 3 persons and wounding other 40.", ["kill", "wound"]),
        ("Three die in fire during riots", ["die"]),
        ("Storm in Oslo kills 3, 40 Hurt\nA storm that came from the sea hit.", ["kill", "injure"]),
        ("The chief said 30 of the 90 clerks questioned will be moved.", ["move", "move"]),
        ("The index jumped 40 points to 3,662.", ["jump", "jump"]),
        ("Those 30 who voted were counted.", ["vote"]),
    ],
)
def test_the_event_is_the_lemma_of_the_governing_verb(
    text: str, expected: list[str | None]
) -> None:
    assert expected == events(text)


@pytest.mark.parametrize(
    "text",
    [
        "The navy foiled a raid on five ships.",
        "Total: 40 tonnes.",
        "Nine men, two women",
    ],
)
def test_where_no_verb_governs_there_is_no_event(text: str) -> None:
    assert {None} == set(events(text))


def test_the_verb_of_the_clause_wins_over_a_distant_one() -> None:
    assert ["lead"] == events("It was the first time the two women had led a team.")
