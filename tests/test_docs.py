"""The pages say what the program does.

``python tests/test_docs.py`` puts today's output and the reference of commands into them.
"""

from __future__ import annotations

import doctest
import re
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from numcheck.cli.app import numcheck
from numcheck.configuration import apply, configure
from numcheck.engine import load_rules
from numcheck.reporting import FORMATS

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # also when it is run by itself

from tests.shown import current, output_of  # noqa: E402

DOCS = ROOT / "docs"
PAGES = [
    DOCS / "tour.md",
    DOCS / "word.md",
    DOCS / "writing-rules.md",
    *sorted(DOCS.glob("howto-*.md")),
]
"""Pages whose console blocks are run; each of them begins with one command."""
LINK = re.compile(r"(?<!!)\[[^\]\n]*\]\(([^)\s]+)\)|!\[[^\]\n]*\]\(([^)\s]+)\)")
CODE = re.compile(r"^(```|~~~)[\s\S]*?^\1|`[^`\n]*`", re.M)


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n([\s\S]*?)```", (DOCS / page).read_text("utf-8"))


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
        text = page.read_text("utf-8")
        assert current(text) == text


def test_the_examples_of_the_python_api_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = "\n".join(blocks("api.md", "pycon"))
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(examples, {}, "docs/api.md", None, 0))
    assert runner.summarize(verbose=False).attempted > 10
    assert runner.summarize(verbose=False).failed == 0


def test_python_on_other_pages_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for example in blocks("word.md", "python"):
        exec(compile(example, "docs/word.md", "exec"), {})  # noqa: S102


def markdown_files() -> list[Path]:
    """Every page of the project; reports of rules are generated and many."""
    return [*sorted(ROOT.glob("*.md")), *sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*/*.md"))]


def anchors(page: Path) -> set[str]:
    """What a heading is called in a link, as code hosts make it."""
    text = re.sub(r"^(```|~~~)[\s\S]*?^\1", "", page.read_text("utf-8"), flags=re.M)
    heads = re.findall(r"^#{1,6} +(.+?) *$", text, re.M)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", head).lower() for head in heads)
    return {re.sub(r"[^\w\- ]", "", head).replace(" ", "-") for head in plain}


def test_no_link_between_pages_is_broken() -> None:
    broken = []
    for page in markdown_files():
        for pair in LINK.findall(CODE.sub("", page.read_text("utf-8"))):
            link = pair[0] or pair[1]
            if re.match(r"[a-z][a-z+.-]*:", link):
                continue
            name, _, anchor = link.partition("#")
            target = page.parent / name if name else page
            found = target.exists()
            if found and anchor and target.suffix == ".md":
                found = anchor in anchors(target)
            if not found:
                broken.append(f"{page.relative_to(ROOT)}: {link}")
    assert [] == broken


def test_every_page_is_reached_from_the_list_of_all() -> None:
    text = (DOCS / "README.md").read_text("utf-8")
    assert [] == [page.name for page in sorted(DOCS.glob("*.md")) if f"({page.name})" not in text
                  and page.name != "README.md"]  # fmt: skip


def test_every_command_is_shown_on_a_page_written_by_hand() -> None:
    pages = [page for page in [ROOT / "README.md", *DOCS.glob("*.md")] if page.name != "cli.md"]
    written = "\n".join(page.read_text("utf-8") for page in pages)
    written = re.sub(r"(numcheck \w+) ((?:\w+ \| )+\w+)", _spelled_out, written)
    missing = [path for path, _ in commands(numcheck, "numcheck") if path not in written]
    assert [] == missing


def _spelled_out(match: re.Match[str]) -> str:
    """``numcheck rules list | show`` with each command by its whole name."""
    return "\n".join(f"{match[1]} {name}" for name in match[2].split(" | "))


def test_the_reference_of_rules_is_not_stale(tmp_path: Path) -> None:
    output_of(f"rules docs --out {shlex.quote(str(tmp_path))}")
    made = {path.relative_to(tmp_path): path.read_text("utf-8") for path in tmp_path.rglob("*.md")}
    there = DOCS / "rules"
    kept = {path.relative_to(there): path.read_text("utf-8") for path in there.rglob("*.md")}
    assert sorted(made) == sorted(kept)
    assert made == kept


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
        shown.write_text(current(shown.read_text("utf-8")), "utf-8")
