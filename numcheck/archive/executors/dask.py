"""A Dask cluster: its scheduler hands tasks to workers, and again if a worker dies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib import import_module
from typing import Any, TypeVar

from numcheck.archive.executors.local import WorkersLost, processors
from numcheck.errors import UsageError

__all__ = ["DaskExecutor"]

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
_PATIENCE = "30s"


class DaskExecutor:
    """Workers of a Dask cluster.

    Args:
        scheduler: Address of its scheduler; a cluster of this machine is started if ``None``.
        jobs: Workers of a cluster that is started; all processors if ``None``.

    Raises:
        UsageError: Dask is not installed.
    """

    def __init__(self, scheduler: str | None = None, jobs: int | None = None) -> None:
        try:
            import distributed  # noqa: F401
        except ImportError as error:
            problem = "a cluster needs Dask: pip install 'numcheck[cluster]'"
            raise UsageError(problem, "--executor dask") from error
        self.scheduler = scheduler
        self.jobs = jobs or processors()

    def run(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[tuple[int, R]]:
        """Run a function over tasks on the cluster's workers.

        Raises:
            UsageError: The scheduler cannot be reached.
            WorkersLost: A task has cost several workers their lives.
        """
        lost = import_module("distributed").KilledWorker
        with ExitStack() as stack:
            client = self._client(stack)
            try:
                yield from _completed(client, function, tasks)
            except lost as error:
                raise WorkersLost(
                    "several workers died over one task (out of memory?); give workers more "
                    "memory and run the same command again, it goes on where it was"
                ) from error

    def _client(self, stack: ExitStack) -> Any:
        # Dask is typed in places only.
        dask: Any = import_module("distributed")
        if self.scheduler is None:
            cluster = stack.enter_context(
                dask.LocalCluster(
                    n_workers=self.jobs, threads_per_worker=1, processes=True,
                    dashboard_address=None, host="127.0.0.1",
                )
            )  # fmt: skip
            return stack.enter_context(dask.Client(cluster))
        try:
            return stack.enter_context(dask.Client(self.scheduler, timeout=_PATIENCE))
        except (OSError, ValueError) as error:
            raise UsageError(f"no scheduler answers ({error})", self.scheduler) from error


def _completed(
    client: Any, function: Callable[[T], R], tasks: Iterable[T]
) -> Iterator[tuple[int, R]]:
    """Results as they come, with only a few tasks waiting at each worker."""
    numbered = enumerate(tasks)
    waiting: dict[Any, int] = {}
    results: Any = import_module("distributed").as_completed()

    def submit() -> bool:
        following = next(numbered, None)
        if following is None:
            return False
        number, task = following
        future = client.submit(function, task, pure=False)
        waiting[future] = number
        results.add(future)
        return True

    def room() -> int:
        threads: int = sum(client.nthreads().values())
        return max(1, threads) * _AHEAD

    while len(waiting) < room() and submit():
        pass
    for future in results:
        outcome = future.result()
        number = waiting.pop(future)
        yield number, outcome
        del future
        while len(waiting) < room() and submit():
            pass
