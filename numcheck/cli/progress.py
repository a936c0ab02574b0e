"""A bar on standard error while a terminal has to wait: nowhere else, and not for one second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

__all__ = ["Progress"]

_PATIENCE = 1.0
"""Seconds of work before a bar appears."""
_FRAMES = 8.0
"""Frames a second."""


class Progress:
    """Tells how far the work is.

    Args:
        quiet: Whether to show nothing at all.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown = not quiet and _on_terminal()
        self._start = time.monotonic()
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.make_room()
        self._shown = False

    def make_room(self) -> None:
        """Take the bar away for a line that is to be written; the next step brings it back."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def reading(self, done: int) -> None:
        """So many documents have been read; how many there are is not known yet."""
        self._tell("reading", done, None)

    def checking(self, done: int, total: int) -> None:
        """The figures of so many documents have been found; then they are compared."""
        self._tell("comparing" if done == total else "looking for figures", done, total)

    def _tell(self, what: str, done: int, total: int | None) -> None:
        if not self._shown or time.monotonic() - self._start < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar()
            self._task = self._bar.add_task(what, total=total)
            self._bar.start()
        assert self._task is not None
        # Comparing takes as long as it takes: a bar that stands at the end would be a lie.
        ended = what == "comparing"
        self._bar.update(
            self._task, description=what, completed=done, total=None if ended else total
        )


def _on_terminal() -> bool:
    try:
        return sys.stderr is not None and sys.stderr.isatty()
    except ValueError:  # closed
        return False


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn
    from rich.progress import Progress as Bar

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:,}"),
        TaskProgressColumn(),
        console=Console(stderr=True),
        transient=True,
        refresh_per_second=_FRAMES,
        redirect_stdout=False,
        redirect_stderr=False,
    )
