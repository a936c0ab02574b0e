"""``numcheck rules``: list, show, explain, test and write rules."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from numcheck.cli import CLEAN, FINDINGS
from numcheck.cli.completion import file_names, rule_names
from numcheck.cli.options import configuration_options

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import Rule, RuleSet
    from numcheck.model import Document

__all__ = ["command", "show"]

_packs = click.option(
    "--rules",
    "-r",
    multiple=True,
    metavar="PATH",
    shell_complete=file_names,
    help="Rules of your own, besides the shipped ones; may be given several times.",
)


@click.group("rules")
def command() -> None:
    """Show, explain, test and write the rules that figures are checked by."""


@command.command("list")
@_packs
def list_rules(rules: Sequence[str]) -> int:
    r"""List all rules: code, name, severity, and what each reports.

    The first part of a code is the family in the catalogue of checks.
    """
    from numcheck.engine import load_rules

    _say(*_listed(load_rules(rules).rules))
    return CLEAN


@command.command("show")
@click.argument("name", metavar="ID", shell_complete=rule_names)
@_packs
def show_rule(name: str, rules: Sequence[str]) -> int:
    """Show a rule, by its name or code (B4.1), or list those of a family (B4)."""
    return show(name, rules)


def show(name: str, rules: Sequence[str]) -> int:
    """Print one rule, or the list of a family's rules.

    Raises:
        UsageError: No rule and no family is called so.
    """
    from numcheck.engine import load_rules
    from numcheck.reporting.rules.page import rule_page

    found = load_rules(rules)
    family = [rule for rule in found.rules if name in (rule.family, rule.family[0])]
    if family:
        _say(*_listed(family))
        return CLEAN
    _say(*rule_page(found[_known(name, found)], _width()))
    return CLEAN


def _listed(rules: Sequence[Rule]) -> list[str]:
    """A line for each rule, in order of their codes."""
    from numcheck.reporting.rules.parts import by_code, severity

    code = max((len(rule.code) for rule in rules), default=0)
    name = max((len(rule.id) for rule in rules), default=0)
    return [
        f"{rule.code:<{code}}  {rule.id:<{name}}  {severity(rule):<7}  {rule.summary}"
        for rule in sorted(rules, key=by_code)
    ]


@command.command("explain")
@click.argument("name", metavar="ID", shell_complete=rule_names)
@click.option("--text", "-t", metavar="TEXT", help="Sentences to read.")
@click.option(
    "--file", "-f", "path", metavar="FILE", shell_complete=file_names, help="An article to read."
)
@click.option("--verbose", "-v", is_flag=True, help="Also what kept each pattern from matching.")
@configuration_options
@_packs
def explain_rule(
    name: str,
    text: str | None,
    path: str | None,
    verbose: bool,
    rules: Sequence[str],
    **chosen: Any,
) -> int:
    """Show how a rule reads a text: tokens, figures, intervals, and what it says in the end.

    The configuration counts as it does for "numcheck check", but for which rules it selects.

    \b
    numcheck rules explain percent-change --text "Sales rose from 40 to 60, up 30%."
    numcheck rules explain B4.1 --file article.txt

    Exit status: 0, or 2 for a wrong call or an input that could not be read.
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from dataclasses import replace

    from numcheck.alignment import align
    from numcheck.cli.inspection import settings_for
    from numcheck.engine import read_sentences, run
    from numcheck.errors import UsageError
    from numcheck.extraction import analyse
    from numcheck.inspection.desk import rules_in_force
    from numcheck.model import Document
    from numcheck.reporting.rules.explained import explanation

    if (text is None) == (path is None):
        raise UsageError("what should the rule read? Give either --text or --file")
    settings = settings_for((path,) if path else (), rules=rules, **chosen)
    found = rules_in_force(settings)
    rule = replace(found[_known(name, found)], enabled=True)
    documents = (
        [Document(id="text", text=text)] if text is not None else _read(path or "", settings)
    )
    analyses = [analyse(document, settings.style) for document in documents]
    alone = replace(found, rules=(rule,))
    findings = run(alone, analyses, align(analyses, found.measures_in_force))
    readings = [one for each in analyses for one in read_sentences(rule, found, each)]
    _say(*explanation(rule, readings, findings, _width(), verbose=verbose))
    return CLEAN


@command.command("test")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=file_names)
def test_rules(paths: Sequence[str]) -> int:
    """Run the examples inside rules: those of PATH, or all shipped ones.

    A rule of PATH takes the place of a shipped one with its name or number, so that a changed copy
    of the shipped packs can be tested as it is.

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
    if failed:
        _say(f'see "numcheck rules explain {failed[0].rule} --text ..." for how it reads a text')
    return FINDINGS if failed else CLEAN


@command.command("new")
@click.argument("name", metavar="NAME")
@click.option("--in", "directory", metavar="DIR", default="", help="Where to put the file.")
@click.option(
    "--shape",
    type=click.Choice(["pattern", "figure"]),
    default="pattern",
    show_default=True,
    help="Figures that words tie together, or one figure by itself.",
)
def new_rule(name: str, directory: str, shape: str) -> int:
    """Write NAME.yaml, a rule that works as it stands and explains itself.

    \b
    numcheck rules new ticket-price --in rules
    numcheck rules test rules
    numcheck check --rules rules article.txt
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.engine import load_rules
    from numcheck.engine.template import write_template

    path = write_template(name, directory, shape, [rule.id for rule in load_rules().rules])
    _say(f'wrote {path}; try it with "numcheck rules test {path}"')
    return CLEAN


@command.command("classes")
@click.argument("name", metavar="[CLASS]", required=False)
@_packs
def list_classes(name: str | None, rules: Sequence[str]) -> int:
    """List the vocabulary classes that patterns name in <>, or all words of one CLASS."""
    from numcheck.engine import load_rules
    from numcheck.errors import UsageError

    words = load_rules(rules).vocabulary
    if name is None:
        width = max(map(len, words), default=0)
        _say(*(f"{one:<{width}}  {_some(words[one])}" for one in sorted(words)))
        return CLEAN
    if name not in words:
        raise UsageError(f"no class is called so{_meant(name, words)}", name)
    _say(*words[name])
    return CLEAN


@command.command("docs")
@click.option("--out", metavar="DIR", required=True, help="Where to write; replaces its pages.")
@_packs
def write_reference(out: str, rules: Sequence[str]) -> int:
    """Write the reference of all rules as Markdown pages."""
    import os

    from numcheck.cli.output import Output
    from numcheck.engine import load_rules
    from numcheck.errors import UsageError
    from numcheck.reporting.rules.reference import reference

    pages = reference(load_rules(rules).rules)
    try:
        os.makedirs(out, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot be written ({reason})", out) from error
    for page, content in pages.items():
        Output("markdown", os.path.join(out, page)).write(content)
    _say(f"wrote {_plural(len(pages), 'page')} to {out}")
    return CLEAN


@command.command("schema")
def print_schema() -> int:
    """Print the JSON Schema of rule files, by which an editor completes and checks them."""
    from numcheck.engine.schema import schema_text

    click.echo(schema_text(), nl=False)
    return CLEAN


def _known(name: str, found: RuleSet) -> str:
    """The name, if a rule has it.

    Raises:
        UsageError: No rule is called so.
    """
    from numcheck.errors import UsageError

    names = [one for rule in found.rules for one in (rule.id, rule.code)]
    if name in names:
        return name
    hint = _meant(name, names) or '; see "numcheck rules list"'
    raise UsageError(f"no rule is called so{hint}", name)


def _meant(name: str, names: Sequence[str] | dict[str, tuple[str, ...]]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, list(names), n=1)
    return f"; did you mean {close[0]}?" if close else ""


def _read(path: str, settings: Settings) -> list[Document]:
    from numcheck.errors import InputError
    from numcheck.reading import read

    documents = []
    for item in read([path], options=settings.reading_options):
        if isinstance(item, InputError):
            raise item
        documents.append(item)
    return documents


def _some(words: Sequence[str]) -> str:
    """The first few words of a class."""
    return ", ".join(words[:6]) + (f", … ({len(words)} in all)" if len(words) > 6 else "")


def _width() -> int:
    return min(shutil.get_terminal_size().columns, 100)


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _say(*lines: str) -> None:
    from numcheck.cli.output import Output
    from numcheck.reporting.display import inert

    Output("text").write("".join(f"{inert(line)}\n" for line in lines))
