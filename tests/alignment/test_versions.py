"""Two versions of one article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from numcheck import Document, analyse
from numcheck.alignment.versions import compare_versions

OLD = (
    "At least 12 people died when the barge sank, police said. It carried about 40 passengers.\n\n"
    "The barge, built in 1988, had room for 38. A ticket costs $5."
)
NEW = (
    "A ticket costs $5.\n\nThe barge, built in 1988, had room for 38.\n\n"
    "At least 27 people died when the barge sank, police said. Three were arrested."
)


def changes(old: str, new: str) -> list[tuple[str, str | None, str | None]]:
    found = compare_versions(
        analyse(Document(id="old", text=old)), analyse(Document(id="new", text=new))
    )
    return [
        (one.kind, one.old.text if one.old else None, one.new.text if one.new else None)
        for one in found
    ]


def test_a_figure_that_says_something_else_is_changed() -> None:
    assert ("changed", "12", "27") in changes(OLD, NEW)


def test_a_figure_that_moved_is_kept() -> None:
    assert ("kept", "$5", "$5") in changes(OLD, NEW)
    assert ("kept", "1988", "1988") in changes(OLD, NEW)


def test_figures_of_other_things_appear_and_vanish() -> None:
    found = changes(OLD, NEW)
    assert ("appeared", None, "Three") in found
    assert ("vanished", "40", None) in found


def test_a_version_without_figures_loses_them_all() -> None:
    assert {"vanished"} == {kind for kind, _, _ in changes(OLD, "Nothing is known.")}
    assert [] == changes("Nothing is known.", "Nothing was said.")


def test_a_hedge_that_went_is_a_change() -> None:
    found = changes("About 300 cows were sold.", "Exactly 300 cows were sold.")
    assert [("changed", "300", "300")] == found


@given(st.text(max_size=200))
def test_a_text_against_itself_keeps_every_figure(text: str) -> None:
    assert {"kept"} >= {kind for kind, _, _ in changes(text, text)}


def test_many_like_figures_cost_no_more_than_their_number() -> None:
    text = " ".join(f"The mill sold {n} sacks." for n in range(1500))
    assert {"kept"} == {kind for kind, _, _ in changes(text, text)}


def test_the_same_speed_in_another_unit_is_restated_and_another_speed_changed() -> None:
    old = "Winds reached 160 km/h in Lisk."
    assert changes(old, "Winds reached 100 miles an hour in Lisk.") == [
        ("restated", "160 km/h", "100 miles an hour")
    ]
    assert changes(old, "Winds reached 120 miles an hour in Lisk.") == [
        ("changed", "160 km/h", "120 miles an hour")
    ]


def test_a_quarter_is_restated_as_25_percent() -> None:
    old = "Rents fell by 20 percent. Sales fell by 25 percent."
    new = "Rents fell by 20 percent. Sales fell by a quarter."
    assert [kind for kind, _, _ in changes(old, new)] == ["kept", "restated"]
    new = "Rents fell by 20 percent. Sales fell by a third."
    assert "restated" not in [kind for kind, _, _ in changes(old, new)]


def test_a_hedge_that_is_added_is_a_change() -> None:
    old, new = "A fire destroyed 14 buses.", "A fire destroyed at least 14 buses."
    assert changes(old, new) == [("changed", "14", "14")]


def test_the_same_number_in_another_currency_is_a_change() -> None:
    assert changes("It cost £5 to enter.", "It cost $5 to enter.") == [("changed", "£5", "$5")]


def test_the_dead_of_one_version_do_not_become_the_injured_of_the_other() -> None:
    old = "At least 12 people died in the flood."
    new = "In the flood 62 people were injured."
    assert changes(old, new) == [("vanished", "12", None), ("appeared", None, "62")]
