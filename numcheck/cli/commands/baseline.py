"""``numcheck baseline``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from numcheck.cli import CLEAN, TROUBLE
from numcheck.cli.completion import file_names
from numcheck.cli.options import (
    cache_option,
    fast_html_option,
    inputs_argument,
    settings_options,
)

__all__ = ["command"]

_DEFAULT = ".numcheck-baseline.json"

_against = click.option(
    "--against",
    "-a",
    multiple=True,
    metavar="PATH",
    shell_complete=file_names,
    help='As for "numcheck check".',
)


@click.group("baseline")
def command() -> None:
    """Live with what was found before: tell only what is new.

    Findings are known by the figures and sentences that they are about, never by line, so that
    edits elsewhere in an article do not bring them back.
    """


@command.command("write")
@inputs_argument
@_against
@settings_options
@cache_option
@fast_html_option
@click.option(
    "--output",
    "-o",
    metavar="FILE",
    shell_complete=file_names,
    default=_DEFAULT,
    show_default=True,
    help="File to write.",
)
def write(inputs: Sequence[str], output: str, cached: bool, **chosen: Any) -> int:
    """Write down everything that is found in INPUT now.

    Exit status: 0, or 2 for a wrong call or an input that could not be read.
    """
    from numcheck.cli.inspection import inspect, settings_for
    from numcheck.cli.output import Output
    from numcheck.triage import write_baseline

    # What an old baseline knows stays known only if it is still found.
    settings = settings_for(inputs, baseline="", **chosen)
    inspection = inspect(inputs, settings, cached=cached, outputs=[output])
    if inspection.report is None or not inspection.complete:
        return TROUBLE
    Output("json", output).write(write_baseline(inspection.report))
    count = len({finding.fingerprint for finding in inspection.report.findings})
    click.echo(f"wrote {count:,} {'finding' if count == 1 else 'findings'} to {output}")
    return CLEAN


@command.command("check")
@inputs_argument
@_against
@settings_options
@cache_option
@fast_html_option
@click.option(
    "--baseline",
    metavar="FILE",
    shell_complete=file_names,
    help=f"The baseline; {_DEFAULT} if none is configured.",
)
def check(inputs: Sequence[str], baseline: str | None, cached: bool, **chosen: Any) -> int:
    """Check INPUT and tell only what the baseline does not know.

    The same as "numcheck check --baseline FILE", which has more options.

    Exit status: as for "numcheck check".
    """
    from numcheck.cli.inspection import inspect, settings_for
    from numcheck.cli.output import Output
    from numcheck.reporting import render

    settings = settings_for(inputs, baseline=baseline, **chosen)
    if not settings.baseline.value:
        settings = settings.overridden(baseline=_DEFAULT)
    inspection = inspect(inputs, settings, cached=cached)
    if inspection.report is None:
        return TROUBLE
    target = Output("text")
    target.write(render(inspection.report, "text", color=target.color, width=target.width))
    return inspection.status()
