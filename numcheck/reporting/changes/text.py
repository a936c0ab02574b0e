"""Changes between two versions for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.alignment.versions import Change
from numcheck.model import Document, Figure
from numcheck.reporting.display import cells, clean, cut
from numcheck.reporting.excerpt import excerpt
from numcheck.reporting.places import Places
from numcheck.reporting.style import Style

__all__ = ["render"]

_WIDTH = 100
_MARK = "▔"
_NEAR = 24
_HEADINGS = {
    "changed": "CHANGED",
    "restated": "RESTATED",
    "appeared": "APPEARED",
    "vanished": "VANISHED",
}
_DIRECTIONS = {"up": "up ", "down": "down "}


def render(documents: Sequence[Document], changes: Sequence[Change], style: Style) -> str:
    """What changed, then what appeared, then what vanished, each with its passage; a summary."""
    page = _Page(documents, style)
    lines: list[str] = []
    for kind, heading in _HEADINGS.items():
        chosen = [change for change in changes if change.kind == kind]
        for change in chosen:
            lines += [*page.change(heading, change), ""]
    lines.append(_summary(changes))
    return "\n".join(lines) + "\n"


class _Page:
    """Writes passages of two documents in one width."""

    def __init__(self, documents: Sequence[Document], style: Style) -> None:
        self.documents = {document.id: document for document in documents}
        self.places = Places(documents)
        self.width = style.width or _WIDTH

    def change(self, heading: str, change: Change) -> Iterator[str]:
        if change.old is not None and change.new is not None:
            turned = change.old.trend != change.new.trend
            what = f"{self.said(change.old, turned)} → {self.said(change.new, turned)}"
        else:
            figure = change.old or change.new
            assert figure is not None
            what = self.said(figure)
        noun = _noun(change.new or change.old)
        yield cut(f"{heading}  {what}{'  ' + noun if noun else ''}", self.width)
        for figure in (change.old, change.new):
            if figure is not None:
                yield from self.passage(figure)

    def said(self, figure: Figure, turned: bool = False) -> str:
        """A figure with its hedge, and with its direction where that is what has changed."""
        said, hedge = clean(figure.text), clean(figure.hedge or "").lower()
        if hedge:
            # "40 or so"; what stands before may be shared: "at least 12 dead and 85 hurt".
            text = self.documents[figure.document].field(figure.field)
            behind = text[figure.end : figure.end + _NEAR].lower().lstrip().startswith(hedge)
            said = f"{said} {hedge}" if behind else f"{hedge} {said}"
        return _DIRECTIONS.get(figure.trend or "", "") * turned + said

    def passage(self, figure: Figure) -> Iterator[str]:
        document = self.documents[figure.document]
        yield cut(
            f"  {self.places.of(figure.document, figure.field, figure.start).text}", self.width
        )
        found = excerpt(document.field(figure.field), [(figure.start, figure.end)], self.width - 6)
        yield f"    “{found.text}”"
        start, end = found.marks[0]
        yield " " * (5 + cells(found.text[:start])) + _MARK * cells(found.text[start:end])


def _noun(figure: Figure | None) -> str:
    if figure is None or not figure.counted:
        return ""
    return clean(" ".join((*figure.qualifiers, figure.counted)))


def _summary(changes: Sequence[Change]) -> str:
    counts = {
        kind: sum(change.kind == kind for change in changes)
        for kind in ("changed", "restated", "appeared", "vanished", "kept")
    }
    counts = {kind: count for kind, count in counts.items() if count or kind != "restated"}
    return ", ".join(f"{count} {kind}" for kind, count in counts.items()) + "."
