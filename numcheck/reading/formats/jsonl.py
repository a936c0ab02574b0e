"""JSON lines: a document a line, read as a stream, so that a file may be larger than memory."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import decode, recognised_as
from numcheck.reading.formats._records import document_of, parse
from numcheck.reading.source import Source

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".jsonl", ".ndjson")
_UTF16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")


def recognises(head: bytes) -> int:
    """Probably, if the first line is an object from end to end."""
    first = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0].rstrip()
    return 1 if first[:1] == b"{" and (first[-1:] == b"}" or len(first) > 1000) else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of a file, and an error for each line that is none.

    Raises:
        InputError: Binary data, or no line at all.
    """
    head = source.head()
    marked = head.startswith(_UTF16_OR_32)
    binary = "" if marked else recognised_as(head)
    if binary:
        raise InputError(f"{binary}, not JSON lines", source.name)
    found = False
    limits = source.options.limits
    for number, line in _lines(source, marked):
        found = True
        if number > limits.records:
            raise InputError("more records than the limit records allows", source.name)
        number += source.part.records
        place = f"{source.name}:{number}"
        try:
            if len(line) > limits.file_bytes:
                problem = "a line larger than any article; split it (limit file-bytes)"
                raise InputError(problem, place)
            yield document_of(parse(_decoded(line, place), place), place, source.path, number)
        except InputError as error:
            yield error
    if not found and source.part.is_whole:
        raise InputError("empty file; there is nothing to check", source.name)


def _lines(source: Source, marked: bool) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of each line that is not blank."""
    if marked:
        whole = decode(source.data(), source.name).encode("utf-8", "replace")
        yield from ((n, line) for n, line in enumerate(whole.split(b"\n"), 1) if line.strip())
        return
    with source.stream() as stream:
        number = 0
        longest = source.options.limits.file_bytes + 1
        while line := stream.readline(longest):
            number += 1
            if line.strip(b"\xef\xbb\xbf \t\r\n"):
                yield number, line
            while len(line) == longest and line[-1:] != b"\n":  # the rest of one that is too long
                line = stream.readline(longest)


def _decoded(line: bytes, place: str) -> str:
    try:
        return line.decode("utf-8-sig").rstrip()
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 at byte {error.start + 1} of the line; save the file as UTF-8"
        raise InputError(problem, place) from error
