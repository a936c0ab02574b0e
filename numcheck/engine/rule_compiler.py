"""One rule file: its patterns, expressions, words and templates checked and made plain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError

from numcheck.engine import schema
from numcheck.engine.checks import check_module, check_names
from numcheck.engine.expression import ExpressionError, SlotType, parse, type_of
from numcheck.engine.expression.types import FIELDS
from numcheck.engine.message import PLACEHOLDER
from numcheck.engine.pattern.classes import WordClass
from numcheck.engine.pattern.elements import Slot, crosses, needed_slots, needs_of
from numcheck.engine.pattern.matcher import compile_pattern, type_of_slot
from numcheck.engine.pattern.syntax import PatternError, parse_pattern
from numcheck.engine.source import Path, Source
from numcheck.engine.validation import hint, validated

__all__ = ["RuleCompiler"]

_SHAPES = {
    "gap": ("patterns",),
    "scope": ("check",),
    "triggers": ("figure", "check"),
    "kinds": ("check",),
    "same": ("patterns", "claim"),
    "where": ("patterns", "figure", "claim"),
    "expect": ("patterns", "figure", "claim"),
    "let": ("patterns", "figure", "claim"),
    "label": ("patterns", "figure", "claim"),
    "message": ("patterns", "figure", "claim"),
    "explanation": ("patterns", "figure", "claim"),
}
"""Keys that not every shape of rule has a use for."""
_KEYS = {"pattern": "patterns"}
_FORMATS = ("number", "percent", "points", "count")
_ANY = SlotType("number", None)
_GIVEN = frozenset({"expected"})


class RuleCompiler:
    """Checks one rule file and makes it plain.

    Args:
        source: The file; takes the complaints.
        classes: The vocabulary.
    """

    def __init__(self, source: Source, classes: Mapping[str, WordClass]) -> None:
        self.source = source
        self.classes = classes
        self.slots: dict[str, SlotType] = {}

    def compile(self) -> dict[str, Any] | None:
        """The rule as plain JSON data; ``None`` if it is not even shaped like one."""
        checked = validated(schema.RuleFile, self.source)
        if checked is None:
            return None
        rule: dict[str, Any] = checked.model_dump(mode="json", exclude_defaults=True)
        rule["number"] = checked.number
        rule["path"] = self.source.name
        rule["where"] = [rule["where"]] if isinstance(rule.get("where"), str) else checked.where
        rule["patterns"] = [
            self._pattern(text, i, checked.gap) for i, text in enumerate(checked.patterns)
        ]
        if isinstance(checked.unless, schema.UnlessSection):
            rule["unless"], rule["within"] = checked.unless.words, str(checked.unless.within)
        rule["shape"] = _shape(checked)
        self._fitting(checked, rule["shape"])
        if checked.check is not None:
            rule["parameters"] = self._check(checked)
            self._word_lists(checked)
        elif all(rule["patterns"]):
            # With a pattern that cannot be read, its slots would be told as unknown too.
            self._expressions(checked)
        rule["examples"] = [
            _example(one, flag)
            for flag, given in ((False, checked.examples.ok), (True, checked.examples.flag))
            for one in given
        ]
        return rule

    def _pattern(self, text: str, index: int, gap: int) -> dict[str, Any]:
        path: Path = ("patterns", index)
        try:
            sequence = parse_pattern(text, gap)
        except PatternError as error:
            self.source.complain(error.problem, path, error.column)
            return {}
        for need in needs_of(sequence):
            for name in need:
                if name[:1] == "<" and len(name) > 2 and name[1:-1] not in self.classes:
                    self._unknown_class(name[1:-1], text, path)
                    return {}
        try:
            matcher = compile_pattern(sequence, self.classes)
        except KeyError as error:
            self._unknown_class(str(error.args[0]), text, path)
            return {}
        except PatternError as error:
            self.source.complain(error.problem, path, error.column)
            return {}
        for slot in matcher.slots:
            self._add_slot(slot)
        return {
            "text": text,
            "needs": [list(need) for need in needs_of(sequence)],
            "kinds": [list(slot.kinds) for slot in needed_slots(sequence)],
            "crosses": crosses(sequence),
        }

    def _unknown_class(self, name: str, text: str, path: Path) -> None:
        known = hint(name, self.classes) or "; write (word|word) for plain words"
        self.source.complain(
            f"no vocabulary class is called {name!r}{known}", path, max(text.find(name), 0)
        )

    def _add_slot(self, slot: Slot) -> None:
        given = type_of_slot(slot) or _ANY
        known = self.slots.get(slot.name, given)
        self.slots[slot.name] = (
            given if known == given else SlotType("number", None, given.many or known.many)
        )

    def _check(self, checked: schema.RuleFile) -> dict[str, Any]:
        name = checked.check or ""
        if name not in check_names():
            problem = f"no check is called {name!r}{hint(name, check_names())}"
            self.source.complain(problem, ("check",))
            return {}
        parameters = check_module(name).Parameters
        known = [one.name for one in parameters.__dataclass_fields__.values()]
        for key in checked.parameters:
            if key not in known:
                problem = f"{name} has no parameter {key!r}{hint(key, known)}"
                self.source.complain(problem, ("parameters", key), key=True)
                return {}
        adapter = TypeAdapter(parameters)
        try:
            validated = adapter.validate_python(checked.parameters)
        except ValidationError as error:
            for one in error.errors(include_url=False):
                self.source.complain(one["msg"], ("parameters", *one["loc"][:1]))
            return {}
        dumped: dict[str, Any] = adapter.dump_python(validated, mode="json")
        return {key: dumped[key] for key in checked.parameters}

    def _expressions(self, checked: schema.RuleFile) -> None:
        if checked.figure is not None:
            dates = all(kind == "date" for kind in checked.figure.kinds)
            self.slots["figure"] = SlotType("date") if dates else _ANY
        if checked.claim is not None:
            self.slots |= {"a": _ANY, "b": _ANY}
            self._measures(checked.claim)
        for name, value in checked.parameters.items():
            self.slots[name] = self._expression(str(value), ("parameters", name), None) or _ANY
        self._expression(checked.expect, ("expect",), "truth")
        conditions = [checked.where] if isinstance(checked.where, str) else checked.where
        for i, condition in enumerate(conditions):
            path: Path = ("where",) if isinstance(checked.where, str) else ("where", i)
            self._expression(condition, path, "truth")
        self._word_lists(checked)
        for i, name in enumerate(checked.same):
            if name not in FIELDS:
                problem = f"a figure has no field {name!r}{hint(name, FIELDS)}"
                self.source.complain(problem, ("same", i))
        lets = {
            name: self._expression(text, ("let", name), None) or _ANY
            for name, text in checked.let.items()
        }
        known = {*self.slots, *lets, *_GIVEN}
        for key in ("message", "explanation", "label"):
            self._template(getattr(checked, key), key, known)

    def _measures(self, section: schema.ClaimSection) -> None:
        """What a claim rule wants to be measured must be in the vocabulary of measures."""
        from numcheck.alignment.measures import load_measures

        known = load_measures().named
        for i, name in enumerate(section.measures):
            if name not in known:
                problem = f"no measure is called {name!r}{hint(name, known)}"
                self.source.complain(problem, ("claim", "measures", i))

    def _fitting(self, checked: schema.RuleFile, shape: str) -> None:
        """Complain about keys that mean nothing for a rule of this shape."""
        for key in sorted(checked.model_fields_set & _SHAPES.keys()):
            shapes = _SHAPES[key]
            if _KEYS.get(shape, shape) not in shapes:
                problem = f"{key!r} is for rules with {' or '.join(shapes)}, and means nothing here"
                self.source.complain(problem, (key,), key=True)

    def _word_lists(self, checked: schema.RuleFile) -> None:
        """Classes that ``unless`` and ``triggers`` name must exist."""
        unless = checked.unless
        section = isinstance(unless, schema.UnlessSection)
        listed: tuple[tuple[Path, list[str]], ...] = (
            (("triggers",), checked.triggers),
            (("unless", "words") if section else ("unless",), schema.words_of(unless)),
        )
        for path, entries in listed:
            for i, entry in enumerate(entries):
                name = entry[1:-1] if entry.startswith("<") and entry.endswith(">") else ""
                if name and name not in self.classes:
                    problem = f"no vocabulary class is called {name!r}{hint(name, self.classes)}"
                    self.source.complain(problem, (*path, i))

    def _expression(self, text: str, path: Path, sort: str | None) -> SlotType | None:
        try:
            found = type_of(parse(text), self.slots)
        except ExpressionError as error:
            self.source.complain(error.problem, path, error.column)
            return None
        if sort and found.sort != sort:
            self.source.complain(f"this is {found}; write a comparison such as a == b", path)
        return found

    def _template(self, text: str, key: str, known: set[str]) -> None:
        for match in PLACEHOLDER.finditer(text):
            name, form = match[1], match[2]
            if name not in known:
                problem = f"no slot is called {name!r}{hint(name, known)}"
                self.source.complain(problem, (key,), match.start())
            elif form and form not in _FORMATS and form.removeprefix("like-") not in self.slots:
                problem = f"no format is called {form!r}{hint(form, _FORMATS)}"
                self.source.complain(problem, (key,), match.start())


def _shape(checked: schema.RuleFile) -> str:
    if checked.patterns:
        return "pattern"
    if checked.figure is not None:
        return "figure"
    return "claim" if checked.claim is not None else "check"


def _example(given: Any, flag: bool) -> dict[str, Any]:
    if isinstance(given, str):
        return {"flag": flag, "documents": [{"text": given}]}
    plain = given.model_dump(exclude_defaults=True)
    if "documents" not in plain:
        return {"flag": flag, "documents": [plain]}
    return {"flag": flag, **plain}
