"""Ages."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("A 25-year-old sang.", "25-year-old", 25, "year"),
        ("A 25 year old sang.", "25 year old", 25, "year"),
        ("A twenty-five-year-old sang.", "twenty-five-year-old", 25, "year"),
        ("A six-month-old baby slept.", "six-month-old", 6, "month"),
        ("The dog is three weeks old.", "three weeks old", 3, "week"),
        ("She is 34 years old.", "34 years old", 34, "year"),
        ("It sets in at 3 years of age.", "3 years of age", 3, "year"),
        ("Maria Keller, 34, sang.", "34", 34, "year"),
        ("Maria Keller (34) sang.", "34", 34, "year"),
        ("Keller, 34, sang.", "34", 34, "year"),
        ("The driver, 34, sang.", "34", 34, "year"),
        ("A pensioner (84) sang.", "84", 84, "year"),
        ("Maria Keller, 34, of Bern, sang.", "34", 34, "year"),
        ("It was won by Maria Keller, 34.", "34", 34, "year"),
        ("It was won by Tom Keller Jr., 34, in May.", "34", 34, "year"),
        ("He was aged 19.", "19", 19, "year"),
        ("A man aged about 60 sang.", "60", 60, "year"),
        ("At the age of 7 she sang.", "7", 7, "year"),
        ("At age 7 she sang.", "7", 7, "year"),
        ("She is 34.", "34", 34, "year"),
        ("He was only 17 when they met.", "17", 17, "year"),
        ("She will be 35 by June.", "35", 35, "year"),
        ("He turned 18 in June.", "18", 18, "year"),
        ("He died at 90.", "90", 90, "year"),
        ("He will turn 70 on Sunday.", "70", 70, "year"),
        ("Tom Keller was 30, they say.", "30", 30, "year"),
        ("Keller was 17 when they met.", "17", 17, "year"),
        ("The school that she left when she was 19 is shut.", "19", 19, "year"),
        ("Michael Berg, now 25, sang.", "25", 25, "year"),
        ("He is an 87 yo man.", "87 yo", 87, "year"),
    ],
)
def test_ages_are_read_in_all_their_forms(only, text, slice_, value, unit):
    figure = only(text)
    assert ("age", slice_, value, unit) == (figure.kind, figure.text, figure.value, figure.unit)


@pytest.mark.parametrize(
    ("text", "slice_", "low", "high"),
    [
        ("She is in her mid-20s.", "20s", 24, 26),
        ("She is in her early 30s.", "30s", 30, 33),
        ("He is in his late 40s.", "40s", 47, 49),
        ("He is in his 50s.", "50s", 50, 59),
        ("Men aged 18 to 24 sang.", "18 to 24", 18, 24),
        ("Men aged between 18 and 24 sang.", "18 and 24", 18, 24),
        ("The 12- to 15-year-olds sang.", "12- to 15-year-olds", 12, 15),
        ("The under-25s voted.", "25s", None, 25),
        ("The over-65s voted.", "65s", 65, None),
        ("Under 18s voted.", "18s", None, 18),
        ("Children under 5 sang.", "5", None, 5),
        ("Adults 65 and over sang.", "65", 65, None),
        ("Boys between the ages of 8 and 10 sang.", "8 and 10", 8, 10),
    ],
)
def test_age_groups_are_ranges_and_bounds(only, text, slice_, low, high):
    figure = only(text)
    assert ("age", slice_, low, high) == (figure.kind, figure.text, figure.low, figure.high)


def test_a_group_leaves_its_own_age_out(only):
    assert (True, False) == (only("The over-65s sang.").low_open, only("Over-65s.").high_open)
    assert only("The under-25s sang.").high_open


def test_a_list_of_ages_goes_on(figures):
    found = figures("He has sons aged 9, 11 and 14.")
    assert ["age"] * 3 == [each.kind for each in found]


@pytest.mark.parametrize(
    "text", ["Boys aged 9 and 12 others sang.", "Ann Lee, 34, and 12.", "Boys aged 9 and $12."]
)
def test_what_follows_an_age_is_not_always_one(figures, text):
    assert "age" != figures(text)[-1].kind


def test_a_list_of_ages_lends_its_unit(figures):
    found = figures("The 12- and 13-year-olds sang.")
    assert [("age", 12), ("age", 13)] == [(each.kind, each.value) for each in found]


@pytest.mark.parametrize(
    "text",
    [
        "In Ohio, 34, 50 and 60 won.",
        "On Monday, 34, they left.",
        "The US, 34, lost.",
        "He is 34 points ahead.",
        "It is 34.",
        "The leader, 34, 2 and 3 left.",
        "The Dow was 30.",
        "In York was 30.",
        "Keller was 7.",
        "Adults 65 and boys.",
        "He was 300 metres off.",
        "They cut to the bone (34 of them).",
        "Keller, 340, sang.",
        "It took 25 years, old men say.",
        "It lasted 3 hours old style.",
        "the 76ers and the 40s",
        "The 2500s are far off.",
        "The 47s sang.",
        "Then came, 34, and so on.",
        "Keller, 0, sang.",
    ],
)
def test_other_numbers_are_no_ages(figures, text):
    assert "age" not in [each.kind for each in figures(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The death toll stands at 63, the rescue service said.",
        "The toll of the dead stood at 41.",
        "Deaths this week were put at 38, officials said.",
    ],
)
def test_a_toll_is_never_an_age(only, text):
    assert "count" == only(text).kind


@pytest.mark.parametrize("text", ["He died at home at 71.", "Since his death at 71, she sang."])
def test_whoever_died_at_a_number_was_of_that_age(only, text):
    assert ("age", 71) == (only(text).kind, only(text).value)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is 61.",
        "His sister was 61 when she left.",
        "Her brother Tom is 61.",
        "Kessler is 61.",
        "Police say Varlo was 61, not older.",
    ],
)
def test_whoever_is_a_number_is_of_that_age(figures, text):
    assert ("age", 61) == (figures(text)[0].kind, figures(text)[0].value)


@pytest.mark.parametrize(
    "text",
    [
        "The answer is 61.",
        "Attendance was 61.",
        "The mean in Norland is 61.",
        "Kessler is 61 places down.",
        "The toll was 61.",
    ],
)
def test_what_is_a_number_has_no_age(only, text):
    assert "count" == only(text).kind


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A man of 41 was held.", ["age"]),
        ("She married at 22, and was widowed at 40.", ["age", "age"]),
        ("He left school at 14 to mine coal.", ["age"]),
        ("Boys aged 16 and 17 were held.", ["age", "age"]),
        ("England's under-21 side won.", ["identifier"]),
        ("A crew of 41 was held.", ["count"]),
        ("A father of six was held.", ["count"]),
    ],
)
def test_ages_stand_behind_what_happens_to_people(figures, text, kinds):
    assert kinds == [each.kind for each in figures(text)]
