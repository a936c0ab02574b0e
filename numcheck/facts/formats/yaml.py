"""YAML (1.2 core): a list of facts, or a mapping with that list under ``facts``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numcheck.errors import FactsError
from numcheck.facts.formats._text import cells_of, read_text
from numcheck.facts.row import Problems, Row

__all__ = ["SUFFIXES", "rows"]

SUFFIXES: tuple[str, ...] = (".yaml", ".yml")

_DEEPEST = 2


def rows(path: str, problems: Problems) -> Iterator[Row]:
    """The facts of a file, each with the line that it begins on.

    Numbers keep the digits that they are written with: ``1.20`` is known to the hundredth.

    Args:
        path: The file.
        problems: Takes what is wrong with single facts.

    Raises:
        FactsError: The file cannot be read, is not YAML, or holds no list.
    """
    import yaml

    from numcheck.vocabulary import _yaml_bounds

    text = read_text(path)
    loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    try:
        # Nodes rather than values: they know their lines, and how numbers were written.
        _yaml_bounds.check(text, loader)
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise FactsError(f"broken YAML: {error.problem or error.context}", where) from error
    except yaml.YAMLError as error:
        raise FactsError(f"broken YAML: {' '.join(str(error).split())}", path) from error
    for item in _items(node, path):
        place = f"{path}:{item.start_mark.line + 1}"
        try:
            yield Row(place, cells_of(_plain(item, path), place))
        except FactsError as error:
            problems.take(error)


def _items(node: Any, path: str) -> list[Any]:
    import yaml

    if isinstance(node, yaml.MappingNode):
        listed = [value for key, value in node.value if key.value == "facts"]
        if len(node.value) != 1 or not listed:
            place = f"{path}:{node.start_mark.line + 1}"
            raise FactsError("facts are a list; put a dash before each", place)
        node = listed[0]
    if node is None:
        raise FactsError('only comments; "numcheck facts init" writes an example', path)
    if not isinstance(node, yaml.SequenceNode):
        place = f"{path}:{node.start_mark.line + 1}"
        raise FactsError("facts are a list; put a dash before each", place)
    return list(node.value)


def _plain(node: Any, path: str, depth: int = 0) -> Any:
    """Texts, lists and mappings; a number stays the text that it is written as."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        empty = node.style is None and node.value in ("", "~", "null", "Null", "NULL")
        return None if empty else node.value
    if depth == _DEEPEST:
        raise FactsError("nested too deeply", f"{path}:{node.start_mark.line + 1}")
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, path, depth + 1) for item in node.value]
    found: dict[str, Any] = {}
    for key, value in node.value:
        name = str(_plain(key, path, _DEEPEST))
        if name in found:
            place = f"{path}:{key.start_mark.line + 1}"
            raise FactsError(f"the key {name!r} is there twice", place)
        found[name] = _plain(value, path, depth + 1)
    return found
