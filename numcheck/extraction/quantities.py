"""Quantities: a number with its sign, its currency and its unit."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.chains import read_chain, read_coins, read_price
from numcheck.extraction.compounds import is_spaced_compound
from numcheck.extraction.draft import Draft
from numcheck.extraction.money import (
    Currency,
    currency_after,
    currency_before,
    currency_code,
    currency_nation,
)
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import Number
from numcheck.extraction.numerals import read_number
from numcheck.extraction.units import Unit, match_unit
from numcheck.model import Sentence

__all__ = ["attach_unit", "read_quantity"]

_DASHES: Final = frozenset(("-", "–", "—", "‑", "−"))
_MINUS: Final = frozenset(("-", "−", "–"))
_PRIMES: Final = frozenset(("'", "’", "′"))
_DOUBLE_PRIMES: Final = frozenset(('"', "”", "″"))
_DEGREE_LETTERS: Final = frozenset("CFcf")
_CLOSING: Final = frozenset((".", ",", ")", ";", "-", "/"))
_BRACKETS: Final = {"(": ")", "[": "]", "{": "}"}
_HOTTEST: Final = Decimal(1000)
_THOUSAND: Final = Decimal(1000)
_MILLION: Final = Decimal(10**6)
_INCHES_A_FOOT: Final = Decimal(12)
_POWERS_OF_A_FOOT: Final = frozenset(("square_foot", "cubic_foot"))
_SHORTEST, _TALLEST = 4, 8  # feet, of a person
_POUND_WORDS: Final = frozenset(("pound", "pounds", "pound-mass"))


def read_quantity(sentence: Sentence, i: int, money: bool = False) -> Draft | None:
    """The quantity whose number begins at token ``i``: its sign, currency, magnitude and unit.

    Args:
        sentence: The sentence.
        i: Index of the first token of the number itself.
        money: Whether it is the second end of a range of money, whose ``m`` is a million.

    Returns:
        A draft of kind count, money, percent, measure, duration or multiplier (a bare fraction),
        or ``None``.
    """
    currency = currency_before(sentence, i)
    number = read_number(sentence, i, money=money or currency is not None)
    if number is None:
        return None
    first, negative = _sign(sentence, i, currency)
    draft = Draft(sentence, first, number.next, "count")
    _fill(draft, number, negative)
    if currency is not None:
        _attach_currency(draft, currency)
    else:
        attach_unit(draft, number)
    if draft.kind == "count" and _multiplies(draft, number):
        draft.kind = "multiplier"
    return draft


def _multiplies(draft: Draft, number: Number) -> bool:
    """``two-thirds``, and ``by a factor of 3``."""
    if number.value is None:
        return False
    first, lower = draft.first, draft.sentence.lower
    if first > 1 and lower[first - 1] == "of" and lower[first - 2] == "factor":
        return True
    return number.fraction and number.value < 1


def _sign(sentence: Sentence, i: int, currency: Currency | None) -> tuple[int, bool]:
    """Index of the first token with sign and currency, and whether the sign is a minus."""
    first = currency.at if currency is not None else i
    if i == 0:
        return first, False
    words, lower = sentence.words, sentence.lower
    minus = i - 2 if i > 1 and lower[i - 1] == "-" else i - 1
    # "plus or minus two" has no sign
    if currency is None and lower[minus] == "minus" and (minus == 0 or lower[minus - 1] != "or"):
        return minus, True
    if words[i - 1] in _MINUS and sentence.glued(i):
        negative = i == 1 or not sentence.glued(i - 1) or words[i - 2] in "$£€("
        return (i - 1 if negative and currency is None else first), negative
    sign = words[first - 1] if first > 0 else ""
    if sign in ("-", "−", "+") and sentence.glued(first) and not sentence.glued(first - 1):
        return first - 1, sign != "+"
    return first, False


def _fill(draft: Draft, number: Number, negative: bool) -> None:
    """Copy value, resolution and a vague word's ends from a number."""
    draft.value = number.value
    if negative and draft.value is not None:
        draft.value = -draft.value
    draft.resolution, draft.scale = number.resolution, number.scale
    if number.value is None:
        draft.low, draft.high, draft.bound = number.low, number.high, "vague"


def _attach_currency(draft: Draft, currency: Currency) -> None:
    draft.kind, draft.unit = "money", currency.code
    if currency.scale != 1 and draft.value is not None:
        draft.multiply(currency.scale)
    behind = currency_after(draft.sentence, draft.last)
    if behind is None and currency.code == "USD":
        behind = currency_nation(draft.sentence, draft.last)
    if behind is not None and currency.code in (behind.code, "USD"):
        draft.unit = behind.code
        draft.stretch(behind.at)
    read_price(draft)


def attach_unit(draft: Draft, number: Number | None = None) -> None:
    """Read the currency or unit behind the draft's number, over a hyphen too (``10-mile``)."""
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    if at >= size:
        return
    hyphen = lower[at] in _DASHES and at + 1 < size and sentence.glued(at)
    hyphen = (hyphen and sentence.glued(at + 1)) or is_spaced_compound(sentence, at, draft.left)
    at += hyphen
    if number is not None and lower[at] == "of":
        at = _past_of(lower, at, number)
        if at >= size:
            return
    unit = match_unit(sentence, at)
    money = currency_after(sentence, at)
    if money is not None and (unit is None or money.at > unit.next):
        draft.kind, draft.unit = "money", money.code
        if lower[at] == "€" and _is_grouped(draft):
            draft.multiply(_THOUSAND)
        draft.stretch(money.at)
        read_coins(draft)
        read_price(draft)
    elif unit is None:
        _attach_symbol(draft, at)
    elif unit.name in _POWERS_OF_A_FOOT and _is_height(draft, at):
        draft.kind, draft.unit = unit.kind, "foot"
        draft.value = (draft.value or 0) + Decimal(sentence.words[at + 1]) / _INCHES_A_FOOT
        draft.resolution = 1 / _INCHES_A_FOOT
        draft.stretch(unit.next)
    elif _fits(draft, unit, hyphen):
        draft.kind, draft.unit = unit.kind, unit.name
        draft.stretch(unit.next)
        read_chain(draft)


def _is_height(draft: Draft, at: int) -> bool:
    """Whether ``6ft2`` is how tall someone is; an area of so few feet is not written thus."""
    words, value = draft.sentence.words, draft.value
    whole = value is not None and draft.resolution == 1 and _SHORTEST <= value <= _TALLEST
    return whole and words[at].lower() == "ft" and words[at + 1 : at + 2] in (["2"], ["3"])


def _is_grouped(draft: Draft) -> bool:
    """Whether the stop of ``12.000 €`` groups thousands, as where the sign stands behind."""
    whole, stop, group = draft.sentence.words[draft.last - 1].partition(".")
    return stop != "" and len(group) == 3 and 0 < len(whole) <= 3 and whole[0] != "0"


def _past_of(lower: list[str], at: int, number: Number) -> int:
    """Past the "of" of ``dozens of miles`` and the "of a" of ``a quarter of a mile``."""
    if number.value is None:
        return at + 1
    part = number.fraction or number.value < 1
    if not part or lower[at + 1 : at + 2] not in (["a"], ["an"]):
        return at
    return (
        at + 3
        if lower[at + 2 : at + 3] and lower[at + 2] in neighbours("unit_adjectives")
        else at + 2
    )


def _attach_symbol(draft: Draft, at: int) -> None:
    """What only a look around shows to be a unit: pounds, degrees, primes, a unit in brackets."""
    sentence = draft.sentence
    word = sentence.words[at]
    if word in _DEGREE_LETTERS:
        _temperature(draft, at)
    elif sentence.lower[at] in _POUND_WORDS:
        _pounds(draft, at)
    elif draft.value is None:
        return
    elif word in _PRIMES:
        _feet_and_inches(draft, at)
    elif word in _DOUBLE_PRIMES:
        _inches(draft, at)
    elif word in _BRACKETS:
        _bracketed(draft, at)
    elif word[0] == "M" and len(word) == 4:
        code = currency_code(word[1:])
        if code is not None:  # 120 MEUR
            draft.kind, draft.unit = "money", code
            draft.multiply(_MILLION)
            draft.stretch(at + 1)


def _fits(draft: Draft, unit: Unit, hyphen: bool) -> bool:
    """Whether the word is a unit here (``10 second-hand cars`` holds none)."""
    sentence, after = draft.sentence, unit.next
    if unit.name == "second" and sentence.lower[after : after + 1] == ["-"]:
        compound = sentence.lower[after + 1 : after + 2]
        return not (sentence.glued(after) and neighbours("second_compounds").issuperset(compound))
    if (
        unit.name == "stone"
        and sentence.lower[after - 1] == "stone"
        and after < len(sentence.lower)
    ):
        following = sentence.lower[after]
        return following[0].isdecimal() or following in neighbours("after_stone")
    return not (unit.name == "night" and not hyphen and draft.value is None)


@cache
def _money_words() -> frozenset[str]:
    return frozenset(vocabulary.lines("money_words"))


def _pounds(draft: Draft, at: int) -> None:
    """Pounds are money after a magnitude word or near words of money, else weight."""
    lower = draft.sentence.lower
    near = lower[max(0, draft.first - 10) : at + 8]
    money = draft.scale >= _THOUSAND or not _money_words().isdisjoint(near)
    if money and lower[at + 1 : at + 2] != ["of"]:
        draft.kind, draft.unit = "money", "GBP"
    else:
        draft.kind, draft.unit = "measure", "pound"
    draft.stretch(at + 1)
    read_chain(draft)


def _temperature(draft: Draft, at: int) -> None:
    """A bare C or F behind a number below 1,000 (``-5C``, ``35 C``)."""
    sentence = draft.sentence
    words, word = sentence.words, sentence.words[at]
    if draft.value is None or abs(draft.value) >= _HOTTEST:
        return
    glued, last = sentence.glued(at), at + 1 >= len(words)
    if glued and word.islower():
        return
    if not glued and not (last or words[at + 1] in _CLOSING):
        return  # a letter apart is a temperature only at the end of its clause
    if glued and not last and sentence.glued(at + 1) and words[at + 1][0].isalnum():
        return
    draft.kind = "measure"
    draft.unit = "degree_Celsius" if word in "Cc" else "degree_Fahrenheit"
    draft.stretch(at + 1)


def _feet_and_inches(draft: Draft, at: int) -> None:
    """``6'2"`` and ``5' 11"``."""
    sentence = draft.sentence
    words, inches = sentence.words, at + 1
    if inches + 1 >= len(words) or not sentence.glued(at) or not sentence.glued(inches + 1):
        return
    if words[inches + 1] not in _DOUBLE_PRIMES or not words[inches].isdecimal():
        return
    if len(words[inches]) > 2 or draft.value is None or int(words[inches]) >= _INCHES_A_FOOT:
        return
    draft.kind, draft.unit = "measure", "foot"
    draft.value += Decimal(words[inches]) / _INCHES_A_FOOT
    draft.resolution = 1 / _INCHES_A_FOOT
    draft.stretch(inches + 2)


def _inches(draft: Draft, at: int) -> None:
    """``10" long``: only a word of length behind it shows that the sign closes no quotation."""
    following = draft.sentence.lower[at + 1 : at + 2]
    if following and following[0] in neighbours("after_inches"):
        draft.kind, draft.unit = "measure", "inch"
        draft.stretch(at + 1)


def _bracketed(draft: Draft, at: int) -> None:
    """``20 (kg)``: a bracket that holds a unit and nothing else."""
    sentence = draft.sentence
    unit = match_unit(sentence, at + 1)
    if unit is None or sentence.words[unit.next : unit.next + 1] != [_BRACKETS[sentence.words[at]]]:
        return
    draft.kind, draft.unit = unit.kind, unit.name
    draft.stretch(unit.next + 1)
