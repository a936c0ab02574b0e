"""Fuzz one target for a while.

    pip install -e '.[dev,fuzz]'
    python -m fuzz.run scanner --minutes 30
    python -m fuzz.run --list

Coverage-guided, by atheris and libFuzzer. An input that breaks a target is written to
``fuzz/found/`` and named; put it, made small, into ``fuzz/corpus/TARGET/``, where the tests try it
from then on. An input that takes more than ten seconds or two gigabytes counts as broken too.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

ROOT = Path(__file__).resolve().parent.parent
_SECONDS = 10
_MEGABYTES = 2048
_LONGEST = {"rules": 4096, "scanner": 4096, "report": 2048}
_LONGEST_FILE = 65536


def main() -> None:
    """Fuzz until the time is over or something breaks."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("target", nargs="?")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--list", action="store_true", help="name the targets")
    chosen = parser.parse_args()

    import atheris

    with atheris.instrument_imports(include=["numcheck"]):
        _import_all()
        from fuzz.targets import TARGETS, samples
    if chosen.list or chosen.target not in TARGETS:
        print("\n".join(TARGETS))
        sys.exit(0 if chosen.list else 2)
    with tempfile.TemporaryDirectory(prefix="numcheck-fuzz-") as corpus:
        for number, data in enumerate(samples(chosen.target)):
            Path(corpus, f"sample-{number}").write_bytes(data)
        words = Path(corpus + ".dict")
        words.write_text("".join(f"{json.dumps(word)}\n" for word in _words()), "utf-8")
        found = ROOT / "fuzz" / "found"
        found.mkdir(exist_ok=True)
        options = {
            "dict": words,
            "max_total_time": int(chosen.minutes * 60),
            "max_len": _LONGEST.get(chosen.target, _LONGEST_FILE),
            "timeout": _SECONDS,
            "rss_limit_mb": _MEGABYTES,
            "artifact_prefix": f"{found}/{chosen.target}-",
            "print_final_stats": 1,
        }
        arguments = [f"-{name}={value}" for name, value in options.items()]
        atheris.Setup([sys.argv[0], *arguments, corpus], TARGETS[chosen.target])
        atheris.Fuzz()


def _import_all() -> None:
    """Import the package whole: what is imported later would not be watched."""
    import numcheck

    for module in walk_packages(numcheck.__path__, "numcheck."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def _words() -> list[str]:
    """What a random byte would take ages to spell: numerals, units, hedges, keys of rules."""
    lists = sorted((ROOT / "numcheck" / "vocabulary").glob("*.tsv"))
    lines = [line for path in lists for line in path.read_text("utf-8").splitlines()]
    first = (line.partition("\t")[0] for line in lines if line and not line.startswith("#"))
    keys = re.findall(
        '"([a-z_]+)"', (ROOT / "numcheck" / "schemas" / "rule.schema.json").read_text()
    )
    return sorted({word for word in [*first, *keys] if word.isascii() and word.isprintable()})


if __name__ == "__main__":
    main()
