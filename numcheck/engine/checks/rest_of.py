"""What is left of a whole: its parts, of which the last is called the rest, must make it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.engine.message import joined, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How a rest is known, and what stands against it.

    Attributes:
        before: Words right before a figure that make it all that is left.
        after: Words right behind it that do.
        voids: Words that show overlapping groups, open lists or values of another moment.
        most: How many figures of a kind the sentences may hold, the whole among them.
    """

    before: frozenset[str] = frozenset(("remaining", "other", "rest", "leaving", "leaves", "left"))
    after: frozenset[str] = frozenset(("left", "remaining", "remain", "remained", "over"))
    voids: frozenset[str] = frozenset(
        {
            "including", "among", "both", "respectively", "some", "each", "every", "per", "least",
            "most", "about", "another", "average", "between", "further", "also",
        }
    )  # fmt: skip
    most: int = 6


_FILLERS = frozenset(("the", "a", "an", "its", "their", "his", "her", ",", "with", "of"))
_KINDS = frozenset(("count", "money", "measure"))


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Rests that are not the whole without the other parts."""
    earlier: int | None = None
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        lower = passage.analysis.sentences[number].lower
        left = [f for f in figures if f.kind in _KINDS and _is_rest(f, lower, parameters)]
        if len(left) == 1 and not parameters.voids & set(lower):
            before = passage.by_sentence[earlier] if earlier == number - 1 else ()
            both = [*before, *figures]
            windows = (both,) if _points_back(figures, before, lower) else (figures, both)
            for window in windows:
                flaw = _judged(left[0], window, passage, parameters)
                if flaw is not None or _has_whole(left[0], window):
                    if flaw is not None:
                        yield flaw
                    break
        earlier = number


def _points_back(figures: Sequence[Figure], before: Sequence[Figure], lower: Sequence[str]) -> bool:
    """Whether the whole stands in the sentence before: it is larger, or "of that" names it."""
    if lower[:2] in (["of", "that"], ["of", "this"], ["of", "these"], ["of", "those"]):
        return True
    return any(
        a.kind == b.kind and a.unit == b.unit and (a.value or 0) > (b.value or 0)
        for a in before
        for b in figures[:1]
    )


def _is_rest(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    at = figure.first - 1
    while at >= 0 and lower[at] in _FILLERS and figure.first - at <= 2:
        at -= 1
    if at >= 0 and lower[at] in parameters.before:
        return True
    after = lower[figure.last : figure.last + 2]
    return bool(parameters.after & set(after))


def _alike(left: Figure, window: Sequence[Figure]) -> list[Figure]:
    return [f for f in window if f.kind == left.kind and (f.unit == left.unit or not f.unit)]


def _has_whole(left: Figure, window: Sequence[Figure]) -> bool:
    return len(_alike(left, window)) >= 3


def _judged(
    left: Figure, window: Sequence[Figure], passage: Passage, parameters: Parameters
) -> Flaw | None:
    same = _with_bare_counts(left, window)
    if not 3 <= len(same) <= parameters.most or same[-1] is not left:
        return None
    if any(f.bound != "exact" or f.value is None or f.value <= 0 for f in same):
        return None
    whole = max(same, key=lambda f: f.value or 0)
    parts = [f for f in same if f is not whole and f is not left]
    if whole is left or not _first(whole, same, passage) or not _fits(whole, parts, left):
        return None
    if any(f.kind == "percent" for f in window):
        return None
    finer = any((f.resolution or 0) < (whole.resolution or 0) for f in (left, *parts))
    total = Interval.from_figure(whole, "strict" if finer else "lenient")
    rest = total - Interval.sum(Interval.from_figure(f, "lenient") for f in parts)
    if rest.intersects(Interval.from_figure(left, "lenient")):
        return None
    named = joined([phrase(f) for f in parts])
    return Flaw(
        (left, whole, *parts),
        f"{phrase(whole)} without {named} does not leave {phrase(left)}.",
        "What is left is the whole without the parts that the text names.",
    )


def _with_bare_counts(left: Figure, window: Sequence[Figure]) -> list[Figure]:
    """The figures of the rest's kind; a bare number before a measure is of its unit too."""
    found = []
    if left.kind == "count" and not left.counted:
        units = {f.unit for f in window if f.kind == "measure"}
        if len(units) == 1 and all(f.kind != "count" or not f.counted for f in window):
            return [f for f in window if f.kind in ("count", "measure")]
    for figure in window:
        bare = figure.kind == "count" and not figure.counted and left.kind == "measure"
        if bare or (figure.kind == left.kind and figure.unit == left.unit):
            found.append(figure)
    return found


def _first(whole: Figure, same: Sequence[Figure], passage: Passage) -> bool:
    """Whether the whole is named first, or behind "of": 42 of the 60."""
    if same[0] is whole:
        return True
    lower = passage.sentence_of(whole).lower
    return same[1] is whole and "of" in lower[max(whole.first - 2, 0) : whole.first]


def _fits(whole: Figure, parts: Sequence[Figure], left: Figure) -> bool:
    """Whether the parts may count what the whole counts: its noun, none, or people."""
    allowed = {whole.counted, None, "people", "person"}
    return all(f.counted in allowed for f in (*parts, left))
