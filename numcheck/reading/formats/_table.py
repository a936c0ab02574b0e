"""Rows of tables to documents: what CSV and Parquet have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from numcheck import vocabulary
from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.dates import iso_date
from numcheck.reading.encoding import replace_lone_surrogates, unify_newlines
from numcheck.reading.furniture import find_furniture
from numcheck.reading.source import Source

__all__ = ["document_of_row", "roles_of"]

_SEPARATOR = re.compile(r"[\s\-.]+")
_SHORT_ZONE = re.compile(r"(?<=:\d\d)([+-]\d\d)$")
_MOST_SHOWN = 12


def roles_of(names: Sequence[str], source: Source) -> dict[str, int]:
    """Which column holds the text, the title, the source, the date, the address and the id.

    Args:
        names: The names of the columns, in their order.
        source: The table; its options may name the column of the text.

    Returns:
        Positions by role; ``text`` is always among them.

    Raises:
        InputError: No column is known to hold the text, or not the one that was asked for.
    """
    plain = [_SEPARATOR.sub("_", name.strip().strip("\ufeff").lower()) for name in names]
    roles: dict[str, int] = {}
    for role, known in _known().items():
        found = next((plain.index(name) for name in known if name in plain), None)
        if found is not None:
            roles[role] = found
    wanted = source.options.text_column
    if wanted:
        if wanted not in names:
            raise InputError(f"no column {wanted!r}; there are {_shown(names)}", source.name)
        roles = {role: at for role, at in roles.items() if at != names.index(wanted)}
        roles["text"] = list(names).index(wanted)
    if "text" not in roles:
        name = f"{source.name}#COLUMN"
        problem = f'no column is known to hold the text; name it as "{name}": {_shown(names)}'
        raise InputError(problem, source.name)
    return roles


def document_of_row(
    cells: Mapping[str, Any], place: str, source: Source, row: int
) -> Document | InputError:
    """The document of a row.

    Args:
        cells: Its cells by role; ``None`` for an empty one.
        place: What to call the row in errors; also its id if it brings none.
        source: The table.
        row: Its number, as a spreadsheet counts.
    """
    plain = {role: "" if cell is None else str(cell) for role, cell in cells.items()}
    plain = {role: replace_lone_surrogates(unify_newlines(cell)) for role, cell in plain.items()}
    text = plain.get("text", "").strip("\n")
    title = " ".join(plain.get("title", "").split())
    if not text.strip() and not title:
        return InputError("no text in this row; there is nothing to check", place)
    return Document(
        id=plain.get("id", "").strip() or place,
        text=text,
        title=title,
        source=plain.get("source", "").strip(),
        published=iso_date(_SHORT_ZONE.sub(r"\1:00", plain.get("published", "").strip())),
        url=plain.get("url", "").strip(),
        path=source.path,
        furniture=find_furniture(text),
        locators=((0, f"row {row}"),),
    )


@cache
def _known() -> dict[str, list[str]]:
    known: dict[str, list[str]] = {}
    for role, name in vocabulary.table("columns", columns=2):
        known.setdefault(role, []).append(name)
    return known


def _shown(names: Sequence[str]) -> str:
    shown = ", ".join(" ".join(name.split())[:40] or "(unnamed)" for name in names[:_MOST_SHOWN])
    return shown + (" …" if len(names) > _MOST_SHOWN else "")
