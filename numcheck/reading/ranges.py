"""A range of a file's bytes as a stream of its own."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, cast

__all__ = ["byte_range"]

_CHUNK = 64 * 1024


def byte_range(stream: BinaryIO, start: int, end: int) -> BinaryIO:
    """The bytes of a stream from one offset to another.

    Args:
        stream: A stream that can be sought in; closed with the other.
        start: First byte.
        end: Byte past the last; -1 for the end of the stream.
    """
    return cast(BinaryIO, io.BufferedReader(_Range(stream, start, end), _CHUNK))


class _Range(io.RawIOBase):
    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self._stream = stream
        self._start = start
        self._size = (end if end >= 0 else stream.seek(0, io.SEEK_END)) - start
        self._position = 0
        stream.seek(start)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        self._position = max(0, base + offset)
        self._stream.seek(self._start + self._position)
        return self._position

    def readinto(self, buffer: Any) -> int:
        count = max(0, min(len(buffer), self._size - self._position))
        data = self._stream.read(count) if count else b""
        buffer[: len(data)] = data
        self._position += len(data)
        return len(data)

    def close(self) -> None:
        self._stream.close()
        super().close()
