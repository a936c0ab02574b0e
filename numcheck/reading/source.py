"""An input whose bytes are still to be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

from numcheck.errors import InputError

__all__ = ["HEAD_BYTES", "LIMIT_BYTES", "Source"]

HEAD_BYTES = 4096
LIMIT_BYTES = 256 * 1024 * 1024


class Source:
    """A file, standard input, or (later) a member of an archive.

    Attributes:
        name: What to call it in errors, and the id of its document.
        path: The file for ``file:line`` in reports; empty where no file can be opened there.
    """

    __slots__ = ("_opener", "name", "path")

    def __init__(self, name: str, opener: Callable[[], BinaryIO], path: str = "") -> None:
        self.name = name
        self.path = path
        self._opener = opener

    @classmethod
    def of_bytes(cls, name: str, data: bytes, path: str = "") -> Source:
        """A source that is in memory already."""
        return cls(name, lambda: io.BytesIO(data), path)

    @classmethod
    def of_file(cls, path: str) -> Source:
        """A file, which is opened when it is read."""
        # A name that is not UTF-8 reaches Python with half surrogates, which nothing can print.
        shown = path.encode("utf-8", "backslashreplace").decode("utf-8")
        return cls(shown, lambda: open(path, "rb"), shown)

    @property
    def suffix(self) -> str:
        """The name's suffix in lower case with its dot; empty if it has none."""
        base = self.name.replace("\\", "/").rpartition("/")[2]
        stem, dot, suffix = base.rpartition(".")
        return dot + suffix.lower() if stem else ""

    def stream(self) -> BinaryIO:
        """The bytes from their start; the caller closes it.

        Raises:
            InputError: It cannot be opened.
        """
        try:
            return self._opener()
        except OSError as error:
            raise self._unreadable(error) from error
        except ValueError as error:  # a NUL in the name
            raise InputError("no file can have that name; check the path", self.name) from error

    def head(self) -> bytes:
        """The first bytes, enough to tell the format.

        Raises:
            InputError: It cannot be read.
        """
        return self._read(HEAD_BYTES)

    def data(self) -> bytes:
        """All bytes.

        Raises:
            InputError: It cannot be read, or is larger than any article is.
        """
        data = self._read(LIMIT_BYTES + 1)
        if len(data) > LIMIT_BYTES:
            limit = LIMIT_BYTES // 1024 // 1024
            raise InputError(f"larger than {limit} MB; split it into smaller files", self.name)
        return data

    def _read(self, size: int) -> bytes:
        with self.stream() as stream:
            try:
                return stream.read(size)
            except OSError as error:
                raise self._unreadable(error) from error

    def _unreadable(self, error: OSError) -> InputError:
        if isinstance(error, FileNotFoundError):
            return InputError("no such file or directory; check the path", self.name)
        if isinstance(error, PermissionError):
            return InputError("permission denied; make the file readable", self.name)
        reason = (error.strerror or str(error)).lower()
        return InputError(f"cannot be read ({reason})", self.name)
