"""Names of WordprocessingML's elements and attributes, in both of the standard's namespaces.

Word writes the transitional namespace, and the strict one on request (ECMA-376, part 1 and part 4).
"""

from __future__ import annotations

from typing import Any, Final

__all__ = ["KINDS", "NAMESPACES", "attribute", "is_on", "relation_id", "tags"]

NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_RELATIONS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"

_WORDS: Final = (
    "basedOn", "bdo", "body", "br", "caps", "cr", "customXml", "del", "delText", "dir", "document",
    "drawing", "endnote", "endnoteReference", "fldChar", "fldSimple", "footerReference",
    "footnote", "footnoteReference", "gridAfter", "gridBefore", "gridSpan", "headerReference",
    "hyperlink", "ins", "instrText", "moveFrom", "moveTo", "name", "noBreakHyphen", "numId",
    "numPr", "object", "p", "pPr", "pStyle", "pict", "ptab", "r", "rPr", "sdt", "sdtContent",
    "sectPr", "smartTag", "style", "sym", "t", "tab", "tbl", "tc", "tcPr", "tr", "trPr",
    "txbxContent", "vMerge", "vanish", "vertAlign",
)  # fmt: skip

# Any, since lxml gives comments and instructions a function for a tag.
KINDS: Final[dict[Any, str]] = {
    f"{{{namespace}}}{word}": word for namespace in NAMESPACES for word in _WORDS
} | {f"{{{_COMPATIBILITY}}}{word}": word for word in ("AlternateContent", "Choice", "Fallback")}
"""From the tag of an element to its name, in either namespace."""


def attribute(element: Any, name: str) -> str:
    """An attribute of Word's own; empty where it is missing."""
    for namespace in NAMESPACES:
        value = element.get(f"{{{namespace}}}{name}")
        if value is not None:
            return str(value)
    return ""


def tags(word: str) -> tuple[str, ...]:
    """The tags that a name has in the two namespaces."""
    return tuple(f"{{{namespace}}}{word}" for namespace in NAMESPACES)


def relation_id(element: Any) -> str:
    """The id of the relationship that an element refers to."""
    for namespace in _RELATIONS:
        value = element.get(f"{{{namespace}}}id")
        if value is not None:
            return str(value)
    return ""


def is_on(element: Any) -> bool:
    """Whether a switch, such as ``w:vanish``, is on; without a value it is."""
    return attribute(element, "val") not in ("0", "false", "off", "none")
