"""The pages say what the program does.

``python tests/test_docs.py`` puts today's output and the reference of commands into them.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import click
import yaml

from numcheck.cli.app import numcheck
from numcheck.configuration import apply, configure
from numcheck.engine import load_rules
from numcheck.reporting import FORMATS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
SHOWN = re.compile(r"(?<=```console\n)\$ numcheck (.+)\n[\s\S]*?(?=```)")
PAGES = [DOCS / "writing-rules.md"]


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n([\s\S]*?)```", (DOCS / page).read_text("utf-8"))


def output_of(arguments: str) -> str:
    """What a command prints, without the colours and widths of a terminal."""
    command = [sys.executable, "-m", "numcheck", *shlex.split(arguments)]
    done = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def current(page: Path) -> str:
    """The page with every shown command followed by what it prints now."""
    return SHOWN.sub(
        lambda match: f"$ numcheck {match[1]}\n{output_of(match[1])}", page.read_text("utf-8")
    )


def commands(group: click.Group, path: str) -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = [(path, group)]
    context = click.Context(
        group, info_name=path, help_option_names=numcheck.context_settings["help_option_names"]
    )
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        below = f"{path} {name}"
        found += (
            commands(command, below) if isinstance(command, click.Group) else [(below, command)]
        )
    return found


def reference_of_commands() -> str:
    """The help of every command, as a page."""
    parts = ["# Commands\n\nWhat `--help` prints, generated (`python tests/test_docs.py`)."]
    for path, command in commands(numcheck, "numcheck"):
        context = click.Context(
            command,
            info_name=path,
            max_content_width=96,
            terminal_width=96,
            help_option_names=numcheck.context_settings["help_option_names"],
        )
        parts.append(f"## {path}\n\n```text\n{command.get_help(context)}\n```")
    return "\n\n".join(parts) + "\n"


def test_the_reference_of_commands_is_not_stale() -> None:
    assert reference_of_commands() == (DOCS / "cli.md").read_text("utf-8")


def test_the_pages_show_what_the_program_prints() -> None:
    for page in PAGES:
        assert current(page) == page.read_text("utf-8")


def test_every_option_says_what_it_does() -> None:
    silent = [
        f"{path} {parameter.name}"
        for path, command in commands(numcheck, "numcheck")
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert [] == silent


def test_the_documented_configuration_can_be_used(tmp_path: Path) -> None:
    (text,) = blocks("configuration.md", "toml")
    path = tmp_path / "numcheck.toml"
    path.write_text(text.replace('rules = ["house-rules"]', ""), "utf-8")
    apply(configure(str(path)), load_rules())
    (short,) = blocks("configuration.md", "yaml")
    (tmp_path / ".numcheck.yaml").write_text(short, "utf-8")
    apply(configure(str(tmp_path / ".numcheck.yaml")), load_rules())


def test_every_key_of_the_configuration_is_documented() -> None:
    (text,) = blocks("configuration.md", "toml")
    said: dict[str, Any] = tomllib.loads(text)
    keys = {
        "select", "extend-select", "ignore", "fail-on", "rules", "against", "baseline",
        "per-file-ignores", "severity", "rule", "style", "vocabulary",
    }  # fmt: skip
    assert keys <= set(said)


def test_every_format_is_documented() -> None:
    page = (DOCS / "linting.md").read_text("utf-8")
    assert [] == [name for name in FORMATS if f"`{name}`" not in page]


def test_documented_yaml_is_yaml() -> None:
    for page in ("linting.md", "configuration.md"):
        for block in blocks(page, "yaml"):
            assert yaml.safe_load(block)


if __name__ == "__main__":
    (DOCS / "cli.md").write_text(reference_of_commands(), "utf-8")
    for shown in PAGES:
        shown.write_text(current(shown), "utf-8")
