"""Where quotations begin and end: one linear scan over the marks of a field."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["Quotation", "quotations"]

_MARK: Final = re.compile("[\"“”„«»‘’']")
_ANY: Final = ('"', "“", "‘", "''", " '", "«", "\n'")
_PAIRS: Final = {"“": "”", "„": "“", "«": "»"}
_DOUBLE: Final = frozenset('"“”„«»')
_OPENS_BEFORE: Final = frozenset(" \t\n\r\u00a0([{—–-/\"“‘'>")
_LONGEST: Final = 6000


class Quotation:
    """What stands between two marks.

    Attributes:
        number: Position among the quotations of the field.
        start: Offset of the opening mark.
        end: Offset past the closing mark; the end of the paragraph where it is not closed.
        closed: Whether a closing mark was found.
        paragraph: Number of the paragraph that it begins in.
        leads: Whether the opening mark is the first character of its paragraph.
    """

    __slots__ = ("closed", "end", "leads", "number", "paragraph", "start")

    def __init__(
        self, number: int, start: int, end: int, closed: bool, paragraph: int, leads: bool
    ) -> None:
        self.number = number
        self.start = start
        self.end = end
        self.closed = closed
        self.paragraph = paragraph
        self.leads = leads


def quotations(text: str, paragraphs: list[tuple[int, int]]) -> list[Quotation]:
    """The quotations of a field in text order; those within another are part of it.

    Args:
        text: The field.
        paragraphs: Start and end of each paragraph, in text order.
    """
    found: list[Quotation] = []
    if not any(mark in text for mark in _ANY) and not text.startswith("'"):
        return found
    for number, (start, end) in enumerate(paragraphs):
        _scan(text, start, end, number, found)
    return found


def _scan(text: str, start: int, end: int, paragraph: int, found: list[Quotation]) -> None:
    """Read the marks of one paragraph: a mark opens, closes, or is an apostrophe."""
    opened, closer = -1, ""
    skip = -1
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        if at < skip:
            continue
        mark = text[at]
        if mark == "'" and text.startswith("''", at):
            mark, skip = "''", at + 2
        if opened < 0:
            closer = _closer(text, at, mark, end)
            if closer:
                opened = at
        elif mark == closer or (mark == '"' and closer == "”"):
            if len(mark) == 1 and mark in "'’" and not _closes(text, at, end):
                continue
            if _opens_again(text, at, mark, end):
                # An opening mark although one is open: the closing one was forgotten.
                found.append(_quotation(found, opened, at, False, paragraph, start))
                opened = at
                continue
            found.append(_quotation(found, opened, at + len(mark), True, paragraph, start))
            opened = -1
    if opened >= 0 and closer not in ("'", "’"):
        found.append(_quotation(found, opened, end, False, paragraph, start))


def _quotation(
    found: list[Quotation], start: int, end: int, closed: bool, paragraph: int, begin: int
) -> Quotation:
    return Quotation(len(found), start, end, closed, paragraph, start == begin)


def _closer(text: str, at: int, mark: str, end: int) -> str:
    """The mark that closes what ``mark`` opens here; empty if it opens nothing."""
    paired = _PAIRS.get(mark)
    if paired is not None:
        return paired
    if mark == "‘":
        return "’" if _opens(text, at, 1, end) else ""
    if mark in ('"', "''", "'") and _opens(text, at, len(mark), end):
        return mark
    return ""


def _opens_again(text: str, at: int, mark: str, end: int) -> bool:
    """Whether a mark without direction can only open, after white space and before a word."""
    if mark not in ('"', "''") or not text[at - 1].isspace():
        return False
    return _opens(text, at, len(mark), end)


def _opens(text: str, at: int, width: int, end: int) -> bool:
    """Whether a mark without direction stands before a word."""
    if at + width >= end:
        return False
    following = text[at + width]
    if following.isspace() or following in ",.;:)":
        return False
    if at > 0 and text[at - 1] not in _OPENS_BEFORE:
        return False
    # '90s and 'em are not quotations.
    return width == 2 or text[at] in _DOUBLE or not text[at + 1 : at + 3].isdigit()


def _closes(text: str, at: int, end: int) -> bool:
    """Whether a single mark closes rather than stands inside or after a word."""
    if at + 1 < end and (text[at + 1].isalnum()):
        return False
    if text[at - 1] in ".,!?…":
        return True
    # "the soldiers' homes": a plural's apostrophe, as far as one can tell.
    following = text[at + 1 : at + 3]
    return not (text[at - 1] == "s" and following[:1] == " " and following[1:].islower())
