"""TAR archives, read once from front to back, so that a compressed one never has to be unpacked."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.members import read_members
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".tar",)


def recognises(head: bytes) -> int:
    """Certainly, by the mark in its first header."""
    return 2 if head[257:262] == b"ustar" else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of all members, in the order of the archive.

    Raises:
        InputError: Not a TAR archive, broken, or beyond the limits.
    """
    from numcheck.reading.formats._tar_members import members

    yield from read_members(source, members(source))
