"""``numcheck explain``."""

from __future__ import annotations

from collections.abc import Sequence

import click

__all__ = ["command"]


@click.command("explain")
@click.argument("name", metavar="ID")
@click.option(
    "--rules",
    "-r",
    multiple=True,
    metavar="PATH",
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
