"""When two figures may be compared: never unless everything known about them agrees."""

from __future__ import annotations

from functools import cache

from numcheck import vocabulary
from numcheck.alignment.names import same_name
from numcheck.alignment.profile import Profile
from numcheck.alignment.scope import ASIDE, MARGIN, PAST, SHARE, SOUGHT
from numcheck.alignment.terms import stem_of_interest

__all__ = ["known_beside", "named_in_turn", "same_quantity", "told_twice", "yearless"]

# A number this long, or this large, is rarely used for two things in one story.
_DISTINCT_DIGITS = 3
_DISTINCT_FROM = 13
# Shared words that outweigh two different subjects.
_FIRM = 3
_YEAR, _DAY = len("2024-05"), len("2024-05-31")
_GAMES = 10
# Scopes within which two figures may still be of one thing.
_KEPT = frozenset({PAST, SOUGHT, MARGIN})
_QUANTITIES = frozenset({"count", "money", "measure", "percent"})
_DATED = frozenset({"date", "time"})


def told_twice(one: Profile, other: Profile) -> bool:
    """Whether two figures of equal value state the same thing.

    Equality is evidence in itself, so that less has to agree than for
    :func:`same_quantity`.

    Args:
        one: A figure.
        other: A figure of the same dimension and value.
    """
    if _settled(one) != _settled(other):
        return False
    kind = one.dimension[0]
    if kind == "age":
        return _same_person(one, other)
    if one.measure is not None and other.measure is not None:
        return one.measure is other.measure
    if _denial(one, other) and _distinct(one) and not (one.noun and other.noun):
        # Nobody denies a number that nobody gave.
        return one.figure.document != other.figure.document
    shared = one.context & other.context
    if one.dimension != other.dimension:
        # "In the sixth round" and "in six": a count and an ordinal of one thing.
        return bool(one.noun and one.noun == other.noun) or len(shared) >= _FIRM
    if kind == "count" and one.value is None:
        # "Dozens" are soon said twice of different things.
        same = bool(one.event) and one.event == other.event
        return one.noun == other.noun and (same or len(shared) > _FIRM)
    if one.head and one.head == other.head and one.value is not None:
        return True
    if kind == "ordinal" and len(shared) >= (1 if _distinct(one) else _FIRM):
        # What is "the 81st ceremony" here is "the 81st Oscars" there.
        return True
    if one.noun and other.noun:
        if one.noun == other.noun:
            return True
        if not (one.person and other.person):
            return False
        if one.event and one.event == other.event:
            return True
        return len(shared) > (0 if _distinct(one) else 1)
    if one.names and other.names and not one.names & other.names and len(shared) < _FIRM:
        return False
    if kind in _DATED:
        return _one_year(one, other) and (_particular(one) or bool(shared))
    if kind == "score" and _is_long(one):
        return True
    return len(shared) > (0 if kind == "ordinal" or _distinct(one) else 1)


def yearless(iso: str) -> str:
    """A day without its year (``--12-15``); anything else as it is.

    Args:
        iso: A date or a time.
    """
    return f"-{iso[4:]}" if len(iso) == _DAY and iso[:4].isdigit() else iso


def _one_year(one: Profile, other: Profile) -> bool:
    """Whether two days that are alike may be of one year, which either may leave out."""
    years = {(item.figure.iso or "")[:4] for item in (one, other)}
    return sum(year.isdigit() for year in years) < 2


def _particular(item: Profile) -> bool:
    """Whether a date or a time is so exact that one story rarely has it twice.

    A day tells more than a year, a time to the minute more than a full hour, and few decades are
    named at all.
    """
    iso = item.figure.iso or ""
    if item.dimension[0] == "time":
        return ":" in iso and not iso.endswith(":00")
    return len(iso) > _YEAR or iso.startswith("--") or iso.endswith("X")


def _denial(one: Profile, other: Profile) -> bool:
    return (one.figure.stance == "denied") != (other.figure.stance == "denied")


def _settled(item: Profile) -> tuple[str, ...]:
    """The scope without what says nothing about a value that is told twice."""
    return tuple(mark for mark in item.scope if mark not in (SHARE, PAST, SOUGHT, ASIDE))


def same_quantity(one: Profile, other: Profile) -> bool:
    """Whether two figures of different values state the same thing, so that one must be wrong.

    Args:
        one: A figure.
        other: A figure of the same dimension.
    """
    if one.scope != other.scope or any(mark not in _KEPT for mark in one.scope):
        return False
    kind = one.dimension[0]
    if kind == "age":
        return _same_person(one, other) and bool(one.names and other.names)
    if kind == "score":
        if _one_game(one, other):
            return True
        return _is_record(one) and _is_record(other) and same_name(one.owned, other.owned)
    if one.when and other.when and one.when.isdisjoint(other.when):
        return False
    if _other_day(one, other):
        return False
    if kind == "duration":
        return _same_span(one, other)
    if kind == "percent" and (one.measure is None or one.narrowed or other.narrowed):
        return False
    if kind not in _QUANTITIES or not (_converted(one, other) or _same_measure(one, other)):
        return False
    if one.periods != other.periods:
        # Goals of a match, and of the season.
        return False
    return _same_group(one, other)


def _converted(one: Profile, other: Profile) -> bool:
    """Whether a text gives in miles what the other gives in kilometres."""
    if one.dimension[0] != "measure" or one.figure.unit == other.figure.unit:
        return False
    if one.figure.bound != "exact" or other.figure.bound != "exact":
        return False
    if one.measure is not other.measure or not one.context & other.context:
        return False
    return one.interval.intersects(other.interval)


def _other_day(one: Profile, other: Profile) -> bool:
    """Whether two figures tell of what happened on two days of a week.

    Not where a count goes on from day to day: "rose to 40 on Tuesday", "40 by Tuesday".
    """
    if any(item.running or item.figure.trend for item in (one, other)):
        return False
    mine, theirs = _weekdays(one), _weekdays(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _weekdays(item: Profile) -> frozenset[str]:
    first, *rest = (item.figure.as_of or "").lower().split() or [""]
    return _days().intersection(rest if first == "on" else (first,))


@cache
def _days() -> frozenset[str]:
    return frozenset(word for word, kind, _ in vocabulary.table("calendar", 3) if kind == "weekday")


def _is_record(item: Profile) -> bool:
    """Whether a score sums up many games: one name has many results, but one record."""
    return bool(item.owned) and _sum(item) >= _GAMES


def _one_game(one: Profile, other: Profile) -> bool:
    """Whether two results are of one game: the same teams, on the same day."""
    if _is_record(one) or _is_record(other):
        return False
    day, other_day = _weekdays(one), _weekdays(other)
    return bool(day) and day == other_day and len(one.context & other.context) >= _FIRM


def _is_long(item: Profile) -> bool:
    """Whether a score is a record of a season so far, rather than that of a game."""
    return _sum(item) >= 2 * _GAMES


def _sum(item: Profile) -> int:
    parts = "".join(sign if sign.isdigit() else " " for sign in item.figure.text).split()
    return sum(map(int, parts))


def _same_person(one: Profile, other: Profile) -> bool:
    if not one.names or not other.names:
        return True
    if same_name(one.names, other.names):
        return True
    # A wrong guess at whose age it is does not matter where the name stands beside it.
    return one.value == other.value and (
        _named_beside(one.names, other) or _named_beside(other.names, one)
    )


def _named_beside(names: frozenset[str], item: Profile) -> bool:
    return all(stem_of_interest(name) in item.context for name in names)


def _same_measure(one: Profile, other: Profile) -> bool:
    if one.measure is not None or other.measure is not None:
        if one.measure is not other.measure:
            return False
        return _same_stage(one, other)
    if one.dimension[0] == "measure" and one.of & other.of:
        return True
    if not one.noun or one.noun != other.noun:
        return False
    if one.owned and other.owned and same_name(one.owned, other.owned):
        return True
    return bool(one.event) and one.event == other.event


def _same_span(one: Profile, other: Profile) -> bool:
    """Whether two durations are of one thing: "five days of rain", "a sentence of nine years"."""
    if one.measure is not None and one.measure is other.measure:
        return True
    if one.of & other.of:
        return one.figure.unit == other.figure.unit
    if one.event and one.event == other.event and one.doer and one.doer == other.doer:
        # "The strike is to last ten days."
        return True
    # "Nine days after suffering a heart attack", "a heart attack suffered three weeks ago".
    return (
        bool(one.event) and one.event == other.event and len(one.context & other.context) >= _FIRM
    )


def _same_stage(one: Profile, other: Profile) -> bool:
    measure = one.measure
    if measure is None or measure.loose:
        return False
    if measure.stages and one.event != other.event:
        return False
    if measure.stages or measure.nouns:
        return one.noun == other.noun
    if one.dimension[0] == "money":
        # "Worth $3m" is said of many things in one story.
        if one.headed and other.headed:
            return one.head == other.head
        if one.names & other.names or len(one.context & other.context) > 1:
            return True
        return named_in_turn(one, other)
    return True


def named_in_turn(one: Profile, other: Profile) -> bool:
    """Whether each figure has the other's subject beside it: buyer and seller of one firm."""
    return known_beside(one.names, other) and known_beside(other.names, one)


def known_beside(names: frozenset[str], item: Profile) -> bool:
    """Whether one of some names stands beside a figure."""
    return any(stem_of_interest(name) in item.context for name in names)


def _same_group(one: Profile, other: Profile) -> bool:
    """Whether neither figure counts a part of what the other counts."""
    if one.noun != other.noun and one.noun and other.noun:
        if not (one.person and other.person):
            return False
        if "person" not in (one.noun, other.noun):
            return False
        general, special = (one, other) if one.noun == "person" else (other, one)
        return not special.interval.below(general.interval)
    mine, theirs = set(one.figure.qualifiers), set(other.figure.qualifiers)
    if mine == theirs:
        return True
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return False
    special, general = (one, other) if len(mine) > len(theirs) else (other, one)
    return not special.interval.below(general.interval)


def _distinct(item: Profile) -> bool:
    """Whether a number is so particular that two things rarely share it."""
    value = item.value
    if value is None:
        return False
    digits = len(value.normalize().as_tuple().digits)
    if item.dimension[0] == "money":
        return digits >= _DISTINCT_DIGITS
    return digits >= _DISTINCT_DIGITS or (value >= _DISTINCT_FROM and digits > 1)
