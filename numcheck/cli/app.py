"""The command group. Its commands are the modules of :mod:`numcheck.cli.commands`."""

from __future__ import annotations

import os
from importlib import import_module

import click

from numcheck import __version__

__all__ = ["numcheck"]


class _Commands(click.Group):
    """Finds commands by looking into their package and imports the ones that are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the modules."""
        entries = os.listdir(os.path.join(os.path.dirname(__file__), "commands"))
        return sorted(
            entry.removesuffix(".py")
            for entry in entries
            if entry.endswith(".py") and not entry.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The ``command`` of the module with this name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"numcheck.cli.commands.{cmd_name}").command
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="numcheck %(version)s")
def numcheck() -> None:
    """Find the figures in articles and report those that cannot be right.

    \b
    numcheck check article.txt                  one article against itself
    numcheck check one.html two.txt wire.jsonl  several sources of one story
    numcheck check draft.md --against sources/  a draft against its sources
    numcheck extract article.txt                every figure, as a table
    numcheck rules list                         what is checked

    Exit status: 0 clean, 1 findings of severity error, 2 a wrong call or an input that could not
    be read.
    """  # noqa: D301 - \b is click's mark for lines that it must not join
