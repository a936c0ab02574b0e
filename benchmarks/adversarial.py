"""What twice as much of a hostile input costs, for every reader and every step behind.

    python benchmarks/adversarial.py [--kilobytes 1000] [--repeat 3] [--limit 2.2]
                                     [--only WORD] [--part readers|alignment|rules|checks|reports]

Every family of inputs (:mod:`benchmarks.crafted_files`, :mod:`benchmarks.crafted_texts`) is made
in two sizes, the half and the whole, and both are timed by turns on the processor's own clock; the
least of a few runs counts. Twice is linear. What looks worse is timed again, twice, before it is
believed: a processor that others use disturbs small times. A family that costs less than 20
milliseconds a megabyte is cheap enough whatever its growth. What extraction costs is measured by
``benchmarks/growth.py``.

The families are printed by their growth; the exit status is 1 if one grows by more than the limit.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.crafted_files import FILES
from benchmarks.crafted_texts import DOCUMENTS, RULES, report_of

__all__ = ["PARTS", "cases", "growth"]

PARTS = ("readers", "alignment", "rules", "checks", "patterns", "reports")
_CHEAP = 0.02
"""Seconds a megabyte that are not worth a second look."""
_TRIES = 3

Prepared = Callable[[int], Any]
Work = Callable[[Any], object]


def cases(part: str) -> Iterator[tuple[str, Prepared, Work]]:
    """The families of a part: what prepares an input of a size, and what is timed.

    Args:
        part: One of :data:`PARTS`.
    """
    yield from {
        "readers": _readers,
        "alignment": _alignment,
        "rules": _rules,
        "checks": _checks,
        "patterns": _patterns,
        "reports": _reports,
    }[part]()


def _readers() -> Iterator[tuple[str, Prepared, Work]]:
    from numcheck.reading import Limits, ReadingOptions, read_bytes

    # Bounds of depth would end some of these long before they cost anything.
    options = ReadingOptions(Limits(xml_depth=10_000_000))
    for name, (suffix, made) in FILES.items():

        def work(data: bytes, suffix: str = suffix) -> object:
            return sum(1 for _ in read_bytes(data, f"a{suffix}", options))

        yield name, made, work


def _analysed(made: Callable[[int], Any]) -> Prepared:
    from numcheck.extraction import analyse

    return lambda size: [analyse(document) for document in made(size)]


def _alignment() -> Iterator[tuple[str, Prepared, Work]]:
    from numcheck.alignment import align

    for name, made in DOCUMENTS.items():
        yield name, _analysed(made), align


def _rules() -> Iterator[tuple[str, Prepared, Work]]:
    from numcheck.alignment import align
    from numcheck.engine import load_rules, run

    ruleset = load_rules()

    for name, made in DOCUMENTS.items():

        def prepared(size: int, made: Prepared = made) -> Any:
            analyses = _analysed(made)(size)
            return analyses, align(analyses)

        yield name, prepared, lambda given: run(ruleset, *given)


def _checks() -> Iterator[tuple[str, Prepared, Work]]:
    """Drafts against sources, and against reference figures."""
    from numcheck.alignment.support import Sources
    from numcheck.facts import facts_from_rows, judge

    rows = [
        {"measure": "deaths", "subject": f"fire {number}", "value": f"{number}"}
        for number in range(1000)
    ]
    facts = facts_from_rows(rows)

    def backed(analyses: list[Any]) -> object:
        half = max(1, len(analyses) // 2)
        sources = Sources(analyses[half:] or analyses, None)
        return [sources.backings(draft) for draft in analyses[:half]]

    for name, made in DOCUMENTS.items():
        yield f"sources: {name}", _analysed(made), backed
        yield f"facts: {name}", _analysed(made), lambda analyses: judge(facts, analyses)


def _patterns() -> Iterator[tuple[str, Prepared, Work]]:
    from numcheck.engine import run
    from numcheck.engine.compiler import compile_files
    from numcheck.engine.loader import from_plain

    for name, (text, made) in RULES.items():
        ruleset = from_plain(compile_files([("own.yaml", text)]))
        yield name, _analysed(made), lambda analyses, rules=ruleset: run(rules, analyses)


def _reports() -> Iterator[tuple[str, Prepared, Work]]:
    from numcheck.reporting import FIGURE_FORMATS, FORMATS, render, render_figures

    for name in FORMATS:
        yield name, report_of, lambda report, name=name: render(report, name, verbose=True)
    for name in FIGURE_FORMATS:

        def listed(report: Any, name: str = name) -> object:
            return render_figures(report.documents, report.figures, name)

        yield f"list: {name}", report_of, listed


def growth(
    prepared: Prepared, work: Work, size: int, repeat: int, limit: float
) -> tuple[float, float]:
    """How many times its half an input costs, and the seconds that the whole costs.

    Args:
        prepared: What makes an input of a size; not timed.
        work: What is timed.
        size: The size of the whole.
        repeat: Runs of which the least counts.
        limit: Growth above which it is measured again.
    """
    half, whole = prepared(size // 2), prepared(size)
    small = large = times = float("inf")
    for _ in range(_TRIES):
        for _ in range(repeat):
            small = min(small, _cost(work, half))
            large = min(large, _cost(work, whole))
        times = large / max(small, 1e-6)
        if times <= limit or large < _CHEAP * size / 1e6:
            break
    return times, large


def _cost(work: Work, given: Any) -> float:
    gc.collect()
    begin = time.process_time()
    work(given)
    return time.process_time() - begin


def main() -> int:
    """Print the families by their growth; 1 if one grows by more than the limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n\n")[0])
    parser.add_argument("--kilobytes", type=int, default=1000, help="size of the whole input")
    parser.add_argument("--repeat", type=int, default=3, help="runs of which the least counts")
    parser.add_argument("--limit", type=float, default=2.2, help="largest growth that passes")
    parser.add_argument("--only", default="", help="only families whose name holds this")
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    size = options.kilobytes * 1000
    rows: list[tuple[float, float, str]] = []
    for part in options.part or PARTS:
        for name, prepared, work in cases(part):
            if options.only in name:
                work(prepared(2000))  # vocabularies are loaded before anything is timed
                times, whole = growth(prepared, work, size, options.repeat, options.limit)
                rows.append((times, whole, f"{part}: {name}"))
                print(_line(rows[-1]), file=sys.stderr, flush=True)
    rows.sort(reverse=True)
    print("\n".join(map(_line, rows)))
    return int(
        any(times > options.limit and whole >= _CHEAP * size / 1e6 for times, whole, _ in rows)
    )


def _line(row: tuple[float, float, str]) -> str:
    times, whole, name = row
    return f"{times:5.2f} times the half   {whole * 1000:8.0f} ms   {name}"


if __name__ == "__main__":
    sys.exit(main())
