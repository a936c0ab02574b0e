"""The members of ZIP archives."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from numcheck.errors import InputError
from numcheck.reading.members import is_member_read, name_problem
from numcheck.reading.packages import opened
from numcheck.reading.source import Source
from numcheck.reading.streams import guarded

__all__ = ["checksums", "members", "readable"]


def members(source: Source) -> Iterator[Source | InputError]:
    """The members that are read, in the order of their names.

    Raises:
        InputError: Not a ZIP archive, broken, or beyond the limits.
    """
    with opened(source) as archive:
        expanded = 0
        part = source.part
        last = part.end if part.end >= 0 else None
        for info in readable(archive)[part.records : last]:
            name = _shown(info)
            problem = _problem(info, source)
            if problem:
                yield InputError(problem, f"{source.name}/{name}")
                continue
            expanded += info.file_size
            if expanded > source.options.limits.expanded_bytes:
                raise InputError(
                    source.options.limits.expansion_exceeded(expanded, expanded), source.name
                )
            yield _member(source, archive, info)


def readable(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The members that are read, or refused in a line of their own, in the order of names."""
    found = [
        info
        for info in archive.infolist()
        if not info.filename.endswith("/")
        and (is_member_read(info.filename) or name_problem(info.filename) or _is_link(info))
    ]
    return sorted(found, key=lambda info: (info.filename, info.header_offset))


def _member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source:
    name = _shown(info)
    place = f"{source.name}/{name}"

    def opener() -> BinaryIO:
        try:
            content = archive.open(info)
        except Exception as error:  # a broken directory leads to exceptions of any kind
            reason = " ".join(str(error).split())[:80]
            raise InputError(f"broken member of a ZIP archive ({reason})", place) from error
        limits = source.options.limits
        return guarded(cast(BinaryIO, content), place, limits, lambda: info.compress_size)

    return source.within(name, opener)


def _problem(info: zipfile.ZipInfo, source: Source) -> str:
    problem = name_problem(info.filename)
    if problem:
        return problem
    if _is_link(info):
        return "a link; only files within an archive are read"
    if info.flag_bits & 1:
        return "encrypted; unpack the archive with its password first"
    return source.options.limits.expansion_exceeded(info.file_size, info.compress_size)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)


def _shown(info: zipfile.ZipInfo) -> str:
    return info.filename.encode("utf-8", "backslashreplace").decode("utf-8")


def checksums(source: Source) -> Iterator[str]:
    """Name, size and checksum of each member that is read, a line each.

    Raises:
        InputError: Not a ZIP archive, broken, or beyond the limits.
    """
    with opened(source) as archive:
        part = source.part
        last = part.end if part.end >= 0 else None
        for info in readable(archive)[part.records : last]:
            flags = (info.compress_size, info.flag_bits & 1, info.external_attr >> 28)
            yield f"{info.filename}\t{info.file_size}\t{info.CRC}\t{flags}\n"
