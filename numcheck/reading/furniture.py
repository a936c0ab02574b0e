"""Paragraphs that belong to the page rather than to the article.

Appeals for support, newsletter boxes, share buttons and copyright lines hold figures too ("trusted
by 2 million readers"), and nobody wants those checked. The phrases that give them away, and their
weights, are in ``vocabulary/furniture.tsv``. Each phrase is looked for once in the whole text, and
only the paragraphs that hold one are looked at, so the cost does not grow with their number.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from numcheck import vocabulary

__all__ = ["find_furniture", "is_furniture"]

_NEEDED = 2
_SHORT = 240
_LONGEST_WHOLE = 120
_UNBROKEN_LINE = 120
_BLANK_LINES = re.compile(r"\n[ \t\xa0]*\n\s*")
_ASCII_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
_SAME = (("’", "'"), ("‘", "'"), ("\xa0", " "))
_SKIP = " ... "
_WIDEST_SKIP = 200


def find_furniture(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the paragraphs of a text that belong to the page.

    Args:
        text: The text.

    Returns:
        ``(start, end)`` of each, in text order, never overlapping.
    """
    plain = _plain(text)
    paragraphs = _paragraphs(text)
    starts = [start for start, _ in paragraphs]
    weights: dict[int, dict[str, int]] = {}
    for position, phrase in _hits(plain):
        index = bisect_right(starts, position) - 1
        if index >= 0:
            weight = _weight(phrase, plain, position, *paragraphs[index])
            if weight:
                weights.setdefault(index, {})[phrase] = weight
    whole = _whole()
    return tuple(
        (start, end)
        for index, (start, end) in enumerate(paragraphs)
        if (index in weights and sum(weights[index].values()) >= _NEEDED)
        or (end - start <= _LONGEST_WHOLE and whole.fullmatch(plain, start, end))
    )


def is_furniture(line: str) -> bool:
    """Whether a line on its own belongs to the page."""
    return bool(line) and find_furniture(line) == ((0, len(line)),)


@cache
def _whole() -> re.Pattern[str]:
    """A paragraph of nothing but the phrases that may make up a whole one."""
    rows = vocabulary.table("furniture", columns=3)
    phrases = sorted((phrase for where, _, phrase in rows if where == "whole"), key=len)
    choices = "|".join(re.escape(phrase) for phrase in reversed(phrases))
    # Possessive, since a paragraph that fails must not be tried in every other division.
    return re.compile(rf"(?:(?:{choices})(?!\w)[\s.:!>»›]*+)++")


@cache
def _phrases() -> dict[str, tuple[str, int]]:
    """Where each other phrase may stand, and its weight."""
    rows = vocabulary.table("furniture", columns=3)
    return {phrase: (where, int(weight)) for where, weight, phrase in rows if where != "whole"}


@cache
def _openings() -> dict[str, tuple[str, ...]]:
    """These phrases by their first part, which is what is looked for."""
    openings: dict[str, list[str]] = {}
    for phrase in _phrases():
        openings.setdefault(phrase.partition(_SKIP)[0], []).append(phrase)
    return {opening: tuple(phrases) for opening, phrases in openings.items()}


def _plain(text: str) -> str:
    """The text in lower case with straight apostrophes, at unchanged offsets."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters grow when they are lowered
        lower = text.translate(_ASCII_LOWER)
    if lower.isascii():
        return lower
    for written, plain in _SAME:  # far faster than a table of translations
        lower = lower.replace(written, plain)
    return lower


def _hits(plain: str) -> list[tuple[int, str]]:
    hits: list[tuple[int, str]] = []
    for opening, phrases in _openings().items():
        position = plain.find(opening)
        while position >= 0:
            after = position + len(opening)
            if _stands_alone(plain, position, after):
                hits.extend((position, phrase) for phrase in phrases)
            position = plain.find(opening, after)
    return hits


def _stands_alone(plain: str, start: int, end: int) -> bool:
    """Whether a slice is whole words."""
    opens = start == 0 or not (plain[start - 1].isalnum() and plain[start].isalnum())
    return opens and (end == len(plain) or not (plain[end].isalnum() and plain[end - 1].isalpha()))


def _weight(phrase: str, plain: str, position: int, start: int, end: int) -> int:
    """What a phrase found at ``position`` weighs in the paragraph from ``start`` to ``end``."""
    where, weight = _phrases()[phrase]
    if where == "start" and (position != start or end - start > _SHORT):
        return 0
    for part in phrase.split(_SKIP):
        position = plain.find(part, position, min(end, position + _WIDEST_SKIP + len(part)))
        if position < 0:
            return 0
        position += len(part)
    return weight


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs: blocks between blank lines, or their lines where these are unbroken."""
    paragraphs: list[tuple[int, int]] = []
    start = 0
    for gap in [*(match.span() for match in _BLANK_LINES.finditer(text)), (len(text), len(text))]:
        block = text[start : gap[0]]
        lines = block.split("\n")
        if len(lines) > 1 and max(map(len, lines)) > _UNBROKEN_LINE:
            at = start
            for line in lines:
                _add(paragraphs, text, at, at + len(line))
                at += len(line) + 1
        else:
            _add(paragraphs, text, start, gap[0])
        start = gap[1]
    return paragraphs


def _add(paragraphs: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a span without the white space around it, unless it is nothing else."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    end -= len(inner) - len(inner.rstrip())
    if start < end:
        paragraphs.append((start, end))
