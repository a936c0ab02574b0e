"""Whether a figure of a text points back to an earlier one, so that the two must agree.

A text that gives two figures mostly means two things. It means one where the later says so: "the
40 jobs", "all 58", "the 140 who came", "they were counted: 47 in all", "the running total stood
at 291"; or where the narrator tells again what somebody is quoted as saying.
"""

from __future__ import annotations

from numcheck.alignment.comparable import same_quantity
from numcheck.alignment.profile import Profile
from numcheck.alignment.slips import slip

__all__ = ["points_back", "same_thing"]

# Judgement: sentences between a figure and one that points back without naming what it counts.
_REACH = 2
_INEXACT = frozenset({"vague", "at_least", "more_than", "at_most", "less_than"})


def same_thing(one: Profile, other: Profile) -> bool:
    """Whether the later of two figures of one text says that it means the earlier.

    Args:
        one: A figure.
        other: Another of the same text and of the same noun or measure.
    """
    earlier, later = sorted((one, other), key=lambda item: item.order)
    if earlier.names and later.names and not earlier.names & later.names:
        return False
    if later.narrowed and not (later.which and later.all):
        return False
    if later.all and earlier.noun == later.noun and earlier.dimension == later.dimension:
        # "More than 70 vans crashed. It took a day to tow all 58 vans."
        return earlier.scope == later.scope == () and _as_wide(later, earlier)
    if not later.definite or (later.measure is None and later.noun == "person"):
        return False
    return same_quantity(earlier, later)


def _as_wide(later: Profile, earlier: Profile) -> bool:
    """Whether the later figure names no kind that the earlier does not."""
    known = {*earlier.figure.qualifiers, *earlier.told}
    return set(later.figure.qualifiers) <= known


def points_back(earlier: Profile, later: Profile) -> bool:
    """Whether a figure means an earlier one although its own words need not name the same thing.

    Args:
        earlier: A figure.
        later: One of the same text and dimension, in a later sentence.
    """
    one, other = earlier.figure, later.figure
    if one.sentence == other.sentence or one.field != other.field:
        return False
    back = later.definite or later.all
    if back and earlier.noun == later.noun and slip(earlier, later):
        return True
    near = other.sentence - one.sentence <= _REACH
    if not near or earlier.scope or later.scope:
        return False
    if later.which and later.person and earlier.person:
        # "A handful of parents came. The 140 who came were given tea."
        return _one_deed(later, earlier) and _as_wide(later, earlier)
    if later.summed:
        return bool(earlier.noun) and not later.noun
    if later.running:
        # A cumulative count may rise, so that only a fall is a matter of two figures for one thing.
        return _cumulative(earlier) and later.interval.below(earlier.interval)
    return _retold(earlier, later)


def _one_deed(later: Profile, earlier: Profile) -> bool:
    if later.noun not in ("", "person", earlier.noun):
        return False
    if later.measure is not None and later.measure is earlier.measure:
        return True
    return bool(later.event) and later.event == earlier.event


def _cumulative(earlier: Profile) -> bool:
    return earlier.figure.bound not in _INEXACT and not earlier.periods


def _retold(earlier: Profile, later: Profile) -> bool:
    """Whether the narrator gives a figure for what somebody is quoted as saying, or back."""
    if _is_quoted(earlier) == _is_quoted(later):
        return False
    narrated = earlier if _is_quoted(later) else later
    if narrated.figure.attribution is not None or narrated.figure.stance != "asserted":
        return False
    if earlier.measure is None or narrated.figure.bound in _INEXACT:
        return False
    return earlier.narrowed == later.narrowed and same_quantity(earlier, later)


def _is_quoted(item: Profile) -> bool:
    attribution = item.figure.attribution
    return attribution is not None and attribution.quoted
