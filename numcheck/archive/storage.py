"""Where a store lives: names to bytes, written so that a reader never sees half a file.

A local folder is the common case; any other place is reached through fsspec, whose object stores
put a file in place only when all of it has arrived.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from numcheck.errors import InputError, NumcheckError, UsageError

__all__ = ["LocalStorage", "RemoteStorage", "Storage", "StorageError", "is_address", "storage_at"]

_UNFINISHED = ".unfinished"


class StorageError(NumcheckError):
    """A store that cannot be written or read; what was complete stays so."""


class Storage(Protocol):
    """A folder of named files.

    Attributes:
        root: Its path or URL.
    """

    root: str

    def read(self, name: str) -> bytes | None:
        """The content of a file; ``None`` where there is none."""

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place, all of it or nothing."""

    def adopt(self, path: str, name: str) -> None:
        """Put a local file in place."""

    def names(self, folder: str) -> list[str]:
        """The names of the finished files in a folder, sorted."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""

    def address(self, name: str) -> str:
        """What DuckDB opens a file by."""


def is_address(name: str) -> bool:
    """Whether a name is a URL rather than a path."""
    return "://" in name


def storage_at(root: str) -> Storage:
    """The storage at a path or URL.

    Raises:
        UsageError: No file system is known for the URL.
    """
    return RemoteStorage(root) if is_address(root) else LocalStorage(root)


class LocalStorage:
    """A folder on this machine, or one that all machines see."""

    def __init__(self, root: str) -> None:
        self.root = os.path.abspath(root)

    def read(self, name: str) -> bytes | None:
        """The content of a file; ``None`` where there is none."""
        try:
            return Path(self.root, name).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(error, self.address(name), "read") from error

    def write(self, name: str, data: bytes) -> None:
        """Write beside it, let it reach the disk, and rename.

        Raises:
            StorageError: The disk is full, or the folder cannot be written.
        """
        target = Path(self.root, name)
        unfinished = target.with_name(f"{target.name}.{os.getpid()}{_UNFINISHED}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            self._replace(unfinished, target)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink()
            raise _unusable(error, str(target), "write") from error

    def adopt(self, path: str, name: str) -> None:
        """Put a file that was written on the same disk in place."""
        target = Path(self.root, name)
        try:
            with open(path, "rb") as stream:
                os.fsync(stream.fileno())
            self._replace(Path(path), target)
        except OSError as error:
            raise _unusable(error, str(target), "write") from error

    def _replace(self, unfinished: Path, target: Path) -> None:
        os.replace(unfinished, target)
        if os.name == "posix":  # the name, too, has to survive a power cut
            folder = os.open(target.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)

    def names(self, folder: str) -> list[str]:
        """The names of the finished files in a folder, sorted."""
        try:
            found = os.listdir(os.path.join(self.root, folder))
        except (FileNotFoundError, NotADirectoryError):
            return []
        return sorted(name for name in found if not name.endswith(_UNFINISHED))

    def sweep(self, folder: str) -> None:
        """Remove what killed runs have left half written."""
        with suppress(FileNotFoundError, NotADirectoryError):
            for name in os.listdir(os.path.join(self.root, folder)):
                if name.endswith(_UNFINISHED):
                    self.remove(os.path.join(folder, name))

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.root, name))

    def address(self, name: str) -> str:
        """What DuckDB opens a file by."""
        return os.path.join(self.root, name)


class RemoteStorage:
    """A folder that fsspec reaches: S3-compatible stores, HTTP (to read), memory."""

    def __init__(self, root: str) -> None:
        self.root = root.rstrip("/")
        self.files, self._base = file_system(self.root)

    def __reduce__(self) -> tuple[Any, ...]:
        return RemoteStorage, (self.root,)

    def read(self, name: str) -> bytes | None:
        """The content of a file; ``None`` where there is none."""
        try:
            data: bytes = self.files.cat_file(f"{self._base}/{name}")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unusable(error, self.address(name), "read") from error
        return data

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place, all of it or nothing.

        Raises:
            StorageError: The store does not take it.
        """
        path = f"{self._base}/{name}"
        try:
            self.files.makedirs(path.rpartition("/")[0], exist_ok=True)
            self.files.pipe_file(path, data)
        except (OSError, NotImplementedError) as error:
            raise _unusable(error, self.address(name), "write") from error

    def adopt(self, path: str, name: str) -> None:
        """Put a local file in place."""
        self.write(name, Path(path).read_bytes())
        os.unlink(path)

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder, sorted."""
        try:
            found = self.files.ls(f"{self._base}/{folder}", detail=False)
        except FileNotFoundError:
            return []
        return sorted(name.rpartition("/")[2] for name in found)

    def sweep(self, folder: str) -> None:
        """Nothing is ever half written."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with suppress(FileNotFoundError):
            self.files.rm_file(f"{self._base}/{name}")

    def address(self, name: str) -> str:
        """What DuckDB opens a file by."""
        return f"{self.root}/{name}"


def file_system(url: str) -> tuple[Any, str]:
    """The fsspec file system of a URL, and the path in it.

    Raises:
        UsageError: fsspec, or what it needs for this kind of URL, is not installed.
    """
    try:
        import fsspec
    except ImportError as error:
        raise UsageError("addresses need fsspec: pip install 'numcheck[archive]'", url) from error
    try:
        files, path = fsspec.core.url_to_fs(url)
    except (ImportError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise UsageError(f"this kind of address cannot be opened ({reason})", url) from error
    return files, path.rstrip("/")


def open_address(url: str) -> Any:
    """A named address as a binary stream that can be sought in.

    Raises:
        InputError: It cannot be opened.
    """
    files, path = file_system(url)
    try:
        return files.open(path, "rb")
    except Exception as error:  # each file system has errors of its own
        raise InputError(f"cannot be opened ({error})", url) from error


@contextmanager
def told(place: str) -> Iterator[None]:
    """Errors of the disk as one clear line."""
    try:
        yield
    except OSError as error:
        raise _unusable(error, place, "write") from error


def _unusable(error: Exception, place: str, deed: str) -> StorageError:
    number = getattr(error, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        problem = "the disk is full; make room and run the same command again, it goes on"
    elif number in (errno.EACCES, errno.EPERM, errno.EROFS):
        problem = f"cannot {deed} here (permission denied); choose another --out"
    elif number in (errno.ENOTDIR, errno.EEXIST):
        problem = "a file stands where a folder is needed; choose another --out"
    else:
        reason = getattr(error, "strerror", None) or str(error)
        problem = f"cannot {deed} ({str(reason).lower()})"
    return StorageError(problem, place)
