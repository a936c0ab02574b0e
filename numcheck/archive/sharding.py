"""From inputs to shards: which units of work are done together.

Where a shard ends depends on the names of its files, not on how many stand before them, so that a
new file changes the shard it falls into and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from numcheck.archive.storage import file_system, is_address, open_address
from numcheck.errors import InputError, NumcheckError
from numcheck.reading import ReadingOptions
from numcheck.reading.units import Unit, units

__all__ = ["UNIT_BYTES", "inputs_size", "shards"]

UNIT_BYTES = 1024 * 1024
"""About how many bytes one worker reads at a time."""
_LEAST = UNIT_BYTES // 4
_MOST_FILES = 2000
_ENDS = 8
"""One file name in so many ends a shard that has enough bytes."""
_WHOLE = 1 << 62


def shards(
    inputs: Sequence[str], reading: ReadingOptions, size: int = UNIT_BYTES
) -> Iterator[tuple[Unit, ...] | InputError]:
    """The units of each shard, in the order of the inputs.

    Args:
        inputs: Files, directories, patterns and URLs.
        reading: How they are read.
        size: About how many bytes a shard has.
    """
    waiting: list[Unit] = []
    filled = 0
    for unit in _units(inputs, reading, size):
        if isinstance(unit, InputError):
            yield unit
            continue
        if waiting and filled + unit.size > size:
            yield tuple(waiting)
            waiting, filled = [], 0
        waiting.append(unit)
        filled += unit.size
        if filled >= size or len(waiting) >= _MOST_FILES or (filled >= _LEAST and _ends(unit)):
            yield tuple(waiting)
            waiting, filled = [], 0
    if waiting:
        yield tuple(waiting)


def inputs_size(inputs: Sequence[str], reading: ReadingOptions) -> int:
    """How many bytes there are to read, as far as that is known."""
    found = _units(inputs, reading, _WHOLE)
    return sum(unit.size for unit in found if not isinstance(unit, InputError))


def _ends(unit: Unit) -> bool:
    digest = blake2b(unit.name.encode("utf-8", "surrogatepass"), digest_size=1).digest()
    return digest[0] % _ENDS == 0


def _units(
    inputs: Sequence[str], reading: ReadingOptions, size: int
) -> Iterator[Unit | InputError]:
    local = [name for name in inputs if not is_address(name)]
    if len(local) == len(inputs):
        yield from units(inputs, reading, size=size)
        return
    for name in inputs:
        if is_address(name):
            try:
                found = _addresses(name)
            except (NumcheckError, OSError) as error:
                problem = getattr(error, "problem", str(error))
                yield InputError(problem, name)
                continue
            yield from units(found, reading, size=size, opener=open_address)
        else:
            yield from units([name], reading, size=size)


def _addresses(url: str) -> list[str]:
    """The files behind a URL: itself, or those of a folder or pattern, sorted."""
    files, path = file_system(url)
    if "*" in path:
        found = files.glob(path)
    elif url.startswith(("http://", "https://")):
        return [url]
    elif files.isdir(path):
        found = files.find(path)
    else:
        return [url]
    return sorted(files.unstrip_protocol(one) for one in found)
