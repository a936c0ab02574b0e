"""A stated change against the values before and after it, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import takewhile
from typing import Literal

from numcheck.engine.before_after import AMOUNTS, Pair, pair_in, pair_over
from numcheck.engine.message import number_text, phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading, rounding_place

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which change is meant, and the words around it.

    Attributes:
        measure: What is held against the two values.
        ties: Words beside a percentage or a difference that show it to be a change.
        voids: Words that show another base, another measure or another moment.
        breaks: Words that part the change from the values of something else.
        margins: Words beside a difference that lies between two sides, of which neither is older.
        sides: Words of which one must stand between the two sides.
        whole: Words that show a majority over all others and not over the next.
        looseness: By what part a multiple may be off.
        reach: Tokens that may lie between the change and the nearer value.
    """

    measure: Literal["percent", "multiple", "difference"] = "percent"
    ties: frozenset[str] = frozenset(
        {
            "more", "less", "fewer", "higher", "lower", "cheaper", "dearer", "increase", "up",
            "decrease", "drop", "rise", "fall", "growth", "cut", "jump", "down", "better",
            "worse", "larger", "smaller", "bigger", "rose", "fell", "grew", "increased",
            "dropped", "gain", "decline", "reduction", "loss", "improvement", "warmer", "colder",
            "hotter", "cooler", "taller", "heavier", "lighter", "deeper", "older", "younger",
            "slower", "faster", "shorter", "longer",
        }
    )  # fmt: skip
    voids: frozenset[str] = frozenset(
        {
            "annualised", "annualized", "real", "inflation", "adjusted", "respectively", "each",
            "every", "another", "further", "target", "forecast", "expected", "both", "annually",
            "stake", "tax", "discount", "deposit", "margin", "confidence", "chance", "average",
            "combined", "annum", "likely", "currency", "currencies", "like-for-like", "interest",
            "stretch", "short",
        }
    )  # fmt: skip
    breaks: frozenset[str] = frozenset(
        {
            ";", "while", "but", "whereas", "although", "though", "because", "as", "after",
            "despite", "thanks", "lifted", "lifting", "pushed", "pushing", "helped", "helping",
            "sent", "sending", "boosted", "boosting", "drove", "driving", "took", "taking",
            "brought", "bringing", "following", "owing", "due", "and", "with", "since", "among",
        }
    )  # fmt: skip
    margins: frozenset[str] = frozenset(
        {
            "majority", "margin", "lead", "gap", "difference", "advantage", "shortfall", "surplus",
            "deficit", "ahead", "apart", "clear", "adrift",
        }
    )  # fmt: skip
    sides: frozenset[str] = frozenset(
        ("to", "against", "and", "versus", "vs", "compared", "while", "over", "beat", "but")
    )
    whole: frozenset[str] = frozenset(("seats", "seat", "overall"))
    looseness: Decimal = Decimal("0.13")
    reach: int = 14


_CUTS = frozenset(("halved", "halving", "halves", "halve"))
_HUNDRED = Decimal(100)


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Changes that do not lead from the one value to the other."""
    earlier: int | None = None
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        sentence = passage.analysis.sentences[number]
        changes = _changes(figures, sentence.lower, parameters)
        if len(changes) == 1 and not parameters.voids & set(sentence.lower):
            change = changes[0]
            rest = [figure for figure in figures if figure is not change]
            pair = _pair(rest, change, sentence.lower, parameters)
            if pair is None and parameters.measure == "difference":
                pair = _two_sides(rest, change, sentence.lower, parameters)
            if pair is None and parameters.measure == "multiple":
                pair = _as_much(rest, change, sentence.lower)
            if pair is None and earlier == number - 1 and parameters.measure != "difference":
                pair = _pair_over(earlier, number, change, passage, parameters)
            if pair is not None:
                yield from _judged(change, pair, sentence.lower, parameters)
        earlier = number


def _changes(
    figures: Sequence[Figure], lower: Sequence[str], parameters: Parameters
) -> list[Figure]:
    """The figures of a sentence that state a change; no other percentage may stand beside one."""
    if parameters.measure == "percent":
        found = [f for f in figures if f.kind == "percent"]
        if len(found) != 1 or found[0].unit != "percent" or found[0].bound != "exact":
            return []
        return [f for f in found if _tied(f, lower, parameters)]
    if parameters.measure == "multiple":
        return [f for f in figures if f.kind == "multiplier" and _multiplies(f, lower)]
    return [f for f in figures if f.kind in AMOUNTS and _difference(f, lower, parameters)]


def _tied(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    near = [*lower[max(figure.first - 3, 0) : figure.first], *lower[figure.last : figure.last + 2]]
    return figure.trend is not None or bool(parameters.ties & set(near))


def _multiplies(figure: Figure, lower: Sequence[str]) -> bool:
    if figure.value is None or figure.bound in ("range", "vague"):
        return False
    halves = "as" in lower[figure.last : figure.last + 1]
    return figure.value >= 2 or lower[figure.first] in _CUTS or halves


def _difference(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    if figure.bound != "exact" or figure.value is None:
        return False
    before = lower[max(figure.first - 1, 0) : figure.first]
    if before == ["by"]:
        return True
    after = lower[figure.last : figure.last + 2]
    if figure.counted and len(after) == 2 and after[0] not in parameters.ties:
        after = after[1:]
    named = before == ["of"] and lower[figure.first - 2] in parameters.ties
    return (
        named or (bool(after) and after[0] in parameters.ties) or _margin(figure, lower, parameters)
    )


def _margin(figure: Figure, lower: Sequence[str], parameters: Parameters) -> bool:
    before = lower[max(figure.first - 2, 0) : figure.first]
    named = before[1:] == ["of"] and before[0] in parameters.margins
    behind = list(takewhile(str.isalpha, lower[figure.last : figure.last + 3]))
    return named or bool(parameters.margins & set(behind))


def _pair(
    rest: Sequence[Figure], change: Figure, lower: Sequence[str], parameters: Parameters
) -> Pair | None:
    pair = pair_in(rest, lower)
    if pair is None or not _near(change, pair, lower, parameters):
        return None
    if parameters.measure != "difference":
        return pair
    return pair if _same_measure(change, pair.old) else None


def _two_sides(
    rest: Sequence[Figure], change: Figure, lower: Sequence[str], parameters: Parameters
) -> Pair | None:
    """The only two values that a margin can lie between: ``21,450 votes to Kemp's 20,150``."""
    if not _margin(change, lower, parameters) or parameters.whole & set(lower):
        return None
    bare = change.kind in ("duration", "measure", "money")
    same = [
        f
        for f in rest
        if (f.kind, f.unit) == (change.kind, change.unit)
        or (bare and f.kind == "count" and f.counted is None)
    ]
    if len(same) != 2 or any(f.bound != "exact" or not f.value for f in same):
        return None
    first, last = same
    noun = first.counted in (last.counted, None) or last.counted is None
    between = lower[first.last : last.first]
    gap = max(change.first - last.last, first.first - change.last)
    tied = bool(parameters.sides & set(between)) or {"clear", "ahead", "adrift"} & set(between)
    if not noun or not tied or len(between) > parameters.reach:
        return None
    if ";" in between or gap > parameters.reach:
        return None
    if first.last <= change.first < last.first:
        behind = lower[change.last : change.last + 3]
        if not {"clear", "ahead", "adrift"} & set(behind):
            return None
    first, last = (replace(f, kind=change.kind, unit=change.unit) for f in same)
    return Pair(first, last) if _same_measure(change, first) else None


def _as_much(rest: Sequence[Figure], change: Figure, lower: Sequence[str]) -> Pair | None:
    """The only two values of "half as much as the other one, which cost", the nearer one first."""
    after = lower[change.last : change.last + 3]
    the = after[:1] == ["the"]
    next_ = the and any(f.first == change.last + 1 for f in rest)
    if after[:1] != ["as"] and not (the and after[2:3] == ["of"]) and not next_:
        return None
    same = [f for f in rest if f.kind in AMOUNTS and f.bound == "exact" and f.value]
    if len(same) != 2 or (same[0].kind, same[0].unit) != (same[1].kind, same[1].unit):
        return None
    first, last = same
    if not first.last <= change.first < last.first or ";" in lower[first.last : last.first]:
        return None
    return Pair(last, first)


def _same_measure(change: Figure, old: Figure) -> bool:
    """Whether a difference can be one between such values: points of percentages, cents too."""
    if old.kind == "money" and change.unit in ("cent", "penny"):
        return True
    if old.kind == "percent":
        return change.unit == "percentage_point" or change.counted == "point"
    counted = change.counted is None or old.counted is None or change.counted == old.counted
    return change.kind == old.kind and change.unit == old.unit and counted


def _near(change: Figure, pair: Pair, lower: Sequence[str], parameters: Parameters) -> bool:
    """Whether no word parts the change from the values, and the values from each other."""
    first, last = sorted((pair.old, pair.new), key=lambda figure: figure.first)
    inside = set(lower[first.last : last.first])
    apart = {"while", "whereas", "respectively"} & inside
    if apart or (";" in inside and not first.last <= change.first < last.first):
        return False
    if last.last <= change.first:
        between = lower[last.last : change.first]
        if between[:1] == ["and"] or between[-1:] == ["and"]:
            return False
    elif change.last <= first.first:
        between = lower[change.last : first.first]
    else:
        return True
    if between[:1] != [";"] or between[1:2] not in (["that"], ["this"], ["which"]):
        return len(between) <= parameters.reach and not parameters.breaks & set(between)
    return len(between) <= parameters.reach


def _pair_over(
    earlier: int, number: int, change: Figure, passage: Passage, parameters: Parameters
) -> Pair | None:
    sentences = passage.analysis.sentences
    if sentences[earlier].field != sentences[number].field:
        return None
    if parameters.voids & set(sentences[earlier].lower):
        return None
    rest = [figure for figure in passage.by_sentence[number] if figure is not change]
    first = passage.by_sentence[earlier]
    if any(figure.kind in ("percent", "multiplier") for figure in first):
        return None
    pair = pair_over(first, rest, passage)
    if pair is None:
        return None
    own = pair.new if pair.new.sentence == number else pair.old
    lower = sentences[number].lower
    between = lower[min(own.last, change.last) : max(own.first, change.first)]
    broken = parameters.breaks & set(between) or "and" in between
    return None if broken or len(between) > parameters.reach else pair


def _judged(
    change: Figure, pair: Pair, lower: Sequence[str], parameters: Parameters
) -> Iterator[Flaw]:
    grain = min(filter(None, (rounding_place(pair.old), rounding_place(pair.new))), default=None)
    # A multiple is loose in itself, so that its values need not be.
    reading: Reading = "strict" if parameters.measure == "multiple" else "lenient"
    old, new = (
        Interval.from_figure(one, "strict" if _coarser(one, other) else reading, grain)
        for one, other in ((pair.old, pair.new), (pair.new, pair.old))
    )
    if parameters.measure == "percent":
        flaw = _percent(change, pair, old, new)
    elif parameters.measure == "multiple":
        flaw = _multiple(change, pair, old, new, lower, parameters)
    else:
        flaw = _by(change, pair, old, new)
    if flaw is not None:
        yield flaw


def _coarser(one: Figure, other: Figure) -> bool:
    """Whether a value is written with fewer digits than its partner, and not cut off: 6m, 4.5m."""
    return (one.resolution or 0) > (other.resolution or 0) > 0


def _percent(change: Figure, pair: Pair, old: Interval, new: Interval) -> Flaw | None:
    stated = Interval.from_figure(change, "lenient")
    share = Interval.point(_HUNDRED)
    if stated.intersects(abs(new / old - Interval.point(1)) * share):
        return None
    assert pair.old.value is not None
    assert pair.new.value is not None
    real = abs(pair.new.value - pair.old.value) / pair.old.value * _HUNDRED
    return Flaw(
        (change, pair.old, pair.new),
        f"{phrase(pair.old)} to {phrase(pair.new)} is a change of {number_text(real)}%, "
        f"not {phrase(change)}.",
        "The change is the difference of the two figures divided by the earlier one.",
    )


def _multiple(
    change: Figure,
    pair: Pair,
    old: Interval,
    new: Interval,
    lower: Sequence[str],
    parameters: Parameters,
) -> Flaw | None:
    times = Interval.from_figure(change, "lenient" if change.bound == "exact" else "asserted")
    if change.bound == "exact" and change.value is not None:
        times = Interval.point(change.value)
    more = {"more", "higher", "larger", "bigger", "greater"}
    after = lower[change.last : change.last + 3]
    if more & set(after):
        # "three times more" is said of three times as much and of four times as much.
        times = times.hull(times + Interval.point(1))
    ratio = new / old
    room = Interval.around(Decimal(1), parameters.looseness)
    if ratio.intersects(times * room):
        return None
    assert pair.old.value is not None
    assert pair.new.value is not None
    real = number_text(pair.new.value / pair.old.value)
    said = " ".join(lower[change.first : change.last])
    return Flaw(
        (change, pair.old, pair.new),
        f"{phrase(pair.old)} to {phrase(pair.new)} is {real} times as much, "
        f'but the text says "{said}".',
        "The later value is divided by the earlier one.",
    )


def _by(change: Figure, pair: Pair, old: Interval, new: Interval) -> Flaw | None:
    stated = Interval.from_figure(change, "lenient")
    if change.unit in ("cent", "penny") and pair.old.kind == "money":
        stated = stated / Interval.point(_HUNDRED)
    gap = abs(new - old)
    if stated.intersects(gap):
        return None
    assert pair.old.value is not None
    assert pair.new.value is not None
    real = number_text(abs(pair.new.value - pair.old.value))
    return Flaw(
        (change, pair.old, pair.new),
        f"Between {phrase(pair.old)} and {phrase(pair.new)} lie {real}, not {phrase(change)}.",
        "The smaller figure is taken from the larger one.",
    )
