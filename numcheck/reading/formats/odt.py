"""OpenDocument texts, as LibreOffice writes them: paragraphs, tables, lists, footnotes.

Headers, footers, comments and what was deleted with changes tracked are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.formats._office import Blocks, article, written_on
from numcheck.reading.formats._xml import local_name, parse_xml
from numcheck.reading.packages import opened, part
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".odt", ".ott")
_SILENT = frozenset(["tracked-changes", "annotation", "annotation-end", "ruby-text", "desc"])
_ROW_GROUPS = frozenset(["table-header-rows", "table-row-group", "table-rows"])
_COUNT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}c"
_MOST_SPACES = 100


def recognises(head: bytes) -> int:
    """Certainly, by the type that such a file begins with."""
    return 2 if head[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text" else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a file.

    Raises:
        InputError: Broken, encrypted, or without text.
    """
    with opened(source) as package:
        manifest = part(package, "META-INF/manifest.xml", source) or b""
        if b"encryption-data" in manifest:
            raise InputError("encrypted; save it without a password", source.name)
        content = part(package, "content.xml", source)
        about = part(package, "meta.xml", source)
    if content is None:
        raise InputError("no text in this file; save it again as ODT", source.name)
    limits = source.options.limits
    walk = _Walk()
    for body in parse_xml(content, f"{source.name}/content.xml", limits).iter("{*}text"):
        walk.children(body)
        break
    walk.notes()
    said = _said(parse_xml(about, f"{source.name}/meta.xml", limits)) if about else {}
    yield article(
        source,
        walk.blocks.text(),
        Imprint(source=said.get("initial-creator", "") or said.get("creator", "")),
        title=said.get("title", ""),
        made=written_on(said.get("creation-date", ""), said.get("date", "")),
        locators=tuple(walk.blocks.locators),
    )


def _said(root: Any) -> dict[str, str]:
    return {local_name(one): (one.text or "").strip() for one in root.iter()}


class _Walk:
    """Goes through a text and gathers its blocks."""

    def __init__(self) -> None:
        self.blocks = Blocks()
        self._paragraphs = self._tables = 0
        self._notes: list[tuple[str, Any]] = []

    def children(self, element: Any, *, item: bool = False) -> None:
        for child in element:
            self.block(child, item=item)

    def block(self, element: Any, *, item: bool = False) -> None:
        name = local_name(element)
        if name in ("p", "h"):
            self._paragraphs += 1
            words = self.words(element)
            mark = "- " if item and words.strip() else ""
            self.blocks.add(mark + words, f"paragraph {self._paragraphs}", joins=item)
        elif name == "table":
            self.table(element)
        elif name in ("list-item", "list-header"):
            self.children(element, item=True)
        elif name and name not in _SILENT:
            self.children(element, item=item)

    def table(self, element: Any) -> None:
        self._tables += 1
        table = self._tables
        for number, row in enumerate(_rows(element), 1):
            cells = [
                " ".join(" ".join(self.words(one) for one in cell.iter("{*}p", "{*}h")).split())
                for cell in row
                if local_name(cell) == "table-cell"
            ]
            text = " | ".join(cells) if any(cells) else ""
            self.blocks.add(text, f"table {table}, row {number}", joins=True)

    def notes(self) -> None:
        """Add the footnotes that were met, and those that they have themselves."""
        for mark, body in self._notes:
            words = " ".join(self.words(one) for one in body.iter("{*}p", "{*}h"))
            self.blocks.add(words, f"footnote {mark}" if mark else "footnote")

    def words(self, element: Any) -> str:
        pieces = [element.text or ""]
        for child in element:
            pieces += [self._inline(child), child.tail or ""]
        return "".join(pieces)

    def _inline(self, element: Any) -> str:
        name = local_name(element)
        if name == "s":
            count = element.get(_COUNT, "1")
            return " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        if name == "tab":
            return " "
        if name == "line-break":
            return "\n"
        if name in ("p", "h"):  # in a frame that stands within a line
            return f"\n{self.words(element)}\n"
        if name == "note":
            mark = "".join(self.words(one) for one in element.iter("{*}note-citation"))
            self._notes += ((mark, body) for body in element.iter("{*}note-body"))
            return ""
        return "" if not name or name in _SILENT else self.words(element)


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, but not those of tables in its cells."""
    for child in table:
        name = local_name(child)
        if name == "table-row":
            yield child
        elif name in _ROW_GROUPS:
            yield from _rows(child)
