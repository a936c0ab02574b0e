"""Whether a figure states a change: ``rose 4%``, ``a 5% fall``, ``+0.2%``."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import number_words

__all__ = ["read_trend", "share_trends"]

_REACH = 4
_OBJECT_REACH = 3  # words between a verb and "by" (grew its sales by 35%)
_ADJECTIVE_REACH = 6  # tokens of "year-on-year"
_CHANGING: Final = frozenset(("percent", "money", "measure", "count", "multiplier"))
# Between a change and the same in per cent: "lost 118 points, or 0.6 per cent".
_RESTATED: Final = ([",", "or"], ["or"], ["("], ["points", ",", "or"], ["points", "("])
_VERB_ENDINGS: Final = ("ed", "es", "ing")  # doubled, doubles, doubling; "double" is any part
_GROWING: Final = frozenset(("percent", "money"))
_SHRINKING: Final = frozenset(("percent", "measure", "multiplier"))


@cache
def _directions() -> dict[str, str]:
    return {
        form: direction
        for forms, direction in vocabulary.table("trends", 2)
        for form in forms.split(" ")
    }


@cache
def _multiples() -> dict[str, str]:
    """Verb that is itself a figure → its direction (``doubled``, ``halved``)."""
    return {
        word: "up" if Decimal(value) > 1 else "down"
        for word, (kind, value) in number_words().items()
        if kind == "multiple" and word.endswith(_VERB_ENDINGS)
    }


def read_trend(draft: Draft) -> None:
    """Set the draft's trend from the verb before it or the noun behind it."""
    if draft.kind not in _CHANGING:
        return
    lower = draft.sentence.lower
    if draft.kind == "percent" and lower[draft.first] == "+":
        draft.trend = "up"
        return
    at = _verb_before(lower, draft.left)
    if draft.kind == "multiplier" and lower[draft.first] in _multiples():
        draft.trend = _multiples()[lower[draft.first]]
    elif at >= 0:
        draft.trend = _resolve(_directions()[lower[at]], draft, at)
    elif at == _NOTHING and draft.last < len(lower):
        draft.trend = _behind(draft)


_NOTHING, _LEVEL = -1, -2


def _verb_before(lower: list[str], left: int) -> int:
    """Index of the verb or particle that tells the change.

    Returns:
        ``_LEVEL`` where the number says where something stands (``rose to 5%``), ``_NOTHING``
        where no word tells a change.
    """
    directions, between = _directions(), neighbours("trend_between")
    level = left < len(lower) and lower[left] in neighbours("trend_level")  # fell below 5%
    for at in range(left - 1, max(-1, left - 1 - _REACH), -1):
        word = lower[at]
        if word in directions and not _phrasal(lower, at):
            return _LEVEL if level else at
        if word not in between:
            return _verb_with_object(lower, at) if lower[at + 1] == "by" else _NOTHING
        level = level or word in neighbours("trend_level")
    return _NOTHING


def _verb_with_object(lower: list[str], at: int) -> int:
    """The verb of ``grew its sales by``, whose object ends at token ``at``."""
    for k in range(at, max(-1, at - _OBJECT_REACH), -1):
        if lower[k] in _directions() and not _phrasal(lower, k):
            return k
        if not lower[k].isalpha():
            break
    return _NOTHING


def _phrasal(lower: list[str], at: int) -> bool:
    """Whether "up" or "down" only completes a verb (``gave up 500 yards``)."""
    word = lower[at]
    return word in ("up", "down") and at > 0 and lower[at - 1] in neighbours("trend_phrasal_verbs")


def _behind(draft: Draft) -> str | None:
    """The change that the words behind a figure tell: ``a 5% rise``, ``closed 12p higher``."""
    lower, at = draft.sentence.lower, draft.last
    if draft.kind == "percent":
        return _noun_behind(lower, at)
    if draft.kind == "count":
        if lower[at] not in neighbours("trend_points") or at + 1 >= len(lower):
            return None
        at += 1
    elif draft.kind == "multiplier":
        return None
    amount = lower[at] in neighbours("trend_behind_amount")
    return _directions()[lower[at]] if amount else None


def _noun_behind(lower: list[str], at: int) -> str | None:
    end = min(len(lower) - 1, at + _ADJECTIVE_REACH)
    while at < end and lower[at] in neighbours("trend_adjectives"):
        at += 1
    direction = _directions().get(lower[at])
    if direction not in ("up", "down") or lower[at] in neighbours("trend_not_behind"):
        return None
    bound = lower[at] in ("up", "down") and lower[at + 1 : at + 2] == ["to"]  # 4% up to now
    return None if bound else direction


def _resolve(direction: str, draft: Draft, at: int) -> str | None:
    lower = draft.sentence.lower
    if direction == "edge":
        near = lower[at + 1 : at + 3]
        if not neighbours("trend_up").isdisjoint(near):
            return "up"
        return None if neighbours("trend_down").isdisjoint(near) else "down"
    if direction == "lost":
        points = neighbours("trend_points").issuperset(lower[draft.last : draft.last + 1])
        return "down" if draft.kind in _SHRINKING or (draft.kind == "count" and points) else None
    if lower[at] in neighbours("trend_add"):
        return direction if draft.kind in _GROWING else None
    return direction


def share_trends(drafts: list[Draft]) -> None:
    """Let a figure take over the change that the one before it states.

    A conversion in brackets (``fell by 1 to 1.5C (1.8 to 2.7F)``) and a clause without its verb
    (``Alba was down 2.3%, Borea by 2.6%``) state the same change.
    """
    for k in range(1, len(drafts)):
        before, draft = drafts[k - 1], drafts[k]
        if before.trend is None or draft.trend is not None:
            continue
        lower = draft.sentence.lower
        gap = lower[before.after : draft.left]
        if draft.kind == "percent" and gap in _RESTATED:
            draft.trend = before.trend
        if draft.kind != before.kind:
            continue
        words = draft.sentence.words
        if draft.kind == "measure" and gap == ["("]:
            draft.trend = before.trend
        elif draft.kind == "percent" and gap[-1:] == ["by"] and gap[0] in (",", "and"):
            names = words[before.last + 1 : draft.left - 1]
            if all(word[0].isupper() or word in ("and", "&", ".") for word in names):
                draft.trend = before.trend
