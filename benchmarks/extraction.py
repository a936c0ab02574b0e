"""How fast figures are extracted, beside public tools that do a like job, in one run.

    python benchmarks/extraction.py [--kilobytes 200] [--seconds 10] [TEXT_FILE ...]

The text is the project's sample articles, thinned with sentences without figures to the density of
news (about four figures a kilobyte), or the files named as they are; it is repeated under other
numbers until it is long enough, so that nothing is read twice. Every tool reads the same articles
one by one, in one process, on the processor's own clock; a slow one stops after its seconds and is
rated by what it has read. numcheck is timed with every field of every figure, down to plain JSON
types. The others do less: quantulum3 finds quantities and their units; Microsoft's recognizers are
run for numbers, units, currencies, ages, temperatures and dates; number-parser only turns number
words into digits. A tool that is not installed, or that does not start, is left out:

    pip install quantulum3 number-parser ms-recognizers-text-suite "emoji<2"
"""

from __future__ import annotations

import argparse
import platform
import re
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module, metadata
from pathlib import Path

Tool = Callable[[str], int]
"""Reads a text and says how many figures it found."""

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent / "seeds"
PLAIN_PER_SENTENCE = 4


def articles(originals: list[str], kilobytes: int) -> list[str]:
    """Articles of ``kilobytes`` in all, no two alike.

    Args:
        originals: Their texts, to repeat under other numbers.
        kilobytes: Their length, in thousands of UTF-8 bytes.

    Raises:
        SystemExit: There is no text.
    """
    if not any(originals):
        raise SystemExit("no text to read; name some files")
    found: list[str] = []
    size, turn = 0, 0
    while size < kilobytes * 1000:
        for text in originals:
            found.append(renumbered(text, turn) if turn else text)
            size += len(found[-1].encode())
        turn += 1
    return found


def thinned(text: str) -> str:
    """The text with sentences that hold no figure between its own."""
    plain = (HERE / "plain.txt").read_text(encoding="utf-8").splitlines()
    parts = re.split(r"(?<=[.!?”])\s+", text)
    found = []
    for number, part in enumerate(parts):
        begin = number * PLAIN_PER_SENTENCE
        found += [part, *(plain[k % len(plain)] for k in range(begin, begin + PLAIN_PER_SENTENCE))]
    return " ".join(found)


def renumbered(text: str, turn: int) -> str:
    """The text with the last digit of its longer numbers moved on, so that no cache helps."""
    return re.sub(r"(?<=\d\d)\d(?!\d)", lambda match: str((int(match.group()) + turn) % 10), text)


def numcheck() -> Tool:
    """Every field of every figure."""
    from numcheck import Document, extract

    return lambda text: len([each.to_dict() for each in extract(Document(id="a", text=text))])


def quantulum3() -> Tool:
    """Quantities with their units."""
    from quantulum3 import parser

    return lambda text: len(parser.parse(text))


def recognizers() -> Tool:
    """Numbers, numbers with units, and dates."""
    # Release 1.0.1 installs its base package under a name that its other packages do not import.
    base = import_module("ms_recognizers_text")
    sys.modules.setdefault("recognizers_text", base)

    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    steps = (recognize_number, recognize_age, recognize_currency, recognize_dimension)
    steps = (*steps, recognize_temperature, recognize_datetime)
    return lambda text: sum(len(step(text, "en-us")) for step in steps)


def number_parser() -> Tool:
    """Number words into digits."""
    from number_parser import parse

    return lambda text: len(re.findall(r"\d+", parse(text)))


TOOLS: dict[str, tuple[Callable[[], Tool], str]] = {
    "numcheck": (numcheck, "numcheck"),
    "quantulum3": (quantulum3, "quantulum3"),
    "MS recognizers": (recognizers, "ms-recognizers-text-suite"),
    "number-parser": (number_parser, "number-parser"),
}


def installed() -> Iterator[tuple[str, str, Tool]]:
    """Name, version and reader of each tool that can be imported, warmed up."""
    for name, (load, package) in TOOLS.items():
        try:
            tool = load()
            tool("Nearly 40 men paid $3.5 million for 12 km of road in March 2019.")
            yield name, metadata.version(package), tool
        except ImportError as error:
            print(f"{name}: left out ({error})")


def rate(tool: Tool, texts: list[str], seconds: float) -> tuple[float, float]:
    """Kilobytes a second, and figures a kilobyte, over as many texts as the time allows."""
    size, figures = 0, 0
    begin = time.process_time()
    for text in texts:
        figures += tool(text)
        size += len(text.encode())
        if time.process_time() - begin > seconds:
            break
    return size / 1000 / (time.process_time() - begin), figures / size * 1000


def main() -> None:
    """Print a line a tool, with its ratio to the first."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    arguments.add_argument("files", nargs="*", type=Path, metavar="TEXT_FILE")
    arguments.add_argument("--kilobytes", type=int, default=200, help="length of the text")
    arguments.add_argument("--seconds", type=float, default=10, help="time for each tool")
    arguments.add_argument("--repeat", type=int, default=3, help="runs; the best counts")
    given = arguments.parse_args()
    originals = [path.read_text(encoding="utf-8") for path in given.files]
    if not originals:
        seeds = sorted(SEEDS.glob("*/*.txt"))
        originals = [thinned(path.read_text(encoding="utf-8")) for path in seeds]
    texts = articles(originals, given.kilobytes)
    print(f"{len(texts)} articles, {sum(len(t.encode()) for t in texts) / 1000:.0f} kB,", end=" ")
    print(f"Python {platform.python_version()}, {platform.machine()}\n")
    print(f"{'tool':<16}{'version':<10}{'kB/s':>9}{'figures/kB':>12}{'numcheck is':>14}")
    first = 0.0
    for name, version, tool in installed():
        turns = given.repeat if not first else 1
        speed, density = max(rate(tool, texts, given.seconds) for _ in range(turns))
        first = first or speed
        faster = f"{first / speed:,.0f} x" if name != "numcheck" else ""
        print(f"{name:<16}{version:<10}{speed:>9,.1f}{density:>12.1f}{faster:>14}")


if __name__ == "__main__":
    main()
