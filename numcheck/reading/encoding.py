"""Bytes to text: which encoding, and is it text at all."""

from __future__ import annotations

import codecs
import re
from functools import cache

from numcheck import vocabulary
from numcheck.errors import InputError

__all__ = ["decode", "recognised_as", "replace_lone_surrogates", "unify_newlines"]

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a page may declare; Python also knows encodings that run code points by an algorithm.
_CHARSET = re.compile(r"(?:utf-8|iso8859|cp|mac|koi8|kz|gb|big5|shift_jis|euc|tis|ascii)")
_ADVICE = "save it as UTF-8"
_INSTEAD = "give the article as text, HTML, Word or PDF"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
_SAMPLE = 65536

# What a Western article holds beyond ASCII, read as Windows-1252: punctuation and signs
# anywhere, accented letters where an accented letter can stand.
_WESTERN_SIGN = "‘’‚“”„–—…•£€¥¢§©®™°·«»½¼¾²³×\xa0\xad"
_MISPLACED = re.compile(
    r"(?<=[a-z])[À-ÖØ-ÞŠŒŽŸ]"  # a capital after a small letter: another encoding's quotation mark
    r"|(?<=[A-Za-z])[£€¥¢§©«½¼¾²³×](?=[a-z])"  # a sign inside a word: another alphabet's letter
)


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Text from bytes, its newlines unified to line feeds, without a byte order mark.

    A byte order mark decides; then UTF-8, the declared encoding, Windows-1252 where the result
    looks like Western text, and at last charset-normalizer's opinion.

    Args:
        data: The bytes.
        name: The input, for errors.
        declared: The encoding that the document itself states, if it does.

    Raises:
        InputError: Binary data, or an encoding that is not recognised.
    """
    marked = _marked(data)
    if marked:
        mark, encoding = marked
        try:
            return unify_newlines(data[len(mark) :].decode(encoding))
        except UnicodeDecodeError as error:
            problem = f"broken {encoding.upper()} at byte {error.start + len(mark)}; {_ADVICE}"
            raise InputError(problem, name) from error
    binary = recognised_as(data)
    if binary:
        raise InputError(f"{binary}, not text; {_INSTEAD}", name)
    text = _declared(data, declared)
    if text is None:
        text = _guessed(data)
    if text is None:
        raise InputError(f"encoding not recognised; {_ADVICE}", name)
    return unify_newlines(text)


def recognised_as(data: bytes) -> str:
    """What sort of binary file this is (``"a PNG image"``); empty for text."""
    for offset, signature, description in _signatures():
        if data.startswith(signature, offset):
            return description
    sample = data[:_SAMPLE]
    if _wide(sample):
        return ""
    if b"\0" in data:
        return "binary data"
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return "binary data" if controls > 3 and controls * 50 > len(sample) else ""


def unify_newlines(text: str) -> str:
    """The text with every line ending a single line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def replace_lone_surrogates(text: str) -> str:
    """The text with half surrogates, which JSON can hold and UTF-8 cannot, as U+FFFD."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


@cache
def _signatures() -> tuple[tuple[int, bytes, str], ...]:
    rows = vocabulary.table("signatures", columns=3)
    return tuple((int(offset), bytes.fromhex(digits), name) for offset, digits, name in rows)


def _marked(data: bytes) -> tuple[bytes, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark, encoding
    return None


def _declared(data: bytes, declared: str) -> str | None:
    """The text in UTF-8 or the declared encoding, whichever fits first.

    UTF-8 comes first because bytes of another encoding hardly ever form it by chance, while a
    wrong declaration of a one-byte encoding never fails.
    """
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        name = ""
    if name == "iso8859-1":
        name = "cp1252"  # as every browser reads it
    for encoding in ("utf-8", name if _CHARSET.match(name) else ""):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeError:
            continue
    return None


def _guessed(data: bytes) -> str | None:
    wide = _wide(data[:_SAMPLE])
    if wide:
        try:
            return data.decode(wide)
        except UnicodeDecodeError:
            return None
    western = data.decode("cp1252", errors="replace")
    if "\ufffd" not in western and _looks_western(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else None


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark shows as a NUL in nearly every second byte."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if half and odd > 0.7 * half and even == 0:
        return "utf-16-le"
    if half and even > 0.7 * half and odd == 0:
        return "utf-16-be"
    return ""


def _looks_western(text: str) -> bool:
    """Whether text read as Windows-1252 is plausibly English or another Western language."""
    beyond = sum(1 for character in text if character > "\x7f")
    if beyond * 4 > len(text) + 8 or _MISPLACED.search(text):
        return False
    return all(
        character <= "\x7f" or character in _WESTERN_SIGN or character.isalpha()
        for character in text
    )
