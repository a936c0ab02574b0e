"""Which figures of one quantity cannot both be right, and what that makes of their claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from numcheck.alignment.measures import load_measures
from numcheck.alignment.profile import Profile, profile
from numcheck.alignment.status import clashes, status_of
from numcheck.model import Document
from tests.alignment.conftest import Told

Items = Callable[..., list[Profile]]

KILLED = "counted=person|event=kill"
RECORD = "kind=score"


@pytest.fixture
def items(told: Told) -> Items:
    """Profiles of figures told one after the other, each in a document of its own: d0, d1 ..."""

    def make(*marks: str) -> list[Profile]:
        made = []
        for number, marked in enumerate(marks):
            analysis = told(f"It killed [{marked}|{KILLED}] people.", name=f"d{number}")
            one = analysis.figures[0]
            made.append(profile(one, analysis.sentences[0], (number, 0), load_measures()))
        return made

    return make


def texts(pairs: list[tuple[Profile, Profile]]) -> list[tuple[str, str]]:
    return [(one.figure.text, other.figure.text) for one, other in pairs]


def days(*published: str) -> dict[str, Document]:
    return {
        f"d{number}": Document(f"d{number}", "x", published=day)
        for number, day in enumerate(published)
    }


def test_every_two_values_are_a_pair_in_the_order_of_the_figures(items: Items) -> None:
    found = clashes(items("34|34", "52|52", "34|34", "41|41"))
    assert [("34", "52"), ("34", "41"), ("52", "41")] == texts(found)


def test_a_value_that_is_told_twice_does_not_clash_with_itself(items: Items) -> None:
    assert [] == clashes(items("34|34", "34|34"))


@pytest.mark.parametrize("stance", ["denied", "hypothetical"])
def test_what_is_denied_or_imagined_clashes_with_nothing(items: Items, stance: str) -> None:
    assert [] == clashes(items(f"34|34|stance={stance}", "52|52"))
    later = items(f"34|34|stance={stance}", "52|52", "41|41")
    assert [("52", "41")] == texts(clashes(later))


def test_a_bound_clashes_only_with_what_lies_beyond_it(items: Items) -> None:
    least = "at least 50|50|low=50|bound=at_least"
    assert [] == clashes(items(least, "52|52"))
    assert [("at least 50", "34")] == texts(clashes(items(least, "34|34")))


def test_nearly_forty_and_more_than_forty_are_one_figure_told_with_other_words(
    items: Items,
) -> None:
    more = "more than 40|40|low=40|low_open=yes|bound=more_than"
    less = "fewer than 40|40|high=40|high_open=yes|bound=less_than"
    assert [] == clashes(items(more, less))


def test_ranges_clash_where_they_do_not_overlap(items: Items) -> None:
    low, middle, high = (
        f"{text}|low={a}|high={b}|bound=range"
        for text, a, b in (("3 to 5", 3, 5), ("5 to 9", 5, 9), ("6 to 9", 6, 9))
    )
    assert [] == clashes(items(low, middle))
    assert [("3 to 5", "6 to 9")] == texts(clashes(items(low, high)))


def test_scores_clash_unless_they_are_written_alike(items: Items) -> None:
    found = clashes(items(f"3-1|{RECORD}", f"3-1|{RECORD}", f"3-2|{RECORD}"))
    assert [("3-1", "3-2")] == texts(found)


def test_more_values_than_anybody_reads_are_not_compared(items: Items) -> None:
    many = items(*(f"{number}|{number}" for number in range(1001, 41001, 1000)))
    assert 32 * 31 // 2 == len(clashes(many))


@pytest.mark.parametrize(
    ("marks", "origins", "expected"),
    [
        (["34|34"], 1, "single-source"),
        (["34|34"], 2, "agreed"),
        (["34|34", "34|34"], 1, "agreed"),
        (["34|34", "34|34"], 2, "agreed"),
        (["34|34", "34|34|stance=denied"], 2, "disputed"),
        (["34|34", "52|52|stance=denied"], 2, "disputed"),
        (["34|34", "52|52"], 2, "conflicting"),
        (["34|34", "52|52"], 1, "conflicting"),
    ],
)
def test_the_status_of_a_claim(items: Items, marks: list[str], origins: int, expected: str) -> None:
    assert expected == status_of(items(*marks), days("", ""), origins)


LEAST = "at least 50|50|low=50|bound=at_least"
MOST = "at most 20|20|high=20|bound=at_most"


@pytest.mark.parametrize(
    ("marks", "published", "expected"),
    [
        (["34|34", "52|52"], ["2024-05-02", "2024-05-03"], "developing"),
        (["52|52", "34|34"], ["2024-05-03", "2024-05-02"], "developing"),
        (["34|34", "52|52"], ["2024-05-03", "2024-05-02"], "conflicting"),
        (["34|34", "52|52"], ["2024-05-02", ""], "conflicting"),
        # Two on the first day, told apart from the one on the next.
        (["34|34", "52|52", "60|60"], ["2024-05-02", "2024-05-02", "2024-05-03"], "conflicting"),
        (["34|34", "34|34", "60|60"], ["2024-05-02", "2024-05-02", "2024-05-03"], "developing"),
        # Down on the last day, though still above the first.
        (["34|34", "60|60", "52|52"], ["2024-05-02", "2024-05-03", "2024-05-04"], "conflicting"),
        (["34|34", "52|52", "60|60"], ["2024-05-02", "2024-05-03", "2024-05-04"], "developing"),
        (["34|34", LEAST], ["2024-05-02", "2024-05-03"], "developing"),
        ([LEAST, "34|34"], ["2024-05-02", "2024-05-03"], "conflicting"),
        ([MOST, "34|34"], ["2024-05-02", "2024-05-03"], "developing"),
        ([MOST, "34|34"], ["2024-05-03", "2024-05-02"], "conflicting"),
        ([MOST, "34|34"], ["2024-05-02", "2024-05-02"], "conflicting"),
        ([MOST, "34|34", "18|18"], ["2024-05-02", "2024-05-03", "2024-05-03"], "conflicting"),
    ],
)
def test_a_toll_may_only_rise_from_day_to_day(
    items: Items, marks: list[str], published: list[str], expected: str
) -> None:
    assert expected == status_of(items(*marks), days(*published), len(marks))
