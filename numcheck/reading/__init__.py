"""Bytes to :class:`~numcheck.model.Document`: one module a format, archives of them included.

>>> from numcheck.reading import read_bytes
>>> [document.text for document in read_bytes(b"Sales rose 4%.", "draft.txt")]
['Sales rose 4%.']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.inputs import STANDARD_INPUT, sources
from numcheck.reading.limits import Limits
from numcheck.reading.members import read_source
from numcheck.reading.options import ReadingOptions
from numcheck.reading.registry import known_suffixes
from numcheck.reading.source import Source

__all__ = ["STANDARD_INPUT", "Limits", "ReadingOptions", "known_suffixes", "read", "read_bytes"]


def read(
    inputs: Sequence[str],
    stdin: BinaryIO | None = None,
    *,
    taken: Iterable[str] = (),
    options: ReadingOptions | None = None,
    without: Iterable[str] = (),
) -> Iterator[Document | InputError]:
    """Read documents from files, directories, patterns and standard input.

    Nothing is raised for an input that cannot be read: its error is yielded in its place, one
    clear line, and the others are still read. Ids are the paths as given (standard input is
    ``<stdin>``), or those that JSON documents bring; no two documents share one.

    Args:
        inputs: Paths of files and directories, patterns (``"drafts/**/*.md"``), ``"-"``.
        stdin: What ``"-"`` reads.
        taken: Ids that other documents have already.
        options: Limits and choices; the default ones if ``None``.
        without: Files that are passed over wherever they turn up, such as an earlier report.

    Yields:
        Documents and errors, in the order of the inputs.
    """
    ids = set(taken)
    for source in sources(inputs, stdin, options, without):
        if isinstance(source, InputError):
            yield source
            continue
        for position, item in enumerate(read_source(source), 1):
            yield _with_own_id(item, f"{source.name}:{position}", ids)


def read_bytes(
    data: bytes, name: str, options: ReadingOptions | None = None
) -> Iterator[Document | InputError]:
    """Read documents from bytes; the name's suffix helps to tell the format.

    Args:
        data: The content of a file.
        name: What to call it in errors; also the id of its document.
        options: Limits and choices; the default ones if ``None``.

    Yields:
        Documents and errors, in the order of the content.
    """
    ids: set[str] = set()
    source = Source.of_bytes(name, data, options=options)
    for position, item in enumerate(read_source(source), 1):
        yield _with_own_id(item, f"{name}:{position}", ids)


def _with_own_id(
    item: Document | InputError, otherwise: str, ids: set[str]
) -> Document | InputError:
    """The item, under another id if an earlier document has its id."""
    if isinstance(item, InputError):
        return item
    name, copy = item.id, 1
    while name in ids:
        name = otherwise if copy == 1 else f"{otherwise}~{copy}"
        copy += 1
    ids.add(name)
    return item if name == item.id else replace(item, id=name)
