"""A configuration file as data, with the place of its keys and values for errors."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from numcheck.errors import ConfigError

__all__ = ["ConfigSource", "hint", "read_config"]

Path = tuple[str | int, ...]

_TABLE = ("tool", "numcheck")
_HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(
    r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*="
)
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")


class ConfigSource:
    """A parsed configuration file.

    Attributes:
        name: The file.
        data: Its content, that of its own table for a project file.
        problems: Line, column and text of each problem, in the order found.
    """

    def __init__(self, name: str, data: dict[str, Any], places: dict[Path, tuple[int, int]]):
        self.name = name
        self.data = data
        self.problems: list[tuple[int, int, str]] = []
        self._places = places

    def line(self, path: Path) -> int:
        """1-based line of a value, or of what holds it."""
        return self._place(path)[0]

    def origin(self, path: Path) -> str:
        """Where a value was set, for people: ``file:line``."""
        return f"{self.name}:{self.line(path)}"

    def complain(self, problem: str, path: Path = ()) -> None:
        """Record a problem with what stands at ``path``."""
        line, column = self._place(path)
        self.problems.append((line, column, problem))

    def _place(self, path: Path) -> tuple[int, int]:
        while path:
            if path in self._places:
                return self._places[path]
            path = path[:-1]
        return self._places.get((), (1, 1))

    def check(self) -> None:
        """Raise what was recorded.

        Raises:
            ConfigError: Carries every problem, a line each.
        """
        if self.problems:
            told = [
                f"{self.name}:{line}:{column}: {problem}"
                for line, column, problem in sorted(dict.fromkeys(self.problems))
            ]
            raise ConfigError("\n".join(told))


def hint(word: str, known: Iterable[str]) -> str:
    """The end of an error that names something unknown: what was perhaps meant, or all there is."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(word, names, 1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 20 else ""


def read_config(path: str, limit: int | None = None) -> ConfigSource:
    """Read a configuration file; its suffix tells the format.

    Args:
        path: The file.
        limit: How many bytes it may have; any number if ``None``.

    Raises:
        ConfigError: It cannot be read, is too long, is not UTF-8, or is not TOML or YAML.
    """
    try:
        with open(path, "rb") as stream:
            data = stream.read() if limit is None else stream.read(limit + 1)
        if limit is not None and len(data) > limit:
            raise ConfigError(f"longer than {limit:,} bytes (limit yaml-bytes)", path)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(
            f"cannot be read ({(error.strerror or str(error)).lower()})", path
        ) from error
    except UnicodeDecodeError as error:
        raise ConfigError("not UTF-8; save the file as UTF-8", path) from error
    if path.endswith((".yaml", ".yml")):
        return _yaml(path, text)
    return _toml(path, text)


def _toml(path: str, text: str) -> ConfigSource:
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        found = _POSITION.search(message)
        place = f"{path}:{found[1]}:{found[2]}" if found else path
        message = _POSITION.sub("", message)
        raise ConfigError(f"not TOML: {message[:1].lower()}{message[1:]}", place) from error
    places = _toml_places(text)
    if path.endswith("pyproject.toml"):
        data = data.get("tool", {}).get("numcheck", {})
        places = {key[2:]: place for key, place in places.items() if key[:2] == _TABLE}
    return ConfigSource(path, data, places)


def _toml_places(text: str) -> dict[Path, tuple[int, int]]:
    """Where keys stand, and the words of their values; good enough for errors to point at."""
    places: dict[Path, tuple[int, int]] = {}
    table: tuple[str, ...] = ()
    key: Path = ()
    items = 0
    for number, line in enumerate(text.split("\n"), 1):
        header = _HEADER.match(line)
        if header and not key_value(line):
            table, key = _parts(header[1]), ()
            places.setdefault(table, (number, header.start(1) + 1))
            continue
        found = key_value(line)
        start = 0
        if found:
            key, items = (*table, *_parts(found[1])), 0
            for end in range(len(table) + 1, len(key) + 1):
                places.setdefault(key[:end], (number, found.start(1) + 1))
            start = found.end()
        if key:
            for item in re.finditer(r"\"[^\"]*\"|'[^']*'", line[start:]):
                places.setdefault((*key, items), (number, start + item.start() + 1))
                items += 1
    return places


def key_value(line: str) -> re.Match[str] | None:
    """The match of a line that gives a key its value."""
    return _KEY.match(line)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _yaml(path: str, text: str) -> ConfigSource:
    from numcheck.engine.source import read_source

    if not text.strip():
        return ConfigSource(path, {}, {})
    source = read_source(path, text)
    if source.problems:
        raise ConfigError("\n".join(problem.split("\n")[0] for problem in source.problems))
    places = {
        key: (place.line + 1, place.column + 1) for key, place in [*source.values(), *source.keys()]
    }
    if not isinstance(source.data, dict):
        raise ConfigError(
            "a configuration is a list of keys with values, such as select: [B]", path
        )
    return ConfigSource(path, source.data, places)
