"""Two dates and how long it was between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from numcheck.engine.dates import day_and_month, possible_days
from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure
from numcheck.model.interval import Interval

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Which words join a duration to its dates.

    Attributes:
        units: Days in each unit of duration that is looked at.
        breaks: Words that show that the duration is another one.
        backward: Words that begin a duration which takes up two dates just named.
        counting: How days are counted: ``inclusive`` with both ends, ``exclusive`` with one of
            them, ``either`` as the text pleases; nights lie between the ends in any case.
    """

    units: dict[str, int] = field(
        default_factory=lambda: {"day": 1, "night": 1, "week": 7, "fortnight": 14}
    )
    breaks: frozenset[str] = frozenset(
        {
            "ago", "later", "earlier", "before", "within", "notice", "first", "last", "each",
            "every", "next", "past", "previous", "another", "after", "since", "extra", "working",
            "of", "a", "per", "apart", "old", "business",
        }
    )  # fmt: skip
    backward: frozenset[str] = frozenset({"the", "their", "its", "his", "her", "this", "that"})
    counting: str = "either"


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Durations that are neither the inclusive nor the exclusive count of days."""
    for number in sorted(passage.by_sentence):
        figures = passage.by_sentence[number]
        yield from _years(figures, passage, parameters)
        span = _span(figures, passage)
        if span is None:
            continue
        days, dates = span
        same = _durations(figures, parameters)
        for duration in same:
            if _joined(duration, dates, passage, parameters):
                yield from _judged(duration, dates, days, parameters)
        if not same:
            for duration in _durations(passage.by_sentence.get(number + 1, ()), parameters):
                lower = passage.sentence_of(duration).lower
                near = lower[max(duration.first - 2, 0) : duration.first]
                if duration.first <= 2 and any(word in parameters.backward for word in near):
                    yield from _judged(duration, dates, days, parameters)


def _years(figures: Sequence[Figure], passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """The only duration in years beside two bare years: "for 18 years, from 1994 to 2006"."""
    dates = [f for f in figures if f.kind == "date"]
    spans = [f for f in figures if f.kind == "duration" and f.unit in ("year", "decade")]
    if len(spans) != 1 or len(dates) not in (1, 2) or spans[0].bound != "exact":
        return
    duration, lower = spans[0], passage.sentence_of(spans[0]).lower
    if len(dates) == 1:
        first, _, second = (dates[0].iso or "").partition("/")
    elif _paired(dates, passage) or _bracketed(dates, lower):
        first, second = dates[0].iso or "", dates[1].iso or ""
    else:
        return
    if not (len(first) == len(second) in (4, 7) and duration.value and first[:1] != "-") or _apart(
        duration, lower
    ):
        return
    years = int(second[:4]) - int(first[:4])
    stated = duration.value * (10 if duration.unit == "decade" else 1)
    room = 5 if duration.unit == "decade" else 1
    if years > 0 and abs(years - stated) > room and not _far(duration, dates):
        shown = " to ".join(figure.text for figure in dates)
        yield Flaw(
            (duration, *dates),
            f"{shown} is {years} years, or {years + 1} with both ends, not {phrase(duration)}.",
            "Years are counted with and without the last one.",
        )


_OTHER = frozenset(
    {
        "ago", "later", "earlier", "old", "after", "before", "within", "contract", "deal", "lease",
        "sentence", "loan", "each", "every", "per", "plan", "prison", "jail", "jailed", "more",
        "loans", "bond", "bonds", "first", "last", "another", "of", "a", "least", "notice",
    }
)  # fmt: skip


_SPELLS = frozenset(
    ("reign", "period", "span", "tenure", "career", "rule", "total", "run", "term", "spell", "stay")
)


def _apart(duration: Figure, lower: Sequence[str]) -> bool:
    """Whether the words beside a number of years make it one of something else."""
    before = lower[max(duration.first - 2, 0) : duration.first]
    if before[-1:] == ["of"] and before[0] in _SPELLS:
        before = []
    if before in (["prison", "for"], ["jail", "for"]):
        before = []
    return bool(_OTHER & {*before, *lower[duration.last : duration.last + 2]})


def _far(duration: Figure, dates: Sequence[Figure]) -> bool:
    nearest = min(abs(dates[0].first - duration.last), abs(duration.first - dates[-1].last))
    return nearest > 8


def _bracketed(dates: Sequence[Figure], lower: Sequence[str]) -> bool:
    between = lower[dates[0].last : dates[1].first]
    return between in (["-"], ["–"], ["—"])


def _judged(
    duration: Figure, dates: Sequence[Figure], days: int, parameters: Parameters
) -> Iterator[Flaw]:
    unit = parameters.units[duration.unit or "day"]
    stated = Interval.from_figure(duration, "lenient") * Interval.point(unit)
    slack = Decimal(0) if unit == 1 else Decimal(unit) / 2
    least, most = Decimal(days), Decimal(days + 1)
    if parameters.counting == "inclusive" and duration.unit != "night":
        least = most
    elif parameters.counting == "exclusive":
        most = least
    if stated.widen(slack).intersects(Interval(least, most)):
        return
    shown = " to ".join(figure.text for figure in dates)
    yield Flaw(
        (duration, *dates),
        f"{shown} is {days} days, or {days + 1} with both ends, not {phrase(duration)}.",
        "Days are counted with and without the last one.",
    )


def _durations(figures: Sequence[Figure], parameters: Parameters) -> list[Figure]:
    return [f for f in figures if f.kind == "duration" and f.unit in parameters.units]


def _span(figures: Sequence[Figure], passage: Passage) -> tuple[int, list[Figure]] | None:
    """The days between the only two dates of a sentence."""
    dates = [figure for figure in figures if figure.kind == "date" and figure.iso]
    if len(dates) == 1 and "/" in (dates[0].iso or ""):
        first, _, second = (dates[0].iso or "").partition("/")
    elif len(dates) == 2 and _paired(dates, passage):
        first, second = dates[0].iso or "", dates[1].iso or ""
    else:
        return None
    days = _days(first, second)
    return None if days is None else (days, dates)


def _paired(dates: Sequence[Figure], passage: Passage) -> bool:
    """Whether two dates are the ends of something: "from … to", "between … and", "on … on"."""
    lower = passage.sentence_of(dates[0]).lower
    before = lower[max(dates[0].first - 3, 0) : dates[0].first]
    between = lower[dates[0].last : dates[1].first]
    if "from" in before or "between" in before:
        return any(word in between for word in ("to", "until", "till", "and", "through"))
    return "on" in before and "on" in between and not {"deadline", "due"} & set(between)


def _days(first: str, second: str) -> int | None:
    a, b = day_and_month(first), day_and_month(second)
    if a is None or b is None:
        return None
    year = b[0] or a[0]
    start_year = a[0] or year
    # Without a year, February counts 28 days: spans across it are left alone.
    if year is None and a[1] <= 2 <= b[1] and (a[1], b[1]) != (2, 2) and b[1] > 2:
        return None
    base = year or 2023
    start_base = start_year or base
    if a[2] > possible_days(start_base, a[1]) or b[2] > possible_days(base, b[1]):
        return None
    start, end = date(start_base, a[1], a[2]), date(base, b[1], b[2])
    if end < start and a[0] is None:
        start = date(start_base - 1, a[1], min(a[2], possible_days(start_base - 1, a[1])))
    days = (end - start).days
    return days if 0 < days < 400 else None


def _joined(
    duration: Figure, dates: Sequence[Figure], passage: Passage, parameters: Parameters
) -> bool:
    """Whether nothing between the duration and the dates says that it is another one."""
    lower = passage.sentence_of(duration).lower
    after = lower[duration.last : duration.last + 1]
    before = lower[max(duration.first - 1, 0) : duration.first]
    if before in ([","], ["–"], ["—"]) and after == ["of"]:
        return True  # "from 3 to 9 June, ten days of music"
    if any(word in parameters.breaks for word in after):
        return False
    if before == ["after"] and duration.first > dates[-1].last:
        return lower[duration.first - 2 : duration.first - 1] == [","]
    hyphenated = "-" in duration.text
    return not any(word in parameters.breaks for word in before if not (hyphenated and word == "a"))
