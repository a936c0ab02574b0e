"""Text made fit for a terminal: nothing that steers it, measured in the cells that it fills."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["ELLIPSIS", "cells", "clean", "cut", "cut_left", "inert", "line_spans", "shown", "wrap"]

ELLIPSIS = "…"

# Latin, Greek, Cyrillic, punctuation, arrows, signs and box drawing: one cell each. Anything else
# is measured by rich, whose import a report in a European language does not have to pay.
_ONE_CELL_EACH = re.compile(
    "[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20c0\u2190-\u2199\u2200-\u22ff\u2500-\u25fc\u25cb-\u25cf]*"
).fullmatch
_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"
_UNREADABLE = "\ufffd"
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]").match
_SPACES = re.compile(" {2,}")


def clean(text: str) -> str:
    """
    The text on one line, with everything taken out that could steer a terminal.

    White space collapses to single spaces, control characters become pictures of themselves
    (``␛``), and invisible characters (bidirectional marks, joiners, soft hyphens) go.
    """
    safe = text if text.isascii() and text.isprintable() else "".join(map(shown, text))
    return _SPACES.sub(" ", safe).strip(" ")


def inert(line: str) -> str:
    """A line of our own with its spaces, and what it quotes unable to steer a terminal."""
    return line if line.isascii() and line.isprintable() else "".join(map(shown, line))


@lru_cache(maxsize=2048)
def shown(char: str) -> str:
    """What stands for one character on a terminal: itself, a picture, a space or nothing."""
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Cc":
        if char < " ":
            return chr(_CONTROL_PICTURES + ord(char))
        return "␡" if char == _DELETE else _UNREADABLE
    if category == "Cf" or _VARIATION_SELECTORS(char):
        return ""
    return _UNREADABLE if category in {"Cs", "Cn"} else char


def cells(text: str) -> int:
    """Columns that a clean text fills: two for a wide character, none for a combining one."""
    return len(text) if _ONE_CELL_EACH(text) else sum(map(_measured, text))


def cut(text: str, width: int) -> str:
    """A clean text shortened to ``width`` cells, with an ellipsis where something is missing."""
    if cells(text) <= width:
        return text
    end = _fitting(text, 0, width - 1)
    kept = text[:end].rstrip(" ")
    # A wide character can be too wide for the little room that there is.
    return kept + ELLIPSIS if cells(kept) < width else ELLIPSIS


def cut_left(text: str, width: int) -> str:
    """The same, with the end kept: the part of a path that tells files apart."""
    if cells(text) <= width:
        return text
    start = 1
    while start < len(text) and cells(text[start:]) > width - 1:
        start += 1
    return ELLIPSIS + text[start:]


def wrap(text: str, width: int) -> list[str]:
    """A clean text in lines of at most ``width`` cells, broken at spaces where there are any."""
    return [text[start:end] for start, end in line_spans(text, width)]


def line_spans(text: str, width: int) -> list[tuple[int, int]]:
    """
    Where the lines of a clean text begin and end when it is wrapped.

    Args:
        text: A clean text.
        width: Cells a line may fill, at least 2 (a single wide character).

    Returns:
        ``(start, end)`` offsets, without the spaces at the breaks; at least one line.
    """
    spans = []
    start = 0
    while True:
        end = _fitting(text, start, width)
        if end == len(text):
            spans.append((start, end))
            return spans
        space = text.rfind(" ", start, end + 1)
        if space > start:
            end = space
        spans.append((start, end))
        start = end + 1 if text[end] == " " else end


def _fitting(text: str, start: int, width: int) -> int:
    """Offset past the last character that still fits; at least one does."""
    end = min(len(text), start + width)
    if _ONE_CELL_EACH(text[start : end + 1]):
        return end
    used = 0
    for end in range(start, len(text)):
        used += _measured(text[end])
        if used > width:
            return max(end, start + 1)
    return len(text)


@lru_cache(maxsize=4096)
def _measured(char: str) -> int:
    from rich.cells import get_character_cell_size

    # The version is fixed, since the default depends on an environment variable.
    return get_character_cell_size(char, "latest")
