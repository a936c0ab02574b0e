"""Who does the work: this machine's processors, or a cluster.

An executor is one method, ``run``; everything else (resuming, order, what is written where) is the
same for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

__all__ = ["Executor", "InlineExecutor"]

T = TypeVar("T")
R = TypeVar("R")


class Executor(Protocol):
    """Runs tasks somewhere."""

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R]]:
        """Run a function over tasks.

        Args:
            function: A function of a module, so that it can be named elsewhere.
            tasks: Values that pickle; taken only as fast as they are worked on.

        Yields:
            The number of a task and its result, in the order in which tasks end.

        Raises:
            NumcheckError: A task raised it, or the workers are gone.
        """


class InlineExecutor:
    """Runs tasks in this process, one after the other."""

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R]]:
        """Run a function over tasks, in their order."""
        for number, task in enumerate(tasks):
            yield number, function(task)
