"""Figures that a draft took from its source, but gave to another thing."""

from __future__ import annotations

import pytest

from numcheck.alignment.support import Sources
from numcheck.extraction import analyse
from numcheck.model import Document

BLAST = "Officials said 12 were killed and 30 wounded when the depot exploded."
FLOOD = "The flood destroyed 400 houses and damaged 70."
STAFF = "The firm employs 1,400 drivers and 200 clerks."


def standings(draft: str, source: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    read = Sources([analyse(Document(id="s", text=source))])
    return {
        one.figure.text: (one.standing, tuple(other.text for other in one.others))
        for one in read.backings(analyse(Document(id="d", text=draft)))
    }


@pytest.mark.parametrize(
    ("draft", "source", "surface", "rightful"),
    [
        ("The explosion killed 30.", BLAST, "30", "12"),
        ("The explosion killed 30 people and wounded 12.", BLAST, "12", "30"),
        ("Some 400 houses were damaged.", FLOOD, "400", "70"),
        ("The company has 200 drivers.", STAFF, "200", "1,400"),
        ("Police arrested 33 men.", "Five men and 33 women were arrested.", "33", "Five"),
        ("There are 18 teachers.", "There are 310 teachers, and 18 pupils.", "18", "310"),
    ],
)
def test_a_number_that_belongs_to_something_else_is_contradicted(
    draft: str, source: str, surface: str, rightful: str
) -> None:
    assert ("contradicted", (rightful,)) == standings(draft, source)[surface]


@pytest.mark.parametrize(
    ("draft", "source", "surface"),
    [
        ("The explosion killed 12 people.", BLAST, "12"),
        ("Some 70 homes were damaged.", FLOOD, "70"),
        ("The company has 200 clerks.", STAFF, "200"),
        # The rescued were not the dead, whatever they are called.
        ("Twelve passengers died.", "12 people died and 30 passengers were rescued.", "Twelve"),
        # People may be called passengers where nothing else was counted.
        ("30 passengers slept in a hall.", "30 people slept in a hall beside 4 trains.", "30"),
        (
            "12 passengers slept in a hall.",
            "12 people slept in a hall after a coach with 30 passengers broke down.",
            "12",
        ),
    ],
)
def test_a_number_that_belongs_to_the_thing_stays_supported(
    draft: str, source: str, surface: str
) -> None:
    assert "supported" == standings(draft, source)[surface][0]


@pytest.mark.parametrize(
    ("draft", "surface", "standing"),
    [
        ("Five people died.", "Five", "contradicted"),
        ("Twelve children died.", "Twelve", "contradicted"),
        ("Twelve people died.", "Twelve", "supported"),
        ("Five children died.", "Five", "supported"),
    ],
)
def test_a_part_of_the_people_is_not_all_of_them(draft: str, surface: str, standing: str) -> None:
    source = "Twelve people, five of them children, died."
    assert standing == standings(draft, source)[surface][0]


def test_kinds_of_one_thing_are_told_apart() -> None:
    source = "The orchestra has 20 string players and 50 brass players."
    draft = "The orchestra has 20 brass players."
    assert ("contradicted", ("50",)) == standings(draft, source)["20"]
