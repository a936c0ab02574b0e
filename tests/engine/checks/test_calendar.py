import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It opens on 29 February 2024.",
        "It opened on 29 February 1700.",
        "It opens in May 2024.",
        "The train leaves at 23:59.",
        "The ratio was 31:75.",
        "She came at 7.30pm.",
    ],
)
def test_possible_days_and_times_are_silent(said, text):
    assert [] == said("impossible-date", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It opened on 29 February 2023.", "2023 was not a leap year"),
        ("It opens on 31 April.", "April has 30 days"),
        ("It opens on 30 February.", "February has 29 days"),
        ("It runs from 28 to 31 June.", "June has 30 days"),
        ("It opened on 2024-13-05.", "there is no month 13"),
    ],
)
def test_impossible_days_are_told(said, text, words):
    messages = said("impossible-date", text)
    assert not messages or words in messages[0]


def test_impossible_clock_times_are_told_only_where_they_are_times(said, figure):
    from numcheck.engine.checks.calendar_date import _no_time

    late = figure("25:10", "time", iso="25:10", first=1)
    assert "a day has 24 hours" == _no_time(late, ["at", "25:10"])
    assert "an hour has 60 minutes" == _no_time(figure("7:75pm", "time", iso="19:75"), ["7:75pm"])
    assert "" == _no_time(late, ["beat", "25:10"])
    assert "" == _no_time(figure("soon", "time", iso="soon"), ["soon"])


@pytest.mark.parametrize(
    "text",
    [
        "It opens on Tuesday 14 October 2025.",
        "It opens on Tuesday, October 14, 2025.",
        "It opens on 14 October 2025 (Tuesday).",
        "It opens on 14 October 2025, a Tuesday.",
        "It opens on Monday and closes on 14 October 2025.",
        "It runs from Monday 7 to Friday 18 July 2025.",
        "It opens on Friday 14 October.",
        "It opens on Friday 31 April 2025.",
    ],
)
def test_weekdays_that_are_right_or_cannot_be_known_are_silent(said, text):
    assert [] == said("weekday-and-date", text)


@pytest.mark.parametrize(
    "text",
    [
        "It opens on Friday 14 October 2025.",
        "It opens on Friday, October 14, 2025.",
        "It opens on 14 October 2025 (Friday).",
        "It opens on 14 October 2025, a Friday.",
    ],
)
def test_a_wrong_weekday_is_told(said, text):
    assert ["14 October 2025 is a Tuesday, not a Friday."] == said("weekday-and-date", text)


def test_a_date_without_year_is_the_one_nearest_to_publication(said):
    text = "The fair is on Sunday 20 July."
    assert ["20 July 2024 is a Saturday, not a Sunday."] == said(
        "weekday-and-date", text, published="2024-06-12"
    )
    assert [] == said("weekday-and-date", text, published="2025-06-12")
    assert [] == said("weekday-and-date", "It is on Thursday 20 July.", published="2024-01-05")


@pytest.mark.parametrize(
    "text",
    [
        "He was away from 4 March to 27 March. It ended two days after the vote.",
        "He was away from 4 March to 27 March, two days a week.",
        "From 28 February to 2 March he was away for three days.",
        "He was away from 4 March to 27 March for about three weeks.",
        "On 4 March and on 9 March he was away, 10 days later he came.",
        "He was away from 4 March 2023 to 27 March 2025 for 10 days.",
        "The deadline is on 4 March, due on 9 March, with 30 days of notice.",
        "He was away from 30 December to 2 January, a three-day trip.",
    ],
)
def test_durations_that_fit_or_are_others_are_silent(said, text):
    assert [] == said("dates-and-duration", text)


def test_a_duration_that_fits_neither_way_of_counting_is_told(said):
    [message] = said("dates-and-duration", "The 12-day trip runs from 30 March to 3 April.")
    assert "is 4 days, or 5 with both ends, not 12-day." in message


def test_ages_without_a_date_of_publication_are_left_alone(said):
    text = "The winger Serge Kane, 29, was born in 1988."
    assert [] == said("age-and-birth", text)
    assert said("age-and-birth", text, published="2024-07-01")


def test_an_age_at_another_time_is_left_alone(said):
    text = "Born in 1950, he was 24 when he won. Aged 30 at the time, she left."
    assert [] == said("age-and-birth", text, published="2024-07-01")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The club, founded 25 years ago, in 1989, is to close.", 1),
        ("The club, founded 35 years ago, in 1989, is to close.", 0),
        ("The club, founded three decades ago, in 1992, is to close.", 0),
        ("It is 40 years since the tunnel opened, in 1994.", 1),
        ("It is 30 years since the tunnel opened, in 1994.", 0),
        ("Its centenary is near; the pool was opened in 1935.", 1),
        ("It marks its 90th anniversary; the pool was opened in 1935.", 0),
        ("It marks its 50th anniversary. The pool was opened in 1935.", 1),
        ("It marks its 50th anniversary. It was opened in 1935 and rebuilt in 1975.", 0),
        ("She moved 25 years ago, when in 1989 things changed.", 0),
    ],
)
def test_years_since_an_event(said, text, count):
    assert count == len(said("years-ago", text, published="2024-09-30"))
    assert [] == said("years-ago", text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The play started at 7.30pm, lasted two hours and ended at 9.30pm.", 0),
        ("The play started at 7.30pm, lasted two hours and ended at 11.30pm.", 1),
        ("The play started at 11pm, lasted two hours and ended at 1am.", 0),
        ("The play started at 7.30, lasted four hours and ended at 11.30 local time.", 0),
        ("The play started at 7.30pm and ended at 11.30pm; tickets were sold for two hours.", 1),
        ("The play started at 7.30pm and was seen at 11.30pm by two people.", 0),
    ],
)
def test_start_duration_and_end(said, text, count):
    assert count == len(said("clock-sum", text))
