"""A conversion with more digits than what it converts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from numcheck.engine.checks import conversion
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """How many digits too many are worth a line.

    Attributes:
        hedged: Digits beyond the source's, where the source is hedged.
        plain: Digits beyond the source's, where it is not.
        alone: Digits that no guess has.
        guesses: Hedges that make a figure a guess.
    """

    hedged: int = 2
    plain: int = 4
    alone: int = 5
    guesses: frozenset[str] = frozenset(("roughly", "around", "approximately", "about", "circa"))


_ROUGH = frozenset({"approximate", "nearly", "vague"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Conversions that claim to know more than their source."""
    before: Figure | None = None
    for figure in passage.figures:
        shared = before is not None and conversion.shares_bound(before, figure)
        guessed = not shared and (figure.hedge or "").lower() in parameters.guesses
        before = figure
        if guessed and figure.kind in ("count", "measure") and _digits(figure) >= parameters.alone:
            yield Flaw(
                (figure,),
                f"{figure.hedge} and {figure.text} do not go together: "
                "a guess is not known to its last digit.",
                "A hedged figure has no more digits than its hedge leaves room for.",
            )
    settings = conversion.Parameters()
    for a, b in pairwise(passage.figures):
        if a.kind != "measure" or b.kind != "measure" or a.unit == b.unit:
            continue
        if a.sentence != b.sentence:
            continue
        if not conversion.follows(a, b, passage.sentence_of(a).lower, settings):
            continue
        source, shown = _digits(a), _digits(b)
        most = parameters.hedged if a.bound in _ROUGH else parameters.plain
        surely = "." in b.text or shown - source >= parameters.alone
        if source and shown - source >= most and surely:
            yield Flaw(
                (b, a),
                f"{phrase(a)} cannot be known to the last digit of {b.text}.",
                "A converted value has no more than one digit more than its source.",
            )


def _digits(figure: Figure) -> int:
    """Significant digits as written; the zeros at the end of a whole number do not count."""
    if figure.value is None:
        return 0
    text = "".join(letter for letter in figure.text if letter.isdigit() or letter == ".")
    if not text:
        return len(str(abs(figure.value.normalize().as_tuple().digits[0])))
    if "." in text:
        return len(text.replace(".", "").lstrip("0"))
    return len(text.strip("0")) or 1
