"""Headlines held against their body."""

from __future__ import annotations

import pytest

from numcheck.alignment import headline_support
from tests.alignment.conftest import Told


def backing(told: Told, title: str, body: str, published: str = "") -> list[tuple[str, str]]:
    return [
        (support.status, support.derivation)
        for support in headline_support(told(body, title=title, published=published))
    ]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Nearly [2,000|2000|low=1900|high=2000|bound=nearly|counted=people] flee",
            "A total of [1,964|1964|counted=resident] residents left.",
            ("supported", ""),
        ),
        (
            "Trust to cut [125|125|counted=bed] beds",
            "It cuts [90|90|counted=bed] beds here and [35|35] there.",
            ("derivable", "sum"),
        ),
        (
            "Fares to rise [6%|6|kind=percent|unit=percent]",
            "Tickets get dearer by [4%|4|kind=percent|unit=percent].",
            ("unsupported", ""),
        ),
        (
            "[22|22|counted=miner|event=free] miners freed",
            "In all, [20|20|counted=miner|event=free] miners were freed.",
            ("contradicted", ""),
        ),
        (
            "[Three|3|counted=tip] tips for spring",
            "Sow early, water well and wait. It takes [two|2|counted=week] weeks.",
            ("unknown", ""),
        ),
        (
            "[Seven|7|counted=reason] reasons to stay",
            "It rained on [19|19|counted=day] days.",
            ("unknown", ""),
        ),
        (
            "[40|40|counted=people] hurt",
            "No figures here.",
            ("unknown", ""),
        ),
        (
            "Singer dead at [66|66|kind=age|unit=year]",
            "She was [66|66] and sang for [30 years|30|kind=duration|unit=year].",
            ("supported", ""),
        ),
        (
            "Singer dead at [66|66|kind=age|unit=year]",
            "She was [77|77|kind=age|unit=year|subject=Ada].",
            ("unsupported", ""),
        ),
        ("Index down [82|82]", "It fell [81.8|81.8|resolution=0.1] points.", ("supported", "")),
        ("State makes [14|14]", "It is the [14th|14|kind=ordinal] to do so.", ("supported", "")),
        (
            "Film of [1911|kind=date|iso=1911]",
            "It was shot in [1911|kind=date|iso=1911].",
            ("supported", ""),
        ),
        (
            "Film of [1911|kind=date|iso=1911]",
            "It was shot in [1954|kind=date|iso=1954].",
            ("unsupported", ""),
        ),
        (
            "Race of [2013|kind=date|iso=2013]",
            "It began in [2012|kind=date|iso=2012].",
            ("unknown", ""),
        ),
        (
            "Icon of the [1950s|kind=date|iso=1950]",
            "She died in [2008|kind=date|iso=2008].",
            ("unknown", ""),
        ),
        ("Area [51|kind=identifier] opens", "Area [51|kind=identifier].", ("supported", "")),
        ("Area [51|kind=identifier] opens", "Area [fifty-one|51].", ("supported", "")),
        (
            "Area [51|kind=identifier] opens",
            "It has [6|6|counted=gate] gates.",
            ("unsupported", ""),
        ),
        ("Area [51|kind=identifier] opens", "No figures here.", ("unknown", "")),
    ],
)
def test_a_headline_is_looked_up_in_the_body(
    told: Told, title: str, body: str, expected: tuple[str, str]
) -> None:
    assert [expected] == backing(told, title, body)


def test_a_headline_number_that_counts_something_else_in_the_body_is_contradicted(
    told: Told,
) -> None:
    body = (
        "The blast killed [63|63|counted=person|event=kill] people near the Varda bridge.\n"
        "It broke [22|22|counted=window|event=break] windows."
    )
    title = "[22|22|counted=people|event=kill] killed in Varda bridge blast"
    assert [("contradicted", "")] == backing(told, title, body)


def test_a_year_next_to_the_day_of_publication_is_left_alone(told: Told) -> None:
    title, body = "Race of [2025|kind=date|iso=2025]", "It was [1999|kind=date|iso=1999]."
    assert [("unknown", "")] == backing(told, title, body, "2024-11-02")


def test_a_text_without_headline_has_nothing_to_support(told: Told) -> None:
    assert [] == headline_support(told("It was [6|6]."))


def test_ordinals_and_names_without_digits_are_not_looked_up(told: Told) -> None:
    title = "[First|1|kind=ordinal] of Louis [XIV|kind=identifier]"
    assert [] == backing(told, title, "Nothing.")
