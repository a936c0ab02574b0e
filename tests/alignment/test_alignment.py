"""Figures of one quantity, within a text and across texts."""

from __future__ import annotations

import pytest

from numcheck.alignment import Alignment, align
from numcheck.extraction import analyse
from numcheck.model import Analysis, Claim, Document
from tests.alignment.conftest import Told

QUAKE = "An earthquake shook the Varda valley near Kosmin on Tuesday"
COUNT = "counted=people|event=kill"


def statuses(alignment: Alignment) -> list[tuple[str, list[str]]]:
    return [
        (claim.status, [alignment.figures[name].text for name in claim.figures])
        for claim in alignment.claims
    ]


def only(alignment: Alignment) -> Claim:
    assert 1 == len(alignment.claims)
    return alignment.claims[0]


def quake(told: Told, name: str, marked: str, published: str = "", source: str = "") -> Analysis:
    return told(f"{QUAKE}.\n{marked}", name=name, published=published, source=source)


def test_one_value_in_two_sources_is_agreed(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(told, "b", f"It killed [thirty-four|34|{COUNT}] people there."),
        ]
    )
    assert [("agreed", ["34", "thirty-four"])] == statuses(alignment)
    assert 2 == only(alignment).origins


def test_two_values_of_one_quantity_conflict(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(told, "b", "It left [52|52|counted=people|event=leave] people dead."),
        ]
    )
    assert [("conflicting", ["34", "52"])] == statuses(alignment)
    assert ("killed", "people killed") == (only(alignment).measure, only(alignment).label)


def test_killed_and_injured_are_never_compared(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(told, "b", "It injured [52|52|counted=people|event=injure] people."),
        ]
    )
    assert [] == statuses(alignment)


def test_a_part_is_not_held_against_the_whole(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(told, "b", "It killed [12|12|counted=woman|event=kill] women."),
        ]
    )
    assert [] == statuses(alignment)


def test_a_part_above_the_whole_conflicts(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(told, "b", "It killed [52|52|counted=woman|event=kill] women."),
        ]
    )
    assert [("conflicting", ["34", "52"])] == statuses(alignment)


def test_soldiers_and_civilians_are_different_people(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "It killed [34|34|counted=soldier|event=kill] soldiers."),
            quake(told, "b", "It killed [52|52|counted=civilian|event=kill] civilians."),
        ]
    )
    assert [] == statuses(alignment)


def test_figures_of_other_qualifiers_are_not_compared(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "It hit [4|4|counted=bridge|qualifiers=stone|event=destroy] bridges."),
            quake(told, "b", "It hit [9|9|counted=bridge|qualifiers=steel|event=destroy] bridges."),
        ]
    )
    assert [] == statuses(alignment)


def test_a_bound_agrees_with_a_figure_above_it(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [5|value=5|low=5|bound=at_least|{COUNT}] people."),
            quake(told, "b", f"It killed [24|24|{COUNT}] people."),
        ]
    )
    assert [("agreed", ["5", "24"])] == statuses(alignment)


def test_a_toll_that_rises_with_time_develops(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people.", "2024-05-02"),
            quake(told, "b", f"It killed [52|52|{COUNT}] people.", "2024-05-03"),
        ]
    )
    assert [("developing", ["34", "52"])] == statuses(alignment)


@pytest.mark.parametrize("later", ["2024-05-01", "2024-05-02", ""])
def test_a_toll_that_falls_or_differs_on_one_day_conflicts(told: Told, later: str) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people.", "2024-05-02"),
            quake(told, "b", f"It killed [52|52|{COUNT}] people.", later),
        ]
    )
    assert [("conflicting", ["34", "52"])] == statuses(alignment)


def test_the_missing_become_fewer(told: Told) -> None:
    missing = "people were missing."
    alignment = align(
        [
            quake(told, "a", f"[58|58|counted=people|event=be] {missing}", "2024-05-02"),
            quake(told, "b", f"[41|41|counted=people|event=be] {missing}", "2024-05-03"),
        ]
    )
    assert [("developing", ["58", "41"])] == statuses(alignment)


def test_a_denial_makes_a_dispute(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(
                told, "b", f"The army denied that it killed [34|34|{COUNT}|denied=denied] people."
            ),
        ]
    )
    assert [("disputed", ["34", "34"])] == statuses(alignment)


def test_a_single_denied_figure_is_a_claim(told: Told) -> None:
    marked = f"It killed [34|34|{COUNT}|denied=nowhere near] people."
    assert [("disputed", ["34"])] == statuses(align([told(marked)]))


def test_a_document_that_gives_both_values_knows_that_they_differ(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(
                told,
                "b",
                f"The toll was cut from [34|34|{COUNT}] people to [30|30|{COUNT}] people.",
            ),
        ]
    )
    assert "conflicting" not in [status for status, _ in statuses(alignment)]


def test_a_definite_mention_with_another_value_conflicts_with_the_first(told: Told) -> None:
    alignment = align(
        [
            told(
                "The plant closes with the loss of [340|340|counted=job] jobs.\n"
                "The closure, and the [430|430|counted=job|event=lose] jobs lost, were announced."
            )
        ]
    )
    assert [("conflicting", ["340", "430"])] == statuses(alignment)
    assert "jobs lost" == only(alignment).label


def test_an_indefinite_mention_is_another_thing(told: Told) -> None:
    alignment = align(
        [
            told(
                "The plant closes with the loss of [340|340|counted=job] jobs.\n"
                "A second plant cut [430|430|counted=job|event=cut] jobs."
            )
        ]
    )
    assert [] == statuses(alignment)


def test_a_contract_is_recognised_by_the_word_behind_the_price(told: Told) -> None:
    price = "kind=money|unit=GBP|resolution=100000"
    alignment = align(
        [
            told(
                f"The gates are replaced under a [£3.6m|3600000|{price}] contract.\n"
                f"Work under the [£3.9m|3900000|{price}] contract begins soon."
            )
        ]
    )
    assert [("conflicting", ["£3.6m", "£3.9m"])] == statuses(alignment)


def test_prices_of_different_buyers_are_not_compared(told: Told) -> None:
    price = "kind=money|unit=GBP"
    alignment = align(
        [
            quake(told, "a", f"Acme made a [£3m|3000000|{price}|subject=Acme] offer."),
            quake(told, "b", f"Bolt made a [£5m|5000000|{price}|subject=Bolt] offer."),
        ]
    )
    assert [] == statuses(alignment)


def test_names_of_one_person_are_recognised(told: Told) -> None:
    alignment = align(
        [
            quake(
                told, "a", "Maria Keller, [34|34|kind=age|unit=year|subject=Maria Keller], came."
            ),
            quake(told, "b", "Ms Keller is [36|36|kind=age|unit=year|subject=Ms Keller]."),
        ]
    )
    assert [("conflicting", ["34", "36"])] == statuses(alignment)
    assert "age of Maria Keller" == only(alignment).label


def test_two_people_of_one_age_are_two_people(told: Told) -> None:
    alignment = align(
        [
            quake(
                told, "a", "Maria Keller, [34|34|kind=age|unit=year|subject=Maria Keller], came."
            ),
            quake(told, "b", "Tom Keller, [34|34|kind=age|unit=year|subject=Tom Keller], came."),
        ]
    )
    assert [] == statuses(alignment)


def test_ages_of_nameless_people_are_never_in_conflict(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "A [34-year-old|34|kind=age|unit=year] man came."),
            quake(told, "b", "A [36-year-old|36|kind=age|unit=year] man came."),
        ]
    )
    assert [] == statuses(alignment)


def test_miles_and_kilometres_are_compared(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "It was [10 miles|10|kind=measure|unit=mile] deep."),
            quake(told, "b", "It was [30 km|30|kind=measure|unit=kilometer] deep."),
        ]
    )
    assert [("conflicting", ["10 miles", "30 km"])] == statuses(alignment)


def test_records_of_one_sportsman_are_compared(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "It was won by Dario Kovac ([52-3|kind=score])."),
            quake(told, "b", "A win for Dario Kovac ([53-3|kind=score])."),
        ]
    )
    assert [("conflicting", ["52-3", "53-3"])] == statuses(alignment)


def test_results_of_single_games_are_no_records(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "It was won by Dario Kovac ([2-1|kind=score])."),
            quake(told, "b", "A win for Dario Kovac ([3-1|kind=score])."),
        ]
    )
    assert [] == statuses(alignment)


def test_days_of_one_thing_are_compared(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "It followed [five days|5|kind=duration|unit=day] of rain."),
            quake(told, "b", "It followed [nine days|9|kind=duration|unit=day] of heavy rain."),
        ]
    )
    assert [("conflicting", ["five days", "nine days"])] == statuses(alignment)


def test_stages_of_one_deployment_are_rival_accounts(told: Told) -> None:
    alignment = align(
        [
            told(
                "Some [10,000|10000|counted=soldier|event=prepare|by=Orlan] soldiers prepare.\n"
                "A unit of [3,000|3000|counted=soldier|event=form|by=Tesk] soldiers is formed."
            )
        ]
    )
    assert [("rival", ["10,000", "3,000"])] == statuses(alignment)
    assert 2 == only(alignment).origins


def test_a_street_number_and_the_word_first_are_no_figures(told: Told) -> None:
    alignment = align(
        [
            quake(
                told, "a", "On [117th|117|kind=ordinal] Street, the [first|1|kind=ordinal] time."
            ),
            quake(
                told, "b", "On [117th|117|kind=ordinal] Street, the [first|1|kind=ordinal] time."
            ),
        ]
    )
    assert [] == statuses(alignment)


def test_dozens_of_different_things_are_not_joined(told: Told) -> None:
    vague = "low=24|high=99|bound=vague|counted=house"
    alignment = align(
        [
            quake(told, "a", f"It tore roofs from [dozens|{vague}] of houses in Zell."),
            quake(told, "b", f"Looters entered [dozens|{vague}] of houses by night."),
        ]
    )
    assert [] == statuses(alignment)


def test_others_than_the_dead_are_a_figure_of_their_own(told: Told) -> None:
    injured = "people|event=injure"
    alignment = align(
        [
            quake(
                told, "a", f"It killed [3|3|{COUNT}] and injured [14|14|counted={injured}] others."
            ),
            quake(told, "b", f"It injured [14|14|counted={injured}] people."),
        ]
    )
    assert [("agreed", ["14", "14"])] == statuses(alignment)


def test_the_days_of_a_date_are_joined_and_the_years_are_not(told: Told) -> None:
    alignment = align(
        [
            quake(
                told,
                "a",
                "It began on [3 May 2024|kind=date|iso=2024-05-03] in [1999|kind=date|iso=1999].",
            ),
            quake(
                told,
                "b",
                "Since [3 May 2024|kind=date|iso=2024-05-03], not [1999|kind=date|iso=1999].",
            ),
        ]
    )
    assert [("agreed", ["3 May 2024", "3 May 2024"])] == statuses(alignment)


def test_page_furniture_and_identifiers_are_left_out(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", "Flight [737|737|kind=identifier]."),
            quake(told, "b", "Flight [737|737|kind=identifier]."),
        ]
    )
    assert [] == statuses(alignment)


def test_copies_of_one_agency_text_have_one_origin(told: Told) -> None:
    copied = f"The wall of the Varda dam gave way and killed [34|34|{COUNT}] farm hands asleep."
    alignment = align([quake(told, name, copied, source=f"Paper {name}") for name in "abc"])
    assert 1 == only(alignment).origins


def test_a_speaker_quoted_by_two_papers_is_one_origin(told: Told) -> None:
    alignment = align(
        [
            quake(told, name, f"It killed [34|34|{COUNT}|by=General Ostrova], {name}.", source=name)
            for name in ("Gazette", "Courier")
        ]
    )
    assert 1 == only(alignment).origins


def test_strangers_are_not_compared(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            told(f"A ferry sank off Port Sallow and killed [52|52|{COUNT}] people.", name="b"),
        ]
    )
    assert [] == statuses(alignment)
    assert 2 == len(alignment.stories)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "A quake in western Kelmen killed [34|34|counted=people|event=kill] people in Adra.",
            "A quake in eastern Kelmen killed [nine|9|counted=people|event=kill] people in Tolm.",
        ),
        (
            "Air raids on Idrun killed [17|17|counted=people|event=kill] people, monitors said.",
            "Air raids on Alepa killed [26|26|counted=people|event=kill] people, monitors said.",
        ),
        (
            "The court in Orbeck jailed a mayor for "
            "[6 years|6|kind=duration|unit=year|event=jail] over bribes.",
            "The court in Sunfall jailed a mayor for "
            "[9 years|9|kind=duration|unit=year|event=jail] over bribes.",
        ),
    ],
)
def test_two_similar_events_do_not_conflict(told: Told, first: str, second: str) -> None:
    assert [] == statuses(align([told(first, name="a"), told(second, name="b")]))


def test_another_match_of_the_team_does_not_conflict(told: Told) -> None:
    def match(name: str, against: str, crowd: int, detail: str) -> Analysis:
        return told(
            f"Deepdale Harriers beat {against} on Saturday at Deepdale Park, {detail}.\n"
            f"[{crowd}|{crowd}|counted=spectator|event=watch] spectators watched {against}.",
            name=name,
        )

    detail = ("as rain fell", "with a late goal", "after a red card", "before a full stand")
    analyses = [match(f"a{n}", "Wexcombe Rovers", 900, detail[n]) for n in range(4)]
    analyses += [match(f"b{n}", "Farlow Athletic", 400, detail[n]) for n in range(4)]
    assert {"agreed"} == {claim.status for claim in align(analyses).claims}


def test_the_order_of_the_documents_does_not_matter(told: Told) -> None:
    analyses = [
        quake(told, name, f"It killed [{count}|{count}|{COUNT}] people and [9|9|counted=cow] cows.")
        for name, count in zip("abcdef", (34, 34, 52, 34, 52, 60), strict=True)
    ]
    expected = align(analyses)
    for step in range(1, len(analyses)):
        assert expected.claims == align(analyses[step:] + analyses[:step]).claims
    assert expected.claims == align(analyses[::-1]).claims


def test_claims_are_found_by_their_figures(told: Told) -> None:
    alignment = align(
        [
            quake(told, "a", f"It killed [34|34|{COUNT}] people."),
            quake(told, "b", f"It killed [52|52|{COUNT}] people."),
        ]
    )
    assert {"a#1": alignment.claims, "b#1": alignment.claims} == alignment.claims_by_figure


def test_nothing_aligns_to_nothing() -> None:
    assert () == align([]).claims


def test_a_count_that_its_own_text_holds_against_another_still_joins_the_claim() -> None:
    documents = [
        Document("a", "Some 3,200 workers walked out at Halden in Orrby, the union said."),
        Document(
            "b",
            "At least 1,500 workers walked out at Halden in Orrby. "
            "The company denied that 3,200 workers walked out.",
        ),
    ]
    found = align([analyse(one) for one in documents])
    texts = [{found.figures[name].text for name in one.figures} for one in found.claims]
    assert {"3,200", "1,500"} in texts


def test_in_the_port_60_houses_does_not_point_back_at_200() -> None:
    text = (
        "At least 200 houses were damaged in the storm. "
        "In the port 60 houses were damaged in the storm."
    )
    assert align([analyse(Document("a", text))]).claims == ()
