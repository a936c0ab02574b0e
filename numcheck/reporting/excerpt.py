"""The words around a figure, with the figure marked."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from numcheck.reporting.display import ELLIPSIS, cells, shown

__all__ = ["Excerpt", "excerpt", "same_sentence"]

Span = tuple[int, int]

_REACH = 400  # characters on either side that a sentence is looked for in
_WORD = re.compile("[^ ]{1,24}")
_WIDE = "\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"

_CLOSE = r"[\"”’')\]]*"
_OPEN = r"[^\w\s]?"
_STOP = re.compile(
    rf"(?:(?<=[^\W_A-Z]{{2}})|(?<=[%”’\")\]]))[.!?…]{_CLOSE}(?=\s+{_OPEN}[^\W_])(?!\s+{_OPEN}[a-z])"
    r"|\n[^\S\n]*\n\s*"
)
"""The end of a sentence, well enough to quote: not after initials nor before a small letter."""

_CLAUSE_END = (",", ";", ":", "—", "–", ")")
_STUB = 2  # words left of a clause's end that are not worth keeping


@dataclass(frozen=True, slots=True)
class Excerpt:
    """
    A passage fit to be shown.

    Attributes:
        text: Clean text with an ellipsis wherever something was left out.
        marks: ``(start, end)`` of each figure in it.
    """

    text: str
    marks: tuple[Span, ...]


def excerpt(source: str, spans: Sequence[Span], width: int) -> Excerpt:
    """
    The sentence around some figures, or as much of it as there is room for.

    Args:
        source: The text of a document's field.
        spans: Offsets of the figures, in text order.
        width: Cells that the excerpt should fill at most. A figure is never cut, so that one
            wider than this makes a wider excerpt.
    """
    start, end, begins, ends = _sentence(source, spans)
    text, marks = _shown(source, start, end, spans)
    if not begins:
        text, marks = f"{ELLIPSIS} {text}", [(left + 2, right + 2) for left, right in marks]
    if not ends:
        text += f" {ELLIPSIS}"
    if cells(text) <= width:
        return Excerpt(text, tuple(marks))
    return _Window(text, marks, width).excerpt()


def same_sentence(source: str, spans: Sequence[Span]) -> bool:
    """Whether no sentence ends between the first and the last of some spans."""
    start = min(span[0] for span in spans)
    end = max(span[1] for span in spans)
    return end - start <= _REACH and _STOP.search(source, start, end) is None


def _sentence(source: str, spans: Sequence[Span]) -> tuple[int, int, bool, bool]:
    """Where the sentence begins and ends, and whether those are its real ends."""
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    start, begins = max(0, first - _REACH), first <= _REACH
    # Two characters more, by which the pattern sees that a sentence begins.
    for stop in _STOP.finditer(source, start, first + 2):
        if stop.end() <= first:
            start, begins = stop.end(), True
    if not begins:
        # Nothing but whole words; a text without spaces can begin anywhere.
        start = source.find(" ", start, first) + 1 or start
    end, ends = min(len(source), last + _REACH), last + _REACH >= len(source)
    following = _STOP.search(source, last, end)
    if following is not None:
        end, ends = following.end(), True
    if not ends:
        space = source.rfind(" ", last, end)
        end = end if space < 0 else space
    return start, end, begins, ends


def _shown(source: str, start: int, end: int, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """The clean text of a stretch, and where the spans are in it."""
    pieces: list[str] = []
    offsets: list[int] = []
    length = 0
    for char in source[start:end]:
        offsets.append(length)
        safe = shown(char)
        if safe == " " and (not pieces or pieces[-1] == " "):
            continue
        if safe:
            pieces.append(safe)
            length += 1
    offsets.append(length)
    text = "".join(pieces).rstrip(" ")
    marks = []
    for left, right in spans:
        left, right = offsets[left - start], min(offsets[right - start], len(text))
        while left < right and text[left] == " ":
            left += 1
        if left < right:
            marks.append((left, right))
    return text, marks


def _units(text: str) -> list[Span]:
    """What a text may be cut between: words, and characters where there are no words."""
    pattern = _WORD
    if len(text) != cells(text):
        # Compiled when first met: a set of so many characters takes 5 ms.
        pattern = re.compile(f"[{_WIDE}]|[^ {_WIDE}]{{1,24}}")
    return [match.span() for match in pattern.finditer(text)]


class _Window:
    """Grows outward from the marks, word by word, until the width is used up."""

    def __init__(self, text: str, marks: Sequence[Span], width: int) -> None:
        self.text = text
        self.marks = marks
        self.units = _units(text)
        self.kept = [
            any(start < right and left < end for left, right in marks) for start, end in self.units
        ]
        if not any(self.kept):
            self.kept[0] = True
        self.room = width - cells(self._joined()[0])

    def excerpt(self) -> Excerpt:
        """The finished excerpt."""
        growing = True
        while growing and self.room > 0:
            growing = False
            for first, last in self._runs():
                for unit in (last + 1, first - 1, last + 2):
                    growing |= self._keep(unit)
        self._tidy()
        text, offsets = self._joined()
        starts = [start for start, _ in self.units]
        marks = [
            (
                left + offsets[bisect_right(starts, left) - 1],
                right + offsets[bisect_left(starts, right) - 1],
            )
            for left, right in self.marks
        ]
        return Excerpt(text, tuple(marks))

    def _runs(self) -> list[Span]:
        """First and last unit of each stretch kept without a gap."""
        runs: list[Span] = []
        for unit, kept in enumerate(self.kept):
            if kept and unit and self.kept[unit - 1]:
                runs[-1] = (runs[-1][0], unit)
            elif kept:
                runs.append((unit, unit))
        return runs

    def _keep(self, unit: int) -> bool:
        """Keep one more unit beside those kept, if there is room."""
        if not 0 <= unit < len(self.kept) or self.kept[unit]:
            return False
        left = unit > 0 and self.kept[unit - 1]
        right = unit + 1 < len(self.kept) and self.kept[unit + 1]
        if not left and not right:
            return False
        start, end = self.units[unit]
        # What is added replaces an ellipsis and its space where it closes a gap or reaches an end.
        cost = cells(self.text[start:end]) + 1
        if (left and right) or unit in {0, len(self.kept) - 1}:
            cost -= 2
        if cost > self.room:
            return False
        self.kept[unit] = True
        self.room -= cost
        return True

    def _tidy(self) -> None:
        """Drop a word or two that are the tail or the head of another clause."""
        runs = self._runs()
        first, last = runs[0][0], runs[-1][1]
        if first > 0:
            for unit in range(first, min(first + _STUB, last)):
                # Words that touch a figure belong to it: ``Mary Dunn, 52,``.
                if self._marked(unit) or self._marked(unit + 1):
                    break
                if self._word(unit).endswith(_CLAUSE_END):
                    self.kept[first : unit + 1] = [False] * (unit + 1 - first)
                    break
        if last < len(self.kept) - 1:
            for unit in range(last, max(last - _STUB, first), -1):
                if self._marked(unit):
                    break
                if self._word(unit - 1).endswith(_CLAUSE_END):
                    self.kept[unit : last + 1] = [False] * (last + 1 - unit)
                    break

    def _marked(self, unit: int) -> bool:
        start, end = self.units[unit]
        return any(start < right and left < end for left, right in self.marks)

    def _word(self, unit: int) -> str:
        start, end = self.units[unit]
        return self.text[start:end]

    def _joined(self) -> tuple[str, list[int]]:
        """The kept units with ellipses between, and how far each unit moved."""
        pieces: list[str] = []
        offsets: list[int] = []
        length = 0
        before = -1
        for unit, (start, end) in enumerate(self.units):
            if self.kept[unit]:
                gap = self._gap(before, unit)
                pieces += (gap, self.text[start:end])
                length += len(gap)
                offsets.append(length - start)
                length += end - start
                before = unit
            else:
                offsets.append(length - start)
        if before < len(self.units) - 1:
            pieces.append(f" {ELLIPSIS}")
        return "".join(pieces), offsets

    def _gap(self, before: int, unit: int) -> str:
        """What stands between two kept units, or before the first (``before`` is -1)."""
        if before < 0:
            return "" if unit == 0 else f"{ELLIPSIS} "
        if unit - before > 1:
            return f" {ELLIPSIS} "
        return self.text[self.units[before][1] : self.units[unit][0]]
