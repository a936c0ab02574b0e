"""Where a large file can be cut so that each part is read by itself."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from numcheck.errors import InputError
from numcheck.reading.source import Source

__all__ = ["Split", "opens_warc", "record_after", "splits_of"]

_CHUNK = 1024 * 1024
_SEARCHED = 64 * 1024
_GZIP = b"\x1f\x8b\x08"
_WARC_LENGTH = re.compile(rb"\r?\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r?\n", re.I)
_WARC_HEADER = 64 * 1024


@dataclass(frozen=True, slots=True)
class Split:
    """One part; the fields are those of a unit."""

    kind: str
    start: int
    end: int
    first: int
    size: int


def splits_of(format: str, source: Source, size: int) -> Iterator[Split] | None:
    """The parts of a file.

    Args:
        format: Name of the format that reads it.
        source: The file; can be sought in.
        size: About how many bytes a part has.

    Returns:
        The parts in the order of the file; ``None`` if it can be read only as a whole.

    Raises:
        InputError: The file cannot be read.
    """
    if format == "jsonl" and not source.head().startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0")):
        return _lines(source, size)
    if format == "zip":
        return _zip_members(source, size)
    if format == "tar":
        return _at(source, size, _tar_starts)
    if format in ("warc", "compressed"):
        gzipped = source.head().startswith(_GZIP)
        if format == "warc" or (gzipped and opens_warc(source.head())):
            return _at(source, size, _gzip_starts if gzipped else _warc_starts)
    if format == "parquet":
        from numcheck.reading.formats.parquet import row_groups

        groups = row_groups(source)
        return _numbered("rows", groups, size) if groups else None
    return None


def _lines(source: Source, size: int) -> Iterator[Split]:
    """Parts of whole lines, each with the number of lines before it, which ids count."""
    start = position = first = count = 0
    with source.stream() as stream:
        while block := stream.read(min(_CHUNK, max(size, 1))):
            if position - start + len(block) >= size and (cut := block.rfind(b"\n") + 1):
                lines = count + block.count(b"\n", 0, cut)
                yield Split("bytes", start, position + cut, first, position + cut - start)
                start, first = position + cut, first + lines
                count = block.count(b"\n", cut)
            else:
                count += block.count(b"\n")
            position += len(block)
    if position > start:
        yield Split("bytes", start, position, first, position - start)


def _zip_members(source: Source, size: int) -> Iterator[Split]:
    from numcheck.reading.formats._zip_members import readable
    from numcheck.reading.packages import opened

    with opened(source) as archive:
        sizes = [(1, info.file_size + len(info.filename)) for info in readable(archive)]
    yield from _numbered("members", sizes, size)


def _numbered(kind: str, groups: list[tuple[int, int]], size: int) -> Iterator[Split]:
    """Parts of neighbouring groups; a group is how many records it has, and its bytes."""
    start = number = total = 0
    for count, length in groups:
        if total and total + length > size:
            yield Split(kind, start, number, start, total)
            start, total = number, 0
        number += count
        total += length
    if number > start or not groups:
        yield Split(kind, start, -1, start, total)


def _at(
    source: Source, size: int, starts: Callable[[BinaryIO, str, int], Iterator[int]]
) -> Iterator[Split]:
    """Parts that begin where records begin, as soon as they are large enough."""
    start = 0
    with source.stream() as stream:
        length = stream.seek(0, os.SEEK_END)
        for offset in starts(stream, source.name, size):
            if offset - start >= size:
                yield Split("bytes", start, offset, 0, offset - start)
                start = offset
    if length > start or not start:
        yield Split("bytes", start, length, 0, length - start)


def _tar_starts(stream: BinaryIO, name: str, _size: int) -> Iterator[int]:
    import tarfile

    stream.seek(0)
    try:
        with tarfile.open(fileobj=stream, mode="r:") as archive:
            while (member := archive.next()) is not None:
                archive.members = []  # type: ignore[attr-defined]
                yield member.offset
    except InputError:
        raise
    except (tarfile.TarError, OSError, ValueError, OverflowError):
        return  # the part that holds the broken header says so


def _warc_starts(stream: BinaryIO, _name: str, _size: int) -> Iterator[int]:
    """Offsets of records, from header to header by their lengths; the bodies are not read."""
    offset = 0
    while True:
        stream.seek(offset)
        head = stream.read(_WARC_HEADER)
        lead = len(head) - len(head.lstrip(b"\r\n"))
        end = head.find(b"\r\n\r\n", lead)
        stated = _WARC_LENGTH.search(head, lead, end + 2) if end >= 0 else None
        if not head.startswith(b"WARC/", lead) or stated is None:
            return  # the end, or nothing that can be followed
        yield offset + lead
        offset += end + 4 + int(stated[1])


def _gzip_starts(stream: BinaryIO, _name: str, size: int) -> Iterator[int]:
    """Offsets of some records that are gzip members, the first from each multiple of the size."""
    offset = record_after(stream, size)
    while offset >= 0:
        yield offset
        offset = record_after(stream, offset + size)


def record_after(stream: BinaryIO, offset: int) -> int:
    """Where the next WARC record begins that can be found; -1 if there is none.

    Args:
        stream: A WARC file, compressed with gzip or not.
        offset: Byte from which to look.
    """
    stream.seek(0)
    gzipped = stream.read(len(_GZIP)) == _GZIP
    mark = _GZIP if gzipped else b"WARC/1."
    while True:
        stream.seek(offset)
        block = stream.read(_SEARCHED)
        at = block.find(mark)
        while at >= 0 and gzipped and not opens_warc(block[at : at + 4096]):
            at = block.find(mark, at + 1)
        if at >= 0:
            return offset + at
        if len(block) < _SEARCHED:
            return -1
        offset += len(block) - 4096


def opens_warc(data: bytes) -> bool:
    """Whether these bytes begin a gzip member that holds a WARC record."""
    try:
        return zlib.decompressobj(31).decompress(data, 16).startswith(b"WARC/")
    except zlib.error:
        return False
