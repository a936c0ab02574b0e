"""Where sentences and paragraphs begin and end: one linear scan a field."""

from __future__ import annotations

import re
from functools import cache

from numcheck import vocabulary
from numcheck.model import Document, Sentence

__all__ = ["sentences"]

_CLOSERS = r"[\"”’'»)\]]*+"
# A stop with what closes after it, or a line break; white space decides which of the two it is.
# A row of stops is tried once, from its first, so that a page of stops costs no more than another.
_BREAK = re.compile(rf"(?<![.!?…])[.!?…]++{_CLOSERS}\s+|\n\s*")
_OPENERS = "\"“‘'«([—–-•*"
_BULLET = re.compile(r"(?:[-*•·▪◦–—]|\d{1,2}[.)]|[a-z]\))\s|\||#")
_OPENING_WORD = re.compile(
    r"[\"“]?(?:The|It|Its|In|He|She|They|We|A|An|But|And|On|At|This|That|There)\b"
)
_SHORT_LINE = 60
_LONGEST = 4000
_ROOM = 1.25  # lines of one width differ by less, also in a proportional type


def sentences(document: Document) -> list[Sentence]:
    """Cut title and text into sentences.

    A paragraph ends at a blank line, or at a line break that cannot lie within a sentence (before
    a bullet, after a short line without a stop). Other line breaks are white space, so a figure
    may run over them. An overlong stretch without a stop is cut at white space, which keeps
    everything after this step linear.

    Returns:
        The sentences in text order, the title's first, with running indices.
    """
    found: list[Sentence] = []
    if document.title:
        _cut(document.title, "title", found)
    _cut(document.text, "text", found)
    return found


def _cut(text: str, field: str, found: list[Sentence]) -> None:
    begin, paragraph, size = 0, 0, len(text)
    for match in _BREAK.finditer(text):
        stop, resume = match.span()
        kind = _break_kind(text, begin, stop, resume, match.group())
        if not kind:
            continue
        end = stop + len(match.group().rstrip())
        _add(text, field, begin, end, paragraph, found)
        begin = resume
        if kind == 2:
            paragraph += 1
    _add(text, field, begin, size, paragraph, found)


def _break_kind(text: str, begin: int, stop: int, resume: int, gap: str) -> int:
    """0 for no break, 1 for the end of a sentence, 2 for the end of a paragraph."""
    if resume >= len(text):
        return 0
    lines = gap.count("\n")
    if lines > 1:
        return 2
    after = text[resume]
    if gap[0] not in ".!?…":
        line_start = text.rfind("\n", begin, stop) + 1 or begin
        if _BULLET.match(text, resume):
            return 2
        if text[stop - 1 : stop] == "," or not (after.isupper() or after in _OPENERS):
            return 0
        short = stop - line_start < _SHORT_LINE
        return 2 if short or _has_room(text, stop - line_start, resume) else 0
    if after.islower():
        return 0
    if gap[0] == "." and gap[1:2] != ".":
        word = text[max(begin, text.rfind(" ", begin, stop) + 1, stop - 24) : stop].lstrip(_OPENERS)
        if word and _is_abbreviation(word, text, resume):
            return 0
    return 2 if lines and _BULLET.match(text, resume) else 1


def _has_room(text: str, length: int, resume: int) -> bool:
    """Whether the word behind a line break would have fitted on the line before it.

    No one wraps a line there, so the line is a headline. Lines wrapped by width alone are never
    so much shorter than the next.
    """
    line_end = text.find("\n", resume)
    line_end = len(text) if line_end < 0 else line_end
    word_end = text.find(" ", resume, line_end)
    word_end = line_end if word_end < 0 else word_end
    return (length + 1 + word_end - resume) * _ROOM < line_end - resume


def _is_abbreviation(word: str, text: str, resume: int) -> bool:
    after = text[resume]
    if len(word) == 1 and word.isupper():
        # An initial ("J. Smith"), but not the pronoun that may end a sentence.
        return word != "I" and not after.isdigit()
    habit = _abbreviations().get(word.lower())
    if habit == "number":
        return after.isdigit()
    if habit == "end":
        return after.isdigit() or _OPENING_WORD.match(text, resume) is None
    return habit is not None


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in vocabulary.table("abbreviations", 2)}


def _add(
    text: str, field: str, begin: int, end: int, paragraph: int, found: list[Sentence]
) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    while end - begin > _LONGEST:
        cut = text.rfind(" ", begin, begin + _LONGEST)
        cut = begin + _LONGEST if cut <= begin else cut
        found.append(Sentence(len(found), field, text, begin, cut, paragraph))
        begin = cut + (text[cut] == " ")
    if begin < end:
        found.append(Sentence(len(found), field, text, begin, end, paragraph))
