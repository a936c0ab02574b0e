"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from numcheck.reporting.formats import formats

__all__ = ["inputs_argument", "output_options"]

_Command = TypeVar("_Command", bound=Callable[..., object])

inputs_argument = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")


def output_options(package: str) -> Callable[[_Command], _Command]:
    """Options that say how and where to write.

    Args:
        package: The package of :mod:`numcheck.reporting` that holds the formats.
    """
    options = (
        click.option(
            "--format",
            "-f",
            "format_name",
            type=click.Choice(formats(package)),
            default="text",
            show_default=True,
            help="How to write the result.",
        ),
        click.option(
            "--output",
            "-o",
            metavar="FILE",
            default="",
            help="Write to a file, which is replaced, instead of standard output.",
        ),
        click.option(
            "--color/--no-color",
            default=None,
            help="Colour or none; by default only on a terminal, and not where NO_COLOR is set.",
        ),
        click.option(
            "--width",
            type=click.IntRange(min=1, max=1000),
            metavar="COLUMNS",
            help="Columns to fill; by default those of the terminal.",
        ),
    )

    def add(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add
