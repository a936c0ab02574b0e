"""What a sentence calls up by its words and the kinds of its figures."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from numcheck.engine.triggers import Triggers, mixture

WORDS = some.frozensets(some.sampled_from(["of", "from", "rose", "fell", "ships"]), max_size=3)
KINDS = some.lists(some.sampled_from(["count", "money", "percent"]), max_size=4)


def test_a_mixture_does_not_depend_on_the_order_and_has_an_end():
    assert ("count", "money") == mixture(["money", "count"])
    assert mixture(["count"] * 6) == mixture(["count"] * 40)
    assert mixture(["count"] * 6) != mixture(["count"] * 5)
    assert ("count",) * 6 + ("money",) == mixture(["money", *["count"] * 9])


def test_what_needs_nothing_is_always_called_up():
    triggers: Triggers[str] = Triggers()
    triggers.add("all", [], [])
    assert 1 == len(triggers)
    assert ["all"] == triggers.called_up([], ())
    assert ["all"] == triggers.called_up(["any", "words"], mixture(["count"]))


@given(
    rows=some.lists(
        some.tuples(
            some.lists(WORDS.filter(bool), max_size=3),
            some.lists(
                some.tuples(
                    some.frozensets(some.sampled_from(["count", "money"]), min_size=1),
                    some.integers(1, 2),
                ),
                max_size=2,
            ),
        ),
        max_size=8,
    ),
    words=WORDS,
    kinds=KINDS,
)
def test_exactly_what_has_all_that_it_needs_is_called_up(rows, words, kinds):
    triggers: Triggers[int] = Triggers()
    for number, (needs, wanted) in enumerate(rows):
        triggers.add(number, needs, wanted)
    expected = [
        number
        for number, (needs, wanted) in enumerate(rows)
        if all(need & words for need in needs)
        and all(sum(kind in fit for kind in kinds) >= least for fit, least in wanted)
    ]
    assert expected == sorted(triggers.called_up(sorted(words), mixture(kinds)))
