"""Two numbers in a row: the ends of a range (``8 to 13``), or the sides of a change (``from``)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.calendar_words import calendar_words
from numcheck.extraction.draft import Draft
from numcheck.extraction.number import number_words
from numcheck.extraction.numerals import read_number
from numcheck.extraction.quantities import read_quantity
from numcheck.model import Sentence

__all__ = ["read_on"]

_DASHES: Final = frozenset(("-", "–", "—", "‑", "−"))
_JOINTS: Final = frozenset(("to", "and", "or", *_DASHES))
_SIGNS: Final = frozenset("$£€¥₹-−+.")
_CHANGE_REACH = 8
_RATIO: Final = Decimal(1000)
"""Ends of a range differ by less; "5 to 5,000" may well be two things."""
_SMALL: Final = Decimal(20)
_HUNDRED: Final = Decimal(100)


@cache
def _change_words() -> dict[str, str]:
    """Word that tells of a change → its way: ``up``, ``down`` or ``any``."""
    found = dict.fromkeys(vocabulary.lines("change_words"), "any")
    for forms, direction in vocabulary.table("trends", 2):
        way = {"up": "up", "down": "down", "lost": "down"}.get(direction, "any")
        found.update(dict.fromkeys(forms.split(" "), way))
    return found


def read_on(draft: Draft, drafts: list[Draft]) -> int:
    """Read the second number of a range or pair.

    Args:
        draft: The first quantity, without hedges yet; it becomes the range.
        drafts: Where the second one of a pair goes, which may itself be a range.

    Returns:
        Index past everything read.
    """
    if not _joint_follows(draft):
        return draft.last
    between = _between(draft)
    second = _extend(draft, between, "" if between else _pair(draft))
    if second is None:
        return draft.last
    drafts.append(second)
    if _joint_follows(second) and draft.kind == "count":
        # "from 24 to 33-35 billion": the second of a pair may be a range, and lends its scale.
        third = _extend(second, False, "")
        if third is None and second.value is None:
            _share(draft, second)
        elif third is not None:
            drafts.append(third)
            return third.last
    return second.last


def _joint_follows(draft: Draft) -> bool:
    lower = draft.sentence.lower
    if draft.value is None or draft.last + 1 >= len(lower) or lower[draft.last] not in _JOINTS:
        return False
    # "doubled to £9m" has one amount and a multiplier
    return number_words().get(lower[draft.first], ("",))[0] != "multiple"


def _between(draft: Draft) -> bool:
    lower, at = draft.sentence.lower, draft.first - 1
    if at < 0:
        return False
    if lower[at] == "of" and lower[max(0, at - 2) : at] == ["the", "ages"]:
        at = max(0, at - 3)  # between the ages of 8 and 10
    return lower[at] == "between" or (at > 0 and lower[at - 1] == "between")


def _pair(draft: Draft) -> str:
    """The way of the change that "from A to B" tells, so that A and B are two figures.

    "Rose by 5 to 20" is one too. Empty where nothing before the number tells of a change.
    """
    lower, at = draft.sentence.lower, draft.first - 1
    floor = max(-1, at - 3)
    while at > floor and lower[at] not in ("from", "by"):
        at -= 1
    found = at > floor
    begin = at if found else draft.first
    by = found and lower[begin] == "by"
    if by and draft.unit is None:
        return ""
    reach = _CHANGE_REACH if found else 2
    for k in range(begin - 1, max(-1, begin - 1 - reach), -1):
        direction = _change_words().get(lower[k])
        if lower[k] in ("up", "down") and lower[k + 1] == "to":
            continue  # "up to 40" is a bound
        if direction is not None and (found or direction != "any"):
            return "any" if by else direction
    return ""


def _extend(draft: Draft, between: bool, pair: str) -> Draft | None:
    """Read on over ``to``, a dash or ``and`` and a second number.

    Returns:
        The second draft, where the two are separate figures; ``None`` where there is no second
        number or where ``draft`` itself became the range.
    """
    sentence = draft.sentence
    joint, start = _joint(sentence, draft.last, between)
    number_at = _number_start(sentence, start) if joint else -1
    if number_at < 0:
        return None
    second = read_quantity(sentence, number_at, money=draft.kind == "money")
    if second is None or second.value is None or second.first > start or draft.value is None:
        return None
    if sentence.lower[second.last : second.last + 1] and (
        sentence.lower[second.last] in calendar_words("half")
    ):
        return None  # "9 to 5pm"
    if draft.kind == "multiplier" and second.unit is not None:
        return second  # fell by a third to £4m
    _share(draft, second)
    if draft.unit != second.unit or draft.kind != second.kind:
        return second if joint in ("to", "and") else None
    neighbours = second.value == draft.value + draft.scale and draft.scale == second.scale
    if joint == "or" and not (neighbours and draft.value < _SMALL * draft.scale):
        return None
    changes = pair != "" and _is_change(draft, second, pair)
    far = joint == "to" and not _near(draft, second, between)
    if changes or far or second.value <= draft.value:
        return second
    _merge(draft, second)
    return None


def _joint(sentence: Sentence, at: int, between: bool) -> tuple[str, int]:
    """The word that joins two numbers at token ``at`` and where the second begins; else empty."""
    lower, size = sentence.lower, len(sentence.lower)
    word, start = lower[at], at + 1
    if word in _DASHES:
        if start + 1 < size and lower[start] in ("to", "or"):  # 10-to-15, 12- to 15-year-olds
            return lower[start], start + 2 if lower[start + 1] in _DASHES else start + 1
        apart = sentence.glued(at) and not sentence.glued(start)
        return ("", -1) if apart else ("-", start)
    if word in ("to", "or") or (word == "and" and between):
        return word, start
    return "", -1


def _is_change(draft: Draft, second: Draft, pair: str) -> bool:
    """Whether A to B goes the way of its verb, and is not itself the first range of two."""
    assert draft.value is not None and second.value is not None
    if pair == "up" and second.value < draft.value:
        return False
    if pair == "down" and second.value > draft.value:
        return False
    lower, at = draft.sentence.lower, second.last
    return not (lower[at : at + 1] == ["to"] and _number_start(draft.sentence, at + 1) >= 0)


def _near(draft: Draft, second: Draft, between: bool) -> bool:
    assert draft.value is not None and second.value is not None
    lower, at = draft.sentence.lower, draft.first - 1
    if between or (at >= 0 and lower[at] in ("from", "ranging", "of")):
        return True
    return draft.value <= 0 or second.value <= draft.value * _RATIO


def _number_start(sentence: Sentence, at: int) -> int:
    """Index of a number's own first token at ``at``, past a currency and a sign; -1 if none."""
    words, size = sentence.words, len(sentence.words)
    for step in range(min(4, size - at)):
        word = words[at + step]
        if word[0].isdecimal():
            return at + step
        if step == 0 and read_number(sentence, at) is not None:
            return at
        code = word.isalpha() and len(word) <= 3 and word[0].isupper()
        if not (code or word in _SIGNS or word == "the"):
            return -1
    return -1


def _share(draft: Draft, second: Draft) -> None:
    """Give either end the scale and the unit that only the other one bears."""
    size = second.value if second.value is not None else second.low
    assert draft.value is not None and size is not None
    bare = draft.unit is None
    if bare and second.unit is not None:
        draft.kind, draft.unit = second.kind, second.unit
    elif second.unit is None and draft.unit is not None and draft.kind in ("money", "measure"):
        second.kind, second.unit = draft.kind, draft.unit
    elif second.per and second.unit == f"{draft.unit} / {second.per}":
        # "$5 to $6 a barrel" share it, "9 cents to $3 per pound" do not
        draft.unit, draft.per = second.unit, second.per
    scale = second.scale
    alike = draft.unit == second.unit and draft.kind == second.kind
    if not alike or draft.scale != 1 or scale < _HUNDRED or draft.value >= _RATIO:
        return
    if draft.value < size / scale or (bare and draft.value * scale < size * _RATIO):
        draft.multiply(scale)


def _merge(draft: Draft, second: Draft) -> None:
    draft.low, draft.high = draft.value, second.value
    draft.value = None
    draft.bound = "range"
    one = Decimal(1)
    draft.resolution = min(draft.resolution or one, second.resolution or one)
    draft.scale = max(draft.scale, second.scale)
    draft.stretch(second.last)
