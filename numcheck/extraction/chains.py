"""What one quantity goes on with: smaller units, coins, and the denominator of a price."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.money import currency_after
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import Number, cardinals
from numcheck.extraction.numerals import read_number
from numcheck.extraction.units import PER_WORDS, match_unit
from numcheck.model import Sentence

__all__ = ["read_chain", "read_coins", "read_price"]

_DASHES: Final = frozenset(("-", "–", "—", "‑", "−"))
# A unit → the smaller unit that may follow it in one quantity, and how many of those it holds.
_CHAINS: Final = {
    "foot": ("inch", 12),
    "pound": ("ounce", 16),
    "stone": ("pound", 14),
    "hour": ("minute", 60),
    "minute": ("second", 60),
    "meter": ("centimeter", 100),
    "kilometer": ("meter", 1000),
    "mile": ("yard", 1760),
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
}
# Units behind which the smaller one may be left out.
_LEFT_OUT: Final = frozenset(("hour", "minute", "foot", "stone"))
# What prices are taken by, besides the units of measure.
_BASES: Final = {"share": "share", "pound": "pound"}
_COINS: Final = frozenset((("USD", "cent"), ("EUR", "cent"), ("GBP", "penny"), ("MYR", "sen")))
_HUNDRED: Final = Decimal(100)
_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_TEN: Final = Decimal(10)
_THOUSAND: Final = Decimal(1000)


def read_chain(draft: Draft) -> None:
    """Read on over the smaller units of one quantity (``5lb 8oz``, ``15 hours and 50 minutes``)."""
    sentence = draft.sentence
    unit, factor = draft.unit, Decimal(1)
    if draft.value is None or (unit == "foot" and _foot_and_inches(draft)) or _and_a_half(draft):
        return
    while unit in _CHAINS and draft.value is not None:
        smaller, held = _CHAINS[unit]
        at = _number_at(sentence, draft.last)
        if at < 0:
            return
        number = read_number(sentence, at)
        if number is None or number.value is None or number.value >= held or number.scale != 1:
            return
        end = _unit_end(sentence, number.next, smaller)
        if end < 0 and at == draft.last and _goes_bare(sentence, at, number, unit):
            end = number.next
        if end < 0 and unit == "meter" and sentence.glued(draft.last - 1):
            end = _unit_end(sentence, number.next, "second")  # 3m 25s
            if end < 0 or not sentence.glued(number.next):
                return
            draft.kind, draft.unit = "duration", "minute"
            unit, smaller, held = "minute", "second", 60
        if end < 0:
            return
        factor *= held
        draft.value += number.value / factor
        draft.resolution = number.resolution / factor
        draft.stretch(end)
        unit = smaller


def _goes_bare(sentence: Sentence, at: int, number: Number, unit: str | None) -> bool:
    """Whether the smaller unit is left out (``3 hours 40``, ``six foot two``)."""
    if unit not in _LEFT_OUT or number.resolution != 1 or sentence.glued(at):
        return False
    lower, behind = sentence.lower, number.next
    timed = unit in ("hour", "minute")
    if timed and number.value is not None and number.value < _TEN and lower[at][0] != "0":
        return False  # "after 3 hours 4, he said" counts something
    return behind >= len(lower) or lower[behind] in neighbours("after_bare_unit")


def _foot_and_inches(draft: Draft) -> bool:
    """``6-foot-4``, ``6ft4``."""
    sentence, dash = draft.sentence, draft.last
    dashed = dash < len(sentence.words) and sentence.words[dash] in _DASHES
    inches = dash + dashed
    if inches >= len(sentence.words):
        return False
    word = sentence.words[inches]
    if not (sentence.glued(dash) and sentence.glued(inches) and word.isdecimal()):
        return False
    if len(word) > 2 or int(word) >= 12 or draft.value is None:
        return False
    draft.value += Decimal(word) / 12
    draft.resolution = Decimal(1) / 12
    draft.stretch(inches + 1)
    return True


def _and_a_half(draft: Draft) -> bool:
    """``two years and a half``."""
    lower, last = draft.sentence.lower, draft.last
    if lower[last : last + 3] != ["and", "a", "half"] or draft.value is None:
        return False
    draft.value += _HALF
    draft.resolution = _TENTH
    draft.stretch(last + 3)
    return True


def _number_at(sentence: Sentence, at: int) -> int:
    """Index of the number that may go on at ``at``, over "and" or a comma; -1 if none."""
    lower, size = sentence.lower, len(sentence.lower)
    if at < size and lower[at] in ("and", ","):
        at += 1
    return at if at < size and (lower[at].isdecimal() or lower[at] in cardinals()) else -1


def _unit_end(sentence: Sentence, at: int, name: str) -> int:
    """Index past the unit ``name`` at ``at``; -1 where another word stands there."""
    lower, size = sentence.lower, len(sentence.lower)
    if at < size and lower[at] in _DASHES and sentence.glued(at):
        at += 1
    if at >= size:
        return -1
    glued = sentence.glued(at)
    if name == "inch" and lower[at] == "in":
        ends = at + 1 >= size or lower[at + 1] in neighbours("after_inch_word")
        return at + 1 if glued or ends else -1
    if name == "minute" and lower[at] == "m" and glued:
        return at + 1
    if name == "pound" and lower[at] in ("pound", "pounds"):
        return at + 1
    found = match_unit(sentence, at, compound=False)
    return found.next if found is not None and found.name == name else -1


def read_coins(draft: Draft) -> None:
    """``thirteen dollars and forty-five cents``; ``75 USD million``."""
    sentence, at = draft.sentence, draft.last
    lower = sentence.lower
    if draft.value is None or at >= len(lower):
        return
    if lower[at] in ("million", "billion", "trillion") and draft.value < _THOUSAND:
        draft.multiply(cardinals()[lower[at]][1])
        draft.stretch(at + 1)
        return
    joined = lower[at] == "and"
    at += joined
    if at >= len(lower) or not (lower[at].isdecimal() or lower[at] in cardinals()):
        return
    number = read_number(sentence, at)
    if number is None or number.value is None or number.value >= _HUNDRED:
        return
    coins = currency_after(sentence, number.next)
    if coins is not None and (draft.unit, coins.code) in _COINS:
        end = coins.at
    elif coins is None and not joined and number.value >= _TEN and _closes(lower, number.next):
        end = number.next  # "15 dollars 50", as one says it, with nothing else for the 50 to count
    else:
        return
    draft.value += number.value / _HUNDRED
    draft.resolution = number.resolution / _HUNDRED
    draft.stretch(end)


def _closes(lower: list[str], at: int) -> bool:
    return at >= len(lower) or lower[at] in neighbours("after_spoken_coins")


def read_price(draft: Draft) -> None:
    """The denominator of a price (``$58 a barrel``, ``98 cents a share``) joins its unit."""
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    hyphen = at + 3 < size and lower[at] == "-"
    at += hyphen
    if at + 1 >= size or lower[at] not in PER_WORDS:
        return
    below = at + 2 if hyphen and lower[at + 1] == "-" else at + 1
    if lower[below] in _BASES:
        name, past = _BASES[lower[below]], below + 1
    else:
        unit = match_unit(sentence, below, compound=False)
        if unit is None or unit.kind == "percent":
            return
        name, past = unit.name, unit.next
    if past < size and _is_moment(lower, past):
        return
    draft.unit = f"{draft.unit} / {name}"
    draft.per = name
    draft.stretch(past)


def _is_moment(lower: list[str], at: int) -> bool:
    """Whether the words behind "a day" make a time of it (``a day ago``, ``a day or two``)."""
    if lower[at] == "or":
        return neighbours("after_time_or").issuperset(lower[at + 1 : at + 2])
    return lower[at] in neighbours("after_time_ago")
