"""Start plus duration is end, by the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from numcheck.engine.dates import clock_minutes
from numcheck.engine.passage import Flaw, Passage
from numcheck.engine.units import scale
from numcheck.model import Figure
from numcheck.model.interval import Interval, Reading

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Words and room.

    Attributes:
        starts: Words beside a time that make it a start.
        ends: Words beside a time that make it an end.
        spans: Words beside a duration that make it the time between the two.
        voids: Words that show that clocks differ or that there was a break.
        room: Minutes that a duration may be off beyond the looseness of its digits.
    """

    starts: frozenset[str] = frozenset(
        {
            "started", "start", "starts", "began", "begins", "left", "open", "opens", "opened",
            "departed", "off", "set", "from", "way", "clocked", "leaves", "leaving", "sails",
            "sailed", "sets", "departs", "departing", "boarded", "commenced", "kicked",
        }
    )  # fmt: skip
    ends: frozenset[str] = frozenset(
        {
            "ended", "ends", "finished", "arrived", "until", "later", "away", "landed", "over",
            "reached", "closed", "to", "till", "died", "off", "reaches", "arrives", "arriving",
        }
    )  # fmt: skip
    spans: frozenset[str] = frozenset(
        {"lasted", "lasts", "took", "takes", "later", "long", "for", "after"}
    )
    voids: frozenset[str] = frozenset(
        {
            "local", "zone", "zones", "ahead", "behind", "gmt", "bst", "est", "clock", "clocks",
            "break", "adjourned", "interrupted", "delayed", "resumed",
        }
    )  # fmt: skip
    room: int = 5


_DAY = 24 * 60


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Two clock times and a duration of one or two neighbouring sentences that do not add up."""
    told: set[str] = set()
    kinds = [figure.kind for figure in passage.figures]
    if kinds.count("time") < 2 or "duration" not in kinds:
        return
    for number in sorted(passage.by_sentence):
        for window in ((number,), (number, number + 1)):
            figures = [f for one in window for f in passage.by_sentence.get(one, ())]
            found = _three(figures, passage, parameters)
            if found is None or found[2].id in told:
                continue
            start, end, length = found
            if window[-1] != number and not _last_in(window[-1], found):
                continue
            flaw = _judged(start, end, length, parameters)
            told.add(length.id)
            if flaw is not None:
                yield flaw


def _last_in(number: int, figures: tuple[Figure, ...]) -> bool:
    return any(figure.sentence == number for figure in figures)


def _three(
    figures: list[Figure], passage: Passage, parameters: Parameters
) -> tuple[Figure, Figure, Figure] | None:
    times = [f for f in figures if f.kind == "time" and clock_minutes(f.iso or "") is not None]
    lengths = [f for f in figures if f.kind == "duration" and f.unit in ("hour", "minute")]
    if len(times) != 2 or len(lengths) != 1:
        return None
    words = {word for f in (*times, *lengths) for word in passage.sentence_of(f).lower}
    if parameters.voids & words:
        return None
    if not _beside(lengths[0], passage, parameters.spans):
        return None
    told = _told_last(times, lengths[0], passage) or _told_between(times, lengths[0], passage)
    if not _beside(times[0], passage, parameters.starts) and not told:
        return None
    return times[0], times[1], lengths[0]


def _told_last(times: list[Figure], length: Figure, passage: Passage) -> bool:
    """Whether a sentence ends on it: "failed at 14:20 and came back at 16:50, two hours later"."""
    if len({figure.sentence for figure in (*times, length)}) > 1 or length.first < times[1].last:
        return False
    lower = passage.sentence_of(length).lower
    return (
        lower[length.last : length.last + 1] == ["later"]
        and "and" in lower[times[0].last : times[1].first]
    )


def _told_between(times: list[Figure], length: Figure, passage: Passage) -> bool:
    """``failed at 6.15pm and came back three hours later, at 9.15pm``."""
    if len({figure.sentence for figure in (*times, length)}) > 1:
        return False
    lower = passage.sentence_of(length).lower
    return (
        times[0].last <= length.first < times[1].first
        and lower[length.last : length.last + 1] == ["later"]
        and set(lower[length.last + 1 : times[1].first]) <= {",", "at", "just", "exactly", "(", "–"}
    )


def _beside(figure: Figure, passage: Passage, words: frozenset[str]) -> bool:
    lower = passage.sentence_of(figure).lower
    near = lower[max(figure.first - 6, 0) : figure.first] + lower[figure.last : figure.last + 1]
    if figure.kind == "duration" and near[:-1][-1:] == ["of"] and {"a", "an"} & set(near[-6:]):
        return True  # "an operation of five hours"
    return bool(words & set(near))


def _judged(start: Figure, end: Figure, length: Figure, parameters: Parameters) -> Flaw | None:
    begin, stop = clock_minutes(start.iso or ""), clock_minutes(end.iso or "")
    unit = scale(length.unit or "")
    if begin is None or stop is None or unit is None:
        return None
    reading: Reading = "strict" if length.bound == "exact" else "asserted"
    minutes = Interval.from_figure(length, reading) * Interval.point(unit.factor / 60)
    elapsed = (stop - begin) % _DAY
    allowed = minutes.widen(parameters.room)
    for possible in (elapsed, elapsed + _DAY // 2, elapsed + _DAY):
        if allowed.contains(possible) and (possible == elapsed or _unmarked(start, end)):
            return None
    hours, rest = divmod(elapsed, 60)
    shown = f"{hours} hours {rest} minutes" if hours else f"{rest} minutes"
    return Flaw(
        (end, start, length),
        f"From {start.text} to {end.text} is {shown}, not {length.text}.",
        "The duration is added to the first clock time.",
    )


def _unmarked(start: Figure, end: Figure) -> bool:
    """Whether one of the times leaves open which half of the day is meant."""
    return any(
        not figure.text.lower().rstrip(".").endswith("m") and (figure.iso or "99") < "13"
        for figure in (start, end)
    )
