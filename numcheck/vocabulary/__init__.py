"""Word lists, tolerances and synonyms: the data files beside this module and their loader.

Three shapes, by what reading them costs. Hot paths keep their words in ``.txt`` (an entry a line)
or ``.tsv`` (fields parted by tabs), which read at hundreds of megabytes a second; ``.yaml`` is for
small data with structure, since a YAML parser reads about a megabyte a second. In ``.txt`` and
``.tsv`` files, empty lines and lines that begin with ``#`` are comments.

>>> from numcheck import vocabulary
>>> vocabulary.table("months")[0]
('january', '1')
"""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from numcheck.errors import VocabularyError

__all__ = ["lines", "load", "table", "text"]

_HOME = os.path.dirname(__file__)


@cache
def text(name: str) -> str:
    """The content of a data file.

    Args:
        name: File name with its suffix, below this directory (``"units/trade.tsv"``).

    Raises:
        VocabularyError: The file is missing or is not UTF-8.
    """
    path = os.path.join(_HOME, *name.split("/"))
    try:
        # The module's own loader also reads from a zip; importlib.resources costs 15 ms to import.
        data: bytes = __spec__.loader.get_data(path)  # type: ignore[union-attr]
        return data.decode("utf-8").replace("\r\n", "\n")
    except OSError as error:
        raise VocabularyError("no such word list; reinstall numcheck", name) from error
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        raise VocabularyError(problem, name) from error


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of a ``.txt`` file, stripped, in file order, without comments.

    Args:
        name: File name; ``.txt`` is added where it has no suffix.

    Raises:
        VocabularyError: The file is missing or is not UTF-8.
    """
    stripped = (line.strip() for line in text(_named(name, ".txt")).split("\n"))
    return tuple(line for line in stripped if line and line[0] != "#")


@cache
def table(name: str, columns: int = 0) -> tuple[tuple[str, ...], ...]:
    """The rows of a ``.tsv`` file in file order, without comments.

    Args:
        name: File name; ``.tsv`` is added where it has no suffix.
        columns: How many fields each row must have; 0 leaves rows as they are.

    Raises:
        VocabularyError: The file is missing, is not UTF-8, or a row has another number of fields.
    """
    name = _named(name, ".tsv")
    content = text(name).split("\n")
    rows = tuple(tuple(line.split("\t")) for line in content if line and line[0] != "#")
    if columns and any(len(row) != columns for row in rows):
        for number, line in enumerate(content, 1):
            found = line.count("\t") + 1
            if line and line[0] != "#" and found != columns:
                problem = f"{found} fields where {columns} are needed, parted by tabs"
                raise VocabularyError(problem, f"{name}:{number}")
    return rows


@cache
def load(name: str) -> Any:
    """The content of a ``.yaml`` file (YAML 1.2 core schema: ``no`` is a word, not a boolean).

    The same object is returned at every call: read it, never change it.

    Args:
        name: File name; ``.yaml`` is added where it has no suffix.

    Raises:
        VocabularyError: The file is missing, is not UTF-8, is not YAML, or repeats a key.
    """
    name = _named(name, ".yaml")
    content = text(name)
    from numcheck.vocabulary._yaml import parse

    return parse(content, name)


def _named(name: str, suffix: str) -> str:
    return name if "." in name.rpartition("/")[2] else name + suffix
