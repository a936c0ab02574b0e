from numcheck import Document
from numcheck.engine import explain, load_rules
from numcheck.extraction import analyse
from numcheck.model.interval import Interval


def explained(rule, text):
    rules = load_rules()
    return explain(rules[rule], rules, analyse(Document(id="a", text=text)))


def test_a_match_shows_its_tokens_slots_and_outcome():
    [shown] = explained("percent-change", "Sales rose from 40 to 60, up 30%.")[:1]
    assert ("rose", "from", "40", "to", "60", ",", "up", "30%") == shown.tokens
    assert ("40", Interval.point(40), Interval.point(40)) == shown.slots[0]
    assert "fails" == shown.outcome
    assert "40 to 60 is a change of 50%, not 30%." == shown.message


def test_a_match_that_holds_is_shown_too():
    assert "holds" == explained("percent-change", "Sales rose from 40 to 60, up 50%.")[0].outcome


def test_figures_that_do_not_belong_together_are_silent():
    outcomes = {e.outcome for e in explained("percent-change", "Sales rose from £4 to $6, up 3%.")}
    assert {"silent"} >= outcomes


def test_a_text_that_does_not_match_has_nothing_to_show():
    assert [] == explained("percent-change", "It rained on 3 days.")


def test_patterns_across_sentences_are_tried_on_neighbours():
    text = "Divers checked 250 moorings. It turned out that 35 of them (24%) were unsafe."
    assert any("\n" in e.tokens for e in explained("percent-of", text))
