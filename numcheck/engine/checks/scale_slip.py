"""A million that should be a billion: digits that fit beside others, with a scale that does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.before_after import pair_in
from numcheck.engine.message import joined, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """When a scale is taken to have slipped.

    Attributes:
        ratio: How many times larger one value of a thing must be than the other.
        near: By what part the written numbers of the two may differ.
        voids: Words that show that figures are no parts and total.
    """

    ratio: Decimal = Decimal(90)
    near: Decimal = Decimal("0.6")
    voids: frozenset[str] = frozenset(
        ("profit", "against", "compared", "earlier", "previous", "debt", "revenue", "loss")
    )


_SCALES = (
    ("thousand", Decimal(1000)), ("million", Decimal(10**6)), ("billion", Decimal(10**9)),
    ("trillion", Decimal(10**12)), ("bn", Decimal(10**9)), ("tn", Decimal(10**12)),
    ("lakh", Decimal(10**5)), ("crore", Decimal(10**7)), ("m", Decimal(10**6)),
    ("k", Decimal(1000)),
)  # fmt: skip
_MOST = 5


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Values of one sentence whose scale words cannot all be right."""
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        amounts = [f for f in figures if f.kind in ("count", "money")]
        if len(amounts) < 2:
            continue
        scaled = [f for f in amounts if _mantissa(f) is not None]
        if len(scaled) < 2:
            continue
        lower = passage.analysis.sentences[number].lower
        whole = not parameters.voids & set(lower) and pair_in(figures, lower) is None
        flaw = (_sum(scaled) if whole else None) or _pair(figures, lower, parameters)
        if flaw is not None:
            yield flaw


def _mantissa(figure: Figure) -> Decimal | None:
    """The number that stands before the scale word; ``None`` without one."""
    scale = _scale(figure)
    return figure.value / scale if scale is not None and figure.value else None


def _scale(figure: Figure) -> Decimal | None:
    text = figure.text.lower().rstrip(".")
    for name, scale in _SCALES:
        at = text.find(name)
        while at >= 0:
            ends = text[at + len(name) : at + len(name) + 1]
            if not ends.isalpha() and (at == 0 or not text[at - 1].isalpha()):
                return scale
            at = text.find(name, at + 1)
    return None


def _sum(scaled: Sequence[Figure]) -> Flaw | None:
    """A total of 3.4 billion beside 1.9 billion and 1.5 million."""
    group = [f for f in scaled if f.unit == scaled[0].unit and f.kind == scaled[0].kind]
    if not 3 <= len(group) <= _MOST or any(f.bound != "exact" for f in group):
        return None
    numbers = [_mantissa(f) or Decimal(0) for f in group]
    total = max(numbers)
    at = numbers.index(total)
    parts = [f for k, f in enumerate(group) if k != at]
    if sum(numbers) != 2 * total or len({_scale(f) for f in group}) != 2:
        return None
    wrong = [f for f in group if [_scale(g) for g in group].count(_scale(f)) == 1]
    odd = wrong[0] if len(wrong) == 1 else group[at]
    return Flaw(
        (odd, *(f for f in group if f is not odd)),
        f"{joined([phrase(f) for f in parts])} would make {phrase(group[at])} "
        "if they all had one scale word.",
        "The written numbers add up, and the scale words differ.",
    )


def _pair(figures: Sequence[Figure], lower: Sequence[str], parameters: Parameters) -> Flaw | None:
    """A value before and one after with near numbers and scales worlds apart."""
    pair = pair_in(figures, lower)
    if pair is None:
        return None
    old, new = _mantissa(pair.old), _mantissa(pair.new)
    if not old or not new or not pair.old.value or not pair.new.value:
        return None
    larger, smaller = max(pair.old.value, pair.new.value), min(pair.old.value, pair.new.value)
    if larger / smaller < parameters.ratio or abs(old - new) > parameters.near * max(old, new):
        return None
    return Flaw(
        (pair.old, pair.new),
        f"{phrase(pair.old)} and {phrase(pair.new)} lie worlds apart: a scale word is wrong.",
        "The written numbers are near each other, and the scale words are not.",
    )
