"""Noun phrases and the subjects of clauses."""

from __future__ import annotations

import pytest

from numcheck.extraction.clauses import (
    NOTHING,
    antecedent,
    causes,
    finite_before,
    subject_of,
    subject_start,
)
from numcheck.extraction.draft import Draft
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.model import Sentence


def phrases(text: str) -> Phrases:
    cut = Sentence(0, "text", text, 0, len(text), 0)
    drafts = [
        Draft(cut, i, i + 1, "date" if len(word) == 4 else "count")
        for i, word in enumerate(cut.words)
        if word.isdigit()
    ]
    return Phrases(cut, drafts)


def spans(found: Phrases) -> list[str]:
    return [
        " ".join(found.sentence.words[begin:end])
        for begin, end in zip(found.begins, found.ends, strict=True)
    ]


def subject(text: str, verb: str) -> str:
    found = phrases(text)
    begin, end = subject_of(found, found.sentence.words.index(verb))
    return " ".join(found.sentence.words[begin:end]) if begin >= 0 else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old mill closed.", ["The old mill"]),
        ("The firm's net profit fell.", ["The firm 's net profit"]),
        ("We saw 12 injured men there.", ["12 injured men"]),
        ("A start-up failed.", ["A start - up"]),
        ("In May sales fell.", ["sales"]),
        ("Between 1990 and 1999 wages fell.", ["wages"]),
        ("It rained.", []),
    ],
)
def test_noun_phrases(text: str, expected: list[str]) -> None:
    assert expected == spans(phrases(text))


def test_each_token_knows_its_phrase() -> None:
    found = phrases("The mill closed.")

    assert [0, 0, NONE, NONE] == found.owner


def test_adverbs_and_quotation_marks_are_looked_through() -> None:
    found = phrases("It has really “nearly” doubled.")

    assert "has" == found.sentence.words[found.back(6)]
    assert "doubled" == found.sentence.words[found.on(2)]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Sales in the north rose.", "rose", "Sales in the north"),
        ("The price of wheat has fallen.", "fallen", "The price of wheat"),
        ("Oats and barley fell.", "fell", "Oats and barley"),
        ("The bank, which lends at home, lost 5.", "lost", "The bank"),
        ("Energy, last year's worst sector, fell.", "fell", "Energy , last year 's worst sector"),
        ("The firm (FRM) closed.", "closed", "The firm ( FRM"),
        ("Shell, based in London, fell.", "fell", "Shell"),
        ("A lake that froze was drained.", "froze", "A lake"),
        ("Nova signed a deal to provide 30 buses.", "provide", "Nova"),
        ("The drought caused yields to fall.", "fall", "yields"),
        ("Hull entered the race averaging 3.", "averaging", "Hull"),
        ("The bank said it has 9 branches.", "has", "The bank"),
        ("The brand it bought was expected to grow.", "grow", "The brand"),
        ("Costs rose and fell.", "fell", "Costs"),
        ("The charge stored in the cell was 3.", "was", "The charge stored in the cell"),
        ("Fees, ranging widely, rose.", "ranging", "Fees"),
        ("The pressure on it was 5.", "was", "The pressure"),
        ("There are 9 doors.", "are", ""),
        ("It has 9 doors.", "has", ""),
        ("What it costs is 5.", "costs", ""),
        ("The toll (by noon) of injuries rose.", "rose", "The toll ( by noon ) of injuries"),
        ("Sampling between 1999 and 2004 came back.", "came", "Sampling"),
        ("Stock held in 2004 fell.", "fell", "Stock"),
        ("With Hull closing 3 schools, pupils left.", "closing", "Hull"),
        ("The plan the board backed was dropped.", "dropped", "The plan"),
        ("In 1999 fell.", "fell", ""),
        ("Rain. Which (it fell) stopped.", "stopped", ""),
    ],
)
def test_the_subject_of_a_verb(text: str, verb: str, expected: str) -> None:
    assert expected == subject(text, verb)


def test_a_relative_pronoun_stands_for_the_noun_before_it() -> None:
    found = phrases("Fees of the funds which range widely.")
    begin, end = antecedent(found, found.sentence.words.index("which"))

    assert "Fees of the funds" == " ".join(found.sentence.words[begin:end])


def test_a_question_word_stands_for_nothing() -> None:
    found = phrases("They asked how it fell.")

    assert NOTHING == antecedent(found, 2)


def test_a_walk_through_ever_more_clauses_gives_up() -> None:
    assert NOTHING == subject_of(phrases("It fell."), 1, depth=9)


def test_a_bracket_before_a_relative_pronoun_is_skipped() -> None:
    found = phrases("The firm (in Hull) which fell.")

    assert (0, 2) == antecedent(found, found.sentence.words.index("which"))
    assert NOTHING == antecedent(phrases("Out of which it fell."), 2)


def test_no_finite_verb_is_looked_for_beyond_a_full_stop() -> None:
    assert NONE == finite_before(phrases("It fell . Old men"), 5)


def test_an_infinitive_is_no_finite_verb() -> None:
    found = phrases("Nova plans to open.")

    assert "plans" == found.sentence.words[finite_before(found, 4)]
    assert NONE == finite_before(phrases("No verb here"), 3)


def test_causative_verbs_hand_the_action_to_their_object() -> None:
    found = phrases("It caused sales to fall.")

    assert causes(found, 1)
    assert not causes(found, 4)


def test_a_chain_ends_where_a_period_stands_before() -> None:
    found = phrases("Since the start of last season Ann Reed won.")
    number = found.owner[found.sentence.words.index("Ann")]

    assert "Ann" == found.sentence.words[subject_start(found, number)]


def test_a_sentence_of_one_word_a_million_times_costs_little() -> None:
    for word in ("very ", "said, ", "and the ", "of the man ", "(", "big ", "to to "):
        found = phrases(word * 3000 + "5 men")
        subject_of(found, len(found.tags) - 1)
        assert len(found.tags) == len(found.owner)
