"""How fast each format is read, and a web archive read and checked from end to end.

    python benchmarks/reading.py [--records 2000] [--only warc]

The files are made for the measurement, from the seeds and the samples of the tests. Times are of
the processor, on one core, so that what else the machine does weighs little.
"""

from __future__ import annotations

import argparse
import gzip
import io
import tempfile
import time
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from numcheck import Document, check, extract
from numcheck.errors import InputError
from numcheck.reading import ReadingOptions, read, read_bytes

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "tests" / "reading" / "samples"
FAST = ReadingOptions(fast_html=True)
LENGTH = 3000
DENSITY = 0.0044  # figures a character


def articles() -> list[Document]:
    """Texts of three kilobytes with 4.4 figures a kilobyte, as news articles have them.

    They hold paragraphs of the seeds, which are full of figures, among sentences without any.
    """
    items = read([str(ROOT / "seeds")])
    texts = [item.text for item in items if not isinstance(item, InputError)]
    plain = (Path(__file__).parent / "plain.txt").read_text().split("\n")
    found: list[Document] = []
    paragraphs: list[str] = []
    figures = 0
    for paragraph in "\n\n".join(texts).split("\n\n"):
        if len(paragraph) > LENGTH // 2:
            continue
        paragraphs.append(paragraph)
        figures += len(extract(Document("x", paragraph)))
        if figures > DENSITY * LENGTH:
            rest = plain * (LENGTH // 1000)
            while rest and sum(map(len, paragraphs)) < LENGTH:
                paragraphs.append(rest.pop())
            found.append(Document(str(len(found)), "\n\n".join(paragraphs)))
            paragraphs, figures = [], 0
    return found


def page(document: Document, number: int) -> bytes:
    """An article as a page with the usual things around it, thirty kilobytes in all."""
    links = "".join(f"<li><a href=/{n}>Section {n}</a></li>" for n in range(40))
    related = "".join(f"<div><a href=/r{n}>Another story of the day</a></div>" for n in range(30))
    body = "".join(f"<p>{escape(one)}</p>" for one in document.text.split("\n\n"))
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>Story {number} - The Post</title>"
        '<meta property="article:published_time" content="2024-05-03T10:00:00Z">'
        f"<style>{'p { margin: 1em }' * 300}</style><script>{'let x = 1;' * 1500}</script></head>"
        f"<body><nav><ul>{links}</ul></nav><main><article><h1>Story {number}</h1>{body}</article>"
        f"</main><aside>{related}</aside></body></html>"
    ).encode()


def web_archive(count: int) -> bytes:
    """A WARC file, each record compressed by itself."""
    texts = articles()
    parts = []
    for number in range(count):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        http += page(texts[number % len(texts)], number)
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{number}\r\n"
            "WARC-Date: 2024-05-04T00:00:00Z\r\nContent-Type: application/http; msgtype=response"
            f"\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        parts.append(gzip.compress(head.encode() + http + b"\r\n\r\n", 6))
    return b"".join(parts)


def seconds(work: Callable[[], object]) -> float:
    """Processor time of the better of two runs."""
    times = []
    for _ in range(2):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def warc(count: int) -> None:
    """Print the rates of a web archive: read, read and extracted, read and checked."""
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, "pages.warc.gz")
        path.write_bytes(web_archive(count))
        list(read([str(path)], options=FAST))
        list(map(extract, articles()))
        check(articles()[:1])
        for name, options in (("fast", FAST), ("usual", None)):
            documents: list[Document] = []

            def reading(options: ReadingOptions | None = options) -> None:
                items = read([str(path)], options=options)
                documents[:] = [item for item in items if isinstance(item, Document)]  # noqa: B023

            def extracting() -> None:
                for document in documents:  # noqa: B023
                    extract(document)

            def checking() -> None:
                for document in documents:  # noqa: B023
                    check([document])

            once, figures, whole = seconds(reading), seconds(extracting), seconds(checking)
            print(
                f"warc.gz, {name} pages: {count} records; read {count / once:.0f} a second, "
                f"read and extracted {count / (once + figures):.0f}, "
                f"read and checked {count / (once + whole):.0f} "
                f"(reading is {once / (once + whole):.0%})"
            )


def samples() -> None:
    """Print the rates of the other formats, on the samples of the tests."""
    for path in sorted(SAMPLES.iterdir()):
        if path.suffix == ".py" or path.is_dir() or ".warc" in path.name:
            continue
        data = path.read_bytes()
        texts = [item for item in read_bytes(data, path.name) if isinstance(item, Document)]
        size = sum(len(one.text) for one in texts)
        times = 20

        def reading(data: bytes = data, name: str = path.name) -> None:
            for _ in range(times):  # noqa: B023
                list(read_bytes(data, name))

        each = seconds(reading) / times
        rate = size / each / 1000
        print(f"{path.name}: {each * 1000:.2f} ms a file, {rate:.0f} kB of text a second")


def large() -> None:
    """Print the rates of a long book and of a long table, where the start no longer counts."""
    text = "\n\n".join(one.text for one in articles() * 20)
    packed = io.BytesIO()
    with zipfile.ZipFile(SAMPLES / "ferry.epub") as book, zipfile.ZipFile(packed, "w") as longer:
        for name in book.namelist():
            data = book.read(name)
            if name.endswith("section0001.xhtml"):
                paragraphs = "".join(f"<p>{escape(one)}</p>" for one in text.split("\n\n"))
                data = f"<html><body>{paragraphs}</body></html>".encode()
            longer.writestr(name, data)
    for name, data in (("book.epub", packed.getvalue()), ("book.txt", text.encode())):
        each = seconds(lambda: list(read_bytes(data, name)))  # noqa: B023
        print(
            f"{name}: {len(text) / 1000:.0f} kB in {each:.2f} s, {len(text) / each / 1000:.0f} kB/s"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--only", choices=("warc", "samples", "large"))
    arguments = parser.parse_args()
    if arguments.only in (None, "warc"):
        warc(arguments.records)
    if arguments.only in (None, "samples"):
        samples()
    if arguments.only in (None, "large"):
        large()
