"""How many independent origins the figures of a claim have."""

from __future__ import annotations

import pytest

from numcheck.alignment import align
from numcheck.extraction import analyse
from numcheck.model import Document

SLIDE = (
    "A landslide near Torvik on Sunday killed 14 people and cut the coastal road, the council said."
    " Rescue teams with dogs searched the mud for survivors until dark."
    " About 60 families were taken to a school hall in the next village."
    " The governor, Ida Voss, said the slope had been watched since spring."
)
OTHER = (
    "Doctors in Torvik said 14 people had died when the slope above the coastal road gave way"
    " on Sunday; Ida Voss, the governor, visited the wards."
)
EDITS = {
    "as it was": lambda text: text,
    "a place in front": lambda text: f"TORVIK — {text}",
    "a sentence less": lambda text: text.replace("Rescue teams with dogs searched the mud for "
                                                 "survivors until dark. ", ""),
    "a word less": lambda text: text.replace("with dogs ", ""),
    "other words": lambda text: text.replace("the council said", "officials said"),
    "cut short": lambda text: text[: text.index(" The governor")],
    "a credit": lambda text: f"(Northern Wire) {text}",
    "a line more": lambda text: f"{text} More follows.",
}  # fmt: skip


def origins(*texts: str) -> dict[str, int]:
    """Origins of the claims of texts by different outlets, by what they measure."""
    documents = [
        Document(id=f"d{number}", text=text, source=f"Outlet {number}")
        for number, text in enumerate(texts)
    ]
    alignment = align([analyse(document) for document in documents])
    return {claim.label: claim.origins for claim in alignment.claims}


def test_copies_that_were_lightly_edited_have_one_origin() -> None:
    copies = [edit(SLIDE) for edit in EDITS.values()]
    assert {"people killed": 1, "families": 1} == origins(*copies)


@pytest.mark.parametrize("edit", EDITS)
def test_each_light_edit_leaves_the_origin(edit: str) -> None:
    assert 1 == origins(SLIDE, EDITS[edit](SLIDE))["people killed"]


def test_a_text_of_its_own_is_another_origin() -> None:
    copies = [edit(SLIDE) for edit in EDITS.values()]
    assert 2 == origins(*copies, OTHER)["people killed"]


def test_two_texts_of_their_own_have_two_origins() -> None:
    assert 2 == origins(SLIDE, OTHER)["people killed"]


def test_texts_of_one_agency_have_one_origin() -> None:
    one = f"TORVIK, Norland (Northern Wire) — {SLIDE}"
    other = f"(Northern Wire) {OTHER}"
    assert 1 == origins(one, other)["people killed"]
    assert 2 == origins(one, f"(Southern Wire) {OTHER}")["people killed"]


def test_brackets_inside_a_sentence_credit_nobody() -> None:
    one = f"The coastal road (Route 9) is shut. {SLIDE}"
    other = f"The Torvik pass (Route 9) is shut. {OTHER}"
    assert 2 == origins(one, other)["people killed"]
