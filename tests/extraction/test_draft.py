"""A figure while its words are still being read."""

from __future__ import annotations

from decimal import Decimal

from numcheck.extraction.draft import Draft
from numcheck.model import Sentence

TEXT = "They paid 120 MEUR there."


def draft() -> Draft:
    return Draft(Sentence(0, "text", TEXT, 0, len(TEXT), 0), 2, 3, "count")


def test_a_draft_begins_as_its_slice():
    new = draft()
    assert ("120", 2, 3) == (TEXT[new.start : new.end], new.left, new.after)


def test_stretching_moves_the_end_of_slice_and_phrase():
    new = draft()
    new.stretch(4)
    assert ("120 MEUR", 4, 4) == (TEXT[new.start : new.end], new.last, new.after)


def test_multiplying_takes_value_and_resolution_along():
    new = draft()
    new.value = Decimal(120)
    new.multiply(Decimal(10**6))
    assert (120_000_000, 10**6, 10**6) == (new.value, new.resolution, new.scale)


def test_a_draft_without_a_value_keeps_none():
    new = draft()
    new.multiply(Decimal(1000))
    assert (None, 1000) == (new.value, new.resolution)
