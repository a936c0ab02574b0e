"""A configuration file to settings, checked key by key."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from numcheck.configuration.measures import read_measures, read_synonyms
from numcheck.configuration.settings import RuleChange, Setting, Settings
from numcheck.configuration.source import ConfigSource, hint, read_config
from numcheck.configuration.style import read_style

__all__ = ["SEVERITIES", "configure"]

SEVERITIES = ("error", "warning", "info", "off")
_GRAVE = SEVERITIES[:3]
_REACHES = ("clause", "sentence")
_RULE_KEYS = (
    "enabled",
    "severity",
    "gap",
    "unless",
    "extend-unless",
    "within",
    "triggers",
    "parameters",
)


def configure(path: str = "") -> Settings:
    """The settings of a configuration file, or the default ones.

    Args:
        path: The file; empty for none.

    Raises:
        ConfigError: Carries every problem of the file, a line each.
    """
    if not path:
        return Settings()
    return _Reader(read_config(path)).settings()


@dataclass
class _Reader:
    """Takes the keys of a file one by one."""

    source: ConfigSource
    found: dict[str, Any] = field(default_factory=dict)
    changes: list[RuleChange] = field(default_factory=list)

    def settings(self) -> Settings:
        readers: dict[str, Callable[[str, Any], Any]] = {
            "select": self.words,
            "extend-select": self.words,
            "ignore": self.words,
            "per-file-ignores": self.per_file,
            "fail-on": self.fail_on,
            "rules": self.paths,
            "against": self.paths,
            "facts": self.paths,
            "baseline": self.one_path,
            "vocabulary": self.vocabulary,
            "severity": self.severity,
            "rule": self.rule,
            "style": self.style,
            "measures": self.measures,
            "synonyms": self.synonyms,
            "limits": self.limits,
            "reading": self.reading,
        }
        for key, value in self.source.data.items():
            if key not in readers:
                self.source.complain(f"unknown key {key!r}{hint(str(key), readers)}", (key,))
                continue
            read = readers[key](key, value)
            if read is not None:
                self.found[key.replace("-", "_")] = Setting(read, self.origin(key))
        self.source.check()
        return Settings(source=self.source, changes=tuple(self.changes), **self.found)

    def origin(self, *path: str | int) -> str:
        return self.source.origin(path)

    def words(self, *path: Any) -> Any:
        *keys, value = path
        where = tuple(keys)
        if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
            return tuple(value)
        self.source.complain(f'{keys[-1]!r} takes a list of words, such as ["B4"]', where)
        return None

    def per_file(self, key: str, value: Any) -> Any:
        if not isinstance(value, dict):
            self.source.complain(f"{key!r} takes a pattern of files with a list of rules", (key,))
            return None
        rows = [(pattern, self.words(key, pattern, rules)) for pattern, rules in value.items()]
        return tuple((pattern, rules) for pattern, rules in rows if rules is not None)

    def fail_on(self, key: str, value: Any) -> Any:
        return value if self.is_one_of(_GRAVE, value, (key,)) else None

    def is_one_of(self, known: Sequence[str], value: Any, path: tuple[str | int, ...]) -> bool:
        if value in known:
            return True
        problem = f"{value!r} is none of {', '.join(known)}{_meant(value, known)}"
        self.source.complain(problem, path)
        return False

    def paths(self, key: str, value: Any) -> Any:
        found = self.words(key, value)
        return None if found is None else tuple(map(self.beside, found))

    def one_path(self, key: str, value: Any) -> Any:
        if isinstance(value, str) and value:
            return self.beside(value)
        self.source.complain(f"{key!r} takes the name of a file", (key,))
        return None

    def beside(self, name: str) -> str:
        """A path in the file is meant from where the file is."""
        return os.path.normpath(os.path.join(os.path.dirname(self.source.name), name))

    def vocabulary(self, key: str, value: Any) -> Any:
        if not isinstance(value, dict):
            self.source.complain(f"{key!r} takes classes with a list of words each", (key,))
            return None
        rows = [(name, self.words(key, name, words)) for name, words in value.items()]
        return tuple((name, words) for name, words in rows if words is not None)

    def severity(self, key: str, value: Any) -> None:
        if not isinstance(value, dict):
            self.source.complain(f"{key!r} takes rules with a severity each", (key,))
            return
        for selector, severity in value.items():
            path = (key, selector)
            if self.is_one_of(SEVERITIES, severity, path):
                self.changes.append(
                    RuleChange(selector, "severity", severity, self.origin(*path), path)
                )

    def rule(self, key: str, value: Any) -> None:
        if not isinstance(value, dict) or not all(isinstance(one, dict) for one in value.values()):
            self.source.complain(f"{key!r} takes rules with what is to change in each", (key,))
            return
        for selector, changes in value.items():
            for name, new in changes.items():
                self.change(selector, name, new, (key, selector, name))

    def style(self, key: str, value: Any) -> None:
        """House style, as far as a reader or a rule asks for it."""
        found, changes = read_style(self.source, value)
        self.found |= found
        self.changes += changes

    def measures(self, key: str, value: Any) -> Any:
        return read_measures(self.source, value)

    def synonyms(self, key: str, value: Any) -> Any:
        return read_synonyms(self.source, value)

    def limits(self, key: str, value: Any) -> Any:
        from numcheck.configuration.intake import read_limits

        return read_limits(self.source, value)

    def reading(self, key: str, value: Any) -> Any:
        from numcheck.configuration.intake import read_reading

        return read_reading(self.source, value)

    def change(self, selector: str, name: str, new: Any, path: tuple[str | int, ...]) -> None:
        if name not in _RULE_KEYS:
            problem = f"a rule has no key {name!r} to change{hint(name, _RULE_KEYS)}"
            self.source.complain(problem, path)
        elif name == "parameters":
            if not isinstance(new, dict):
                self.source.complain("'parameters' takes names with values", path)
                return
            self.changes += [
                RuleChange(
                    selector, f"parameters.{one}", value, self.origin(*path, one), (*path, one)
                )
                for one, value in new.items()
            ]
        elif self.is_fit(name, new, path):
            self.changes.append(RuleChange(selector, name, new, self.origin(*path), path))

    def is_fit(self, name: str, value: Any, path: tuple[str | int, ...]) -> bool:
        if name == "severity":
            return self.is_one_of(SEVERITIES, value, path)
        if name == "enabled":
            if isinstance(value, bool):
                return True
            self.source.complain("'enabled' is true or false", path)
        elif name == "gap":
            if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 40:
                return True
            self.source.complain("'gap' is a number of words from 1 to 40", path)
        elif name == "within":
            if value in _REACHES or (type(value) is int and 0 <= value <= 40):
                return True
            problem = "'within' is a number of words up to 40, 'clause' or 'sentence'"
            self.source.complain(problem, path)
        else:
            return self.words(*path, value) is not None
        return False


def _meant(value: Any, known: Sequence[str]) -> str:
    return hint(value, known) if isinstance(value, str) and "did" in hint(value, known) else ""
