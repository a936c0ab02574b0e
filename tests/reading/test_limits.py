"""Every bound of reading: reached within two seconds and 200 MB, with one clear line."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from numcheck.errors import InputError
from numcheck.reading import Limits, ReadingOptions, read_bytes
from numcheck.reading.limits import size

SAMPLES = Path(__file__).parent / "samples"
ZEROS = bytes(64 * 1024 * 1024)
# Reads a file in a process of its own, so that its memory and time are its own.
READER = """
import json, sys, time
from numcheck.reading import Limits, ReadingOptions, read
from numcheck.errors import InputError
options = ReadingOptions(Limits(**json.loads(sys.argv[2])))
start = time.process_time()
items = list(read([sys.argv[1]], options=options))
try:  # the system's own count would include the memory of the process that started this one
    status = open("/proc/self/status").read()
    megabytes = int(status.partition("VmHWM:")[2].split()[0]) // 1024
except OSError:
    megabytes = 0
print(json.dumps({
    "seconds": time.process_time() - start,
    "megabytes": megabytes,
    "errors": [str(one) for one in items if isinstance(one, InputError)],
}))
"""


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


def zstd(data: bytes) -> bytes:
    import zstandard

    return zstandard.compress(data)


def tar_with_an_endless_header() -> bytes:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, len(ZEROS)
    return gzip.compress(info.tobuf(tarfile.GNU_FORMAT) + ZEROS)


def nested() -> bytes:
    data = b"Fares rose 5%."
    name = "a.txt"
    for number in range(8):
        data = zipped({name: data})
        name = f"{number}.zip"
    return data


def opendocument(content: bytes) -> bytes:
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content})


def deep_opendocument() -> bytes:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    inner = "<text:span>" * 100_000 + "5" + "</text:span>" * 100_000
    return opendocument(f"<office:text {spaces}><text:p>{inner}</text:p></office:text>".encode())


def laughing_feed() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]><rss version="2.0"><channel>'
        "<item><title>&a9;</title></item></channel></rss>"
    ).encode()


def web_archive_bomb() -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + ZEROS
    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: {len(http)}\r\n"
    kind = "Content-Type: application/http; msgtype=response\r\n\r\n"
    return gzip.compress((head + kind).encode() + http)


def sample(name: str) -> Callable[[], bytes]:
    return (SAMPLES / name).read_bytes


CASES: list[tuple[str, Callable[[], bytes], dict[str, int], str]] = [
    ("a.txt.gz", lambda: gzip.compress(ZEROS), {}, "limit ratio"),
    ("a.txt.bz2", lambda: bz2.compress(ZEROS), {}, "limit ratio"),
    ("a.txt.xz", lambda: lzma.compress(ZEROS, preset=1), {}, "limit ratio"),
    ("a.txt.zst", lambda: zstd(ZEROS), {}, "limit ratio"),
    ("a.zip", lambda: zipped({"a.txt": ZEROS}), {}, "limit ratio"),
    ("a.docx", lambda: zipped({"word/document.xml": ZEROS}), {}, "limit ratio"),
    ("a.odt", lambda: opendocument(ZEROS), {}, "limit ratio"),
    ("a.warc.gz", web_archive_bomb, {}, "limit ratio"),
    ("a.tgz", tar_with_an_endless_header, {}, "a header larger than any name"),
    ("a.zip", nested, {}, "limit nesting"),
    ("a.odt", deep_opendocument, {}, "limit xml-depth"),
    ("a.rss", laughing_feed, {}, "defines entities"),
    ("a.gz", lambda: gzip.compress(b"5 " * 9000), {"expanded_bytes": 9000}, "limit expanded-bytes"),
    ("a.zip", lambda: zipped({"a.txt": b"5" * 99}), {"expanded_bytes": 9}, "limit expanded-bytes"),
    ("a.txt", lambda: b"5 " * 9000, {"file_bytes": 9000}, "limit file-bytes"),
    ("a.epub", sample("ferry.epub"), {"file_bytes": 4000}, "limit file-bytes"),
    ("a.warc", sample("ferry.warc"), {"file_bytes": 100}, "limit file-bytes"),
    ("a.mbox", sample("ferry.mbox"), {"file_bytes": 100}, "limit file-bytes"),
    ("a.csv", sample("ferry.csv"), {"file_bytes": 60}, "limit file-bytes"),
    ("a.pdf", sample("ferry.pdf"), {"file_bytes": 9000}, "limit file-bytes"),
    ("a.zip", sample("ferry.zip"), {"entries": 2}, "limit entries"),
    ("a.tgz", sample("ferry.tgz"), {"entries": 1}, "limit entries"),
    ("a.pdf", sample("ferry.pdf"), {"pdf_pages": 2}, "limit pdf-pages"),
    ("a.odt", sample("ferry.odt"), {"xml_bytes": 4000}, "limit xml-bytes"),
    ("a.epub", sample("ferry.epub"), {"xml_depth": 3}, "limit xml-depth"),
    ("a.rss", sample("ferry.rss"), {"xml_bytes": 100}, "limit xml-bytes"),
    ("a.jsonl", lambda: b'{"text": "5"}\n' * 9, {"records": 3}, "limit records"),
    ("a.csv", sample("ferry.csv"), {"records": 2}, "limit records"),
    ("a.warc", sample("ferry.warc"), {"records": 2}, "limit records"),
    ("a.mbox", sample("ferry.mbox"), {"records": 2}, "limit records"),
    ("a.rss", sample("ferry.rss"), {"records": 1}, "limit records"),
    ("a.srt", sample("ferry.srt"), {"records": 2}, "limit records"),
    ("a.parquet", sample("ferry.parquet"), {"records": 1}, "limit records"),
    ("a.md", lambda: b"---\ntitle: x\n---\n5", {"yaml_bytes": 5}, "limit yaml-bytes"),
]


@pytest.mark.parametrize(
    ("name", "made", "limits", "said"),
    CASES,
    ids=[f"{case[0]}: {case[3]}" for case in CASES],
)
def test_a_bound_is_reached_soon_and_without_much_memory(
    name: str, made: Callable[[], bytes], limits: dict[str, int], said: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(made())
    arguments = [sys.executable, "-c", READER, str(path), json.dumps(limits)]
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=60, check=True)
    found = json.loads(done.stdout)
    assert "" == done.stderr
    assert any(said in error for error in found["errors"]), found["errors"]
    assert all(error.startswith(str(path)) for error in found["errors"])
    assert found["seconds"] < 2
    assert found["megabytes"] < 200


def test_every_limit_is_tripped_by_a_case() -> None:
    configured = {name for _, _, limits, _ in CASES for name in limits}
    by_default = {"ratio", "ratio_from", "nesting"}
    elsewhere = {"seconds"}  # tests/trust/test_seconds.py
    assert {field.name for field in fields(Limits)} == configured | by_default | elsewhere


def test_too_many_attachments_are_not_read() -> None:
    options = ReadingOptions(Limits(entries=1))
    message = (SAMPLES / "ferry.eml").read_bytes()
    boundary = message.index(b"Content-Type: text/plain\r\nContent-Transfer")
    part = message[message.rindex(b"--====", 0, boundary) : message.rindex(b"--====")]
    twice = message.replace(part, part + part)
    errors = [
        str(item) for item in read_bytes(twice, "a.eml", options) if isinstance(item, InputError)
    ]
    assert ["a.eml: more attachments than the limit entries allows"] == errors


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "1"])
def test_a_limit_is_a_whole_number_from_1(value: object) -> None:
    with pytest.raises(ValueError, match="pdf_pages is a whole number from 1"):
        Limits(pdf_pages=value)  # type: ignore[arg-type]


def test_sizes_are_shown_in_words() -> None:
    assert ["90 bytes", "12 kB", "256 MB", "1.5 GB"] == [
        size(count) for count in (90, 12 * 1024, 256 * 1024**2, 3 * 1024**3 // 2)
    ]
