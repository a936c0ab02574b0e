"""``numcheck facts``: begin a table of reference figures, and see how it is understood."""

from __future__ import annotations

from collections.abc import Sequence

import click

from numcheck.cli import CLEAN
from numcheck.cli.completion import file_names

__all__ = ["command"]

_DEFAULT = "facts.csv"


@click.group("facts")
def command() -> None:
    """Write and check tables of reference figures, for "numcheck check --facts"."""


@command.command("init")
@click.argument("path", metavar="[FILE]", shell_complete=file_names, default=_DEFAULT)
def init(path: str) -> int:
    """Write an example with comments to FILE, facts.csv by default; .yaml writes YAML.

    A file that is there already stays as it is.
    """
    from numcheck.facts.template import write_example

    write_example(path)
    _say(
        f"wrote {path}; put your own figures there, then:",
        f"  numcheck facts check {path}",
        f"  numcheck check --facts {path} article.txt",
    )
    return CLEAN


@command.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", shell_complete=file_names)
def check(paths: Sequence[str]) -> int:
    """List the rows of tables as they were understood.

    The nearest configuration says how their numbers and dates are written.

    Exit status: 0, or 2 where a row is broken; each is told with its file and line.
    """
    from numcheck.cli.inspection import settings_for
    from numcheck.facts import load_facts
    from numcheck.reporting.facts import facts_table

    facts = load_facts(paths, style=settings_for(paths).style).facts
    count = "1 fact" if len(facts) == 1 else f"{len(facts):,} facts"
    _say(*facts_table(facts), "", f"{count}: all understood")
    return CLEAN


def _say(*lines: str) -> None:
    from numcheck.cli.output import Output

    Output("text").write("".join(f"{line}\n" for line in lines))
