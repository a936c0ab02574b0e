"""How figures follow from others."""

from __future__ import annotations

import pytest

from numcheck.alignment.derive import derive
from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import profile
from tests.alignment.conftest import Told


def derivation(told: Told, target: str, pool: str, published: str = "") -> tuple[str, list[str]]:
    """Kind and operands of what a figure follows from; empty for nothing."""

    def profiled(marked: str):  # type: ignore[no-untyped-def]
        analysis = told(marked)
        return [
            profile(figure, analysis.sentences[figure.sentence], (0, number), load_measures())
            for number, figure in enumerate(analysis.figures)
        ]

    found = derive(profiled(target)[0], profiled(pool), published)
    return (found.kind, [figure.text for figure in found.operands]) if found else ("", [])


MONEY = "kind=money|unit=GBP"


@pytest.mark.parametrize(
    ("target", "pool", "kind", "operands"),
    [
        ("[40|40]", "It was [40|40|counted=car].", "quoted", ["40"]),
        ("[2,000|2000|resolution=1000]", "It was [1,964|1964].", "rounded", ["1,964"]),
        ("[68|68]", "It was [68.73|68.73|resolution=0.01].", "rounded", ["68.73"]),
        ("[300|value=300|low=300|bound=more_than]", "It was [344|344].", "rounded", ["344"]),
        ("[350|350]", "It was [300|value=300|low=300|bound=more_than].", "rounded", ["300"]),
        (
            "[10 miles|10|kind=measure|unit=mile]",
            "It was [16 km|16|kind=measure|unit=kilometer].",
            "converted",
            ["16 km"],
        ),
        (
            "[125|125|counted=bed]",
            "[90|90|counted=bed] beds and a further [35|35].",
            "sum",
            ["90", "35"],
        ),
        (
            "[6|6|counted=cow]",
            "[1|1|counted=cow], [2|2|counted=cow] and [3|3|counted=cow].",
            "sum",
            ["1", "2", "3"],
        ),
        (
            f"[£5m|5|{MONEY}]",
            f"[£9m|9|{MONEY}] less [£4m|4|{MONEY}].",
            "difference",
            ["£9m", "£4m"],
        ),
        (
            "[75%|75|kind=percent|unit=percent]",
            "[3|3|counted=dog] of [4|4|counted=dog] dogs.",
            "share",
            ["3", "4"],
        ),
        (
            "[doubled|2|kind=multiplier]",
            "[3|3|counted=dog] and [6|6|counted=dog].",
            "ratio",
            ["3", "6"],
        ),
        (
            "[50%|50|kind=percent|unit=percent]",
            f"From [£40m|40|{MONEY}] to [£60m|60|{MONEY}].",
            "change",
            ["£40m", "£60m"],
        ),
        (
            "[11 years|11|kind=duration|unit=year]",
            "From [1999|kind=date|iso=1999] to [2010|kind=date|iso=2010].",
            "years",
            ["1999", "2010"],
        ),
        (
            f"[£6,000|6000|{MONEY}|per=year]",
            f"It pays [£500|500|{MONEY}|per=month] a month.",
            "product",
            ["£500"],
        ),
        ("[40|40]", "It was [41|41].", "", []),
        ("[900|value=900|low=900|bound=at_least]", "It was [2,000|2000].", "", []),
        ("[45|45]", "It was [dozens|low=24|high=99|bound=vague].", "", []),
        ("[7|7|counted=cow]", "[3|3|counted=cow] cows and [4|4|counted=barn] barns.", "", []),
        ("[7|7|counted=cow]", "[3|3|counted=cow].\nNo.\n[4|4|counted=cow].", "", []),
        ("[7|7|kind=ordinal]", "[3|3|kind=ordinal] and [4|4|kind=ordinal].", "", []),
        ("[5%|5|kind=percent|unit=percent]", "[0|0] of [20|20].", "", []),
        (f"[£0|0|{MONEY}]", f"[£5|5|{MONEY}|per=month].", "", []),
    ],
)
def test_a_figure_follows_from_others_in_one_step(
    told: Told, target: str, pool: str, kind: str, operands: list[str]
) -> None:
    assert (kind, operands) == derivation(told, target, pool)


def test_years_since_an_event_count_to_the_day_of_publication(told: Told) -> None:
    found = derivation(
        told, "[8 years|8|kind=duration|unit=year]", "In [2016|kind=date|iso=2016].", "2024-06-01"
    )
    assert ("years", ["2016"]) == found


def test_a_finer_figure_does_not_follow_from_a_coarser_one(told: Told) -> None:
    assert ("", []) == derivation(told, "[1,964|1964]", "It was [2,000|2000].")
