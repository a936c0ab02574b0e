"""``--annotate``: a Word file with the findings as comments, beside the one that was checked."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from numcheck.errors import UsageError

if TYPE_CHECKING:
    from numcheck.model import Report

__all__ = ["write_annotated"]

_OPTION = "--annotate"


def write_annotated(report: Report, target: str, *, quiet: bool, verbose: bool) -> None:
    """Write the Word file among the inputs with its findings as comments.

    Args:
        report: What was found.
        target: The file to write; it is replaced only when all of it is on disk.
        quiet: Whether to leave out figures that are only unverified.
        verbose: Whether to tell roundings too.

    Raises:
        UsageError: No input is a Word file, or several are, or the file cannot be written.
        InputError: The Word file has changed since it was read.
    """
    from numcheck.reading.source import Source
    from numcheck.reporting.word import annotate

    path, document = _word_file(report)
    data = annotate(Source.of_file(path).data(), report, document, quiet=quiet, verbose=verbose)
    unfinished = f"{target}.{os.getpid()}.tmp"
    try:
        with open(unfinished, "wb") as stream:
            stream.write(data)
        os.replace(unfinished, target)
    except OSError as error:
        with suppress(OSError):
            os.unlink(unfinished)
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot write the file ({reason})", target) from error


def _word_file(report: Report) -> tuple[str, str]:
    """Path and id of the only Word file that was checked."""
    found = [
        (document.path, document.id)
        for document in report.documents
        if document.id not in report.against and _is_word_file(document.path)
    ]
    if not found:
        raise UsageError(
            "only a Word file (.docx) takes comments, and no input file is one", _OPTION
        )
    if len(found) > 1:
        names = ", ".join(path for path, _ in found[:3])
        raise UsageError(f"several inputs are Word files ({names}); check one at a time", _OPTION)
    return found[0]


def _is_word_file(path: str) -> bool:
    from numcheck.reading.formats.docx import SUFFIXES, recognises
    from numcheck.reading.source import Source

    if not path or not os.path.isfile(path):
        return False
    sure = recognises(Source.of_file(path).head())
    return sure == 2 or (sure > 0 and path.lower().endswith(SUFFIXES))
