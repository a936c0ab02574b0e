"""Ends what takes longer than it may: a document that keeps a reader or a rule busy for ever.

One thread of the process looks at the clock now and then, and raises :class:`Overrun` in the
thread that has used up its seconds. That needs no signal, so it works on every system and in every
thread; code in C is interrupted when it returns.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["Overrun", "at_most"]

_TICKS = 20
_SHORTEST, _LONGEST = 0.02, 1.0


class Overrun(BaseException):
    """Raised in the midst of work whose seconds are used up; no ``except Exception`` holds it."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Give the work within so many seconds; a deadline around this one rests meanwhile.

    Args:
        seconds: Of the processor's time where the system counts it for each thread, so that a
            busy machine does not shorten them; else of the clock on the wall. A little more may
            pass before the work is ended.

    Raises:
        Overrun: They are used up.
    """
    thread = threading.get_ident()
    before = _WATCH.begin(thread, seconds)
    try:
        yield
    finally:
        _WATCH.end(thread, before)


class _Watch:
    """The deadlines of threads, and the thread that watches them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._due: dict[int, tuple[float, int | None]] = {}
        self._tick = _LONGEST
        self._watcher = 0

    def begin(self, thread: int, seconds: float) -> float | None:
        """Set a deadline; returns the seconds that were left until the one set before."""
        clock = _clock_of(thread)
        now = _now(clock)
        with self._lock:
            outer = self._due.get(thread)
            self._due[thread] = (now + seconds, clock)
            self._tick = min(self._tick, max(_SHORTEST, seconds / _TICKS))
            if self._watcher != os.getpid():  # a forked process has not inherited the thread
                self._watcher = os.getpid()
                threading.Thread(target=self._run, name="numcheck-overrun", daemon=True).start()
        return None if outer is None else outer[0] - now

    def end(self, thread: int, before: float | None) -> None:
        """Take the deadline away, and what was raised too late; the one before goes on."""
        try:
            fired = self._settle(thread, before)
        except Overrun:  # raised while the deadline was being taken away
            self._settle(thread, before)
            fired = True
        if fired:
            _absorb(thread)

    def _settle(self, thread: int, before: float | None) -> bool:
        """The deadlines as they were before; whether the one that ends has passed."""
        with self._lock:
            due = self._due.pop(thread, None)
            if before is not None:
                clock = _clock_of(thread)
                self._due[thread] = (_now(clock) + before, clock)
        return due is None

    def _run(self) -> None:
        while True:
            time.sleep(self._tick)
            with self._lock:
                over = [one for one, (due, clock) in self._due.items() if due <= _now(clock)]
                for thread in over:
                    del self._due[thread]
                    _raise(thread, Overrun)


def _clock_of(thread: int) -> int | None:
    """The clock of this thread's own time, which another thread can read; where there is one."""
    clock_of = getattr(time, "pthread_getcpuclockid", None)
    return None if clock_of is None else int(clock_of(thread))


def _now(clock: int | None) -> float:
    if clock is None:
        return time.monotonic()
    try:
        return time.clock_gettime(clock)
    except OSError:  # the thread is gone
        return 0.0


def _raise(thread: int, error: type[BaseException]) -> None:
    """Raise an error in another thread."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))


def _absorb(thread: int) -> None:
    """Take what may still be on its way to this thread.

    To ask the interpreter for nothing instead of an error would leave its flag of pending work up:
    it looks for work at every call from then on, and under a tracer does nothing else any more.
    """
    try:
        _raise(thread, Overrun)  # takes the place of what is on its way
        while True:
            time.sleep(0)
    except Overrun:
        return


_WATCH = _Watch()
