"""Positions as an editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.lsp.buffer import ENCODINGS, Buffer

TEXTS = st.text(st.sampled_from("ab1é€😀\n\r\u2028\x0c\x85"), max_size=30)
NAMES = st.sampled_from(sorted(ENCODINGS))


@given(TEXTS, NAMES, st.integers(0, 30))
def test_an_offset_survives_the_way_to_a_position_and_back(
    text: str, encoding: str, offset: int
) -> None:
    buffer = Buffer(text, encoding)
    offset = min(offset, len(text))
    if text[offset - 1 : offset + 1] != "\r\n":  # within a line break there is no position
        assert offset == buffer.offset(*buffer.position(offset))


@given(TEXTS, TEXTS, NAMES, st.integers(0, 30), st.integers(0, 30))
def test_an_edit_replaces_what_stands_between_two_positions(
    text: str, words: str, encoding: str, one: int, other: int
) -> None:
    buffer = Buffer(text, encoding)
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    if "\r\n" in (text[low - 1 : low + 1], text[high - 1 : high + 1]):
        return
    edited = buffer.edited(buffer.position(low), buffer.position(high), words, 7)
    assert (text[:low] + words + text[high:], encoding, 7) == (
        edited.text, edited.encoding, edited.version,
    )  # fmt: skip


@pytest.mark.parametrize(("encoding", "column"), [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
def test_columns_count_units_of_the_encoding(encoding: str, column: int) -> None:
    assert (0, column) == Buffer("😀a1", encoding).position(2)
    assert 2 == Buffer("😀a1", encoding).offset(0, column)


def test_a_column_within_a_character_is_the_place_after_it() -> None:
    assert 1 == Buffer("😀a", "utf-16").offset(0, 1)


def test_lines_end_only_as_the_protocol_says() -> None:
    buffer = Buffer("a\u2028b\x0cc\x85d\r\ne\rf\ng")
    assert [(0, 7), (9, 10), (11, 12), (13, 14)] == [buffer.line(number) for number in range(4)]


def test_positions_beyond_a_line_or_the_text_are_their_ends() -> None:
    buffer = Buffer("ab\ncd")
    assert [2, 5, 5, 0] == [
        buffer.offset(0, 99), buffer.offset(1, 99), buffer.offset(9, 0), buffer.offset(0, -1),
    ]  # fmt: skip
    assert (1, 2) == buffer.position(99)
    assert (3, 5) == buffer.line(99)


def test_an_edit_whose_ends_are_the_wrong_way_round_is_made_all_the_same() -> None:
    assert "aXd" == Buffer("abcd").edited((0, 3), (0, 1), "X").text


def test_half_a_surrogate_counts_as_one_unit_of_utf16() -> None:
    assert (0, 1) == Buffer("\ud800a", "utf-16").position(1)
