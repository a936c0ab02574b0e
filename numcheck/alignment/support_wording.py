"""Sentences of a draft that repeat a sentence of a source but for its numbers.

Where the words are the same, their order says which number stands for which, whatever kind of
figure it is: a quantity, a year, a house number. Nothing is said where the words differ by more
than what is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from numcheck.alignment.support_slots import SLOT, Outcome, Slot, Wording, outcome_of
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Analysis, Figure, Sentence

__all__ = ["Echo", "Wordings"]

_LONGEST = 200  # tokens; nobody writes longer sentences, and alignment is quadratic in them
_LISTED = 48  # sentences that share a word; a word of more says nothing
_LIKELY = 3  # sentences that are aligned with one of the draft
_ALIKE = 0.75
_LEFT_OUT = 0.34
_FEWEST = 2
_YEARS = (1800, 2100)


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
        self._read: dict[int, Wording] = {}
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
        mine = Wording(draft, sentence, figures)
        told: dict[str, Echo] = {}
        for place in likely:
            for name, echo in _compared(mine, self._wording(place), figures, self._figures(place)):
                known = told.get(name)
                if known is None or (echo.outcome == "supported" != known.outcome):
                    told[name] = echo
        return told

    def _figures(self, place: int) -> list[Figure]:
        return self._wordings[place][2]

    def _wording(self, place: int) -> Wording:
        if place not in self._read:
            self._read[place] = Wording(*self._wordings[place])
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


def _compared(
    mine: Wording, theirs: Wording, figures: Sequence[Figure], others: Sequence[Figure]
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


def _one_change(differing: Sequence[tuple[Slot, Slot]], size: int) -> bool:
    """Whether some numbers were changed, and not all of a sentence about something else."""
    if len(differing) == 1:
        return True
    mine = sorted(one.value for one, _ in differing)
    if mine == sorted(other.value for _, other in differing):
        return True
    years = [one for pair in differing for one in pair if _is_year(one)]
    return 2 * len(differing) <= size and not years


def _is_year(slot: Slot) -> bool:
    low, high = _YEARS
    return low <= slot.value <= high and slot.value % 1 == 0


def _figure_at(figures: Sequence[Figure], slot: Slot) -> Figure | None:
    return next((one for one in figures if one.first <= slot.first < one.last), None)


def _paired(mine: Wording, theirs: Wording) -> tuple[list[tuple[Slot, Slot]], bool]:
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
        if a[block.a + k] == SLOT
    ]
    first, last = blocks[0], blocks[-1]
    edges = [
        (a[: first.a], b[: first.b]),
        (a[last.a + last.size :], b[last.b + last.size :]),
    ]
    gaps = [
        (a[one.a + one.size : two.a], b[one.b + one.size : two.b]) for one, two in pairwise(blocks)
    ]
    telling = not any(SLOT in here or SLOT in there for here, there in gaps)
    # One word that stands for another is a synonym, or another place.
    telling &= not any(_alphabetic(here) and _alphabetic(there) for here, there in gaps + edges)
    left_out = sum(_alphabetic(here) + _alphabetic(there) for here, there in gaps)
    left_out += sum(_alphabetic(there) for _, there in edges)
    return pairs, telling and left_out <= _LEFT_OUT * matched


def _alphabetic(words: Sequence[str]) -> int:
    return sum(word[0].isalpha() for word in words)
