"""A text to be checked."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Directive", "Document"]


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment in a document that speaks to numcheck.

    Attributes:
        text: What it says, after ``numcheck:``.
        start: Code-point offset into the document's text; -1 for one before the text begins.
        line: 1-based line of the file.
    """

    text: str
    start: int
    line: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One article, page, message or draft.

    Attributes:
        id: Names the document within a run; reports and figures refer to it.
        text: The body. Every offset of a figure counts code points into it.
        title: The headline, not repeated in ``text``; figures in it have ``field == "title"``.
        source: The outlet or author.
        published: ISO 8601 date or date and time, as far as known; else empty.
        url: Where it was published.
        path: The file it was read from, for ``file:line`` in reports; empty if none.
        first_line: 1-based line of ``path`` on which ``text`` begins; 0 where lines of the
            file and lines of the text have nothing to do with each other (HTML, JSONL).
        furniture: ``(start, end)`` spans of ``text`` that belong to the page rather than to the
            article (subscription boxes, "Read more"); their figures are marked, not checked.
        directives: Comments in it that speak to numcheck, in the order of the file.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    published: str = ""
    url: str = ""
    path: str = ""
    first_line: int = 0
    furniture: tuple[tuple[int, int], ...] = ()
    directives: tuple[Directive, ...] = ()

    def field(self, name: str) -> str:
        """The text of ``"text"`` or ``"title"``."""
        return self.title if name == "title" else self.text

    def to_dict(self) -> dict[str, str]:
        """Plain JSON types: what a reader of the report needs to find the document again."""
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "published": self.published,
            "url": self.url,
            "path": self.path,
        }
