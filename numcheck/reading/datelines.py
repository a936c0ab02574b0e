"""The lines under a headline that say who published the text, and when.

Such a line is taken only if every part of it is understood, so that no sentence is lost::

    Harbour Gazette — 21 October 2024
    By Ann Writer, Harbour Gazette, 3 May 2024
    Published: 2024-10-21 09:30 GMT
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from numcheck import vocabulary
from numcheck.reading.dates import find_date, iso_date

__all__ = ["Imprint", "is_name", "label_of", "read_dateline"]

_LONGEST = 140
_PARTS = re.compile(r"\s+[—–|·•/-]\s+|\s*[|·•—]\s*|\s*,\s+")
_LABEL = re.compile(r"([A-Za-z][A-Za-z_ ]{1,20}?)\s*:\s*(?=\S)")
_BY = re.compile(r"(?:words |written |report(?:ing)? |story )?by\s+(?=[^\W\d_])", re.I)
_IN_A_PLACE = re.compile(r"\s+in\s+[^\W\d_].*")
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’&-]*|&|\d{1,3}")
_SMALL_WORDS = frozenset(("and", "of", "the", "de", "van", "von", "der", "da", "di", "la", "le"))
_MOST_WORDS = 7


@dataclass(slots=True)
class Imprint:
    """What a text says about its own publication; filled line by line.

    Attributes:
        source: The outlet.
        author: The writer.
        published: ISO 8601.
        updated: ISO 8601, the last change.
        url: Web address.
        title: Headline, where a label gives it.
    """

    source: str = ""
    author: str = ""
    published: str = ""
    updated: str = ""
    url: str = ""
    title: str = ""

    @property
    def outlet(self) -> str:
        """The outlet, else the writer."""
        return self.source or self.author

    @property
    def day(self) -> str:
        """When the text appeared; its last change where that is all it says."""
        return self.published or self.updated

    def put(self, name: str, value: str) -> None:
        """Keep the first value given for a field."""
        if not getattr(self, name):
            setattr(self, name, value)


def label_of(words: str) -> str:
    """The imprint's field that a label names (``"First published"``); empty if none."""
    return _labels().get(" ".join(words.lower().replace("-", " ").split()), "")


def is_name(words: str) -> bool:
    """Whether words can be the name of a person or an outlet: few, and all capitalised."""
    parts = words.split()
    if not any(character.isalpha() for character in words):
        return False
    return 0 < len(parts) <= _MOST_WORDS and all(
        _NAME_WORD.fullmatch(part) and (not part[0].islower() or part in _SMALL_WORDS)
        for part in parts
    )


def read_dateline(line: str, imprint: Imprint) -> bool:
    """Take a line for a dateline, if it is one.

    Args:
        line: The line, without white space around it.
        imprint: Filled with what the line says; left alone if the line is none.

    Returns:
        Whether the line is a dateline.
    """
    if not 3 < len(line) <= _LONGEST:
        return False
    label = _LABEL.match(line)
    if label and label_of(label[1]):
        return _labelled(label_of(label[1]), line[label.end() :].strip(), imprint)
    found = find_date(line)
    by = _BY.match(line)
    if not found and not by:
        return False
    names = _names(line, found)
    if names is None:
        return False
    authors = [name for name, is_author in names if is_author]
    outlets = [name for name, is_author in names if not is_author]
    if not authors and len(outlets) > 1:
        authors = outlets[:1]  # "Ann Writer, Harbour Gazette, 3 May 2024": the outlet stands last
    if authors:
        imprint.put("author", authors[0])
    if outlets:
        imprint.put("source", outlets[-1])
    if found:
        imprint.put("published", found[2])
    return True


@cache
def _labels() -> dict[str, str]:
    return {row[0]: row[1] for row in vocabulary.table("datelines", columns=2)}


def _labelled(name: str, value: str, imprint: Imprint) -> bool:
    if name in ("published", "updated"):
        value = iso_date(value)
        if not value:
            return False
    elif name == "url":
        if not re.fullmatch(r"https?://\S+", value):
            return False
    elif name != "title" and (value.endswith((".", "!", "?")) or len(value.split()) > _MOST_WORDS):
        return False
    imprint.put(name, value)
    return True


def _names(line: str, found: tuple[int, int, str] | None) -> list[tuple[str, bool]] | None:
    """The names on a line beside its date, and whether each follows "by".

    ``None`` if the line holds anything but names and a date.
    """
    rest = line if found is None else f"{line[: found[0]]} | {line[found[1] :]}"
    names: list[tuple[str, bool]] = []
    for part in _PARTS.split(rest):
        words = part.strip(" ,;:()*_–—-")
        by = _BY.match(words)
        if by:
            words = _IN_A_PLACE.sub("", words[by.end() :])
        if not words or label_of(words) in ("published", "updated"):
            continue
        if not is_name(words):
            return None
        names.append((words, by is not None))
    return names
