"""Plain text.

The document's text is one slice of the file, so that its lines are the file's lines. Comments that
speak to numcheck are written as in Markdown.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.directives import blanked, directives_in, mentions_directive, placed
from numcheck.reading.encoding import decode
from numcheck.reading.furniture import find_furniture
from numcheck.reading.preamble import read_preamble
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".txt", ".text")


def recognises(head: bytes) -> int:
    """Plain text has no signature; it is what is left."""
    return 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a text file.

    Raises:
        InputError: Binary data, an unknown encoding, or no text in it.
    """
    content = decode(source.data(), source.name)
    if not content.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    comments = directives_in(content) if mentions_directive(content) else []
    readable = blanked(content, comments) if comments else content
    imprint = Imprint()
    preamble = read_preamble(readable, 0, imprint)
    text = readable[preamble.end :].rstrip()
    if comments and not text and not preamble.title:
        raise InputError("no text in this file; there is nothing to check", source.name)
    yield Document(
        id=source.name,
        text=text,
        title=preamble.title,
        source=imprint.outlet,
        published=imprint.day,
        url=imprint.url,
        path=source.path,
        first_line=content.count("\n", 0, preamble.end) + 1,
        first_column=preamble.end - content.rfind("\n", 0, preamble.end),
        title_line=content.count("\n", 0, preamble.title_at) + 1 if preamble.title_at >= 0 else 0,
        furniture=find_furniture(text),
        directives=placed(comments, content, preamble.end, len(text)),
    )
