"""Units that a figure leaves out, since a figure near it names them."""

from __future__ import annotations

import pytest


def _told(figures, text):
    return [(str(each.value), each.unit) for each in figures(text) if each.kind != "date"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Thrift rose from 31 mpg in town to 36 for the new van.",
            [("31", "mile / gallon"), ("36", "mile / gallon")],
        ),
        ("The rate fell from 8 per cent in March to 6.", [("8", "percent"), ("6", "percent")]),
        ("Rents rose 3 per cent in May and 1 in June.", [("3", "percent"), ("1", "percent")]),
        ("She weighed 61 kg in April and 58 now.", [("61", "kilogram"), ("58", "kilogram")]),
        ("It is 14 percent, compared with 11 a year ago.", [("14", "percent"), ("11", "percent")]),
        ("It is 14 percent, up from 11 last month.", [("14", "percent"), ("11", "percent")]),
        ("It slid to 14 percent from 19 in 2015.", [("14", "percent"), ("19", "percent")]),
        ("It is 14 percent, against 11 in 2015.", [("14", "percent"), ("11", "percent")]),
    ],
)
def test_a_bare_number_takes_the_unit_of_what_it_is_set_against(figures, text, told):
    assert told == _told(figures, text)


@pytest.mark.parametrize(
    "text",
    [
        "He rode from 5 miles beyond the town to 12 farms.",
        "Turnout was 40% in May and 12 in June were hurt.",
        "Sales rose 5% from 12 last year.",
        "Sales rose 5% in May and 12 staff left in June.",
        "The tax is 5 per cent, compared with 1,500 in the rest of 2015.",
        "It is 14 percent. In June, 11 in the village.",
        "The rate is 14 percent and 11 of them left.",
    ],
)
def test_what_counts_things_keeps_no_unit(figures, text):
    assert "count" == figures(text)[1].kind


def test_the_change_is_inherited_with_the_unit(figures):
    found = figures("Rents rose 3 per cent in May and 1 in June.")
    assert ["up", "up"] == [each.trend for each in found]


def test_a_vague_number_takes_the_unit_behind_or_even(figures):
    found = figures("It needs hundreds or even 1,000 tonnes.")
    assert ["metric_ton", "metric_ton"] == [each.unit for each in found]


@pytest.mark.parametrize(
    ("text", "slice_", "value", "unit"),
    [
        ("She ran it in 3 hours 30.", "3 hours 30", 3.5, "hour"),
        ("The record of 2 minutes 15 fell.", "2 minutes", 2, "minute"),
        ("She is six foot three.", "six foot three", 6.25, "foot"),
        ("He weighs 12 stone 7.", "12 stone 7", 12.5, "stone"),
        ("For 3 hours 40 men sang.", "3 hours", 3, "hour"),
        ("After 3 hours four, he said, sang.", "3 hours", 3, "hour"),
    ],
)
def test_the_smaller_unit_may_be_left_out_where_nothing_else_is_counted(
    figures, text, slice_, value, unit
):
    figure = figures(text)[0]
    assert (slice_, value, unit) == (figure.text, figure.value, figure.unit)
