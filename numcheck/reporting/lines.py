"""A line of output while it is put together: pieces of text with a style each."""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.reporting.display import cells

__all__ = ["Line", "paint"]

_CODES = {
    "strong": "1",
    "faint": "2",
    "bad": "1;31",
    "bad-mark": "1;4;31",
    "doubt": "1;33",
    "doubt-mark": "1;4;33",
    "rival": "1;36",
    "rival-mark": "1;4;36",
    "dated": "1;34",
    "dated-mark": "1;4;34",
    "good": "1;32",
}
"""Escape codes of the styles; a ``-mark`` is a figure in its passage."""


class Line:
    """
    One line, measured as it grows.

    Attributes:
        pieces: ``(text, style, link)``; the texts are clean, style and link may be empty.
        width: Cells that the line fills so far.
    """

    __slots__ = ("pieces", "width")

    def __init__(self, text: str = "", style: str = "") -> None:
        self.pieces: list[tuple[str, str, str]] = []
        self.width = 0
        self.add(text, style)

    def add(self, text: str, style: str = "", link: str = "") -> Line:
        """Append a clean text; returns the line itself, so that calls chain."""
        if text:
            self.pieces.append((text, style, link))
            self.width += cells(text)
        return self

    def extend(self, other: Line) -> Line:
        """Append the pieces of another line."""
        self.pieces += other.pieces
        self.width += other.width
        return self

    def pad(self, column: int) -> Line:
        """Fill with spaces up to a column; nothing happens where the line is already there."""
        return self.add(" " * (column - self.width))

    @property
    def text(self) -> str:
        """The line without any style, its trailing spaces gone."""
        return "".join(text for text, _, _ in self.pieces).rstrip(" ")


def paint(lines: Iterable[Line], *, color: bool, links: bool) -> str:
    """
    The lines as output, each with its line break.

    Args:
        lines: What to write.
        color: Whether styles become escape sequences; without, they leave no trace.
        links: Whether links become OSC 8 sequences.
    """
    if not color and not links:
        return "".join(line.text + "\n" for line in lines)
    return "".join(
        "".join(_painted(*piece, color=color, links=links) for piece in line.pieces).rstrip(" ")
        + "\n"
        for line in lines
    )


def _painted(text: str, style: str, link: str, *, color: bool, links: bool) -> str:
    if color and style:
        text = f"\x1b[{_CODES[style]}m{text}\x1b[0m"
    if links and link:
        text = f"\x1b]8;;{link}\x1b\\{text}\x1b]8;;\x1b\\"
    return text
