"""Quantities: number, currency and unit, joined into ranges and chains (``6ft 2in``)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft
from numcheck.extraction.money import currency_after, currency_before, currency_code
from numcheck.extraction.numerals import Number, number_words, read_number
from numcheck.extraction.units import Unit, match_unit
from numcheck.model import Sentence

__all__ = ["attach_unit", "extend_range", "read_quantity"]

_DASHES: Final = frozenset(("-", "–", "—", "‑", "−"))
_MINUS: Final = frozenset(("-", "−", "–"))
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
_PER_WORDS: Final = frozenset(("a", "an", "per", "each", "every", "/"))
_CENTS: Final = Decimal(100)
_TEN: Final = Decimal(10)
_HOTTEST: Final = Decimal(1000)


@cache
def _money_words() -> frozenset[str]:
    return frozenset(vocabulary.lines("money_words"))


def read_quantity(sentence: Sentence, i: int) -> Draft | None:
    """The quantity whose number begins at token ``i``: its sign, currency, magnitude and unit.

    Args:
        sentence: The sentence.
        i: Index of the first token of the number itself.

    Returns:
        A draft of kind count, money, percent, measure or duration, or ``None``.
    """
    currency = currency_before(sentence, i)
    number = read_number(sentence, i, money=currency is not None)
    if number is None:
        return None
    first = currency.at if currency is not None else i
    negative = False
    minus = _minus_word(sentence, i) if currency is None else -1
    if minus >= 0:
        draft = Draft(sentence, minus, number.next, "count")
        fill(draft, number, True)
        attach_unit(draft, number)
        return draft
    if (
        sentence.words[i - 1 : i]
        and i > 0
        and sentence.words[i - 1] in _MINUS
        and sentence.glued(i)
    ):
        outside = i - 1 if currency is None else i - 1
        negative = (
            outside == 0 or not sentence.glued(outside) or sentence.words[outside - 1] in "$£€("
        )
        if negative and currency is None:
            first = i - 1
    elif first > 0 and sentence.words[first - 1] in ("-", "−", "+") and sentence.glued(first):
        before = first - 1
        if not sentence.glued(before):
            negative = sentence.words[before] != "+"
            first = before
    draft = Draft(sentence, first, number.next, "count")
    fill(draft, number, negative)
    if currency is not None:
        draft.kind, draft.unit = "money", currency.code
        behind = currency_after(sentence, number.next)
        if behind is not None and (behind.code == currency.code or currency.code == "USD"):
            draft.unit = behind.code
            stretch(draft, behind.at)
        _price(draft)
    else:
        attach_unit(draft, number)
    return draft


def _minus_word(sentence: Sentence, i: int) -> int:
    """Index of a "minus" that is the number's sign (``minus 40``, ``minus-5``), or -1."""
    lower = sentence.lower
    at = i - 2 if i > 1 and lower[i - 1] == "-" and sentence.glued(i) else i - 1
    if at < 0 or lower[at] != "minus" or (at > 0 and lower[at - 1] in ("or", "/", "plus")):
        return -1
    return at


def fill(draft: Draft, number: Number, negative: bool = False) -> None:
    """Copy value, resolution and a vague word's ends from a number."""
    draft.value = number.value
    if negative and draft.value is not None:
        draft.value = -draft.value
    draft.resolution = number.resolution
    if number.value is None:
        draft.low, draft.high, draft.bound = number.low, number.high, "vague"


def stretch(draft: Draft, last: int) -> None:
    """Let the slice of a draft end before token ``last``."""
    draft.last = last
    draft.after = max(draft.after, last)
    draft.end = draft.sentence.ends[last - 1]


def attach_unit(draft: Draft, number: Number | None = None) -> bool:
    """Read the currency or unit behind the draft's number, over a hyphen too (``10-mile``)."""
    sentence, at = draft.sentence, draft.last
    size = len(sentence.lower)
    if at >= size:
        return False
    hyphen = (
        sentence.lower[at] in _DASHES
        and at + 1 < size
        and sentence.glued(at)
        and sentence.glued(at + 1)
    )
    behind = at + 1 if hyphen else at
    of = (
        behind + 1
        if number is not None and number.value is None and sentence.lower[behind] == "of"
        else behind
    )
    unit = match_unit(sentence, of)
    money = currency_after(sentence, of)
    if money is None and unit is None and of < size and _in_millions(draft, of):
        return True
    pounds = sentence.lower[of] in ("pound", "pounds", "pound-mass") if of < size else False
    if pounds and money is None and unit is None:
        _pounds(draft, number, of)
        return True
    if money is not None and (unit is None or money.at > unit.next):
        draft.kind, draft.unit = "money", money.code
        stretch(draft, money.at)
        _coins(draft)
        _price(draft)
        return True
    if unit is None:
        return _temperature(draft, of) or _bracketed(draft, of)
    if not _fits(draft, unit, of, hyphen):
        return False
    draft.kind, draft.unit = unit.kind, unit.name
    stretch(draft, unit.next)
    if hyphen is False or draft.unit in _CHAINS:
        _chain(draft)
    return True


def _in_millions(draft: Draft, at: int) -> bool:
    """``120 MEUR``: a currency code with M for a million."""
    word = draft.sentence.words[at]
    if len(word) != 4 or word[0] != "M" or draft.value is None:
        return False
    code = currency_code(word[1:])
    if code is None:
        return False
    million = Decimal(10**6)
    draft.kind, draft.unit = "money", code
    draft.value *= million
    draft.resolution = (draft.resolution or Decimal(1)) * million
    stretch(draft, at + 1)
    return True


def _fits(draft: Draft, unit: Unit, at: int, hyphen: bool) -> bool:
    """Whether the word is a unit here (``10 second-hand cars`` and ``two bits`` hold none)."""
    sentence = draft.sentence
    following = unit.next
    if (
        following + 1 < len(sentence.lower)
        and sentence.lower[following] == "-"
        and sentence.glued(following)
    ):
        word = sentence.lower[following + 1]
        if unit.name == "second" and word in (
            "hand",
            "half",
            "largest",
            "biggest",
            "year",
            "round",
            "place",
        ):
            return False
    return not (
        unit.kind == "duration" and unit.name == "night" and not hyphen and draft.value is None
    )


def _pounds(draft: Draft, number: Number | None, at: int) -> None:
    """Pounds are money after a magnitude word or near words of money, else weight."""
    sentence = draft.sentence
    lower = sentence.lower
    near = lower[max(0, draft.first - 10) : at + 8]
    large = number is not None and number.scale > 1 and number.scale != 12
    if (large or not _money_words().isdisjoint(near)) and lower[at + 1 : at + 2] != ["of"]:
        draft.kind, draft.unit = "money", "GBP"
    else:
        draft.kind, draft.unit = "measure", "pound"
    stretch(draft, at + 1)
    _chain(draft)


def _temperature(draft: Draft, at: int) -> bool:
    """A bare capital C or F behind a number below 1,000 (``-5C``, ``35 C``)."""
    sentence = draft.sentence
    word = sentence.words[at] if at < len(sentence.words) else ""
    if word not in ("C", "F", "c", "f") or draft.value is None or abs(draft.value) >= _HOTTEST:
        return False
    if word.islower() or not sentence.glued(at):
        # A letter apart is a temperature only at the end of its clause.
        closed = at + 1 >= len(sentence.words) or sentence.words[at + 1] in (
            ".",
            ",",
            ")",
            ";",
            "-",
            "/",
        )
        if not closed or (word.islower() and sentence.glued(at)):
            return False
    elif (
        at + 1 < len(sentence.words)
        and sentence.glued(at + 1)
        and sentence.words[at + 1][0].isalnum()
    ):
        return False
    draft.kind = "measure"
    draft.unit = "degree_Celsius" if word in "Cc" else "degree_Fahrenheit"
    stretch(draft, at + 1)
    return True


def _bracketed(draft: Draft, at: int) -> bool:
    """``20 (kg)``: a bracket that holds a unit and nothing else."""
    sentence = draft.sentence
    if sentence.words[at] not in ("(", "[", "{") or draft.value is None:
        return False
    unit = match_unit(sentence, at + 1)
    if unit is None or sentence.words[unit.next : unit.next + 1] not in ([")"], ["]"], ["}"]):
        return False
    draft.kind, draft.unit = unit.kind, unit.name
    stretch(draft, unit.next + 1)
    return True


def _coins(draft: Draft) -> None:
    """``thirteen dollars and forty-five cents``; ``75 USD million``."""
    sentence, at = draft.sentence, draft.last
    lower = sentence.lower
    if draft.value is None or at >= len(lower):
        return
    if lower[at] in ("million", "billion", "trillion") and draft.value < _HOTTEST:
        factor = Decimal(number_words()[lower[at]][1])
        draft.value *= factor
        draft.resolution = (draft.resolution or Decimal(1)) * factor
        stretch(draft, at + 1)
        return
    joined = lower[at] == "and"
    at += joined
    if at >= len(lower) or not (lower[at].isalpha() or lower[at].isdecimal()):
        return
    number = read_number(sentence, at)
    if number is None or number.value is None or number.value >= _CENTS:
        return
    coins = currency_after(sentence, number.next)
    if coins is None and not joined and number.value >= _TEN:
        # "15 dollars 50": as one says it, with nothing else for the 50 to count
        if number.next >= len(lower) or lower[number.next] in (".", ",", ";", ")", "more", "less"):
            draft.value += number.value / _CENTS
            draft.resolution = Decimal("0.01")
            stretch(draft, number.next)
        return
    if coins is None or (draft.unit, coins.code) not in (
        ("USD", "cent"),
        ("EUR", "cent"),
        ("GBP", "penny"),
    ):
        return
    draft.value += number.value / _CENTS
    draft.resolution = number.resolution / _CENTS
    stretch(draft, coins.at)


def _price(draft: Draft) -> None:
    """The denominator of a price (``$58 a barrel``, ``98 cents a share``) becomes part of its unit."""
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    hyphen = at + 3 < size and lower[at] == "-"
    if hyphen:
        at += 1
    if at + 1 >= size or lower[at] not in _PER_WORDS:
        return
    below = at + 2 if hyphen and lower[at + 1] == "-" else at + 1
    if lower[below] == "share":
        name, past = "share", below + 1
    else:
        unit = match_unit(sentence, below, compound=False)
        if unit is None or unit.kind == "percent":
            return
        name, past = unit.name, unit.next
    if past < size and lower[past] in ("ago", "earlier", "later", "before", "after", "or"):
        return
    draft.unit = f"{draft.unit} / {name}"
    draft.per = name
    stretch(draft, past)


def _chain(draft: Draft) -> None:
    """Read on over the smaller units of one quantity (``5lb 8oz``, ``15 hours and 50 minutes``)."""
    sentence = draft.sentence
    words, lower, size = sentence.words, sentence.lower, len(sentence.words)
    unit, factor = draft.unit, Decimal(1)
    while unit in _CHAINS and draft.value is not None:
        smaller, held = _CHAINS[unit]
        at = draft.last
        if at < size and lower[at] in ("and", ","):
            at += 1
        if at >= size or not (words[at].isdecimal() or lower[at].isalpha()):
            return
        number = read_number(sentence, at)
        if number is None or number.value is None or number.value >= held or number.scale != 1:
            return
        behind = number.next
        if behind < size and lower[behind] in _DASHES and sentence.glued(behind):
            behind += 1
        found = match_unit(sentence, behind, compound=False)
        if found is None or found.name != smaller:
            return
        factor *= held
        draft.value += number.value / factor
        draft.resolution = number.resolution / factor
        stretch(draft, found.next)
        unit = smaller


def extend_range(draft: Draft, between: bool, pair: str) -> Draft | None:
    """Read on over ``to``, a dash or ``and`` and a second number.

    Args:
        draft: The first quantity, without hedges yet.
        between: Whether "between" stands before it, so that "and" joins the ends of a range.
        pair: The way of the change that the words before it tell (``rose from``), which makes two
            figures of "A to B": ``up``, ``down``, ``any``; empty where they tell none.

    Returns:
        The second draft, where the two are separate figures; ``None`` where there is no second
        number or where ``draft`` itself became the range.
    """
    sentence, at = draft.sentence, draft.last
    lower, size = sentence.lower, len(sentence.lower)
    if at + 1 >= size or draft.value is None:
        return None
    joint = lower[at]
    dash = joint in _DASHES
    if not dash and joint not in ("to", "or") and not (joint == "and" and between):
        return None
    start = at + 1
    if dash and sentence.glued(at) != sentence.glued(start) and not sentence.glued(start):
        return None
    number_at = _number_start(sentence, start)
    if number_at < 0:
        return None
    second = read_quantity(sentence, number_at)
    if second is None or second.value is None or second.first > start:
        return None
    _share(draft, second)
    if draft.unit != second.unit or draft.kind != second.kind:
        return second if joint in ("to", "and") else None
    if pair and not _is_change(draft, second, pair):
        pair = ""
    small = draft.value < 20 and second.value == draft.value + 1
    if joint == "or" and not small:
        return None
    if pair or second.value <= draft.value or (joint == "to" and not _near(draft, second, between)):
        return second
    _merge(draft, second)
    return None


def _is_change(draft: Draft, second: Draft, pair: str) -> bool:
    """Whether A to B goes the way of its verb, and is not itself the first range of two."""
    assert draft.value is not None and second.value is not None
    if (pair == "up" and second.value < draft.value) or (
        pair == "down" and second.value > draft.value
    ):
        return False
    lower, at = draft.sentence.lower, second.last
    return not (lower[at : at + 1] == ["to"] and _number_start(draft.sentence, at + 1) >= 0)


def _near(draft: Draft, second: Draft, between: bool) -> bool:
    """Whether two ends are of like size; "5 to 5,000" may well be two things."""
    assert draft.value is not None and second.value is not None
    lower, at = draft.sentence.lower, draft.first - 1
    if between or (at >= 0 and lower[at] in ("from", "ranging", "of")):
        return True
    return draft.value <= 0 or second.value <= draft.value * 1000


def _number_start(sentence: Sentence, at: int) -> int:
    """Index of a number's own first token at ``at``, past a currency and a sign; -1 if none."""
    words, size = sentence.words, len(sentence.words)
    for step in range(4):
        if at + step >= size:
            return -1
        word = words[at + step]
        if word[0].isdecimal():
            return at + step
        if step == 0 and read_number(sentence, at) is not None:
            return at
        if not (
            word in "$£€¥₹-−+."
            or word == "the"
            or (word.isalpha() and len(word) <= 3 and word[0].isupper())
        ):
            return -1
    return -1


def _share(draft: Draft, second: Draft) -> None:
    """Give either end the scale and the unit that only the other one bears."""
    assert draft.value is not None and second.value is not None
    bare = draft.unit is None
    if bare and second.unit is not None:
        draft.kind, draft.unit = second.kind, second.unit
    elif second.unit is None and draft.unit is not None and draft.kind in ("money", "measure"):
        second.kind, second.unit = draft.kind, draft.unit
    elif draft.kind == second.kind == "money" and second.per and not draft.per:
        draft.unit, draft.per = second.unit, second.per
    if draft.unit != second.unit or draft.kind != second.kind:
        return
    scale = _scale_of(second)
    if (
        scale > 1
        and draft.value < 1000
        and _scale_of(draft) == 1
        and draft.value * scale < second.value * 1000
    ):
        if draft.value < second.value / scale or bare:
            draft.value *= scale
            draft.resolution = (draft.resolution or Decimal(1)) * scale


def _scale_of(draft: Draft) -> Decimal:
    """The magnitude that a word or suffix gives a draft, from the words themselves."""
    for k in range(draft.first, draft.last):
        word = draft.sentence.lower[k]
        if word[0].isdecimal() or not word.isalpha():
            continue
        number = read_number(draft.sentence, max(draft.first, k - 1)) if k > draft.first else None
        if number is not None and number.scale > 1:
            return number.scale
    return Decimal(1)


def _merge(draft: Draft, second: Draft) -> None:
    draft.low, draft.high = draft.value, second.value
    draft.value = None
    draft.bound = "range"
    finer = min(draft.resolution or Decimal(1), second.resolution or Decimal(1))
    draft.resolution = finer
    stretch(draft, second.last)
