"""``numcheck config``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from numcheck.cli import CLEAN
from numcheck.cli.completion import file_names
from numcheck.cli.options import fast_html_option, settings_options

if TYPE_CHECKING:
    from numcheck.configuration import Settings

__all__ = ["command"]


@click.group("config")
def command() -> None:
    """Show the configuration."""


@command.command("show")
@click.argument("inputs", nargs=-1, metavar="[INPUT]...", shell_complete=file_names)
@settings_options
@fast_html_option
def show(inputs: Sequence[str], **chosen: Any) -> int:
    """Show what is in force for INPUT, or here, and where each value comes from.

    Exit status: 0, or 2 for a configuration that cannot be used.
    """
    from numcheck.cli.inspection import settings_for
    from numcheck.cli.output import Output
    from numcheck.inspection import rules_in_force

    settings = settings_for(inputs, **chosen)
    rules = rules_in_force(settings).rules
    active = sum(rule.enabled for rule in rules)
    rows = [(key, value, origin) for key, value, origin in _rows(settings) if value]
    rows.append(("rules in force", f"{active} of {len(rules)}", ""))
    first = max(len(key) for key, _, _ in rows)
    second = max(len(value) for _, value, _ in rows)
    name = settings.source.name if settings.source else "no configuration file"
    lines = [name, *(f"  {k:<{first}}  {v:<{second}}  {o}".rstrip() for k, v, o in rows)]
    Output("text").write("".join(f"{line}\n" for line in lines))
    return CLEAN


def _rows(settings: Settings) -> list[tuple[str, str, str]]:
    """Key, value and origin of everything that is set."""
    from numcheck.configuration.settings import COMMAND_LINE

    rows = [
        (key, ", ".join(setting.value), setting.origin)
        for key, setting in (
            ("select", settings.select),
            ("extend-select", settings.extend_select),
            ("ignore", settings.ignore),
            ("rules", settings.rules),
            ("against", settings.against),
            ("facts", settings.facts),
        )
    ]
    for key, setting in (("fail-on", settings.fail_on), ("baseline", settings.baseline)):
        rows.append((key, setting.value, setting.origin))
    for key, table in (
        ("per-file-ignores", settings.per_file_ignores),
        ("vocabulary", settings.vocabulary),
    ):
        rows += [
            (f"{key} {name}", ", ".join(words), _place(settings, key, name))
            for name, words in table.value
        ]
    for key, one in (("style dates", settings.dates), ("style decimal", settings.decimal)):
        rows.append((key, one.value, one.origin))
    for key, choices in (("limits", settings.limits), ("reading", settings.reading)):
        for name, value in choices.value.items():
            written = name.replace("_", "-")
            # Of these, only --fast-html can be said on the command line.
            here = name == "fast_html" and choices.origin == COMMAND_LINE
            origin = choices.origin if here else _place(settings, key, written)
            rows.append((f"{key} {written}", _told(value), origin))
    rows += [
        (f"measures {name} {key}", _told(value), _place(settings, "measures", name, key))
        for name, entry in settings.measures.value.items()
        for key, value in entry.items()
    ]
    rows += [
        (f"synonyms {noun}", ", ".join(others), _place(settings, "synonyms", noun))
        for noun, others in settings.synonyms.value.items()
    ]
    rows += [
        (f"rule {change.selector} {change.key}", _told(change.value), change.origin)
        for change in settings.changes
    ]
    return rows


def _place(settings: Settings, *path: str) -> str:
    """Where in the file a value was set; only a file can set those in tables."""
    return settings.source.origin(path) if settings.source else ""


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
