"""Figures that came back with their digits or their unit wrong."""

from __future__ import annotations

import pytest

from numcheck.alignment import align
from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import profile
from numcheck.alignment.slips import slip
from tests.alignment.conftest import Told

METRE, FOOT = "kind=measure|unit=meter", "kind=measure|unit=foot"
POUND = "kind=money|unit=GBP"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("[150|150]", "[150,000|150000]", "magnitude"),
        ("[£1.5m|1500000|%s]", "[£15m|15000000|%s]", "magnitude"),
        ("[4|4]", "[40|40]", ""),
        ("[150|150]", "[1,500,000|1500000]", ""),
        ("[62 m|62|kind=measure|unit=meter]", "[62 ft|62|kind=measure|unit=foot]", "unit"),
        ("[6 m|6|kind=measure|unit=meter]", "[6 ft|6|kind=measure|unit=foot]", ""),
        ("[62 m|62|kind=measure|unit=meter]", "[63 ft|63|kind=measure|unit=foot]", ""),
        ("[62 m|62|kind=measure|unit=meter]", "[62 kg|62|kind=measure|unit=kilogram]", ""),
        ("[2,743|2743]", "[2,473|2473]", "transposed"),
        ("[21|21]", "[12|12]", ""),
        ("[148,250|148250]", "[14,250|14250]", "dropped"),
        ("[123|123]", "[13|13]", ""),
        ("[2,743|2743]", "[2,743|2743]", ""),
        ("[2,743|2743]", "[2,744|2744]", ""),
        ("[0|0]", "[100|100]", ""),
        ("[dozens|low=24|high=99|bound=vague]", "[40|40]", ""),
        ("[150%|150|kind=percent]", "[15%|15|kind=percent]", ""),
    ],
)
def test_a_slip_is_told_from_another_number(
    told: Told, one: str, other: str, expected: str
) -> None:
    analysis = told(f"{one} and {other}".replace("%s", POUND))
    first, second = (
        profile(figure, analysis.sentences[0], (0, number), load_measures())
        for number, figure in enumerate(analysis.figures)
    )
    assert expected == slip(first, second)


def statuses(told: Told, text: str) -> list[str]:
    return [claim.status for claim in align([told(text)]).claims]


def test_a_text_that_points_back_with_swapped_digits_contradicts_itself(told: Told) -> None:
    text = (
        "They found [2,743|2743|counted=coin|event=find] coins.\n"
        "The [2,473|2473|counted=coin|event=wash] coins were washed."
    )
    assert ["conflicting"] == statuses(told, text)


def test_a_likeness_without_pointing_back_is_chance(told: Told) -> None:
    text = (
        "They found [2,743|2743|counted=coin|event=find] coins.\n"
        "Last year saw [2,473|2473|counted=coin|event=find] coins."
    )
    assert [] == statuses(told, text)


def test_two_units_in_one_sentence_are_no_slip(told: Told) -> None:
    text = f"The limits are [62 m|62|{METRE}] and the [62 ft|62|{FOOT}] mark."
    assert [] == statuses(told, text)
