"""Whether a figure of a draft and one of a source tell of the same thing."""

from __future__ import annotations

from numcheck.alignment.names import same_name
from numcheck.alignment.profile import Profile
from numcheck.alignment.scope import ASIDE, PAST, SHARE, SOUGHT
from numcheck.alignment.support_place import Placed
from numcheck.alignment.terms import stem_of_interest
from numcheck.extraction.lexicon import NOUN, PLURAL, VERB, lookup

__all__ = ["clash", "same_role"]

_MUCH, _SOME, _LITTLE = 3, 2, 1
# What two figures need to share, besides what they measure, to be the same one.
_ROLE = 4
_SOLID = 2
_MOSTLY = 0.6
_ASIDE_MARKS = frozenset({SHARE, SOUGHT, ASIDE})


def same_role(one: Placed, other: Placed) -> bool:
    """Whether two figures tell of the same thing, so that one of them is wrong if they differ."""
    a, b = one.item, other.item
    if a.dimension != b.dimension or clash(a, b) or _elsewhere(one, other):
        return False
    shared = len(a.context & b.context)
    evidence = shared + _SOME * (bool(a.event) and a.event == b.event)
    evidence += _SOME * bool(a.names & b.names)
    evidence += _LITTLE * (bool(one.before) and one.before == other.before)
    done = _known(one.doer, other) or _known(other.doer, one)
    measured = a.measure is not None and a.measure is b.measure and not a.measure.loose
    if measured or not (a.event and b.event) or a.event == b.event:
        evidence += _SOME * done
    if a.noun or b.noun:
        if a.noun != b.noun:
            return False
        return evidence >= _ROLE and shared >= _LITTLE
    if measured and evidence >= _ROLE - 1 and shared >= _LITTLE:
        return True
    if measured and a.dimension[0] == "percent":
        # A story has one turnout.
        return True
    if done and one.doer == other.doer and a.event and a.event == b.event:
        # "The work takes 14 months."
        return True
    if evidence >= _ROLE and shared >= _SOLID:
        return True
    # Sentences that share most of what they say.
    common = len(one.stems & other.stems)
    smaller = min(len(one.stems), len(other.stems))
    return shared >= _LITTLE and common >= _MUCH and common >= _MOSTLY * smaller


def _elsewhere(one: Placed, other: Placed) -> bool:
    """Whether names, or a phrase that narrows one figure, set the sentences apart."""
    if one.names - other.words and other.names - one.words:
        return True
    shared = one.all_names & other.all_names
    if not shared and one.all_names - other.words and other.all_names - one.words:
        return True
    if one.doer and other.doer and not (_known(one.doer, other) or _known(other.doer, one)):
        # "The road will cost £9m", "the bridge will cost £7m".
        return True
    if ("among" in one.words) != ("among" in other.words):
        return True
    if one.before != other.before and _is_noun(one.before) and _is_noun(other.before):
        # "Pays each worker £14", "pays its foremen £19".
        return True
    for narrow, wide in ((one, other), (other, one)):
        if narrow.tail and narrow.tail.isdisjoint(map(stem_of_interest, wide.words)):
            return True
    return False


def _known(doer: frozenset[str], other: Placed) -> bool:
    """Whether a sentence knows all that another begins with."""
    return bool(doer) and all(
        word in other.doer or word in other.words or stem_of_interest(word) in other.stems
        for word in doer
    )


def _is_noun(word: str) -> bool:
    if not word.isalpha():
        return False
    entry = lookup(word)
    return not entry.closed and bool(entry.flags & (NOUN | PLURAL)) and not entry.flags & VERB


def clash(a: Profile, b: Profile) -> bool:
    """Whether something known sets two figures apart: subject, time, scope, or which ones."""
    mine = tuple(mark for mark in a.scope if mark not in _ASIDE_MARKS)
    theirs = tuple(mark for mark in b.scope if mark not in _ASIDE_MARKS)
    if mine != theirs or PAST in mine:
        return True
    if a.periods != b.periods or (a.when and b.when and a.when.isdisjoint(b.when)):
        return True
    if (a.measure is None) != (b.measure is None) and (a.noun or b.noun):
        return True
    if a.measure is not b.measure and a.measure is not None and b.measure is not None:
        return True
    if a.figure.trend and b.figure.trend and a.figure.trend != b.figure.trend:
        return True
    if a.figure.as_of and b.figure.as_of and not _same_time(a.figure.as_of, b.figure.as_of):
        return True
    if a.owned and b.owned and not same_name(a.owned, b.owned):
        return True
    if a.names and b.names and not same_name(a.names, b.names):
        return True
    one, other = set(a.figure.qualifiers), set(b.figure.qualifiers)
    return bool(one or other) and not (one <= other or other <= one)


def _same_time(one: str, other: str) -> bool:
    mine, theirs = set(one.lower().split()), set(other.lower().split())
    return mine <= theirs or theirs <= mine
