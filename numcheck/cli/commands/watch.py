"""``numcheck watch``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from numcheck.cli import CLEAN
from numcheck.cli.options import check_options, inputs_argument, output_options
from numcheck.errors import NumcheckError

if TYPE_CHECKING:
    from numcheck.cli.output import Output

__all__ = ["command"]


@click.command("watch", short_help="Check again whenever something is saved.")
@inputs_argument
@check_options
@output_options("reports", several=True)
def command(
    inputs: Sequence[str],
    cached: bool,
    quiet: bool,
    verbose: bool,
    format_name: str | None,
    output: Sequence[str],
    color: bool | None,
    width: int | None,
    **chosen: Any,
) -> int:
    """Check INPUT now, and again whenever it is saved, until Ctrl-C.

    Sources, reference figures, rules and the configuration are watched too. A terminal is cleared
    before each report; elsewhere, a line on standard error names what has changed. It needs
    the extra "watch".

    \b
    numcheck watch draft.md
    numcheck watch --select B --against sources/ drafts/
    numcheck watch --output report.html drafts/

    Exit status: 0 when it is ended by Ctrl-C, 2 for a wrong call.
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.inspection import settings_for
    from numcheck.cli.output import complain, targets
    from numcheck.cli.watching import changes, watched_by

    outputs = targets(format_name, output, color, width)
    try:
        settings = settings_for(inputs, **chosen)
        named = (settings.against, settings.facts, settings.rules)
        others = [*(one.value for one in named), (settings.baseline.value,)]
    except NumcheckError:  # it is told by the first check, and may be mended by the next one
        others = [chosen["against"], chosen["facts"], chosen["rules"], (chosen["baseline"] or "",)]
    watched = replace(watched_by(inputs, *others), outputs=tuple(output))
    try:
        for changed in changes(watched):
            _part(changed, outputs)
            try:
                _check(inputs, outputs, cached=cached, quiet=quiet, verbose=verbose, **chosen)
            except NumcheckError as error:
                complain(error)
    except KeyboardInterrupt:
        pass
    return CLEAN


def _check(
    inputs: Sequence[str],
    outputs: Sequence[Output],
    *,
    cached: bool,
    quiet: bool,
    verbose: bool,
    **chosen: Any,
) -> None:
    from numcheck.cli.inspection import inspect, rules_to_explain, settings_for
    from numcheck.reporting import render

    settings = settings_for(inputs, **chosen)
    written = [target.path for target in outputs if target.path]
    inspection = inspect(inputs, settings, cached=cached, quiet=quiet, outputs=written)
    if inspection.report is None:
        return
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


def _part(changed: Sequence[str], outputs: Sequence[Output]) -> None:
    """Set a report apart from the one before it."""
    import os
    import sys

    from numcheck.cli.output import complain

    if sys.stdout.isatty() and any(not target.path for target in outputs):
        click.clear()
    elif changed:
        names = ", ".join(os.path.relpath(path) for path in changed)
        complain(f"{names} changed")
