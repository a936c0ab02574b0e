"""``numcheck extract``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from numcheck.cli import CLEAN, TROUBLE
from numcheck.cli.options import (
    configuration_options,
    fast_html_option,
    inputs_argument,
    output_options,
)

if TYPE_CHECKING:
    from numcheck.extraction.style import Style
    from numcheck.model import Document, Figure

__all__ = ["command"]


@click.command("extract")
@inputs_argument
@configuration_options
@fast_html_option
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
    **chosen: Any,
) -> int:
    """List every figure with its unit, what it counts, and who says so.

    INPUT is the same as for "numcheck check". The configuration counts where it says how numbers
    and dates are written and how inputs are read.

    \b
    numcheck extract article.txt
    numcheck extract --format jsonl archive.jsonl > figures.jsonl

    Exit status: 0, or 2 for a wrong call or an input that could not be read.
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.deadline import in_time
    from numcheck.cli.inspection import settings_for
    from numcheck.cli.intake import take_in
    from numcheck.cli.output import Output
    from numcheck.cli.progress import Progress

    settings = settings_for(inputs, **chosen)
    outputs = [output] if output else []
    with Progress() as progress:
        intake = take_in(inputs, (), progress, settings.reading_options, outputs)
        if not intake.documents:
            return TROUBLE
        with in_time(intake.documents, settings, progress) as told:
            figures = _figures(intake.documents, told, settings.style)
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


def _figures(
    documents: Sequence[Document], told: Callable[[int, int], None], style: Style | None
) -> list[Figure]:
    from numcheck.extraction import analyse

    figures: list[Figure] = []
    for done, document in enumerate(documents, 1):
        figures += analyse(document, style).figures
        told(done, len(documents))
    return figures
