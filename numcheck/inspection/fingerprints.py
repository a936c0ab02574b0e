"""What a result depends on, as one digest: two runs with the same one find the same.

The texts, the settings and the files they name go in by content. The program goes in by the size
and time of its own files, and of those of the packages that it reads units with, so that a changed
word list or rule counts at once.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from importlib.util import find_spec

from numcheck import __version__
from numcheck.configuration import Settings
from numcheck.engine.directories import shipped_rules
from numcheck.model import Document

__all__ = ["result_key"]

_FORMAT = "1"
"""Raise it when results are written in another form."""
_DECIDED_ELSEWHERE = frozenset(
    {"source", "changes", "fail_on", "baseline", "per_file_ignores", "against"}
)
"""Settings that change no result, or that the key holds otherwise."""
_READERS_OF_UNITS = ("pint", "quantulum3", "scipy")


def result_key(
    documents: Sequence[Document], sources: Sequence[Document] | None, settings: Settings
) -> str:
    """The name of the result for some documents under some settings.

    Args:
        documents: What is checked.
        sources: What it is checked against; ``None`` for nothing.
        settings: Rules and reference figures in force.

    Returns:
        A hexadecimal digest; empty where a file that counts cannot be read, so that whoever needs
        it can say so.
    """
    digest = hashlib.sha256()

    def add(*parts: object) -> None:
        # The length of each part goes in too: two parts cannot run into each other.
        for part in parts:
            data = repr(part).encode("ascii", "backslashreplace")
            digest.update(b"%d:" % len(data))
            digest.update(data)

    try:
        add(_FORMAT, program_stamp(), _choices(settings))
        for path in (*settings.rules.value, *settings.facts.value):
            for name, content in _contents(path):
                add(name, hashlib.sha256(content).digest())
    except OSError:
        return ""
    add(len(documents), *documents)
    add(sources is None, *(sources or ()))
    return digest.hexdigest()


def _choices(settings: Settings) -> list[object]:
    """What the settings say, wherever it was said, but for what is decided after a check."""
    chosen: list[object] = [
        (one.name, getattr(settings, one.name).value)
        for one in fields(settings)
        if one.name not in _DECIDED_ELSEWHERE
    ]
    return [*chosen, [(one.selector, one.key, one.value) for one in settings.changes]]


def _contents(path: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of a file, or of all files below a directory, by name."""
    names = [path]
    if os.path.isdir(path):
        found = (os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names)
        names = sorted(name for name in found if name.endswith((".yaml", ".yml")))
    for name in names:
        with open(name, "rb") as stream:
            yield name, stream.read()


@cache
def program_stamp() -> tuple[object, ...]:
    """What tells one state of the program from another.

    Raises:
        OSError: Its files cannot be listed, as where it runs from an archive.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = dict.fromkeys((package, os.path.abspath(shipped_rules())))
    own = sorted(stamp for folder in folders for stamp in _stamps(folder))
    others = []
    for name in _READERS_OF_UNITS:
        spec = find_spec(name)
        if spec is not None and spec.origin:
            others.append((name, spec.origin, *_stamp(os.stat(spec.origin))))
    return (__version__, sys.version, own, others)


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _stamps(entry.path)
            else:
                yield (entry.path, *_stamp(entry.stat()))


def _stamp(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_size, stat.st_mtime_ns
