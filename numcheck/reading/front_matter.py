"""The block of ``key: value`` lines that may open a Markdown file.

Writers put all sorts of things there (``title: Bread: the facts`` is not even YAML), so lines are
read for what they plainly say, and the real parsers are called only for values that need them.
"""

from __future__ import annotations

import re
from typing import Any

from numcheck.errors import InputError, VocabularyError
from numcheck.reading.datelines import Imprint, label_of
from numcheck.reading.dates import iso_date
from numcheck.reading.limits import Limits

__all__ = ["read_front_matter"]

_OPENING = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\n")
_ENTRY = re.compile(r"(?P<key>[A-Za-z][\w -]{0,30}?)[ \t]*[:=][ \t]*(?P<value>.*)")
_COMMENT = re.compile(r"\s#.*$")


def read_front_matter(
    content: str, imprint: Imprint, limit: int = Limits().yaml_bytes, place: str = ""
) -> int:
    """Read the front matter of a Markdown text, if there is one.

    Args:
        content: The file.
        imprint: Filled with title, source, author, dates and address.
        limit: How long it may be.
        place: What to call the file in errors.

    Returns:
        Offset past the front matter; 0 if there is none.

    Raises:
        InputError: It is longer than that.
    """
    opening = _OPENING.match(content)
    if not opening:
        return 0
    closings = r"\+\+\+" if opening["fence"] == "+++" else r"---|\.\.\."
    closing = re.compile(rf"^(?:{closings})[ \t]*$", re.MULTILINE)
    found = closing.search(content, opening.end())
    if not found:
        return 0
    if found.start() - opening.end() > limit:
        raise InputError("front matter beyond the limit yaml-bytes", place)
    block = content[opening.end() : found.start()]
    parsed: dict[str, Any] | None = None
    for line in block.split("\n"):
        entry = _ENTRY.match(line)
        name = label_of(entry["key"]) if entry else ""
        if not entry or not name:
            continue
        value = entry["value"].strip()
        if not value or value[0] in "[{|>&*!" or value.startswith(('"""', "'''")):
            if parsed is None:
                parsed = _parsed(block, toml=opening["fence"] == "+++")
            value = _plain(parsed.get(entry["key"].strip()))
        else:
            value = _unquoted(value)
        value = iso_date(value) if name in ("published", "updated") else value
        if value:
            imprint.put(name, value)
    return found.end()


def _unquoted(value: str) -> str:
    quote = value[0]
    if quote in "\"'" and (end := value.find(quote, 1)) > 0:
        return value[1:end].strip()
    return _COMMENT.sub("", value).strip()


def _parsed(block: str, *, toml: bool) -> dict[str, Any]:
    """The block through a real parser; empty where it is not what it seems."""
    if toml:
        import tomllib

        try:
            return tomllib.loads(block)
        except (tomllib.TOMLDecodeError, RecursionError):
            return {}
    from numcheck.vocabulary._yaml import parse

    try:
        value = parse(block, "front matter")
    except (VocabularyError, ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _plain(value: Any) -> str:
    """A parsed value as one line: names of a list joined, the name of an object."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(item for item in value if isinstance(item, str))
    if isinstance(value, dict):
        return _plain(value.get("name"))
    return ""
