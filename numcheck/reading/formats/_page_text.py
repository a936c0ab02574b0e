"""The readable text of a parsed page: paragraphs, list items and table rows as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

__all__ = ["text_of_body"]

_BLANKS = re.compile(r"[ \t\n\f\r]+")
_BLOCKS = frozenset(
    [
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "item",
        "li",
        "list",
        "main",
        "ol",
        "p",
        "pre",
        "quote",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    ]
)
_ITEMS = frozenset(("item", "li"))
_ROWS = frozenset(("row", "tr"))
_CELLS = frozenset(("cell", "td", "th"))
_BREAKS = frozenset(("br", "lb"))
_SILENT = frozenset(
    [
        "audio",
        "button",
        "canvas",
        "code",
        "graphic",
        "iframe",
        "input",
        "link",
        "math",
        "meta",
        "nav",
        "noscript",
        "object",
        "option",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_DEEPEST = 300  # parsers stop at about 250; a tree built by hand may not


@dataclass(slots=True)
class _Block:
    """A paragraph in the making.

    Attributes:
        kind: ``p``, ``item`` or ``row``; neighbours of the last two stand on neighbouring lines.
        pieces: Its text so far.
    """

    kind: str
    pieces: list[str] = field(default_factory=list)

    def text(self) -> str:
        """Its lines without needless space; a no-break space is kept, since writers mean it."""
        lines = (line.strip(" ") for line in "".join(self.pieces).split("\n"))
        joined = "\n".join(re.sub(" {2,}", " ", line) for line in lines if line)
        return f"- {joined}" if self.kind == "item" and joined else joined


def text_of_body(body: Any) -> str:
    """The text below an element, as trafilatura or lxml made it.

    Args:
        body: An ``lxml`` element with HTML's or TEI's names.

    Returns:
        Paragraphs parted by a blank line; items of a list and rows of a table on lines of their
        own, the cells of a row parted by ``" | "``.
    """
    blocks = [_Block("p")]
    _walk(body, blocks, 0)
    pieces: list[str] = []
    before = ""
    for block in blocks:
        text = block.text()
        if text:
            if pieces:
                pieces.append("\n" if block.kind == before != "p" else "\n\n")
            pieces.append(text)
            before = block.kind
    return "".join(pieces)


def _walk(element: Any, blocks: list[_Block], depth: int) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT or depth > _DEEPEST:
        return
    if tag in _ROWS:
        blocks += (_Block("row", [_row(element, depth)]), _Block("p"))
        return
    if tag in _BLOCKS:
        # A paragraph that opens an item is the item.
        goes_on = blocks[-1].kind == "item" and not any(map(str.strip, blocks[-1].pieces))
        blocks.append(_Block("item" if tag in _ITEMS or goes_on else "p"))
    elif tag in _BREAKS:
        blocks[-1].pieces.append("\n")
    _say(element.text, blocks)
    for child in element:
        _walk(child, blocks, depth + 1)
        _say(child.tail, blocks)
    if tag in _BLOCKS:
        blocks.append(_Block("p"))


def _say(words: str | None, blocks: list[_Block]) -> None:
    if words:
        blocks[-1].pieces.append(_BLANKS.sub(" ", words))


def _row(row: Any, depth: int) -> str:
    cells: list[str] = []
    for cell in row:
        if cell.tag in _CELLS:
            inner = [_Block("p")]
            _walk(cell, inner, depth + 1)
            cells.append(" ".join(" ".join(block.text() for block in inner).split()))
    return " | ".join(cells) if any(cells) else ""
