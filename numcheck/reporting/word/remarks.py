"""What to say about a Word file, and about which of its figures."""

from __future__ import annotations

from dataclasses import dataclass

from numcheck.model import Figure, Finding, Report
from numcheck.reporting.display import clean, cut
from numcheck.reporting.places import Places

__all__ = ["Remark", "remarks"]

_MOST_OTHERS = 6
_QUOTED = 80


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment to be.

    Attributes:
        figure: The figure at which it stands.
        lines: What it says, a paragraph a line.
    """

    figure: Figure
    lines: tuple[str, ...]


def remarks(
    report: Report, document: str, *, quiet: bool = False, verbose: bool = False
) -> list[Remark]:
    """A remark for each finding that speaks of a document.

    Args:
        report: What was found.
        document: Id of the document.
        quiet: Whether to leave out figures that are only unverified.
        verbose: Whether to tell roundings too.

    Returns:
        The remarks in the order of the findings; each stands at the first figure in question that
        the document has.
    """
    figures = {figure.id: figure for figure in report.figures}
    places = Places(report.documents)
    left_out = {"unverified"} if quiet else set()
    if not verbose:
        left_out.add("rounding")
    found = []
    for finding in report.findings:
        known = [figures[name] for name in finding.figures if name in figures]
        own = next((figure for figure in known if figure.document == document), None)
        if own is not None and finding.verdict not in left_out:
            found.append(Remark(own, _lines(finding, own, known, places)))
    return found


def _lines(finding: Finding, own: Figure, known: list[Figure], places: Places) -> tuple[str, ...]:
    told = " ".join(filter(None, (finding.message, finding.explanation)))
    lines = [clean(told)]
    others = [figure for figure in known if figure.id != own.id]
    for figure in others[:_MOST_OTHERS]:
        place = places.of(figure.document, figure.field, figure.start)
        where = place.within if figure.document == own.document else place.text
        lines.append(f"Compare “{cut(clean(figure.text), _QUOTED)}”, {where}.")
    lines.append(f"numcheck {clean(finding.family)} {clean(finding.rule)}")
    return tuple(lines)
