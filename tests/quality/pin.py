"""Renew the pins: ``python tests/quality/pin.py``, with ``--lower`` even where one is lost."""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))

from suites import PINS, SUITES, counted


def main() -> int:
    """Write what is now right and wrong; refuse to lose anything unless told to."""
    known = yaml.safe_load(PINS.read_text(encoding="utf-8")) if PINS.exists() else {}
    lower = "--lower" in sys.argv
    pins, lost = {}, []
    for suite in SUITES:
        outcomes = suite.outcomes()
        names = {one.name for one in outcomes}
        if len(names) < len(outcomes):
            print(f"{suite.name}: two judgements share a name")
            return 1
        wrong = [one.name for one in outcomes if not one.right]
        before = known.get(suite.name, {})
        if before.get("digest") == suite.digest():
            lost += [f"{suite.name} {name}" for name in wrong if name not in before["wrong"]]
        right = sum(one.right for one in outcomes)
        pins[suite.name] = {
            "digest": suite.digest(),
            "right": f"{right} of {len(outcomes)}",
            "groups": counted(outcomes),
            "wrong": wrong,
        }
    if lost and not lower:
        print("these would be lost; add --lower if that is meant:", *lost, sep="\n  ")
        return 1
    PINS.write_text(
        "# What numcheck gets wrong in the corpora of this directory; everything else is pinned.\n"
        "# Written by tests/quality/pin.py, which says what a change would lose.\n"
        + yaml.safe_dump(pins, allow_unicode=True, sort_keys=False, width=100),
        encoding="utf-8",
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
