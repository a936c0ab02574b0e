"""Try mutated copies of the project's sample documents of every format.

    python -m fuzz.mutate [--copies 1000] [READER...]

Bytes are flipped, cut out, doubled, moved, replaced and truncated, always in the same way for the
same samples. A copy must lead to documents or to one error line, within ten seconds; one that does
not is kept in ``fuzz/found/``, and the status is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from fuzz.targets import TARGETS, samples

FOUND = Path(__file__).resolve().parent / "found"
_SLOW = 10.0


def mutated(data: bytes, generator: random.Random) -> bytes:
    """A copy of some bytes with one to eight changes."""
    copy = bytearray(data)
    for _ in range(generator.randint(1, 8)):
        if not copy:
            break
        at = generator.randrange(len(copy))
        end = min(len(copy), at + generator.choice((1, 2, 4, 16, 256)))
        change = generator.randrange(6)
        if change == 0:
            copy[at] ^= 1 << generator.randrange(8)
        elif change == 1:
            del copy[at:end]
        elif change == 2:
            copy[at:at] = copy[at:end]
        elif change == 3:
            piece = copy[at:end]
            del copy[at:end]
            place = generator.randrange(len(copy) + 1)
            copy[place:place] = piece
        elif change == 4:
            copy[at:end] = generator.randbytes(end - at)
        else:
            del copy[at + generator.randrange(len(copy) - at + 1) :]
    return bytes(copy)


def copies(target: str, count: int) -> Iterator[bytes]:
    """So many mutated copies of a target's samples, the same ones every time."""
    originals = list(samples(target))
    generator = random.Random(f"{target} {len(originals)}")  # noqa: S311 - no secret
    for number in range(count if originals else 0):
        yield mutated(originals[number % len(originals)], generator)


def tried(target: str, count: int) -> str:
    """Try the copies of one target; a line for the log.

    Raises:
        Exception: Whatever a copy led to that is neither a document nor an error line.
    """
    slowest = 0.0
    for number, data in enumerate(copies(target, count)):
        before = time.perf_counter()
        try:
            TARGETS[target](data)
        except Exception:
            FOUND.mkdir(exist_ok=True)
            (FOUND / f"{target}-mutated-{number}").write_bytes(data)
            raise
        slowest = max(slowest, time.perf_counter() - before)
    if slowest > _SLOW:
        raise TimeoutError(f"{target}: a copy took {slowest:.1f} s")
    return f"{target:20} {count} copies, slowest {slowest * 1000:.0f} ms"


def main() -> int:
    """Try all readers, or those that are named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--copies", type=int, default=1000)
    chosen = parser.parse_args()
    names = chosen.targets or [name for name in TARGETS if name.startswith("reader-")]
    status = 0
    for name in names:
        try:
            print(tried(name, chosen.copies), flush=True)
        except Exception:
            traceback.print_exc()
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
