"""``numcheck rules``: list, show and test."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from numcheck.cli import CLEAN, FINDINGS

if TYPE_CHECKING:
    from numcheck.engine import Rule

__all__ = ["command"]

_packs = click.option(
    "--rules",
    "-r",
    multiple=True,
    metavar="DIR",
    help="Rules of your own, besides the shipped ones; may be given several times.",
)


@click.group("rules")
def command() -> None:
    """Show and test the rules that figures are checked by."""


@command.command("list")
@_packs
def list_rules(rules: Sequence[str]) -> int:
    r"""List all rules: code, name, severity, and what each reports.

    The first part of a code is the family in the catalogue of checks.
    """
    from numcheck.engine import load_rules

    found = load_rules(rules).rules
    code = max((len(rule.code) for rule in found), default=0)
    name = max((len(rule.id) for rule in found), default=0)
    _say(
        *(
            f"{rule.code:<{code}}  {rule.id:<{name}}  {_severity(rule):<7}  {rule.summary}"
            for rule in sorted(found, key=_by_code)
        )
    )
    return CLEAN


@command.command("show")
@click.argument("name", metavar="ID")
@_packs
def show_rule(name: str, rules: Sequence[str]) -> int:
    """Show one rule, by its name (percent-change) or code (B4.1), with its examples."""
    from numcheck.engine import load_rules
    from numcheck.errors import UsageError

    found = load_rules(rules)
    try:
        rule = found[name]
    except KeyError:
        from difflib import get_close_matches

        close = get_close_matches(name, [rule.id for rule in found.rules], n=1)
        hint = f"did you mean {close[0]}?" if close else 'see "numcheck rules list"'
        raise UsageError(f"no rule is called so; {hint}", name) from None
    _say(*_page(rule))
    return CLEAN


@command.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def test_rules(paths: Sequence[str]) -> int:
    """Run the examples inside rules: those of PATH, or all shipped ones.

    Exit status: 0 if every rule does what its examples say, 1 if not, 2 if a rule cannot be used.
    """
    from numcheck import engine

    results = engine.test_rules(paths)
    failed = [result for result in results if not result.passed]
    for result in failed:
        _say(result.difference(), "")
    rules = len({(result.path, result.rule) for result in results})
    outcome = f"{len(failed)} failed" if failed else "all passed"
    _say(f"{_plural(len(results), 'example')} in {_plural(rules, 'rule')}: {outcome}")
    return FINDINGS if failed else CLEAN


def _page(rule: Rule) -> list[str]:
    """A rule as it reads on a terminal."""
    lines = [
        f"{rule.code}  {rule.id}",
        rule.summary,
        "",
        f"severity  {_severity(rule)}",
        f"verdict   {rule.verdict}",
        f"file      {rule.path}",
    ]
    sections = (
        ("What it does", rule.docs.what),
        ("Why it matters", rule.docs.why),
        ("How it decides", rule.docs.how),
        ("Known limits", rule.docs.limits),
        ("References", "\n".join(rule.docs.references)),
    )
    for heading, body in sections:
        if body.strip():
            lines += ["", heading, *map(_wrapped, body.strip().split("\n"))]
    if rule.patterns:
        lines += ["", "Patterns", *(f"  {pattern.text}" for pattern in rule.patterns)]
    if rule.expect:
        lines += ["", "Expects", f"  {rule.expect}"]
    for heading, flag in (("Reports", True), ("Is silent about", False)):
        texts = [_sample(example.documents) for example in rule.examples if example.flag is flag]
        if texts:
            lines += ["", heading, *(f"  {text}" for text in texts)]
    return lines


def _wrapped(line: str) -> str:
    """A line, indented and no wider than the terminal."""
    width = min(shutil.get_terminal_size().columns, 100)
    return click.wrap_text(line, width, initial_indent="  ", subsequent_indent="  ")


def _sample(documents: Sequence[dict[str, str]]) -> str:
    """An example on one line; a headline stands before its text, sources stand side by side."""
    parts = (
        " / ".join(part for part in (one.get("title", ""), one["text"]) if part)
        for one in documents
    )
    return " || ".join(" ".join(part.split()) for part in parts)


def _severity(rule: Rule) -> str:
    return rule.severity if rule.enabled else "off"


def _by_code(rule: Rule) -> tuple[str, tuple[int, ...], str]:
    """Sorts B2 before B10."""
    digits = "".join(char if char.isdigit() else " " for char in rule.code)
    return rule.code[:1], tuple(map(int, digits.split())), rule.id


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _say(*lines: str) -> None:
    from numcheck.cli.output import Output

    Output("text").write("".join(f"{line}\n" for line in lines))
