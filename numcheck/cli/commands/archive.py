"""``numcheck archive``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from numcheck.cli import CLEAN
from numcheck.cli.options import inputs_argument, settings_options

__all__ = ["command"]

_OVERVIEWS = ("markdown", "html", "csv")
_ANSWERS = ("table", "csv", "json")


@click.group("archive", short_help="Check archives of any size into a store that can be queried.")
def command() -> None:
    """Check archives of any size into a store that can be queried.

    \b
    numcheck archive run news/ --out store          check, or go on where it was interrupted
    numcheck archive report store                   what is disputed, by outlet and by rule
    numcheck archive show store ARTICLE             one document's report
    numcheck archive query store "SELECT ..."       anything else, in SQL
    """  # noqa: D301 - \b is click's mark for lines that it must not join


@command.command("run", short_help="Check an archive, or what has changed in it.")
@inputs_argument
@click.option("--out", required=True, metavar="DIR", help="The store: a folder, or a URL.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(min=1, max=4096),
    metavar="N",
    help="Processes; by default one for each processor.",
)
@click.option(
    "--executor",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Who does the work: processes of this machine, or a Dask cluster.",
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="The scheduler of a Dask cluster (tcp://host:8786); without, one is started here.",
)
@click.option(
    "--fast-html",
    is_flag=True,
    help="Take articles out of web pages several times faster, and less choosily.",
)
@click.option(
    "--shard-bytes",
    type=click.IntRange(min=1024),
    default=1024 * 1024,
    show_default=True,
    metavar="BYTES",
    help="About how much a worker reads at a time.",
)
@settings_options
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help="The least grave finding that makes the exit status 1; error by default.",
)
@click.option("--exit-zero", is_flag=True, help="End with 0 whatever is found.")
def run(inputs: Sequence[str], **chosen: Any) -> int:
    """Check an archive into a store, or what has changed in it since the last time.

    INPUT is a file of any format that can be read, a directory, a pattern in quotes, or a URL that
    fsspec knows (s3://bucket/news/*.jsonl). Documents that tell the same story are compared with
    each other, wherever they are. A run that was interrupted goes on where it was when the same
    command is given again; new and changed files are checked, those that are gone leave the store.

    \b
    numcheck archive run news/ --out store
    numcheck archive run crawl.warc.gz --out store --fast-html
    numcheck archive run news/ --out store --executor dask --scheduler tcp://host:8786

    Exit status: 0 clean, 1 findings of severity error (see --fail-on), 2 a wrong call or an input
    that could not be read (the others are still checked).
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.archiving import run_command

    return run_command(inputs, **chosen)


@command.command("query", short_help="Ask a store in SQL.")
@click.argument("store", metavar="DIR")
@click.argument("question", metavar="SELECT")
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(_ANSWERS),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
def query(store: str, question: str, format_name: str) -> int:
    """Ask a store in SQL. It can only be read, and no other file can.

    Tables: documents, figures, findings, claims, claim_figures, stories, sources, errors, meta;
    their columns are in docs/archives.md, and "DESCRIBE figures" lists them.

    \b
    numcheck archive query store "SELECT rule, count(*) FROM findings GROUP BY rule"
    numcheck archive query store "FROM claims WHERE status = 'disputed'" --format json
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.archiving import answer

    answer(store, question, format_name)
    return CLEAN


@command.command("report", short_help="An archive at a glance.")
@click.argument("store", metavar="DIR")
@click.option(
    "--format",
    "-f",
    "format_name",
    type=click.Choice(_OVERVIEWS),
    default="markdown",
    show_default=True,
    help="How to write it.",
)
@click.option("--output", "-o", metavar="FILE", default="", help="Write to a file.")
def report(store: str, format_name: str, output: str) -> int:
    """Top disputes, unverified figures by outlet, findings by rule, counts that develop."""
    from numcheck.archive.overview import overview_of, render
    from numcheck.cli.output import Output

    Output(format_name, output).write(render(overview_of(store), format_name))
    return CLEAN


@command.command("show", short_help="One document's report.")
@click.argument("store", metavar="DIR")
@click.argument("document", metavar="DOC")
@click.option("--verbose", "-v", is_flag=True, help="Also roundings, and how figures were read.")
def show(store: str, document: str, verbose: bool) -> int:
    """The report of one document, named by its id, path or URL, as `numcheck check` prints it."""
    from numcheck.archive.showing import report_of
    from numcheck.cli.output import Output
    from numcheck.reporting import render

    target = Output("text")
    told = render(
        report_of(store, document), color=target.color, width=target.width, verbose=verbose
    )
    target.write(told)
    return CLEAN
