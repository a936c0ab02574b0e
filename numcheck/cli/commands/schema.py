"""``numcheck schema``."""

from __future__ import annotations

import click

from numcheck.cli import CLEAN

__all__ = ["command"]


@click.command("schema", short_help="Print the JSON Schema of reports.")
def command() -> int:
    """Print the JSON Schema of what "numcheck check --format json" prints.

    The one of rule files is printed by "numcheck rules schema".

    \b
    numcheck schema > report.schema.json
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.output import Output
    from numcheck.reporting.schema import schema_text

    Output("json").write(schema_text())
    return CLEAN
