import time

import pytest

from numcheck import Document
from numcheck.engine.pattern import PatternError, Stream, WordClass, compile_pattern, parse_pattern
from numcheck.engine.pattern.elements import crosses, needed_slots, needs_of
from numcheck.engine.pattern.matcher import type_of_slot
from numcheck.extraction import analyse

CLASSES = {
    "rise": WordClass.of(["rose", "went up", "up"]),
    "fall": WordClass.of(["fell", "down"]),
}


def streams(text):
    analysis = analyse(Document(id="a", text=text))
    return [
        Stream.of(sentence, [f for f in analysis.figures if f.sentence == sentence.index])
        for sentence in analysis.sentences
    ]


def found(pattern, text, judge=lambda captured: True):
    matcher = compile_pattern(parse_pattern(pattern), CLASSES)
    stream = Stream.joined(streams(text))
    return [
        {
            name: figure.text if not isinstance(figure, tuple) else [one.text for one in figure]
            for name, figure in match.captured.items()
        }
        for match in matcher.find(stream, judge)
    ]


def test_words_and_slots_in_order():
    assert [{"a": "40", "b": "60"}] == found("from {a} to {b}", "It rose from 40 to 60.")


def test_a_class_stands_for_its_words_and_phrases():
    for text in ("Sales rose to 60.", "Sales went up on Monday to 60.", "Sales fell to 60."):
        assert {"b": "60"} == found("<rise|fall> … to {b}", text)[0]
    assert [] == found("<rise> to {b}", "Sales fell to 60.")


def test_hedges_nouns_articles_and_quotes_are_no_hindrance():
    text = "It rose from the “about 40 wooden boats” to some 60 boats, up by a half."
    assert "40" == found("from {a} to {b}", text)[0]["a"]


def test_a_gap_passes_words_but_no_figure_that_would_fit():
    pattern = "from {a:count} … to {b:count}"
    assert [{"a": "40", "b": "60"}] == found(pattern, "from 40 in the very cold spring to 60")
    assert [{"a": "50", "b": "60"}] == found(
        pattern, "It went from 40 boats or from 50 boats to 60"
    )
    assert [{"a": "40", "b": "60"}] == found(pattern, "from 40 boats on 3 May 2020 to 60 boats")


def test_a_gap_passes_a_duration_that_only_says_when():
    pattern = "from {a} … to {b}"
    assert "60" == found(pattern, "It went from 40 in five years to 60")[0]["b"]
    assert [] == found("from {a} … to {b}", "It went from 40 for five years to 60")


def test_a_free_gap_passes_figures_too():
    assert "60" == found("from {a:count} ……12 is {b:count}", "from 40, not 50 and is 60")[0]["b"]


def test_a_gap_ends_with_the_clause():
    assert [] == found("from {a:count} … to {b:count}", "from 40 boats; others went to 60")


def test_a_match_crosses_a_sentence_only_where_the_pattern_says_so():
    text = "The fleet has 40 boats. It sold 12 of them."
    assert [] == found("{a:count} … sold {b:count}", text)
    assert [{"a": "40", "b": "12"}] == found("{a:count} … // … sold {b:count}", text)
    assert [{"b": "12"}] == found("^ it sold {b:count}", text)


def test_a_list_is_closed_by_and_unless_it_is_open():
    text = "It went to 12 cooks, 14 maids and 20 others, with old dogs"
    assert [["12", "14", "20"]] == [m["p"] for m in found("to {p:count}+", text)]
    assert [] == found("to {p:count}+", "It went to 12 cooks, 14 maids, a groom")
    assert [["12", "14"]] == [
        m["p"] for m in found("to {p:count}++", "It went to 12 cooks, 14 maids, a groom")
    ]


def test_a_definite_slot_wants_an_article():
    assert [{"n": "41"}] == found("{the n:count}", "The 41 people landed.")
    assert [] == found("{the n:count}", "Then 41 people landed.")


def test_counted_nouns_and_dimensions_decide():
    assert [{"n": "40"}] == found("{n:count of vote}", "She won 40 votes and 12 seats.")
    assert [{"d": "3 miles"}] == found("{d:measure[length]}", "3 miles and 5 kilograms")


def test_alternatives_and_optional_words():
    pattern = "{a:percent} (of|from) all? {b:count}"
    assert [{"a": "5%", "b": "60"}] == found(pattern, "It took 5% of all 60 boats")
    assert [{"a": "5%", "b": "60"}] == found(pattern, "It took 5% from 60 boats")
    assert [] == found(pattern, "It took 5% with 60 boats")


def test_the_search_goes_on_where_the_figures_do_not_belong_together():
    pattern = "{a:count} ……12 {b:count}"
    text = "Of 40 boats 12 sank and 30 sailed"
    captured = found(pattern, text, lambda given: given["b"].text == "30")
    assert {"a": "40", "b": "30"} in captured


def test_both_ends_of_a_from_to_are_figures_of_their_own():
    text = "Waiting times fell from 3 hours 10 minutes to 3 hours 40 minutes."
    assert [("3 hours 10 minutes", "3 hours 40 minutes")] == [
        (m["a"], m["b"]) for m in found("from {a:duration} to {b:duration}", text)
    ]


def test_what_a_pattern_needs():
    sequence = parse_pattern("<rise> (to|at) {b:count} (now)? {p:count}+ //")
    assert [("<rise>",), ("to", "at")] == needs_of(sequence)
    assert 3 == len(needed_slots(sequence))
    assert crosses(sequence)
    assert not crosses(parse_pattern("{a} of {b}"))
    assert crosses(parse_pattern("{a} (of|//) {b}"))


def test_the_type_of_a_slot_is_open_where_its_kinds_differ():
    first, second = parse_pattern("{a:count} {b:count|money}").elements
    assert "a plain number" == str(type_of_slot(first))
    assert "a number of any dimension" == str(type_of_slot(second))


def test_a_pattern_begins_with_a_word_or_a_figure_not_either():
    with pytest.raises(PatternError, match="either with words or with a figure"):
        compile_pattern(parse_pattern("of? {a}"), CLASSES)
    assert compile_pattern(parse_pattern("(of|from) {a}"), CLASSES)


def test_time_grows_with_the_sentence_and_not_faster():
    matcher = compile_pattern(parse_pattern("from {a} …12 to {b} …12 by {c:percent}"), CLASSES)

    def taken(times):
        stream = Stream()
        for part in streams("it went from 40 boats to 60 boats and " * times):
            stream = Stream.joined([stream, part])
        start = time.process_time()
        assert [] == list(matcher.find(stream))
        return time.process_time() - start

    taken(50)
    short, long = min(taken(100) for _ in range(3)), min(taken(400) for _ in range(3))
    assert long < short * 10
