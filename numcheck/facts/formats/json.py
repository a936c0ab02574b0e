"""JSON: a list of objects; JSON lines: an object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from numcheck.errors import FactsError
from numcheck.facts.formats._text import Digits, cells_of, read_text
from numcheck.facts.row import Problems, Row
from numcheck.reading.encoding import replace_lone_surrogates

__all__ = ["SUFFIXES", "rows"]

SUFFIXES: tuple[str, ...] = (".json", ".jsonl", ".ndjson")

# Numbers keep the digits that they are written with: 1.20 is known to the hundredth.
_DECODER = json.JSONDecoder(parse_float=Digits, parse_int=Digits)
_SPACE = re.compile(r"[ \t\n]*")
_LIST = "a list of objects is needed: [{...}, {...}]"


def rows(path: str, problems: Problems) -> Iterator[Row]:
    """The objects of a file, each with the line that it begins on.

    Args:
        path: The file.
        problems: Takes what is wrong with single objects.

    Raises:
        FactsError: The file cannot be read, or is neither a list of objects nor lines of them.
    """
    text = read_text(path)
    found = (
        _lines(text, path, problems) if not path.lower().endswith(".json") else _list(text, path)
    )
    for place, record in found:
        try:
            cells = cells_of(record, place)
        except FactsError as error:
            problems.take(error)
            continue
        yield Row(place, {name: replace_lone_surrogates(cell) for name, cell in cells.items()})


def _lines(text: str, path: str, problems: Problems) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = f"{path}:{number}"
            try:
                record, end = _decoded(line, _skip(line, 0), place)
                if _skip(line, end) < len(line):
                    raise FactsError(f"broken JSON at column {end + 1}: extra data", place)
            except FactsError as error:
                problems.take(error)
                continue
            yield place, record


def _list(text: str, path: str) -> Iterator[tuple[str, Any]]:
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        raise FactsError(_LIST, path)
    at = _skip(text, at + 1)
    line, counted = 1, 0
    while text[at : at + 1] != "]":
        line, counted = line + text.count("\n", counted, at), at
        place = f"{path}:{line}"
        record, end = _decoded(text, at, place)
        yield place, record
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            raise FactsError("broken JSON: a comma or ] is missing behind this object", place)
    if _skip(text, at + 1) < len(text):
        raise FactsError("broken JSON: something follows the list", path)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _decoded(text: str, at: int, place: str) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        what = error.msg[:1].lower() + error.msg[1:]
        name = place.rpartition(":")[0]
        line = int(place.rpartition(":")[2]) + text.count("\n", at, error.pos)
        raise FactsError(
            f"broken JSON at column {error.colno}: {what}", f"{name}:{line}"
        ) from error
    except RecursionError as error:
        raise FactsError("broken JSON: nested too deeply", place) from error
