"""Rule files checked and made plain; costs a validator's start-up, so its result is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import TypeAdapter, ValidationError

from numcheck.engine import schema
from numcheck.engine.checks import check_module, check_names
from numcheck.engine.expression import ExpressionError, SlotType, parse, type_of
from numcheck.engine.expression.types import FIELDS
from numcheck.engine.pattern.classes import WordClass, expand_classes
from numcheck.engine.pattern.elements import Slot, crosses, needed_slots, needs_of
from numcheck.engine.pattern.matcher import compile_pattern, type_of_slot
from numcheck.engine.pattern.syntax import PatternError, parse_pattern
from numcheck.engine.source import Path, Source, read_source
from numcheck.errors import RuleError

__all__ = ["PLACEHOLDER", "compile_files"]

PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w-]+))?\}")
_FORMATS = ("number", "percent", "points", "count")
_ANY = SlotType("number", None)
_GIVEN = frozenset({"expected"})


def compile_files(files: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Everything that some rule packs hold, as plain JSON data.

    Args:
        files: Name and content of each ``.yaml`` file, those called ``vocabulary.yaml`` holding
            word classes; later packs extend the classes of earlier ones.

    Raises:
        RuleError: Carries every problem of every file.
    """
    sources = [read_source(name, text) for name, text in files]
    words = [source for source in sources if _is_vocabulary(source.name)]
    vocabulary = _vocabulary(words)
    classes = {name: WordClass.of(entries) for name, entries in vocabulary.items()}
    rules: list[dict[str, Any]] = []
    seen: dict[str, str] = {}
    for source in sources:
        if not _is_vocabulary(source.name) and not source.problems:
            rule = _RuleCompiler(source, classes).compile()
            if rule is not None:
                _unique(rule, source, seen)
                rules.append(rule)
    problems = [problem for source in sources for problem in source.problems]
    if problems:
        raise RuleError("\n".join(problems))
    rules.sort(key=lambda rule: (rule["family"], rule["number"], rule["id"]))
    return {"vocabulary": vocabulary, "rules": rules}


def _is_vocabulary(name: str) -> bool:
    return re.split(r"[/\\]", name)[-1] == "vocabulary.yaml"


def _unique(rule: dict[str, Any], source: Source, seen: dict[str, str]) -> None:
    code = f"{rule['family']}.{rule['number']}"
    for name, key in ((rule["id"], "id"), (code, "number")):
        if name in seen:
            problem = f"{name} is already taken by {seen[name]}; choose another {key}"
            source.complain(problem, (key,) if key in source.data else ("family",))
        seen[name] = source.name


def _vocabulary(sources: list[Source]) -> dict[str, list[str]]:
    raw: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        if source.problems:
            continue
        checked = _validated(schema.VocabularyFile, source)
        if checked is None:
            continue
        for name, entry in checked.classes.items():
            merged = raw.setdefault(name, {})
            for key, values in entry.model_dump().items():
                merged[key] = [*merged.get(key, []), *values]
    for source in sources:
        for name, entry in ((source.data or {}).get("classes") or {}).items():
            for i, other in enumerate(entry.get("include", ()) if isinstance(entry, dict) else ()):
                if other not in raw:
                    problem = f"no class is called {other!r}{_hint(other, raw)}"
                    source.complain(problem, ("classes", name, "include", i))
    if any(source.problems for source in sources):
        return {}
    return expand_classes(raw)


def _hint(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = get_close_matches(word, names, 1)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known: {', '.join(names)}" if 0 < len(names) <= 30 else ""


def _validated(model: Any, source: Source) -> Any:
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
    return list(told.values())


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
        source.complain(f"unknown key {path[-1]!r}{_hint(str(path[-1]), known)}", path, key=True)
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


class _RuleCompiler:
    def __init__(self, source: Source, classes: Mapping[str, WordClass]) -> None:
        self.source = source
        self.classes = classes
        self.slots: dict[str, SlotType] = {}

    def compile(self) -> dict[str, Any] | None:
        checked = _validated(schema.RuleFile, self.source)
        if checked is None:
            return None
        rule: dict[str, Any] = checked.model_dump(mode="json", exclude_defaults=True)
        rule["number"] = checked.number
        rule["path"] = self.source.name
        rule["where"] = [rule["where"]] if isinstance(rule.get("where"), str) else checked.where
        rule["patterns"] = [
            self.pattern(text, i, checked.gap) for i, text in enumerate(checked.patterns)
        ]
        rule["shape"] = _shape(checked)
        if checked.check is not None:
            rule["parameters"] = self.check(checked)
            self.word_lists(checked)
        elif all(rule["patterns"]):
            # With a pattern that cannot be read, its slots would be told as unknown too.
            self.expressions(checked)
        rule["examples"] = [
            _example(one, flag)
            for flag, given in ((False, checked.examples.ok), (True, checked.examples.flag))
            for one in given
        ]
        return rule

    def pattern(self, text: str, index: int, gap: int) -> dict[str, Any]:
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
        hint = _hint(name, self.classes) or "; write (word|word) for plain words"
        self.source.complain(
            f"no vocabulary class is called {name!r}{hint}", path, max(text.find(name), 0)
        )

    def _add_slot(self, slot: Slot) -> None:
        given = type_of_slot(slot) or _ANY
        known = self.slots.get(slot.name, given)
        self.slots[slot.name] = (
            given if known == given else SlotType("number", None, given.many or known.many)
        )

    def check(self, checked: schema.RuleFile) -> dict[str, Any]:
        name = checked.check or ""
        if name not in check_names():
            problem = f"no check is called {name!r}{_hint(name, check_names())}"
            self.source.complain(problem, ("check",))
            return {}
        parameters = check_module(name).Parameters
        known = [one.name for one in parameters.__dataclass_fields__.values()]
        for key in checked.parameters:
            if key not in known:
                problem = f"{name} has no parameter {key!r}{_hint(key, known)}"
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

    def expressions(self, checked: schema.RuleFile) -> None:
        if checked.figure is not None:
            dates = all(kind == "date" for kind in checked.figure.kinds)
            self.slots["figure"] = SlotType("date") if dates else _ANY
        if checked.claim is not None:
            self.slots |= {"a": _ANY, "b": _ANY}
            self.measures(checked.claim)
        for name, value in checked.parameters.items():
            self.slots[name] = self.expression(str(value), ("parameters", name), None) or _ANY
        self.expression(checked.expect, ("expect",), "truth")
        conditions = [checked.where] if isinstance(checked.where, str) else checked.where
        for i, condition in enumerate(conditions):
            path: Path = ("where",) if isinstance(checked.where, str) else ("where", i)
            self.expression(condition, path, "truth")
        self.word_lists(checked)
        for i, name in enumerate(checked.same):
            if name not in FIELDS:
                problem = f"a figure has no field {name!r}{_hint(name, FIELDS)}"
                self.source.complain(problem, ("same", i))
        lets = {
            name: self.expression(text, ("let", name), None) or _ANY
            for name, text in checked.let.items()
        }
        known = {*self.slots, *lets, *_GIVEN}
        for key in ("message", "explanation", "label"):
            self.template(getattr(checked, key), key, known)

    def measures(self, section: schema.ClaimSection) -> None:
        """What a claim rule wants to be measured must be in the vocabulary of measures."""
        from numcheck.alignment.measures import load_measures

        known = load_measures().named
        for i, name in enumerate(section.measures):
            if name not in known:
                problem = f"no measure is called {name!r}{_hint(name, known)}"
                self.source.complain(problem, ("claim", "measures", i))

    def word_lists(self, checked: schema.RuleFile) -> None:
        """Classes that ``unless`` and ``triggers`` name must exist."""
        for key in ("unless", "triggers"):
            for i, entry in enumerate(getattr(checked, key)):
                name = entry[1:-1] if entry.startswith("<") and entry.endswith(">") else ""
                if name and name not in self.classes:
                    problem = f"no vocabulary class is called {name!r}{_hint(name, self.classes)}"
                    self.source.complain(problem, (key, i))

    def expression(self, text: str, path: Path, sort: str | None) -> SlotType | None:
        try:
            found = type_of(parse(text), self.slots)
        except ExpressionError as error:
            self.source.complain(error.problem, path, error.column)
            return None
        if sort and found.sort != sort:
            self.source.complain(f"this is {found}; write a comparison such as a == b", path)
        return found

    def template(self, text: str, key: str, known: set[str]) -> None:
        for match in PLACEHOLDER.finditer(text):
            name, form = match[1], match[2]
            if name not in known:
                problem = f"no slot is called {name!r}{_hint(name, known)}"
                self.source.complain(problem, (key,), match.start())
            elif form and form not in _FORMATS and form.removeprefix("like-") not in self.slots:
                problem = f"no format is called {form!r}{_hint(form, _FORMATS)}"
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
