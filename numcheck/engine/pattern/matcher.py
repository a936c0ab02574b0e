"""Patterns compiled to functions that match in time linear in the sentence.

The cost is at most elements times gap times tokens, see :mod:`numcheck.engine.pattern.steps`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from numcheck import vocabulary
from numcheck.engine.expression.types import SlotType, slot_type
from numcheck.engine.pattern.classes import WordClass, merge
from numcheck.engine.pattern.elements import (
    Alternatives,
    Boundary,
    Classes,
    Element,
    Sequence,
    Slot,
    Start,
    Word,
    class_names,
    slots_of,
)
from numcheck.engine.pattern.state import Captured, State, Step
from numcheck.engine.pattern.steps import step_of
from numcheck.engine.pattern.stream import BOUNDARY, Stream
from numcheck.engine.pattern.syntax import PatternError

__all__ = ["Captured", "Match", "Matcher", "compile_pattern", "type_of_slot"]


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern was found.

    Attributes:
        captured: The figures by slot; a tuple for a list slot.
        start: First token of the match in the stream.
        end: Index past its last token.
    """

    captured: Captured
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled pattern.

    Attributes:
        slots: All slots in order.
    """

    slots: tuple[Slot, ...]
    _step: Step

    def find(
        self, stream: Stream, judge: Callable[[Captured], bool] = lambda captured: True
    ) -> Iterator[Match]:
        """All matches, at most one from each token.

        Args:
            stream: The tokens.
            judge: Says of the captured figures whether they belong together; where not, the
                search goes on.
        """
        move, first = self._step
        words = stream.words
        begins = [
            position
            for position, word in enumerate(words)
            if (word in first if first is not None else not word)
        ]
        if not begins:
            return
        state = State(stream, judge)
        for position in begins:
            state.tries = 0
            state.captured.clear()
            if move(state, position):
                yield Match(dict(state.captured), position, state.end)
                # What failed inside a match may have failed only because it was taken.
            if state.tries:
                state.failed.clear()


def _openings(element: Element, classes: Mapping[str, WordClass]) -> frozenset[str] | None:
    """Words that a match of ``element`` begins with; ``None`` where it may begin with a figure."""
    match element:
        case Word(text):
            return frozenset({text})
        case Boundary():
            return frozenset({BOUNDARY})
        case Classes(names):
            merged = merge(classes[name] for name in names)
            return merged.words | {phrase[0] for phrase in merged.phrases}
        case _:
            return None


def _first_words(
    elements: tuple[Element, ...], classes: Mapping[str, WordClass]
) -> frozenset[str] | None:
    """Words that a match begins with; ``None`` for a figure; refuses what may begin either way."""
    first = elements[0]
    if isinstance(first, Start):
        return _first_words(elements[1:], classes)
    if isinstance(first, Alternatives):
        openings: set[str] = set()
        for option in first.options:
            rest = (*option.elements, *elements[1:])
            words = _first_words(rest, classes)
            if words is None:
                raise PatternError("a pattern begins either with words or with a figure", 0)
            openings |= words
        return frozenset(openings)
    if isinstance(first, Sequence):
        return _first_words((*first.elements, *elements[1:]), classes)
    return _openings(first, classes)


def compile_pattern(sequence: Sequence, classes: Mapping[str, WordClass]) -> Matcher:
    """A pattern ready to be matched.

    Args:
        sequence: Its elements.
        classes: The vocabulary.

    Raises:
        PatternError: It names a class that does not exist, or may begin with a word or a figure.
    """
    slots = slots_of(sequence)
    named = merge(classes[name] for name in class_names(sequence)).words
    named -= frozenset(vocabulary.lines("common"))
    _first_words(sequence.elements, classes)
    return Matcher(tuple(slots), step_of(sequence, classes, slots, named))


def type_of_slot(slot: Slot) -> SlotType | None:
    """The type that expressions see for a slot."""
    kinds = {slot_type(kind, slot.dimension, slot.many) for kind in slot.kinds}
    return kinds.pop() if len(kinds) == 1 else slot_type("any", "", slot.many)
