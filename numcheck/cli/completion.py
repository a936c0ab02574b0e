"""What a shell offers behind a key: files, and the names of rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

__all__ = ["file_names", "rule_names"]


def file_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell offer its files and directories."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shipped rules and their families, also behind a comma, with what each is about."""
    from click.shell_completion import CompletionItem

    from numcheck.engine import load_rules
    from numcheck.errors import NumcheckError

    before, comma, begun = incomplete.rpartition(",")
    try:
        known = load_rules().rules
    except NumcheckError:
        return []
    told = {rule.id: rule.summary for rule in known}
    told |= {rule.family: "" for rule in known}
    return [
        CompletionItem(f"{before}{comma}{name}", help=told[name])
        for name in sorted(told)
        if name.startswith(begun)
    ]
