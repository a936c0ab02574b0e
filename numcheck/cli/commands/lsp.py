"""``numcheck lsp``."""

from __future__ import annotations

import click

from numcheck.cli import CLEAN, TROUBLE
from numcheck.errors import UsageError

__all__ = ["command"]


@click.command("lsp", short_help="Serve an editor: findings as you type.")
@click.option("--stdio", is_flag=True, help="Speak on standard input and output; the default.")
@click.option(
    "--tcp",
    metavar="[HOST:]PORT",
    help="Listen at a port instead, of this machine unless a host is named, for one editor.",
)
def command(stdio: bool, tcp: str | None) -> int:
    """Serve an editor by the Language Server Protocol: findings as you type, a figure's card where
    the pointer rests, and edits that silence a finding.

    docs/editors.md says how to set up VS Code, Neovim, Helix and Sublime Text. It needs the extra
    "lsp".

    Exit status: 0 when the editor has left.
    """  # noqa: D205 - the first paragraph is what click shows
    from numcheck.lsp import serve

    if stdio and tcp:
        raise UsageError("--stdio and --tcp exclude each other; leave one of them out")
    try:
        serve(_address(tcp) if tcp else None)
    except OSError as error:
        from numcheck.cli.output import complain

        complain(f"cannot listen at {tcp} ({(error.strerror or str(error)).lower()})")
        return TROUBLE
    return CLEAN


def _address(told: str) -> tuple[str, int]:
    host, _, port = told.rpartition(":")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise UsageError("no port; give a number such as 2087", told)
    return host or "127.0.0.1", int(port)
