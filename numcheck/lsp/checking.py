"""What an editor's text is checked with: readers, the configuration next to it, the desk."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from numcheck.configuration import configure, find_configuration
from numcheck.configuration.settings import Settings
from numcheck.errors import InputError, NumcheckError
from numcheck.inspection import Desk
from numcheck.lsp.buffer import Buffer
from numcheck.lsp.placement import Placement
from numcheck.model import Document, Figure, Report
from numcheck.reading import read, read_bytes

__all__ = ["Checked", "Checker", "Note"]

_SUFFIXES = {"markdown": ".md", "html": ".html", "xhtml": ".html", "jsonl": ".jsonl"}
"""What an editor calls a language, with the suffix of its files."""
_READ_BY_SUFFIX = frozenset({".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml"})
_NOTE = re.compile(r":(\d{1,9})(?::(\d{1,9}))?: ")
_NO_REPORT = Report((), (), (), ())


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell that is no finding: a comment that silences nothing, a broken rule.

    Attributes:
        text: What to tell.
        line: 1-based line of the document; 0 where it is about another file.
        grave: Whether it keeps the document from being checked.
    """

    text: str
    line: int = 0
    grave: bool = False


@dataclass(frozen=True)
class Checked:
    """One state of a document with what was found in it.

    Attributes:
        buffer: The text that was checked.
        report: What was found.
        placements: Where figures stand, by the id of their document.
        notes: What else there is to tell.
        desk: What it was checked with; ``None`` where that could not be loaded.
    """

    buffer: Buffer
    report: Report = _NO_REPORT
    placements: dict[str, Placement] = field(default_factory=dict)
    notes: Sequence[Note] = ()
    desk: Desk | None = None

    def at(self, offset: int) -> Figure | None:
        """The figure at an offset of the buffer; of several the shortest."""
        found: list[tuple[int, Figure]] = []
        for figure in self.report.figures:
            placement = self.placements.get(figure.document)
            if placement is not None:
                start, end = placement.of(figure)
                if start <= offset <= end:
                    found.append((end - start, figure))
        return min(found, key=lambda one: one[0])[1] if found else None


class Checker:
    """Checks texts; keeps what their configuration names until :meth:`forget`."""

    def __init__(self) -> None:
        self._desks: dict[str, Desk] = {}
        self._sources: dict[str, list[Document]] = {}

    def forget(self) -> None:
        """Read configuration, rules, facts and sources anew before the next check."""
        self._desks.clear()
        self._sources.clear()

    def check(self, buffer: Buffer, path: str, language: str = "") -> Checked:
        """Check a text.

        Args:
            buffer: The text.
            path: The file that it is, or will be, saved as; empty for none.
            language: What the editor calls its language (``markdown``).

        Returns:
            What was found; problems of the text or of the configuration are notes.
        """
        notes: list[Note] = []
        try:
            desk = self._desk(path)
            documents = _documents(buffer, path, language, desk, notes)
            if not documents:
                return Checked(buffer, notes=notes, desk=desk)
            report, told = desk.inspect(documents, self._against(desk, documents))
        except NumcheckError as error:
            notes += [_note(line, path, grave=True) for line in str(error).splitlines()[:1]]
            return Checked(buffer, notes=notes)
        notes += [_note(line, path) for line in told]
        placements = {one.id: Placement(one, buffer) for one in documents}
        return Checked(buffer, report, placements, notes, desk)

    def _desk(self, path: str) -> Desk:
        config = find_configuration((path,) if path else ())
        desk = self._desks.get(config)
        if desk is None:
            desk = Desk(configure(config) if config else Settings())
            desk.prepare()
            self._desks[config] = desk
        return desk

    def _against(self, desk: Desk, documents: Sequence[Document]) -> list[Document] | None:
        """The sources of the configuration, but for what is being checked itself."""
        # An editor knows a file by one address, whatever the way that led to it.
        paths = [os.path.abspath(path) for path in desk.settings.against.value]
        if not paths:
            return None
        key = "\n".join(paths)
        if key not in self._sources:
            found = read(paths, options=desk.settings.reading_options)
            self._sources[key] = [one for one in found if isinstance(one, Document)]
        own = {os.path.realpath(one.path) for one in documents if one.path}
        ids = {one.id for one in documents}
        return [
            one
            for one in self._sources[key]
            if one.id not in ids and os.path.realpath(one.path) not in own
        ]


def _documents(
    buffer: Buffer, path: str, language: str, desk: Desk, notes: list[Note]
) -> list[Document]:
    """What is read from a text; adds a note for each part that cannot be read."""
    if not buffer.text.strip():
        return []
    name = path or "untitled"
    suffix = _SUFFIXES.get(language, "")
    if suffix and os.path.splitext(name)[1].lower() not in _READ_BY_SUFFIX:
        name += suffix
    # The mark leaves no doubt about the encoding, whatever a page declares.
    data = codecs.BOM_UTF8 + buffer.text.removeprefix("\ufeff").encode("utf-8", "replace")
    documents: list[Document] = []
    for item in read_bytes(data, name, desk.settings.reading_options):
        if isinstance(item, InputError):
            notes.append(_note(str(item), name))
        else:
            documents.append(replace(item, path=path))
    return documents


def _note(told: str, path: str, *, grave: bool = False) -> Note:
    """A line that begins with ``file:line`` as a note at that line of the document."""
    place = _NOTE.match(told, len(path)) if path and told.startswith(path) else None
    if place is None:
        return Note(told, 0, grave)
    return Note(told[place.end() :], int(place[1]), grave)
