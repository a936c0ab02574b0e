"""How a rule read a text, sentence by sentence."""

from __future__ import annotations

from numcheck import Document
from numcheck.engine import load_rules, read_sentences
from numcheck.engine.sentence_reading import SentenceReading
from numcheck.extraction import analyse


def readings(rule: str, text: str) -> list[SentenceReading]:
    rules = load_rules()
    return read_sentences(rules[rule], rules, analyse(Document(id="a", text=text)))


def test_each_sentence_with_a_figure_is_shown_with_its_tokens() -> None:
    first, second = readings("percent-change", "It was dull. Rents rose by 5%. They pay £900 now.")
    assert ("rents", "rose", "by", "[5%]", ".") == first.tokens
    assert ["£900"] == [figure.text for figure in second.figures]


def test_a_match_names_its_slots() -> None:
    [shown] = readings("percent-change", "Sales rose from 40 to 60, up 30%.")
    assert {("old", "new", "change")} == {match.names for match in shown.matches}
    assert "" == shown.matches[0].unmet


def test_the_condition_that_is_not_met_is_named() -> None:
    [shown] = readings("percent-change", "Sales rose from 40 to about 60, up 30%.")
    assert 'old.bound == "exact" and new.bound == "exact"' == shown.matches[0].unmet


def test_a_word_that_voids_a_match_is_told() -> None:
    text = "Sales rose from 40 to 60, up 30%, respectively."
    assert [True] == [match.voided for match in readings("percent-change", text)[0].matches][:1]


def test_a_pattern_that_lacks_a_word_says_which() -> None:
    [shown] = readings("percent-change", "It rained on 3 days.")
    assert "lacks any of <rise>, <fall>" == shown.misses[0].reason


def test_a_pattern_that_lacks_a_figure_says_of_which_kind() -> None:
    [shown] = readings("percent-change", "Sales rose from 40 to 60.")
    assert "lacks a figure that is percent" == shown.misses[0].reason


def test_words_in_another_order_are_told_so() -> None:
    [shown] = readings("percent-change", "To 60 and from 40 it went, with 30%, up.")
    assert any("not in this order" in miss.reason for miss in shown.misses)


def test_rules_of_other_shapes_have_figures_only() -> None:
    [shown] = readings("weekday-and-date", "It opened on Monday, 3 October 2024.")
    assert ((), ()) == (shown.matches, shown.misses)
