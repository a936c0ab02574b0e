from __future__ import annotations

from dataclasses import replace

from numcheck.model import Attribution
from numcheck.reporting.voices import voice
from tests.reporting.reports import CHANGE, NEARLY, STAR

DOCUMENTS = {STAR.id: STAR}


def test_a_source_is_named_with_the_outlet_that_quotes_it() -> None:
    nested = replace(NEARLY, attribution=Attribution("an army\x1b source", "said", via="the radio"))
    assert voice(nested, DOCUMENTS) == "an army␛ source, via the radio"


def test_an_outlet_speaks_for_itself_where_no_source_is_named() -> None:
    assert voice(CHANGE, DOCUMENTS) == "Evening Star"
    assert voice(CHANGE, DOCUMENTS, outlet=False) == ""
    assert voice(NEARLY, {}) == "the president"


def test_what_is_only_supposed_says_so() -> None:
    assert voice(replace(NEARLY, stance="hypothetical"), {}) == "the president, hypothetically"
    assert voice(replace(CHANGE, stance="hypothetical"), {}) == "hypothetical"
