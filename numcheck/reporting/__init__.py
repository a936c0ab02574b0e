"""Turns a report, or a list of figures, into something to look at or to feed to a machine.

A format is one module of :mod:`numcheck.reporting.reports` (what ``check`` found) or of
:mod:`numcheck.reporting.listings` (what ``extract`` found). The module's name is the name of the
format and it defines one function, ``render``; there is no list to keep.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from numcheck.errors import UsageError
from numcheck.model import Document, Figure, Report
from numcheck.reporting.formats import formats, load
from numcheck.reporting.style import Style

if TYPE_CHECKING:
    from numcheck.alignment.versions import Change
    from numcheck.engine import Rule

__all__ = [
    "CHANGE_FORMATS",
    "FIGURE_FORMATS",
    "FORMATS",
    "Style",
    "render",
    "render_changes",
    "render_figures",
]

FORMATS: tuple[str, ...] = formats("reports")
"""Formats of a report, for :func:`render`: ``text`` first, then by name."""

CHANGE_FORMATS: tuple[str, ...] = formats("changes")
"""Formats of a comparison of versions, for :func:`render_changes`."""

FIGURE_FORMATS: tuple[str, ...] = formats("listings")
"""Formats of a list of figures, for :func:`render_figures`: ``text`` first, then by name."""


def render(
    report: Report,
    format: str = "text",
    *,
    color: bool = False,
    width: int | None = None,
    verbose: bool = False,
    quiet: bool = False,
    links: bool | None = None,
    rules: Sequence[Rule] = (),
) -> str:
    """
    Write a report in one of :data:`FORMATS`.

    Args:
        report: What was found.
        format: Name of the format.
        color: Whether escape sequences for colour may be used (text only).
        width: Columns of the terminal; ``None`` is 100 columns without cutting file names.
        verbose: Also show roundings, and how each figure was read.
        quiet: Only disputes, discrepancies and the summary line.
        links: Whether file names become links a terminal can open; follows ``color`` if ``None``.
        rules: The rules that were in force, for formats that explain them; the shipped ones if
            there are none.

    Returns:
        The whole output, ending in a line break.

    Raises:
        UsageError: No such format.
    """
    style = Style(color, width, verbose, quiet, links, tuple(rules))
    output: str = load("reports", _known(format, FORMATS)).render(report, style)
    return output


def render_figures(
    documents: Sequence[Document],
    figures: Sequence[Figure],
    format: str = "text",
    *,
    color: bool = False,
    width: int | None = None,
    verbose: bool = False,
    links: bool | None = None,
) -> str:
    """
    Write figures in one of :data:`FIGURE_FORMATS`.

    Args:
        documents: The documents that the figures come from.
        figures: Their figures, by document and text order.
        format: Name of the format; ``jsonl`` is a figure a line, as in the public contract.
        color: Whether escape sequences for colour may be used (text only).
        width: Columns of the terminal; with ``None``, each column is as wide as it needs.
        verbose: Also list the figures of the page around the article (text only).
        links: Whether file names become links a terminal can open; follows ``color`` if ``None``.

    Returns:
        The whole output, ending in a line break unless it is empty.

    Raises:
        UsageError: No such format.
    """
    style = Style(color=color, width=width, verbose=verbose, links=links)
    module = load("listings", _known(format, FIGURE_FORMATS))
    output: str = module.render(documents, figures, style)
    return output


def render_changes(
    documents: Sequence[Document],
    changes: Sequence[Change],
    format: str = "text",
    *,
    color: bool = False,
    width: int | None = None,
) -> str:
    """
    Write what became of the figures of an article in one of :data:`CHANGE_FORMATS`.

    Args:
        documents: The old version and the new one.
        changes: What :func:`numcheck.alignment.versions.compare_versions` found.
        format: Name of the format.
        color: Whether escape sequences for colour may be used (text only).
        width: Columns of the terminal; with ``None``, each column is as wide as it needs.

    Returns:
        The whole output, ending in a line break.

    Raises:
        UsageError: No such format.
    """
    style = Style(color=color, width=width)
    output: str = load("changes", _known(format, CHANGE_FORMATS)).render(documents, changes, style)
    return output


def _known(format: str, names: tuple[str, ...]) -> str:
    if format not in names:
        raise UsageError(f"no format named {format!r}; choose one of {', '.join(names)}")
    return format
