from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.reporting.display import cells, clean, cut, cut_left, line_spans, wrap

ANYTHING = st.text(
    alphabet=st.characters() | st.sampled_from("日本e\u0301\u200d\u202e\x1b\x00\ud800 \n…🇺"),
    max_size=60,
)


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert clean("a\x1b[31mb") == "a␛[31mb"


def test_control_characters_become_pictures() -> None:
    assert clean("a\x00b\x7fc\x9bd") == "a␀b␡c\ufffdd"


def test_invisible_characters_go() -> None:
    assert clean("10\u200b,\u202e000\u00ad\ufe0f") == "10,000"


def test_white_space_collapses() -> None:
    assert clean(" a\t\n\u00a0b\u2028 c ") == "a b c"


def test_half_surrogates_can_be_printed() -> None:
    assert clean("a\ud800b").encode("utf-8") == "a\ufffdb".encode()


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("“é”…", 4), ("", 0)]
)
def test_cells_count_wide_and_combining_characters(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("abcdef", 6, "abcdef"), ("abcdef", 4, "abc…"), ("日本語", 4, "日…"), ("ab cd", 4, "ab…")],
)
def test_a_cut_text_fits_and_says_so(text: str, width: int, expected: str) -> None:
    assert cut(text, width) == expected


def test_a_path_keeps_its_end() -> None:
    assert cut_left("drafts/monday/sales.txt:7", 12) == "…sales.txt:7"


def test_a_path_without_room_keeps_an_end_all_the_same() -> None:
    assert cut_left("sales.txt", 0) == "…"


def test_lines_break_at_spaces() -> None:
    assert wrap("one two three", 8) == ["one two", "three"]


def test_a_long_word_is_broken() -> None:
    assert wrap("abcdefgh", 3) == ["abc", "def", "gh"]


def test_wide_characters_break_anywhere() -> None:
    assert wrap("日本語", 4) == ["日本", "語"]


@given(ANYTHING)
def test_clean_text_holds_nothing_that_steers(text: str) -> None:
    categories = {unicodedata.category(char) for char in clean(text)}
    assert categories & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()


@given(ANYTHING)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(ANYTHING, st.integers(2, 20))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in wrap(clean(text), width))


@given(ANYTHING, st.integers(2, 20))
def test_wrapping_loses_only_spaces(text: str, width: int) -> None:
    told = clean(text)
    kept = "".join(told[start:end] for start, end in line_spans(told, width))
    assert kept.replace(" ", "") == told.replace(" ", "")


@given(ANYTHING, st.integers(2, 20))
def test_a_cut_text_is_never_wider_than_asked(text: str, width: int) -> None:
    assert cells(cut(clean(text), width)) <= width
    assert cells(cut_left(clean(text), width)) <= width


def test_a_wide_character_that_does_not_fit_beside_the_ellipsis_goes() -> None:
    assert cut("日本", 2) == "…"
