"""The report as Markdown, short enough for a comment under a proposed change."""

from __future__ import annotations

import re

from numcheck.model import Finding, Report, Verdict
from numcheck.reporting.display import clean
from numcheck.reporting.excerpt import excerpt
from numcheck.reporting.style import Style
from numcheck.reporting.terminal.accounts import RIVALS
from numcheck.reporting.terminal.passages import Passage, passages
from numcheck.reporting.terminal.summary import not_told, sentence
from numcheck.reporting.terminal.view import View

__all__ = ["render"]

_VERDICTS: tuple[Verdict, ...] = ("disputed", "discrepant", "implausible", "unverified")
_EXCERPT = 160
_MOST = 12  # passages of one finding
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$]|(?<=:)/(?=/)|(?<=www)\.")
_CALL = re.compile(r"[@#](?=\w)")
"""What names a person or an issue; a forge looks for it in the text that Markdown leaves, so that
only an element between stops it."""
_LIST = re.compile(r"^(\d*)([-+=#.)])")


def render(report: Report, style: Style) -> str:
    """
    A heading with the summary, then each finding with its passages as quotations.

    Everything that comes from a text is escaped, so that it can neither format the comment nor
    name a person or an issue in it.
    """
    view = View(report, style)
    shown = [each for each in _VERDICTS if not (style.quiet and each == "unverified")]
    if style.verbose:
        shown.append("rounding")
    silence = not_told(report.suppressed)
    parts = [f"### numcheck\n\n{_told(sentence(view))}", *filter(None, [_told(silence)])]
    for verdict in shown:
        parts += [_finding(view, each) for each in report.findings if each.verdict == verdict]
    if not style.quiet:
        parts += [_rival(view, claim.label, claim.figures) for claim in view.claims("rival")]
    return "\n\n".join(parts) + "\n"


def _finding(view: View, finding: Finding) -> str:
    figures = view.known(finding.figures)
    denials = finding.verdict == "disputed"
    rows = passages(view, figures, denials=denials) if figures else []
    title = f"**{finding.verdict.capitalize()}**"
    if finding.label:
        title += f": {_told(finding.label)}"
    told = _told(" ".join(filter(None, (finding.message, finding.explanation))))
    rule = f"<sub>{_told(finding.family)} {_told(finding.rule)}, {finding.severity}</sub>"
    return "\n\n".join([title, *_quotations(rows), f"{told} {rule}"])


def _rival(view: View, label: str, names: tuple[str, ...]) -> str:
    rows = passages(view, view.known(names))
    return "\n\n".join([f"**Rival accounts**: {_told(label)}", *_quotations(rows), RIVALS])


def _quotations(rows: list[Passage]) -> list[str]:
    told = [_quotation(row) for row in rows[:_MOST]]
    if len(rows) > _MOST:
        told.append(f"… and {len(rows) - _MOST} more passages")
    return told


def _quotation(row: Passage) -> str:
    words = excerpt(row.source, row.spans, _EXCERPT)
    pieces, position = [], 0
    for start, end in words.marks:
        start = max(start, position)
        if start < end:
            pieces.append(_escaped(words.text[position:start]))
            pieces.append(f"<strong>{_escaped(words.text[start:end])}</strong>")
            position = end
    pieces.append(_escaped(words.text[position:]))
    told = ", ".join(_told(part) for part in (row.place.text, row.reading, row.voice) if part)
    return f"> “{''.join(pieces)}”<br>\n> {told}"


def _told(text: str) -> str:
    """Any text on one line, harmless also where it begins a paragraph."""
    return _LIST.sub(r"\1\\\2", _escaped(clean(text)))


def _escaped(text: str) -> str:
    """Clean text in which no character means anything to Markdown or to a forge."""
    return _CALL.sub(r"\g<0><!-- -->", _SPECIAL.sub(r"\\\g<0>", text))
