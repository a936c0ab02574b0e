"""``numcheck check``."""

from __future__ import annotations

from collections.abc import Sequence

import click

from numcheck.cli import CLEAN, FINDINGS, TROUBLE
from numcheck.cli.options import inputs_argument, output_options

__all__ = ["command"]


@click.command("check", short_help="Report figures that cannot be right or that nothing backs.")
@inputs_argument
@click.option(
    "--against",
    "-a",
    multiple=True,
    metavar="PATH",
    help="Sources that the inputs were written from: figures that they do not support are "
    "reported. A file, directory or pattern; may be given several times.",
)
@click.option(
    "--rules",
    "-r",
    multiple=True,
    metavar="DIR",
    help="Rules of your own, besides the shipped ones; may be given several times.",
)
@click.option("--quiet", "-q", is_flag=True, help="Only disputes, discrepancies and the summary.")
@click.option("--verbose", "-v", is_flag=True, help="Also roundings, and how figures were read.")
@output_options("reports")
def command(
    inputs: Sequence[str],
    against: Sequence[str],
    rules: Sequence[str],
    quiet: bool,
    verbose: bool,
    format_name: str,
    output: str,
    color: bool | None,
    width: int | None,
) -> int:
    """Report figures that cannot both be right, and figures that nothing supports.

    INPUT is a text, Markdown, HTML, JSON or JSONL file (a document a line), a directory, a pattern
    in quotes ("drafts/**/*.md"), or - for standard input. Inputs that tell the same story are
    compared with each other.

    \b
    numcheck check article.txt
    numcheck check one.html two.txt wire.jsonl
    numcheck check draft.md --against sources/
    numcheck check --format json --output report.json articles/
    cat draft.txt | numcheck check -

    Exit status: 0 clean, 1 findings of severity error, 2 a wrong call or an input that could not
    be read (the others are still checked and reported).
    """  # noqa: D301 - \b is click's mark for lines that it must not join
    from numcheck.cli.intake import take_in
    from numcheck.cli.output import Output

    # Before anything is read: a broken rule should not cost a minute of checking first.
    ruleset = None
    if rules:
        from numcheck.engine import load_rules

        ruleset = load_rules(rules)
    intake = take_in(inputs, against)
    if not intake.documents:
        return TROUBLE
    from numcheck.api import check
    from numcheck.reporting import render

    report = check(intake.documents, against=intake.sources if against else None, rules=ruleset)
    target = Output(format_name, output, color, width)
    target.write(
        render(
            report,
            format_name,
            color=target.color,
            width=target.width,
            verbose=verbose,
            quiet=quiet,
        )
    )
    if not intake.complete:
        return TROUBLE
    grave = any(finding.severity == "error" for finding in report.findings)
    return FINDINGS if grave else CLEAN
