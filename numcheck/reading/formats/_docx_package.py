"""The parts of a Word file: a ZIP archive of XML, tied together by relationships.

Nothing outside the file is ever opened, no entity is resolved, and no part grows beyond a bound.
The names and relations are those of ECMA-376, Office Open XML, part 2.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from typing import Any, NamedTuple

from numcheck.errors import InputError
from numcheck.reading.limits import Limits, size

__all__ = ["Package", "Relation", "parse_part", "relations_part"]

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
)
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
)


class Relation(NamedTuple):
    """A tie from one part to another.

    Attributes:
        id: How the part's XML refers to it.
        kind: Last word of its type: ``footnotes``, ``header``, ``officeDocument``.
        target: Name of the other part.
    """

    id: str
    kind: str
    target: str


class Package:
    """A Word file that is open for reading.

    Attributes:
        name: What to call the file in errors.
        main: Name of the part that holds the body.
    """

    def __init__(self, data: bytes, name: str, limits: Limits | None = None) -> None:
        """Open the file.

        Args:
            data: All of its bytes.
            name: What to call it in errors.
            limits: How much is taken from it; the usual bounds by default.

        Raises:
            InputError: It is no Word file, or encrypted, or broken.
        """
        self.name = name
        self._limits = limits or Limits()
        self._read_bytes = 0
        if data.startswith(_OLD_OFFICE):
            raise InputError(_about_old_office(data), name)
        if not data:
            raise InputError("empty file; there is nothing to check", name)
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise InputError(
                "no Word file, or one that was cut off; save it once more in Word", name
            ) from error
        entries = self.archive.infolist()
        if len(entries) > self._limits.entries:
            raise InputError(f"more than {self._limits.entries:,} parts (limit entries)", name)
        # Some writers use other slashes and other cases than the standard's.
        self._entries = {_plain(entry.filename): entry for entry in entries}
        self.main = self._main_part()

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; ``None`` if the file has no such part.

        Raises:
            InputError: It is broken, encrypted, or larger than any manuscript is.
        """
        entry = self._entries.get(_plain(part))
        if entry is None:
            return None
        if entry.flag_bits & 1:
            raise InputError(f"{part} is encrypted; save the file without a password", self.name)
        self._bound(entry)
        try:
            # No more comes out than the entry announces, so the bounds above hold.
            data = self.archive.read(entry)
        except _BROKEN as error:
            raise InputError(
                f"{part} is broken; open the file in Word and save it once more", self.name
            ) from error
        return data

    def _bound(self, entry: zipfile.ZipInfo) -> None:
        limits = self._limits
        self._read_bytes += entry.file_size
        if entry.file_size > limits.xml_bytes:
            problem = f"expands to more than {size(limits.xml_bytes)} (limit xml-bytes)"
        elif self._read_bytes > limits.file_bytes:
            problem = f"expands to more than {size(limits.file_bytes)} (limit file-bytes)"
        else:
            problem = limits.expansion_exceeded(entry.file_size, entry.compress_size)
        if problem:
            raise InputError(f"{entry.filename} {problem}", self.name)

    def tree(self, part: str) -> Any | None:
        """The root element of a part; ``None`` if the file has no such part.

        Raises:
            InputError: It cannot be read, or is no XML.
        """
        data = self.read(part)
        return None if data is None else parse_part(data, part, self.name)

    def relations(self, part: str) -> list[Relation]:
        """The ties of a part (``""`` for those of the whole file) to parts inside the file.

        Raises:
            InputError: They cannot be read.
        """
        root = self.tree(relations_part(part))
        folder = posixpath.dirname(part)
        found = []
        for element in root if root is not None else ():
            target, kind = element.get("Target", ""), element.get("Type", "")
            if target and element.get("TargetMode", "") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.append(Relation(element.get("Id", ""), kind.rpartition("/")[2], path))
        return found

    def related(self, part: str, kind: str) -> str:
        """The part of a kind that a part is tied to; empty if there is none."""
        for relation in self.relations(part):
            if relation.kind == kind:
                return relation.target
        return ""

    def names(self) -> list[str]:
        """The names of all parts, as they are written in the file."""
        return [entry.filename for entry in self._entries.values()]

    def entries(self) -> list[tuple[zipfile.ZipInfo, str]]:
        """The members of the archive, each with the plain form of its name, in lower case."""
        return [(entry, plain) for plain, entry in self._entries.items()]

    def _main_part(self) -> str:
        main = self.related("", "officeDocument") or "word/document.xml"
        if main in self._entries or _plain(main) in self._entries:
            for part, kind in _OTHERS:
                if part == _plain(main):
                    raise InputError(f"{kind}, not a Word document; give a .docx file", self.name)
            return main
        raise InputError(f"no Word document in this archive ({main} is missing)", self.name)


def relations_part(part: str) -> str:
    """Name of the part that holds the relationships of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def parse_part(data: bytes, part: str, name: str) -> Any:
    """The root element of XML that comes from a file.

    Args:
        data: The XML.
        part: Name of the part, for errors.
        name: Name of the file, for errors.

    Raises:
        InputError: No XML, nested too deeply, or with a document type declaration, which Word
            never writes and which could make it expand.
    """
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise InputError(
            f"{part} is broken ({reason}); open the file in Word and save it once more", name
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise InputError(f"{part} declares a document type, which no Word file does", name)
    return root


def _plain(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()


def _about_old_office(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "encrypted; save the file without a password"
    return "an old office document, not .docx; save it as .docx"
