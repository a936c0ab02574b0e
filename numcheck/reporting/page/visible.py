"""Text made fit for a page, character for character, so that every offset still holds."""

from __future__ import annotations

import re

__all__ = ["visible"]

_CONTROL_PICTURES = 0x2400
_UNREADABLE = "\ufffd"
_NOTHING = "\u2060"
"""Word joiner: fills no room, breaks no line and has no direction."""

_DIRECTED = "\u202a-\u202e\u2066-\u2069"
_MARKS = "\u061c\u200e\u200f"
_ODD = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\uffff\ud800-\udfff{_DIRECTED}{_MARKS}"
    "\U0001fffe\U0001ffff\U000e0000-\U000e007f]"
)
_SPACES = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")


def visible(text: str) -> str:
    r"""
    The text with everything replaced that could steer a page or its reader's eye.

    Control characters become pictures of themselves (``␛``), what turns the direction of writing
    becomes a replacement character, and a carriage return becomes a space before a line feed and
    a line feed elsewhere, since a browser would drop it.

    Args:
        text: Any text, half surrogates included.

    Returns:
        A text of the same length that UTF-8 can hold.

    >>> visible("a\x1b[1m \u202eb\r\n")
    'a␛[1m �b \n'
    """
    if text.isascii() and text.isprintable():
        return text
    return _ODD.sub(lambda match: _shown(match[0], text, match.end()), text)


def _shown(char: str, text: str, following: int) -> str:
    if char == "\r":
        return " " if text.startswith("\n", following) else "\n"
    if char in _SPACES:
        return " "
    if char < " ":
        return chr(_CONTROL_PICTURES + ord(char))
    if char == "\x7f":
        return "␡"
    return _NOTHING if char in _MARKS or char >= "\U000e0000" else _UNREADABLE
