"""Email messages: single files, and boxes of many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import recognised_as
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".eml", ".mbox")
_HEADERS = re.compile(rb"^(?:From|To|Subject|Date|Received|Message-ID|MIME-Version):", re.I | re.M)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
_POSTMARK = re.compile(rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d")
_FROM = b"From "


def recognises(head: bytes) -> int:
    """Probably, by three headers of a message, or the mark that parts the messages of a box."""
    if _POSTMARK.match(head):
        return 1
    top = head.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    return 1 if _HEADER.match(head) and len(set(_HEADERS.findall(top))) >= 3 else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of a message, or of the messages of a box, with their attachments.

    Raises:
        InputError: Binary data, or nothing in it.
    """
    from numcheck.reading.formats._message import documents_of

    head = source.head()
    binary = recognised_as(head)
    if binary:
        raise InputError(f"{binary}, not a message", source.name)
    if not head.strip():
        raise InputError("empty file; there is nothing to check", source.name)
    if not head.startswith(_FROM):
        if not _HEADER.match(head):
            raise InputError("not a message: no header at its top", source.name)
        yield from documents_of(source.data(), source.name, source)
        return
    for number, message in _messages(source):
        if number > source.options.limits.records:
            raise InputError("more messages than the limit records allows", source.name)
        place = f"{source.name}:{number}"
        if message is None:
            yield InputError("larger than the limit file-bytes allows", place)
            continue
        for item in documents_of(message, place, source):
            if isinstance(item, Document) and item.id == place:
                item = replace(item, locators=((0, f"message {number}"),))
            yield item


def _messages(source: Source) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each message of a box; no bytes for one that is too large."""
    limit = source.options.limits.file_bytes
    number = size = 0
    lines: list[bytes] = []
    blank = True
    with source.stream() as stream:
        while line := stream.readline(limit + 1):
            if blank and line.startswith(_FROM):
                if number:
                    yield number, b"".join(lines) if size <= limit else None
                number, size, lines = number + 1, 0, []
                continue
            blank = not line.strip()
            size += len(line)
            # Such a line was quoted when the message came into the box.
            if size <= limit:
                lines.append(line[1:] if line.startswith(b">From ") else line)
    yield number, b"".join(lines) if size <= limit else None
