"""ZIP archives; their members may be of any format, other archives included."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.members import read_members
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".zip",)


def recognises(head: bytes) -> int:
    """Probably: office documents and e-books are ZIP archives too."""
    return 1 if head.startswith((b"PK\3\4", b"PK\5\6")) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of all members, in the order of their names.

    Raises:
        InputError: Not a ZIP archive, broken, or beyond the limits.
    """
    from numcheck.reading.formats._zip_members import members

    yield from read_members(source, members(source))
