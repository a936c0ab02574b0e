"""Hedge words beside a number, and the interval that they assert."""

from __future__ import annotations

import math
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours

__all__ = ["Hedge", "hedge_interval", "read_hedges"]


class Hedge(NamedTuple):
    """A phrase that bounds a number.

    Attributes:
        tokens: Its tokens in lower case.
        bound: The bound of the contract that it puts on the number.
        width: Name of its measured width, or ``"-"``.
    """

    tokens: tuple[str, ...]
    bound: str
    width: str


# Widths differ between people by about a factor of four, and a writer who rounds means the last
# digit that is not a zero; so a hedge is never read as narrower than a tenth of the number or one
# unit of that digit, whichever is less.
_TENTH: Final = Decimal("0.1")
_CLAUSE_ENDS: Final = frozenset((".", ",", ")", ";"))
_LOOSE: Final = frozenset(("“", "”", '"', "‘", "'", "(", "«"))
_WINDOW = 2  # how many hedges may stack: "more than an estimated 40"


@cache
def _left() -> dict[str, tuple[Hedge, ...]]:
    return _index("left", -1)


@cache
def _right() -> dict[str, tuple[Hedge, ...]]:
    return _index("right", 0)


def _index(side: str, key: int) -> dict[str, tuple[Hedge, ...]]:
    """Last (left side) or first (right side) token → hedges, longest first."""
    found: dict[str, list[Hedge]] = {}
    for phrase, bound, where, width in vocabulary.table("hedges", 4):
        if where == side:
            tokens = tuple(phrase.split(" "))
            found.setdefault(tokens[key], []).append(Hedge(tokens, bound, width))
    return {
        word: tuple(sorted(hedges, key=lambda h: -len(h.tokens))) for word, hedges in found.items()
    }


def read_hedges(draft: Draft, floor: int = 0) -> None:
    """Set bound, hedge, ``left`` and the interval of a draft from the words around it.

    Args:
        draft: A draft with a value, or with the ends of a range or of a vague word.
        floor: Index of the first token that may belong to it (past the draft before).
    """
    hedge, width = _read_left(draft, floor)
    if hedge is None or hedge.bound == "exact":
        behind = _read_right(draft)
        hedge, width = (behind, behind.width) if behind is not None else (hedge, width)
    bound = hedge.bound if hedge is not None else "exact"
    if draft.value is None:
        _bound_ends(draft, bound)
        return
    draft.bound = bound
    _set_interval(draft, bound, width)


def _read_left(draft: Draft, floor: int) -> tuple[Hedge | None, str]:
    sentence = draft.sentence
    lower, at = sentence.lower, draft.first - 1
    table = _left()
    best: Hedge | None = None
    width = "-"
    for _ in range(_WINDOW):
        while at >= floor and lower[at] in _LOOSE:
            at -= 1
        if at < floor:
            break
        found = None
        for hedge in table.get(lower[at], ()):
            size = len(hedge.tokens)
            begin = at - size + 1
            if begin >= floor and (size == 1 or tuple(lower[begin : at + 1]) == hedge.tokens):
                found = hedge
                break
        if found is None or (found.tokens == ("c", ".") and not sentence.glued(at)):
            break
        begin = at - len(found.tokens) + 1
        if begin > 0 and _bounds_nothing(draft, found, lower[begin - 1]):
            break
        if draft.hedge is None:
            draft.hedge = _surface(draft, begin, at + 1)
        else:
            draft.hedge = _surface(draft, begin, draft.first)
        draft.left = begin
        if best is None or (
            found.bound != "exact" and best.bound in ("exact", "approximate", found.bound)
        ):
            best = found
        if found.width != "-" and width == "-":
            width = found.width
        at = begin - 1
    return best, width


def _bounds_nothing(draft: Draft, hedge: Hedge, before: str) -> bool:
    """Whether the words only look like a hedge (``edged up to 4%``, ``closes over 18 months``)."""
    if hedge.tokens == ("up", "to"):
        return before in neighbours("before_up_to")
    if hedge.tokens != ("over",) or draft.kind != "duration":
        return False
    return before not in neighbours("before_long_over") and before not in _left()


def _read_right(draft: Draft) -> Hedge | None:
    sentence, at = draft.sentence, draft.last
    lower = sentence.lower
    if at < len(lower) and lower[at] in (",", "("):
        at += 1
    if at >= len(lower):
        return None
    for hedge in _right().get(lower[at], ()):
        if tuple(lower[at : at + len(hedge.tokens)]) != hedge.tokens:
            continue
        end = at + len(hedge.tokens)
        # "12 about to leave": only the end of a clause shows "about" to be a hedge.
        closing = len(hedge.tokens) == 1 and hedge.tokens[0] in neighbours("closing_hedges")
        if closing and end < len(lower) and lower[end] not in _CLAUSE_ENDS:
            continue
        if hedge.tokens == ("+",) and not sentence.glued(at):
            continue
        draft.hedge = _surface(draft, at, end)
        if at == draft.last:
            draft.after = max(draft.after, end)
        return hedge
    return None


def _surface(draft: Draft, begin: int, end: int) -> str:
    sentence = draft.sentence
    text = sentence.text[
        sentence.starts[begin] - sentence.start : sentence.ends[end - 1] - sentence.start
    ]
    return " ".join(text.split())


def _bound_ends(draft: Draft, bound: str) -> None:
    """A hedge before a range or a vague word opens an end; about is already in its vagueness."""
    if draft.bound not in ("range", "vague"):
        return
    if bound in ("more_than", "at_least"):
        draft.high = None
    elif bound in ("at_most", "less_than") and draft.bound == "range":
        draft.low = None


def _set_interval(draft: Draft, bound: str, width: str) -> None:
    value = draft.value
    assert value is not None
    if bound == "exact":
        draft.low = draft.high = value
    elif bound in ("at_least", "more_than"):
        draft.low, draft.high = value, None
        draft.low_open = bound == "more_than"
    elif bound in ("at_most", "less_than") and width == "-":
        draft.low, draft.high = None, value
        draft.high_open = bound == "less_than"
    else:
        half = hedge_interval(value, draft.resolution or Decimal(1), width)
        draft.low = value - half
        draft.high = value + half if bound == "approximate" else value
        draft.high_open = bound in ("nearly", "less_than")


def hedge_interval(value: Decimal, resolution: Decimal, width: str) -> Decimal:
    """Half the width of a hedged number, in its own units.

    The measured width (see ``hedge_widths.tsv``) of the number's digits, taken as an integer of
    its last committed digit, but not less than a tenth of the number or a unit of its last
    non-zero digit, whichever is less.

    Args:
        value: The written number.
        resolution: Place value of its last committed digit.
        width: Name of the hedge's measured width.
    """
    size = abs(value)
    if size == 0:
        return resolution
    unit = resolution if resolution < 1 else Decimal(1)
    digits = str(int((size / unit).to_integral_value()))
    stripped = digits.rstrip("0") or "1"
    zeros = len(digits) - len(stripped)
    last = unit * (Decimal(10) ** zeros)
    floor = min(size * _TENTH, last)
    row = _widths().get(width if width != "-" else "about")
    if row is None:
        return floor
    z = min(math.log10(float(size / unit)), 15.0) if size >= unit else 0.0
    r, f = float(min(zeros, 9)), 1.0 if stripped[-1] == "5" else 0.0
    a, b, c, d, e, ff, g, h = row
    log_width = a + b * z + c * r + d * f + e * z * r + ff * z * f + g * r * f + h * z * r * f
    measured = Decimal(repr(round(10**log_width / 2, 3))) * unit
    # Beyond the measured range the regression runs away; a hedge never means more than a half.
    return max(min(measured, size / 2), floor)


@cache
def _widths() -> dict[str, tuple[float, ...]]:
    return {row[0]: tuple(map(float, row[1:])) for row in vocabulary.table("hedge_widths", 9)}
