"""Which format reads an input.

A format is one module of :mod:`numcheck.reading.formats`; there is no list to keep. It defines

``SUFFIXES``
    the suffixes it reads, in lower case with their dots (``(".html", ".htm")``);
``recognises(head)``
    whether the first bytes can only be this format, whatever the name says, or, with a name that
    says nothing, probably are: ``2`` certain, ``1`` probable, ``0`` no;
``read(source)``
    yields a :class:`~numcheck.model.Document` or an :class:`~numcheck.errors.InputError` for each
    document in the source; it may raise an ``InputError`` that ends the source.

and, where most files with its suffixes are something else, ``SEARCHED = False``: such files are
read only where somebody names them.

Importing a format must be cheap: what is heavy is imported inside ``read``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.packages import kind_of
from numcheck.reading.source import Source, suffix_of

__all__ = ["Format", "format_of", "is_searched", "known_suffixes", "searched_suffixes"]

_CERTAIN = 2
_FALLBACK = "text"
_PACKAGE = (b"PK\3\4", b"PK\5\6")


class Format(Protocol):
    """What a module of :mod:`numcheck.reading.formats` defines."""

    SUFFIXES: tuple[str, ...]

    def recognises(self, head: bytes) -> int:
        """How sure the format is that these first bytes are its own: 2, 1 or 0."""

    def read(self, source: Source) -> Iterator[Document | InputError]:
        """The documents of a source."""


def known_suffixes() -> frozenset[str]:
    """The suffixes of all files that can be read."""
    return frozenset(suffix for format in _formats().values() for suffix in format.SUFFIXES)


def searched_suffixes() -> frozenset[str]:
    """The suffixes of the files that a directory is searched for."""
    return frozenset(
        suffix
        for format in _formats().values()
        if getattr(format, "SEARCHED", True)
        for suffix in format.SUFFIXES
    )


def is_searched(name: str) -> bool:
    """Whether a directory or archive is searched for files of this name.

    A compressed file counts by what is inside: ``a.jsonl.gz`` does, ``photo.raw.gz`` does not.
    """
    suffixes = searched_suffixes()
    suffix = suffix_of(name)
    if suffix not in suffixes:
        return False
    inside = _formats()["compressed"].inner_name(name)  # type: ignore[attr-defined]
    return inside == name or suffix_of(inside) in suffixes


def format_of(source: Source) -> Format:
    """The format that reads a source: by certain content, by suffix, by probable content, text.

    Raises:
        InputError: The source cannot be read.
    """
    head = source.head()
    formats = _formats()
    if head.startswith(_PACKAGE) and (kind := kind_of(source)) in formats:
        return formats[kind]
    confidence = {name: format.recognises(head) for name, format in formats.items()}
    for name, format in formats.items():
        if confidence[name] == _CERTAIN:
            return format
    for format in formats.values():
        if source.suffix in format.SUFFIXES:
            return format
    likely = max(formats, key=lambda name: confidence[name])
    return formats[likely if confidence[likely] else _FALLBACK]


@cache
def _formats() -> dict[str, Format]:
    """The formats by name, in the order of their names."""
    directory = os.path.join(os.path.dirname(__file__), "formats")
    names = sorted(entry[:-3] for entry in os.listdir(directory) if entry.endswith(".py"))
    return {
        name: cast(Format, import_module(f"numcheck.reading.formats.{name}"))
        for name in names
        if not name.startswith("_")
    }
