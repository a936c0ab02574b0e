"""What a figure measures, read from its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from numcheck.alignment.measures import load_measures
from numcheck.alignment.names import name_parts
from numcheck.alignment.profile import Profile, profile
from numcheck.alignment.scope import ADDED, ASIDE, PAST, SHARE
from tests.alignment.conftest import Told

Read = Callable[[str], Profile]


@pytest.fixture
def read(told: Told) -> Read:
    def make(marked: str) -> Profile:
        analysis = told(marked)
        figure = analysis.figures[0]
        return profile(figure, analysis.sentences[0], (0, 0), load_measures())

    return make


def measure(item: Profile) -> str:
    return item.measure.name if item.measure is not None else ""


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The blast killed [two|2|counted=worker|event=kill] workers.", "killed"),
        ("The blast left [two|2|counted=worker|event=leave] workers dead.", "killed"),
        ("[Two|2|counted=dead] dead in blast.", "killed"),
        ("Killing [two|2|counted=woman] women and injuring a third.", "killed"),
        ("The deaths of [two|2|counted=woman|event=charge] women.", "killed"),
        ("There were [12|12|counted=death] deaths.", "killed"),
        ("The toll from the landslide rose to [34|34|event=rise].", "killed"),
        ("Police wounded [nine|9|counted=marcher|event=wound] marchers.", "injured"),
        ("About [900|900|counted=person] people have been killed or wounded.", "casualties"),
        ("They killed [two|2|counted=hen|event=kill] hens.", ""),
        ("He faces [two|2|counted=count] counts of murder.", "counts"),
        ("The loss of [340|340|counted=job] jobs.", "jobs_lost"),
        ("A [5.6|5.6|counted=quake|resolution=0.1] magnitude quake struck.", "magnitude"),
        ("A [12|12|counted=quake] quake swarm.", ""),
        ("A [$4m|4000000|kind=money|unit=USD] reward was offered.", "reward"),
        ("They paid [$4m|4000000|kind=money|unit=USD].", "price"),
        ("It took [$4m|4000000|kind=money|unit=USD|event=purchase] somehow.", "price"),
        ("A boat with [64|64|counted=pilgrim] pilgrims on board sank.", "aboard"),
        ("He put the number of people who marched at [900|900].", "attendance"),
        ("The hole is [62 metres|62|kind=measure|unit=meter] deep.", "depth"),
        ("It weighed [62 kg|62|kind=measure|unit=kilogram].", ""),
        ("They marched for [two|2|kind=percent|unit=percent].", ""),
    ],
)
def test_the_words_around_a_figure_say_what_it_measures(
    read: Read, marked: str, expected: str
) -> None:
    assert expected == measure(read(marked))


def test_killed_and_wounded_with_figures_of_their_own_stay_apart(read: Read) -> None:
    text = "At least [115|115|counted=soldier|event=kill] soldiers killed and 500 wounded."
    assert "killed" == measure(read(text))


def test_an_added_figure_is_no_total(read: Read) -> None:
    assert (ADDED,) == read("Another [12|12|counted=dog] dogs were found.").scope


def test_a_share_is_no_total(read: Read) -> None:
    assert (SHARE,) == read("[Four|4|counted=dog] of them were puppies.").scope


def test_a_figure_of_last_season_is_kept_apart(read: Read) -> None:
    text = "It sold [40|40|counted=car|as_of=last season] cars."
    assert (PAST,) == read(text).scope


def test_last_night_is_no_other_period(read: Read) -> None:
    assert () == read("It sold [40|40|counted=car|as_of=last night] cars.").scope


def test_old_value_change_and_new_value_are_told_apart(read: Read) -> None:
    scopes = [
        read(f"Sales rose {words} [40|40|counted=car|event=rise|trend=up] cars.").scope
        for words in ("from", "by", "to", "some")
    ]
    assert [("old",), ("change",), (), ("change",)] == scopes


@pytest.mark.parametrize(
    "marked",
    [
        "It pays [$5|5|kind=money|unit=USD|per=month] a month.",
        "It pays [$5|5|kind=money|unit=USD / month] a month.",
        "It pays [$5|5|kind=money|unit=USD] per month.",
    ],
)
def test_a_rate_is_no_total(read: Read, marked: str) -> None:
    assert ("per month",) == read(marked).scope


def test_an_article_points_back(read: Read) -> None:
    marked = ("The [40|40|counted=job] jobs.", "The new [40|40|counted=job] jobs.")
    assert [True, True] == [read(text).definite for text in marked]
    assert not read("Some [40|40|counted=job] jobs.").definite


def test_words_behind_the_noun_say_which_ones(read: Read) -> None:
    assert read("The [40|40|counted=job] jobs in Leeds.").narrowed
    assert not read("The [40|40|counted=job] jobs, in short.").narrowed


def test_a_record_belongs_to_the_name_before_it(read: Read) -> None:
    item = read("The bout went to Dario Kovac ([52-3|kind=score], 46 knockouts).")
    assert {"dario", "kovac"} == item.owned


def test_a_comma_before_a_count_may_begin_a_clause(read: Read) -> None:
    assert frozenset() == read("Raid near Aden, [26|26|counted=pirate] pirates held.").owned


def test_figures_at_the_start_belong_to_nobody(read: Read) -> None:
    assert frozenset() == read("([52-3|kind=score]) was the result.").owned


def test_a_people_is_counted_by_its_name(read: Read) -> None:
    assert read("Some [300|300|counted=Korean] Koreans came.").person


def test_an_ordinal_goes_with_the_word_behind_it(read: Read) -> None:
    assert "round" == read("In the [seventh|7|kind=ordinal] round.").noun


def test_titles_and_possessives_are_no_part_of_a_name() -> None:
    assert {"keller"} == name_parts("Ms Keller's")
    assert frozenset() == name_parts(None)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Of the dead, [38|38] were found in the harbour.", (SHARE,)),
        ("The worst storm since 1961, when [70|70|counted=person] people died.", (PAST,)),
        ("There was panic when [70|70|counted=person] people died.", ()),
        ("A second, weaker storm killed [two|2|counted=person] people.", (ASIDE,)),
        ("In another crash the lorry hit [two|2|counted=person] people.", (ASIDE,)),
        ("A second man died and took the toll to [two|2].", ()),
        ("Another [two|2|counted=person] people died.", (ADDED,)),
    ],
)
def test_a_part_a_memory_and_another_event_are_no_plain_totals(
    read: Read, marked: str, expected: tuple[str, ...]
) -> None:
    assert expected == read(marked).scope
