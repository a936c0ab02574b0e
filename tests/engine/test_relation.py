"""Whether what a rule expects of some figures holds, and what it says if not."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

import pytest

from numcheck.engine.active import ActiveRule
from numcheck.engine.compiler import compile_files
from numcheck.engine.loader import from_plain
from numcheck.engine.relation import (
    belong_together,
    figures_of,
    flaw_of,
    outcome,
    target_of,
    unmet_condition,
)
from numcheck.model import Document, Figure

Make = Callable[..., Figure]

RULE = """\
id: x
family: X1
summary: s
severity: error
patterns: ["{pattern}"]
{body}
examples: {{ok: [x], flag: [y]}}
"""
SLOTS = {"a": "{a}", "b": "{b}", "c": "{c}", "parts": "{parts}+"}


def rule(body: str, texts: str = "message: Wrong.") -> ActiveRule:
    """A rule whose pattern has the slots that its expressions name."""
    body = f"{body}\n{texts}"
    named = [slot for name, slot in SLOTS.items() if re.search(rf"\b{name}\b", body)]
    text = RULE.format(pattern=" of ".join(named), body=body)
    ruleset = from_plain(compile_files([("vocabulary.yaml", "classes: {}\n"), ("x.yaml", text)]))
    return ActiveRule(ruleset["x"], ruleset)


def pound(figure: Make, text: str, **more: object) -> Figure:
    return figure(text, "money", **{"unit": "GBP", **more})


@pytest.mark.parametrize(
    ("share", "part", "expected"),
    [
        ("33%", "100", "holds"),
        ("33%", "101", "rounding"),  # 33.67, cut off
        ("33%", "103", "fails"),
    ],
)
def test_what_holds_strictly_holds_and_what_holds_loosely_is_a_rounding(
    figure: Make, share: str, part: str, expected: str
) -> None:
    slots = {
        "a": figure(share, "percent", unit="percent"),
        "b": figure("300", resolution=Decimal(1)),
        "c": figure(part),
    }
    assert expected == outcome(rule("expect: a == c / 300"), slots)


def test_pounds_and_dollars_are_not_compared(figure: Make) -> None:
    slots = {"a": pound(figure, "£4"), "b": pound(figure, "$5", unit="USD")}
    assert "silent" == outcome(rule("expect: a <= b"), slots)


def test_of_sums_of_one_currency_some_by_the_hour_all_are_by_the_hour(figure: Make) -> None:
    slots = {"a": pound(figure, "£9", unit="GBP / hour"), "b": pound(figure, "£5")}
    assert "fails" == outcome(rule("expect: a <= b"), slots)
    slots["b"] = pound(figure, "£10")
    assert "holds" == outcome(rule("expect: a <= b"), slots)


def test_sums_of_two_currencies_by_the_hour_stay_apart(figure: Make) -> None:
    slots = {"a": pound(figure, "£9", unit="GBP / hour"), "b": pound(figure, "$5", unit="USD")}
    assert "silent" == outcome(rule("expect: a <= b"), slots)


def test_a_figure_that_is_no_money_keeps_its_unit_beside_sums_by_the_hour(figure: Make) -> None:
    slots = {
        "a": pound(figure, "£9", unit="GBP / hour"),
        "b": pound(figure, "£5"),
        "c": figure("60", "measure", unit="mile / hour"),
    }
    assert "holds" == outcome(rule("expect: c == 60 miles / 1 hour"), slots)


def test_a_figure_beside_a_finer_one_is_not_rounded_further_than_that(figure: Make) -> None:
    coarse, fine = figure("3400"), figure("3436")
    assert "holds" == outcome(rule("expect: a == 3400"), {"a": coarse, "b": fine})
    assert "fails" == outcome(rule("expect: a == b"), {"a": coarse, "b": fine})
    same_place = figure("3500")
    assert "rounding" == outcome(rule("expect: a == 3436"), {"a": coarse, "b": same_place})


def test_only_figures_of_one_unit_show_how_their_writer_rounds(figure: Make) -> None:
    slots = {"a": figure("3400"), "b": figure("3436", "measure", unit="mile")}
    assert "rounding" == outcome(rule("expect: a == 3436"), slots)


def test_the_finest_figure_counts_wherever_it_stands(figure: Make) -> None:
    slots = {"a": figure("3400"), "b": figure("3436"), "c": figure("5200")}
    assert "fails" == outcome(rule("expect: a == 3436"), slots)


def test_a_list_has_the_grain_of_its_finest_figure(figure: Make) -> None:
    parts = (figure("3400"), figure("1200"))
    assert "rounding" == outcome(
        rule("expect: sum(parts) == b"), {"parts": parts, "b": figure("4700")}
    )
    finer = (figure("3400"), figure("1211"))
    assert "fails" == outcome(
        rule("expect: sum(parts) == b"), {"parts": finer, "b": figure("4712")}
    )


SUM = "expect: sum(parts) == b"


def test_a_list_may_have_ended_before_its_last_figure(figure: Make) -> None:
    parts = (figure("3"), figure("4"), figure("99"))
    assert "holds" == outcome(rule(SUM), {"parts": parts, "b": figure("7")})
    assert "fails" == outcome(rule(SUM), {"parts": parts, "b": figure("8")})


def test_a_list_may_have_ended_two_figures_before_its_last(figure: Make) -> None:
    parts = (figure("3"), figure("4"), figure("98"), figure("99"))
    assert "holds" == outcome(rule(SUM), {"b": figure("7"), "parts": parts})


def test_a_list_of_one_is_no_list(figure: Make) -> None:
    parts = (figure("7"), figure("99"), figure("99"))
    assert "fails" == outcome(rule(SUM), {"parts": parts, "b": figure("7")})


def test_a_shorter_list_may_come_out_by_rounding(figure: Make) -> None:
    def percent(text: str) -> Figure:
        return figure(text, "percent", unit="percent")

    parts = (percent("30.4%"), percent("20.4%"), percent("99%"))
    body = "expect: sum(parts) == b"
    assert "rounding" == outcome(rule(body), {"parts": parts, "b": percent("52.5%")})


def test_a_list_that_has_to_stay_below_something_is_taken_whole(figure: Make) -> None:
    parts = (figure("3"), figure("4"), figure("99"))
    assert "fails" == outcome(rule("expect: sum(parts) <= b"), {"parts": parts, "b": figure("7")})


def test_figures_must_share_what_the_rule_says_they_share(figure: Make) -> None:
    same = rule("same: [counted]\nexpect: a <= b")
    boats, ships = figure("3", counted="boat"), figure("4", counted="ship")
    assert belong_together(same, {"a": boats, "b": figure("5", counted="boat")})
    assert belong_together(same, {"a": boats, "b": figure("5")})
    assert not belong_together(same, {"a": boats, "b": ships})
    assert not belong_together(same, {"b": figure("9"), "parts": (boats, ships)})


def test_every_condition_must_be_met(figure: Make) -> None:
    both = rule("where: [a > 2, b > 2]\nexpect: a <= b")
    for a, b, expected in (("3", "3", True), ("1", "3", False), ("3", "1", False)):
        assert expected == belong_together(both, {"a": figure(a), "b": figure(b)})


def test_a_condition_that_cannot_be_answered_is_not_met(figure: Make) -> None:
    dollars = rule("where: a > b\nexpect: a != b")
    slots = {"a": pound(figure, "£4"), "b": pound(figure, "$3", unit="USD")}
    assert not belong_together(dollars, slots)
    assert "a > b" == unmet_condition(dollars, slots)


def test_the_first_condition_that_is_not_met_is_told(figure: Make) -> None:
    three = rule("same: [counted]\nwhere: [a > 2, b > 2]\nexpect: a <= b")
    boats, ships = figure("3", counted="boat"), figure("4", counted="ship")
    assert "" == unmet_condition(three, {"a": boats, "b": figure("9")})
    assert "b > 2" == unmet_condition(three, {"a": boats, "b": figure("1")})
    assert "a > 2" == unmet_condition(three, {"a": figure("1"), "b": figure("1")})
    assert "same counted" == unmet_condition(three, {"a": boats, "b": ships})


def test_conditions_take_figures_as_they_stand(figure: Make) -> None:
    equal = rule("where: a == b\nexpect: a <= b")
    slots = {"a": figure("3400"), "b": figure("3436")}
    assert not belong_together(equal, slots)
    assert "a == b" == unmet_condition(equal, slots)


def test_a_message_tells_what_follows_from_the_figures_as_they_stand(figure: Make) -> None:
    active = rule(
        "expect: a == b * 2", 'message: "{a}, not {expected}: {half}."\nlet: {half: b / 2}'
    )
    slots = {"a": figure("9"), "b": figure("3400")}
    assert "9, not 6,800: 1,700." == flaw_of(active, slots, "fails").message


def test_conditions_may_name_parameters(figure: Make) -> None:
    least = rule("parameters: {least: 5}\nwhere: a > least\nexpect: a <= b + least")
    assert belong_together(least, {"a": figure("6"), "b": figure("1")})
    assert not belong_together(least, {"a": figure("5"), "b": figure("1")})
    assert "" == unmet_condition(least, {"a": figure("6"), "b": figure("1")})
    assert "holds" == outcome(least, {"a": figure("6"), "b": figure("1")})
    assert "fails" == outcome(least, {"a": figure("7"), "b": figure("1")})


def test_expressions_may_ask_when_a_figure_was_published(figure: Make) -> None:
    later = rule("where: a.published < b.published\nexpect: a.published == b.published")
    documents = {
        "d1": Document("d1", "x", published="2024-05-01"),
        "d2": Document("d2", "x", published="2024-05-02"),
    }
    slots = {"a": figure("3", document="d1"), "b": figure("4", document="d2")}
    assert belong_together(later, slots, documents)
    assert "" == unmet_condition(later, slots, documents)
    assert "fails" == outcome(later, slots, documents)
    assert not belong_together(later, {"a": slots["b"], "b": slots["a"]}, documents)
    assert "silent" == outcome(later, slots)


def test_figures_come_in_the_order_of_their_slots_lists_one_by_one(figure: Make) -> None:
    one, two, three = figure("1"), figure("2"), figure("3")
    assert [three, one, two] == list(figures_of({"b": three, "parts": (one, two)}))


@pytest.mark.parametrize(
    ("expect", "expected"),
    [("a == b", "a"), ("b == a", "b"), ("a <= b", None), ("a + 1 == b", None)],
)
def test_the_figure_in_question_stands_alone_before_the_equals_sign(
    figure: Make, expect: str, expected: str | None
) -> None:
    slots = {"a": figure("3"), "b": figure("4")}
    found = target_of(rule(f"expect: {expect}"), slots)
    assert (None if expected is None else slots[expected]) == found


def test_a_list_is_never_the_figure_in_question(figure: Make) -> None:
    named = rule("let: {total: sum(parts)}\nexpect: b == sum(parts)")
    assert target_of(named, {"b": figure("9"), "parts": (figure("3"),)}) is not None
    assert target_of(named, {"b": (figure("9"),), "parts": (figure("3"),)}) is None


def test_the_figure_in_question_comes_first_and_once(figure: Make) -> None:
    slots = {"a": figure("3"), "b": figure("4"), "c": figure("5")}
    flaw = flaw_of(rule("expect: b == a"), slots, "fails")
    assert [slots["b"], slots["a"], slots["c"]] == list(flaw.figures)
    assert ["3", "4", "5"] == [
        one.text for one in flaw_of(rule("expect: a <= b"), slots, "fails").figures
    ]


def test_a_message_names_figures_what_was_expected_and_what_the_rule_works_out(
    figure: Make,
) -> None:
    texts = (
        'message: "{a}, not {expected}: {twice}."\n'
        'explanation: "{b} twice is {twice}."\n'
        'label: "twice {b}"\n'
        "let: {twice: b * 2}"
    )
    active = rule("expect: a == b + 1", texts)
    flaw = flaw_of(active, {"a": figure("9"), "b": figure("4")}, "fails")
    assert ("9, not 5: 8.", "4 twice is 8.", "Twice 4") == (
        flaw.message, flaw.explanation, flaw.label,
    )  # fmt: skip


def test_a_rule_may_say_itself_what_it_expects(figure: Make) -> None:
    active = rule("expect: a == b + 1", 'message: "{a}, not {expected}."\nlet: {expected: b * 3}')
    assert "9, not 12." == flaw_of(active, {"a": figure("9"), "b": figure("4")}, "fails").message


def test_only_a_rounding_says_that_it_is_one(figure: Make) -> None:
    slots = {"a": figure("3"), "b": figure("4")}
    active = rule("expect: a == b")
    assert "rounding" == flaw_of(active, slots, "rounding").verdict
    assert None is flaw_of(active, slots, "fails").verdict


def test_what_cannot_be_worked_out_leaves_the_rest_of_the_message(figure: Make) -> None:
    active = rule("expect: a == b", 'message: "{a} against {b}, {sum}."\nlet: {sum: a + b}')
    slots = {"a": pound(figure, "£3"), "b": pound(figure, "$4", unit="USD")}
    assert "£3 against $4" in flaw_of(active, slots, "fails").message
