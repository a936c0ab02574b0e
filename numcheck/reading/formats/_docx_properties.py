"""What the properties of a Word file say about its text, where that can be believed.

Templates and programs fill properties in too: a creator that is the name of a program, a date of
years ago. Whatever looks like that is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from numcheck import vocabulary
from numcheck.reading.datelines import is_name
from numcheck.reading.formats._docx_package import Package

__all__ = ["Properties", "properties_of"]

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})T")
_WRITTEN_WITHIN = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Properties:
    """What is believed.

    Attributes:
        title: The title; many files keep an older one there, so the text has the last word.
        author: The writer.
        created: ISO 8601 day on which the file was made, if it was finished soon after.
    """

    title: str = ""
    author: str = ""
    created: str = ""


def properties_of(package: Package) -> Properties:
    """The properties of a Word file.

    Raises:
        InputError: They are broken.
    """
    part = package.related("", "core-properties")
    root = package.tree(part) if part else None
    said: dict[str, str] = {}
    for element in root if root is not None else ():
        if isinstance(element.tag, str):
            name = element.tag.rpartition("}")[2]
            said.setdefault(name, " ".join((element.text or "").split()))
    author = said.get("creator", "")
    believed = is_name(author) and author.lower() not in _programs()
    return Properties(
        title=said.get("title", ""),
        author=author if believed else "",
        created=_created(said) if believed else "",
    )


def _created(said: dict[str, str]) -> str:
    first, last = _day(said.get("created", "")), _day(said.get("modified", ""))
    if first is None or last is None or not first <= last <= first + _WRITTEN_WITHIN:
        return ""
    return first.isoformat()


def _day(moment: str) -> date | None:
    match = _DAY.match(moment)
    try:
        return date(int(match[1]), int(match[2]), int(match[3])) if match else None
    except ValueError:
        return None


@cache
def _programs() -> frozenset[str]:
    return frozenset(vocabulary.lines("word_defaults"))
