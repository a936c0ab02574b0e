"""What nothing supports, and why: a line for each passage, a shared reason once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from numcheck.model import Figure, Finding
from numcheck.reporting.display import cells, clean, cut, cut_left
from numcheck.reporting.excerpt import excerpt
from numcheck.reporting.lines import Line
from numcheck.reporting.terminal.block import INDENT, paragraph
from numcheck.reporting.terminal.headings import counted, heading
from numcheck.reporting.terminal.passages import sentences
from numcheck.reporting.terminal.view import View

__all__ = ["unverified"]

_GAP = 2
_FIGURE = 20
_EXCERPT = 36  # cells of a passage that still tell what it is about
_WIDEST = 72  # cells beyond which the reason would stand too far away

Group = tuple[Figure, ...]


def unverified(view: View, findings: Sequence[Finding]) -> list[Line]:
    """All findings that a figure stands on nothing, those with one reason together."""
    reasons: dict[str, str] = {}
    for finding in findings:
        # The figure stands beside it, so the explanation alone says why; it quotes the text.
        reason = clean(finding.explanation or finding.message)
        reasons.update((figure.id, reason) for figure in view.known(finding.figures[:1]))
    groups = [tuple(group) for group in sentences(view, view.known(reasons))]
    by_reason: dict[str, list[Group]] = {}
    for group in groups:
        told = dict.fromkeys(reasons[figure.id] for figure in group)
        by_reason.setdefault(" ".join(told), []).append(group)
    columns = _Columns(view, groups, by_reason)
    lines = heading(view, "UNVERIFIED", "doubt", counted(len(reasons) or len(findings), "figure"))
    for reason, sharing in by_reason.items():
        lines += _sharing(view, reason, sharing, columns)
    lost = (finding for finding in findings if not view.known(finding.figures[:1]))
    for finding in lost:
        lines += paragraph(finding.message, view)
    return lines


class _Columns:
    """Where the figure, the passage and the reason begin."""

    def __init__(
        self, view: View, groups: Iterable[Group], by_reason: Mapping[str, Sequence[Group]]
    ) -> None:
        width = view.style.columns
        place, figure = 0, 0
        for group in groups:
            place = max(place, cells(view.place(group[0]).text))
            figure = max(figure, cells(_figures(group)))
        figure = min(figure, _FIGURE)
        self.figure = INDENT + min(place, width - INDENT - 2 * _GAP - figure - _EXCERPT // 2) + _GAP
        self.passage = self.figure + figure + _GAP
        room = width - self.passage - _EXCERPT - _GAP
        sizes = [cells(reason) for reason, sharing in by_reason.items() if len(sharing) == 1]
        widest = max((size for size in sizes if size <= room), default=0)
        self.room = room
        self.reason = min(width - widest, self.passage + _WIDEST + _GAP)


def _sharing(view: View, reason: str, groups: Sequence[Group], columns: _Columns) -> list[Line]:
    """The lines of one reason: beside the passage where it fits, above several that share it."""
    width = view.style.columns
    if len(groups) > 1:
        rows = [_line(view, group, columns, width) for group in groups]
        return [*paragraph(f"{reason.rstrip('.')}:", view), *rows]
    if cells(reason) <= columns.room:
        line = _line(view, groups[0], columns, columns.reason - _GAP)
        return [line.pad(columns.reason).add(reason, "faint")]
    line = _line(view, groups[0], columns, width)
    return [line, *paragraph(reason, view, "faint", indent=columns.passage)]


def _line(view: View, group: Group, columns: _Columns, edge: int) -> Line:
    """The place, the figures, and as much of their sentence as fits before the edge."""
    place = view.place(group[0])
    name = cut_left(place.text, columns.figure - INDENT - _GAP)
    line = Line(" " * INDENT).add(name, "", place.link).pad(columns.figure)
    line.add(cut(_figures(group), columns.passage - columns.figure - _GAP), "strong")
    room = edge - columns.passage - 2
    spans = sorted({(figure.start, figure.end) for figure in group})
    words = excerpt(view.source_text(group[0]), spans, room)
    text = cut(words.text, room)
    line.pad(columns.passage).add("“")
    position = 0
    for start, end in words.marks:
        line.add(text[position:start]).add(text[start:end], "doubt-mark")
        position = max(position, end)
    return line.add(text[position:]).add("”")


def _figures(group: Group) -> str:
    return ", ".join(dict.fromkeys(clean(figure.text) for figure in group))
