"""A single file compressed with gzip, zstd, bzip2 or xz; what is inside may be of any format."""

from __future__ import annotations

import os
from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.members import read_source
from numcheck.reading.source import Source
from numcheck.reading.streams import compression_of, unpacked

__all__ = ["SUFFIXES", "inner_name", "read", "recognises"]

_SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".tzst": ".tar"}
SUFFIXES: tuple[str, ...] = (".bz2", ".gz", ".xz", ".zst", *_SHORT)


def recognises(head: bytes) -> int:
    """Certainly, by the first bytes."""
    return 2 if compression_of(head) else 0


def inner_name(name: str) -> str:
    """The name of what is inside: ``a.jsonl`` for ``a.jsonl.gz``, ``a.tar`` for ``a.tgz``."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() not in SUFFIXES:
        return name
    return stem + _SHORT.get(suffix.lower(), "")


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of what is inside; errors and ids keep the name of the compressed file.

    Raises:
        InputError: Not compressed at all, or compressed too many times over.
    """
    compression = compression_of(source.head())
    if not compression:
        what = "empty file" if not source.head() else "not compressed, whatever its name says"
        raise InputError(f"{what}; there is nothing to unpack", source.name)
    if source.depth >= source.options.limits.nesting:
        raise InputError("packed too many times over (limit nesting)", source.name)
    from numcheck.reading.splitting import opens_warc

    if compression == "gzip" and opens_warc(source.head()):
        # Each record is compressed by itself, and its place in the file is worth keeping.
        from numcheck.reading.formats import warc

        yield from warc.read(source)
        return
    inner = Source(
        source.name,
        lambda: unpacked(source.stream(), compression, source.name, source.options.limits),
        options=source.options,
        inner_name=inner_name(source.name),
        depth=source.depth + 1,
    )
    yield from read_source(inner)
