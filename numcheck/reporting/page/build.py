"""Puts the page together: its parts, one style sheet, one script, and the hashes of both."""

from __future__ import annotations

import os
from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from numcheck import __version__
from numcheck.model import Claim, Report, Verdict
from numcheck.reporting.display import clean
from numcheck.reporting.page.cards import COLUMNS
from numcheck.reporting.page.checks import checks
from numcheck.reporting.page.index import Index
from numcheck.reporting.page.parts import accounts, findings, references, silenced
from numcheck.reporting.page.records import Part
from numcheck.reporting.page.sheets import sheets
from numcheck.reporting.page.statuses import PLAIN, STATUSES, statuses
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.accounts import RIVALS
from numcheck.reporting.terminal.summary import sentence
from numcheck.reporting.terminal.view import View

__all__ = ["build"]

_HERE = os.path.dirname(__file__)
_WIDE = 400  # columns; a denial in the same sentence is then shown within it
_WRONG: tuple[Verdict, ...] = ("disputed", "discrepant", "implausible")
_SEVERITIES = ("error", "warning", "info")


def build(report: Report, style: Style) -> str:
    """
    The whole page.

    Args:
        report: What was found.
        style: With ``quiet``, what is unverified, rival, developing or rounded is left out.

    Returns:
        HTML in which every character that came from outside is escaped or replaced.
    """
    view = View(report, Style(width=_WIDE))
    index = Index(view)
    wrong, unverified, roundings = _findings(index, quiet=style.quiet)
    everything = [*wrong, *unverified, *roundings]
    not_told = [] if style.quiet else silenced(index, len(everything) + 1)
    given = statuses(report)
    of_figure: dict[str, list[int]] = {}
    for number, claim in enumerate(_shared(view), 1):
        for name in dict.fromkeys(claim.figures):
            of_figure.setdefault(name, []).append(number)
    css, script = _asset("page.css"), _asset("page.js")
    rules = checks([*everything, *(one.part for one in not_told)], style.rules)
    return _template().render(
        version=__version__,
        css=css,
        css_hash=_digest(css),
        script=script,
        script_hash=_digest(script),
        sentence=sentence(view),
        tiles=_tiles(report, given),
        documents=len(report.documents),
        wrong=wrong,
        unverified=unverified,
        roundings=roundings,
        silenced=not_told,
        references=[] if style.quiet else references(index),
        rivals=[] if style.quiet else accounts(index, "rival"),
        rivals_note=RIVALS,
        developing=[] if style.quiet else accounts(index, "developing"),
        claims=[(clean(claim.label), claim.status) for claim in _shared(view)],
        sheets=sheets(index, given, of_figure),
        names=[
            clean(document.title) or clean(document.path) or clean(document.id) or "-"
            for document in view.documents.values()
        ],
        columns=COLUMNS,
        legend=_legend(report, given),
        rules=rules,
        rule_numbers={check.name: check.number for check in rules},
        severities=[each for each in _SEVERITIES if any(p.severity == each for p in everything)],
        words=_words(everything, report, given),
    )


def _findings(index: Index, *, quiet: bool) -> tuple[list[Part], list[Part], list[Part]]:
    """What is wrong, what nothing supports, and what agrees only roughly; numbered throughout."""
    wrong: list[Part] = []
    for verdict in _WRONG:
        wrong += findings(index, verdict, len(wrong) + 1)
    if quiet:
        return wrong, [], []
    unverified = findings(index, "unverified", len(wrong) + 1)
    roundings = findings(index, "rounding", len(wrong) + len(unverified) + 1)
    return wrong, unverified, roundings


def _shared(view: View) -> list[Claim]:
    """Claims that hold several figures; of one that stands alone there is nothing to tell."""
    return [claim for claim in view.report.claims if len(view.known(claim.figures)) > 1]


def _tiles(report: Report, given: dict[str, str]) -> list[tuple[str, int, str]]:
    """``(name, number, what is counted)`` for each tile, gravest first."""
    verdicts = Counter(finding.verdict for finding in report.findings)
    figures = [figure for figure in report.figures if not figure.furniture]
    marked = Counter(given.get(figure.id, PLAIN) for figure in figures)
    tiles: list[tuple[str, int, str]] = [
        (verdict, verdicts[verdict], _plural(verdicts[verdict], "finding")) for verdict in _WRONG
    ]
    tiles.append(("unverified", verdicts["unverified"], _plural(verdicts["unverified"], "figure")))
    tiles += [
        (name, marked[name], _plural(marked[name], "figure"))
        for name in ("verified", "supported", "agreed")
        if marked[name]
    ]
    return tiles


def _plural(number: int, one: str) -> str:
    return one if number == 1 else f"{one}s"


def _legend(report: Report, given: dict[str, str]) -> list[tuple[str, str, int]]:
    """The statuses that occur, with their meaning and the number of figures."""
    counts = Counter(given.get(figure.id, PLAIN) for figure in report.figures)
    return [
        (status.name, status.meaning, counts[status.name])
        for status in STATUSES
        if counts[status.name]
    ]


def _words(parts: list[Part], report: Report, given: dict[str, str]) -> list[str]:
    """Verdicts and statuses to filter by: those that occur."""
    occurring = {part.verdict for part in parts} | set(given.values())
    if len(given) < len(report.figures):
        occurring.add(PLAIN)
    order = [status.name for status in STATUSES]
    return [*(name for name in order if name in occurring), *({"rounding"} & occurring)]


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")


@cache
def _asset(name: str) -> str:
    """The style sheet or the script, as short as it gets without a compressor."""
    with open(os.path.join(_HERE, name), encoding="utf-8") as stream:
        lines = [line.strip() for line in stream]
    # Neither holds a text of several lines, so indents and comments need not travel.
    kept = [line for line in lines if line and not (line[:2] == "/*" and line[-2:] == "*/")]
    return "\n".join(kept) + "\n"


def _digest(text: str) -> str:
    """What a content security policy calls the hash of an inline style or script."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
