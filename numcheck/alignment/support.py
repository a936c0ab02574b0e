"""What sources say about each figure of a draft that was written from them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal

from numcheck.alignment.derive import Derivation
from numcheck.alignment.dimension import Dimension
from numcheck.alignment.measures import Measures, load_measures
from numcheck.alignment.support_arithmetic import Arithmetic
from numcheck.alignment.support_dates import Calendar
from numcheck.alignment.support_lists import Lists
from numcheck.alignment.support_place import Placed, entails, fit, open_to, placed
from numcheck.alignment.support_role import same_role
from numcheck.alignment.support_swaps import belongs_elsewhere, rightful
from numcheck.alignment.support_trust import bounded_alike, crosses, plain, trusted
from numcheck.alignment.support_wording import Echo, Wordings
from numcheck.model import Analysis, Backing, Figure

__all__ = ["Sources"]

_QUANTITIES = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})
_DATED = frozenset({"date", "time", "score", "ordinal", "rank"})
# How much better another figure of the source has to fit than the one that supports.
_LEAD = 4
# Figures of one dimension that are looked at one by one, and as many of a shared word.
_MOST, _LISTED = 150, 48
_REACH = Decimal("0.12")
_SHOWN = 3
_EQUAL = ("quoted", "converted")
# What a bound or a hedge has to share with the figure that it is said to follow from.
_FITTING = 3
_RESTATED = ("quoted", "rounded", "converted")


class Sources:
    """Sources, read once for all figures of all drafts.

    Args:
        sources: The sources, taken apart.
        measures: The vocabulary of measures; the shipped one if ``None``.
    """

    def __init__(self, sources: Sequence[Analysis], measures: Measures | None = None) -> None:
        self._measures = measures or load_measures()
        self._wordings = Wordings(sources)
        self._calendar = Calendar(sources)
        self._lists = Lists(sources)
        self._all: dict[Dimension, list[Placed]] = {}
        self._by_stem: dict[tuple[Dimension, str], list[Placed]] = {}
        self._by_sentence: dict[tuple[str, int], list[Placed]] = {}
        self._by_number: dict[Decimal, list[Placed]] = {}
        read = []
        for analysis in sources:
            mine = self._placed(analysis, _QUANTITIES)
            for one in mine:
                self._add(one)
            read.append((analysis, [one.item for one in mine]))
        self._arithmetic = Arithmetic(read)
        self._by_value = {
            dimension: sorted(
                (one for one in items if one.item.value is not None),
                key=lambda one: one.item.value or Decimal(0),
            )
            for dimension, items in self._all.items()
            if len(items) > _MOST
        }

    def backings(self, draft: Analysis) -> list[Backing]:
        """What the sources say about each figure of a draft.

        Args:
            draft: The draft; figures of the page are left out.

        Returns:
            One entry a figure in text order; identifiers, and spelled ordinals, only where a
            sentence of a source repeats theirs with another number.
        """
        by_sentence: dict[int, list[Figure]] = {}
        for figure in draft.figures:
            by_sentence.setdefault(figure.sentence, []).append(figure)
        echoes: dict[str, Echo] = {}
        for number, figures in by_sentence.items():
            echoes.update(self._wordings.echoes(draft, number, figures))
        quantities = {one.item.figure.id: one for one in self._placed(draft, _QUANTITIES)}
        found = []
        for figure in draft.figures:
            if figure.furniture:
                continue
            backing = self._backing(draft, figure, quantities.get(figure.id), echoes)
            if backing is not None:
                found.append(backing)
        return found

    def _backing(
        self, draft: Analysis, figure: Figure, one: Placed | None, echoes: dict[str, Echo]
    ) -> Backing | None:
        echo = echoes.get(figure.id)
        if echo is not None:
            told = _from_echo(figure, echo)
            if one is None:
                return told
            if echo.outcome == "supported":
                return self._swapped_in(one, echo.source) or told
            if echo.source is not None and self._rounds(draft, one, echo.source):
                return Backing(figure, "supported", (echo.source,), "rounded")
            if echo.whole:
                return told
            found = self._quantity(draft, one)
            return told if found.standing in ("unverified", "open") else found
        if one is not None:
            return self._quantity(draft, one)
        if figure.kind in _DATED:
            others = self._calendar.supporting(figure)
            if others is None:
                return None
            return Backing(figure, "supported" if others else "unverified", others[:_SHOWN])
        return None

    def _quantity(self, draft: Analysis, one: Placed) -> Backing:
        figure = one.item.figure
        fits = [(fit(one, other), other) for other in self._alike(one)]
        best = max((score for score, _ in fits), default=0)
        supporting = [
            (score, other, how)
            for score, other in fits
            if (how := entails(other.item, one.item))
            and (how in _EQUAL or plain(one, other) or score >= _FITTING or same_role(one, other))
        ]
        if supporting:
            score, other, how = max(supporting, key=lambda found: (found[0], found[2] == "quoted"))
            swapped = self._swapped(one, other) if how in _EQUAL else None
            if swapped is not None:
                return swapped
            if trusted(one.item, other.item) and score > best - _LEAD:
                return Backing(figure, "supported", (other.item.figure,), how)
        derived = self._derived(draft, one)
        if derived is not None:
            return derived
        listed = self._lists.counted(one)
        if listed is not None:
            return Backing(figure, "derivable", how="list", listed=listed)
        found = self._number(one)
        if found is not None:
            return Backing(figure, "supported", (found,), "quoted")
        bounded = bounded_alike(one, fits)
        if bounded is not None:
            return Backing(figure, "open", (bounded,))
        rivals = [(score, other) for score, other in fits if same_role(one, other)]
        if not rivals:
            return Backing(figure, "unverified")
        top = max(score for score, _ in rivals)
        against = [other.item for score, other in rivals if score == top]
        if any(entails(other, one.item) for other in against):
            return Backing(figure, "supported", (against[0].figure,), "quoted")
        if any(open_to(other, one.item) for other in against):
            return Backing(figure, "open", (against[0].figure,))
        if top < best or len({(item.value, item.figure.low) for item in against}) > 1:
            return Backing(figure, "unverified", tuple(item.figure for item in against[:_SHOWN]))
        return Backing(figure, "contradicted", (against[0].figure,))

    def _swapped(self, one: Placed, other: Placed) -> Backing | None:
        """A contradiction where an equal figure belongs to something else."""
        if not belongs_elsewhere(one, other):
            return None
        figure = other.item.figure
        near = [
            each
            for number in range(figure.sentence - 1, figure.sentence + 2)
            for each in self._by_sentence.get((figure.document, number), ())
        ]
        own = rightful(one, other, near)
        if own is None:
            return None
        return Backing(one.item.figure, "contradicted", (own.item.figure,))

    def _swapped_in(self, one: Placed, source: Figure | None) -> Backing | None:
        """The same for a figure of a sentence that is worded alike."""
        if source is None:
            return None
        beside = self._by_sentence.get((source.document, source.sentence), ())
        other = next((each for each in beside if each.item.figure is source), None)
        return None if other is None else self._swapped(one, other)

    def _derived(self, draft: Analysis, one: Placed) -> Backing | None:
        sentence = draft.sentences[one.item.figure.sentence]
        found = self._arithmetic.derive(one.item, sentence)
        if found is None:
            found = self._calendar.elapsed(one.item, draft.document.published)
        return None if found is None else _derivable(one.item.figure, found)

    def _rounds(self, draft: Analysis, one: Placed, source: Figure) -> bool:
        """Whether a repeated sentence has the source's own figure, rounded or in another unit."""
        return any(
            other.item.figure is source and entails(other.item, one.item) in _RESTATED
            for other in self._all.get(one.item.dimension, ())
        )

    def _placed(self, analysis: Analysis, kinds: frozenset[str]) -> list[Placed]:
        found: list[Placed] = []
        for number, figure in enumerate(analysis.figures):
            if figure.kind in kinds and not figure.furniture:
                previous = found[-1] if found else None
                found.append(placed(analysis, figure, number, self._measures, previous))
        return found

    def _number(self, one: Placed) -> Figure | None:
        """A figure of the same number that extraction took for another kind."""
        value = one.item.figure.value
        if value is None:
            return None
        for other in self._by_number.get(value, ()):
            if crosses(one.item, other.item):
                return other.item.figure
        return None

    def _add(self, one: Placed) -> None:
        dimension, figure = one.item.dimension, one.item.figure
        self._by_sentence.setdefault((figure.document, figure.sentence), []).append(one)
        value = figure.value
        if value is not None:
            same = self._by_number.setdefault(value, [])
            if len(same) < _LISTED:
                same.append(one)
        self._all.setdefault(dimension, []).append(one)
        for stem in sorted(one.item.context):
            listed = self._by_stem.setdefault((dimension, stem), [])
            if len(listed) < _LISTED:
                listed.append(one)

    def _alike(self, one: Placed) -> Iterable[Placed]:
        """Figures of the same dimension; of very many, those of like words or like value."""
        dimension = one.item.dimension
        everything = self._all.get(dimension, [])
        if len(everything) <= _MOST:
            return everything
        found: dict[int, Placed] = {}
        for stem in sorted(one.item.context):
            for other in self._by_stem.get((dimension, stem), ()):
                found[id(other)] = other
        value = one.item.value
        if value is not None:
            ordered = self._by_value[dimension]
            reach = abs(value) * _REACH
            low = bisect_left(ordered, value - reach, key=_value)
            high = bisect_right(ordered, value + reach, key=_value)
            for other in ordered[low : min(high, low + _LISTED)]:
                found[id(other)] = other
        return found.values()


def _value(one: Placed) -> Decimal:
    return one.item.value or Decimal(0)


def _from_echo(figure: Figure, echo: Echo) -> Backing:
    others = () if echo.source is None else (echo.source,)
    how = "quoted" if echo.outcome == "supported" else ""
    return Backing(figure, echo.outcome, others, how, alike=True)


def _derivable(figure: Figure, found: Derivation) -> Backing:
    return Backing(figure, "derivable", found.operands, found.kind)
