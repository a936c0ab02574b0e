"""From what the user names to the files that are read."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from numcheck.errors import InputError
from numcheck.reading.options import ReadingOptions
from numcheck.reading.registry import is_searched, searched_suffixes
from numcheck.reading.source import Source

__all__ = ["STANDARD_INPUT", "sources"]

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,9}://", re.I)

_USUAL = (".txt", ".md", ".html", ".docx", ".pdf", ".jsonl")
"""What articles mostly are; an error has no room for all suffixes."""

STANDARD_INPUT = "<stdin>"
"""Id of the document that standard input holds."""


def sources(
    inputs: Sequence[str],
    stdin: BinaryIO | None = None,
    options: ReadingOptions | None = None,
    without: Iterable[str] = (),
) -> Iterator[Source | InputError]:
    """The files behind inputs, each once, in the order of the inputs, directories sorted.

    Args:
        inputs: Files, directories (searched for known suffixes), patterns with ``*``, ``?``,
            ``[]`` and ``**``, a table with the column of its text (``articles.csv#body``), and
            ``-`` for standard input.
        stdin: Standard input.
        options: How to read them.
        without: Files that are passed over wherever they turn up, such as an earlier report in a
            directory.

    Yields:
        A source, or an error for an input that leads to none.
    """
    seen = {os.path.realpath(name) for name in without}
    chosen = options or ReadingOptions()
    for name in inputs:
        for source in _expanded(name, stdin, chosen):
            if isinstance(source, Source):
                key = os.path.realpath(source.path) if source.path else source.name
                if key in seen:
                    continue
                seen.add(key)
            yield source


def _expanded(
    name: str, stdin: BinaryIO | None, options: ReadingOptions
) -> Iterator[Source | InputError]:
    if name == "-":
        if stdin is None:
            yield InputError("there is no standard input to read", STANDARD_INPUT)
        else:
            yield _standard_input(stdin, options)
    elif not name or "\0" in name:
        yield InputError("no file can have that name; check the path", repr(name))
    elif _ADDRESS.match(name):
        yield InputError("numcheck fetches nothing; save the page and give the file", name)
    elif os.path.isdir(name):
        yield from _directory(name, options)
    elif not os.path.lexists(name) and glob.has_magic(name):
        yield from _pattern(name, options)
    elif column := _column_of(name):
        file = name[: -len(column) - 1]
        yield _file(file, replace(options, text_column=column))
    else:
        yield _file(name, options)


def _column_of(name: str) -> str:
    """The column that ``articles.csv#body`` names; empty if the name is a plain one."""
    file, _, column = name.rpartition("#")
    named = bool(file and column) and not os.path.lexists(name) and os.path.isfile(file)
    return column if named else ""


def _file(name: str, options: ReadingOptions) -> Source | InputError:
    source = Source.of_file(name, options=options)
    if not _would_block(name):
        return source
    # A pipe or device, such as the shell's <(command), can be read only once.
    try:
        return Source.of_bytes(name, source.data(), options=options)
    except InputError as error:
        return error


def _standard_input(stdin: BinaryIO, options: ReadingOptions) -> Source | InputError:
    try:
        data = stdin.read(options.limits.file_bytes + 1)
        return Source.of_bytes(STANDARD_INPUT, data, options=options)
    except (OSError, ValueError) as error:  # closed, or opened for writing
        return InputError(f"cannot be read ({error})", STANDARD_INPUT)


def _directory(name: str, options: ReadingOptions) -> Iterator[Source | InputError]:
    problems: list[OSError] = []
    found = False
    for directory, below, files in os.walk(name, onerror=problems.append):
        below[:] = sorted(entry for entry in below if not entry.startswith("."))
        for entry in sorted(files):
            # What is here is called by its name, not "./" and its name.
            path = entry if directory == "." else os.path.join(directory, entry).removeprefix("./")
            # An office program marks a document that is open by a file named ~$ and its name.
            known = is_searched(entry) and not entry.startswith((".", "~$"))
            if known and not _would_block(path):
                found = True
                yield Source.of_file(path, options=options)
    for problem in problems:
        place = str(problem.filename or name)
        yield InputError("cannot list the directory; make it readable", place)
    if not found and not problems:
        usual = [suffix for suffix in _USUAL if suffix in searched_suffixes()]
        kinds = f"{', '.join(usual)} and {len(searched_suffixes()) - len(usual)} other suffixes"
        yield InputError(f"nothing to read in this directory; it is searched for {kinds}", name)


def _would_block(path: str) -> bool:
    """Whether it is a pipe, socket or device, which is read only where somebody names it."""
    return os.path.exists(path) and not os.path.isfile(path)


def _pattern(name: str, options: ReadingOptions) -> Iterator[Source | InputError]:
    # "*" alone also meets pictures and the like, which nobody meant; "*.dat" is meant.
    choosy = "." in os.path.basename(name)
    found = False
    for path in sorted(glob.iglob(name, recursive=True)):
        if os.path.isdir(path):
            if "**" not in name:
                found = True
                yield from _directory(path, options)
        elif choosy or is_searched(path):
            found = True
            yield _file(path, options)
    if not found:
        yield InputError("no file matches this pattern; check it, and quote it", name)
