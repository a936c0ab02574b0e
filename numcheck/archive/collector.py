"""Python's search for cyclic garbage, put off to where it costs little."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["unhurried_collector"]


@contextmanager
def unhurried_collector() -> Iterator[None]:
    """Look for cyclic garbage once, at the end, among what was made meanwhile.

    The records of a thousand documents are many and hardly ever cyclic; looking through them as
    often as usual takes a third of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect(0)
