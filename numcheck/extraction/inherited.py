"""Units that a figure leaves out, since a figure near it names them.

A later figure lends its unit to those of its list (``12, 14 and 15 per cent``); an earlier one
lends it to what it is set against (``from 21 mpg in town to 23``, ``4 per cent in May and 2 in
June``). What could be a count of things keeps no unit.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck.extraction.calendar_words import calendar_words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.neighbours import neighbours

__all__ = ["inherit_units"]

_TIMES: Final = frozenset(("date", "time"))
_LENDING: Final = frozenset(("percent", "measure"))
_VERBAL: Final = frozenset("BHDMzd")
_SIDES_REACH = 6
_SET_AGAINST_REACH = 10
_ENDS_WITHIN = 5
"""Tokens of "in the same month" up to the end of its clause."""


def inherit_units(drafts: list[Draft]) -> None:
    """Give figures without a unit the one that a figure near them lends.

    Args:
        drafts: The figures of a sentence in text order, with number and unit known; changed.
    """
    _from_later(drafts)
    lender: Draft | None = None
    for draft in drafts:
        if draft.kind in _LENDING:
            lender = draft
        elif draft.kind == "count" and lender is not None and draft.value is not None:
            if _lends(lender, draft):
                draft.kind, draft.unit = lender.kind, lender.unit
                draft.trend = draft.trend or lender.trend
            else:
                lender = None
        elif draft.kind not in _TIMES:
            lender = None


def _from_later(drafts: list[Draft]) -> None:
    """``12, 14 and 15 per cent``, ``280 million of the 1.5 billion shekels``."""
    joined = False
    for k in range(len(drafts) - 2, -1, -1):
        draft, later = drafts[k], drafts[k + 1]
        if draft.kind != "count" or later.unit is None or later.kind == "duration":
            continue
        gap = draft.sentence.lower[draft.last : later.left]
        if not gap or len(gap) > 2:
            continue
        if later.kind == "age":
            lent = gap == ["-", "and"]  # 12- and 13-year-olds
        elif later.kind == "measure" and gap[0] == "of" and len(gap) == 2:
            lent = neighbours("whole_joints").issuperset(gap) and not _names_a_thing(later)
        elif later.kind == "money":
            lent = gap[0] == "of" and _unit_behind(later)
            lent = lent and neighbours("whole_joints").issuperset(gap)
        else:
            lent = neighbours("list_joints").issuperset(gap)
            # "hundreds or even 1,000 tonnes", but not "dozens, 5%"
            lent = lent and (draft.value is not None or gap[0] == "or")
            # "0.61, 95% CI": a lone comma joins only what an "and" or "or" goes on to join
            lent = lent and (gap != [","] or joined)
        joined = lent
        if lent:
            draft.kind, draft.unit = later.kind, later.unit


def _names_a_thing(draft: Draft) -> bool:
    """Whether a measure only tells things apart: ``3 of the 20 kg bags``."""
    lower, at = draft.sentence.lower, draft.last
    if "-" in lower[draft.first : at]:
        return True
    return at < len(lower) and lookup(lower[at]).usual in "nNj"


def _unit_behind(draft: Draft) -> bool:
    lower = draft.sentence.lower
    return lower[draft.last - 1].isalpha() and lower[draft.first][0].isdecimal()


def _lends(lender: Draft, draft: Draft) -> bool:
    alike = _is_sized_like(draft, lender)
    return alike and (_is_side(lender, draft) or _is_set_against(lender, draft))


def _is_sized_like(draft: Draft, lender: Draft) -> bool:
    """Whether the bare number could be of the same measure: no year, no thousandfold."""
    top = lender.value if lender.value is not None else lender.high
    if top is None or draft.value is None or top <= 0 or draft.value < 0:
        return False
    return top / 20 <= draft.value <= top * 20


def _is_side(lender: Draft, draft: Draft) -> bool:
    """Whether the two are the sides of a change: ``from 21 mpg combined to 23``."""
    lower = draft.sentence.lower
    if draft.left - lender.last > _SIDES_REACH or lower[draft.left - 1] != "to":
        return False
    from_ = lender.left > 0 and lower[lender.left - 1] == "from"
    return from_ and "," not in lower[lender.last : draft.left] and _ends(lower, draft.last)


def _is_set_against(lender: Draft, draft: Draft) -> bool:
    """Whether a time sets them side by side: ``4 per cent, against 6 a year earlier``."""
    lower = draft.sentence.lower
    gap = lower[lender.last : draft.left]
    if not gap or len(gap) > _SET_AGAINST_REACH or not _timed(lower, draft.last):
        return False
    joint = gap[-1]
    if joint in ("and", "but"):
        times = any(word.isdecimal() or word in _time_words() for word in gap[:-1])
        return times and _closes_soon(lower, draft.last)
    if lender.trend is not None:
        return False  # "rose 5% from 12 last year"
    if joint == "from":
        at_level = lender.left > 0 and lower[lender.left - 1] in neighbours("trend_level")
        return at_level or gap[-2:-1] in (["up"], ["down"])
    return joint in ("against", "versus") or gap[-2:] in (["compared", "with"], ["compared", "to"])


def _ends(lower: list[str], at: int) -> bool:
    return at >= len(lower) or lower[at] in neighbours("after_elided") or _timed(lower, at)


def _timed(lower: list[str], at: int) -> bool:
    """Whether a time stands at ``at`` (``last year``, ``in June``, ``a year earlier``, ``now``)."""
    if at >= len(lower):
        return False
    word = lower[at]
    following = lower[at + 1] if at + 1 < len(lower) else ""
    if word in ("in", "on", "by", "at"):
        return following in _time_words() or (following.isdecimal() and len(following) == 4)
    if word in ("a", "the", "one"):
        return following in _time_words()
    return word in neighbours("elided_times")


def _closes_soon(lower: list[str], at: int) -> bool:
    """Whether the clause ends with the time (``2 in June.``; not ``2 in June were hurt``)."""
    for k in range(at, min(len(lower), at + _ENDS_WITHIN)):
        if lower[k] in neighbours("clause_ends"):
            return True
        if lookup(lower[k]).usual in _VERBAL:
            return False
    return at + _ENDS_WITHIN >= len(lower)


@cache
def _time_words() -> frozenset[str]:
    months = (*calendar_words("month"), *calendar_words("weak"), *calendar_words("weekday"))
    return neighbours("periods") | frozenset(months)
