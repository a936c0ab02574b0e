"""Tables as text: comma, semicolon or tab between cells, an article a row.

A table is read as a stream, so it may be larger than memory.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.encoding import decode, recognised_as
from numcheck.reading.formats._table import document_of_row, roles_of
from numcheck.reading.source import Source

__all__ = ["SEARCHED", "SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".csv", ".tsv")
SEARCHED = False  # most tables in a directory hold figures, not articles
_DELIMITERS = ",;\t|"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def recognises(head: bytes) -> int:
    """Never: any text may be a table."""
    return 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of a table, one a row; the first row names the columns.

    Raises:
        InputError: Binary data, an unknown encoding, or no column of text.
    """
    head = source.head()
    binary = "" if head.startswith(_UTF16) else recognised_as(head)
    if binary:
        raise InputError(f"{binary}, not a table", source.name)
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise InputError("empty file; there is nothing to check", source.name)
    encoding = _encoding(source, head)
    first_line = head.decode(encoding, "replace").lstrip("\ufeff").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    longest = source.options.limits.file_bytes
    # The module's own bound is for the whole process, so it is only ever raised.
    csv.field_size_limit(max(csv.field_size_limit(), longest))
    with source.stream() as stream:
        content = io.TextIOWrapper(stream, encoding, newline="")
        yield from _documents(source, csv.reader(_lines(content, longest), delimiter=delimiter))


def _documents(source: Source, rows: Any) -> Iterator[Document | InputError]:
    number = 0
    roles: dict[str, int] = {}
    try:
        for row in rows:
            number += 1
            if number > source.options.limits.records:
                raise InputError("more rows than the limit records allows", source.name)
            if not roles:
                roles = roles_of(row, source) if any(map(str.strip, row)) else {}
            elif any(map(str.strip, row)):
                cells = {role: row[at] for role, at in roles.items() if at < len(row)}
                yield document_of_row(cells, f"{source.name}:{number}", source, number)
    except InputError as error:
        raise InputError(error.problem, error.place or f"{source.name}:{number + 1}") from error
    except UnicodeDecodeError as error:
        problem = f"not {error.encoding.upper()} in or after this row; save it as UTF-8"
        raise InputError(problem, f"{source.name}:{number + 1}") from error
    except csv.Error as error:
        raise InputError(f"broken table: {error}", f"{source.name}:{number + 1}") from error
    if number < 2:
        raise InputError("no rows below the names of the columns", source.name)


def _lines(content: io.TextIOWrapper, longest: int) -> Iterator[str]:
    """Lines no longer than a file may be; a quotation mark that nothing closes ends there too."""
    while line := content.readline(longest + 1):
        if len(line) > longest:
            raise InputError("a line larger than any article; split it (limit file-bytes)")
        yield line


def _encoding(source: Source, head: bytes) -> str:
    """The encoding of a table, by its first bytes."""
    if head.startswith(_UTF16):
        return "utf-16"
    try:
        # The head may end within a character.
        head.rpartition(b"\n")[0].decode("utf-8")
        return "utf-8-sig"
    except UnicodeDecodeError:
        decode(head, source.name)
        return "cp1252"
