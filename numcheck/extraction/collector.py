"""The garbage collector, at rest while texts are read and checked."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["resting"]


@contextmanager
def resting() -> Iterator[None]:
    """Put the collector to rest, where it is at work, and set it to work again afterwards.

    What is read from a text stays alive until its analysis is complete, so that each full
    collection on the way walks over all of it and frees nothing; over a text of a megabyte that
    is a quarter of the cost, and more the longer the text is. A check leaves nothing cyclic behind
    either; over many short texts its rest is a tenth of the cost.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
