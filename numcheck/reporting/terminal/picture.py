"""Number lines under a claim: each voice's number or interval on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Figure
from numcheck.reporting.amounts import reading, says_little
from numcheck.reporting.display import ELLIPSIS, cells, cut
from numcheck.reporting.lines import Line
from numcheck.reporting.number_line import Mark, NumberLine
from numcheck.reporting.terminal.block import INDENT
from numcheck.reporting.terminal.view import View

__all__ = ["picture"]

_GAP = 2
_LABEL = 26
_VOICE = 34
_SCALE = 56  # cells of a scale that is wide enough for any terminal
_LEAST = 20  # and of one that is worth drawing
_MOST = 10  # voices
_LOGARITHMIC = "(logarithmic)"
_PICTURED = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})


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
    voices = _by_interval(view, figures)
    if len(voices) < 2:
        return []
    shown = sorted(voices, key=_position)[:_MOST]
    width = view.style.columns
    label = min(max(cells(voices[mark][0]) for mark in shown), _LABEL)
    start = INDENT + label + _GAP
    told = min(max(cells(voices[mark][1]) for mark in shown), _VOICE)
    scale = min(_SCALE, width - start - (told + _GAP if told else 0))
    if scale < _LEAST:
        scale, told = min(_SCALE, width - start), 0
    if scale < _LEAST:
        return []
    line = NumberLine(shown, scale)
    lines = []
    for mark in shown:
        name, voice = voices[mark]
        row = Line(" " * INDENT).add(cut(name, label)).pad(start)
        for piece, style in _styled(line.draw(mark), tint):
            row.add(piece, style)
        if told and voice:
            row.pad(start + scale + _GAP).add(cut(voice, told))
        lines.append(row)
    if len(voices) > len(shown):
        lines.append(Line(" " * start).add(f"{ELLIPSIS} and {len(voices) - len(shown)} more"))
    axis = Line(" " * start).add(line.axis(), "faint")
    if line.log and start + scale + _GAP + len(_LOGARITHMIC) <= width:
        axis.pad(start + scale + _GAP).add(_LOGARITHMIC, "faint")
    return [*lines, axis]


def _by_interval(view: View, figures: Sequence[Figure]) -> dict[Mark, tuple[str, str]]:
    """The different intervals, each with its reading and all who say so."""
    told: dict[Mark, tuple[str, list[str]]] = {}
    for figure in figures:
        if figure.kind not in _PICTURED:
            continue
        if (figure.kind, figure.unit) != (figures[0].kind, figures[0].unit):
            continue
        mark = _mark(figure)
        if mark.known() and not says_little(figure):
            _, voices = told.setdefault(mark, (reading(figure), []))
            voices.append(view.voice(figure))
    return {
        mark: (label, ", ".join(dict.fromkeys(filter(None, voices))))
        for mark, (label, voices) in told.items()
    }


def _mark(figure: Figure) -> Mark:
    """What a figure asserts; an exact number is a point, whatever its resolution."""
    if figure.bound == "exact" and figure.value is not None:
        return Mark(figure.value, figure.value, figure.value)
    low, high = figure.low, figure.high
    if low is None and high is None:
        low = high = figure.value
    return Mark(low, high, figure.value, figure.low_open, figure.high_open)


def _position(mark: Mark) -> tuple[object, ...]:
    known = mark.known()
    return (mark.told()[0], known[0], known[-1])


def _styled(drawn: str, tint: str) -> list[tuple[str, str]]:
    """The dots of the scale faint, what is drawn on it in colour."""
    body = drawn.strip("·")
    left = drawn.index(body) if body else len(drawn)
    return [(drawn[:left], "faint"), (body, tint), (drawn[left + len(body) :], "faint")]
