"""Patterns compiled to functions that match in time linear in the sentence.

Each element becomes a function of (state, position) that calls the next one. Where an element has
a choice, positions from which the rest of the pattern failed are remembered, so none is tried
twice: the cost is at most elements times gap times tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from numcheck import vocabulary
from numcheck.engine.expression.types import SlotType, slot_type
from numcheck.engine.pattern.classes import WordClass
from numcheck.engine.pattern.stream import BOUNDARY, Stream
from numcheck.engine.pattern.syntax import (
    Alternatives,
    Boundary,
    Classes,
    Element,
    Gap,
    PatternError,
    Sequence,
    Slot,
    Start,
    Word,
    slots_of,
)
from numcheck.engine.units import dimension_named, scale
from numcheck.model import Figure

__all__ = [
    "Captured",
    "Match",
    "Matcher",
    "compile_pattern",
    "crosses",
    "merge",
    "needed_slots",
    "needs_of",
    "type_of_slot",
]

Captured = dict[str, Figure | tuple[Figure, ...]]
_Step = Callable[["_State", int], bool]

_SEPARATORS = frozenset({",", ";", "or", "with", "while"})
_WHEN = frozenset({"in", "over", "within", "during", "past", "last", "previous", "next"})
_CLOSERS = frozenset({"and", "&", "plus"})
"""Words before the last member of a list; without one the list goes on without figures."""
_STOPS = frozenset({BOUNDARY, ";"})
"""What no gap crosses: the end of a sentence and of a clause that could be one."""
_LIST_REACH = 9
_LONGEST_LIST = 12
_TRIES = 40


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


class _State:
    __slots__ = (
        "captured",
        "definite",
        "end",
        "failed",
        "figures",
        "judge",
        "size",
        "tails",
        "tries",
        "words",
    )

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


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled pattern.

    Attributes:
        slots: All slots in order.
    """

    slots: tuple[Slot, ...]
    _first: frozenset[str] | None
    _step: _Step

    def find(
        self, stream: Stream, judge: Callable[[Captured], bool] = lambda captured: True
    ) -> Iterator[Match]:
        """All matches, at most one from each token.

        Args:
            stream: The tokens.
            judge: Says of the captured figures whether they belong together; where not, the
                search goes on.
        """
        state = _State(stream, judge)
        words, figures, first = stream.words, stream.figures, self._first
        for position in range(state.size):
            if first is None:
                if figures[position] is None:
                    continue
            elif words[position] not in first:
                continue
            state.tries = 0
            state.captured.clear()
            if self._step(state, position):
                yield Match(dict(state.captured), position, state.end)
                # What failed inside a match may have failed only because it was taken.
            if state.tries:
                state.failed.clear()


def _accept(state: _State, position: int) -> bool:
    state.tries += 1
    if state.tries > _TRIES or not state.judge(state.captured):
        return False
    state.end = position
    return True


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


class _Compiler:
    def __init__(
        self, classes: Mapping[str, WordClass], slots: list[Slot], named: frozenset[str]
    ) -> None:
        self.classes = classes
        self.named = named
        self.wanted = frozenset(kind for slot in slots for kind in slot.kinds)
        self.choices = 0

    def choice(self) -> int:
        self.choices += 1
        return self.choices

    def step(self, element: Element, then: _Step) -> _Step:
        match element:
            case Word(text):
                return _word(text, then)
            case Classes(names):
                return self.of_class(names, then)
            case Slot(many=True):
                return self.listed(element, then)
            case Slot():
                return _figure(element, then)
            case Gap():
                return self.gap(element, then)
            case Boundary():
                return _word(BOUNDARY, then)
            case Start():
                return _at_start(then)
            case Sequence(elements):
                for one in reversed(elements):
                    then = self.step(one, then)
                return then
            case Alternatives(options):
                return _either(tuple(self.step(option, then) for option in options))

    def of_class(self, names: tuple[str, ...], then: _Step) -> _Step:
        merged = merge(self.classes[name] for name in names)
        words, phrases = merged.words, merged.phrases
        if not phrases:
            return _one_of(words, then)
        starts: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            starts.setdefault(phrase[0], []).append(phrase)

        def match(state: _State, position: int) -> bool:
            if position >= state.size:
                return False
            word = state.words[position]
            for phrase in starts.get(word, ()):
                stop = position + len(phrase)
                if tuple(state.words[position:stop]) == phrase and then(state, stop):
                    return True
            return word in words and then(state, position + 1)

        return match

    def gap(self, gap: Gap, then: _Step) -> _Step:
        wanted = frozenset[str]() if gap.free else self.wanted
        stops = _STOPS if gap.free else _STOPS | self.named
        longest, mark = gap.longest, self.choice()

        def match(state: _State, position: int) -> bool:
            if (mark, position) in state.failed:
                return False
            words, figures = state.words, state.figures
            for at in range(position, min(position + longest, state.size) + 1):
                if then(state, at):
                    return True
                if at >= state.size or words[at] in stops:
                    break
                figure = figures[at]
                if figure is not None and figure.kind in wanted and not _meanwhile(state, at):
                    break
            state.failed.add((mark, position))
            return False

        return match

    def listed(self, slot: Slot, then: _Step) -> _Step:
        fits, name, mark = _fits(slot), slot.name, self.choice()

        def match(state: _State, position: int) -> bool:
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
                if then(state, last + 1 + tail) or (tail and then(state, last + 1)):
                    return True
            state.captured.pop(name, None)
            state.failed.add((mark, position))
            return False

        return match


def _meanwhile(state: _State, position: int) -> bool:
    """Whether a duration only says when: "in five years", "over a decade"."""
    figure = state.figures[position]
    return (
        figure is not None
        and figure.kind == "duration"
        and position > 0
        and state.words[position - 1] in _WHEN
    )


def _next_member(state: _State, position: int, *, ended: bool) -> tuple[int | None, bool]:
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


def _word(text: str, then: _Step) -> _Step:
    def match(state: _State, position: int) -> bool:
        return position < state.size and state.words[position] == text and then(state, position + 1)

    return match


def _one_of(words: frozenset[str], then: _Step) -> _Step:
    def match(state: _State, position: int) -> bool:
        return (
            position < state.size and state.words[position] in words and then(state, position + 1)
        )

    return match


def _figure(slot: Slot, then: _Step) -> _Step:
    fits, name = _fits(slot), slot.name

    def match(state: _State, position: int) -> bool:
        figure = state.figures[position] if position < state.size else None
        if figure is None or not fits(figure):
            return False
        if slot.definite and not state.definite[position]:
            return False
        state.captured[name] = figure
        tail = state.tails[position]
        if tail and then(state, position + 1 + tail):
            return True
        if then(state, position + 1):
            return True
        state.captured.pop(name, None)
        return False

    return match


def _at_start(then: _Step) -> _Step:
    def match(state: _State, position: int) -> bool:
        at_start = position == 0 or state.words[position - 1] == BOUNDARY
        return at_start and then(state, position)

    return match


def _either(options: tuple[_Step, ...]) -> _Step:
    def match(state: _State, position: int) -> bool:
        return any(option(state, position) for option in options)

    return match


def merge(classes: Iterable[WordClass]) -> WordClass:
    """One class of the words of several."""
    words: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    for one in classes:
        words |= one.words
        phrases.update(one.phrases)
    return WordClass(frozenset(words), tuple(sorted(phrases, key=lambda p: (-len(p), p))))


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


def needs_of(element: Element) -> list[tuple[str, ...]]:
    """What no match can do without: for each element, its word or its classes as ``<name>``."""
    match element:
        case Sequence(elements):
            return [need for one in elements for need in needs_of(one)]
        case Alternatives(options):
            # One of these must be there if each alternative has something that it needs.
            chosen = [needs_of(option) for option in options]
            return [tuple(word for needs in chosen for word in needs[0])] if all(chosen) else []
        case Word(text):
            return [(text,)]
        case Classes(names):
            return [tuple(f"<{name}>" for name in names)]
        case _:
            return []


def needed_slots(element: Element) -> list[Slot]:
    """Slots that no match can do without; a list slot counts twice."""
    match element:
        case Slot():
            return [element, element] if element.many else [element]
        case Sequence(elements):
            return [slot for one in elements for slot in needed_slots(one)]
        case Alternatives(options):
            chosen = [needed_slots(option) for option in options]
            return min(chosen, key=len) if len(options) == 1 else []
        case _:
            return []


def crosses(element: Element) -> bool:
    """Whether a match spans a sentence boundary."""
    match element:
        case Boundary():
            return True
        case Sequence(elements):
            return any(crosses(one) for one in elements)
        case Alternatives(options):
            return any(crosses(one) for one in options)
        case _:
            return False


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


def _class_names(element: Element) -> list[str]:
    """The vocabulary classes of a pattern, whose words no gap of it passes over."""
    match element:
        case Classes(names):
            return list(names)
        case Sequence(elements):
            return [name for one in elements for name in _class_names(one)]
        case Alternatives(options):
            return [name for one in options for name in _class_names(one)]
        case _:
            return []


def compile_pattern(sequence: Sequence, classes: Mapping[str, WordClass]) -> Matcher:
    """A pattern ready to be matched.

    Args:
        sequence: Its elements.
        classes: The vocabulary.

    Raises:
        PatternError: It names a class that does not exist, or may begin with a word or a figure.
    """
    slots = slots_of(sequence)
    named = merge(classes[name] for name in _class_names(sequence)).words
    named -= frozenset(vocabulary.lines("common"))
    step = _Compiler(classes, slots, named).step(sequence, _accept)
    return Matcher(
        tuple(slots),
        _first_words(sequence.elements, classes),
        step,
    )


def type_of_slot(slot: Slot) -> SlotType | None:
    """The type that expressions see for a slot."""
    kinds = {slot_type(kind, slot.dimension, slot.many) for kind in slot.kinds}
    return kinds.pop() if len(kinds) == 1 else slot_type("any", "", slot.many)
