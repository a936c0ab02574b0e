"""What the style of a paragraph says about it: a title, a heading, an item of a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from numcheck.reading.formats._docx_names import KINDS, attribute

__all__ = ["Styles", "numbered"]


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    numbered: bool | None


class Styles:
    """The styles of a document, by the ids that its paragraphs use.

    Word keeps the English names of its own styles in every language; only the ids are translated.
    """

    def __init__(self, root: Any | None) -> None:
        """Take the styles from the root of ``styles.xml``; ``None`` where there is none."""
        self._styles: dict[str, _Style] = {}
        for element in root if root is not None else ():
            if KINDS.get(element.tag) == "style":
                self._styles[attribute(element, "styleId")] = _style(element)

    def name(self, style: str) -> str:
        """Name of a style in lower case; its id where it has none."""
        known = self._styles.get(style)
        return (known.name if known and known.name else style).lower()

    def is_item(self, style: str) -> bool:
        """Whether paragraphs of a style are items of a list, by its own word or its parent's."""
        met: set[str] = set()
        while style in self._styles and style not in met:
            met.add(style)
            one = self._styles[style]
            if one.name.lower().startswith("heading"):
                return False
            if one.numbered is not None:
                return one.numbered
            style = one.parent
        return False


def numbered(properties: Any) -> bool | None:
    """What the properties of a paragraph say about a list: in one, in none, nothing."""
    for child in properties:
        if KINDS.get(child.tag) == "numPr":
            for inner in child:
                if KINDS.get(inner.tag) == "numId":
                    return attribute(inner, "val") != "0"
            return True
    return None


def _style(element: Any) -> _Style:
    name = parent = ""
    is_item = None
    for child in element:
        kind = KINDS.get(child.tag)
        if kind == "name":
            name = attribute(child, "val")
        elif kind == "basedOn":
            parent = attribute(child, "val")
        elif kind == "pPr":
            is_item = numbered(child)
    return _Style(name, parent, is_item)
