"""What the runs of a paragraph say: text without deletions, hidden words and codes of fields."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from numcheck.reading.formats._docx_flow import Flow
from numcheck.reading.formats._docx_names import KINDS, attribute, is_on, tags

__all__ = ["Box", "Note", "Runs"]

_WRAPPERS = frozenset(
    ("bdo", "customXml", "dir", "hyperlink", "ins", "moveTo", "sdtContent", "smartTag")
)
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_SPACES = " \t\r\n"
_TO_SPACES = str.maketrans(dict.fromkeys("\t\r\n", " "))
_PARTS = re.compile("[^\xad]+")
# Raised digits are exponents and marks of notes: "10⁶" is not 106, "1,500³" not 15,003.
_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_LOOKS = (*tags("vanish"), *tags("vertAlign"))
# Fields whose result says how the document is laid out, and nothing about the world.
_LAYOUT_FIELDS = frozenset(
    ("FILENAME", "FILESIZE", "INDEX", "NUMCHARS", "NUMPAGES", "NUMWORDS", "PAGE", "PAGEREF",
     "REVNUM", "SECTION", "SECTIONPAGES", "TOA", "TOC")
)  # fmt: skip


class Note(NamedTuple):
    """A mark of a note: ``footnote`` or ``endnote``, its id, and the run with the mark."""

    kind: str
    id: str
    run: Any


class Box(NamedTuple):
    """A text box: its content, and the run that holds it."""

    content: Any
    run: Any


class Runs:
    """Reads the runs of paragraphs into a flow, and notes what stands elsewhere.

    Attributes:
        flow: Where the text goes.
        notes: The marks of notes that were met, for whoever reads the notes.
        boxes: The text boxes that were met, for whoever reads these.
    """

    def __init__(self, flow: Flow) -> None:
        """Begin with no field open."""
        self.flow = flow
        self.notes: list[Note] = []
        self.boxes: list[Box] = []
        # Each open field: its code while that is read, else whether its result is text.
        self._fields: list[str | bool] = []
        self._silent = 0

    def read(self, element: Any) -> None:
        """Read what stands inside a paragraph, or inside one of its elements."""
        for child in element:
            kind = KINDS.get(child.tag)
            if kind == "r":
                self._run(child)
            elif kind in _WRAPPERS:
                self.read(child)
            elif kind == "sdt":
                self.read(child)  # its content is a wrapper, its properties hold no runs
            elif kind == "fldSimple":
                if _field_name(attribute(child, "instr")) not in _LAYOUT_FIELDS:
                    self.read(child)
            elif kind == "AlternateContent":
                self.read(chosen(child))

    def end_paragraph(self) -> None:
        """Close fields whose code a broken file never closes, so that no text is lost."""
        while self._fields and isinstance(self._fields[-1], str):
            self._fields.pop()
            self._silent -= 1

    def _run(self, run: Any) -> None:
        raised = None
        for child in run:
            kind = KINDS.get(child.tag)
            if kind == "t":
                if not self._silent:
                    self._say(child, raised)
            elif kind == "rPr":
                hidden, raised = _look(child)
                if hidden:
                    return
            elif kind in _MARKS:
                if not self._silent:
                    mark = " " if self.flow.flat and kind != "noBreakHyphen" else _MARKS[kind]
                    self.flow.say(mark, child)
            elif kind is not None:
                self._other(kind, child, run)

    def _other(self, kind: str, child: Any, run: Any) -> None:
        if kind == "fldChar":
            self._field(attribute(child, "fldCharType"))
        elif kind == "instrText":
            if self._fields and isinstance(self._fields[-1], str):
                self._fields[-1] += child.text or ""
        elif kind in ("footnoteReference", "endnoteReference"):
            self.notes.append(Note(kind.removesuffix("Reference"), attribute(child, "id"), run))
        elif kind in ("drawing", "pict", "object"):
            self._boxes(child, run)
        elif kind == "AlternateContent":
            for inner in chosen(child):
                self._other(KINDS.get(inner.tag, ""), inner, run)

    def _say(self, node: Any, raised: dict[int, int] | None) -> None:
        words = node.text
        if not words:
            return
        at = 0
        edged = words[0] in _SPACES or words[-1] in _SPACES
        if edged and node.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
            at = len(words) - len(words.lstrip(_SPACES))
            words = words.strip(_SPACES)
            if not words:
                return
        if "\n" in words or "\t" in words or "\r" in words:
            words = words.translate(_TO_SPACES)
        if raised is not None:
            words = words.translate(raised)
        if "\xad" in words:
            for part in _PARTS.finditer(words):
                self.flow.say(part[0], node, at + part.start())
        else:
            self.flow.say(words, node, at)

    def _field(self, step: str) -> None:
        fields = self._fields
        if step == "begin":
            fields.append("")
            self._silent += 1
        elif step == "separate" and fields and isinstance(fields[-1], str):
            shown = _field_name(fields[-1]) not in _LAYOUT_FIELDS
            fields[-1] = shown
            self._silent -= shown
        elif step == "end" and fields:
            self._silent -= fields.pop() is not True

    def _boxes(self, element: Any, run: Any) -> None:
        for child in element:
            kind = KINDS.get(child.tag)
            if kind == "txbxContent":
                self.boxes.append(Box(child, run))
            else:
                self._boxes(chosen(child) if kind == "AlternateContent" else child, run)


def chosen(alternatives: Any) -> Any:
    """The one of several renderings of the same thing that is read: the first."""
    for child in alternatives:
        if KINDS.get(child.tag) in ("Choice", "Fallback"):
            return child
    return ()


def _field_name(code: str) -> str:
    words = code.split(None, 1)
    return words[0].upper() if words else ""


def _look(properties: Any) -> tuple[bool, dict[int, int] | None]:
    """Whether a run is hidden, and how its digits stand if not on the line."""
    hidden, raised = False, None
    for child in properties.iterchildren(*_LOOKS):  # most runs have other properties, and many
        if KINDS[child.tag] == "vanish":
            hidden = is_on(child)
        else:
            raised = {"superscript": _RAISED, "subscript": _LOWERED}.get(attribute(child, "val"))
    return hidden, raised
