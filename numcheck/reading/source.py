"""An input whose bytes are still to be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from numcheck.errors import InputError
from numcheck.reading.limits import size
from numcheck.reading.options import ReadingOptions

__all__ = ["HEAD_BYTES", "Part", "Source", "suffix_of"]

HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a file that several workers share.

    Attributes:
        offset: Bytes of the file before the part.
        records: Records before it: lines, members, rows.
        end: Number of the record, or byte, past the last; -1 for a whole file, or its last part.
    """

    offset: int = 0
    records: int = 0
    end: int = -1

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole file."""
        return not self.offset and not self.records and self.end < 0


class Source:
    """A file, standard input, a member of an archive, or the inside of a compressed file.

    Attributes:
        name: What to call it in errors, and the id of its document.
        path: The file for ``file:line`` in reports; empty where no file can be opened there.
        suffix: The name's suffix in lower case with its dot; empty if it has none.
        options: How to read it.
        depth: How many archives it stands in.
        part: Which part of its file it is; the whole of it, as a rule.
    """

    __slots__ = ("_head", "_opener", "depth", "name", "options", "part", "path", "suffix")

    def __init__(
        self,
        name: str,
        opener: Callable[[], BinaryIO],
        path: str = "",
        *,
        options: ReadingOptions | None = None,
        inner_name: str = "",
        depth: int = 0,
        part: Part | None = None,
    ) -> None:
        """Describe an input.

        Args:
            name: What to call it.
            opener: Gives its bytes from their start.
            path: The file that reports may point at.
            options: How to read it.
            inner_name: A name that says more about its format: ``a.jsonl`` for ``a.jsonl.gz``.
            depth: How many archives it stands in.
            part: Which part of the file the opener gives.
        """
        self.name = name
        self.path = path
        self.suffix = suffix_of(inner_name or name)
        self.options = options or ReadingOptions()
        self.depth = depth
        self.part = part or Part()
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

    def within(
        self, name: str, opener: Callable[[], BinaryIO], *, head: bytes | None = None
    ) -> Source:
        """A source inside this one: ``archive.zip/inner/path.txt``.

        Args:
            name: Its path inside this one.
            opener: Gives its bytes.
            head: Its first bytes, where the opener can be called only once.
        """
        depth = self.depth + 1
        member = Source(f"{self.name}/{name}", opener, options=self.options, depth=depth)
        member._head = head
        return member

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
            with self.stream() as stream:
                self._head = self._read(stream, HEAD_BYTES)
        return self._head

    def seekable(self) -> BinaryIO:
        """The bytes as a stream that can be sought in; what cannot is held in memory from then on.

        Raises:
            InputError: It cannot be read, or is larger than the limits allow.
        """
        stream = self.stream()
        if stream.seekable():
            return stream
        with stream:
            data = self._bounded(stream)
        self._opener = lambda: io.BytesIO(data)
        return io.BytesIO(data)

    def data(self) -> bytes:
        """All bytes.

        Raises:
            InputError: It cannot be read, or is larger than any article is.
        """
        with self.stream() as stream:
            return self._bounded(stream)

    def _bounded(self, stream: BinaryIO) -> bytes:
        limit = self.options.limits.file_bytes
        data = self._read(stream, limit + 1)
        if len(data) > limit:
            problem = f"larger than {size(limit)}; split it into smaller files (limit file-bytes)"
            raise InputError(problem, self.name)
        return data

    def _read(self, stream: BinaryIO, size: int) -> bytes:
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
