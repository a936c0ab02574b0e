"""What can be configured, with its origin; checked key by key."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from numcheck.configuration.source import ConfigSource, hint, read_config

__all__ = ["DEFAULT", "RuleChange", "Setting", "Settings", "configure"]

T = TypeVar("T")

DEFAULT = "default"
SEVERITIES = ("error", "warning", "info", "off")
_GRAVE = SEVERITIES[:3]
_RULE_KEYS = ("enabled", "severity", "gap", "unless", "extend-unless", "triggers", "parameters")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A value and where it was set.

    Attributes:
        value: The value.
        origin: ``file:line``, ``command line`` or ``default``.
    """

    value: T
    origin: str = DEFAULT


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What the configuration says about the rules that one selector means.

    Attributes:
        selector: Which rules.
        key: What is changed: a key of a rule, or ``parameters.NAME``.
        value: To what.
        origin: Where it was said.
        path: The key in the file, for errors.
    """

    selector: str
    key: str
    value: Any
    origin: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is in force.

    Attributes:
        source: The file that was read, for errors; ``None`` without one.
        select: The rules that run; empty for those that run by default.
        extend_select: Rules that run besides.
        ignore: Rules that do not run.
        per_file_ignores: Pattern of file names, with what is ignored in these files.
        fail_on: The least grave finding that makes the exit status 1.
        rules: Packs of the user: files and directories.
        against: Sources that drafts must agree with.
        facts: Tables of reference figures.
        baseline: File of findings that are known already.
        vocabulary: Words that are added to vocabulary classes.
        changes: What is different in single rules or families.
    """

    source: ConfigSource | None = None
    select: Setting[tuple[str, ...]] = Setting(())
    extend_select: Setting[tuple[str, ...]] = Setting(())
    ignore: Setting[tuple[str, ...]] = Setting(())
    per_file_ignores: Setting[tuple[tuple[str, tuple[str, ...]], ...]] = Setting(())
    fail_on: Setting[str] = Setting("error")
    rules: Setting[tuple[str, ...]] = Setting(())
    against: Setting[tuple[str, ...]] = Setting(())
    facts: Setting[tuple[str, ...]] = Setting(())
    baseline: Setting[str] = Setting("")
    vocabulary: Setting[tuple[tuple[str, tuple[str, ...]], ...]] = Setting(())
    changes: tuple[RuleChange, ...] = ()

    @property
    def folder(self) -> str:
        """The directory to which patterns of file names refer."""
        return os.path.dirname(os.path.abspath(self.source.name)) if self.source else os.getcwd()

    @property
    def touches_rules(self) -> bool:
        """Whether the shipped rules are not simply all in force as they are."""
        own = (self.select, self.extend_select, self.ignore, self.rules, self.vocabulary)
        return any(setting.value for setting in own) or bool(self.changes)

    def overridden(
        self,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        rules: Sequence[str] = (),
        against: Sequence[str] = (),
        facts: Sequence[str] = (),
        fail_on: str | None = None,
        baseline: str | None = None,
    ) -> Settings:
        """The settings with what the command line says.

        A selection replaces the one of the file, what is ignored there included; rules are added
        to the file's.
        """
        said = "command line"
        changed = self
        if select:
            nothing: Setting[tuple[str, ...]] = Setting((), said)
            changed = replace(
                changed, select=Setting(tuple(select), said), extend_select=nothing, ignore=nothing
            )
        if ignore:
            value = (*changed.ignore.value, *ignore)
            changed = replace(changed, ignore=Setting(value, _joined(changed.ignore, said)))
        if rules:
            value = (*changed.rules.value, *rules)
            changed = replace(changed, rules=Setting(value, _joined(changed.rules, said)))
        if against:
            changed = replace(changed, against=Setting(tuple(against), said))
        if facts:
            changed = replace(changed, facts=Setting(tuple(facts), said))
        if fail_on is not None:
            changed = replace(changed, fail_on=Setting(fail_on, said))
        if baseline is not None:
            changed = replace(changed, baseline=Setting(baseline, said))
        return changed


def _joined(before: Setting[Any], origin: str) -> str:
    return f"{before.origin} and {origin}" if before.value else origin


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
        return f"{self.source.name}:{self.source.line(path)}"

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
        else:
            return self.words(*path, value) is not None
        return False


def _meant(value: Any, known: Sequence[str]) -> str:
    return hint(value, known) if isinstance(value, str) and "did" in hint(value, known) else ""
