"""Markdown, with or without front matter.

The document's text is one slice of the file with its markup blanked out, so that lines and
offsets are the file's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Directive, Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.directives import directives_in, mentions_directive, placed
from numcheck.reading.encoding import decode
from numcheck.reading.formats._markup import blank_markup, without_code
from numcheck.reading.front_matter import read_front_matter
from numcheck.reading.furniture import find_furniture
from numcheck.reading.preamble import read_preamble
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".md", ".markdown", ".mdown", ".mkd")

_HEADING = re.compile(r" {0,3}#{1,2}[ \t]+(?P<marked>\S[^\n]*)")
_UNDERLINED = re.compile(
    r" {0,3}(?P<underlined>\S[^\n]{0,200})\n {0,3}(?:={2,}|-{2,})[ \t]*(?=\n|$)"
)
_FRONT_MATTER = re.compile(rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n[A-Za-z_-]+:")
_FIRST_HEADING = re.compile(rb"(?:\xef\xbb\xbf)?#[ \t]+\S")
_DIRECTIVE = re.compile(rb"(?:\xef\xbb\xbf)?\s*<!--\s{0,20}numcheck:")


def recognises(head: bytes) -> int:
    """Probably, if it opens with front matter, a heading, or a comment that speaks to us."""
    known = (_FRONT_MATTER, _FIRST_HEADING, _DIRECTIVE)
    return 1 if any(pattern.match(head) for pattern in known) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a Markdown file.

    Raises:
        InputError: Binary data, an unknown encoding, or no text in it.
    """
    content = decode(source.data(), source.name)
    if not content.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    imprint = Imprint()
    limit = source.options.limits.yaml_bytes
    start = read_front_matter(content, imprint, limit, source.name)
    readable = content[:start] + blank_markup(content[start:])
    stated_at = content.find(imprint.title, 0, start) if imprint.title else -1
    title, start, heading_at = _heading(content, readable, start, imprint.title)
    preamble = read_preamble(readable, start, imprint, title)
    title_at = next((at for at in (heading_at, stated_at, preamble.title_at) if at >= 0), -1)
    text = readable[preamble.end :].rstrip()
    if not text and not preamble.title:
        raise InputError("no text in this file; there is nothing to check", source.name)
    yield Document(
        id=source.name,
        text=text,
        title=" ".join(preamble.title.split()),
        source=imprint.outlet,
        published=imprint.day,
        url=imprint.url,
        path=source.path,
        first_line=content.count("\n", 0, preamble.end) + 1,
        first_column=preamble.end - content.rfind("\n", 0, preamble.end),
        title_line=content.count("\n", 0, title_at) + 1 if title_at >= 0 else 0,
        furniture=find_furniture(text),
        directives=_directives(content, preamble.end, len(text)),
    )


def _directives(content: str, begin: int, size: int) -> tuple[Directive, ...]:
    if not mentions_directive(content):
        return ()
    return placed(directives_in(without_code(content)), content, begin, size)


def _heading(content: str, readable: str, start: int, title: str) -> tuple[str, int, int]:
    """The headline, where to go on, and where the heading that opens the text stands.

    To go on means past that heading, if it is the headline; if it is not, it stands at -1.

    A heading that says something else than the front matter's title stays in the text.
    """
    # Comments above the heading are blank by now, so blank lines are looked for in what is left.
    while start < len(readable) and readable[start].isspace() and content[start] != "#":
        start += 1
    line_start = content.rfind("\n", 0, start) + 1
    for pattern in (_HEADING, _UNDERLINED):
        match = pattern.match(content, line_start)
        if match:
            written = " ".join(readable[match.start(1) : match.end(1)].split())
            if written and (not title or title.casefold() == written.casefold()):
                return title or written, match.end(), match.start(1)
    return title, start, -1
