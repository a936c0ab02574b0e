"""Rule and vocabulary files held against their models, each mistake told where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from numcheck.engine.source import Path, Source

__all__ = ["hint", "validated"]

_BRANCHES = frozenset({"str", "int", "float", "ExampleText", "ExampleStory", "UnlessSection"})
"""Types that a location names where a value may be of several."""


def hint(word: str, known: Iterable[str]) -> str:
    """The end of an error about something unknown: what was perhaps meant, or all there is."""
    names = sorted(known)
    close = get_close_matches(word, names, 1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 30 else ""


def validated(model: Any, source: Source) -> Any:
    """The data of a file as a model; ``None`` after complaining about all that is wrong."""
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        for one in _told_once(error, source.data):
            _complain(one, model, source)
        return None


def _told_once(error: ValidationError, data: Any) -> list[Any]:
    """The errors, of alternatives at one place the one that got furthest."""
    told: dict[Path, Any] = {}
    for one in error.errors(include_url=False):
        told.setdefault(_path(one, data), one)
    return [one for path, one in told.items() if not _led_further(path, told)]


def _led_further(path: Path, told: Iterable[Path]) -> bool:
    """Whether another alternative for what stands here was right about its outer form."""
    return bool(path) and any(
        len(other) > len(path) and other[: len(path)] == path for other in told
    )


def _path(one: Any, data: Any) -> Path:
    """Where in the data an error is, without the parts that name an alternative type."""
    path: list[str | int] = []
    node = data
    for part in one["loc"]:
        steps = range(len(node)) if isinstance(node, list) else node
        if isinstance(steps, range | dict) and part in steps:
            node = node[part]
        elif one["type"] != "missing" or part != one["loc"][-1]:
            continue
        path.append(part)
    return tuple(path)


def _complain(one: Any, model: Any, source: Source) -> None:
    path = _path(one, source.data)
    kind = one["type"]
    if kind == "extra_forbidden":
        known = _fields_at(model, path[:-1])
        source.complain(f"unknown key {path[-1]!r}{hint(str(path[-1]), known)}", path, key=True)
    elif kind == "missing":
        source.complain(f"{path[-1]!r} is missing; add it", path[:-1])
    else:
        message = one["msg"].removeprefix("Value error, ")
        source.complain(message[:1].lower() + message[1:], path)


def _fields_at(model: Any, path: Path) -> list[str]:
    schema_of = model.model_json_schema()
    node = schema_of
    for part in path:
        if isinstance(part, int):
            continue
        node = node.get("properties", {}).get(part) or node.get("additionalProperties") or {}
        reference = node.get("$ref") or next(
            (option["$ref"] for option in node.get("anyOf", ()) if "$ref" in option), None
        )
        if reference:
            node = schema_of["$defs"][reference.rsplit("/", 1)[1]]
    return list(node.get("properties", ()))
