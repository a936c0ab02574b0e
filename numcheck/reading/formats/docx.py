"""Word files (.docx, .docm): the text as it would be printed, and the element of every character.

Insertions that are still to be accepted are in, deletions are out; codes of fields, hidden text and
soft hyphens are out. Tables are rows of cells between bars. Nothing but the file is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.furniture import find_furniture
from numcheck.reading.preamble import read_preamble
from numcheck.reading.source import Source

if TYPE_CHECKING:
    from numcheck.reading.formats._docx_flow import Block, Piece
    from numcheck.reading.formats._docx_package import Package
    from numcheck.reading.formats._docx_text import Layout
    from numcheck.reading.limits import Limits

__all__ = ["SUFFIXES", "Manuscript", "open_manuscript", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".docx", ".docm")

_FIRST_PARTS = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|word[/\\]|mimetype)", re.S
)


def recognises(head: bytes) -> int:
    """Certainly, if it opens as an office archive and a part of Word's is among the first."""
    if not _FIRST_PARTS.match(head):
        return 0
    if b"word/" in head or b"word\\" in head:
        return 2
    return 1 if b"[Content_Types].xml" in head else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a Word file.

    Raises:
        InputError: No Word file, a broken or encrypted one, or no text in it.
    """
    manuscript = open_manuscript(source.data(), source.name, source.path, source.options.limits)
    yield manuscript.document


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A Word file with the way back from its text to its elements.

    Attributes:
        document: Its text.
        package: Its parts.
        root: The root element of the part that holds the body.
    """

    document: Document
    package: Package
    root: Any
    _layout: Layout
    _skipped: int
    _title_at: int

    def pieces(self, field: str, start: int, end: int) -> list[Piece]:
        """The elements that give a slice of the document, in text order.

        Args:
            field: ``"text"`` or ``"title"``.
            start: Code-point offset into the field.
            end: Offset past the last character.

        Returns:
            Pieces whose offsets count from where :meth:`origin` says.
        """
        from numcheck.reading.formats._docx_flow import pieces_between

        flow, shift = self._flow(field)
        return pieces_between(flow.pieces, start + shift, end + shift) if flow else []

    def origin(self, field: str) -> int:
        """What to take from the offsets of pieces and blocks to get those of the field."""
        return self._flow(field)[1]

    def block(self, field: str, start: int) -> Block | None:
        """The paragraph or row in which an offset stands; ``None`` for a title from elsewhere."""
        from numcheck.reading.formats._docx_flow import block_at

        flow, shift = self._flow(field)
        return block_at(flow.blocks, start + shift) if flow else None

    def _flow(self, field: str) -> tuple[Any, int]:
        if field != "title":
            return self._layout.text, self._skipped
        if self._title_at >= 0:
            return self._layout.text, self._title_at
        return (self._layout.title if self._layout.title.blocks else None), 0


def open_manuscript(
    data: bytes, name: str, path: str = "", limits: Limits | None = None
) -> Manuscript:
    """Read a Word file.

    Args:
        data: All of its bytes.
        name: What to call it in errors; the id of its document.
        path: The file, for reports.
        limits: How much is taken from it; the usual bounds by default.

    Raises:
        InputError: No Word file, a broken or encrypted one, or no text in it.
    """
    from numcheck.reading.formats._docx_package import Package
    from numcheck.reading.formats._docx_properties import properties_of
    from numcheck.reading.formats._docx_text import lay_out

    package = Package(data, name, limits)
    layout = lay_out(package)
    said = properties_of(package)
    imprint = Imprint()
    whole = layout.text.text
    lead = len(whole) - len(whole.lstrip())
    opening = whole[lead:].partition("\n")[0].strip() if not layout.title.blocks else ""
    stated = opening if opening and opening.casefold() == said.title.casefold() else ""
    start = lead + len(stated) if stated else 0
    preamble = read_preamble(whole, start, imprint, layout.title.text or stated)
    text = whole[preamble.end :].rstrip()
    if not text and not preamble.title:
        raise InputError("no text in this file; there is nothing to check", name)
    document = Document(
        id=name,
        text=text,
        title=preamble.title,
        source=imprint.outlet or said.author,
        published=imprint.day or said.created,
        url=imprint.url,
        path=path,
        furniture=find_furniture(text),
        locators=tuple(
            (max(block.start - preamble.end, 0), block.words)
            for block, after in zip(
                layout.text.blocks, [*layout.text.blocks[1:], None], strict=True
            )
            if after is None or after.start > preamble.end
        ),
    )
    title_at = lead if stated and preamble.title == stated else preamble.title_at
    return Manuscript(document, package, layout.root, layout, preamble.end, title_at)
