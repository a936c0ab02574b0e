"""What a clause begins with."""

from __future__ import annotations

import pytest

from numcheck.alignment.doers import doer_of


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("the strike of nurses is to last 10 days", {"strike"}),
        ("the east wing will be finished in 9 weeks", {"east", "wing"}),
        ("works committee : the repairs will last 14 months", {"repair"}),
        ("the dam is 48 metres high", {"dam"}),
        ("her flight took 9 hours", {"her", "flight"}),
        # one name for what has several
        ("the firm has 9 lorries", {"company"}),
        # no phrase, or one that a figure is a part of
        ("strikes last 10 days", set()),
        ("the 10 days", set()),
        ("10 days", set()),
    ],
)
def test_a_clause_is_of_what_it_begins_with(clause, expected):
    lower = clause.split()
    figure = next(at for at, word in enumerate(lower) if word.isdigit())
    assert set(doer_of(lower, figure)) == expected
