"""Which of two figures is the value before a change and which the one after it.

The words right beside a figure tell its part (``from 40``, ``compared with 40``, ``40 a year
earlier``, ``now 60``), in whatever order the sentence puts them; where they do not, two years do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from numcheck.engine.dates import year_of
from numcheck.engine.passage import Passage
from numcheck.model import Figure

__all__ = ["AMOUNTS", "Pair", "pair_in", "pair_over"]

AMOUNTS = frozenset(("count", "money", "measure", "duration", "percent"))
"""Kinds of figures that can change."""

_Part = Literal["old", "new", "to", ""]

_FILLERS = frozenset(
    ("the", "a", "an", "just", "only", "its", "their", "his", "her", "level", "of")
)
_OLD_BEFORE = frozenset(
    ("from", "against", "versus", "vs", "than", "times", "after", "instead", "above", "below")
)
_COMPARED = frozenset(("compared", "compares", "compare", "comparing"))
_AGAINST = frozenset(("against", "versus", "instead"))
_NEW_BEFORE = frozenset(("now", "today", "reached", "reaching"))
_OLD_AFTER = frozenset(
    ("earlier", "before", "previous", "previously", "ago", "formerly", "prior", "preceding")
)
_NEW_AFTER = frozenset(("now", "today", "currently", "nowadays"))
_PERIODS = frozenset(
    ("year", "month", "week", "season", "quarter", "time", "spring", "summer", "autumn", "winter")
)
_CLOSERS = frozenset((",", ";", ":", "(", ")", "–", "—", "and", "but", "while", "when"))
_REACH = 6


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values of one thing.

    Attributes:
        old: The value before the change.
        new: The value after it.
    """

    old: Figure
    new: Figure


def pair_in(figures: Sequence[Figure], lower: Sequence[str], number: int = 2) -> Pair | None:
    """The only pair of values of one thing that a sentence sets against one another.

    Args:
        figures: The sentence's figures in text order.
        lower: Its tokens in lower case.
        number: How many figures of the pair's kind and unit the sentence may hold at most.
    """
    figures = _completed(figures, lower)
    found = []
    for group in _groups(figures):
        if len(group) == 2 or (len(group) <= number and number > 2):
            found += list(_pairs_of(group, figures, lower))
    return found[0] if len(found) == 1 else None


def pair_over(first: Sequence[Figure], second: Sequence[Figure], passage: Passage) -> Pair | None:
    """The only pair of which one value stands in a sentence and the other in the next one.

    Args:
        first: Figures of a sentence.
        second: Figures of the sentence after it.
        passage: Where they stand.
    """
    found = []
    for group in _groups([*first, *second]):
        if len(group) != 2 or group[0].sentence == group[1].sentence:
            continue
        a, b = group
        parts = []
        for figure, figures in ((a, first), (b, second)):
            lower = passage.sentence_of(figure).lower
            parts.append((_part(figure, figures, lower), _year(figure, figures)))
        opening = passage.sentence_of(b).lower[:4]
        linked = _one_noun(a, b) or (_noun_fits(a, b) and bool(_BACK & set(opening)))
        pair = _decided(a, b, *parts)
        if linked and pair is not None:
            found.append(pair)
    return found[0] if len(found) == 1 else None


_BACK = frozenset(("it", "they", "this", "that", "he", "she", "now", "today"))


def _one_noun(a: Figure, b: Figure) -> bool:
    return a.counted is not None and a.counted == b.counted


def _completed(figures: Sequence[Figure], lower: Sequence[str]) -> list[Figure]:
    """Figures with what their neighbours say: ``from 60 days to 52`` counts days twice."""
    out: list[Figure] = []
    for figure in (end for each in figures for end in _ends(each, lower)):
        ago = _OLD_AFTER & set(lower[figure.last : figure.last + 1])
        if ago and figure.unit is not None and figure.unit.partition(" / ")[2] in _PERIODS:
            figure = replace(figure, unit=figure.unit.partition(" / ")[0], per=None)
        if (figure.hedge or "").lower() == "up to" and _goes_up(figure, lower):
            figure = replace(figure, bound="exact", low=figure.value, high=figure.value)
        if out and figure.bound in ("more_than", "less_than") and _more_by(out[-1], figure, lower):
            figure = replace(figure, bound="exact", low=figure.value, high=figure.value)
        if (
            out
            and figure.kind == "count"
            and figure.unit is None
            and figure.counted is None
            and lower[figure.first - 1 : figure.first] == ["to"]
            and out[-1].kind in ("measure", "duration", "money")
            and "from" in lower[max(out[-1].first - 1, 0) : out[-1].first]
            and figure.first - out[-1].last <= 2
        ):
            figure = replace(figure, kind=out[-1].kind, unit=out[-1].unit)
        out.append(figure)
    return out


def _ends(figure: Figure, lower: Sequence[str]) -> tuple[Figure, ...]:
    """``from $80 to $100``, read as a range, gives two values of something that moves."""
    inside = lower[figure.first : figure.last]
    texts = figure.text.split(" to ")
    if (
        figure.bound != "range"
        or figure.low is None
        or figure.high is None
        or lower[max(figure.first - 1, 0) : figure.first] != ["from"]
        or inside.count("to") != 1
        or len(texts) != 2
    ):
        return (figure,)
    at = figure.first + inside.index("to")
    first = replace(figure, text=texts[0], last=at, value=figure.low, high=figure.low)
    second = replace(figure, text=texts[1], first=at + 1, value=figure.high, low=figure.high)
    return (replace(first, bound="exact"), replace(second, bound="exact"))


_MOTIONS = frozenset(
    ("go", "goes", "went", "gone", "going", "put", "puts", "moved", "edged", "crept", "pushed")
)


def _goes_up(figure: Figure, lower: Sequence[str]) -> bool:
    """``will go up to 13.20 from 12.00``: the verb takes the "up", and nothing is bounded."""
    return bool(_MOTIONS & set(lower[max(figure.first - 3, 0) : max(figure.first - 2, 0)]))


def _more_by(before: Figure, figure: Figure, lower: Sequence[str]) -> bool:
    """``14 more than the 52 of last year``: the words compare, and bound nothing."""
    between = lower[before.last : figure.first]
    tied = {"than", "above", "below"} & set(between)
    return len(between) <= 4 and bool(tied) and "," not in between


def _groups(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Figures of one kind and unit that each give one plain value."""
    groups: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in figures:
        if figure.kind in AMOUNTS:
            unit = figure.unit
            if figure.kind == "money" and unit is not None:
                unit = unit.partition(" / ")[0]
            groups.setdefault((figure.kind, unit), []).append(figure)
    for group in groups.values():
        if all(f.bound == "exact" and f.value is not None and f.value > 0 for f in group):
            yield group


def _pairs_of(
    group: Sequence[Figure], figures: Sequence[Figure], lower: Sequence[str]
) -> Iterator[Pair]:
    if len(group) == 2:
        a, b = group
        if not _noun_fits(a, b):
            return
        one = (_part(a, figures, lower), _year(a, figures))
        other = (_part(b, figures, lower), _year(b, figures))
        pair = _decided(a, b, one, other)
        if pair is not None:
            yield pair
        return
    for a, b in pairwise(group):
        before = [lower[max(f.first - 1, 0) : f.first] for f in (a, b)]
        if before in ([["from"], ["to"]], [["to"], ["from"]]) and _noun_fits(a, b):
            yield Pair(a, b) if before[0] == ["from"] else Pair(b, a)


def _noun_fits(a: Figure, b: Figure) -> bool:
    return a.counted is None or b.counted is None or a.counted == b.counted


def _decided(
    a: Figure, b: Figure, one: tuple[_Part, int | None], other: tuple[_Part, int | None]
) -> Pair | None:
    """Which is which; "to" alone tells nothing, since a change may stand before it."""
    (part_a, year_a), (part_b, year_b) = one, other
    if part_a != part_b and {part_a, part_b} & {"old", "new"}:
        return Pair(a, b) if part_a == "old" or part_b == "new" else Pair(b, a)
    if (
        not {part_a, part_b} & {"old", "new"}
        and year_a is not None
        and year_b is not None
        and year_a != year_b
    ):
        return Pair(a, b) if year_a < year_b else Pair(b, a)
    return None


def _part(figure: Figure, figures: Sequence[Figure], lower: Sequence[str]) -> _Part:
    at = figure.first - 1
    while at >= 0 and figure.first - at <= 3 and lower[at] in _FILLERS:
        at -= 1
    word = lower[at] if at >= 0 else ""
    earlier = lower[at - 1] if at >= 1 else ""
    if word in _OLD_BEFORE or (word in ("with", "to") and earlier in _COMPARED):
        return "old"
    if word == "on" and earlier in ("up", "down"):
        return "old"
    if _AGAINST & set(lower[max(figure.first - 4, _previous(figure, figures)) : figure.first]):
        return "old"
    after = _stretch(lower[figure.last : _next(figure, figures, len(lower))])
    if _OLD_AFTER & set(after) or _last_period(after):
        return "old"
    if word == "to":
        return "to"
    if word in _NEW_BEFORE or _NEW_AFTER & set(_own(after, figure, figures)):
        return "new"
    before = lower[max(figure.first - 4, _previous(figure, figures)) : figure.first]
    return "new" if _NEW_AFTER & set(before) else ""


def _own(after: Sequence[str], figure: Figure, figures: Sequence[Figure]) -> Sequence[str]:
    """The words that stand nearer to the figure than to the next: ``$2 in May now costs $3``."""
    gap = _next(figure, figures, figure.last + 2 * len(after) + 2) - figure.last
    return after[: (gap + 1) // 2]


def _stretch(words: Sequence[str]) -> list[str]:
    """The words up to the end of the phrase."""
    out: list[str] = []
    for word in words[:_REACH]:
        if word in _CLOSERS:
            break
        out.append(word)
    return out


def _last_period(words: Sequence[str]) -> bool:
    return any(
        word == "last" and words[at + 1 : at + 2] and words[at + 1] in _PERIODS
        for at, word in enumerate(words)
    )


def _next(figure: Figure, figures: Sequence[Figure], end: int) -> int:
    return min((other.first for other in figures if other.first >= figure.last), default=end)


def _previous(figure: Figure, figures: Sequence[Figure]) -> int:
    return max((other.last for other in figures if other.last <= figure.first), default=0)


def _year(figure: Figure, figures: Sequence[Figure]) -> int | None:
    """The year that stands nearest to a figure, where no other amount lies between."""
    best: tuple[int, int] | None = None
    for other in figures:
        year = year_of(other.iso or "") if other.kind == "date" else None
        if year is None:
            continue
        first, last = sorted((figure, other), key=lambda each: each.first)
        distance = last.first - first.last
        between = any(first.last <= each.first < last.first for each in figures)
        if distance <= _REACH and not between and (best is None or distance < best[0]):
            best = (distance, year)
    return None if best is None else best[1]
