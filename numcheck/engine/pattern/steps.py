"""The elements of a pattern as functions of (state, position) that call the next one.

Each function comes with the words that may stand where it begins, so that none is called in vain:
a figure stands as the empty word, and ``None`` means that it may begin anywhere. Where an element
has a choice, positions from which the rest of the pattern failed are remembered, so none is tried
twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from numcheck.engine.pattern.classes import WordClass, merge
from numcheck.engine.pattern.elements import (
    Alternatives,
    Boundary,
    Classes,
    Element,
    Gap,
    Sequence,
    Slot,
    Start,
    Word,
)
from numcheck.engine.pattern.state import State, Step, accepting
from numcheck.engine.pattern.stream import BOUNDARY
from numcheck.engine.units import dimension_named, scale
from numcheck.model import Figure

__all__ = ["step_of"]

_SEPARATORS = frozenset({",", ";", "or", "with", "while"})
_WHEN = frozenset({"in", "over", "within", "during", "past", "last", "previous", "next"})
_CLOSERS = frozenset({"and", "&", "plus"})
"""Words before the last member of a list; without one the list goes on without figures."""
_STOPS = frozenset({BOUNDARY, ";"})
"""What no gap crosses: the end of a sentence and of a clause that could be one."""
_FIGURE = frozenset({""})
_LIST_REACH = 9
_LONGEST_LIST = 12


class _Builder:
    def __init__(
        self, classes: Mapping[str, WordClass], slots: list[Slot], named: frozenset[str]
    ) -> None:
        self.classes = classes
        self.named = named
        self.wanted = frozenset(kind for slot in slots for kind in slot.kinds)
        self.choices = 0

    def step(self, element: Element, then: Step) -> Step:
        match element:
            case Word(text):
                return _one_of(frozenset({text}), then)
            case Classes(names):
                return _of_class(merge(self.classes[name] for name in names), then)
            case Slot(many=True):
                return self.listed(element, then)
            case Slot():
                return _figure(element, then)
            case Gap():
                return self.gap(element, then)
            case Boundary():
                return _one_of(frozenset({BOUNDARY}), then)
            case Start():
                return _at_start(then)
            case Sequence(elements):
                for one in reversed(elements):
                    then = self.step(one, then)
                return then
            case Alternatives(options):
                return _either([self.step(option, then) for option in options])

    def choice(self) -> int:
        self.choices += 1
        return self.choices

    def gap(self, gap: Gap, then: Step) -> Step:
        wanted = frozenset[str]() if gap.free else self.wanted
        stops = _STOPS if gap.free else _STOPS | self.named
        longest, mark = gap.longest, self.choice()
        move, first = then

        def match(state: State, position: int) -> bool:
            if (mark, position) in state.failed:
                return False
            words, size = state.words, state.size
            for at in range(position, min(position + longest + 1, size)):
                word = words[at]
                if (first is None or word in first) and move(state, at):
                    return True
                if word:
                    if word in stops:
                        break
                elif _bars(state, at, wanted):
                    break
            else:
                if first is None and position + longest >= size and move(state, size):
                    return True
            state.failed.add((mark, position))
            return False

        return Step(match, None)

    def listed(self, slot: Slot, then: Step) -> Step:
        fits, name, mark = _fits(slot), slot.name, self.choice()
        move = then.move

        def match(state: State, position: int) -> bool:
            if (mark, position) in state.failed:
                return False
            members: list[tuple[Figure, int]] = []
            closed: list[bool] = []
            at: int | None = position
            joined = False
            while at is not None and len(members) < _LONGEST_LIST:
                figure = state.figures[at] if at < state.size else None
                if figure is None or not fits(figure):
                    break
                members.append((figure, at))
                closed.append(joined)
                at, joined = _next_member(state, at + 1, ended=any(closed))
            for count in range(len(members), 1, -1):
                if not (slot.open or closed[count - 1]):
                    continue
                state.captured[name] = tuple(figure for figure, _ in members[:count])
                last = members[count - 1][1]
                tail = state.tails[last]
                if move(state, last + 1 + tail) or (tail and move(state, last + 1)):
                    return True
            state.captured.pop(name, None)
            state.failed.add((mark, position))
            return False

        return Step(match, _FIGURE)


def _bars(state: State, at: int, wanted: frozenset[str]) -> bool:
    """Whether a gap may not pass over a figure: a slot could take it.

    A duration that only says when is passed over: "in five years", "over a decade".
    """
    figure = state.figures[at]
    if figure is None or figure.kind not in wanted:
        return False
    return not (figure.kind == "duration" and at > 0 and state.words[at - 1] in _WHEN)


def _next_member(state: State, position: int, *, ended: bool) -> tuple[int | None, bool]:
    """The next figure of a list and whether an "and" before it closes the list.

    A separator stands before it, and no sentence ends. After an "and" the list has ended if a
    comma follows: "drew four and lost two, and scored 40".
    """
    parted = closing = False
    for at in range(position, min(position + _LIST_REACH, state.size)):
        if state.figures[at] is not None:
            return (at if parted else None), closing
        word = state.words[at]
        if word == BOUNDARY or (ended and word in _SEPARATORS):
            break
        closing = closing or word in _CLOSERS
        parted = parted or word in _SEPARATORS or closing
    return None, False


def _one_of(words: frozenset[str], then: Step) -> Step:
    move, first = then

    def match(state: State, position: int) -> bool:
        if position >= state.size or state.words[position] not in words:
            return False
        after = position + 1
        if first is not None and (after >= state.size or state.words[after] not in first):
            return False
        return move(state, after)

    return Step(match, words)


def _of_class(merged: WordClass, then: Step) -> Step:
    words, phrases, move = merged.words, merged.phrases, then.move
    if not phrases:
        return _one_of(words, then)
    starts: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        starts.setdefault(phrase[0], []).append(phrase)

    def match(state: State, position: int) -> bool:
        if position >= state.size:
            return False
        word = state.words[position]
        for phrase in starts.get(word, ()):
            stop = position + len(phrase)
            if tuple(state.words[position:stop]) == phrase and move(state, stop):
                return True
        return word in words and move(state, position + 1)

    return Step(match, words | frozenset(starts))


def _fits(slot: Slot) -> Callable[[Figure], bool]:
    kinds, nouns = frozenset(slot.kinds), frozenset(slot.nouns)
    wanted = dimension_named(slot.dimension) if slot.dimension else None

    def fits(figure: Figure) -> bool:
        if figure.kind not in kinds or (nouns and figure.counted not in nouns):
            return False
        if wanted is None:
            return True
        known = scale(figure.unit) if figure.unit else None
        return known is not None and known.dimension == wanted

    return fits


def _figure(slot: Slot, then: Step) -> Step:
    fits, name, definite, move = _fits(slot), slot.name, slot.definite, then.move

    def match(state: State, position: int) -> bool:
        figure = state.figures[position] if position < state.size else None
        if figure is None or not fits(figure):
            return False
        if definite and not state.definite[position]:
            return False
        state.captured[name] = figure
        tail = state.tails[position]
        if tail and move(state, position + 1 + tail):
            return True
        if move(state, position + 1):
            return True
        state.captured.pop(name, None)
        return False

    return Step(match, _FIGURE)


def _at_start(then: Step) -> Step:
    move = then.move

    def match(state: State, position: int) -> bool:
        at_start = position == 0 or state.words[position - 1] == BOUNDARY
        return at_start and move(state, position)

    return Step(match, then.first)


def _either(options: list[Step]) -> Step:
    merged: set[str] | None = set()
    for _, first in options:
        merged = None if first is None or merged is None else merged | first

    def match(state: State, position: int) -> bool:
        word = state.words[position] if position < state.size else None
        for move, first in options:
            if (first is None or word in first) and move(state, position):
                return True
        return False

    return Step(match, None if merged is None else frozenset(merged))


def step_of(
    sequence: Sequence, classes: Mapping[str, WordClass], slots: list[Slot], named: frozenset[str]
) -> Step:
    """A whole pattern as one step.

    Args:
        sequence: Its elements.
        classes: The vocabulary.
        slots: Its slots: figures that they could take are not passed over by gaps.
        named: Words that no gap passes over.
    """
    return _Builder(classes, slots, named).step(sequence, accepting)
