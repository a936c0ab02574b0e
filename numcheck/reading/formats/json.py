"""JSON: one document, or a list of them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import decode
from numcheck.reading.formats._records import document_of, parse
from numcheck.reading.source import Source

__all__ = ["SEARCHED", "SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".json",)
SEARCHED = False  # settings and caches have that suffix too


def recognises(head: bytes) -> int:
    """Probably, if it opens a list of objects, or an object that goes on below its first line."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    first, newline, _ = start.partition(b"\n")
    if start[:1] == b"[" and start[1:].lstrip()[:1] == b"{":
        return 1
    return 1 if newline and first.rstrip() == b"{" else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of a file.

    Raises:
        InputError: Not JSON, or not a document.
    """
    content = decode(source.data(), source.name)
    if not content.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    value = parse(content, source.name)
    if not isinstance(value, list):
        yield document_of(value, source.name, source.path)
        return
    if not value:
        raise InputError("an empty list; there is nothing to check", source.name)
    for position, record in enumerate(value, 1):
        try:
            yield document_of(record, f"{source.name}:[{position}]", source.path)
        except InputError as error:
            yield error
