"""``numcheck check``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from numcheck.cli import TROUBLE
from numcheck.cli.completion import file_names
from numcheck.cli.options import check_options, inputs_argument, output_options

__all__ = ["command"]


@click.command("check", short_help="Report figures that cannot be right or that nothing backs.")
@inputs_argument
@check_options
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="The least grave finding that makes the exit status 1; error by default.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found.")
@click.option(
    "--annotate",
    metavar="FILE",
    shell_complete=file_names,
    help="Also write the Word file that is checked to FILE, with each finding as a comment at its "
    "figure.",
)
@output_options("reports", several=True)
def command(
    inputs: Sequence[str],
    exit_zero: bool,
    annotate: str | None,
    cached: bool,
    quiet: bool,
    verbose: bool,
    format_name: str | None,
    output: Sequence[str],
    color: bool | None,
    width: int | None,
    **chosen: Any,
) -> int:
    """Report figures that cannot both be right, and figures that nothing supports.

    INPUT is a text, web page, Word file, PDF or another format (docs/formats.md lists them), an
    archive of such files, a directory, a pattern in quotes ("drafts/**/*.md"), or - for standard
    input. Inputs that tell the same story are compared with each other.

    \b
    numcheck check article.txt
    numcheck check one.html two.txt wire.jsonl
    numcheck check draft.md --against sources/
    numcheck check draft.md --facts facts.csv
    numcheck check draft.docx --annotate checked.docx
    numcheck check --output report.json --output report.sarif articles/
    cat draft.txt | numcheck check -

    Exit status: 0 clean, 1 findings of severity error (see --fail-on), 2 a wrong call or an input
    that could not be read (the others are still checked and reported).
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.inspection import inspect, rules_to_explain, settings_for
    from numcheck.cli.output import targets

    outputs = targets(format_name, output, color, width)
    written = [target.path for target in outputs if target.path]
    if annotate is not None:
        written.append(annotate)
    settings = settings_for(inputs, **chosen)
    inspection = inspect(inputs, settings, cached=cached, quiet=quiet, outputs=written)
    if inspection.report is None:
        return TROUBLE
    if annotate is not None:
        from numcheck.cli.annotation import write_annotated

        write_annotated(inspection.report, annotate, quiet=quiet, verbose=verbose)
    from numcheck.reporting import render

    rules = rules_to_explain(settings)
    for target in outputs:
        target.write(
            render(
                inspection.report,
                target.format,
                color=target.color,
                width=target.width,
                verbose=verbose,
                quiet=quiet,
                rules=rules,
            )
        )
    return inspection.status(exit_zero=exit_zero)
