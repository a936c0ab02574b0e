"""How far the search for a pattern has come, and what remains of the pattern."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from numcheck.engine.pattern.stream import Stream
from numcheck.model import Figure

__all__ = ["Captured", "State", "Step", "accepting"]

Captured = dict[str, Figure | tuple[Figure, ...]]
Move = Callable[["State", int], bool]
_TRIES = 40
"""Ways to the end of a pattern that are judged from one token on."""


class State:
    """One stream while it is searched.

    Attributes:
        captured: The figures by slot, so far.
        end: Index past the last token of the match.
        failed: Choices with the positions from which what follows has failed.
        tries: How many ways to the end of the pattern were judged.
    """

    __slots__ = (
        "captured", "definite", "end", "failed", "figures", "judge", "size", "tails", "tries",
        "words",
    )  # fmt: skip

    def __init__(self, stream: Stream, judge: Callable[[Captured], bool]) -> None:
        self.words = stream.words
        self.figures = stream.figures
        self.tails = stream.tails
        self.definite = stream.definite
        self.size = len(stream.words)
        self.judge = judge
        self.captured: Captured = {}
        self.failed: set[tuple[int, int]] = set()
        self.end = 0
        self.tries = 0


class Step(NamedTuple):
    """What remains of a pattern.

    Attributes:
        move: Whether it matches from a position on.
        first: Words that it may begin with.
    """

    move: Move
    first: frozenset[str] | None


def _accept(state: State, position: int) -> bool:
    state.tries += 1
    if state.tries > _TRIES or not state.judge(state.captured):
        return False
    state.end = position
    return True


accepting = Step(_accept, None)
"""The end of a pattern."""
