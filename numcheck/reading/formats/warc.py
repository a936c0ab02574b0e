"""Web archives: the pages among the records of a WARC file, compressed or not.

A page's id is the file with the offset of its record, which every tool for such files understands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from numcheck.errors import InputError
from numcheck.model import Document
from numcheck.reading.formats.html import page_of
from numcheck.reading.limits import size
from numcheck.reading.ranges import byte_range
from numcheck.reading.source import Source
from numcheck.reading.streams import compression_of

__all__ = ["SUFFIXES", "read", "recognises"]

SUFFIXES: tuple[str, ...] = (".warc",)
_MOST_BROKEN = 1000
_PAGES = ("text/html", "application/xhtml+xml")


def recognises(head: bytes) -> int:
    """Certainly, by the first bytes; compressed ones are told by what unpacks them."""
    return 2 if head.startswith(b"WARC/") else 0


def read(source: Source) -> Iterator[Document | InputError]:
    """The documents of all successful responses that are pages.

    A record that is broken is reported, and reading goes on at the next one that can be found.

    Raises:
        InputError: The extra is missing, or nothing in the file is a record.
    """
    head = source.head()
    if not recognises(head.lstrip()) and not compression_of(head):
        what = "not a web archive, whatever its name says" if head.strip() else "empty file"
        raise InputError(f"{what}; there is nothing to check", source.name)
    count = start = broken = 0
    told = False
    while start >= 0:
        last = start
        try:
            with source.stream() as stream:
                length = _length(stream)
                for record in _records(stream, start, source):
                    count += 1
                    if count > source.options.limits.records:
                        problem = "more records than the limit records allows"
                        raise InputError(problem, source.name)
                    last = start + record.stream_pos
                    for item in _page(record, source, last, length):
                        told = True
                        yield item
            break
        except OSError as error:
            problem = f"broken record ({' '.join(str(error).split())[:80]})"
            yield InputError(problem, f"{source.name}@{source.part.offset + last}")
            told = True
        broken += 1
        if broken > _MOST_BROKEN:
            raise InputError("too many broken records; the rest is left", source.name)
        start = _next(source, last + 1)
    if not count:
        raise InputError("no records in this file; there is nothing to check", source.name)
    if not told and source.part.is_whole:
        raise InputError("no page in this web archive; there is nothing to check", source.name)


def _next(source: Source, offset: int) -> int:
    """Where reading can go on behind a broken record; -1 if it cannot."""
    from numcheck.reading.splitting import record_after

    with source.stream() as stream:
        return record_after(stream, offset) if stream.seekable() else -1


def _records(stream: BinaryIO, start: int, source: Source) -> Iterator[Any]:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        problem = "web archives need an extra; pip install 'numcheck[warc]'"
        raise InputError(problem, source.name) from error
    part = _Forward(byte_range(stream, start, -1) if start else stream)
    types = WarcRecordType.any_type
    try:
        records = ArchiveIterator(part, record_types=types, parse_http=False)  # type: ignore[arg-type]
        yield from records
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what it raises for its own mistakes
            raise
        raise OSError("not readable") from error


class _Forward:
    """A stream that only goes forward, as FastWARC needs it of streams that cannot be sought in."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._position = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._position += len(data)
        return data

    def tell(self) -> int:
        return self._position


def _page(record: Any, source: Source, offset: int, length: int) -> Iterator[Document | InputError]:
    from fastwarc.warc import WarcRecordType

    limits = source.options.limits
    place = f"{source.name}@{source.part.offset + offset}"
    stated = record.content_length
    if length and (problem := limits.expansion_exceeded(stated, length)):
        raise InputError(problem, place)  # even to pass it over would take for ever
    if record.record_type != WarcRecordType.response or not record.is_http:
        return
    try:
        record.parse_http(auto_decode="all")
        if (record.http_content_type or "").lower() not in _PAGES or not _succeeded(record):
            return
        data = record.reader.read(limits.file_bytes + 1)
    except (OSError, ValueError) as error:
        yield InputError(f"broken record ({' '.join(str(error).split())})", place)
        return
    problem = limits.expansion_exceeded(len(data), stated)
    if len(data) > limits.file_bytes:
        problem = f"larger than {size(limits.file_bytes)} (limit file-bytes)"
    elif not problem and not _encoded(record) and len(data) < record.content_length:
        problem = "cut off; get the file again"
    if problem:
        yield InputError(problem, place)
        return
    yield _document(record, data, place, source)


def _document(record: Any, data: bytes, place: str, source: Source) -> Document | InputError:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    page = Source.of_bytes(place, data, options=source.options)
    try:
        document = page_of(page, data, record.http_charset or "")
    except InputError as error:
        return error
    crawled = record.record_date
    return replace(
        document,
        url=address,
        path=source.path,
        source=document.source or _host(address),
        published=document.published or (crawled.date().isoformat() if crawled else ""),
    )


def _succeeded(record: Any) -> bool:
    status = record.http_headers.status_code
    return status is None or 200 <= status < 300


def _encoded(record: Any) -> bool:
    headers = record.http_headers
    return bool(headers.get("Content-Encoding") or headers.get("Transfer-Encoding"))


def _host(address: str) -> str:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _length(stream: BinaryIO) -> int:
    if not stream.seekable():
        return 0
    length = stream.seek(0, 2)
    stream.seek(0)
    return length
