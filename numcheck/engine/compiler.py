"""Rule files checked and made plain; costs a validator's start-up, so its result is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from numcheck.engine import schema
from numcheck.engine.pattern.classes import WordClass, expand_classes
from numcheck.engine.rule_compiler import RuleCompiler
from numcheck.engine.source import Source, read_source
from numcheck.engine.validation import hint, validated
from numcheck.errors import RuleError

__all__ = ["compile_files"]


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
            rule = RuleCompiler(source, classes).compile()
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
            way_out = ""
            if seen[name].startswith("rules/"):
                way_out = ", or change the shipped rule in the configuration"
            problem = f"{name} is already taken by {seen[name]}; choose another {key}{way_out}"
            source.complain(problem, (key,) if key in source.data else ("family",))
        seen[name] = source.name


def _vocabulary(sources: list[Source]) -> dict[str, list[str]]:
    raw: dict[str, dict[str, list[str]]] = {}
    for source in sources:
        if source.problems:
            continue
        checked = validated(schema.VocabularyFile, source)
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
                    problem = f"no class is called {other!r}{hint(other, raw)}"
                    source.complain(problem, ("classes", name, "include", i))
    if any(source.problems for source in sources):
        return {}
    return expand_classes(raw)
