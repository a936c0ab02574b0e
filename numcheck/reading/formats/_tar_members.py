"""The members of TAR archives; a module of its own, since importing ``tarfile`` takes long."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import Any

from numcheck.errors import InputError
from numcheck.reading.members import is_member_read, name_problem
from numcheck.reading.source import HEAD_BYTES, Source
from numcheck.reading.streams import once

__all__ = ["members"]

_LONGEST_HEADER = 1024 * 1024
_EXTENDED = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


class _Header(tarfile.TarInfo):
    """A header that may not ask for endless memory before its member even begins."""

    @classmethod
    def frombuf(cls, *arguments: Any, **named: Any) -> _Header:
        header = super().frombuf(*arguments, **named)
        if header.type in _EXTENDED and header.size > _LONGEST_HEADER:
            raise InputError("a header larger than any name")
        return header


def members(source: Source) -> Iterator[Source | InputError]:
    """The members, each to be read before the next is asked for.

    Raises:
        InputError: Not a TAR archive, broken, or beyond the limits.
    """
    with source.stream() as stream:
        try:
            with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Header) as archive:
                yield from _members(source, archive)
        except InputError as error:
            place = error.place or source.name
            raise InputError(error.problem, place) from error
        except (tarfile.TarError, OSError, ValueError, OverflowError) as error:
            reason = " ".join(str(error).split()) or "cut off"
            raise InputError(f"broken TAR archive ({reason})", source.name) from error


def _members(source: Source, archive: tarfile.TarFile) -> Iterator[Source | InputError]:
    count = 0
    while (member := archive.next()) is not None:
        archive.members = []  # type: ignore[attr-defined]  # it would keep every header until the end
        count += 1
        if count > source.options.limits.entries:
            raise InputError("more members than the limit entries allows", source.name)
        name = member.name.encode("utf-8", "backslashreplace").decode("utf-8").removeprefix("./")
        problem = "" if member.isdir() else _problem(member, name)
        if problem:
            yield InputError(problem, f"{source.name}/{name}")
        elif member.isreg() and is_member_read(name):
            content = archive.extractfile(member)
            assert content is not None
            head = content.read(HEAD_BYTES)
            yield source.within(name, once(head, content), head=head)  # type: ignore[arg-type]


def _problem(member: tarfile.TarInfo, name: str) -> str:
    problem = name_problem(name)
    if problem:
        return problem
    if member.issym() or member.islnk():
        return "a link; only files within an archive are read"
    if not member.isreg() or member.issparse():
        return "a device or the like; only files within an archive are read"
    return ""
