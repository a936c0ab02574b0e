"""Number lines under a claim: each voice's number or interval on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Figure
from numcheck.reporting.display import ELLIPSIS, cells, cut
from numcheck.reporting.intervals import by_interval
from numcheck.reporting.lines import Line
from numcheck.reporting.number_line import NumberLine
from numcheck.reporting.terminal.block import INDENT
from numcheck.reporting.terminal.view import View

__all__ = ["picture"]

_GAP = 2
_LABEL = 30
_VOICE = 34
_SCALE = 56  # cells of a scale that is wide enough for any terminal
_LEAST = 20  # and of one that is worth drawing
_MOST = 10  # voices
_LOGARITHMIC = "(logarithmic)"


def picture(view: View, figures: Sequence[Figure], tint: str) -> list[Line]:
    """
    A number line of several figures.

    Args:
        view: The report.
        figures: Figures of one claim; those in another unit than the first are left out.
        tint: Name of the colour of the marks.

    Returns:
        A line for each different interval, smallest first, and one for the scale; nothing where
        there are fewer than two, since one alone shows nothing.
    """
    voices = by_interval(figures)
    if len(voices) < 2:
        return []
    shown = [(each, _who(view, each.figures)) for each in voices[:_MOST]]
    width = view.style.columns
    label = min(max(cells(each.reading) for each, _ in shown), _LABEL)
    start = INDENT + label + _GAP
    told = min(max(cells(who) for _, who in shown), _VOICE)
    scale = min(_SCALE, width - start - (told + _GAP if told else 0))
    if scale < _LEAST:
        scale, told = min(_SCALE, width - start), 0
    if scale < _LEAST:
        return []
    line = NumberLine([each.mark for each, _ in shown], scale)
    lines = []
    for each, who in shown:
        row = Line(" " * INDENT).add(cut(each.reading, label)).pad(start)
        for piece, style in _styled(line.draw(each.mark), tint):
            row.add(piece, style)
        if told and who:
            row.pad(start + scale + _GAP).add(cut(who, told))
        lines.append(row)
    if len(voices) > len(shown):
        lines.append(Line(" " * start).add(f"{ELLIPSIS} and {len(voices) - len(shown)} more"))
    axis = Line(" " * start).add(line.axis(), "faint")
    if line.log and start + scale + _GAP + len(_LOGARITHMIC) <= width:
        axis.pad(start + scale + _GAP).add(_LOGARITHMIC, "faint")
    return [*lines, axis]


def _who(view: View, figures: Sequence[Figure]) -> str:
    """All who say one interval, each once."""
    return ", ".join(dict.fromkeys(filter(None, map(view.stands, figures))))


def _styled(drawn: str, tint: str) -> list[tuple[str, str]]:
    """The dots of the scale faint, what is drawn on it in colour."""
    body = drawn.strip("·")
    left = drawn.index(body) if body else len(drawn)
    return [(drawn[:left], "faint"), (body, tint), (drawn[left + len(body) :], "faint")]
