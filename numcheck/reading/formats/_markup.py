"""Markdown's signs, blanked out so that the words between them stay where they are.

The text keeps its length and its lines: ``**1,500** troops`` becomes ``  1,500   troops``. Code and
comments are blanked out whole, since their numbers are nobody's figures. Every pattern has a bound,
so that the cost grows with the length of the text alone.
"""

from __future__ import annotations

import re

__all__ = ["blank_markup", "without_code"]

_FENCE = re.compile(r"^[ >]{0,8}(?P<fence>`{3,}|~{3,})(?P<info>[^\n]*)$", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")

_INLINE_CODE = r"(?<!`)`[^`\n]{1,400}`(?!`)"
_DEFINITION = r"^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$"
_FOOTNOTE_MARK = r"\[\^[^\]\n]{1,60}\]:?"
_LINK_TARGET = r"(?<=\])\((?:[^()\n]|\([^()\n]{0,200}\)){0,600}\)"
_LINK_LABEL = r"(?<=\])\[[^\]\n]{0,200}\]"
_LINK_BRACKETS = r"!?\[(?=[^\[\]\n]{1,400}\][(\[])|\](?=[(\[])"
_TAG = r"<(?:[A-Za-z/][^<>\n]{0,400})>"
_HEADING = r"^[ >]{0,8}#{1,6}(?=[ \t])|[ \t]#{1,6}[ \t]*$"
_UNDERLINE = r"^ {0,3}(?:={2,}|-{2,}|\*{3,}|_{3,})[ \t]*$"
_QUOTE = r"^ {0,3}(?:>[ \t]?){1,8}"
_EMPHASIS = r"(?<![\w*_])(?:\*{1,3}|_{1,3})(?=[^\s*_])|(?<=[^\s*_])(?:\*{1,3}|_{1,3})(?![\w*_])"
_STRIKE = r"~~"
_ESCAPE = r"\\(?=[!-/:-@\[-`{-~])"

_CODE = re.compile(_INLINE_CODE)
# Link targets go first: the brackets before them are told by what follows.
_MARKUP = (
    re.compile(rf"{_FOOTNOTE_MARK}|{_DEFINITION}|{_TAG}|{_ESCAPE}", re.MULTILINE),
    re.compile(rf"{_LINK_BRACKETS}|{_LINK_TARGET}|{_LINK_LABEL}"),
    re.compile(rf"{_HEADING}|{_UNDERLINE}|{_QUOTE}|{_STRIKE}", re.MULTILINE),
    re.compile(_EMPHASIS),
)


def blank_markup(content: str) -> str:
    """Markdown with its signs, code and comments as spaces.

    Args:
        content: Markdown.

    Returns:
        Text of the same length with the same line breaks.
    """
    content = without_code(content)
    content = _blank_spans(content, _comments(content))
    for pattern in _MARKUP:
        content = pattern.sub(_blank, content)
    return content


def without_code(content: str) -> str:
    """Markdown with its code as spaces; what it quotes is nobody's figure and no instruction."""
    return _CODE.sub(_blank, _blank_spans(content, _code_blocks(content)))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_spans(content: str, spans: list[tuple[int, int]]) -> str:
    """The content with spans, which may hold line breaks, as spaces."""
    pieces: list[str] = []
    last = 0
    for start, end in spans:
        pieces += (content[last:start], _NOT_NEWLINE.sub(" ", content[start:end]))
        last = end
    return "".join((*pieces, content[last:])) if spans else content


def _code_blocks(content: str) -> list[tuple[int, int]]:
    """Spans of fenced code; a fence that nothing closes runs to the end, as in Markdown."""
    spans: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(content):
        fence = match["fence"]
        if opened is None:
            if fence[0] == "~" or "`" not in match["info"]:
                opened = match
        elif fence.startswith(opened["fence"]) and not match["info"].strip():
            spans.append((opened.start(), match.end()))
            opened = None
    if opened is not None:
        spans.append((opened.start(), len(content)))
    return spans


def _comments(content: str) -> list[tuple[int, int]]:
    """Spans of HTML comments; one that nothing closes ends with its line."""
    spans: list[tuple[int, int]] = []
    start = content.find("<!--")
    last_closing = content.rfind("-->")
    while start >= 0:
        if start < last_closing:
            end = content.find("-->", start + 4)
            end = end + 3 if end >= 0 else len(content)
        else:
            end = content.find("\n", start)
            end = end if end >= 0 else len(content)
        spans.append((start, end))
        start = content.find("<!--", end)
    return spans
