"""The comments of a Word file: the part that holds them, and what ties it to the body."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from typing import Any

from numcheck.reading.formats._docx_names import NAMESPACES, attribute, tags
from numcheck.reading.formats._docx_package import Package, parse_part, relations_part

__all__ = ["AUTHOR", "Comments", "element", "written"]

AUTHOR = "numcheck"
_INITIALS = "nc"
_TYPES = "[Content_Types].xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_TIES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TIE_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
)


class Comments:
    """The comments that a file has, and those that are added to it."""

    def __init__(self, package: Package, root: Any) -> None:
        """Read the comments that are there.

        Args:
            package: The file.
            root: The root element of its body.

        Raises:
            InputError: They are broken.
        """
        self._package = package
        self._namespace = root.tag[1:].partition("}")[0]
        self._part = package.related(package.main, "comments")
        tree = package.tree(self._part) if self._part else None
        self._is_new = tree is None
        empty = f'<w:comments xmlns:w="{self._namespace}"/>'
        self._root = tree if tree is not None else _made(empty)
        self._body = root
        self._next = -1
        self._is_changed = False

    def remove_own(self, keep: Callable[[Any], bool]) -> list[Any]:
        """Remove numcheck's comments.

        Args:
            keep: Whether a comment stays all the same.

        Returns:
            The elements of those that are gone.
        """
        own = [one for one in self._root if attribute(one, "author") == AUTHOR]
        gone = [one for one in own if not keep(one)]
        for one in gone:
            self._root.remove(one)
        self._is_changed |= bool(gone)
        return gone

    def has(self, lines: Sequence[str]) -> bool:
        """Whether numcheck says this in the file already."""
        told = [_words(one) for one in self._root if attribute(one, "author") == AUTHOR]
        return list(lines) in told

    def add(self, lines: Sequence[str]) -> str:
        """Add a comment.

        Args:
            lines: What it says, a paragraph a line.

        Returns:
            Its id.
        """
        self._is_changed = True
        name = str(self._free_id())
        comment = element(self._root, "comment", id=name, author=AUTHOR, initials=_INITIALS)
        for line in lines:
            paragraph = element(self._root, "p")
            run = element(self._root, "r")
            if not len(comment):
                run.append(element(self._root, "annotationRef"))
                paragraph.append(run)
                run = element(self._root, "r")
            text = element(self._root, "t")
            text.text = line
            run.append(text)
            paragraph.append(run)
            comment.append(paragraph)
        self._root.append(comment)
        return name

    def _free_id(self) -> int:
        if self._next < 0:
            used = [attribute(one, "id") for one in self._root]
            used += [attribute(one, "id") for one in self._body.iter(*tags("commentReference"))]
            numbers = [int(name) for name in used if name.isascii() and name.isdigit()]
            self._next = max(numbers, default=-1) + 1
        self._next += 1
        return self._next - 1

    def parts(self) -> dict[str, bytes]:
        """The parts that change by the comments, by name.

        Raises:
            InputError: The file's list of parts is broken.
        """
        changed: dict[str, bytes] = {}
        if not self._is_changed:
            return changed
        if self._is_new:
            self._part = self._part or self._free_name()
            changed |= self._tied() | self._typed()
        changed[self._part] = written(self._root)
        return changed

    def _free_name(self) -> str:
        folder = posixpath.dirname(self._package.main)
        taken = {name.lower() for name in self._package.names()}
        number, name = 1, posixpath.join(folder, "comments.xml")
        while name.lower() in taken:
            number += 1
            name = posixpath.join(folder, f"comments{number}.xml")
        return name

    def _tied(self) -> dict[str, bytes]:
        """The relationships of the body, with one to the comments."""
        main = self._package.main
        part = relations_part(main)
        if self._package.related(main, "comments"):
            return {}
        root = self._package.tree(part)
        if root is None:
            root = _made(f'<Relationships xmlns="{_TIES_NAMESPACE}"/>')
        used = {one.get("Id") for one in root}
        number = 1
        while f"rId{number}" in used:
            number += 1
        root.append(
            root.makeelement(
                f"{{{_TIES_NAMESPACE}}}Relationship",
                {
                    "Id": f"rId{number}",
                    "Type": _TIE_TYPES[NAMESPACES.index(self._namespace)],
                    "Target": posixpath.basename(self._part),
                },
            )
        )
        return {part: written(root)}

    def _typed(self) -> dict[str, bytes]:
        """The list of content types, with one for the comments."""
        root = self._package.tree(_TYPES)
        if root is None:
            root = _made(f'<Types xmlns="{_TYPES_NAMESPACE}"/>')
        name = f"/{self._part}"
        if any((one.get("PartName") or "").lower() == name.lower() for one in root):
            return {}
        root.append(
            root.makeelement(
                f"{{{_TYPES_NAMESPACE}}}Override",
                {"PartName": name, "ContentType": _CONTENT_TYPE},
            )
        )
        return {_TYPES: written(root)}


def _words(comment: Any) -> list[str]:
    """What a comment says, a paragraph a line."""
    return [
        "".join(one.text or "" for one in paragraph.iter(*tags("t")))
        for paragraph in comment.iter(*tags("p"))
    ]


def element(near: Any, name: str, **attributes: str) -> Any:
    """A new element of Word's own.

    Args:
        near: An element whose namespace it gets.
        name: Its name.
        attributes: Its attributes.
    """
    namespace = near.tag[1:].partition("}")[0]
    names = {f"{{{namespace}}}{key}": value for key, value in attributes.items()}
    return near.makeelement(f"{{{namespace}}}{name}", names)


def written(root: Any) -> bytes:
    """A part as Word writes it."""
    from lxml import etree  # type: ignore[import-untyped]

    data: bytes = etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return data


def _made(xml: str) -> Any:
    return parse_part(xml.encode(), "", "")
