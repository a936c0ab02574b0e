"""Words that say how large a figure or an age is ("six-figure", "octogenarian")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure, Sentence

__all__ = ["Parameters", "find"]

_WINDOW = 16


def _ages() -> dict[str, tuple[int, int]]:
    return {
        "teenager": (13, 19), "teenage": (13, 19), "teen": (13, 19), "toddler": (1, 4),
        "octogenarian": (80, 89), "nonagenarian": (90, 99), "septuagenarian": (70, 79),
        "sexagenarian": (60, 69), "centenarian": (100, 130), "twentysomething": (20, 29),
        "thirtysomething": (30, 39), "fortysomething": (40, 49), "pensioner": (55, 130),
        "preteen": (8, 13), "newborn": (0, 0),
    }  # fmt: skip


def _digits() -> dict[str, int]:
    names = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return dict(zip(names, range(3, 11), strict=True))


@dataclass(frozen=True, slots=True)
class Parameters:
    """What each word allows.

    Attributes:
        ages: Youngest and oldest age in whole years.
        digits: How many digits the number before "-figure" means.
        reach: Tokens between the word and the figure.
        voids: Words that show that the figure is another one.
    """

    ages: Mapping[str, tuple[int, int]] = field(default_factory=_ages)
    digits: Mapping[str, int] = field(default_factory=_digits)
    reach: int = 6
    voids: frozenset[str] = frozenset(
        ("not", "than", "from", "short", "below", "above", "former", "by", "son", "daughter",
         "mother", "father", "plus", "bonus", "tax", "per")
    )  # fmt: skip


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Figures and ages that the word beside them does not allow."""
    for sentence in passage.sentences:
        figures = passage.by_sentence.get(sentence.index, ())
        yield from _aged(sentence, figures, parameters)
        yield from _figured(sentence, figures, parameters)


def _near(figures: Sequence[Figure], at: int) -> Sequence[Figure]:
    """The figures, in text order, that begin within a few words of a place."""
    begin = bisect_left(figures, at - _WINDOW, key=lambda figure: figure.first)
    return figures[begin : bisect_left(figures, at + _WINDOW, key=lambda figure: figure.first)]


def _aged(sentence: Sentence, figures: Sequence[Figure], parameters: Parameters) -> Iterator[Flaw]:
    lower = sentence.lower
    for at, word in enumerate(lower):
        span = parameters.ages.get(word)
        if span is None or {"former", "of"} & set(lower[max(at - 2, 0) : at]):
            continue
        for figure in _near(figures, at):
            bare = figure.kind == "count" and not figure.counted and not figure.unit
            if (
                not (figure.kind == "age" or bare)
                or figure.bound != "exact"
                or figure.value is None
            ):
                continue
            apposed = figure.first == at + 2 and lower[at + 1] in (",", "(")
            named = (
                figure.first > at + 1
                and figure.first - at <= 5
                and lower[figure.first - 1] in (",", "(", "aged")
                and all(w[:1].isupper() for w in sentence.words[at + 1 : figure.first - 1])
            )
            opened = lower[max(figure.first - 1, 0) : figure.first] == ["at"]
            ahead = opened and lower[figure.last : at] in ([",", "the"], [",", "a"])
            before = figure.last == at or (ahead and lower[at + 1 : at + 2] != ["'s"])
            if (
                bare
                and not ahead
                and not (apposed and lower[figure.last : figure.last + 1] in ([","], [")"]))
            ):
                continue
            if (apposed or named or before) and not span[0] <= figure.value <= span[1]:
                yield Flaw(
                    (figure,),
                    f"{word} does not go with the age of {figure.text}.",
                    f"The word is said of ages from {span[0]} to {span[1]}.",
                )


def _figured(
    sentence: Sentence, figures: Sequence[Figure], parameters: Parameters
) -> Iterator[Flaw]:
    lower = sentence.lower
    for at, word in enumerate(lower):
        if word not in ("figure", "figures") or at < 2:
            continue
        said = lower[at - 2 if lower[at - 1] == "-" else at - 1]
        digits = parameters.digits.get(said)
        if digits is None:
            continue
        for figure in _near(figures, at):
            if figure.bound != "exact" or figure.value is None or figure.kind not in (
                "money", "count"
            ):  # fmt: skip
                continue
            first, last = sorted(((figure.first, figure.last), (at, at + 1)))
            between = lower[first[1] : last[0]]
            if first[1] > last[0] or len(between) > parameters.reach:
                continue
            closed = "," in between or "(" in between or "of" in between or ":" in between
            if not closed or parameters.voids & set(between):
                continue
            if len(str(int(abs(figure.value)))) != digits:
                yield Flaw(
                    (figure,),
                    f"{phrase(figure)} does not have {said} figures.",
                    "The digits before the decimal mark are counted.",
                )
                return
