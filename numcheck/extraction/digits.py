"""Numbers that begin with digits: any usual grouping, fractions, powers, magnitudes (``4.5bn``)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.cardinals import read_scales
from numcheck.extraction.money import currency_code
from numcheck.extraction.neighbours import neighbours
from numcheck.extraction.number import ONE, Number, suffixes
from numcheck.extraction.style import IN_FORCE
from numcheck.model import Sentence

__all__ = ["VULGAR", "read_digits", "read_digits_at", "read_vulgar"]

VULGAR: Final = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5",
    "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8",
    "⅞": "7/8", "⅒": "1/10", "⅑": "1/9", "⅐": "1/7",
}  # fmt: skip
_POWERS: Final = {places: Decimal(1).scaleb(-places) for places in range(24)}
_SEPARATORS = re.compile(r"[,.'’\u00a0\u2007\u2009\u202f]")
_FULL_WIDTH: Final = str.maketrans("，．", ",.")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_SLASHES: Final = frozenset(("/", "⁄", "∕"))
_TIMES: Final = frozenset(("×", "x", "*", "⋅", "·"))
_MINUS: Final = frozenset(("-", "−", "–"))
_DENOMINATORS: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128))
_LONGEST = 400  # digits; a longer run is data, not a number that anyone wrote
_GROUP = 3
_ALWAYS: Final = frozenset(("bn", "mn", "mln", "bln", "tn", "trn", "mio"))
_APART: Final = frozenset(("mil", "bil", "cr"))


def read_digits(token: str) -> tuple[Decimal, Decimal] | None:
    """Value and resolution of a run of digits with separators.

    ``1,234.5`` and ``1.234,5`` are both told by which separator comes last; a lone comma or stop
    before three digits groups unless it is the house's decimal mark (``10,000``; ``1.250`` stays
    decimal, as English has it); Indian
    grouping (``12,34,567``) and spaces and apostrophes between thousands are read.

    Returns:
        ``None`` for what is no number (``1.2.3``, an IP address, a version).
    """
    if token.isdecimal():
        return (Decimal(token), ONE) if len(token) <= _LONGEST else None
    if len(token) > _LONGEST or "@" in token:  # a mail address may begin with digits
        return None
    if not token.isascii():
        token = token.translate(_FULL_WIDTH)
    parts = _SEPARATORS.split(token)
    marks = _SEPARATORS.findall(token)
    grouped = all(len(part) == _GROUP for part in parts[1:]) and 1 <= len(parts[0]) <= _GROUP
    alike = len(set(marks)) == 1
    if grouped and alike and parts[0][0] != "0" and (len(marks) > 1 or marks[0] != _decimal_mark()):
        return Decimal("".join(parts)), ONE
    last = marks[-1]
    if last in ".," and len(set(marks[:-1])) <= 1 and last not in marks[:-1]:
        whole = parts[:-1]
        groups = all(len(part) == _GROUP for part in whole[1:]) and len(whole[0]) <= _GROUP
        if len(whole) == 1 or groups:
            places = len(parts[-1])
            resolution = _POWERS.get(places) or Decimal(1).scaleb(-places)
            return Decimal("".join(whole) + "." + parts[-1]), resolution
    if _INDIAN.match(token):
        whole_text, _, decimals = token.replace(",", "").partition(".")
        value = Decimal(f"{whole_text}.{decimals}" if decimals else whole_text)
        return value, Decimal(1).scaleb(-len(decimals))
    return None


def _decimal_mark() -> str:
    return "," if IN_FORCE.get().decimal == "comma" else "."


def read_vulgar(word: str, whole: Decimal, next_: int) -> Number:
    """A fraction sign, alone or behind a whole number (``4¾``)."""
    top, _, bottom = VULGAR[word].partition("/")
    number = Number(whole + Decimal(top) / Decimal(bottom), Decimal("0.1"), next_)
    number.fraction = True
    return number


def read_digits_at(sentence: Sentence, i: int, money: bool) -> Number | None:
    """The number that begins with the digits, or the stop before digits, at token ``i``.

    Args:
        sentence: The sentence.
        i: Index of its first token.
        money: Whether a currency stands before it, which decides what ``m`` and ``t`` mean.
    """
    words, lower = sentence.words, sentence.lower
    if words[i] == ".":
        number = Number(Decimal("0." + words[i + 1]), Decimal(1).scaleb(-len(words[i + 1])), i + 2)
    else:
        digits = read_digits(words[i])
        if digits is None:
            return None
        number = Number(digits[0], digits[1], i + 1)
    after, size = number.next, len(words)
    if after >= size:
        return number
    word = lower[after]
    if word in VULGAR and sentence.starts[after] - sentence.ends[after - 1] <= 1:
        return read_vulgar(word, number.value or Decimal(0), after + 1)
    if (word == "," or word.isdecimal()) and after + (word == ",") < size:
        _join_thousands(sentence, i, number)
        after = number.next
    if after + 2 < size and lower[after] == "-" and lower[after + 2] in _SLASHES:
        _slashed(sentence, i, number, after + 1)  # 9-1/2
    elif after + 1 < size and (lower[after] in _SLASHES or lower[after + 1] in _SLASHES):
        _slashed(sentence, i, number)
    if number.next < size:
        _power_of_ten(sentence, number)
    if number.next < size:
        _scale_after(sentence, number, money)
    return number


def _power_of_ten(sentence: Sentence, number: Number) -> None:
    """Read on over ``×10−30`` and ``x 10^6``."""
    words, at = sentence.words, number.next
    if words[at] not in _TIMES or at + 2 >= len(words) or words[at + 1] != "10":
        return
    at += 2
    at += words[at] == "^"
    sign = at < len(words) and words[at] in _MINUS
    at += sign
    if at >= len(words) or not words[at].isdecimal() or len(words[at]) > _GROUP:
        return
    if not sentence.glued(at):
        return
    number.multiply(Decimal(1).scaleb(-int(words[at]) if sign else int(words[at])), at + 1)
    number.scale = ONE


def _join_thousands(sentence: Sentence, i: int, number: Number) -> None:
    """Join thousands that spaces part (``816 000 t``), or a comma and a space (``80, 000``)."""
    words, after = sentence.words, number.next
    if len(words[i]) > _GROUP or not words[i].isdecimal() or words[i][0] == "0":
        return
    if i > 0 and sentence.glued(i) and words[i - 1] not in "$£€¥-−(":
        return
    if words[after] == ",":
        if words[after + 1] == "000" and sentence.starts[after + 1] == sentence.ends[after] + 1:
            number.multiply(Decimal(1000), after + 2)
            number.resolution = number.scale = ONE
        return
    end = after
    while (
        end < len(words)
        and len(words[end]) == _GROUP
        and words[end].isdecimal()
        and sentence.starts[end] == sentence.ends[end - 1] + 1
    ):
        end += 1
    # "Boeing 737 800" is no number: one group of digits alone must be round to be trusted.
    if end == after or (end == after + 1 and words[after][-1] != "0"):
        return
    if end < len(words) and sentence.glued(end) and words[end][0].isalpha():
        return
    number.value = Decimal("".join(words[i:end]))
    number.next = end


def _slashed(sentence: Sentence, i: int, number: Number, after: int = 0) -> None:
    """Read ``3/4``, ``10 1/2`` and, from token ``after`` on, ``10-1/2``."""
    words = sentence.words
    after = after or number.next
    at = after if words[after] in _SLASHES else after + 1
    top = at - 1
    if at + 1 >= len(words) or not (words[top].isdecimal() and words[at + 1].isdecimal()):
        return
    if not (sentence.glued(at) and sentence.glued(at + 1)) or len(words[at + 1]) > _GROUP:
        return
    below = int(words[at + 1])
    if below not in _DENOMINATORS or len(words[top]) > _GROUP or int(words[top]) >= below:
        return
    part = Decimal(int(words[top])) / Decimal(below)
    number.value = part if top == i else (number.value or Decimal(0)) + part
    number.resolution = ONE / Decimal(below)
    number.next = at + 2
    number.fraction = True


def _scale_after(sentence: Sentence, number: Number, money: bool) -> None:
    """Multiply by the magnitude that follows: ``1.2 million``, ``4.5bn``, ``85K``."""
    lower, after = sentence.lower, number.next
    word = lower[after]
    factor, position = read_scales(lower, after)
    if factor is None and word == "hundred":
        more, position = read_scales(lower, after + 1)
        factor = Decimal(100) * (more or ONE)
    if factor is not None and not (word == "-" and not sentence.glued(after)):
        number.multiply(factor, position)
        return
    found = suffixes().get(word)
    if found is not None and _is_suffix(sentence, after, word, money):
        number.multiply(found, after + 1)


def _is_suffix(sentence: Sentence, after: int, word: str, money: bool) -> bool:
    """Whether letters behind digits are a magnitude rather than a unit (30m, 5t, 4G)."""
    if word in _ALWAYS:
        return True
    glued, surface = sentence.glued(after), sentence.words[after]
    if money:
        return word != "mm" or glued
    if not glued and surface != "M" and word not in _APART:
        return False
    if word == "k":
        following = sentence.lower[after + 1] if after + 1 < len(sentence.lower) else ""
        return following not in neighbours("after_k")
    if word == "b":
        return surface == "B"
    if word == "m":
        return surface == "M" or _million_follows(sentence, after)
    return word in _APART


def _million_follows(sentence: Sentence, after: int) -> bool:
    """Whether ``30m`` counts something: a currency or plural follows, not how long or high."""
    lower = sentence.lower
    if after + 1 >= len(lower) or not lower[after + 1][0].isalpha():
        # "waiting lists swelled to 7.4m."
        return not neighbours("crowd_subjects").isdisjoint(lower[max(0, after - 9) : after - 1])
    following = lower[after + 1]
    if following in _words("length_words"):
        return False
    if currency_code(sentence.words[after + 1]) is not None:
        return True
    if following[-1:] == "s" and len(following) > _GROUP and following.isalpha():
        return not following.endswith("ss")
    return following in _words("crowd_words")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(vocabulary.lines(name))
