import pytest

from numcheck.engine.pattern import PatternError, parse_pattern
from numcheck.engine.pattern.elements import Alternatives, Boundary, Gap, Slot, Word, slots_of


def elements(text, **more):
    return parse_pattern(text, **more).elements


def test_words_are_read_in_lower_case_and_articles_left_out():
    assert (Word("from"), Word("pier")) == elements("From the pier {a}")[:2]


def test_a_slot_without_kind_takes_any_quantity():
    slot = slots_of(parse_pattern("{a}"))[0]
    assert {"count", "money", "percent", "measure", "duration", "age", "multiplier"} == set(
        slot.kinds
    )


def test_slots_name_kinds_dimensions_and_nouns():
    slots = slots_of(
        parse_pattern("{a:count|money} {b:measure[length]} {c:count of vote|ballot} {the d:count}")
    )
    assert ("count", "money") == slots[0].kinds
    assert "length" == slots[1].dimension
    assert ("vote", "ballot") == slots[2].nouns
    assert [False, False, False, True] == [slot.definite for slot in slots]


def test_a_plus_makes_a_list_and_two_an_open_one():
    closed, still_open = slots_of(parse_pattern("{a:count}+ of {b:count}++"))
    assert (True, False) == (closed.many, closed.open)
    assert (True, True) == (still_open.many, still_open.open)


def test_gaps_are_bounded():
    assert Gap(8) == elements("{a} … {b}")[1]
    assert Gap(5) == elements("{a} ... {b}", gap=5)[1]
    assert Gap(12, True) == elements("{a} ……12 {b}")[1]


def test_groups_optional_elements_and_boundaries():
    found = elements("{a} (of|from the)? // \\( {b}")
    assert isinstance(found[1], Alternatives)
    assert 2 == len(found[1].options)
    assert isinstance(found[2], Boundary)
    assert Word("(") == found[3]
    assert isinstance(found[4], Slot)


@pytest.mark.parametrize(
    ("text", "column", "words"),
    [
        ("from to", 0, "at least one figure"),
        ("… {a}", 0, "cannot begin with a gap"),
        ("{a:colour}", 0, "no kind is called 'colour'"),
        ("{a:measure[wisdom]}", 0, "no dimension is called 'wisdom'"),
        ("{A}", 0, "is no slot"),
        ("{a} <>", 4, "a vocabulary class is missing"),
        ("{a} (of", 4, "never closed"),
        ("{a} )", 4, "without an opening bracket"),
        ("? {a}", 0, "follows what it belongs to"),
        ("of+ {a}", 2, "only a slot can be a list"),
        ("{a} …99 {b}", 4, "a gap is 1 to 40"),
        ("{a} {b", 4, "is not closed"),
        ("{a} " + "(of " * 12 + ")" * 12, 40, "too many nested"),
        ("{a} " * 200, 500, "longer than"),
    ],
)
def test_what_means_nothing_is_told_with_its_column(text, column, words):
    with pytest.raises(PatternError) as caught:
        parse_pattern(text)
    assert words in caught.value.problem
    assert column == caught.value.column
