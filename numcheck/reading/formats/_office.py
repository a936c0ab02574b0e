"""From the text of a PDF, an office document or a book to a document."""

from __future__ import annotations

import re
from datetime import date, timedelta

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.dates import iso_date
from numcheck.reading.encoding import replace_lone_surrogates
from numcheck.reading.furniture import find_furniture
from numcheck.reading.preamble import read_preamble
from numcheck.reading.source import Source

__all__ = ["Blocks", "article", "written_on"]

_SOFT_HYPHEN = "\xad"
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
# A file that was worked on for longer than that was made from an older one, as a rule.
_WRITTEN_WITHIN = timedelta(days=30)


class Blocks:
    """Paragraphs and rows of tables on their way to a text with locators."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._parts: list[str] = []
        self._size = 0
        self._joins = False
        self.locators: list[tuple[int, str]] = []

    def add(self, text: str, label: str, *, joins: bool = False) -> None:
        """Add a paragraph, or a row or item that stands right below one of its kind.

        Args:
            text: Its words; nothing happens if there are none.
            label: Where it stands, in words.
            joins: Whether it is a row or item.
        """
        text = replace_lone_surrogates(text.replace(_SOFT_HYPHEN, "")).strip()
        if not text:
            return
        if self._parts:
            self._say("\n" if joins and self._joins else "\n\n")
        self.locators.append((self._size, label))
        self._say(text)
        self._joins = joins

    def text(self) -> str:
        """All of them."""
        return "".join(self._parts)

    def _say(self, words: str) -> None:
        self._parts.append(words)
        self._size += len(words)


def written_on(first: str, last: str) -> str:
    """The day on which a file was made, if it was finished soon after; else empty.

    Args:
        first: ISO 8601 moment of its making.
        last: That of its last change; empty if it was never changed.
    """
    begun = _day(first)
    ended = _day(last) if last else begun
    if begun is None or ended is None or not begun <= ended <= begun + _WRITTEN_WITHIN:
        return ""
    return begun.isoformat()


def _day(moment: str) -> date | None:
    match = _DAY.match(moment)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


def article(
    source: Source,
    text: str,
    imprint: Imprint,
    *,
    title: str = "",
    trusted: bool = False,
    made: str = "",
    locators: tuple[tuple[int, str], ...] = (),
) -> Document:
    """The document of a text whose title and datelines may stand above it.

    Args:
        source: The file.
        text: Its text; without soft hyphens where offsets matter to the caller.
        imprint: What the file itself says about outlet, date and address.
        title: The title in the file's properties. It counts only if the text opens with it, since
            many files keep the name of an older one there.
        trusted: Whether the title counts anyhow, as a book's does.
        made: The day on which the file says that it was made; taken where nothing else is known.
        locators: Places by offsets into the text.

    Raises:
        InputError: No text.
    """
    text = replace_lone_surrogates(text)
    stated = " ".join(title.split())
    lead = len(text) - len(text.lstrip())
    opening = text[lead : lead + len(stated) + 80]
    start = _past(opening, stated)
    known = stated if start or trusted else ""
    preamble = read_preamble(text, lead + start, imprint, known)
    body = text[preamble.end :].rstrip()
    if not body and not preamble.title:
        raise InputError("no text in this file; there is nothing to check", source.name)
    return Document(
        id=source.name,
        text=body,
        title=preamble.title,
        source=imprint.outlet,
        published=imprint.day or iso_date(made),
        url=imprint.url,
        path=source.path,
        furniture=find_furniture(body),
        locators=_moved(locators, preamble.end, len(body)),
    )


def _past(opening: str, title: str) -> int:
    """Length of the opening that is the title, whatever its line breaks; 0 if it is not."""
    position = 0
    for word in title.split():
        while position < len(opening) and opening[position].isspace():
            position += 1
        if not opening.startswith(word, position):
            return 0
        position += len(word)
    ended = position >= len(opening) or opening[position] == "\n"
    return position if title and ended else 0


def _moved(
    locators: tuple[tuple[int, str], ...], shift: int, size: int
) -> tuple[tuple[int, str], ...]:
    """The locators of a text whose beginning was cut off; the last of those cut holds from 0."""
    moved: dict[int, str] = {}
    for start, label in locators:
        if start - shift < max(size, 1):
            moved[max(start - shift, 0)] = label
    return tuple(moved.items())
