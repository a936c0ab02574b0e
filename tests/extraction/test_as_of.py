"""Words that fix the time of a figure."""

from __future__ import annotations

import pytest

from numcheck.extraction import extract
from numcheck.model import Document, Figure


def figure(text: str, surface: str) -> Figure:
    """The figure of a text whose slice holds a surface."""
    found = extract(Document(id="a", text=text))
    return next(each for each in found if surface in each.text)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("The mill has lost 80 workers since last year.", "80", "since last year"),
        ("In 2019, the mill lost 80 workers.", "80", "In 2019"),
        ("The mill lost 80 workers in 2019.", "80", "in 2019"),
        ("By Monday night 80 homes were dark.", "80", "By Monday night"),
        ("As of Friday, 80 homes were dark.", "80", "As of Friday"),
        ("Over the past decade the herd grew to 80 cows.", "80", "Over the past decade"),
        ("Sales came to £80m in the year to March.", "£80m", "in the year to March"),
        ("The herd has lost 80 cows since the start of the drought.", "80",
         "since the start of the drought"),
        ("Some 80 people have died since the war began.", "80", "since the war began"),
        ("The club sold 80 players between 2010 and 2015.", "80", "between 2010 and 2015"),
        ("The quarry closed with 80 staff two years ago.", "80", "two years ago"),
        ("So far this year 80 boats have come.", "80", "So far this year"),
        ("At the end of June, 80 boats were idle.", "80", "At the end of June"),
        ("The mill made 80 bolts yesterday.", "80", "yesterday"),
        ("Profits were £80m in the third quarter of 2021.", "£80m", "in the third quarter of 2021"),
    ],
)  # fmt: skip
def test_the_time_of_a_figure(text: str, surface: str, expected: str) -> None:
    assert expected == figure(text, surface).as_of


def test_the_time_of_a_report_is_not_the_time_of_its_figure() -> None:
    assert figure("The Gazette reported last month that 80 cows were sick.", "80").as_of is None
    assert figure("Some 80 cows are sick, the vet said on Monday.", "80").as_of is None


def test_each_figure_takes_its_own_time() -> None:
    text = "Turnover was £30m in 2018 and £40m in 2019."
    assert figure(text, "£30m").as_of == "in 2018"
    assert figure(text, "£40m").as_of == "in 2019"


def test_coordinated_figures_share_a_time() -> None:
    text = "The ministry counted 30 dead and 90 wounded since last week."
    assert figure(text, "30").as_of == "since last week"
    assert figure(text, "90").as_of == "since last week"


def test_a_time_that_is_compared_with_is_not_the_figures_own() -> None:
    assert figure("The herd has 80 cows, more than last year.", "80").as_of is None


def test_a_figure_without_time_has_none() -> None:
    assert figure("The herd has 80 cows.", "80").as_of is None
    assert figure("The herd has 80 cows since nobody sells.", "80").as_of is None


def test_a_relative_clause_keeps_its_time_to_itself() -> None:
    assert figure("The firm has 80 staff who joined in 2019.", "80").as_of is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The herd grew to 80 cows by late March.", "by late March"),
        ("The herd grew to 80 cows from March to June.", "from March to June"),
        ("The herd grew to 80 cows in the same period.", "in the same period"),
        ("The herd grew to 80 cows in the first half of 2020.", "in the first half of 2020"),
        ("The herd grew to 80 cows in the year to date.", "in the year to date"),
        ("The herd has grown to 80 cows since the new barn opened.", "since the new barn opened"),
        ("The herd grew to 80 cows in the meadow.", None),
        ("The herd grew to 80 cows at the farm.", None),
        ("The herd grew to 80 cows as expected.", None),
        ("The herd grew to 80 cows to everybody's surprise.", None),
        ("The herd grew to 80 cows between us.", None),
        ("The herd grew to 80 cows last", None),
        ("The herd has 80 cows, but in 2010 it was sold.", None),
        ("The herd grew to 80 cows from 60 in March.", None),
        ("Last year's herd had 80 cows.", None),
        ("The club this week sold 80 cows.", "this week"),
        ("The prize given since 1990 rests on 80 gold coins.", None),
        ("She moved in 1990 and kept 80 cows.", None),
        ("The herd grew to 80 cows at the end of the long dry season.",
         "at the end of the long dry season"),
    ],
)  # fmt: skip
def test_what_is_a_time_and_what_is_not(text: str, expected: str | None) -> None:
    assert expected == figure(text, "80").as_of


def test_a_list_of_hundreds_of_times_is_read_in_reasonable_time() -> None:
    found = extract(Document(id="a", text="80 cows since 2014 and " * 300))
    assert found[0].as_of is not None
