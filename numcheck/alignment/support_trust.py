"""Whether an equal number in a source is the draft's own, or only looks like it."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.alignment.profile import Profile
from numcheck.alignment.support_place import Placed
from numcheck.model import Figure

__all__ = ["bounded_alike", "crosses", "plain", "trusted"]

# A number with this many digits, or as large, is rarely used for two things.
_DISTINCT, _LARGE, _SUM = 3, 100_000, 1000


def trusted(item: Profile, other: Profile) -> bool:
    """Whether an equal number is the same one: not "40 houses" for "40 people"."""
    if item.noun and item.noun == other.noun:
        return True
    if (item.person and other.person) or item.context & other.context:
        return True
    if item.event and item.event == other.event and not (item.noun and other.noun):
        return True
    value = item.value
    if value is None or item.dimension[0] == "age":
        return not (item.noun and other.noun)
    if item.dimension[0] == "money" and value >= _SUM:
        return True
    digits = len(value.normalize().as_tuple().digits)
    least = _DISTINCT if item.noun and other.noun else _DISTINCT - 1
    return value >= _LARGE or digits >= least


def plain(one: Placed, other: Placed) -> bool:
    """Whether two numbers are one, or one rounded, and not just inside of wide bounds."""
    a, b = one.item, other.item
    return a.value == b.value or a.figure.bound == b.figure.bound == "exact"


def bounded_alike(one: Placed, fits: Sequence[tuple[int, Placed]]) -> Figure | None:
    """The same number in a source, but with a bound that the draft leaves out."""
    if one.item.value is None or one.item.figure.bound != "exact":
        return None
    for _, other in sorted(fits, key=lambda found: -found[0]):
        item = other.item
        if item.value == one.item.value and item.figure.bound != "exact":
            return item.figure if trusted(one.item, item) else None
    return None


def crosses(item: Profile, other: Profile) -> bool:
    """Whether figures of two kinds may be one: "Ann Lee, 42" and a bare 42, or 42 years."""
    if item.dimension == other.dimension or item.figure.bound != other.figure.bound:
        return False
    kinds = item.dimension[0], other.dimension[0]
    shared = bool(item.context & other.context)
    if kinds == ("age", "duration"):
        return other.figure.unit == "year" and shared
    if kinds == ("age", "count"):
        return not other.noun
    if kinds[0] != "count" or item.noun:
        return False
    return kinds[1] == "age" or shared
