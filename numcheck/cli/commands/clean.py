"""``numcheck clean``."""

from __future__ import annotations

import click

from numcheck.cli import CLEAN

__all__ = ["command"]


@click.command("clean", short_help="Forget the results of earlier checks.")
def command() -> int:
    """Forget the results that earlier checks left in the cache.

    Nothing else depends on them: the next check computes them anew. They are kept in the directory
    that NUMCHECK_CACHE names, else in the user's cache directory, and the ones that nobody used for
    longest make room for new ones.
    """
    from numcheck.inspection import Results, results_directory

    directory = results_directory()
    removed, freed = Results(directory).clear()
    results = "1 result" if removed == 1 else f"{removed:,} results"
    click.echo(f"removed {results} ({freed / 1024:,.0f} kB) from {directory}")
    return CLEAN
