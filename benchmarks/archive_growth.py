"""Whether an archive costs more a document the larger it is: 2,000 documents against 20,000.

    python benchmarks/archive_growth.py DOCUMENTS.jsonl [--sizes 2000 20000] [--most 1.3]

The documents of the file (a Document a line, as ``numcheck`` reads them; ``body`` will do for
``text``) are told again and again until there are as many as a size asks for: each time about
other people and places, on other days, under other numbers, by a rule that depends on the number
of the repetition alone. Every size is then read as one archive, and the time of each step is
given a document, on the processor's own clock: ``analyse`` finds figures, ``group`` the stories,
``claims`` compares the figures within each, and ``rules`` makes findings of them.

The exit status is 1 where the steps together cost more than ``--most`` times as much a document
in the largest archive as in the smallest.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from numcheck import Document
from numcheck.alignment import align
from numcheck.alignment.stories import group
from numcheck.engine import load_rules, run
from numcheck.extraction import analyse

STEPS = ("analyse", "group", "claims", "rules")
NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
NUMBER = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})*(?![\d.,]*\d)")
ONSETS = tuple("bdfghjklmnprstvwz")
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo")
CODAS = ("b", "ck", "d", "l", "ld", "m", "n", "nd", "rk", "rn", "s", "sk", "t", "th", "x")
FIRST_DAY = date(2001, 1, 1)


def originals(path: Path) -> list[Document]:
    """The documents of a file.

    Args:
        path: JSON lines with ``id``, ``text`` or ``body``, and perhaps ``title`` or ``headline``.
    """
    found: dict[str, Document] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            entry = json.loads(line)
            text = entry.get("text") or entry.get("body") or ""
            title = entry.get("title") or entry.get("headline") or ""
            # One text under two headlines would be two documents of one story in every round.
            found.setdefault(text, Document(id=f"{number:06}", text=text, title=title))
    return list(found.values())


def archive(documents: Sequence[Document], size: int) -> Iterator[Document]:
    """As many documents as asked for, no two alike.

    Args:
        documents: What to tell again.
        size: How many.
    """
    names = sorted({name for one in documents for name in NAME.findall(one.text)})
    common = lower_words(documents)
    renamed = [name for name in names if name.lower() not in common]
    places = {name: number for number, name in enumerate(renamed)}
    for number in range(size):
        turn, place = divmod(number, len(documents))
        yield told_again(documents[place], turn, places)


def lower_words(documents: Sequence[Document]) -> frozenset[str]:
    """Words that some document writes without a capital, which are no names."""
    return frozenset(word for one in documents for word in re.findall(r"\b[a-z]+\b", one.text))


def told_again(document: Document, turn: int, places: Mapping[str, int]) -> Document:
    """A document about other people, on another day, under other numbers; as it is for turn 0."""

    def named(found: re.Match[str]) -> str:
        place = places.get(found[0])
        if place is None or not turn:
            return found[0]
        return invented(place * 7919 + turn * 104729)

    def counted(found: re.Match[str]) -> str:
        value = int(found[0].replace(",", ""))
        if not turn or value < 10 or 1800 <= value <= 2100:
            return found[0]
        changed = value + 1 + (value * turn) % max(value // 2, 2)
        return f"{changed:,}" if "," in found[0] else str(changed)

    text = NUMBER.sub(counted, NAME.sub(named, document.text))
    title = NUMBER.sub(counted, NAME.sub(named, document.title))
    day = FIRST_DAY + timedelta(days=turn * 37)
    return Document(f"{turn:04}-{document.id}", text, title, published=day.isoformat())


def invented(number: int) -> str:
    """A name that nobody has, one for each number."""
    syllables = []
    for _ in range(3):
        number, onset = divmod(number, len(ONSETS))
        number, vowel = divmod(number, len(VOWELS))
        syllables.append(ONSETS[onset] + VOWELS[vowel])
    return ("".join(syllables) + CODAS[number % len(CODAS)]).capitalize()


def measured(documents: Sequence[Document]) -> tuple[dict[str, float], str]:
    """The time of each step in microseconds a document, and what was found."""
    rules = load_rules()
    gc.collect()
    clock = [time.process_time()]
    analyses = [analyse(document) for document in documents]
    clock.append(time.process_time())
    stories = group(documents)
    clock.append(time.process_time())
    alignment = align(analyses)
    clock.append(time.process_time())
    findings = run(rules, analyses, alignment)
    clock.append(time.process_time())
    spent = {
        step: (later - earlier) / len(documents) * 1e6
        for step, earlier, later in zip(STEPS, clock, clock[1:], strict=False)
    }
    # Claims are made of stories, so that the second grouping is not theirs.
    spent["claims"] -= spent["group"]
    figures = sum(len(analysis.figures) for analysis in analyses)
    told = f"{len(stories)} stories, {figures} figures, {len(alignment.claims)} claims"
    return spent, f"{told}, {len(findings)} findings"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a row for each size; 1 where the largest costs too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 20000])
    parser.add_argument("--most", type=float, default=1.3)
    given = parser.parse_args(arguments)
    told = originals(given.documents)
    measured(list(archive(told, min(100, len(told)))))
    totals = []
    print(f"{'documents':>9}  " + "  ".join(f"{step:>8}" for step in (*STEPS, "all")) + "  µs each")
    for size in sorted(given.sizes):
        spent, found = measured(list(archive(told, size)))
        totals.append(sum(spent.values()))
        row = "  ".join(f"{value:8.0f}" for value in (*spent.values(), totals[-1]))
        print(f"{size:>9}  {row}  {found}", flush=True)
    growth = totals[-1] / totals[0]
    print(f"a document of the largest archive costs {growth:.2f} times one of the smallest")
    return int(growth > given.most)


if __name__ == "__main__":
    sys.exit(main())
