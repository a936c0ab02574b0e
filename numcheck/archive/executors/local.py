"""A pool of processes on this machine."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import Self, TypeVar

from numcheck.errors import NumcheckError

__all__ = ["LocalExecutor", "WorkersLost", "processors"]

T = TypeVar("T")
R = TypeVar("R")

_TASKS_A_WORKER = 64
_AHEAD = 2
_STEPS = ["numcheck.archive.mapping", "numcheck.archive.bucketing"]


class WorkersLost(NumcheckError):
    """Workers have ended before their work; what they had finished is kept."""


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalExecutor:
    """A pool of processes.

    Args:
        jobs: How many; all processors that this process may use if ``None``.
        recycle: After how many tasks a worker is replaced, so that none grows old and fat.
    """

    def __init__(self, jobs: int | None = None, recycle: int = _TASKS_A_WORKER) -> None:
        self.jobs = jobs or processors()
        self.recycle = recycle
        self._pool: ProcessPoolExecutor | None = None
        self._tasks_left = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R]]:
        """Run a function over tasks in the pool's processes.

        Raises:
            WorkersLost: A worker has died.
        """
        numbered = enumerate(tasks)
        while following := list(islice(numbered, 1)):
            pool = self._ready()
            few = chain(following, islice(numbered, self._tasks_left - 1))
            try:
                for number, result in _completed(pool, function, few, self.jobs * _AHEAD):
                    self._tasks_left -= 1
                    yield number, result
            except BrokenProcessPool as error:
                self.close()
                raise WorkersLost(
                    "a worker was killed (out of memory?); run the same command again, it goes on "
                    "where it was; fewer --jobs need less memory"
                ) from error
            except BaseException:
                self.close()
                raise
        # The next step is long in coming; until then workers would hold what they have grown to.
        self.close()

    def _ready(self) -> ProcessPoolExecutor:
        """The pool; a new one where the old one has worked enough.

        The pool's own way of replacing workers one by one has been known to hang.
        """
        if self._tasks_left <= 0:
            self.close()
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.jobs, mp_context=_context())
            self._tasks_left = self.jobs * self.recycle
        return self._pool


def _context() -> multiprocessing.context.BaseContext:
    """Fresh processes that share nothing by accident; where possible, with all code loaded."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_STEPS)
    return context


def _completed(
    pool: ProcessPoolExecutor,
    function: Callable[[T], R],
    numbered: Iterator[tuple[int, T]],
    ahead: int,
) -> Iterator[tuple[int, R]]:
    """Results as they come, with only a few tasks waiting in the queue."""
    waiting: dict[Future[R], int] = {}
    exhausted = False
    while waiting or not exhausted:
        while len(waiting) < ahead and not exhausted:
            following = next(numbered, None)
            if following is None:
                exhausted = True
            else:
                waiting[pool.submit(function, following[1])] = following[0]
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in sorted(done, key=waiting.__getitem__):
            yield waiting.pop(future), future.result()
