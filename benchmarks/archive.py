"""How fast an archive is checked, how much memory that takes and how large the store is.

    python benchmarks/archive.py all ARTICLES.jsonl [--articles 20000] [--records 2000]
    python benchmarks/archive.py make ARTICLES.jsonl --documents 20000 --out big.jsonl
    python benchmarks/archive.py pages ARTICLES.jsonl --documents 3000 --out pages.warc.gz
    python benchmarks/archive.py measure big.jsonl [--small small.jsonl] [--rounds 3]
    python benchmarks/archive.py kill big.jsonl [--times 20] [--seed 1]

``make`` repeats the articles of a file (a JSON object with "text" a line) under other names and
other numbers, the same in each copy, until there are enough; a copy tells other stories, in another
year, and articles that stand together in the file come out within two days. ``all`` makes what it
needs and prints one table: one core, two cores, two cores on a tenth of the articles, and a WARC
file on one core. ``measure`` runs one core and two
in turn, so that what else the machine does weighs on both; rates are documents a second of a whole
run by the clock, and of the processor time of all its processes. ``kill`` ends runs with SIGKILL
at random moments until one of them gets through, and holds the store against that of a run that
nobody disturbed.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

NAME = re.compile(r"(?<![.!?\"“”\n] )(?<=[\w,;:] )[A-Z][a-z]{2,}\b")
NUMBER = re.compile(r"\d+")
SYLLABLES = [
    "ba",
    "do",
    "ke",
    "li",
    "mu",
    "na",
    "po",
    "ra",
    "si",
    "tu",
    "ve",
    "zo",
    "gar",
    "lin",
    "mer",
]
YEARS = range(1900, 2101)


def number_of(*parts: object) -> int:
    """A number that depends on the parts alone."""
    return int.from_bytes(blake2b("\0".join(map(str, parts)).encode(), digest_size=6).digest())


def renamed(text: str, copy: int) -> str:
    """The text with other names and other numbers, the same ones throughout a copy."""

    def name(match: re.Match[str]) -> str:
        seed = number_of(copy, match[0])
        parts = []
        for _ in range(3):
            seed, place = divmod(seed, len(SYLLABLES))
            parts.append(SYLLABLES[place])
        return "".join(parts).capitalize()

    def number(match: re.Match[str]) -> str:
        digits = match[0]
        if len(digits) == 1 or (len(digits) == 4 and int(digits) in YEARS):
            return digits
        low = 10 ** (len(digits) - 1)
        return str(low + number_of(copy, digits) % (9 * low))

    return NUMBER.sub(number, NAME.sub(name, text)) if copy else text


def articles(path: str, documents: int) -> Iterator[dict[str, str]]:
    """Articles, as many as wanted."""
    rows = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines() if line]
    for number in range(documents):
        copy, place = divmod(number, len(rows))
        row = rows[place]
        text = row.get("text") or row.get("body") or ""
        title = row.get("title") or row.get("headline") or ""
        yield {
            "id": f"{copy:03}-{place:05}",
            "title": renamed(title, copy),
            "text": renamed(text, copy),
            "source": row.get("source") or f"Outlet {place % 40}",
            "published": f"{1990 + copy}-{1 + place // 4 % 12:02}-{1 + place // 2 % 28:02}",
        }


def make(arguments: argparse.Namespace) -> None:
    """Write a JSON lines file."""
    with open(arguments.out, "w", encoding="utf-8") as stream:
        for row in articles(arguments.input, arguments.documents):
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")
    print(f"{arguments.out}: {os.path.getsize(arguments.out) / 1e6:.1f} MB")


def pages(arguments: argparse.Namespace) -> None:
    """Write a WARC file of web pages with navigation and boxes around the article."""
    from gzip import GzipFile
    from html import escape
    from io import BytesIO

    from fastwarc.warc import WarcRecord, WarcRecordType

    links = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(60))
    with open(arguments.out, "wb") as stream:
        for row in articles(arguments.input, arguments.documents):
            paragraphs = "".join(f"<p>{escape(one)}</p>" for one in row["text"].split("\n") if one)
            page = (
                f"<!doctype html><html><head><title>{escape(row['title'])}</title></head><body>"
                f"<nav><ul>{links}</ul></nav><main><article><h1>{escape(row['title'])}</h1>"
                f"{paragraphs}</article></main><aside><ul>{links}</ul></aside>"
                "<footer>All rights reserved</footer></body></html>"
            ).encode()
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            record = WarcRecord()
            record.init_headers(WarcRecordType.response)
            record.headers["WARC-Target-URI"] = f"https://example.org/{row['id']}"
            record.headers["WARC-Date"] = f"{row['published']}T00:00:00Z"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(body)
            packed = BytesIO()
            with GzipFile(fileobj=packed, mode="wb", mtime=0) as zipped:
                record.write(zipped)
            stream.write(packed.getvalue())
    print(f"{arguments.out}: {os.path.getsize(arguments.out) / 1e6:.1f} MB")


def command(source: str, out: str, jobs: int, *more: str) -> list[str]:
    """The command line that is measured."""
    return [
        sys.executable, "-m", "numcheck", "archive", "run", source, "--out", out,
        "--jobs", str(jobs), "--isolated", *more,
    ]  # fmt: skip


def processes(root: int) -> list[int]:
    """A process and all below it."""
    below: dict[int, list[int]] = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                parts = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            below.setdefault(int(parts[1]), []).append(int(entry))
    found, todo = [], [root]
    while todo:
        one = todo.pop()
        found.append(one)
        todo += below.get(one, [])
    return found


def memory(process: int) -> int:
    """Resident bytes of a process that nobody else has."""
    try:
        status = Path("/proc", str(process), "smaps_rollup").read_text()
    except OSError:
        return 0
    return 1024 * sum(
        int(line.split()[1]) for line in status.splitlines() if line.startswith("Pss:")
    )


def processor(process: int) -> float:
    """Seconds of processor time that a process has had."""
    try:
        parts = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def timed(source: str, jobs: int, *more: str) -> dict[str, float]:
    """One run: seconds by the clock, processor seconds, peak memory of all and of one process."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "store")
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603
            command(source, out, jobs, *more), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        peak, single, over = 0, 0, threading.Event()
        used: dict[int, float] = {}

        def watch() -> None:
            nonlocal peak, single
            while not over.wait(0.5):
                alive = processes(process.pid)
                each = [memory(one) for one in alive]
                peak, single = max(peak, sum(each)), max(single, *each, 0)
                used.update((one, max(used.get(one, 0.0), processor(one))) for one in alive)

        watching = threading.Thread(target=watch)
        watching.start()
        _, problem = process.communicate()
        seconds = time.perf_counter() - start
        over.set()
        watching.join()
        if process.returncode not in (0, 1):
            raise SystemExit(problem.decode())
        files = [path for path in Path(out).rglob("*") if path.is_file()]
        return {
            "seconds": seconds,
            "processor": sum(used.values()),
            "peak": peak,
            "single": single,
            "store": sum(path.stat().st_size for path in files),
        }


def measure(arguments: argparse.Namespace) -> None:
    """Print a table of rates."""
    more = ["--fast-html"] if arguments.fast_html else []
    if ".warc" in arguments.input:
        documents, text = arguments.records, 0
    else:
        with open(arguments.input, encoding="utf-8") as stream:
            documents = sum(1 for _ in stream)
        text = text_bytes(arguments.input)
    print("jobs  seconds  documents/s  documents/s of processor time  peak MB  largest process MB")
    ratios = []
    run: dict[str, float] = {}
    for _ in range(arguments.rounds):
        walls = []
        for jobs in (1, 2):
            run = timed(arguments.input, jobs, *more)
            walls.append(run["seconds"])
            print(
                f"{jobs:4}  {run['seconds']:7.1f}  {documents / run['seconds']:11.0f}  "
                f"{documents / run['processor']:29.0f}  {run['peak'] / 1e6:7.0f}  "
                f"{run['single'] / 1e6:18.0f}",
                flush=True,
            )
        ratios.append(walls[0] / walls[1])
    print(f"two cores against one: {sorted(ratios)[len(ratios) // 2]:.2f} times")
    if text:
        print(f"store: {run['store'] / text:.2f} times the text ({text / 1e6:.1f} MB)")
    if arguments.small:
        few = timed(arguments.small, 2, *more)
        print(
            f"peak memory: {run['peak'] / few['peak']:.2f} times that of the small archive; "
            f"largest process {run['single'] / few['single']:.2f} times"
        )


def everything(arguments: argparse.Namespace) -> None:
    """Measure all there is to measure, and print one table."""
    few = max(arguments.articles // 10, 1)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for name, documents, write in (
            ("big.jsonl", arguments.articles, make),
            ("small.jsonl", few, make),
            ("pages.warc.gz", arguments.records, pages),
        ):
            files[name] = os.path.join(folder, name)
            write(argparse.Namespace(input=arguments.input, documents=documents, out=files[name]))
        size = text_bytes(files["big.jsonl"])
        print("what                      seconds  documents/s  of processor time  peak MB  largest")
        for what, name, documents, jobs, more in (
            ("one core", "big.jsonl", arguments.articles, 1, []),
            ("two cores", "big.jsonl", arguments.articles, 2, []),
            ("two cores, a tenth", "small.jsonl", few, 2, []),
            ("WARC, one core", "pages.warc.gz", arguments.records, 1, ["--fast-html"]),
        ):
            run = timed(files[name], jobs, *more)
            rows.append(run)
            print(
                f"{what:24}  {run['seconds']:7.1f}  {documents / run['seconds']:11.0f}  "
                f"{documents / run['processor']:17.0f}  {run['peak'] / 1e6:7.0f}  "
                f"{run['single'] / 1e6:7.0f}",
                flush=True,
            )
    one, two, tenth, _ = rows
    print(f"two cores against one: {one['seconds'] / two['seconds']:.2f} times")
    print(f"peak memory against a tenth: {two['peak'] / tenth['peak']:.2f} times")
    print(f"store: {two['store'] / size:.2f} times the text ({size / 1e6:.1f} MB)")


def text_bytes(path: str) -> int:
    """Bytes of the texts and titles of a JSON lines file."""
    with open(path, encoding="utf-8") as stream:
        return sum(len((row["text"] + row["title"]).encode()) for row in map(json.loads, stream))


def kill(arguments: argparse.Namespace) -> None:
    """Kill runs at random moments and hold the stores against one that nobody disturbed."""
    small = ["--shard-bytes", str(arguments.shard_bytes)]
    chance = random.Random(arguments.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        whole, broken = os.path.join(folder, "whole"), os.path.join(folder, "broken")
        start = time.perf_counter()
        subprocess.run(  # noqa: S603
            command(arguments.input, whole, 2, *small), check=False, capture_output=True
        )
        length = time.perf_counter() - start
        for number in range(arguments.times):
            shutil.rmtree(broken, ignore_errors=True)
            moment = chance.uniform(0.05, 1.0) * length
            kills = 0
            while True:
                process = subprocess.Popen(  # noqa: S603
                    command(arguments.input, broken, 2, *small),
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
                )  # fmt: skip
                if kills:
                    process.wait()
                    break
                try:
                    process.wait(moment)
                    break
                except subprocess.TimeoutExpired:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
                    kills += 1
            different = differences(whole, broken)
            print(
                f"{number + 1}: killed after {moment:.2f} s of {length:.2f}: "
                f"{different[:5] or 'identical'}",
                flush=True,
            )
            if different:
                raise SystemExit(1)


def differences(one: str, other: str) -> list[str]:
    """Files of two folders that differ, or that only one has."""
    names = {
        str(path.relative_to(root))
        for root in (one, other)
        for path in Path(root).rglob("*")
        if path.is_file()
    }
    return sorted(
        name
        for name in names
        if not (Path(one, name).exists() and Path(other, name).exists())
        or not filecmp.cmp(Path(one, name), Path(other, name), shallow=False)
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(required=True)
    for function in (make, pages):
        one = commands.add_parser(function.__name__, help=function.__doc__)
        one.add_argument("input", metavar="ARTICLES.jsonl")
        one.add_argument("--documents", type=int, default=20_000)
        one.add_argument("--out", required=True)
        one.set_defaults(run=function)
    one = commands.add_parser("all", help=everything.__doc__)
    one.add_argument("input", metavar="ARTICLES.jsonl")
    one.add_argument("--articles", type=int, default=20_000)
    one.add_argument("--records", type=int, default=2_000, help="of the WARC file")
    one.set_defaults(run=everything)
    one = commands.add_parser("measure", help=measure.__doc__)
    one.add_argument("input")
    one.add_argument("--small", help="an archive of a tenth, for the growth of memory")
    one.add_argument("--rounds", type=int, default=3)
    one.add_argument("--fast-html", action="store_true")
    one.add_argument("--records", type=int, default=0, help="how many a WARC file has")
    one.set_defaults(run=measure)
    one = commands.add_parser("kill", help=kill.__doc__)
    one.add_argument("input")
    one.add_argument("--times", type=int, default=20)
    one.add_argument("--seed", type=int, default=1)
    one.add_argument("--shard-bytes", type=int, default=100_000)
    one.set_defaults(run=kill)
    arguments = parser.parse_args()
    arguments.run(arguments)


if __name__ == "__main__":
    main()
