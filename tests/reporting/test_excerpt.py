from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.reporting.display import cells, clean
from numcheck.reporting.excerpt import Excerpt, excerpt, same_sentence

LONG = (
    "It was quiet. In the far north, where few people live, the ministry counted 4,500 reindeer "
    "this winter, which is fewer than the 5,200 that were there when it began. Nobody knows why."
)


def cut_out(source: str, *words: str, width: int = 1000) -> Excerpt:
    spans = [(source.index(each), source.index(each) + len(each)) for each in words]
    return excerpt(source, spans, width)


def marked(words: Excerpt) -> list[str]:
    return [words.text[start:end] for start, end in words.marks]


def test_a_short_sentence_is_shown_whole() -> None:
    words = cut_out("It rained. Twelve boats sank. It stopped.", "Twelve")
    assert words == Excerpt("Twelve boats sank.", ((0, 6),))


def test_a_long_sentence_is_cut_at_words_with_ellipses() -> None:
    words = cut_out(LONG, "4,500", width=50)
    assert words.text == "… ministry counted 4,500 reindeer this winter, …"
    assert marked(words) == ["4,500"]


def test_two_figures_share_an_excerpt() -> None:
    words = cut_out(LONG, "4,500", "5,200", width=60)
    assert marked(words) == ["4,500", "5,200"]
    assert words.text.count("…") == 3


@pytest.mark.parametrize("width", [1, 5, 10, 20, 40, 80, 160])
def test_a_figure_is_never_cut(width: int) -> None:
    assert marked(cut_out(LONG, "4,500", "5,200", width=width)) == ["4,500", "5,200"]


def test_a_sentence_may_begin_with_its_figure() -> None:
    assert (
        cut_out("Prices rose again. £40 was paid for tea.", "£40").text == "£40 was paid for tea."
    )


def test_a_title_of_address_ends_no_sentence() -> None:
    words = cut_out("He left. Mr. Hill said Dr. Low saw 7 foxes.", "7")
    assert words.text == "Mr. Hill said Dr. Low saw 7 foxes."


def test_an_empty_line_ends_a_sentence() -> None:
    words = cut_out("A heading\n \nFour foxes\nwere seen\n\nMore", "Four")
    assert words.text == "Four foxes were seen"


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    words = cut_out("“We saw 40 foxes.” She left.", "40")
    assert words.text == "“We saw 40 foxes.”"


def test_a_text_without_any_break_is_cut_around_the_figure() -> None:
    words = cut_out("word " * 500 + "77 " + "word " * 500, "77", width=40)
    assert marked(words) == ["77"]
    assert cells(words.text) <= 40


def test_a_text_without_spaces_is_cut_too() -> None:
    words = cut_out("語" * 900 + "77" + "語" * 900, "77", width=40)
    assert marked(words) == ["77"]
    assert cells(words.text) <= 40


def test_the_tail_of_another_clause_is_dropped() -> None:
    words = cut_out(
        "When spring came at last, after so much rain, 12 boats sailed.", "12", width=34
    )
    assert words.text == "… so much rain, 12 boats sailed."


def test_the_head_of_another_clause_is_dropped() -> None:
    words = cut_out("In rain 12 boats sailed slowly, and nobody came to see.", "12", width=42)
    assert words.text == "In rain 12 boats sailed slowly, …"


def test_a_name_beside_its_age_is_kept() -> None:
    words = cut_out("The chief of the firm, Mary Dunn, 52, leaves in the spring.", "52", width=34)
    assert words.text == "… Mary Dunn, 52, leaves in the …"


def test_an_invisible_figure_has_no_mark() -> None:
    assert cut_out("a \u200b b", "\u200b") == Excerpt("a b", ())


def test_an_empty_text_makes_an_empty_excerpt() -> None:
    assert excerpt("", [(0, 0)], 20) == Excerpt("", ())


def test_figures_of_one_sentence_are_told_from_those_of_two() -> None:
    assert same_sentence(LONG, [(LONG.index("4,5"), 60), (LONG.index("5,2"), 140)])
    assert not same_sentence(LONG, [(0, 2), (LONG.index("4,5"), 80)])
    assert not same_sentence("1" + " " * 1000 + "2", [(0, 1), (1001, 1002)])


@given(
    before=st.text(max_size=80),
    figure=st.text(st.characters(categories=["Nd", "Lo"]), min_size=1, max_size=8),
    after=st.text(max_size=80),
    width=st.integers(2, 60),
)
def test_marks_hold_the_figure_in_any_text(
    before: str, figure: str, after: str, width: int
) -> None:
    start = len(before)
    words = excerpt(before + figure + after, [(start, start + len(figure))], width)
    assert marked(words) == [clean(figure)]
    assert words.text == clean(words.text)


def test_an_excerpt_does_not_open_with_the_tail_of_another_clause() -> None:
    source = "Nobody came in that wet winter, and so all 12 boats stayed here for good."
    assert cut_out(source, "12", width=55).text == "… and so all 12 boats stayed here for good."


def test_a_figure_that_spans_white_space_is_marked_from_its_first_letter() -> None:
    source = "They saw \n 12 boats."
    assert marked(excerpt(source, [(9, 13)], 80)) == ["12"]
