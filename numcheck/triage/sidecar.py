"""Files beside files that can hold no comments: ``article.txt.numcheck.yaml``.

    ignore:
      - quote: "rose from £40m to £60m, up 30%"
        rules: [B4]
        reason: The agency rounds so.

An entry without ``quote`` speaks of the whole document, one without ``rules`` of all rules.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from typing import Any

from numcheck.configuration.source import ConfigSource, hint, read_config
from numcheck.model import Document
from numcheck.reading.limits import Limits
from numcheck.triage import SIDECAR
from numcheck.triage.orders import Order, Span

__all__ = ["sidecar_orders"]

_KEYS = ("quote", "rules", "reason")


def sidecar_orders(
    documents: Sequence[Document], notes: list[str], limit: int = Limits().yaml_bytes
) -> Iterator[Order]:
    """What the sidecar file of some documents asks for; nothing where there is none.

    Args:
        documents: All documents of one file.
        notes: Takes a line for each quotation that is in none of them.
        limit: How many bytes the file may have.

    Raises:
        ConfigError: The file cannot be used; carries every problem, a line each.
    """
    path = documents[0].path + SIDECAR
    if not documents[0].path or not os.path.isfile(path):
        return
    source = read_config(path, limit)
    for number, entry in enumerate(_entries(source)):
        quote, rules = entry.get("quote", ""), tuple(entry.get("rules", ()))
        place = f"{path}:{source.line(('ignore', number))}"
        words = f"ignore[{', '.join(rules)}]" if rules else "ignore"
        spans = {
            document.id: _quoted(document, quote) if quote else _whole(document)
            for document in documents
        }
        if not any(spans.values()):
            name = documents[0].path
            notes.append(f"{place}: the words {quote!r} are not in {name}; quote them anew")
            continue
        yield Order(spans, rules, entry.get("reason", ""), place, words, "sidecar")


def _entries(source: ConfigSource) -> list[dict[str, Any]]:
    for key in source.data:
        if key != "ignore":
            source.complain(f"unknown key {key!r}{hint(str(key), ('ignore',))}", (key,))
    entries = source.data.get("ignore", [])
    if not isinstance(entries, list):
        source.complain("'ignore' takes a list of quotations", ("ignore",))
        entries = []
    for number, entry in enumerate(entries):
        _check(source, entry, ("ignore", number))
    source.check()
    return entries


def _check(source: ConfigSource, entry: Any, path: tuple[str | int, ...]) -> None:
    if not isinstance(entry, dict):
        source.complain("an entry has keys: quote, rules, reason", path)
        return
    for key, value in entry.items():
        if key not in _KEYS:
            source.complain(f"unknown key {key!r}{hint(str(key), _KEYS)}", (*path, key))
        elif key == "rules":
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                source.complain("'rules' takes a list, such as [B4]", (*path, key))
        elif not isinstance(value, str):
            source.complain(f"{key!r} takes words", (*path, key))


def _whole(document: Document) -> list[Span]:
    return [Span("title", 0, len(document.title)), Span("text", 0, len(document.text))]


def _quoted(document: Document, quote: str) -> list[Span]:
    """Everywhere that the quoted words stand, however the lines are broken."""
    words = re.compile(r"\s+".join(map(re.escape, quote.split())))
    return [
        Span(field, match.start(), match.end())
        for field in ("title", "text")
        for match in words.finditer(document.field(field))
    ]
