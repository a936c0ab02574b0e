"""Where in the inputs something stands: ``file:line``, else the document's own words for it."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from numcheck.model import Document
from numcheck.reporting.display import clean

__all__ = ["Place", "Places"]

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_LINE = re.compile(r"\n\s*")
_UNSAFE = re.compile(rb"[^A-Za-z0-9._~/:@!$&'()*+,;=-]")
_WEB = re.compile(r"https?://[\x21-\x7e]+").fullmatch


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place that a reader can go to.

    Attributes:
        text: What to show, clean: ``"post.txt:14"``, ``"post.txt (headline)"``, ``"a7 ¶3"``,
            ``"draft.docx (table 1, row 2)"``.
        link: Address that a terminal can open; empty where there is none.
        within: The part of the text that says where in the document: ``"14"``, ``"¶3"``.
    """

    text: str
    link: str = ""
    within: str = ""


class Places:
    """Looks up places; counts the lines of a document once, when first asked about it."""

    def __init__(self, documents: Iterable[Document], *, linked: bool = False) -> None:
        """
        Prepare for some documents.

        Args:
            documents: Those that figures may come from.
            linked: Whether places get links, which costs a look at the working directory.
        """
        self._documents = {document.id: document for document in documents}
        self._linked = linked
        self._breaks: dict[str, list[int]] = {}

    def of(self, document_id: str, field: str, offset: int) -> Place:
        """
        The place of an offset.

        Args:
            document_id: Id of the document; one that is not known is shown as it is.
            field: ``"text"`` or ``"title"``.
            offset: Code points into the field.
        """
        document = self._documents.get(document_id)
        if document is None:
            return Place(clean(document_id))
        in_file = bool(document.path) and document.first_line > 0
        name = clean(document.path if in_file else document.id) or clean(document.path) or "-"
        if field == "title":
            return Place(f"{name} (headline)", self._link(document, 0), "headline")
        words = clean(document.locator(offset))
        if words:
            return Place(f"{name} ({words})", self._link(document, 0), words)
        count = bisect_right(self._breaks_of(document, in_file), offset)
        if in_file:
            line = document.first_line + count
            return Place(f"{name}:{line}", self._link(document, line), str(line))
        return Place(f"{name} ¶{count + 1}", self._link(document, 0), f"¶{count + 1}")

    def _breaks_of(self, document: Document, in_file: bool) -> list[int]:
        """Offsets at which a new line begins, or a new paragraph where lines mean nothing."""
        breaks = self._breaks.get(document.id)
        if breaks is None:
            text = document.text
            lead = len(text) - len(text.lstrip())
            if in_file:
                breaks = [match.end() for match in re.finditer("\n", text)]
            else:
                pattern = _BREAK if _BREAK.search(text, lead) else _LINE
                breaks = [match.end() for match in pattern.finditer(text, lead)]
            self._breaks[document.id] = breaks
        return breaks

    def _link(self, document: Document, line: int) -> str:
        if not self._linked:
            return ""
        if document.path:
            path = os.path.abspath(document.path).encode("utf-8", "surrogatepass")
            quoted = _UNSAFE.sub(lambda match: b"%%%02X" % match[0][0], path).decode("ascii")
            # Kitty and VS Code read the fragment as a line; the others open the file.
            return f"file://{quoted}" + (f"#{line}" if line else "")
        return document.url if _WEB(document.url) else ""
