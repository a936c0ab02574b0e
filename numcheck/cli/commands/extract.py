"""``numcheck extract``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from numcheck.cli import CLEAN, TROUBLE
from numcheck.cli.options import inputs_argument, output_options

if TYPE_CHECKING:
    from numcheck.cli.progress import Progress
    from numcheck.model import Document, Figure

__all__ = ["command"]


@click.command("extract")
@inputs_argument
@click.option(
    "--verbose",
    "-v",
    is_flag=True,
    help="Also dates, identifiers and the figures of the page around the article.",
)
@output_options("listings")
def command(
    inputs: Sequence[str],
    verbose: bool,
    format_name: str,
    output: str,
    color: bool | None,
    width: int | None,
) -> int:
    """List every figure with its unit, what it counts, and who says so.

    INPUT is the same as for "numcheck check".

    \b
    numcheck extract article.txt
    numcheck extract --format jsonl archive.jsonl > figures.jsonl

    Exit status: 0, or 2 for a wrong call or an input that could not be read.
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.intake import take_in
    from numcheck.cli.output import Output
    from numcheck.cli.progress import Progress

    with Progress() as progress:
        intake = take_in(inputs, progress=progress)
        if not intake.documents:
            return TROUBLE
        figures = _figures(intake.documents, progress)
    from numcheck.reporting import render_figures

    target = Output(format_name, output, color, width)
    target.write(
        render_figures(
            intake.documents,
            figures,
            format_name,
            color=target.color,
            width=target.width,
            verbose=verbose,
        )
    )
    return CLEAN if intake.complete else TROUBLE


def _figures(documents: Sequence[Document], progress: Progress) -> list[Figure]:
    from numcheck.extraction import extract

    figures: list[Figure] = []
    for done, document in enumerate(documents, 1):
        figures += extract(document)
        progress.checking(done, len(documents))
    return figures
