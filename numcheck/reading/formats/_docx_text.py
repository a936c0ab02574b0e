"""The text of a Word file, with the place and the element of every character.

Paragraphs are parted by a blank line; items of a list and rows of a table stand on lines of their
own. Notes, headers, footers and text boxes follow the body, as a reader would turn to them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from numcheck.errors import InputError
from numcheck.reading.formats._docx_flow import Flow
from numcheck.reading.formats._docx_names import KINDS, attribute, relation_id, tags
from numcheck.reading.formats._docx_package import Package
from numcheck.reading.formats._docx_runs import Runs, chosen
from numcheck.reading.formats._docx_styles import Styles, numbered

__all__ = ["Layout", "lay_out"]

_TITLE_WITHIN = 8  # blocks from the top among which a paragraph of the style "Title" is the title
_MOST_IN_CELL = 3  # paragraphs; a cell with more lays out a page rather than a table
_MOST_COLUMNS = 63  # Word's own bound
_CONTAINERS = frozenset(("customXml", "ins", "moveTo", "sdt", "sdtContent"))


@dataclass(frozen=True, slots=True)
class Layout:
    """The text of a Word file.

    Attributes:
        root: The root element of the part that holds the body.
        title: The paragraph that its style makes the title; empty if none.
        text: Everything else.
    """

    root: Any
    title: Flow
    text: Flow


@dataclass(frozen=True, slots=True)
class _Place:
    """Where blocks stand: words for the reader, and whether and where comments can."""

    words: str
    in_body: bool = True
    anchor: Any = None


def lay_out(package: Package) -> Layout:
    """Read the text of a Word file.

    Args:
        package: The file.

    Raises:
        InputError: A part is broken, or missing, or no part of a Word document.
    """
    return _Reading(package).layout()


class _Reading:
    """One pass over a file."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations = package.relations(package.main)
        self._styles: Styles | None = None
        self._title = Flow(flat=True)
        self._flow = Flow()
        self._runs = Runs(self._flow)
        self._paragraphs = self._tables = self._boxes = 0
        self._goes_on = False  # the mark that ended the last paragraph was deleted

    def layout(self) -> Layout:
        root = self._package.tree(self._package.main)
        body = next(
            (child for child in (() if root is None else root) if KINDS.get(child.tag) == "body"),
            None,
        )
        if body is None:
            problem = f"no Word document ({self._package.main} has no body)"
            raise InputError(problem, self._package.name)
        self._blocks(body, None)
        self._notes()
        self._margins(body)
        return Layout(root, self._title, self._flow)

    def _blocks(self, container: Any, place: _Place | None) -> None:
        for child in container:
            kind = KINDS.get(child.tag)
            if kind == "p":
                self._paragraph(child, place)
            elif kind == "tbl":
                self._close(place)
                self._table(child, place)
            elif kind in _CONTAINERS:
                self._blocks(child, place)
            elif kind == "AlternateContent":
                self._blocks(chosen(child), place)
        self._close(place)

    def _paragraph(self, paragraph: Any, place: _Place | None) -> None:
        style, is_item, mark_deleted = self._properties(paragraph)
        if self._is_title(style, place):
            self._headline(paragraph)
            return
        if not self._goes_on:
            self._flow.begin("item" if is_item else "", "- " if is_item else "")
        self._runs.read(paragraph)
        self._runs.end_paragraph()
        self._goes_on = True
        if not mark_deleted:
            self._close(place)

    def _close(self, place: _Place | None) -> None:
        """End the paragraph that is open, if one is."""
        if not self._goes_on:
            return
        self._goes_on = False
        if place is None:
            self._paragraphs += self._flow.end(f"paragraph {self._paragraphs + 1}")
        else:
            self._flow.end(place.words, in_body=place.in_body, anchor=place.anchor)
        self._text_boxes(place)

    def _properties(self, paragraph: Any) -> tuple[str, bool, bool]:
        """Style of a paragraph, whether it is an item, and whether its mark was deleted."""
        properties = next(iter(paragraph), None)
        if properties is None or KINDS.get(properties.tag) != "pPr":
            return "", False, False
        style, mark_deleted = "", False
        for child in properties:
            kind = KINDS.get(child.tag)
            if kind == "pStyle":
                style = attribute(child, "val")
            elif kind == "rPr":
                mark_deleted = any(KINDS.get(one.tag) in ("del", "moveFrom") for one in child)
        is_item = numbered(properties)
        if is_item is None:
            is_item = bool(style) and self._known_styles().is_item(style)
        return style, is_item, mark_deleted

    def _known_styles(self) -> Styles:
        if self._styles is None:
            part = next((one.target for one in self._relations if one.kind == "styles"), "")
            self._styles = Styles(self._package.tree(part) if part else None)
        return self._styles

    def _is_title(self, style: str, place: _Place | None) -> bool:
        blocks = len(self._flow.blocks)
        if not style or place is not None or self._title.blocks or self._goes_on:
            return False
        if blocks >= _TITLE_WITHIN:
            return False
        name = self._known_styles().name(style)
        return name == "title" or (name == "heading 1" and not blocks)

    def _headline(self, paragraph: Any) -> None:
        self._title.begin("")
        self._runs.flow = self._title
        self._runs.read(paragraph)
        self._runs.end_paragraph()
        self._runs.flow = self._flow
        self._paragraphs += self._title.end("headline")
        self._text_boxes(None)

    def _table(self, table: Any, place: _Place | None) -> None:
        self._tables += 1
        name = f"table {self._tables}" if place is None else f"{place.words}, table"
        for number, row in enumerate(_children(table, "tr"), 1):
            if not _deleted(row):
                words = f"{name}, row {number}"
                self._row(row, name, replace(place, words=words) if place else _Place(words))

    def _row(self, row: Any, table: str, place: _Place) -> None:
        cells = list(_children(row, "tc"))
        if len(cells) < 2 or any(map(_lays_out_a_page, cells)):
            for cell in cells:
                self._blocks(cell, place)
            return
        flow = self._flow
        flow.begin(table)
        flow.flat = True
        before, after = _gaps(row)
        flow.add("|" + " |" * before)
        for cell in cells:
            for paragraph in _children(cell, "p"):
                flow.add(" ")
                self._runs.read(paragraph)
                self._runs.end_paragraph()
            flow.add(" |" * _width(cell))
        flow.add(" |" * after)
        flow.flat = False
        self._goes_on = True
        self._close(place)

    def _text_boxes(self, place: _Place | None) -> None:
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            self._boxes += 1
            anchor = box.run if place is None or place.in_body else place.anchor
            known = len(self._runs.notes)
            self._blocks(box.content, _Place(f"text box {self._boxes}", False, anchor))
            for position in range(known, len(self._runs.notes)):
                self._runs.notes[position] = self._runs.notes[position]._replace(run=anchor)

    def _notes(self) -> None:
        """The notes in the order of their marks, footnotes before endnotes."""
        marks, self._runs.notes = self._runs.notes, []
        for kind in ("footnote", "endnote"):
            known = dict.fromkeys(mark.id for mark in marks if mark.kind == kind)
            if not known:
                continue
            contents = self._contents_of(f"{kind}s")
            runs = {mark.id: mark.run for mark in reversed(marks) if mark.kind == kind}
            for number, name in enumerate(known, 1):
                if name in contents:
                    place = _Place(f"{kind} {number}", False, runs[name])
                    self._blocks(contents[name], place)

    def _contents_of(self, kind: str) -> dict[str, Any]:
        part = next((one.target for one in self._relations if one.kind == kind), "")
        root = self._package.tree(part) if part else None
        return {attribute(note, "id"): note for note in root} if root is not None else {}

    def _margins(self, body: Any) -> None:
        """Headers and footers, each once: most sections repeat those of the section before."""
        targets = {one.id: one.target for one in self._relations}
        for name in ("header", "footer"):
            used = (
                targets.get(relation_id(element), "")
                for element in body.iter(*tags(f"{name}Reference"))
            )
            said: set[str] = set()
            for part in dict.fromkeys(filter(None, used)):
                root = self._package.tree(part)
                words = " ".join("".join(root.itertext()).split()) if root is not None else ""
                if words and words not in said:
                    said.add(words)
                    number = f" {len(said)}" if len(said) > 1 else ""
                    self._blocks(root, _Place(f"{name}{number}", False))


def _children(element: Any, wanted: str) -> Iterator[Any]:
    """The rows, cells or paragraphs of an element, those in its wrappers included."""
    for child in element:
        kind = KINDS.get(child.tag)
        if kind == wanted:
            yield child
        elif kind in _CONTAINERS:
            yield from _children(child, wanted)


def _deleted(row: Any) -> bool:
    return any(
        KINDS.get(one.tag) == "del"
        for child in row
        if KINDS.get(child.tag) == "trPr"
        for one in child
    )


def _lays_out_a_page(cell: Any) -> bool:
    """Whether a cell holds so much that the table is there for the looks of the page."""
    paragraphs = sum(1 for one in _children(cell, "p") if len(one))
    return paragraphs > _MOST_IN_CELL or any(True for _ in _children(cell, "tbl"))


def _gaps(row: Any) -> tuple[int, int]:
    """Columns that a row leaves out before its first cell and after its last one."""
    found = {"gridBefore": 0, "gridAfter": 0}
    for child in row:
        if KINDS.get(child.tag) == "trPr":
            for one in child:
                kind = KINDS.get(one.tag)
                if kind in found:
                    found[kind] = _count(one)
    return found["gridBefore"], found["gridAfter"]


def _width(cell: Any) -> int:
    """Columns that a cell spans."""
    for child in cell:
        if KINDS.get(child.tag) == "tcPr":
            for one in child:
                if KINDS.get(one.tag) == "gridSpan":
                    return max(_count(one), 1)
    return 1


def _count(element: Any) -> int:
    value = attribute(element, "val")
    return min(int(value), _MOST_COLUMNS) if value.isascii() and value.isdigit() else 0
