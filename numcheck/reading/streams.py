"""Streams that unpack, and stop where unpacking goes too far."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from numcheck.errors import InputError
from numcheck.reading.limits import Limits

__all__ = ["COMPRESSIONS", "compression_of", "guarded", "once", "unpacked"]

_CHUNK = 64 * 1024
# What unpacking may need as working memory; the strongest usual setting of xz and zstd asks half.
_WINDOW = 128 * 1024 * 1024

COMPRESSIONS: dict[bytes, str] = {
    b"\x1f\x8b": "gzip",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
}
"""First bytes of compressed files, with the name of the compression."""


def compression_of(head: bytes) -> str:
    """The compression that a file's first bytes tell; empty if it is none that is known."""
    for signature, name in COMPRESSIONS.items():
        if head.startswith(signature):
            return name
    return ""


def unpacked(raw: BinaryIO, compression: str, place: str, limits: Limits) -> BinaryIO:
    """What a compressed stream holds, as a stream.

    Args:
        raw: The compressed stream, which is closed with the other.
        compression: ``gzip``, ``zstd``, ``bzip2`` or ``xz``.
        place: What to call it in errors.
        limits: How far it may unpack.

    Raises:
        InputError: The extra for this compression is missing. Reading raises it where the content
            is broken, cut off, or larger than the limits allow.
    """
    counted = _Counted(raw)
    inner = _decompressor(io.BufferedReader(counted, _CHUNK), compression, place)
    return guarded(inner, place, limits, lambda: counted.count)


def guarded(inner: BinaryIO, place: str, limits: Limits, compressed: Callable[[], int]) -> BinaryIO:
    """A stream that raises an ``InputError`` where the one inside breaks or grows too far.

    Args:
        inner: A stream that unpacks.
        place: What to call it in errors.
        limits: How far it may unpack.
        compressed: How many compressed bytes it has taken so far.
    """
    return io.BufferedReader(_Guarded(inner, place, limits, compressed), _CHUNK)


def once(head: bytes, rest: BinaryIO) -> Callable[[], BinaryIO]:
    """An opener of a stream whose head was read off and that cannot go back.

    Args:
        head: The bytes already read.
        rest: The others; left open, since its archive goes on behind it.
    """
    return lambda: cast(BinaryIO, io.BufferedReader(_Joined(head, rest), _CHUNK))


class _Counted(io.RawIOBase):
    """Counts the bytes that were read."""

    def __init__(self, raw: BinaryIO) -> None:
        self.count = 0
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._raw.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Guarded(io.RawIOBase):
    def __init__(
        self, inner: BinaryIO, place: str, limits: Limits, compressed: Callable[[], int]
    ) -> None:
        self._inner = inner
        self._place = place
        self._limits = limits
        self._compressed = compressed
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._inner.read(min(len(buffer), _CHUNK))
        except InputError:
            raise
        except EOFError as error:
            raise InputError("cut off; get the file again", self._place) from error
        except Exception as error:  # each library has exceptions of its own for broken data
            raise InputError(f"broken compressed data ({_said(error)})", self._place) from error
        buffer[: len(data)] = data
        self._count += len(data)
        problem = self._limits.expansion_exceeded(self._count, self._compressed())
        if problem:
            raise InputError(problem, self._place)
        return len(data)

    def close(self) -> None:
        self._inner.close()
        super().close()


class _Joined(io.RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if self._head:
            data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            data = self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Xz(io.RawIOBase):
    """An xz file, within a bound of working memory that ``lzma.open`` cannot set."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._inner: Any = None
        self._pending = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        import lzma

        while True:
            if self._inner is None or self._inner.eof:
                rest = (self._inner.unused_data if self._inner else b"") or self._raw.read(_CHUNK)
                rest = rest.lstrip(b"\0")  # padding between streams
                if not rest:
                    return 0
                self._inner = lzma.LZMADecompressor(memlimit=_WINDOW)
            elif self._inner.needs_input:
                rest = self._raw.read(_CHUNK)
                if not rest:
                    raise EOFError
            else:
                rest = b""
            data = self._inner.decompress(rest, len(buffer))
            if data:
                buffer[: len(data)] = data
                return len(data)

    def close(self) -> None:
        self._raw.close()
        super().close()


def _decompressor(raw: Any, compression: str, place: str) -> BinaryIO:
    if compression == "gzip":
        import gzip

        return cast(BinaryIO, _Owning(gzip.GzipFile(fileobj=raw, mode="rb"), raw))
    if compression == "bzip2":
        import bz2

        return cast(BinaryIO, _Owning(bz2.BZ2File(raw), raw))
    if compression == "xz":
        return cast(BinaryIO, _Xz(raw))
    try:
        import zstandard
    except ImportError as error:
        problem = "zstd data needs an extra; pip install 'numcheck[formats]'"
        raise InputError(problem, place) from error
    reader = zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(
        raw, read_across_frames=True
    )
    return cast(BinaryIO, _Owning(reader, raw))


class _Owning:
    """A decompressor that closes what it reads from."""

    def __init__(self, inner: Any, raw: BinaryIO) -> None:
        self._inner = inner
        self._raw = raw

    def read(self, size: int) -> bytes:
        return cast(bytes, self._inner.read(size))

    def close(self) -> None:
        self._inner.close()
        self._raw.close()


def _said(error: Exception) -> str:
    """What a library says about broken data, short and on one line."""
    if isinstance(error, zlib.error):
        return str(error).rpartition(": ")[2][:60]
    return " ".join(str(error).split())[:60] or type(error).__name__
