"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from numcheck.cli.completion import file_names, rule_names
from numcheck.reporting.formats import formats

__all__ = [
    "cache_option",
    "check_options",
    "configuration_options",
    "fast_html_option",
    "inputs_argument",
    "output_options",
    "settings_options",
]

_Command = TypeVar("_Command", bound=Callable[..., object])

inputs_argument = click.argument(
    "inputs", nargs=-1, required=True, metavar="INPUT...", shell_complete=file_names
)


cache_option = click.option(
    "--no-cache",
    "cached",
    flag_value=False,
    default=True,
    type=bool,
    help="Compute everything anew, and keep nothing for the next time.",
)

fast_html_option = click.option(
    "--fast-html",
    is_flag=True,
    help="Take articles out of web pages several times faster, and less choosily (extra warc).",
)


def check_options(command: _Command) -> _Command:
    """What ``check`` and ``watch`` have in common besides their output."""
    options = (
        click.option(
            "--against",
            "-a",
            multiple=True,
            metavar="PATH",
            shell_complete=file_names,
            help="Sources that the inputs were written from: figures that they do not support are "
            "reported. A file, directory or pattern; may be given several times.",
        ),
        click.option(
            "--facts",
            multiple=True,
            metavar="FILE",
            shell_complete=file_names,
            help="Reference figures: a CSV, TSV, YAML, JSON, JSONL, Parquet or DuckDB table. "
            "Figures that agree are verified, others contradicted; may be given several times.",
        ),
        settings_options,
        click.option(
            "--baseline",
            metavar="FILE",
            shell_complete=file_names,
            help="Do not tell the findings that this file knows.",
        ),
        fast_html_option,
        cache_option,
        click.option(
            "--quiet", "-q", is_flag=True, help="Only disputes, discrepancies and the summary."
        ),
        click.option(
            "--verbose", "-v", is_flag=True, help="Also roundings, and how figures were read."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def configuration_options(command: _Command) -> _Command:
    """Options that say which configuration is in force."""
    options = (
        click.option(
            "--config",
            metavar="FILE",
            shell_complete=file_names,
            help="Configuration to use, instead of the nearest numcheck.toml, .numcheck.yaml or "
            "pyproject.toml upwards from the inputs.",
        ),
        click.option("--isolated", is_flag=True, help="Use no configuration file."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def settings_options(command: _Command) -> _Command:
    """Options that say which rules are in force."""
    options = (
        click.option(
            "--rules",
            "-r",
            multiple=True,
            metavar="PATH",
            shell_complete=file_names,
            help="Rules of your own, besides the shipped ones; may be given several times.",
        ),
        click.option(
            "--select",
            multiple=True,
            metavar="RULES",
            shell_complete=rule_names,
            help="Only these: letters, families or names (B,A12,percent-change).",
        ),
        click.option(
            "--ignore",
            multiple=True,
            metavar="RULES",
            shell_complete=rule_names,
            help="Not these; the closer name wins.",
        ),
        configuration_options,
    )
    for option in reversed(options):
        command = option(command)
    return command


def output_options(package: str, *, several: bool = False) -> Callable[[_Command], _Command]:
    """Options that say how and where to write.

    Args:
        package: The package of :mod:`numcheck.reporting` that holds the formats.
        several: Whether there may be several outputs, their formats told by their suffixes.
    """
    options = (
        click.option(
            "--format",
            "-f",
            "format_name",
            type=click.Choice(formats(package)),
            default=None if several else "text",
            show_default=not several,
            help="How to write the result; text by default, or what the output's suffix says."
            if several
            else "How to write the result.",
        ),
        click.option(
            "--output",
            "-o",
            metavar="FILE",
            shell_complete=file_names,
            multiple=several,
            default=() if several else "",
            help="Write to a file, which is replaced, instead of standard output"
            + ("; may be given several times, - is standard output." if several else "."),
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
