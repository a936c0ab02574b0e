"""An input whose bytes are still to be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO

from numcheck.errors import InputError
from numcheck.reading.limits import size
from numcheck.reading.options import ReadingOptions

__all__ = ["HEAD_BYTES", "Source"]

HEAD_BYTES = 4096


class Source:
    """A file, standard input, a member of an archive, or the inside of a compressed file.

    Attributes:
        name: What to call it in errors, and the id of its document.
        path: The file for ``file:line`` in reports; empty where no file can be opened there.
        suffix: The name's suffix in lower case with its dot; empty if it has none.
        options: How to read it.
        depth: How many archives it stands in.
    """

    __slots__ = ("_head", "_opener", "depth", "name", "options", "path", "suffix")

    def __init__(
        self,
        name: str,
        opener: Callable[[], BinaryIO],
        path: str = "",
        *,
        options: ReadingOptions | None = None,
        inner_name: str = "",
        depth: int = 0,
    ) -> None:
        """Describe an input.

        Args:
            name: What to call it.
            opener: Gives its bytes from their start.
            path: The file that reports may point at.
            options: How to read it.
            inner_name: A name that says more about its format: ``a.jsonl`` for ``a.jsonl.gz``.
            depth: How many archives it stands in.
        """
        self.name = name
        self.path = path
        self.suffix = suffix_of(inner_name or name)
        self.options = options or ReadingOptions()
        self.depth = depth
        self._opener = opener
        self._head: bytes | None = None

    @classmethod
    def of_bytes(
        cls, name: str, data: bytes, path: str = "", *, options: ReadingOptions | None = None
    ) -> Source:
        """A source that is in memory already."""
        return cls(name, lambda: io.BytesIO(data), path, options=options)

    @classmethod
    def of_file(cls, path: str, *, options: ReadingOptions | None = None) -> Source:
        """A file, which is opened when it is read."""
        # A name that is not UTF-8 reaches Python with half surrogates, which nothing can print.
        shown = path.encode("utf-8", "backslashreplace").decode("utf-8")
        return cls(shown, lambda: open(path, "rb"), shown, options=options)

    def within(self, name: str, opener: Callable[[], BinaryIO], *, depth: int = 1) -> Source:
        """A source inside this one: ``archive.zip/inner/path.txt``.

        Args:
            name: Its path inside this one.
            opener: Gives its bytes; may be called once only.
            depth: How much deeper it stands; 0 for a part of a message or the like.
        """
        return Source(f"{self.name}/{name}", opener, options=self.options, depth=self.depth + depth)

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
        if self._head is None:
            self._head = self._read(HEAD_BYTES)
        return self._head

    def data(self) -> bytes:
        """All bytes.

        Raises:
            InputError: It cannot be read, or is larger than any article is.
        """
        limit = self.options.limits.file_bytes
        data = self._read(limit + 1)
        if len(data) > limit:
            problem = f"larger than {size(limit)}; split it into smaller files (limit file-bytes)"
            raise InputError(problem, self.name)
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


def suffix_of(name: str) -> str:
    """A name's suffix in lower case with its dot; empty if it has none."""
    base = name.replace("\\", "/").rpartition("/")[2]
    stem, dot, suffix = base.rpartition(".")
    return dot + suffix.lower() if stem else ""
