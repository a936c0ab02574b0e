"""``numcheck explain``."""

from __future__ import annotations

from collections.abc import Sequence

import click

from numcheck.cli.completion import file_names, rule_names

__all__ = ["command"]


@click.command("explain")
@click.argument("name", metavar="ID", shell_complete=rule_names)
@click.option(
    "--rules",
    "-r",
    multiple=True,
    metavar="PATH",
    shell_complete=file_names,
    help="Rules of your own, besides the shipped ones; may be given several times.",
)
def command(name: str, rules: Sequence[str]) -> int:
    """Explain a rule that a report names, by its name (percent-change) or code (B4.1).

    The code of a family (B4) or the letter of a chapter (B) lists the rules in it.
    The same as "numcheck rules show". How a rule reads a text of yours is told by
    "numcheck rules explain".
    """
    from numcheck.cli.commands.rules import show

    return show(name, rules)
