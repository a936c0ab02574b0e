"""Clock times."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("written", "slice_", "iso"),
    [
        ("at 7:37", "7:37", "07:37"),
        ("at 14:30 GMT", "14:30 GMT", "14:30"),
        ("at 7:30am", "7:30am", "07:30"),
        ("at 7.37am", "7.37am", "07:37"),
        ("at 7.37pm", "7.37pm", "19:37"),
        ("at 5 p.m. ET", "5 p.m. ET", "17:00"),
        ("at 5pm ET", "5pm ET", "17:00"),
        ("at 12am", "12am", "00:00"),
        ("at 12pm", "12pm", "12:00"),
        ("at 0300 GMT", "0300 GMT", "03:00"),
        ("at 1500 hours", "1500 hours", "15:00"),
        ("at 11 o'clock", "11 o'clock", "11:00"),
        ("at 11 o’clock", "11 o’clock", "11:00"),
        ("at 25:30", "25:30", "25:30"),
        ("at 9:75", "9:75", "09:75"),
        ("(7:37)", "7:37", "07:37"),
        ("from 7:37–8:15", "7:37", "07:37"),
    ],
)
def test_clock_times_are_read(figures, written, slice_, iso):
    found = figures(f"It began {written} there.")[0]
    assert ("time", slice_, iso) == (found.kind, found.text, found.iso)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It is open 1-4pm.", ["13:00", "16:00"]),
        ("It is open from 6 to 8 p.m. there.", ["18:00", "20:00"]),
        ("It is open between 9 and 11am.", ["09:00", "11:00"]),
        ("It is open 9 to 5pm.", ["17:00"]),
        ("They beat 9 to 5 there.", []),
    ],
)
def test_the_earlier_hour_takes_the_half_of_the_later(figures, text, times):
    assert times == [each.iso for each in figures(text) if each.kind == "time"]


@pytest.mark.parametrize(
    "text",
    [
        "She ran it in 2:31:04.",
        "The ratio is 45:30.",
        "They worked 1525 hours.",
        "They worked 2500 hours.",
        "It is 7.5 pm2.",
        "It is 7.75pm.",
        "It is 123 pm.",
        "Room 5 Am Markt is free.",
        "It is a7:30b.",
        "It is 1.234.5am.",
    ],
)
def test_what_only_looks_like_a_time_is_none(figures, text):
    assert "time" not in [each.kind for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It fell at 14:31:04 there.", "14:31:04"),
        ("It fell by 2:31:04 pm.", "14:31:04"),
        ("It fell by 09:12:33 GMT.", "09:12:33"),
        ("It ends by 12 noon.", "12:00"),
        ("It ends by 12 midnight.", "00:00"),
    ],
)
def test_seconds_and_the_twelves_belong_to_the_time(only, text, iso):
    assert ("time", iso) == (only(text).kind, only(text).iso)


def test_hours_minutes_and_seconds_without_a_clock_last_as_long(only):
    figure = only("She ran it in 2:30:36.")
    assert ("duration", "hour", "2.51") == (figure.kind, figure.unit, f"{figure.value:.2f}")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It shut at half past 5 that day.", "05:30"),
        ("It shut at a quarter to ten.", "09:45"),
        ("It shut at quarter past 1.", "01:15"),
        ("It shut at a quarter to 1.", "12:45"),
    ],
)
def test_a_spoken_time_is_no_quantity(figures, text, iso):
    assert [("time", iso)] == [(each.kind, each.iso) for each in figures(text)]


def test_what_falls_by_a_quarter_to_an_amount_is_no_time(figures):
    kinds = [each.kind for each in figures("Profit fell by a quarter to £9m.")]
    assert ["multiplier", "money"] == kinds
