"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.errors import InputError
from numcheck.reading.encoding import decode, recognised_as, replace_lone_surrogates

QUOTED = "The owner’s fare: “£8.50”, up 6½% – not bad, said Zoë."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_an_article_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert QUOTED == decode(QUOTED.encode(encoding), "a.txt")


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_BE + QUOTED.encode("utf-16-be"),
        codecs.BOM_UTF32_BE + QUOTED.encode("utf-32-be"),
        QUOTED.encode("utf-16-le"),
        QUOTED.encode("utf-16-be"),
    ],
)
def test_either_order_of_bytes_is_read(data: bytes) -> None:
    assert QUOTED.replace("’", "'") == decode(data, "a.txt").replace("’", "'")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Цены на билеты выросли на 45 процентов, сообщило министерство финансов.", "cp1251"),
        ("料金は昨年より45パーセント上昇したと財務省が発表した。", "shift_jis"),
        ("The owner’s “first” fare rose by £3 to £45, said the firm’s owner.", "mac_roman"),
    ],
)
def test_rarer_encodings_are_told_by_the_text(text: str, encoding: str) -> None:
    assert text == decode(text.encode(encoding), "a.txt")


def test_a_few_western_letters_are_enough() -> None:
    assert "It’s £5" == decode("It’s £5".encode("cp1252"), "a.txt")


def test_a_declared_encoding_is_used() -> None:
    text = "Łódź: 45 żółwi"
    assert text == decode(text.encode("iso8859-2"), "a.html", "iso-8859-2")


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert "“£5”" == decode("“£5”".encode("cp1252"), "a.html", "iso-8859-1")


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert QUOTED == decode(QUOTED.encode(), "a.html", "iso-8859-1")


@pytest.mark.parametrize("declared", ["no-such", "punycode", "unicode_escape", "hex", "ascii"])
def test_a_declaration_that_is_no_use_is_ignored(declared: str) -> None:
    assert "It’s £5" == decode("It’s £5".encode("cp1252"), "a.html", declared)


def test_newlines_are_unified() -> None:
    assert "a\nb\nc\n\nd" == decode(b"a\r\nb\rc\r\n\r\nd", "a.txt")


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            b"\x89PNG\r\n\x1a\n...",
            "a PNG image, not text; give the article as text, HTML, Word or PDF",
        ),
        (b"RIFF....WEBPVP8", "a WebP image, not text; give the article as text, HTML, Word or PDF"),
        (b"%PDF-1.7", "a PDF file, not text; give the article as text, HTML, Word or PDF"),
        (b"fares\0\1\2 5", "binary data, not text; give the article as text, HTML, Word or PDF"),
        (b"\1\2\3\4\5 fares", "binary data, not text; give the article as text, HTML, Word or PDF"),
        (b"\xff\xfea", "broken UTF-16-LE at byte 2; save it as UTF-8"),
        (bytes(range(128, 256)) * 2, "encoding not recognised; save it as UTF-8"),
        ("fares rose".encode("utf-16-le") + b"\1\xd8", "encoding not recognised"),
    ],
)
def test_what_is_no_text_is_said_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert str(caught.value).startswith(f"a.txt: {problem}")


def test_text_is_not_binary() -> None:
    assert "" == recognised_as(b"fares\tup\n\x0c5%")


def test_half_surrogates_become_replacement_characters() -> None:
    assert "a\ufffdb" == replace_lone_surrogates("a\ud800b")
    assert "plain" == replace_lone_surrogates("plain")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_always_reads_back(text: str) -> None:
    assert text == decode(codecs.BOM_UTF8 + text.encode(), "a.txt")


@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "utf-16", "big5", "x" * 99, "é"]))
def test_any_bytes_give_text_or_one_error(data: bytes, declared: str) -> None:
    try:
        text = decode(data, "a.txt", declared)
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert "\r" not in text
        assert isinstance(text.encode(), bytes)
