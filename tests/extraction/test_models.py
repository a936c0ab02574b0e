"""Numbers within names of products."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Orders for the 747 dried up.", "747"),
        ("The 14 Pro is thinner.", "14"),
        ("The 14 Pro Max is thinner.", "14"),
        ("He goes from there to Space Tale 4.", "4"),
    ],
)
def test_a_number_in_a_name_counts_nothing(figures, text, name):
    assert [("identifier", name)] == [(each.kind, each.text) for each in figures(text)]


@pytest.mark.parametrize("text", ["The 747 workers left.", "Only 14 Pro models sold."])
def test_a_number_before_a_noun_counts_it(figures, text):
    assert ["count"] == [each.kind for each in figures(text)]
