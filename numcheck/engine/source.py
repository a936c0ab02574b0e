"""A YAML file as data with the place of every value, so that errors can point at it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml
import yamlcore

from numcheck.vocabulary import _yaml_bounds

__all__ = ["Place", "Source", "read_source"]

_Loader: Any = yamlcore.CCoreLoader if yaml.__with_libyaml__ else yamlcore.CoreLoader

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands.

    Attributes:
        line: 0-based.
        column: 0-based; of a key for keys, of the first character of the text for values.
        exact: Whether offsets into the value are offsets into this line.
    """

    line: int
    column: int
    exact: bool = False


class Source:
    """A parsed file.

    Attributes:
        name: What errors call it.
        lines: Its lines.
        data: Its content as plain data.
        problems: One ready block a problem, in the order found.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.lines = text.splitlines()
        self.data: Any = None
        self.problems: list[str] = []
        self._values: dict[Path, Place] = {}
        self._keys: dict[Path, Place] = {}

    def at(self, path: Path, *, key: bool = False) -> Place:
        """The place of a value, or of its key; of what holds it where it is missing."""
        while path:
            found = (self._keys if key else self._values).get(path) or self._values.get(path)
            if found is not None:
                return found
            path = path[:-1]
        return self._values.get((), Place(0, 0))

    def values(self) -> list[tuple[Path, Place]]:
        """The places of all values."""
        return list(self._values.items())

    def keys(self) -> list[tuple[Path, Place]]:
        """The places of all keys."""
        return list(self._keys.items())

    def complain(
        self, problem: str, path: Path = (), offset: int = 0, *, key: bool = False
    ) -> None:
        """Record a problem with the value at ``path``, ``offset`` characters into it."""
        place = self.at(path, key=key)
        self._complain(problem, place.line, place.column + (offset if place.exact else 0))

    def _complain(self, problem: str, line: int, column: int) -> None:
        shown = self.lines[line] if line < len(self.lines) else ""
        number = str(line + 1)
        self.problems.append(
            f"{self.name}:{number}:{column + 1}: {problem}\n"
            f"  {number} | {shown}\n"
            f"  {' ' * len(number)} | {' ' * column}^"
        )

    def build(self, text: str) -> None:
        """Parse ``text``; what is wrong with it goes to :attr:`problems`."""
        try:
            _yaml_bounds.check(text, _Loader)
            loader = _Loader(text)
            node = loader.get_single_node()
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = f"not YAML: {error.problem or error.context}"
            self._complain(problem, mark.line if mark else 0, mark.column if mark else 0)
            return
        except yaml.YAMLError as error:
            self._complain(f"not YAML: {' '.join(str(error).split())}", 0, 0)
            return
        if node is None:
            self._complain("the file is empty", 0, 0)
            return
        self.data = self._plain(node, (), loader)

    def _plain(self, node: yaml.Node, path: Path, loader: Any) -> Any:
        mark = node.start_mark
        if isinstance(node, yaml.MappingNode):
            self._values[path] = Place(mark.line, mark.column)
            return self._mapping(node, path, loader)
        if isinstance(node, yaml.SequenceNode):
            self._values[path] = Place(mark.line, mark.column)
            return [self._plain(one, (*path, i), loader) for i, one in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        quoted = node.style in ('"', "'")
        single = node.start_mark.line == node.end_mark.line and node.style not in ("|", ">")
        self._values[path] = Place(mark.line, mark.column + quoted, single)
        try:
            return loader.construct_object(node)
        except (yaml.YAMLError, ValueError) as error:
            said = getattr(error, "problem", None) or str(error).partition(";")[0]
            self._complain(f"no value: {said}", mark.line, mark.column)
            return None

    def _mapping(self, node: yaml.MappingNode, path: Path, loader: Any) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key, mark = str(key_node.value), key_node.start_mark
            if key in result:
                self._complain(f"the key {key!r} is there twice", mark.line, mark.column)
                continue
            self._keys[(*path, key)] = Place(mark.line, mark.column)
            result[key] = self._plain(value_node, (*path, key), loader)
        return result


def read_source(name: str, text: str) -> Source:
    """A file with the places of its values; its problems are recorded, not raised."""
    source = Source(name, text)
    source.build(text)
    return source
