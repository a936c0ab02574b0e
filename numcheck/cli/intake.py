"""From the arguments of a command to documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numcheck.cli.output import complain, refuse_to_overwrite
from numcheck.errors import UsageError

if TYPE_CHECKING:
    from numcheck.cli.progress import Progress
    from numcheck.model import Document
    from numcheck.reading import ReadingOptions

__all__ = ["Intake", "take_in"]

_MARKS = (b'<meta name="generator" content="numcheck ', b"### numcheck\n")
"""What reports begin with that could be taken for articles."""
_BEGINNING = 2048


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read.

    Attributes:
        documents: What to check.
        sources: What to check it against.
        complete: Whether every input could be read; complaints about the others are out already.
    """

    documents: list[Document]
    sources: list[Document]
    complete: bool


def take_in(
    inputs: Sequence[str],
    against: Sequence[str] = (),
    progress: Progress | None = None,
    options: ReadingOptions | None = None,
    outputs: Sequence[str] = (),
) -> Intake:
    """Read all inputs, and complain on standard error about those that cannot be read.

    A file that is both checked and found among the sources is no source: it would support itself.
    A report that is to be written anew is no article, though it may stand in a directory of them.

    Args:
        inputs: Files, directories, patterns and ``-``, to be checked.
        against: The same, to be checked against.
        progress: Told after each document how many have been read.
        options: Limits and choices; the default ones if ``None``.
        outputs: Files that are to be written.

    Raises:
        UsageError: Standard input is named for both, and can be read only once; or an article
            would be lost because it is also to be written.
    """
    for output in outputs:
        refuse_to_overwrite(output, (*inputs, *against))
    without = [output for output in outputs if _is_report(output)]
    if "-" in inputs and "-" in against:
        raise UsageError("standard input cannot be checked against itself; name a file", "-")
    documents, complete = _read(inputs, (), progress, 0, options, without)
    checked = {os.path.realpath(document.path) for document in documents if document.path}
    ids = [document.id for document in documents]
    sources, sources_complete = (
        _read(against, ids, progress, len(ids), options, without) if against else ([], True)
    )
    articles = dict.fromkeys(one.path for one in (*documents, *sources) if one.path)
    for output in outputs:
        refuse_to_overwrite(output, tuple(articles))
    return Intake(
        documents,
        [one for one in sources if not one.path or os.path.realpath(one.path) not in checked],
        complete and sources_complete,
    )


def _read(
    inputs: Sequence[str],
    taken: Sequence[str],
    progress: Progress | None,
    before: int,
    options: ReadingOptions | None,
    without: Sequence[str],
) -> tuple[list[Document], bool]:
    from numcheck.errors import InputError
    from numcheck.reading import read

    documents: list[Document] = []
    complete = True
    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    for item in read(inputs, stdin, taken=taken, options=options, without=without):
        if isinstance(item, InputError):
            if progress is not None:
                progress.make_room()
            complain(" ".join(str(item).split()))
            complete = False
        else:
            documents.append(item)
            if progress is not None:
                progress.reading(before + len(documents))
    return documents, complete


def _is_report(path: str) -> bool:
    """Whether a file is a report of an earlier run."""
    with suppress(OSError):
        if os.path.isfile(path):
            with open(path, "rb") as stream:
                beginning = stream.read(_BEGINNING)
            return any(mark in beginning for mark in _MARKS)
    return False
