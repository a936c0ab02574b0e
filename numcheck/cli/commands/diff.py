"""``numcheck diff``."""

from __future__ import annotations

from typing import Any

import click

from numcheck.cli import CLEAN, FINDINGS, TROUBLE
from numcheck.cli.completion import file_names
from numcheck.cli.options import configuration_options, fast_html_option, output_options

__all__ = ["command"]


@click.command("diff")
@click.argument("old", metavar="OLD", shell_complete=file_names)
@click.argument("new", metavar="NEW", shell_complete=file_names)
@configuration_options
@fast_html_option
@output_options("changes")
def command(
    old: str,
    new: str,
    format_name: str,
    output: str,
    color: bool | None,
    width: int | None,
    **chosen: Any,
) -> int:
    """List the figures that changed, appeared or vanished between two versions of an article.

    Figures are matched by what they measure, not by line, so a passage may move. One that is only
    given in another unit, or as a fifth instead of 20 per cent, is restated, not changed.

    \b
    numcheck diff monday.txt tuesday.txt
    numcheck diff --format json old.html new.html

    Exit status: 0 no figure changed, 1 some did, 2 a wrong call or an input that could not be
    read.
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.inspection import settings_for
    from numcheck.cli.intake import take_in
    from numcheck.cli.output import Output
    from numcheck.cli.progress import Progress
    from numcheck.errors import UsageError

    settings = settings_for((old, new), **chosen)
    outputs = [output] if output else []
    with Progress() as progress:
        intake = take_in((old, new), (), progress, settings.reading_options, outputs)
    if not intake.complete:
        return TROUBLE
    if len(intake.documents) != 2:
        problem = f"two articles are needed, found {len(intake.documents)}; name one file for each"
        raise UsageError(problem)
    from numcheck.alignment.versions import compare_versions
    from numcheck.extraction import analyse
    from numcheck.reporting import render_changes

    style = settings.style
    changes = compare_versions(*(analyse(document, style) for document in intake.documents))
    target = Output(format_name, output, color, width)
    target.write(
        render_changes(
            intake.documents, changes, format_name, color=target.color, width=target.width
        )
    )
    return FINDINGS if any(change.kind not in ("kept", "restated") for change in changes) else CLEAN
