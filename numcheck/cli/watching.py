"""Which files a check depends on, and when one of them changes.

Directories are watched, not files: editors save by writing a new file and renaming it, and a file
that is gone for a moment must not be lost. Each directory is watched by itself, so that a
configuration high up in a tree does not make the whole tree wake the watcher.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from numcheck.configuration.discovery import NAMES
from numcheck.errors import UsageError
from numcheck.triage import SIDECAR

__all__ = ["Watched", "changes", "watched_by"]

_PAUSE_MS = 300
"""How long to gather what changes together."""
_LOOK_MS = 200
"""How often to look whether the user wants to leave."""
_PASSING = ("~", ".tmp", ".swp", ".swx", ".part", ".crdownload", "4913")
"""How the names of files end that editors and browsers make for a moment."""
_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched.

    Attributes:
        inputs: Files, directories and patterns as named by the user, those of sources, rules and
            reference figures included.
        outputs: Files that the check writes itself.
    """

    inputs: tuple[str, ...]
    outputs: tuple[str, ...] = ()

    def directories(self) -> list[str]:
        """Every directory in which something can change that counts."""
        found: dict[str, None] = {}
        for name in self.inputs:
            base = _base(name)
            if os.path.isdir(base):
                found.update(dict.fromkeys(_below(base)))
            found.update(dict.fromkeys(_upwards(base)))
        return sorted(found)

    def concerns(self, path: str) -> bool:
        """Whether a file, or a directory that came or went, counts."""
        name = os.path.basename(path)
        if path in map(os.path.abspath, self.outputs) or name.endswith(_PASSING):
            return False
        if name in NAMES:
            return True
        plain = path.removesuffix(SIDECAR)
        for one in self.inputs:
            base = _base(one)
            if plain == base or base.startswith(path + os.sep):
                return True
            inside = path.startswith(base + os.sep)
            if inside and not any(part[:1] == "." for part in path[len(base) :].split(os.sep)):
                return True
        return False


def _base(name: str) -> str:
    """The file or directory, or what stands before a pattern's first sign."""
    while any(sign in name for sign in _MAGIC) and not os.path.lexists(name):
        name = os.path.dirname(name)
    return os.path.abspath(name)


def _below(directory: str) -> Iterator[str]:
    for folder, names, _ in os.walk(directory):
        names[:] = [name for name in names if not name.startswith(".")]
        yield folder


def _upwards(path: str) -> Iterator[str]:
    """The directories above a path, as far as there are some; a configuration may be in any."""
    while (above := os.path.dirname(path)) != path:
        if os.path.isdir(above):
            yield above
        path = above


def changes(watched: Watched) -> Iterator[list[str]]:
    """What has changed, each time that something did.

    Yields:
        At first nothing, when the watching has begun; then the paths of what came, changed or
        went, sorted.

    Raises:
        UsageError: The extra ``watch`` is not installed.
    """
    try:
        from watchfiles import watch
    except ImportError as error:
        problem = "watching needs an extra; pip install 'numcheck[watch]'"
        raise UsageError(problem) from error
    first, seen = True, set[str]()
    while True:
        directories = watched.directories()
        watcher = watch(
            *directories,
            watch_filter=None,
            debounce=_PAUSE_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        )
        seen |= _concerning(watched, (path for _, path in next(watcher)))
        if directories != watched.directories():
            continue
        if first or seen:
            yield sorted(seen)
        first, seen = False, set()
        for batch in watcher:
            seen = _concerning(watched, (path for _, path in batch))
            # A new directory is watched before it is checked, so that nothing in it is missed.
            if batch and directories != watched.directories():
                break
            if seen:
                yield sorted(seen)


def _concerning(watched: Watched, paths: Iterable[str]) -> set[str]:
    return {path for path in paths if watched.concerns(path)}


def watched_by(inputs: Sequence[str], *others: Sequence[str]) -> Watched:
    """What a check of some inputs depends on.

    Args:
        inputs: Files, directories and patterns.
        others: Paths of sources, rules, reference figures and baselines.

    Raises:
        UsageError: Standard input is among the inputs, and does not change.
    """
    if "-" in inputs:
        raise UsageError("standard input cannot be watched; name a file or directory", "-")
    return Watched((*inputs, *(path for each in others for path in each if path)))
