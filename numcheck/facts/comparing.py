"""The value of a figure against that of a fact."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from numcheck.alignment.profile import Profile
from numcheck.facts.periods import years_between
from numcheck.facts.table import Entry, Series
from numcheck.facts.words import tolerances
from numcheck.model.interval import Interval

__all__ = ["Outcome", "comparable", "compared"]

Outcome = Literal["verified", "contradicted", ""]

_BOUNDED = frozenset({"at_least", "more_than", "at_most", "less_than"})


def comparable(item: Profile, entry: Entry, factor: Decimal) -> bool:
    """Whether two values differ by no more than a factor; a city has no 12 inhabitants."""
    mine, theirs = item.value, entry.value
    if not mine or not theirs or mine < 0 or theirs < 0:
        return False
    return bool(max(mine, theirs) / min(mine, theirs) <= factor)


def compared(item: Profile, entry: Entry, series: Series, published: str) -> Outcome:
    """What a fact says of a figure of the same quantity."""
    if item.dimension[0] == "age":
        return _compared_age(item, entry, published)
    figure, fact = item.figure, entry.fact
    if not item.interval.intersects(entry.lenient):
        later = fact.period is not None and published and published < fact.period[1]
        growing = series.measure is not None and series.measure.grows
        if later and growing and item.interval.below(entry.lenient):
            return ""
        return "contradicted"
    if (figure.bound, item.value) == (fact.figure.bound, entry.value) and item.value is not None:
        return "verified"
    half_open = entry.strict.low is None or entry.strict.high is None
    if figure.bound in _BOUNDED:
        near = half_open or _near(item.value, entry.value)
        return "verified" if near and item.interval.contains(entry.strict) else ""
    if half_open:
        return ""
    return "verified" if item.interval.intersects(entry.strict) else ""


def _near(bound: Decimal | None, value: Decimal | None) -> bool:
    """Whether a bound could be said of a value."""
    if not bound or value is None:
        return True
    return bool(abs(value / bound - 1) <= tolerances().reach)


def _compared_age(item: Profile, entry: Entry, published: str) -> Outcome:
    """An age on the day of publication, from an age on another day."""
    period = entry.fact.period
    mine, theirs = item.interval, entry.strict
    if period is None:
        return "verified" if mine.intersects(theirs) else "contradicted"
    if not published:
        return "verified" if mine.intersects(theirs) else ""
    passed = Decimal(years_between(period[1], published))
    # Nobody knows the birthday.
    due = (theirs + Interval.point(passed)).widen(1 if passed else 0)
    return "verified" if mine.intersects(due) else "contradicted"
