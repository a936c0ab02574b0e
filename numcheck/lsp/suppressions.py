"""Edits that silence a finding: a comment in the document, or an entry in the file beside it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass

from numcheck.lsp.placement import Placement
from numcheck.model import Document, Figure
from numcheck.triage import SIDECAR

__all__ = ["Insertion", "comment_for", "entry_for"]

_COMMENTED = (".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml")
_READABLE = re.compile(r"<(?:p|h1|article|main)\b", re.I)
_ITEM = re.compile(r"^([ \t]*)-[ \t]", re.MULTILINE)
_SPACE = re.compile(r"\s")
_AROUND = 40
"""Characters beside a figure that tell its passage from others."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words to be put into a file.

    Attributes:
        path: The file; empty for the document itself.
        offset: Where in it.
        words: What to put there.
        fresh: Whether the file is new.
    """

    path: str
    offset: int
    words: str
    fresh: bool = False


def comment_for(placement: Placement, figure: Figure, rule: str, name: str) -> Insertion | None:
    """The comment that silences a rule in the paragraph of a figure.

    Args:
        placement: Where the document's figures stand.
        figure: The figure.
        rule: Name of the rule.
        name: The document's file or the name that it was read under, whose suffix tells the format.

    Returns:
        The insertion; ``None`` where the format has no comments.
    """
    if not name.lower().endswith(_COMMENTED):
        return None
    comment = f"<!-- numcheck: ignore[{rule}] -->"
    at = placement.block_start(figure)
    if not placement.is_page:
        return Insertion("", at, comment + "\n")
    if figure.field == "title":
        first = _READABLE.search(placement.buffer.text)
        at = first.start() if first else 0
    return Insertion("", at, comment)


def entry_for(document: Document, figures: Sequence[Figure], rule: str) -> Insertion | None:
    """The entry of a sidecar file that silences a rule where some figures stand.

    Args:
        document: The document, which has a file.
        figures: The figures of the finding, the one in question first.
        rule: Name of the rule.

    Returns:
        The insertion; ``None`` where the sidecar file is written in a way that none fits into.
    """
    path = document.path + SIDECAR
    indent, content = "  ", ""
    if os.path.exists(path):
        try:
            with open(path, encoding="utf-8", newline="") as stream:
                content = stream.read()
        except (OSError, UnicodeDecodeError):
            return None
        found = _ITEM.search(content)
        if content.strip() and found is None:
            return None
        indent = found[1] if found else indent
    quote = json.dumps(_quote(document, figures), ensure_ascii=False)
    words = f"{indent}- quote: {quote}\n{indent}  rules: [{rule}]\n"
    if not content.strip():
        words = "ignore:\n" + words
    elif not content.endswith("\n"):
        words = "\n" + words
    return Insertion(path, len(content), words, fresh=not os.path.exists(path))


def _quote(document: Document, figures: Sequence[Figure]) -> str:
    """The passage from the first to the last figure of a paragraph, with words around it."""
    first = figures[0]
    text = document.field(first.field)
    opening = text.rfind("\n\n", 0, first.start)
    low = 0 if opening < 0 else opening + 2
    high = text.find("\n\n", first.end)
    high = len(text) if high < 0 else high
    own = [
        one
        for one in figures
        if (one.document, one.field) == (first.document, first.field)
        and low <= one.start
        and one.end <= high
    ]
    least, most = min(one.start for one in own), max(one.end for one in own)
    start, end = max(low, least - _AROUND), min(high, most + _AROUND)
    if start > low:  # words are quoted whole
        space = _SPACE.search(text, start, least)
        start = space.end() if space else least
    if end < high:
        spaces = [match.start() for match in _SPACE.finditer(text, most, end)]
        end = spaces[-1] if spaces else most
    return " ".join(text[start:end].split())
