"""Small archives in the tests' own words, and what is done with them again and again."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from numcheck import Document, Report
from numcheck.archive.executors import InlineExecutor
from numcheck.archive.plan import make_plan
from numcheck.archive.records import Options, Summary
from numcheck.archive.running import run_archive
from numcheck.engine import load_rules
from numcheck.errors import UsageError

RULES = load_rules()
TOWNS = ("Harrowdale", "Lindmoor", "Vostrick", "Pellaby")
OUTLETS = ("Morning Post", "Evening Star", "")


def fire(number: int, town: str, killed: str, outlet: str, day: str, **more: str) -> Document:
    """A report of a fire; two of one town tell one story."""
    text = (
        f"A fire in {town} killed {killed} people at the Kestrel mill, the police said. "
        f"Mayor Anna Kovel of {town} visited the Kestrel mill with Chief Tom Brask.\n"
        f"Some 40 firefighters from Oldwick and Nether Sandry fought the blaze in {town}."
    )
    return Document(f"fire-{number}", more.pop("text", text), f"Fire in {town}", outlet, day)


def market(number: int, outlet: str, day: str) -> Document:
    """A report whose arithmetic is wrong; the same words recur, so fingerprints clash."""
    text = f"Sales at Ferro rose from £40m to £60m, up 30%.\nIt has {number + 20} shops."
    return Document(f"market-{number}", text, "", outlet, day)


def denial(number: int, outlet: str, day: str) -> Document:
    """Two texts that share names and a number that one of them denies."""
    if number % 2:
        text = (
            "General Oskar Vahl of Torland rejected the figure of 3,000 troops: it is "
            "absolutely nowhere near that number, he told the Brandt Gazette."
        )
    else:
        text = "Torland has trained 3,000 troops under Oskar Vahl, the Brandt Gazette reported."
    return Document(f"denial-{number}", text, "", outlet, day)


def archive_of(size: int) -> list[Document]:
    """A mixed archive."""
    made = []
    for number in range(size):
        day = f"2024-05-{1 + number % 9:02}"
        outlet = OUTLETS[number % 3]
        match number % 4:
            case 0 | 1:
                town = TOWNS[number // 4 % len(TOWNS)]
                made.append(fire(number, town, str(5 + number % 3), outlet, day))
            case 2:
                made.append(market(number, outlet, day))
            case _:
                made.append(denial(number // 4, outlet, day))
    return made


def write(path: Path, documents: Sequence[Document]) -> Path:
    """A JSON lines file."""
    keys = ("id", "text", "title", "source", "published")
    lines = [json.dumps({key: getattr(one, key) for key in keys}) for one in documents]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def run(source: Path | str, store: Path | str, **options: Any) -> Summary:
    """Check an archive in this process."""
    plan = make_plan(str(store), RULES, part_documents=options.pop("part_documents", 7))
    executor = options.pop("executor", None) or InlineExecutor()
    tell = options.pop("tell", None)
    chosen = Options(**{"shard_bytes": 4000, "threads": 1, **options})
    return run_archive([str(source)], plan, executor, chosen, tell)


def ask(store: Path, query: str) -> list[tuple[Any, ...]]:
    """Rows of the store's tables."""
    with duckdb.connect(str(store / "archive.duckdb"), read_only=True) as connection:
        connection.execute("SET file_search_path = ?", [str(store)])
        return connection.execute(query).fetchall()


def findings(store: Path) -> list[tuple[Any, ...]]:
    """The findings of a store in their order."""
    return ask(
        store,
        "SELECT fingerprint, rule, family, severity, verdict, label, message, explanation, "
        "figures FROM findings ORDER BY number",
    )


def claims(store: Path) -> list[tuple[Any, ...]]:
    """The claims of a store, sorted."""
    rows = ask(
        store,
        "SELECT c.id, c.label, c.status, c.measure, c.story, c.origins, "
        "list(f.figure ORDER BY f.place) FROM claims c JOIN claim_figures f ON f.claim = c.id "
        "GROUP BY ALL",
    )
    return sorted(rows, key=str)


def told(report: Report) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Findings and claims of a report as :func:`findings` and :func:`claims` give them."""
    found = [
        (f.fingerprint, f.rule, f.family, f.severity, f.verdict, f.label, f.message,
         f.explanation, list(f.figures))
        for f in report.findings
    ]  # fmt: skip
    stated = [
        (c.id, c.label, c.status, c.measure, c.story, c.origins, list(c.figures))
        for c in report.claims
    ]
    return found, sorted(stated, key=str)


def content(store: Path) -> dict[str, bytes]:
    """Every file of a store."""
    return {
        str(path.relative_to(store)): path.read_bytes()
        for path in sorted(store.rglob("*"))
        if path.is_file()
    }


def twice(number: int) -> int:
    """A task."""
    return 2 * number


def fail(number: int) -> int:
    """A task that raises."""
    raise UsageError("no", str(number))


def die(number: int) -> int:
    """A task that takes its process with it."""
    os._exit(number)
