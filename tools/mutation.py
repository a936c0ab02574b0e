"""Change the code that decides about numbers in small ways, and see whether a test notices.

    python tools/mutation.py            # everything; results are kept in mutants/
    python tools/mutation.py --report   # what the last run found

What is changed, and the tests that should notice, stand in ``[tool.mutmut]`` of pyproject.toml.
Status 1 if fewer than 85% of the changes of any module are noticed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOOR = 85.0
"""Per cent of the changes of a module that its tests have to notice."""

# A module, and behind it a function or a class with one of its methods.
_RESULT = re.compile(r"\s*(?P<module>[\w.]+)\.x[_ǁ][^:]*: (?P<status>[\w ]+)")
_NOTICED = ("killed", "timeout", "segfault", "suspicious")


def mutmut(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run mutmut, its progress on standard error."""
    settings = {
        # Other plugins' start is most of the time that a mutant takes.
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "NUMCHECK_HYPOTHESIS": "mutation",
    }
    command = [str(Path(sys.executable).parent / "mutmut"), *arguments]
    shown = arguments[0] == "run"
    return subprocess.run(  # noqa: S603
        command,
        cwd=ROOT,
        env=os.environ | settings,
        stdout=sys.stderr if shown else subprocess.PIPE,
        text=True,
        check=False,
    )


def counted(lines: Iterable[str]) -> dict[str, Counter[str]]:
    """Outcomes by module, from what ``mutmut results --all true`` prints."""
    found: dict[str, Counter[str]] = {}
    for line in lines:
        match = _RESULT.fullmatch(line.rstrip())
        if match is not None:
            found.setdefault(match["module"], Counter())[match["status"]] += 1
    return dict(sorted(found.items()))


def rate(outcomes: Counter[str]) -> float:
    """Per cent of the changes tried that were noticed; 100 if none was tried."""
    noticed = sum(outcomes[status] for status in _NOTICED)
    tried = outcomes.total() - outcomes["not checked"] - outcomes["skipped"]
    return 100 * noticed / tried if tried else 100.0


def report(modules: dict[str, Counter[str]]) -> tuple[int, str]:
    """Exit status, and a table of modules."""
    if not modules:
        return 1, "mutation: nothing was tried; run without --report first"
    rows = ["module                                   changes  tried  noticed"]
    for name, outcomes in modules.items():
        tried = outcomes.total() - outcomes["not checked"] - outcomes["skipped"]
        rows.append(f"{name:<40} {outcomes.total():>7} {tried:>6} {rate(outcomes):>7.1f}%")
    low = [name for name, outcomes in modules.items() if rate(outcomes) < FLOOR]
    rows += [f"mutation: below {FLOOR:g}%: {', '.join(low)}"] if low else []
    return (1 if low else 0), "\n".join(rows)


def main(arguments: list[str]) -> int:
    """Run everything, or report what the last run found."""
    if arguments != ["--report"]:
        done = mutmut("run", *arguments)
        if done.returncode:
            return done.returncode
    status, table = report(counted(mutmut("results", "--all", "true").stdout.splitlines()))
    print(table)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
