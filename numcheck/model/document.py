"""A text to be checked."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter

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
        locators: Where in a file without lines the text stands, in words: the offset from which
            they hold, and the words (``(0, "paragraph 1"), (211, "table 1, row 2")``), in text
            order.
        first_column: 1-based column of ``first_line``, in code points, at which ``text`` begins.
        title_line: 1-based line of ``path`` on which the title stands; 0 where that is not known.
        rows: Where ``first_line`` is 0: the 1-based line of ``path`` for each line of the text, the
            last one for all that follow; empty where that is not known.
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
    locators: tuple[tuple[int, str], ...] = ()
    first_column: int = 1
    title_line: int = 0
    rows: tuple[int, ...] = ()

    def locator(self, offset: int) -> str:
        """The words for the place of an offset into ``text``; empty where there are none."""
        position = bisect_right(self.locators, offset, key=itemgetter(0)) - 1
        return self.locators[position][1] if position >= 0 else ""

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
