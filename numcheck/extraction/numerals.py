"""Written numbers → Decimals: digits, number words of any length, fractions, vague words, mixes."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from numcheck.extraction.cardinals import read_cardinal, read_scales
from numcheck.extraction.digits import VULGAR, read_digits_at, read_vulgar
from numcheck.extraction.number import (
    FRACTION_RESOLUTION,
    HUNDRED,
    ONE,
    Number,
    cardinals,
    factors,
    fractions,
    vague_words,
)
from numcheck.model import Sentence

__all__ = ["read_number"]

_LONGEST = 24  # words of a number after an article
_TOPS: Final = {"a": 1, "one": 1, "two": 2, "three": 3}
_TENTH: Final = Decimal("0.1")
_HALF: Final = Decimal("0.5")
_HUNDRED: Final = Decimal(100)


def read_number(sentence: Sentence, i: int, money: bool = False) -> Number | None:
    """The number whose first token is ``i``: digits, words, a fraction, a vague word, or a mix.

    Args:
        sentence: The sentence.
        i: Index of its first token, past any sign or currency.
        money: Whether a currency stands before it, which decides what ``m`` and ``t`` mean.
    """
    word = sentence.lower[i]
    if word[0].isdecimal() or (word == "." and _digits_follow(sentence, i)):
        number = read_digits_at(sentence, i, money)
    elif word in VULGAR:
        number = read_vulgar(word, Decimal(0), i + 1)
    else:
        number = _read_words(sentence.lower, i)
    if number is not None and number.fraction:
        _of_a_scale(sentence.lower, number)
    return number


def _digits_follow(sentence: Sentence, i: int) -> bool:
    following = i + 1
    return (
        following < len(sentence.words)
        and sentence.glued(following)
        and sentence.words[following].isdecimal()
        and not sentence.glued(i)
    )


def _of_a_scale(lower: list[str], number: Number) -> None:
    """``a quarter of a million``."""
    at = number.next
    if lower[at : at + 2] == ["of", "a"] and number.scale == 1:
        factor, position = read_scales(lower, at + 2)
        if factor is not None:
            number.multiply(factor, position)
            number.fraction = False


def _read_words(lower: list[str], i: int) -> Number | None:
    word = lower[i]
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if word in vague_words():
        return _read_vague(lower, i)
    if word in factors() and (following in cardinals() or following == "of"):
        found = _read_factor(lower, i)
        if found is not None:
            return found
    if word in ("a", "an"):
        return _read_article(lower, i)
    if word == "half":
        return _read_half(lower, i)
    if word in fractions():
        return None
    number = read_cardinal(lower, i)
    if number is not None:
        _add_fraction(lower, number)
    return number


def _add_fraction(lower: list[str], number: Number) -> None:
    """Read on over ``two-thirds``, ``two and a half``, ``three-and-a-half``, ``1½ million``."""
    at = number.next
    if at >= len(lower):
        return
    read = _denominator(lower, number, at) or _and_a_fraction(lower, number, at)
    if read:
        factor, position = read_scales(lower, number.next)
        if factor is not None:
            number.multiply(factor, position)
            number.fraction = False


def _denominator(lower: list[str], number: Number, at: int) -> bool:
    """``two-thirds``."""
    joined = at + 1 if lower[at] == "-" and at + 1 < len(lower) else at
    word = lower[joined]
    below = fractions().get(word)
    value = number.value
    if below is None or value is None or not 0 < value < _HUNDRED:
        return False
    if not (word.endswith("s") or (value == 1 and (word != "half" or joined > at))):
        return False
    number.value = value / Decimal(below)
    number.resolution = FRACTION_RESOLUTION
    number.next = joined + 1
    number.fraction = True
    return True


def _and_a_fraction(lower: list[str], number: Number, at: int) -> bool:
    """``and a half``, its words parted by hyphens or not."""
    found: list[str] = []
    while at < len(lower) and len(found) < 3:
        if lower[at] != "-":
            found.append(lower[at])
        at += 1
    if len(found) < 3 or found[0] != "and" or found[1] not in _TOPS or number.value is None:
        return False
    below = fractions().get(found[2])
    if below is None or below > 4:
        return False
    number.value += Decimal(_TOPS[found[1]]) / Decimal(below)
    number.resolution = _TENTH
    number.next = at
    return True


def _read_article(lower: list[str], i: int) -> Number | None:
    """``a million``, ``a hundred and twenty``, ``a dozen``, ``a third``, ``a handful``."""
    if i + 1 >= len(lower):
        return None
    word = lower[i + 1]
    found = cardinals().get(word)
    if found is not None and found[0] >= HUNDRED:
        number = read_cardinal(["one", *lower[i + 1 : i + _LONGEST]], 0)
        if number is not None:
            number.next += i
        return number
    if word == "half":
        return _read_half(lower, i + 1)
    if word in ("handful", "couple") or (word == "number" and lower[i - 1 : i] != ["the"]):
        return _read_vague(lower, i + 1)
    if word == "few":
        return _read_factor(lower, i + 1)
    below = fractions().get(word)
    if below is None:
        return None
    number = Number(ONE / Decimal(below), FRACTION_RESOLUTION, i + 2, True)
    number.fraction = True
    return number


def _read_half(lower: list[str], i: int) -> Number | None:
    """``half a million``, ``half-million``, ``half a dozen``, ``half``."""
    number = Number(_HALF, FRACTION_RESOLUTION, i + 1, True)
    at = i + 1
    if at < len(lower) and lower[at] in ("a", "-"):
        at += 1
    factor, position = read_scales(lower, at)
    number.fraction = factor is None
    if factor is not None:
        number.multiply(factor, position)
        number.resolution = factor * _TENTH
    return number


def _read_vague(lower: list[str], i: int) -> Number | None:
    """``dozens``, ``tens of thousands``, ``a handful``, ``number of``."""
    word = lower[i]
    following = lower[i + 1] if i + 1 < len(lower) else ""
    if word in ("number", "couple", "scores", "tens") and following != "of":
        return None
    if word in ("couple", "handful", "number") and i > 0 and lower[i - 1] == "the":
        return None
    low, high = vague_words()[word]
    number = Number(None, low, i + 1, True)
    number.low, number.high = low, high
    number.scale = Decimal(10) if word == "tens" else low / 2
    if following == "of" and i + 2 < len(lower):
        scale = lower[i + 2]
        singular = cardinals().get(scale.removesuffix("s"))
        if (
            singular is not None
            and singular[0] >= HUNDRED
            and (scale[-1] == "s" or word == "couple")
        ):
            factor = singular[1]
            number.low = low * factor
            number.high = None if high is None else (high + 1) * factor - 1
            number.scale, number.next = factor, i + 3
    return number


def _read_factor(lower: list[str], i: int) -> Number | None:
    """``several hundred``, ``a few thousand``, ``a couple of hundred``."""
    low, high = factors()[lower[i]]
    at = i + 2 if i + 1 < len(lower) and lower[i + 1] == "of" else i + 1
    found = cardinals().get(lower[at]) if at < len(lower) else None
    if found is None or found[0] < HUNDRED:
        return None
    factor, position = read_scales(lower, at)
    if found[0] == HUNDRED:
        more, position = read_scales(lower, at + 1)
        factor = _HUNDRED * (more or ONE)
    assert factor is not None
    number = Number(None, factor, position, True)
    number.low, number.high = low * factor, (high + 1) * factor - 1
    number.scale = factor
    return number
