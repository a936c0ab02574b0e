"""E-books: one document, its chapters in the order in which they are read."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.datelines import Imprint
from numcheck.reading.formats._office import Blocks, article
from numcheck.reading.formats._page_text import text_of_body
from numcheck.reading.formats._xml import local_name, parse_xml
from numcheck.reading.packages import opened, part
from numcheck.reading.source import Source

if TYPE_CHECKING:
    import zipfile

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".epub",)
_CONTAINER = "META-INF/container.xml"
_NOTE_MARK = re.compile(r"\d{1,3}|[*†‡§]{1,3}|↩\ufe0e?")
_HEADINGS = ("h1", "h2", "h3")
_LONGEST_HEADING = 80
# Fonts may be scrambled in a book that anyone can read.
_SCRAMBLED_FONTS = (b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC")


def recognises(head: bytes) -> int:
    """Certainly, by the type that such a file begins with."""
    return 2 if head[30:58] == b"mimetypeapplication/epub+zip" else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The document of a book; locators name its chapters.

    Raises:
        InputError: Broken, encrypted, without text, or beyond the limits.
    """
    blocks = Blocks()
    with opened(source) as package:
        _check_open(package, source)
        root, folder = _contents(package, source)
        said = _said(root)
        total = 0
        for number, name in enumerate(_spine(root, folder), 1):
            page = part(package, name, source)
            if page is None:
                yield InputError("a chapter that is not in the file", f"{source.name}/{name}")
                continue
            total += len(page)
            if total > source.options.limits.file_bytes:
                raise InputError("unpacks to more than the limit file-bytes allows", source.name)
            try:
                _chapter(page, name, number, source, blocks)
            except InputError as error:
                yield error
    yield article(
        source,
        blocks.text(),
        Imprint(source=said.get("publisher", "") or said.get("creator", "")),
        title=said.get("title", ""),
        trusted=True,
        made=said.get("date", ""),
        locators=tuple(blocks.locators),
    )


def _check_open(package: zipfile.ZipFile, source: Source) -> None:
    """Refuse a book whose chapters only its shop can open."""
    encryption = part(package, "META-INF/encryption.xml", source)
    if encryption is None:
        return
    methods = encryption.count(b"EncryptedData>") // 2
    if methods > sum(encryption.count(scheme) for scheme in _SCRAMBLED_FONTS):
        raise InputError("encrypted; only a book without copy protection can be read", source.name)


def _contents(package: zipfile.ZipFile, source: Source) -> tuple[Any, str]:
    """The book's table of parts, and the folder that it stands in."""
    limits = source.options.limits
    container = part(package, _CONTAINER, source)
    if container is None:
        raise InputError("no e-book; its container.xml is missing", source.name)
    place = f"{source.name}/{_CONTAINER}"
    for one in parse_xml(container, place, limits).iter("{*}rootfile"):
        name = one.get("full-path", "")
        data = part(package, name, source)
        if data is not None:
            root = parse_xml(data, f"{source.name}/{name}", limits)
            return root, posixpath.dirname(name)
    raise InputError("no e-book; its table of parts is missing", source.name)


def _said(root: Any) -> dict[str, str]:
    said: dict[str, str] = {}
    for metadata in root.iter("{*}metadata"):
        for one in metadata:
            said.setdefault(local_name(one), " ".join((one.text or "").split()))
    return said


def _spine(root: Any, folder: str) -> list[str]:
    """The names of the chapters in reading order, without the table of contents."""
    from urllib.parse import unquote

    items = {
        one.get("id"): posixpath.normpath(posixpath.join(folder, unquote(one.get("href", ""))))
        for one in root.iter("{*}item")
        if "nav" not in one.get("properties", "").split()
    }
    order = (one.get("idref") for one in root.iter("{*}itemref"))
    return [items[name] for name in order if name in items]


def _chapter(page: bytes, name: str, number: int, source: Source, blocks: Blocks) -> None:
    place = f"{source.name}/{name}"
    root = parse_xml(page, place, source.options.limits, mend=True)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = local_name(element).lower()
    body = root.find("body")
    if body is None:
        return
    _drop_marks(body)
    heading = next((" ".join("".join(one.itertext()).split()) for one in body.iter(*_HEADINGS)), "")
    label = f"part {number}"
    if heading and len(heading) <= _LONGEST_HEADING:
        label += f", {heading}"
    blocks.add(text_of_body(body), label)


def _drop_marks(body: Any) -> None:
    """Take out the numbers that lead to notes and back, which would lengthen a figure."""
    for link in list(body.iter("a")):
        words = "".join(link.itertext()).strip("[]() ")
        if _NOTE_MARK.fullmatch(words) and "#" in link.get("href", ""):
            for child in list(link):
                link.remove(child)
            link.text = ""
