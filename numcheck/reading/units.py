"""Inputs as units of work that several workers can read independently of each other.

A file is a unit, and a large one of a format that allows it is several: lines of JSON, members of a
ZIP or plain TAR archive, records of a WARC file, rows of a Parquet file. All units of the inputs,
read one after the other, give what the inputs give.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import BinaryIO, TypeAlias

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.inputs import sources
from numcheck.reading.members import read_source
from numcheck.reading.options import ReadingOptions
from numcheck.reading.ranges import byte_range
from numcheck.reading.registry import format_of
from numcheck.reading.source import Part, Source
from numcheck.reading.splitting import splits_of

__all__ = ["UNIT_BYTES", "Opener", "Unit", "documents", "identity", "read_unit", "units"]

UNIT_BYTES = 16 * 1024 * 1024
_CHUNK = 1024 * 1024

Opener: TypeAlias = Callable[[str], BinaryIO]
"""Gives the bytes of a named input as a binary stream that can be sought in."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A file or a part of one. Plain values only, so that it travels between processes.

    Attributes:
        name: The file, as it was named.
        kind: ``file`` for a whole one; ``bytes`` for a range of bytes that is a file of its own;
            ``members`` or ``rows`` for a range of numbers.
        start: First byte or number.
        end: Byte or number past the last; -1 for the end of the file.
        first: Records of the file before this unit, where errors and ids count them.
        size: About how many bytes are to be read.
        column: The column of its text that was named with it.
    """

    name: str
    kind: str = "file"
    start: int = 0
    end: int = -1
    first: int = 0
    size: int = 0
    column: str = ""


def documents(
    inputs: Sequence[str], options: ReadingOptions | None = None
) -> Iterator[Document | InputError]:
    """The documents of inputs, as a stream; memory does not grow with their number.

    Args:
        inputs: Files, directories and patterns.
        options: Limits and choices.

    Yields:
        Documents and errors in the order of the inputs. Ids are paths with what is inside, or
        those that records bring; nobody watches that no two records bring the same.
    """
    for source in sources(inputs, None, options):
        if isinstance(source, InputError):
            yield source
        else:
            yield from read_source(source)


def units(
    inputs: Sequence[str],
    options: ReadingOptions | None = None,
    *,
    size: int = UNIT_BYTES,
    opener: Opener | None = None,
) -> Iterator[Unit | InputError]:
    """The units of work that inputs consist of, found without reading any document.

    Args:
        inputs: Files, directories and patterns; any names where there is an opener.
        options: Limits and choices.
        size: About how many bytes a unit has; what is smaller is not split.
        opener: What opens inputs that are no local files.

    Yields:
        Units in the order of the inputs, each file once; an error for what cannot be read.
    """
    chosen = options or ReadingOptions()
    named: Iterator[Source | InputError]
    if opener is None:
        named = sources(inputs, None, chosen)
    else:
        named = (_opened(name, chosen, opener) for name in dict.fromkeys(inputs))
    for source in named:
        if isinstance(source, InputError):
            yield source
            continue
        try:
            yield from _units_of(source, size)
        except InputError as error:
            yield error


def read_unit(
    unit: Unit, options: ReadingOptions | None = None, opener: Opener | None = None
) -> Iterator[Document | InputError]:
    """The documents of a unit.

    Args:
        unit: What :func:`units` gave.
        options: Limits and choices.
        opener: What opens inputs that are no local files.

    Yields:
        Documents and errors, the same as in a reading of the whole file.
    """
    yield from read_source(_source(unit, options or ReadingOptions(), opener))


def identity(
    unit: Unit, options: ReadingOptions | None = None, opener: Opener | None = None
) -> str:
    """A digest of a unit's content; names and times of files have no part in it.

    Members of a ZIP archive count by the checksums that the archive keeps of them.

    Returns:
        64 hexadecimal digits.

    Raises:
        InputError: It cannot be read.
    """
    digest = hashlib.sha256(f"{unit.kind} {unit.first}\n".encode())
    source = _source(unit, options or ReadingOptions(), opener)
    if unit.kind == "members":
        from numcheck.reading.formats._zip_members import checksums

        for line in checksums(source):
            digest.update(line.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()
    if unit.kind == "rows":
        digest.update(f"{unit.start} {unit.end}\n".encode())
    try:
        with source.stream() as stream:
            while block := stream.read(_CHUNK):
                digest.update(block)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", unit.name) from error
    return digest.hexdigest()


def _units_of(source: Source, size: int) -> Iterator[Unit]:
    length = _length(source)
    whole = Unit(source.path or source.name, size=length, column=source.options.text_column)
    if length <= size:
        yield whole
        return
    module = vars(format_of(source)).get("__name__", "").rpartition(".")[2]
    splits = splits_of(module, source, size)
    if splits is None:
        yield whole
        return
    for split in splits:
        yield replace(whole, **asdict(split))


def _length(source: Source) -> int:
    if source.path:
        try:
            return os.stat(source.path).st_size
        except OSError:
            pass  # what is wrong with it is said when it is read
    try:
        with source.stream() as stream:
            return stream.seek(0, os.SEEK_END) if stream.seekable() else 0
    except InputError:
        return 0


def _opened(name: str, options: ReadingOptions, opener: Opener) -> Source:
    return Source(name, lambda: opener(name), options=options)


def _source(unit: Unit, options: ReadingOptions, opener: Opener | None) -> Source:
    options = replace(options, text_column=unit.column or options.text_column)
    whole = Source.of_file(unit.name, options=options)
    if opener is not None:
        whole = _opened(unit.name, options, opener)
    if unit.kind == "file":
        return whole
    if unit.kind == "bytes":
        part = Part(unit.start, unit.first, unit.end)
        return Source(
            unit.name,
            lambda: byte_range(whole.stream(), unit.start, unit.end),
            whole.path,
            options=options,
            part=part,
        )
    return Source(
        unit.name, whole.stream, whole.path, options=options, part=Part(0, unit.start, unit.end)
    )
