"""Denied, doubted and supposed figures in many registers, beside figures that only look so."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Document

DENIED = [
    (
        "The union put the turnout at 12,000. A council spokesman called that figure "
        "wildly inflated.",
        "12,000",
    ),
    (
        "Reports of 400 redundancies are simply untrue, the firm's chairman told staff on Tuesday.",
        "400",
    ),
    ("Campaigners talk of 90 lost beds; the trust says that is well wide of the mark.", "90"),
    ("The minister disputed a claim that the bridge had cost $80 million.", "$80 million"),
    (
        "Organisers boasted of 30,000 visitors, but the real number was nothing like "
        "that, according to the tourist board.",
        "30,000",
    ),
    ("The harbour master dismissed suggestions that 15 boats had sunk.", "15"),
    (
        "Attendance was put at 5,000 by the club. Attendance was nowhere near that, rival"
        " supporters insisted.",
        "5,000",
    ),
    (
        "The general agreed that a number of tanks had been lost but said the true figure"
        " was nowhere near the 60 claimed by the rebels.",
        "60",
    ),
    ("Police poured cold water on talk of 50 arrests.", "50"),
    ("It is false that 1,200 homes were flooded, the river authority wrote.", "1,200"),
    ("The charity denied paying its director $310,000.", "$310,000"),
    ("Rumours of 25 deaths were described as a fabrication by the hospital.", "25"),
    ("The ministry rubbished a report of 3,500 missing rifles.", "3,500"),
    ("The mayor said the estimate of 900 potholes was far too high.", "900"),
    ("The mayor said the estimate of 900 potholes was far too low.", "900"),
    ("Police said 45 people had been detained, a number that activists reject.", "45"),
    ("Claims that the fire destroyed 300 hectares have been debunked.", "300 hectares"),
    ("The chain's boss laughed off speculation that 80 branches would shut.", "80"),
    ("A tabloid put the guest list at 650. The palace called the tally absurd.", "650"),
    (
        "Protest leaders counted 25,000 heads. Turnout was nowhere near that, the police "
        "chief insisted.",
        "25,000",
    ),
    ("The estimate of 1,100 lost jobs is much too high, the bank said.", "1,100"),
    (
        "The navy agreed that a number of sailors had deserted but said the real figure "
        "was 'nowhere near' the 300 reported.",
        "300",
    ),
    (
        "Fishermen spoke of 40 dead seals. The figure is a gross exaggeration, said the ranger.",
        "40",
    ),
    (
        "The claim that 70 per cent of tests failed is plain wrong, the laboratory told reporters.",
        "70 per cent",
    ),
    ("The coach hotly contested reports that he had been offered $5m.", "$5m"),
    ("The army scoffed at the insurgents' boast of 200 kills.", "200"),
    (
        "The government has refuted a newspaper's finding that 5,400 patients were misdiagnosed.",
        "5,400",
    ),
    ("The 3,000 figure is pure invention, the secretary wrote.", "3,000"),
    ("Locals speak of up to 90 wolves, a number the ranger called fanciful.", "90"),
]

UNCONFIRMED = [
    ("Nine passengers are said to be trapped, although this has yet to be verified.", "Nine"),
    ("According to unverified social media posts, 35 soldiers surrendered.", "35"),
    (
        "The rebels claim to have shot down four drones. There was no independent confirmation.",
        "four",
    ),
    ("It was not immediately clear whether 18 or more miners were underground.", "18"),
    ("Authorities could neither confirm nor deny that 220 cattle had been culled.", "220"),
    ("The paper alleged, citing no evidence, that 6,000 ballots had vanished.", "6,000"),
    ("We have been unable to check the claim of 75 casualties.", "75"),
    (
        "Accounts differ, and no one has been able to establish whether 6 or 7 shots were fired.",
        "7",
    ),
    ("The figure of 800 could not be independently checked.", "800"),
    (
        "Details were sketchy, and reports that 9 houses had collapsed were awaiting confirmation.",
        "9",
    ),
]

SUPPOSED = [
    ("If 4,000 more voters had turned out, the measure would have passed.", "4,000"),
    ("The plant could create 500 jobs should the permit be granted.", "500"),
    ("Suppose the levy raised $12 million: that would hardly pay for the roof.", "$12 million"),
    ("Had the dam burst, 8,000 people would have been in its path.", "8,000"),
    ("Unless 2,000 signatures are gathered, the pool will close.", "2,000"),
    ("A further 700 places would be needed were the school to stay open.", "700"),
]

TOLD = [
    ("Not only 10,000 marchers but also two brass bands filled the square.", "10,000"),
    ("He did not deny that he had been paid $40,000.", "$40,000"),
    ("The coach was nowhere near the 30 mph limit when it left the road.", "30 mph"),
    (
        "The council confirmed that 60 trees were felled and denied that any had been protected.",
        "60",
    ),
    ("Officials rejected 140 applications last month.", "140"),
    ("The court dismissed 22 claims against the bank.", "22"),
    ("Not far from the town, 17 hikers were rescued on Sunday.", "17"),
    ("The firm, which denies wrongdoing, employs 2,300 people.", "2,300"),
    ("She was not the first of the 48 candidates to withdraw.", "48"),
    ("The 70 villagers said they had not been told.", "70"),
    ("No fewer than 33 ships waited outside the port.", "33"),
    ("The senator refuted the allegation. He said 52 people had attended the dinner.", "52"),
    ("The club turned down a £9m offer for the striker.", "£9m"),
    ("Voters rejected the $45 million bond on Tuesday.", "$45 million"),
    ("The judge threw out three charges and upheld 11.", "11"),
    (
        "Turnout last year was 4,000. This year attendance was nowhere near that, the mayor said.",
        "4,000",
    ),
    ("The price of 900 euros was far too high, shoppers said.", "900 euros"),
    ("The village, not far from the border, has 640 inhabitants.", "640"),
    ("The premier, who denies the charges, faces 12 years in prison.", "12"),
    ("They could not say whether the road would reopen, but 30 lorries were waiting.", "30"),
    ("He disputed the referee's decision and was banned for 5 matches.", "5"),
    ("The talks lasted 9 hours and the rumours proved false.", "9 hours"),
    ("Police asked whether 40 witnesses had been interviewed by the first team.", "40"),
    ("The report was wrong about the date, but its count of 210 birds was right.", "210"),
    ("At 16 metres the tide was not too high for the ferry.", "16 metres"),
    ("Officers should the next day interview all 24 tenants.", "24"),
    ("It is too early to say how the 75 homes were damaged.", "75"),
]


def stance(text: str, surface: str) -> str:
    """The stance of the figure whose slice holds a surface."""
    found = extract(Document(id="a", text=text))
    return next(each.stance for each in found if surface in each.text)


@pytest.mark.parametrize(("text", "surface"), DENIED)
def test_a_figure_that_somebody_rejects_is_denied(text: str, surface: str) -> None:
    assert stance(text, surface) == "denied"


@pytest.mark.parametrize(("text", "surface"), UNCONFIRMED)
def test_a_figure_that_nobody_can_confirm_is_unconfirmed(text: str, surface: str) -> None:
    assert stance(text, surface) == "unconfirmed"


@pytest.mark.parametrize(("text", "surface"), SUPPOSED)
def test_a_figure_under_a_condition_is_hypothetical(text: str, surface: str) -> None:
    assert stance(text, surface) == "hypothetical"


@pytest.mark.parametrize(("text", "surface"), TOLD)
def test_words_of_denial_about_something_else_leave_a_figure_as_it_is(
    text: str, surface: str
) -> None:
    assert stance(text, surface) in ("asserted", "attributed")
