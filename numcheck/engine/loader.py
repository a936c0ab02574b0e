"""The rules in force, from the shipped packs and those of the user."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from numcheck.engine.directories import cache_directory, shipped_rules
from numcheck.engine.rule import Docs, Example, PatternSource, Rule, RuleSet
from numcheck.errors import RuleError

__all__ = ["cache_directory", "from_plain", "load_rules", "shipped_rules"]

_NAMES = re.compile(r"^(id|family|number): *[\"']?([\w-]+)", re.MULTILINE)
_FORMAT = "2"
"""Raise it when compiled rules take another form."""


def load_rules(
    extra_dirs: Sequence[str | os.PathLike[str]] = (),
    vocabulary: Mapping[str, Sequence[str]] | None = None,
    *,
    replacing: bool = False,
) -> RuleSet:
    """The shipped rules and those of some directories.

    Args:
        extra_dirs: Packs of the user: directories, searched whole, or single files. A
            ``vocabulary.yaml`` in one adds words to the classes.
        vocabulary: Words of classes that these packs may name besides.
        replacing: Whether a rule of theirs takes the place of a shipped one that has its name or
            code, rather than being refused.

    Raises:
        RuleError: A rule cannot be used; carries every problem of every file.
    """
    return _loaded(extra_dirs, vocabulary or {}, replacing) if extra_dirs else _shipped_only()


@cache
def _shipped_only() -> RuleSet:
    return _loaded((), {})


def _loaded(
    extra_dirs: Sequence[str | os.PathLike[str]],
    vocabulary: Mapping[str, Sequence[str]],
    replacing: bool = False,
) -> RuleSet:
    shipped = shipped_rules()
    files = _read(shipped, shipped)
    own: list[tuple[str, str]] = []
    for extra in extra_dirs:
        path = os.fspath(extra)
        if not os.path.exists(path):
            raise RuleError("no such rules; name a directory or a .yaml file", path)
        own += _read(path, "")
    files = (_replaced(files, own) if replacing else files) + own
    if vocabulary:
        # JSON is YAML: the words take the way of all others.
        classes = {name: {"words": list(words)} for name, words in vocabulary.items()}
        files.append(("configuration/vocabulary.yaml", json.dumps({"classes": classes})))
    return from_plain(_compiled(files))


def _replaced(shipped: list[tuple[str, str]], own: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The shipped files but for those whose name or code a rule of the user has."""
    taken = {name for _, text in own for name in _names_in(text)}
    return [(name, text) for name, text in shipped if taken.isdisjoint(_names_in(text))]


def _names_in(text: str) -> set[str]:
    """Name and code of the rule in a file, as far as a glance tells."""
    found: dict[str, str] = dict(_NAMES.findall(text))
    if "id" not in found:
        return set()
    return {found["id"], f"{found.get('family', '')}.{found.get('number', '1')}"}


def _read(path: str, base: str) -> list[tuple[str, str]]:
    names = [path] if os.path.isfile(path) else sorted(_yaml_files(path))
    files = []
    for name in names:
        shown = "rules/" + os.path.relpath(name, base).replace(os.sep, "/") if base else name
        try:
            with open(name, "rb") as stream:
                files.append((shown, stream.read().decode("utf-8")))
        except OSError as error:
            raise RuleError(f"cannot be read: {error.strerror}", shown) from error
        except UnicodeDecodeError as error:
            raise RuleError("not UTF-8; save the file as UTF-8", shown) from error
    return files


def _yaml_files(directory: str) -> Iterable[str]:
    for entry in os.scandir(directory):
        if entry.is_dir():
            yield from _yaml_files(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            yield entry.path


def _compiled(files: list[tuple[str, str]]) -> dict[str, Any]:
    """The files compiled, from the cache where the same ones were compiled before."""
    digest = hashlib.sha256(_FORMAT.encode())
    for name, text in files:
        digest.update(f"\0{name}\0{text}".encode())
    path = os.path.join(cache_directory(), f"rules-{digest.hexdigest()[:32]}.json")
    with contextlib.suppress(OSError, ValueError):
        with open(path, encoding="utf-8") as stream:
            kept: dict[str, Any] = json.load(stream)
        return kept
    from numcheck.engine.compiler import compile_files

    fresh = compile_files(files)
    _keep(path, fresh)
    return fresh


def _keep(path: str, compiled: dict[str, Any]) -> None:
    """Write whole or not at all; a cache that cannot be written is no error."""
    temporary = f"{path}.{os.getpid()}"
    with contextlib.suppress(OSError):
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(temporary, "w", encoding="utf-8") as stream:
            json.dump(compiled, stream, ensure_ascii=False)
        os.replace(temporary, path)


def from_plain(compiled: dict[str, Any]) -> RuleSet:
    """The rules that :func:`numcheck.engine.compiler.compile_files` made of some files."""
    vocabulary = {name: tuple(words) for name, words in compiled["vocabulary"].items()}
    return RuleSet(tuple(_rule(plain) for plain in compiled["rules"]), vocabulary)


def _rule(plain: dict[str, Any]) -> Rule:
    given = dict(plain)
    number = given.pop("number")
    docs = given.pop("docs", {})
    patterns = tuple(
        PatternSource(
            one["text"],
            tuple(tuple(need) for need in one["needs"]),
            tuple(tuple(kinds) for kinds in one["kinds"]),
            one["crosses"],
        )
        for one in given.pop("patterns")
    )
    examples = tuple(
        Example(
            one["flag"],
            tuple(one["documents"]),
            one.get("verdict", ""),
            tuple(one.get("facts", ())),
        )
        for one in given.pop("examples")
    )
    for name in ("where", "same", "unless", "triggers", "kinds"):
        given[name] = tuple(given.get(name, ()))
    given.setdefault("verdict", "discrepant")
    return Rule(
        **given,
        code=f"{given['family']}.{number}",
        patterns=patterns,
        examples=examples,
        docs=Docs(**{**docs, "references": tuple(docs.get("references", ()))}),
    )
