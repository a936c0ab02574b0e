"""A set of rules as the settings want it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from numcheck.configuration.measures import as_sections
from numcheck.configuration.selection import closest, is_known, matches, names_of
from numcheck.configuration.settings import RuleChange, Setting, Settings
from numcheck.configuration.source import hint
from numcheck.errors import ConfigError, UsageError

if TYPE_CHECKING:
    from numcheck.engine import Rule, RuleSet

__all__ = ["apply", "unfit"]

_WORDS = ("unless", "extend-unless", "triggers")
_CLASS = re.compile(r"<([^<>]+)>")
_NUMBERS = (int, float, Decimal)


def apply(settings: Settings, ruleset: RuleSet) -> RuleSet:
    """The rules with what the settings select, ignore and change.

    Args:
        settings: The settings.
        ruleset: All rules that there are, those of the settings' packs included.

    Raises:
        ConfigError: The file names a rule, class or parameter that there is not, or gives it a
            value that it cannot have; carries every problem.
        UsageError: The command line names a rule that there is not.
    """
    work = _Application(settings, ruleset)
    vocabulary = work.vocabulary()
    rules = tuple(map(work.changed, ruleset.rules))
    work.check_selectors()
    if settings.source is not None:
        settings.source.check()
    measures = as_sections(settings.measures.value, settings.synonyms.value)
    return type(ruleset)(rules, vocabulary, measures)


class _Application:
    def __init__(self, settings: Settings, ruleset: RuleSet) -> None:
        self.settings = settings
        self.ruleset = ruleset

    def complain(self, problem: str, *path: str | int) -> None:
        if self.settings.source is None:
            raise ConfigError(problem)
        self.settings.source.complain(problem, path)

    def vocabulary(self) -> dict[str, tuple[str, ...]]:
        """The classes with what the settings add; a new one must be of use to somebody."""
        extended = dict(self.ruleset.vocabulary)
        if not self.settings.vocabulary.value:
            return extended
        from numcheck.engine import load_rules

        shipped = load_rules().vocabulary
        useful = {*shipped, *self.named()}
        for name, words in self.settings.vocabulary.value:
            if name not in useful:
                problem = f"no rule or setting names a class {name!r}{hint(name, sorted(useful))}"
                self.complain(problem, "vocabulary", name)
            extended[name] = tuple(dict.fromkeys((*extended.get(name, ()), *words)))
        return extended

    def named(self) -> set[str]:
        """The classes that rules and settings name."""
        texts = [
            text
            for rule in self.ruleset.rules
            for text in (*(one.text for one in rule.patterns), *rule.unless, *rule.triggers)
        ]
        for change in self.settings.changes:
            texts += change.value if change.key in _WORDS else ()
        return {
            name for text in texts for found in _CLASS.findall(text) for name in found.split("|")
        }

    def check_selectors(self) -> None:
        """Complain about selectors that mean no rule."""
        settings = self.settings
        lists: tuple[tuple[str, Setting[tuple[str, ...]]], ...] = (
            ("select", settings.select),
            ("extend-select", settings.extend_select),
            ("ignore", settings.ignore),
        )
        for key, setting in lists:
            for number, selector in enumerate(setting.value):
                self.known(selector, (key, number), setting.origin)
        for pattern, selectors in settings.per_file_ignores.value:
            for number, selector in enumerate(selectors):
                self.known(selector, ("per-file-ignores", pattern, number))
        for selector, path in dict.fromkeys(
            (one.selector, one.path[:2]) for one in settings.changes
        ):
            self.known(selector, path)

    def known(self, selector: str, path: tuple[str | int, ...], origin: str = "") -> None:
        rules = self.ruleset.rules
        if is_known(selector, rules):
            return
        problem = f"no rule or family is called {selector!r}{hint(selector, names_of(rules))}"
        if origin.endswith("command line"):
            raise UsageError(problem, f"--{path[0]}")
        self.complain(problem, *path)

    def changed(self, rule: Rule) -> Rule:
        rule = replace(rule, enabled=self.selected(rule))
        for change in self.settings.changes:
            if matches(change.selector, rule):
                rule = self.with_change(rule, change)
        return rule

    def selected(self, rule: Rule) -> bool:
        """Whether it runs: what names it more closely wins, and of equals what ignores it."""
        settings = self.settings
        chosen = -1 if settings.select.value or not rule.enabled else 0
        chosen = max(chosen, closest((*settings.select.value, *settings.extend_select.value), rule))
        return chosen > closest(settings.ignore.value, rule)

    def with_change(self, rule: Rule, change: RuleChange) -> Rule:
        key, value = change.key, change.value
        if key == "severity":
            if value == "off":
                return replace(rule, enabled=False)
            return replace(rule, severity=value, ceiling=value)
        if key == "enabled":
            return replace(rule, enabled=value)
        if key.startswith("parameters."):
            return self.with_parameter(rule, key.removeprefix("parameters."), change)
        if key in _WORDS:
            self.check_classes(value, change)
            if key == "triggers":
                return replace(rule, triggers=tuple(value))
            before = rule.unless if key == "extend-unless" else ()
            return replace(rule, unless=(*before, *value))
        if key == "within":
            return replace(rule, within=str(value))
        return replace(rule, gap=value)

    def check_classes(self, words: Iterable[str], change: RuleChange) -> None:
        for number, word in enumerate(words):
            name = word[1:-1] if word.startswith("<") and word.endswith(">") else ""
            known = (*self.ruleset.vocabulary, *(one for one, _ in self.settings.vocabulary.value))
            if name and name not in known:
                problem = f"no vocabulary class is called {name!r}{hint(name, known)}"
                self.complain(problem, *change.path, number)

    def with_parameter(self, rule: Rule, name: str, change: RuleChange) -> Rule:
        known = _parameters(rule)
        if name not in known:
            if change.selector in (rule.id, rule.code):
                problem = f"{rule.id} has no parameter {name!r}"
                self.complain(problem + (hint(name, known) if known else ""), *change.path)
            return rule
        problem = unfit(rule, change.value, known[name])
        if problem:
            self.complain(f"{name!r} {problem}", *change.path)
            return rule
        return replace(rule, parameters={**rule.parameters, name: change.value})


def _parameters(rule: Rule) -> dict[str, Any]:
    """The parameters that a rule has, with their present values."""
    if rule.shape != "check":
        return dict(rule.parameters)
    from numcheck.engine.checks import check_module, parameters_of

    present = parameters_of(rule.check, rule.parameters)
    return {
        one.name: getattr(present, one.name) for one in fields(check_module(rule.check).Parameters)
    }


def unfit(rule: Rule, value: Any, present: Any) -> str:
    """What is wrong with a parameter's value; empty if nothing is."""
    if rule.shape != "check":
        from numcheck.engine.expression import ExpressionError, parse

        try:
            parse(str(value))
        except ExpressionError as error:
            return f"is not an expression: {error.problem}"
        return ""
    if isinstance(present, bool):
        return "" if isinstance(value, bool) else "is true or false"
    if isinstance(present, _NUMBERS):
        fits = isinstance(value, _NUMBERS) and not isinstance(value, bool)
        return "" if fits else f"takes a number, such as {present}"
    if isinstance(present, str):
        return "" if isinstance(value, str) else "takes a word"
    if isinstance(present, dict):
        return "" if isinstance(value, dict) else "takes a table of names with values"
    return "" if isinstance(value, list) else "takes a list"
