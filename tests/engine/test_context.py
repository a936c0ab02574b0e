"""Words near figures that void what a rule would say of them."""

import pytest

from numcheck import Document
from numcheck.alignment import align
from numcheck.engine import run
from numcheck.engine.compiler import compile_files
from numcheck.engine.loader import from_plain
from numcheck.extraction import analyse

PATTERN = 'patterns: ["{a:count} of {b:count}"]\nexpect: a <= b\nmessage: "{a}."'
FIGURE = 'figure: {kinds: [percent]}\nexpect: figure <= 100%\nmessage: "{figure}."'
CLAIM = 'claim: {between: passages}\nexpect: a == b\nmessage: "{a}."'
FAR = "They sold 14 of 12 boats on Monday, as the clerk at the gate of the old yard joked later."


def spoke(body, unless, text):
    rule = (
        f"id: some-rule\nfamily: X1\nsummary: s\nseverity: error\n{body}\n{unless}\n"
        "examples: {ok: [x], flag: [y]}\n"
    )
    vocabulary = "classes: {jest: {words: [joked, in jest]}}\n"
    rules = from_plain(compile_files([("vocabulary.yaml", vocabulary), ("a.yaml", rule)]))
    analysis = analyse(Document(id="a", text=text))
    return bool(run(rules, [analysis], align([analysis])))


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ("", True),
        ("unless: [joked]", True),
        ("unless: [monday]", False),
        ("unless: {words: [monday], within: 1}", True),
        ("unless: {words: [monday], within: 3}", False),
        ("unless: {words: [joked], within: clause}", True),
        ("unless: {words: [monday], within: clause}", False),
        ("unless: {words: [joked], within: sentence}", False),
        ("unless: {words: [<jest>], within: sentence}", False),
        ("unless: {words: [of], within: 0}", False),
        ("unless: {words: [monday], within: 0}", True),
    ],
)
def test_a_rule_says_how_far_a_word_reaches(unless, expected):
    assert expected is spoke(PATTERN, unless, FAR)


def test_a_sentence_is_not_the_next_one():
    text = "They sold 14 of 12 boats. The clerk joked about 3 of them."
    assert spoke(PATTERN, "unless: {words: [joked], within: sentence}", text)


def test_a_word_inside_a_hedge_counts_too():
    text = "They sold nearly 14 of 12 boats."
    assert not spoke(PATTERN, "unless: {words: [nearly], within: 2}", text)


@pytest.mark.parametrize(
    ("unless", "expected"),
    [
        ("", True),
        ("unless: [joked]", False),
        ("unless: {words: [joked], within: sentence}", False),
        ("unless: {words: [joked], within: clause}", True),
        ("unless: {words: [pupils], within: 3}", False),
    ],
)
def test_a_rule_about_one_figure_looks_at_its_sentence_unless_it_says_otherwise(unless, expected):
    text = "At the fair 120% of the pupils came, the head joked."
    assert expected is spoke(FIGURE, unless, text)


@pytest.mark.parametrize(
    ("unless", "expected"), [("", True), ("unless: [joked]", False), ("unless: [wept]", True)]
)
def test_claims_are_voided_by_the_sentences_of_their_figures(unless, expected):
    text = "A fire at the mill injured 12 workers. The 15 injured workers slept, a nurse joked."
    assert expected is spoke(CLAIM, unless, text)


@pytest.mark.parametrize(
    ("unless", "expected"), [("", True), ("unless: [joked]", False), ("unless: [wept]", True)]
)
def test_checks_of_a_whole_document_are_voided_too(unless, expected):
    text = "She joked that there were three reasons: rain and wind."
    check = "check: list-count\nscope: document"
    assert expected is spoke(check, unless, text)


def test_a_check_is_called_only_where_one_of_its_words_and_kinds_is():
    text = "There were three reasons: rain and wind."
    for scope in ("sentence", "document"):
        check = f"check: list-count\nscope: {scope}"
        assert spoke(check, "triggers: [reasons]", text)
        assert spoke(check, "kinds: [count, money]", text)
        assert not spoke(check, "triggers: [motives]", text)
        assert not spoke(check, "kinds: [money]", text)


def test_a_correction_counts_within_a_hundred_words_of_the_figures():
    near = "They sold 14 of 12 boats , correcting an earlier figure ."
    far = "They sold 14 of 12 boats " + "and a rope " * 60 + ", correcting an earlier figure ."
    assert not corrects(near)
    assert corrects(far)


def corrects(text):
    rule = (
        f"id: some-rule\nfamily: X1\nsummary: s\nseverity: error\n{PATTERN}\n"
        "examples: {ok: [x], flag: [y]}\n"
    )
    vocabulary = "classes: {correction: {words: [correcting]}}\n"
    rules = from_plain(compile_files([("vocabulary.yaml", vocabulary), ("a.yaml", rule)]))
    analysis = analyse(Document(id="a", text=text))
    return bool(run(rules, [analysis], align([analysis])))
