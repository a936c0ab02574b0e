"""What every worker has to know of a run, in values that travel between machines."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass, fields, replace
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from numcheck import __version__
from numcheck.archive.schema import VERSION
from numcheck.reading import ReadingOptions

if TYPE_CHECKING:
    from numcheck.configuration import Settings
    from numcheck.engine import RuleSet
    from numcheck.extraction.style import Style

__all__ = ["Plan", "digest_of", "make_plan"]

PART_DOCUMENTS = 1000
PART_CHARACTERS = 4_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """A run as its workers see it.

    Attributes:
        root: Path or URL of the store.
        rules: The rules in force, pickled.
        rules_hash: Of everything in the rules that decides about findings.
        settings: The configuration, pickled; empty where it silences nothing.
        settings_hash: Of what the configuration silences.
        reading: How inputs are read.
        style: How the documents write dates and decimals, where that is known.
        part_documents: The most documents of one file of the store.
        part_characters: The most characters of their texts, but for the last one.
    """

    root: str
    rules: bytes
    rules_hash: str
    settings: bytes = b""
    settings_hash: str = ""
    reading: ReadingOptions = ReadingOptions()  # noqa: RUF009 - frozen
    style: Style | None = None
    part_documents: int = PART_DOCUMENTS
    part_characters: int = PART_CHARACTERS

    @property
    def fingerprint(self) -> str:
        """Of everything but the documents that decides about the content of a store."""
        reading = json.dumps(asdict(self.reading), sort_keys=True, default=str)
        parts = (
            __version__, str(VERSION), self.rules_hash, self.settings_hash, reading,
            repr(self.style), str(self.part_documents), str(self.part_characters),
        )  # fmt: skip
        return digest_of(parts)

    def ruleset(self) -> RuleSet:
        """The rules; made once in every worker."""
        return _unpickled(self.rules)  # type: ignore[no-any-return]

    def wishes(self) -> Settings | None:
        """The configuration, where it silences anything."""
        if not self.settings:
            return None
        from numcheck.configuration import Settings
        from numcheck.configuration.source import ConfigSource

        name, ignores = _unpickled(self.settings)
        return Settings(ConfigSource(name, {}, {}) if name else None, per_file_ignores=ignores)


def make_plan(
    root: str,
    ruleset: RuleSet,
    settings: Settings | None = None,
    reading: ReadingOptions | None = None,
    part_documents: int = PART_DOCUMENTS,
) -> Plan:
    """What workers have to know.

    Args:
        root: Path or URL of the store.
        ruleset: The rules in force.
        settings: The configuration, for what it silences in single files and for the style.
        reading: How inputs are read.
        part_documents: The most documents of one file of the store.
    """
    from numcheck.engine.rule import Docs

    # Examples and documentation decide nothing, and are most of the bytes.
    bare = replace(
        ruleset,
        rules=tuple(replace(rule, examples=(), docs=Docs(), path="") for rule in ruleset.rules),
    )
    ignores = settings.per_file_ignores.value if settings is not None else ()
    return Plan(
        root,
        pickle.dumps(bare, protocol=5),
        digest_of([*map(repr, map(astuple, bare.rules)), _rest(bare)]),
        pickle.dumps(_silencing(settings), protocol=5) if settings and ignores else b"",
        digest_of([repr(ignores)]) if ignores else "",
        reading or ReadingOptions(),
        settings.style if settings is not None else None,
        part_documents,
    )


def _silencing(settings: Settings) -> tuple[str, Any]:
    """What the workers need of a configuration: its file, and what it silences."""
    name = settings.source.name if settings.source is not None else ""
    return os.path.abspath(name) if name else "", settings.per_file_ignores


def _rest(ruleset: RuleSet) -> str:
    """Everything in a set of rules but the rules themselves."""
    rest = {one.name: getattr(ruleset, one.name) for one in fields(ruleset) if one.name != "rules"}
    return json.dumps(rest, sort_keys=True, default=str)


def digest_of(parts: Iterable[str]) -> str:
    """A digest of some texts, 32 hexadecimal digits."""
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


@lru_cache(maxsize=4)
def _unpickled(data: bytes) -> Any:
    # Made by this very run; nothing of it comes from a document or a store.
    return pickle.loads(data)  # noqa: S301
