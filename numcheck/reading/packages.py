"""Files that are ZIP archives inside: office documents, e-books, and archives themselves.

Reading a package is safe within the limits: how many members it has is known before their names are
read, and no part is unpacked further than it announces.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from numcheck.errors import InputError
from numcheck.reading.limits import size
from numcheck.reading.source import Source

if TYPE_CHECKING:
    import zipfile

__all__ = ["kind_of", "opened", "part"]

_TAIL = 65_557  # the directory's end stands within the longest comment and its own 22 bytes
_END = struct.Struct("<4s4H2LH")
# What a package is, by its "mimetype" member or by a part that it must have.
_BY_TYPE = {
    b"application/epub+zip": "epub",
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.text-template": "odt",
}
_BY_PART = {"word/document.xml": "docx", "META-INF/container.xml": "epub"}
_REFUSED = {
    "xl/workbook.xml": "a spreadsheet; save its sheet as CSV",
    "xl/workbook.bin": "a spreadsheet; save its sheet as CSV",
    "ppt/presentation.xml": "slides; save them as PDF",
}


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """A ZIP archive, open.

    Raises:
        InputError: Broken, cut off, or with more members than the limits allow.
    """
    import zipfile  # takes too long for runs that need none

    stream = source.seekable()
    try:
        _check_entries(stream, source)
        try:
            archive = zipfile.ZipFile(stream)
        except InputError:
            raise
        except Exception as error:  # a broken directory leads to exceptions of any kind
            raise InputError(f"broken or cut off ({_said(error)})", source.name) from error
        with archive:
            yield archive
    finally:
        stream.close()


def part(archive: zipfile.ZipFile, name: str, source: Source, *, limit: int = 0) -> bytes | None:
    """A part of an office document or e-book.

    Args:
        archive: The package, open.
        name: The part.
        source: The document, for errors and limits.
        limit: Bytes that it may have, unpacked; 0 for the limit of XML parts.

    Returns:
        Its bytes; ``None`` if there is no such part.

    Raises:
        InputError: Broken, encrypted, or beyond the limits.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    limits = source.options.limits
    limit = limit or limits.xml_bytes
    place = f"{source.name}/{name}"
    if info.flag_bits & 1:
        raise InputError("encrypted; save it without a password", source.name)
    problem = limits.expansion_exceeded(info.file_size, info.compress_size)
    if info.file_size > limit:
        problem = f"larger than {size(limit)} (limit xml-bytes)"
    if problem:
        raise InputError(problem, place)
    try:
        return archive.read(info)
    except Exception as error:  # each compression has exceptions of its own for broken data
        raise InputError(f"broken part of the file ({_said(error)})", place) from error


def kind_of(source: Source) -> str:
    """Which format reads a package: ``docx``, ``epub``, ``odt`` or ``zip``.

    Args:
        source: A file whose first bytes are a ZIP archive's.

    Returns:
        The format; empty where the archive is broken and only the name can tell.

    Raises:
        InputError: A package that nothing reads, such as a spreadsheet.
    """
    head = source.head()
    # An e-book and an open document begin with their type, which needs no directory.
    if head[30:38] == b"mimetype":
        for declared, kind in sorted(_BY_TYPE.items(), reverse=True):
            if head[38:].startswith(declared):
                return kind
    try:
        with opened(source) as archive:
            names = set(archive.namelist())
            declared = part(archive, "mimetype", source, limit=100) or b""
            if declared.strip() in _BY_TYPE:
                return _BY_TYPE[declared.strip()]
    except InputError:
        return ""
    for name, what in _REFUSED.items():
        if name in names:
            raise InputError(what, source.name)
    return next((kind for name, kind in _BY_PART.items() if name in names), "zip")


def _check_entries(stream: BinaryIO, source: Source) -> None:
    """Refuse an archive with too many members before a record is made of each."""
    length = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, length - _TAIL))
    tail = stream.read(_TAIL)
    stream.seek(0)
    at = tail.rfind(b"PK\5\6")
    limit = source.options.limits.entries
    if at < 0 or len(tail) - at < _END.size:
        raise InputError("broken or cut off (no directory at its end)", source.name)
    _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, at)
    if directory == 0xFFFFFFFF or count == 0xFFFF:
        # The larger numbers stand in a record of their own just before.
        wide = tail.rfind(b"PK\6\6", 0, at)
        if wide >= 0 and len(tail) - wide >= 48:
            count, directory = struct.unpack_from("<2Q", tail, wide + 32)
    # A member takes 46 bytes of the directory at least, whatever the count says.
    if count > limit or directory > limit * 512:
        raise InputError("more members than the limit entries allows", source.name)


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or type(error).__name__
