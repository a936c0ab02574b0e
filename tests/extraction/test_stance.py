"""How a text stands by its figures, and the words that decide it."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Document, Figure, Remark


def figure(text: str, surface: str) -> Figure:
    """The figure of a text whose slice holds a surface."""
    found = extract(Document(id="a", text=text))
    return next(each for each in found if surface in each.text)


def remark(text: str, surface: str) -> tuple[str, str]:
    """The words that decide the stance of a figure, and who says them."""
    found = figure(text, surface).remark
    assert found is not None
    assert text[found.start : found.end] == found.text
    return found.text, found.source


def test_a_remark_has_offsets_into_the_text() -> None:
    text = "A league spokesman denied that 60 matches had been moved."
    assert figure(text, "60").remark == Remark("denied", 19, 25, "league spokesman")


def test_a_denial_in_the_same_sentence_names_the_denier() -> None:
    text = (
        "Growers say 90 farms are dry while the water board said the number was "
        "“absolutely nowhere near” that figure."
    )
    assert figure(text, "90").stance == "denied"
    assert remark(text, "90") == ("absolutely nowhere near", "water board")


def test_a_denial_points_back_over_a_sentence() -> None:
    text = (
        "Growers say 90 farms are dry. “It is all nonsense,” the minister said. "
        "“The figure is wildly exaggerated.”"
    )
    assert remark(text, "90") == ("wildly exaggerated", "minister")


def test_nobody_denies_his_own_figure() -> None:
    text = "Growers say 90 farms are dry. Growers dispute the number."
    assert figure(text, "90").stance == "attributed"


def test_one_figure_is_meant_by_the_number_and_all_by_the_claims() -> None:
    text = "Growers say 90 of 200 farms are dry. The minister rejected the number."
    assert figure(text, "90").stance == "denied"
    assert figure(text, "200").stance == "attributed"
    text = "Growers say 90 farms and 30 orchards are dry. The minister rejected the claims."
    assert figure(text, "90").stance == "denied"
    assert figure(text, "30").stance == "denied"


def test_not_before_a_number_denies_it_and_its_equal_before() -> None:
    text = "Growers spoke of 90 dry farms. It was not 90, nor anything like it, a clerk said."
    found = figure(text, "90")
    assert found.stance == "denied"
    assert found.remark is not None
    assert found.remark.text == "not 90, nor anything like it"
    assert found.remark.source == "clerk"


@pytest.mark.parametrize(
    "text",
    [
        "Not only 90 farms are dry.",
        "The drought hit dozens, if not 90, farms.",
        "The minister did not dispute the 90 farms.",
        "If the figure of 90 farms is wrong, the map must change.",
        "The mill bought 90 farms. Its owner denied wrongdoing.",
        "The bank dismissed 90 clerks.",
        "The bank rejected a bid worth 90 dollars a share.",
    ],
)
def test_words_that_only_look_like_denials(text: str) -> None:
    assert figure(text, "90").stance != "denied"


def test_a_capacity_is_no_claim() -> None:
    assert figure("The crowd was nowhere near the 900 the hall holds.", "900").stance == "asserted"


def test_a_claimed_number_is_one() -> None:
    text = "The crowd was nowhere near the 900 claimed by the organisers."
    assert figure(text, "900").stance == "denied"


def test_a_denied_figure_keeps_its_claimant() -> None:
    text = "Growers say 90 farms are dry. The water board called the figure absurd."
    found = figure(text, "90")
    assert found.attribution is not None
    assert found.attribution.source == "Growers"
    assert remark(text, "90") == ("called the figure absurd", "water board")


def test_the_next_sentence_may_leave_a_figure_unconfirmed() -> None:
    text = "A local channel reported that 90 farms were dry. The reports have not been confirmed."
    assert figure(text, "90").stance == "unconfirmed"
    assert remark(text, "90") == ("have not been confirmed", "")


def test_a_sentence_about_something_else_leaves_it_alone() -> None:
    text = "A channel reported that 90 farms were dry. The date of the vote is not confirmed."
    assert figure(text, "90").stance == "attributed"


def test_a_claim_made_without_details_is_unconfirmed() -> None:
    text = "The governor claimed, without giving any details, that 90 farms were dry."
    assert remark(text, "90") == ("without giving any details", "")


def test_a_denial_outranks_a_doubt() -> None:
    text = (
        "Growers say 90 farms are dry. The number could not be verified. "
        "The minister rejected the figure."
    )
    assert figure(text, "90").stance == "denied"


def test_a_condition_makes_a_figure_hypothetical() -> None:
    assert figure("If 90 farms run dry, prices will rise.", "90").stance == "hypothetical"
    assert figure("The plan would cost 90 dollars a head.", "90").stance == "hypothetical"


def test_a_forecast_of_somebody_is_attributed() -> None:
    assert figure("The bank said growth would reach 9%.", "9%").stance == "attributed"


def test_a_definite_number_in_a_condition_is_a_fact() -> None:
    assert figure("If the 90 farms agree, work will begin.", "90").stance == "asserted"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growers say 90 farms are dry. The minister did not believe the number.", "denied"),
        ("Growers say 90 farms are dry. The minister believes the number.", "attributed"),
        ("Growers say 90 farms are dry. The number was plucked out of thin air.", "denied"),
        ("Growers say 90 farms are dry. The ice is thin.", "attributed"),
        ("Growers say 90 farms are dry. The number is not accurate, a clerk said.", "denied"),
        ("Growers say 90 farms are dry. The minister is not entirely accurate.", "attributed"),
        ("The minister called the 90 farms figure absurd.", "denied"),
        ("Growers say 90 farms are dry. The minister called the drought absurd.", "attributed"),
        ("Growers say 90 farms are dry. He called.", "attributed"),
        ("The toll was nowhere near 90, the minister said.", "denied"),
        ("The crowd was nowhere near a claimed 90.", "denied"),
        ("Growers say 90 farms are dry. It was nowhere near that of June.", "attributed"),
        ("Growers say 90 farms are dry. That is far from the truth.", "attributed"),
        ("Growers say 90 farms are dry. The water is nowhere near.", "attributed"),
        ("The minister disputed the growers' 90 estimate.", "denied"),
        ("The minister brushed aside reports of 90 dry farms.", "denied"),
        ("The minister brushed 90 crumbs from the table.", "asserted"),
        ("Growers say 90 farms are dry. The claims have been denied by the minister.", "denied"),
        ("Growers say 90 farms are dry. Entry was denied by the guard.", "attributed"),
        ("Growers say 90 farms are dry. The claim proved wrong.", "denied"),
        ("Growers say 90 farms are dry. The minister said the claim was, in his view, wrong.",
         "attributed"),
        ("It remains unconfirmed that 90 farms are dry.", "unconfirmed"),
        ("The 90 dry farms remain unconfirmed.", "unconfirmed"),
        ("Growers say 90 farms are dry. The figures are still unverified.", "unconfirmed"),
        ("Growers say 90 farms are dry. His name is unverified.", "attributed"),
        ("Nobody can confirm or deny the 90 dry farms.", "unconfirmed"),
        ("The minister would not confirm or deny the 90 dry farms.", "unconfirmed"),
        ("Growers say 90 farms are dry. The minister would not confirm.", "attributed"),
        ("Growers say 90 farms are dry. He offered no evidence.", "unconfirmed"),
        ("Growers say 90 farms are dry. There was no evidence of fraud.", "attributed"),
        ("Growers say 90 farms are dry. They gave no proof of the claim.", "unconfirmed"),
        ("There is no proof that 90 farms are dry.", "asserted"),
        ("The minister gave no proof that 90 farms are dry.", "unconfirmed"),
        ("Growers say 90 farms are dry. There was evidence, no more.", "attributed"),
        ("Growers say 90 farms are dry, a claim that could not be verified.", "unconfirmed"),
        ("Growers say 90 farms are dry, which has not been confirmed.", "unconfirmed"),
        ("Growers say 90 farms are dry. The claim that rain is near is not confirmed.",
         "attributed"),
        ("If confirmed, 90 farms are dry.", "asserted"),
        ("The minister asked if 90 farms were dry.", "asserted"),
        ("Dry farms, if 90 of them, are a worry.", "hypothetical"),
    ],
)  # fmt: skip
def test_ways_to_deny_and_doubt(text: str, expected: str) -> None:
    assert expected == figure(text, "90").stance


def test_a_passage_full_of_denials_is_read_in_reasonable_time() -> None:
    found = extract(Document(id="a", text="denied 12 figure not 600 " * 200))
    assert len(found) >= 200
