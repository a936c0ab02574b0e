"""Two figures of a text that look like one figure mistyped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """When two figures are too much alike to be two.

    Attributes:
        kinds: Kinds that are looked at.
        digits: Significant digits that transposed figures have at least.
        scale_digits: Significant digits that figures have at least whose scale word differs.
        factors: Ratios that a wrong scale word makes.
        most: Figures of a text that are compared with one another.
    """

    kinds: tuple[str, ...] = ("count", "money", "measure")
    digits: int = 4
    scale_digits: int = 2
    factors: tuple[int, ...] = (1000, 1000000)
    most: int = 60


_LOOSE = frozenset({"approximate", "nearly", "range", "vague"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Pairs of figures of one thing, of which one is the other with a slip."""
    figures = [
        figure
        for figure in passage.figures
        if figure.kind in parameters.kinds
        and figure.bound not in _LOOSE
        and figure.field == "text"
        and figure.value is not None
        and figure.value > 0
        and any(letter.isdigit() for letter in figure.text)
    ][: parameters.most]
    values: set[Decimal | None] = set()
    for place, a in enumerate(figures):
        for b in figures[place + 1 :]:
            if a.sentence == b.sentence or not _one_thing(a, b):
                # A sentence with both figures knows that they differ.
                continue
            values = values or {figure.value for figure in passage.figures}
            if _explained(a, b, values):
                continue
            slip = _slip(a, b, parameters)
            if slip:
                yield Flaw(
                    (b, a),
                    f"{phrase(a)} and {phrase(b)} look like one figure with {slip}.",
                    "Both speak of the same thing, and no figure of the text is their difference.",
                )


def _one_thing(a: Figure, b: Figure) -> bool:
    """Whether both have one unit and, for counts, one noun."""
    if a.kind != b.kind or a.unit != b.unit or a.value == b.value or a.per != b.per:
        return False
    if (a.as_of or b.as_of) and a.as_of != b.as_of:
        return False
    if a.kind == "count":
        return a.counted is not None and a.counted == b.counted
    return True


def _explained(a: Figure, b: Figure, values: set[Decimal | None]) -> bool:
    """Whether the text itself gives what lies between the two."""
    assert a.value is not None  # for the type checker; the caller looked
    assert b.value is not None
    return abs(a.value - b.value) in values


def _slip(a: Figure, b: Figure, parameters: Parameters) -> str:
    one, other = _digits(a), _digits(b)
    long, short = (one, other) if len(one) >= len(other) else (other, one)
    assert a.value is not None
    assert b.value is not None
    ratio = max(a.value, b.value) / min(a.value, b.value)
    if one == other and len(one) >= parameters.scale_digits:
        same_measure = a.kind == "measure" or (a.kind == "count" and bool(a.counted))
        return "another scale word" if same_measure and ratio in parameters.factors else ""
    if len(long) < parameters.digits:
        return ""
    if len(long) == len(short) and ratio < 10 and _transposed(long, short):
        return "two digits changed over"
    if len(long) == len(short) + 1 and len(long) > parameters.digits and _dropped(long, short):
        return "a digit left out" if 5 < ratio < 20 else ""
    return ""


def _digits(figure: Figure) -> str:
    """The significant digits."""
    text = "".join(letter for letter in figure.text if letter.isdigit())
    return text.strip("0")


def _transposed(long: str, short: str) -> bool:
    """Whether two neighbouring digits are exchanged and nothing else."""
    differing = [place for place, (x, y) in enumerate(zip(long, short, strict=True)) if x != y]
    if len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    first, second = differing
    return long[first] == short[second] and long[second] == short[first]


def _dropped(long: str, short: str) -> bool:
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
