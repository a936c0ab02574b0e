"""Sources within sources: members of archives, attachments of messages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.overrun import Overrun, at_most
from numcheck.reading.registry import format_of, is_searched
from numcheck.reading.source import Source

__all__ = ["is_member_read", "name_problem", "read_members", "read_source"]

_DRIVE = re.compile(r"[A-Za-z]:")


def read_source(source: Source) -> Iterator[Document | InputError]:
    """The documents of a source; what ends its reading early is the last item.

    Each document may take the seconds that the limits allow, those of members on their own.
    """
    seconds = source.options.limits.seconds
    items: Iterator[Document | InputError] | None = None
    while True:
        try:
            with at_most(seconds):
                if items is None:
                    items = format_of(source).read(source)
                item = next(items, None)
        except InputError as error:
            yield error
            return
        except Overrun:
            problem = f"reading took longer than {seconds} seconds (limit seconds); nothing more"
            yield InputError(f"{problem} of it is read", source.name)
            return
        if item is None:
            return
        yield item


def read_members(
    container: Source, members: Iterable[Source | InputError]
) -> Iterator[Document | InputError]:
    """The documents of all members; a broken one does not keep the others from being read.

    Args:
        container: The archive, for errors.
        members: Its members; each is read before the next is asked for.

    Raises:
        InputError: The archive stands too deep in others, or holds nothing to read.
    """
    if container.depth >= container.options.limits.nesting:
        raise InputError("packed too many times over (limit nesting)", container.name)
    found = False
    for member in members:
        found = True
        if isinstance(member, InputError):
            yield member
        else:
            yield from read_source(member)
    if not found:
        raise InputError("nothing to read in this archive", container.name)


def is_member_read(name: str) -> bool:
    """Whether a member is one that a directory would be searched for: known, and not hidden."""
    parts = name.split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts if part != ".")
    return not hidden and is_searched(parts[-1])


def name_problem(name: str) -> str:
    """What is wrong with a member's name; empty if nothing is."""
    plain = name.replace("\\", "/")
    if plain.startswith("/") or _DRIVE.match(plain) or ".." in plain.split("/"):
        return "a name that leads out of the archive; refused"
    if "\0" in name or not posixpath.normpath(plain).strip("."):
        return "no file can have that name; refused"
    return ""
