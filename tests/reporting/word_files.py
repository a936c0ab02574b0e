"""Word files put together from snippets of XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    f'xmlns:r="{_OFFICE}"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def run(words: str, look: str = "") -> str:
    """A run; its look is the XML of its properties."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inside: str, properties: str = "") -> str:
    """A paragraph of plain words and of XML."""
    runs = "".join(part if part.startswith("<") else run(part) for part in inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells of plain words."""
    cells = (
        "".join(f"<w:tc>{paragraph(words) if words else '<w:p/>'}</w:tc>" for words in row)
        for row in rows
    )
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def part(element: str, inside: str, namespace: str = W) -> str:
    """A part of a Word file as XML."""
    return f'{_DECLARATION}<w:{element} xmlns:w="{namespace}" {_NAMES}>{inside}</w:{element}>'


def relations(*ties: tuple[str, str, str]) -> str:
    """Relationships: id, last word of the type, target."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in ties
    )
    return (
        f"{_DECLARATION}<Relationships "
        f'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}'
        "</Relationships>"
    )


def archive(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return buffer.getvalue()


def word_file(
    *body: str,
    parts: Mapping[str, str | bytes] | None = None,
    ties: tuple[tuple[str, str, str], ...] = (),
    namespace: str = W,
) -> bytes:
    """A Word file.

    Args:
        body: What stands in its body: XML, or the words of a paragraph.
        parts: Its other parts by name, those of the same name replaced.
        ties: The relationships of the body: id, last word of the type, target.
        namespace: The namespace of its elements.
    """
    blocks = "".join(one if one.startswith("<") else paragraph(one) for one in body)
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{blocks}</w:body>", namespace),
    }
    if ties:
        whole["word/_rels/document.xml.rels"] = relations(*ties)
    return archive(whole | dict(parts or {}))
