"""Comments that speak to numcheck, such as ``<!-- numcheck: ignore[B4] the agency rounds -->``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from numcheck.model import Directive

__all__ = [
    "Comment",
    "blanked",
    "directives_in",
    "mark_directives",
    "mentions_directive",
    "placed",
    "unmarked",
]

_COMMENT = re.compile(r"<!--\s{0,20}numcheck:(?P<text>(?s:.{0,1000}?))-->")
# What may stand between a comment and the words that it speaks of: opening tags.
_OPENING = re.compile(r"(?:\s{0,200}<[a-zA-Z][^<>]{0,1000}>){0,20}")
_READABLE = re.compile(r"<(?:p|h1|article|main)\b", re.I)
_INK = re.compile(r"[^\n]")
_OPEN, _CLOSE = "\ue0c7", "\ue0c8"
_MARK = re.compile(rf"[ \t]?{_OPEN}(\d{{1,6}}){_CLOSE}")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment as it stands in a file.

    Attributes:
        text: What it says, after ``numcheck:``.
        start: Offset into the file's content.
        end: Offset past it.
    """

    text: str
    start: int
    end: int


def mentions_directive(content: str) -> bool:
    """Whether it is worth looking; nearly all files say nothing to numcheck."""
    return "numcheck:" in content


def directives_in(content: str) -> list[Comment]:
    """The comments in the order of the content."""
    return [
        Comment(" ".join(match["text"].split()), match.start(), match.end())
        for match in _COMMENT.finditer(content)
    ]


def blanked(content: str, comments: Iterable[Comment]) -> str:
    """The content with its comments as spaces, so that all offsets stay."""
    pieces, last = [], 0
    for one in comments:
        words = content[one.start : one.end]
        pieces += [content[last : one.start], _INK.sub(" ", words)]
        last = one.end
    return "".join([*pieces, content[last:]])


def placed(
    comments: Iterable[Comment], content: str, begin: int, size: int
) -> tuple[Directive, ...]:
    """Comments as they stand in a text that is a slice of the content.

    Args:
        comments: The comments.
        content: The content.
        begin: Where the text begins.
        size: How long it is, without white space at its end.
    """
    return tuple(
        Directive(
            one.text,
            _offset(content, one.start, begin, size),
            content.count("\n", 0, one.start) + 1,
        )
        for one in comments
    )


def _offset(content: str, start: int, begin: int, size: int) -> int:
    """The offset of a comment into a text that is a slice of the content.

    Args:
        content: The content.
        start: Where the comment stands in it.
        begin: Where the text begins.
        size: How long it is, without white space at its end.

    Returns:
        The offset; -1 for a comment before the text, the text's length for one that ends its last
        line.
    """
    offset = start - begin
    if offset > size and "\n" not in content[begin + size : start]:
        return size
    return max(offset, -1)


def mark_directives(content: str) -> tuple[str, list[Comment]]:
    """A page in which each comment is a mark in the words behind it, which parsers keep.

    Returns:
        The page, and the comments, which the marks number from 0.
    """
    found = directives_in(content)
    pieces, last = [], 0
    for number, comment in enumerate(found):
        opening = _OPENING.match(content, comment.end)
        end = opening.end() if opening else comment.end
        pieces += [content[last : comment.start], content[comment.end : end]]
        pieces.append(f"{_OPEN}{number}{_CLOSE}")
        last = end
    return "".join([*pieces, content[last:]]), found


def unmarked(text: str, comments: list[Comment], content: str) -> tuple[str, list[Directive]]:
    """A page's text without its marks.

    Args:
        text: What a parser made of a marked page.
        comments: What the marks stand for.
        content: The page before it was marked, for the lines of comments.

    Returns:
        The text, and the comments where they stand in it. One whose mark the parser dropped with
        the words around it speaks of nothing that is left, so it comes after the text, unless it
        stands before everything that can be read.
    """
    starts: dict[int, int] = {}
    pieces: list[str] = []
    last = size = 0
    for match in _MARK.finditer(text):
        pieces.append(text[last : match.start()])
        size += match.start() - last
        starts[int(match[1])] = size
        last = match.end()
    whole = "".join([*pieces, text[last:]])
    first = _READABLE.search(content)
    directives = []
    for number, comment in enumerate(comments):
        ahead = first is None or comment.start < first.start()
        start = starts.get(number, -1 if ahead else len(whole) + 1)
        line = content.count("\n", 0, comment.start) + 1
        directives.append(Directive(comment.text, start, line))
    return whole, directives
