"""Sentences of a draft that repeat a sentence of a source but for its numbers.

Where the words are the same, their order says which number stands for which, whatever kind of
figure it is: a quantity, a year, a house number. Nothing is said where the words differ by more
than what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from numcheck import vocabulary
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Analysis, Figure, Sentence
from numcheck.model.interval import Interval

__all__ = ["Echo", "Outcome", "Wordings", "outcome_of"]

Outcome = Literal["supported", "contradicted", "open"]

_SLOT = "\0"
_LONGEST = 200  # tokens; nobody writes longer sentences, and alignment is quadratic in them
_LISTED = 48  # sentences that share a word; a word of more says nothing
_LIKELY = 3  # sentences that are aligned with one of the draft
_ALIKE = 0.75
_LEFT_OUT = 0.34
_FEWEST = 2
_STACKED = 3
_YEARS = (1800, 2100)
_GROUP = 3
_LOOSE = frozenset({"approximate", "nearly"})


class _Slot(NamedTuple):
    """A number in a sentence: its tokens, its bounds from the outermost, its value."""

    first: int
    last: int
    bounds: tuple[str, ...]
    value: Decimal


class _Wording:
    """A sentence with each number, and the words that bound it, as one token."""

    __slots__ = ("analysis", "sentence", "slots", "words")

    def __init__(self, analysis: Analysis, sentence: Sentence, figures: Sequence[Figure]) -> None:
        self.analysis = analysis
        self.sentence = sentence
        self.words: list[str] = []
        self.slots: dict[int, _Slot] = {}
        covered = {token: one for one in figures for token in range(one.first, one.last)}
        lower = sentence.lower
        position = 0
        while position < len(lower):
            slot = _slot_at(lower, position, covered.get(position))
            if slot is None:
                self.words.append(lower[position])
                position += 1
                continue
            bounds = [*slot.bounds]
            for _ in range(_STACKED):
                bound, size = _bound_before(self.words)
                if not bound:
                    break
                del self.words[len(self.words) - size :]
                bounds.insert(0, bound)
            position = slot.last
            behind, size = _bound_behind(lower, position)
            if behind:
                bounds.append(behind)
                position += size
            self.slots[len(self.words)] = slot._replace(bounds=tuple(bounds))
            self.words.append(_SLOT)

    def content(self) -> int:
        """How many words it has, numbers and punctuation apart."""
        return sum(word[0].isalpha() for word in self.words)


@dataclass(frozen=True, slots=True)
class Echo:
    """What a repeated sentence says about a figure of the draft.

    Attributes:
        outcome: ``open``: the source leaves the number open, so that it is not supported.
        source: The figure of the source in the same place; ``None`` if it was read as none.
        whole: Whether each number of either sentence has one of the other in its place.
    """

    outcome: Outcome
    source: Figure | None
    whole: bool = True


class Wordings:
    """The sentences of the sources, by their words."""

    def __init__(self, sources: Sequence[Analysis]) -> None:
        self._wordings: list[tuple[Analysis, Sentence, list[Figure]]] = []
        self._by_stem: dict[str, list[int]] = {}
        self._by_text: dict[str, int] = {}
        self._read: dict[int, _Wording] = {}
        for analysis in sources:
            for number, figures in sorted(_by_sentence(analysis).items()):
                sentence = analysis.sentences[number]
                place = len(self._wordings)
                self._wordings.append((analysis, sentence, figures))
                self._by_text.setdefault(sentence.text, place)
                for stem in _stems(sentence):
                    listed = self._by_stem.setdefault(stem, [])
                    if len(listed) < _LISTED:
                        listed.append(place)

    def echoes(self, draft: Analysis, number: int, figures: Sequence[Figure]) -> dict[str, Echo]:
        """What sentences of the sources that are worded alike say about figures of the draft.

        Args:
            draft: The draft.
            number: Index of one of its sentences.
            figures: The figures of that sentence.

        Returns:
            Echoes by the id of the draft's figure.
        """
        sentence = draft.sentences[number]
        likely = self._likely(sentence)
        if not likely:
            return {}
        mine = _Wording(draft, sentence, figures)
        told: dict[str, Echo] = {}
        for place in likely:
            for name, echo in _compared(mine, self._wording(place), figures, self._figures(place)):
                known = told.get(name)
                if known is None or (echo.outcome == "supported" != known.outcome):
                    told[name] = echo
        return told

    def _figures(self, place: int) -> list[Figure]:
        return self._wordings[place][2]

    def _wording(self, place: int) -> _Wording:
        if place not in self._read:
            self._read[place] = _Wording(*self._wordings[place])
        return self._read[place]

    def _likely(self, sentence: Sentence) -> list[int]:
        same = self._by_text.get(sentence.text)
        if same is not None:
            return [same]
        if len(sentence.lower) > _LONGEST:
            return []
        shared: dict[int, int] = {}
        stems = _stems(sentence)
        for stem in stems:
            for place in self._by_stem.get(stem, ()):
                shared[place] = shared.get(place, 0) + 1
        best = sorted(shared, key=lambda place: (-shared[place], place))[:_LIKELY]
        return [place for place in best if 2 * shared[place] >= min(len(stems), 2 * _FEWEST)]


def _by_sentence(analysis: Analysis) -> dict[int, list[Figure]]:
    grouped: dict[int, list[Figure]] = {}
    for figure in analysis.figures:
        grouped.setdefault(figure.sentence, []).append(figure)
    return grouped


def _stems(sentence: Sentence) -> list[str]:
    return [stem for stem in dict.fromkeys(map(stem_of_interest, sentence.lower)) if stem]


def _slot_at(lower: Sequence[str], position: int, figure: Figure | None) -> _Slot | None:
    token = lower[position]
    if not token[0].isdigit():
        # Numbers in words, as extraction read them.
        if figure is None or figure.first != position or figure.value is None:
            return None
        if any(letter.isdigit() for letter in figure.text) or not figure.text[0].isalpha():
            return None
        return _Slot(position, figure.last, (), figure.value)
    digits, last = token.replace(",", ""), position + 1
    while (
        figure is not None
        and last < figure.last
        and len(lower[last]) == _GROUP
        and lower[last].isdigit()
        and len(token) <= _GROUP
    ):
        digits += lower[last]
        last += 1
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    if last < len(lower) and lower[last] in _scales():
        value *= _scales()[lower[last]]
        last += 1
    return _Slot(position, last, (), value)


@cache
def _scales() -> dict[str, Decimal]:
    return {
        word: Decimal(value)
        for word, kind, value in vocabulary.table("numerals", 3)
        if kind in ("scale", "suffix")
    }


@cache
def _hedges(side: str, end: int) -> dict[str, list[tuple[list[str], str]]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, bound, where, _ in vocabulary.table("hedges", 4):
        if where == side:
            tokens = phrase.split(" ")
            found.setdefault(tokens[end], []).append((tokens, bound))
    for hedges in found.values():
        hedges.sort(key=lambda hedge: -len(hedge[0]))
    return found


def _bound_before(words: Sequence[str]) -> tuple[str, int]:
    if words:
        for tokens, bound in _hedges("left", -1).get(words[-1], ()):
            if words[-len(tokens) :] == tokens:
                return bound, len(tokens)
    return "", 0


def _bound_behind(lower: Sequence[str], position: int) -> tuple[str, int]:
    if position < len(lower):
        for tokens, bound in _hedges("right", 0).get(lower[position], ()):
            if lower[position : position + len(tokens)] == tokens:
                return bound, len(tokens)
    return "", 0


def _compared(
    mine: _Wording, theirs: _Wording, figures: Sequence[Figure], others: Sequence[Figure]
) -> Iterator[tuple[str, Echo]]:
    """The echoes of one sentence of a source."""
    pairs, telling = _paired(mine, theirs)
    outcomes = [
        (one, other, outcome_of(one.bounds, one.value, other.bounds, other.value))
        for one, other in pairs
    ]
    differing = [(one, other) for one, other, outcome in outcomes if outcome != "supported"]
    if differing and not (telling and _one_change(differing, len(pairs))):
        # Another sentence of the same make, about another year or another place.
        return
    whole = len(pairs) == len(mine.slots) == len(theirs.slots)
    told: dict[str, list[Echo]] = {}
    for one, other, outcome in outcomes:
        figure, source = _figure_at(figures, one), _figure_at(others, other)
        if figure is not None:
            told.setdefault(figure.id, []).append(Echo(outcome, source, whole))
    for name, echoes in told.items():
        graver = [echo for echo in echoes if echo.outcome == "contradicted"]
        graver += [echo for echo in echoes if echo.outcome == "open"]
        yield name, (graver or echoes)[0]


def _one_change(differing: Sequence[tuple[_Slot, _Slot]], size: int) -> bool:
    """Whether some numbers were changed, and not all of a sentence about something else."""
    if len(differing) == 1:
        return True
    mine = sorted(one.value for one, _ in differing)
    if mine == sorted(other.value for _, other in differing):
        return True
    years = [one for pair in differing for one in pair if _is_year(one)]
    return 2 * len(differing) <= size and not years


def _is_year(slot: _Slot) -> bool:
    low, high = _YEARS
    return low <= slot.value <= high and slot.value % 1 == 0


def _figure_at(figures: Sequence[Figure], slot: _Slot) -> Figure | None:
    return next((one for one in figures if one.first <= slot.first < one.last), None)


def _paired(mine: _Wording, theirs: _Wording) -> tuple[list[tuple[_Slot, _Slot]], bool]:
    """Numbers in the same places; whether a difference between two of them tells anything."""
    a, b = mine.words, theirs.words
    if a == b:
        return [(mine.slots[i], theirs.slots[i]) for i in mine.slots], True
    if len(b) > _LONGEST:
        return [], False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    matched = sum(_alphabetic(a[block.a : block.a + block.size]) for block in blocks)
    least = min(mine.content(), theirs.content())
    if matched < max(_ALIKE * least, _FEWEST):
        return [], False
    pairs = [
        (mine.slots[block.a + k], theirs.slots[block.b + k])
        for block in blocks
        for k in range(block.size)
        if a[block.a + k] == _SLOT
    ]
    first, last = blocks[0], blocks[-1]
    edges = [
        (a[: first.a], b[: first.b]),
        (a[last.a + last.size :], b[last.b + last.size :]),
    ]
    gaps = [
        (a[one.a + one.size : two.a], b[one.b + one.size : two.b]) for one, two in pairwise(blocks)
    ]
    telling = not any(_SLOT in here or _SLOT in there for here, there in gaps)
    # One word that stands for another is a synonym, or another place.
    telling &= not any(_alphabetic(here) and _alphabetic(there) for here, there in gaps + edges)
    left_out = sum(_alphabetic(here) + _alphabetic(there) for here, there in gaps)
    left_out += sum(_alphabetic(there) for _, there in edges)
    return pairs, telling and left_out <= _LEFT_OUT * matched


def _alphabetic(words: Sequence[str]) -> int:
    return sum(word[0].isalpha() for word in words)


def outcome_of(
    bounds: tuple[str, ...], value: Decimal, given: tuple[str, ...], stated: Decimal
) -> Outcome:
    """Whether a number follows from another one in its place.

    Args:
        bounds: Bounds of the draft's number, the outermost first.
        value: The draft's number.
        given: Bounds of the source's number.
        stated: The source's number.
    """
    if bounds == given:
        # "Up to 40" for "up to 30" in the same words: a changed figure, though it may follow.
        return "supported" if value == stated else "contradicted"
    if len(bounds) != len(given):
        # "At least less than 40" beside "at least 20": what both say is left out.
        while bounds and given and bounds[0] == given[0]:
            bounds, given = bounds[1:], given[1:]
    claimed, known = _interval(bounds, value), _interval(given, stated)
    mine, theirs = bounds[-1] if bounds else "exact", given[-1] if given else "exact"
    if mine == "exact" and theirs == "exact":
        return "supported" if value == stated else "contradicted"
    if claimed.contains(known):
        return "supported"
    if mine == "exact" and value == stated:
        # "More than 80" told as 80.
        return "open"
    if not claimed.intersects(known):
        return "contradicted"
    return "supported" if theirs in _LOOSE and mine in (*_LOOSE, "exact") else "open"


def _interval(bounds: tuple[str, ...], value: Decimal) -> Interval:
    bound = bounds[-1] if bounds else "exact"
    if bound in ("at_least", "more_than"):
        return Interval(low=value, low_open=bound == "more_than")
    if bound in ("at_most", "less_than"):
        return Interval(high=value, high_open=bound == "less_than")
    if bound in _LOOSE:
        return Interval.around(value, abs(value) / 10)
    return Interval.point(value)
