"""Results that were computed before, one file each, known by what they depend on.

A file is written whole and then renamed, so runs side by side need no lock. Its first line has the
digest of the rest: what is cut off, altered or somebody else's is no result, and is computed anew.
Nothing that goes wrong here is told: a cache may always be empty.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from numcheck.engine.directories import cache_directory

if TYPE_CHECKING:
    from numcheck.model import Document, Report

__all__ = ["Results", "results_directory"]

_LIMIT_BYTES = 64 * 1024 * 1024
_LARGEST_BYTES = 16 * 1024 * 1024
_ROOM = 1024
"""Bytes kept free for the first line."""
_SUFFIX = ".result"
_MARK = "numcheck result"


def results_directory() -> str:
    """Where results are kept."""
    return os.path.join(cache_directory(), "results")


@dataclass(frozen=True, slots=True)
class Results:
    """A directory of results.

    Attributes:
        directory: Where they are.
        limit: Bytes that all of them may take; the ones unused for longest go first.
        largest: Bytes that one may take.
    """

    directory: str
    limit: int = _LIMIT_BYTES
    largest: int = _LARGEST_BYTES

    def get(self, key: str, documents: tuple[Document, ...]) -> Report | None:
        """The result with a key.

        Args:
            key: What :func:`numcheck.inspection.fingerprints.result_key` says.
            documents: The documents and sources, which are not kept.

        Returns:
            The report; ``None`` where none is kept, or what is kept cannot be trusted.
        """
        from numcheck.inspection.plain import PlainError, from_plain
        from numcheck.model import Report

        path = self._path(key)
        try:
            with open(path, "rb") as stream:
                if not _is_ours(os.fstat(stream.fileno())):
                    return None
                head, _, body = stream.read(self.largest + 1).partition(b"\n")
            if head.decode("ascii", "replace") != _head(key, body):
                return None
            kept = from_plain(body.decode("ascii"))
            report = Report(documents=documents, **kept)
        except (OSError, PlainError, TypeError, UnicodeDecodeError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return report

    def put(self, key: str, report: Report) -> None:
        """Keep a result; what cannot be kept is not."""
        from numcheck.inspection.plain import PlainError, to_plain

        kept = {
            "figures": report.figures,
            "claims": report.claims,
            "findings": report.findings,
            "against": report.against,
            "verified": report.verified,
            "backings": report.backings,
        }
        try:
            body = to_plain(kept).encode("ascii")
        except (PlainError, RecursionError):
            return
        if len(body) < self.largest - _ROOM:
            self._write(key, body)

    def _write(self, key: str, body: bytes) -> None:
        path = self._path(key)
        unfinished = f"{path}.{os.getpid()}.tmp"
        try:
            os.makedirs(self.directory, mode=0o700, exist_ok=True)
            with open(unfinished, "xb", opener=_private) as stream:
                stream.write(_head(key, body).encode("ascii") + b"\n" + body)
            os.replace(unfinished, path)
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(unfinished)
            return
        self.prune()

    def prune(self) -> None:
        """Remove the results that nobody used for longest, down to the limit."""
        entries = self._entries()
        size = sum(size for _, _, size in entries)
        for _, path, bytes_ in sorted(entries):
            if size <= self.limit:
                return
            with contextlib.suppress(OSError):
                os.unlink(path)
            size -= bytes_

    def clear(self) -> tuple[int, int]:
        """Remove all results; returns how many there were, and how many bytes they took."""
        removed = freed = 0
        for _, path, size in self._entries():
            with contextlib.suppress(OSError):
                os.unlink(path)
                removed += 1
                freed += size
        with contextlib.suppress(OSError):
            os.rmdir(self.directory)
        return removed, freed

    def _entries(self) -> list[tuple[int, str, int]]:
        """When each file was last used, its path and its size; those of crashed runs included."""
        found = []
        with contextlib.suppress(OSError), os.scandir(self.directory) as entries:
            for entry in entries:
                if _SUFFIX in entry.name:
                    with contextlib.suppress(OSError):
                        stat = entry.stat(follow_symlinks=False)
                        found.append((stat.st_mtime_ns, entry.path, stat.st_size))
        return found

    def _path(self, key: str) -> str:
        return os.path.join(self.directory, key[:40] + _SUFFIX)


def _head(key: str, body: bytes) -> str:
    return f"{_MARK} {key} {hashlib.sha256(body).hexdigest()}"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _is_ours(stat: os.stat_result) -> bool:
    """Whether nobody else can have written a file, as far as the system tells."""
    if not hasattr(os, "geteuid"):
        return True
    return stat.st_uid == os.geteuid() and not stat.st_mode & 0o022
