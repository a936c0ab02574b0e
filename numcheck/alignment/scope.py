"""What sets a figure apart from a plain total of its kind."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from numcheck import vocabulary
from numcheck.alignment.measures import Measures
from numcheck.extraction.lexicon import ADJECTIVE, PARTICIPLE, lookup
from numcheck.model import Figure

__all__ = [
    "ADDED",
    "MARGIN",
    "PAST",
    "SHARE",
    "is_all",
    "is_clause",
    "is_definite",
    "is_narrowed",
    "is_running",
    "is_summed",
    "left_of",
    "rounds_of",
    "scope_of",
    "times_of",
]

ADDED, SHARE, PAST, SOUGHT, ASIDE = "added", "share", "past", "sought", "aside"
"""Marks of scope: "another 12", "12 of them", "12 last year", "asked for 12", "a second quake"."""
PARTIAL = "partial"
"""Mark of a count that goes on: "with half the ballots counted"."""
MARGIN = "margin"
"""Mark of what lies between two counts: "a majority of 300 votes"."""

# Words before the new value of what changed; the change itself has others before it, or none.
_LEVEL = frozenset(("to", "at", "reached", "reaching", "stood"))
_ALL = frozenset(("all", "every"))
_DEFINITE = frozenset(("the", "all", "these", "those", "both"))
# Words that say which of the things counted are meant: "the 40 jobs in Leeds".
_WHICH = frozenset(("for", "who", "in", "at", "from", "of", "that", "which", "on", "whose"))
# What follows "of" where a figure is a part of something named before.
_OF_WHAT = frozenset(("the", "them", "these", "those", "whom", "which", "its", "their", "our"))
_INSIDE = (["in", "its"], ["at", "its"], ["from", "its"])
# What was to come, and may have come otherwise: "was to cost £2m".
_PLANNED = (["was", "to"], ["were", "to"])
_INDEFINITE = frozenset(("a", "an"))
_RELATIVE = frozenset(("who", "that", "which"))
_IN_ALL = (["total"], ["all"])
_THEM = frozenset(("them", "they", "these", "those"))
# Words just before the state of a count, and how many stand before it at least.
_STANDS = frozenset(("at", "to", "reached", "was", "is"))
_SHORTEST = 4
_YEAR_DIGITS = 4
# Tokens between "when" and the figure of its clause, and in a noun phrase that opens a sentence.
_CLAUSE = 7
_PHRASE = 5
# Tokens on either side of a figure that say which round or which group it is of.
_WIDE = 24
_STOPS = frozenset(",.;:?!()")


def scope_of(figure: Figure, lower: list[str], measures: Measures) -> tuple[str, ...]:
    """What sets a figure apart from a plain total.

    Args:
        figure: The figure.
        lower: The tokens of its sentence in lower case.
        measures: The vocabulary.

    Returns:
        Marks in a fixed order: the denominator of a rate (``per month``), ``added``, ``share``,
        ``past``, ``sought``, ``aside``, ``change`` or ``old``; empty for a plain total.
    """
    marks = _rate(figure, lower)
    left = left_of(figure)
    before = lower[left - 1] if left > 0 else ""
    behind = lower[figure.last : figure.last + 2]
    if (
        before in measures.before
        or (left > 1 and lower[left - 2] in measures.before)
        or any(word in measures.after for word in behind)
    ):
        marks.append(ADDED)
    elif (figure.kind == "count" and _is_part(figure, lower, behind)) or (
        figure.kind == "percent" and "among" in _around(figure, lower)
    ):
        marks.append(SHARE)
    recalled = _is_recalled(figure, lower, measures) or _was_planned(lower, left)
    if recalled or (figure.as_of and _is_past(figure.as_of.lower().split(), measures)):
        marks.append(PAST)
    if _is_unfinished(_around(figure, lower)):
        marks.append(PARTIAL)
    if before == "of" and left > 1 and lower[left - 2] in measures.margins:
        marks.append(MARGIN)
    if _is_aside(figure, lower, measures):
        marks.append(ASIDE)
    if figure.event in measures.sought or figure.event in measures.threatened:
        marks.append(SOUGHT)
    if before == "by" and figure.trend:
        marks.append("change")
    elif figure.event in measures.change:
        if before == "from":
            marks.append("old")
        elif figure.trend and before not in _LEVEL:
            marks.append("change")
    return tuple(marks)


def _rate(figure: Figure, lower: list[str]) -> list[str]:
    if figure.per:
        return [f"per {figure.per}"]
    if figure.unit and figure.kind == "money" and " / " in figure.unit:
        return [f"per {figure.unit.partition(' / ')[2]}"]
    if lower[figure.last : figure.last + 1] == ["per"]:
        return [" ".join(lower[figure.last : figure.last + 2])]
    # "one booth for every 900 voters": the figure itself is what the rate is taken by
    if lower[max(0, figure.first - 1) : figure.first] in (["every"], ["per"]):
        return ["every"]
    return []


def _is_part(figure: Figure, lower: list[str], behind: list[str]) -> bool:
    """Whether the words name the whole: "12 of the dead", "of the dead, 12 were found there"."""
    if behind[:1] == ["of"] and behind[-1] in _OF_WHAT:
        return True
    if any(lower[at : at + 2] in _INSIDE for at in range(figure.last, figure.last + _SHORTEST)):
        # "250 jobs in its foundry"
        return True
    return lower[0] == "of" and lower[1] in _OF_WHAT and "," in lower[2 : figure.first]


def _was_planned(lower: list[str], left: int) -> bool:
    """Whether the words before a figure say what was to come: "was to cost $60m"."""
    places = range(max(0, left - _SHORTEST), max(0, left - 1))
    return any(lower[at : at + 2] in _PLANNED for at in places)


def _is_recalled(figure: Figure, lower: list[str], measures: Measures) -> bool:
    """Whether the words before a figure set it in a time gone by.

    "Since 1998, when 251 people died", "last year's deficit was £9m".
    """
    for at in range(figure.first - 1, max(0, figure.first - _CLAUSE), -1):
        if lower[at] == "when":
            year = lower[at - 2] if lower[at - 1] == "," and at > 1 else lower[at - 1]
            return _is_year(year)
        if lower[at] == "'s" and lower[at - 1] in measures.period:
            return lower[at - 2] in measures.earlier
        if lower[at] in _STOPS:
            return False
    return False


def _is_unfinished(words: list[str]) -> bool:
    """Whether a count goes on: "with half the ballots counted, she led by 300 votes"."""
    if "counted" not in words:
        return False
    at = words.index("counted")
    return "with" in words[max(0, at - _CLAUSE) : at]


def _is_aside(figure: Figure, lower: list[str], measures: Measures) -> bool:
    """Whether the sentence tells of another event: "a second, weaker quake killed two"."""
    first = 1 if lower[0] == "in" else 0
    opening = lower[first : first + 2]
    if len(opening) < 2 or figure.first < first + 3:
        return False
    if opening[0] != "another" and not (
        opening[0] in _INDEFINITE and opening[1] in measures.others
    ):
        return False
    return measures.people.isdisjoint(lower[first + 1 : min(figure.first, first + _PHRASE)])


def _is_past(words: list[str], measures: Measures) -> bool:
    return not (measures.earlier.isdisjoint(words) or measures.period.isdisjoint(words))


def times_of(as_of: str | None) -> frozenset[str]:
    """The years and months in the words that fix a figure's time: ``2023`` of "in 2023"."""
    if not as_of:
        return frozenset()
    words = as_of.lower().replace(",", " ").split()
    return frozenset(word for word in words if word in _months() or _is_year(word))


def rounds_of(figure: Figure, lower: list[str], measures: Measures) -> frozenset[str]:
    """Which part of what takes place in turn the words around a figure name: "first round"."""
    words = _around(figure, lower)
    return frozenset(
        f"{turn} {word}"
        for turn, word in pairwise(words)
        if word in measures.rounds and turn in _turns()
    )


def _around(figure: Figure, lower: list[str]) -> list[str]:
    """The words around a figure; a list of figures may be one endless sentence."""
    return lower[max(0, figure.first - _WIDE) : figure.last + _WIDE]


@cache
def _turns() -> frozenset[str]:
    rows = vocabulary.table("numerals", 3)
    return frozenset(word for word, kind, _ in rows if kind == "ordinal").union(("final", "last"))


def _is_year(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdigit()


@cache
def _months() -> frozenset[str]:
    rows = vocabulary.table("calendar", 3)
    return frozenset(name for name, kind, _ in rows if kind in ("month", "weak"))


def is_all(figure: Figure, lower: list[str]) -> bool:
    """Whether a figure says that it counts everything: "all 40 jobs", "each of the 40"."""
    left = left_of(figure)
    return left > 0 and (
        lower[left - 1] in _ALL or (lower[left - 1] == "the" and lower[max(0, left - 2)] in _ALL)
    )


def is_definite(figure: Figure, lower: list[str], measures: Measures) -> bool:
    """Whether a figure points back: "the 40 jobs", "the new 40 jobs", "all 40"."""
    left = left_of(figure)
    before = lower[left - 1] if left > 0 else ""
    if before in _DEFINITE:
        return True
    if figure.kind != "count" or left < 2 or lower[left - 2] not in _DEFINITE:
        return False
    # "The new 40 jobs", but not "in the port 40 jobs".
    described = bool(lookup(before).flags & (ADJECTIVE | PARTICIPLE))
    return described and before not in measures.earlier


def is_narrowed(behind: list[str]) -> bool:
    """Whether the words behind a figure say which of the things counted are meant."""
    if behind[:2] == ["of", "us"]:
        return False
    for word in behind:
        if word in _WHICH:
            return True
        if word in _STOPS:
            return False
    return False


def is_clause(behind: list[str]) -> bool:
    """Whether a clause says which of the things counted are meant: "the 40 who came"."""
    for word in behind:
        if word in _WHICH:
            return word in _RELATIVE
    return False


def is_summed(figure: Figure, lower: list[str]) -> bool:
    """Whether a figure sums up what a pronoun stands for: "all of them: 47 in total"."""
    last = figure.last
    behind = lower[last] if last < len(lower) else ""
    if figure.kind != "count" or figure.counted:
        return False
    if not (behind == "altogether" or (behind == "in" and lower[last + 1 : last + 2] in _IN_ALL)):
        return False
    return not _THEM.isdisjoint(lower[: figure.first])


def is_running(figure: Figure, lower: list[str], measures: Measures) -> bool:
    """Whether a figure is the state of a cumulative count: "by Friday the total stood at 291"."""
    left = left_of(figure)
    if left < _SHORTEST or lower[left - 1] not in _STANDS or figure.counted:
        return False
    before = lower[:left]
    if "cumulative" in before or ("running" in before and "total" in before):
        return True
    return lower[0] == "by" and not measures.tallies.isdisjoint(before)


def left_of(figure: Figure) -> int:
    """The first token of the figure with its hedge."""
    return figure.first - (figure.hedge.count(" ") + 1 if figure.hedge else 0)
