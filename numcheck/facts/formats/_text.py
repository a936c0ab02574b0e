"""The text of a table, and of its cells."""

from __future__ import annotations

from typing import Any

from numcheck.errors import FactsError, InputError
from numcheck.reading.encoding import decode
from numcheck.reading.source import Source

__all__ = ["Digits", "cells_of", "read_text"]

_LISTED = "; "


class Digits(str):
    """A number as machines write it: its point stands before decimals, whatever the house does."""

    __slots__ = ()


def read_text(path: str) -> str:
    """The content of a file, whatever its encoding, with line feeds only.

    Raises:
        FactsError: It cannot be read, or is binary or empty.
    """
    try:
        source = Source.of_file(path)
        text = decode(source.data(), source.name)
    except InputError as error:
        raise FactsError(error.problem, error.place) from error
    if not text.strip():
        raise FactsError('empty file; "numcheck facts init" writes an example', source.name)
    return text


def cells_of(record: Any, place: str) -> dict[str, str]:
    """The cells of a mapping from a file with structure.

    Args:
        record: A mapping of texts, numbers and lists of texts.
        place: Where it stands.

    Raises:
        FactsError: It is none.
    """
    if not isinstance(record, dict):
        raise FactsError("a fact is a mapping with measure, subject and value", place)
    cells = {}
    for name, value in record.items():
        if isinstance(value, bool | dict):
            raise FactsError(f"{name!r} must be a text or a number", place)
        if isinstance(value, list):
            if not all(isinstance(one, str) for one in value):
                raise FactsError(f"{name!r} must be a text or a list of texts", place)
            value = _LISTED.join(value)
        cells[str(name).strip()] = _text(value)
    return cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Digits):
        return value
    return str(value).strip() if isinstance(value, str) else Digits(value)
