"""Written numbers → Decimals: digits in any usual grouping, number words of any length, both mixed."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.model import Sentence

__all__ = ["Number", "number_words", "read_cardinal", "read_digits", "read_number"]

_ONE: Final = Decimal(1)
_POWERS: Final = {places: Decimal(1).scaleb(-places) for places in range(24)}
_VULGAR: Final = {
    "½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "1/3", "⅔": "2/3", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "1/6", "⅚": "5/6", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
    "⅞": "0.875", "⅒": "0.1", "⅑": "1/9", "⅐": "1/7",
}  # fmt: skip
_SEPARATORS = re.compile(r"[,.'’\u00a0\u2007\u2009\u202f]")
_SLASHES: Final = frozenset(("/", "⁄", "∕"))
_DENOMINATORS: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128))
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
# A fraction in words is good to about 2.5 points on either side.
_FRACTION_RESOLUTION: Final = Decimal("0.05")
_LONGEST = 400  # digits; a longer run is data, not a number that anyone wrote


class Number:
    """A written number.

    Attributes:
        value: Its value; ``None`` for a vague word.
        resolution: Place value of the last digit that the writer committed to.
        low: Lower end of a vague word's convention.
        high: Upper end of it.
        next: Index past its last token.
        scale: The magnitude that its words or suffix multiply it by (``1.2 million`` → 1000000).
        suffix: The suffix letter glued to the digits (``m`` in ``30m``), in lower case; else empty.
        spelled: Whether it is written in words.
    """

    __slots__ = ("high", "low", "next", "resolution", "scale", "spelled", "suffix", "value")

    def __init__(
        self, value: Decimal | None, resolution: Decimal, next_: int, spelled: bool = False
    ) -> None:
        self.value = value
        self.resolution = resolution
        self.next = next_
        self.spelled = spelled
        self.low: Decimal | None = None
        self.high: Decimal | None = None
        self.scale = _ONE
        self.suffix = ""


@cache
def number_words() -> dict[str, tuple[str, str]]:
    """Word → (class, value) for everything in ``numerals.tsv`` but the factors before a scale."""
    rows = vocabulary.table("numerals", 3)
    return {word: (kind, value) for word, kind, value in rows if kind not in ("some", "suffix")}


@cache
def _cardinals() -> dict[str, tuple[int, Decimal]]:
    """Word → (grade, value): 1 unit, 2 teen, 3 ten, 4 hundred, 5 scale."""
    grades = {"unit": 1, "teen": 2, "ten": 3, "hundred": 4, "scale": 5}
    words = number_words().items()
    return {word: (grades[kind], Decimal(value)) for word, (kind, value) in words if kind in grades}


@cache
def _suffixes() -> dict[str, Decimal]:
    rows = vocabulary.table("numerals", 3)
    return {word: Decimal(value) for word, kind, value in rows if kind == "suffix"}


@cache
def _factors() -> dict[str, tuple[int, int]]:
    rows = vocabulary.table("numerals", 3)
    pairs = ((word, value.split(":")) for word, kind, value in rows if kind == "some")
    return {word: (int(low), int(high)) for word, (low, high) in pairs}


@cache
def _vague() -> dict[str, tuple[Decimal, Decimal | None]]:
    found: dict[str, tuple[Decimal, Decimal | None]] = {}
    for word, (kind, value) in number_words().items():
        if kind == "vague":
            low, _, high = value.partition(":")
            found[word] = (Decimal(low), Decimal(high) if high else None)
    return found


@cache
def _fractions() -> dict[str, int]:
    """Word → denominator, the ordinals that may stand for a fraction among them (a third)."""
    found = {w: int(v) for w, (kind, v) in number_words().items() if kind == "fraction"}
    for word, (kind, value) in number_words().items():
        if kind == "ordinal" and int(value) > 2:
            found[word] = int(value)
    return found


def read_digits(token: str) -> tuple[Decimal, Decimal] | None:
    """Value and resolution of a run of digits with separators.

    ``1,234.5`` and ``1.234,5`` are both told by which separator comes last; a lone comma or stop
    before three digits groups (``10,000``; ``1.250`` stays decimal, as English has it); Indian
    grouping (``12,34,567``) and spaces and apostrophes between thousands are read.

    Returns:
        ``None`` for what is no number (``1.2.3``, an IP address, a version).
    """
    if token.isdecimal():
        return (Decimal(token), _ONE) if len(token) <= _LONGEST else None
    if len(token) > _LONGEST:
        return None
    parts = _SEPARATORS.split(token)
    marks = _SEPARATORS.findall(token)
    grouped = all(len(part) == 3 for part in parts[1:]) and 1 <= len(parts[0]) <= 3
    if grouped and parts[0][0] != "0" and len(set(marks)) == 1 and (marks[0] != "." or len(marks) > 1):
        return Decimal("".join(parts)), _ONE
    last = marks[-1]
    if last in ".," and (len(set(marks[:-1])) <= 1 and last not in marks[:-1]):
        whole = parts[:-1]
        if len(whole) == 1 or (all(len(part) == 3 for part in whole[1:]) and len(whole[0]) <= 3):
            places = len(parts[-1])
            resolution = _POWERS.get(places) or Decimal(1).scaleb(-places)
            return Decimal("".join(whole) + "." + parts[-1]), resolution
    if _INDIAN.match(token):
        whole_text, _, decimals = token.replace(",", "").partition(".")
        value = Decimal(f"{whole_text}.{decimals}" if decimals else whole_text)
        return value, Decimal(1).scaleb(-len(decimals))
    return None


def read_cardinal(sentence: Sentence, i: int) -> Number | None:
    """A cardinal in words at token ``i`` (``two hundred and forty-five thousand``).

    The grammar: each scale word is smaller than the one before it; "and" stands only before what
    is smaller than a hundred, or after "hundred"; commas are read between scales.
    """
    lower = sentence.lower
    cardinals = _cardinals()
    first = cardinals.get(lower[i])
    if first is None or first[0] >= 4:
        return None
    total, last_scale, position = Decimal(0), None, i
    resolution, scale = _ONE, _ONE
    while True:
        part = _below_thousand(sentence, position)
        if part is None:
            break
        value, fine, after = part
        multiplier, after_scale = _scales(lower, after)
        if multiplier is None:
            if last_scale is not None and value >= last_scale:
                break
            total, position, resolution = total + value, after, fine
            break
        if last_scale is not None and multiplier >= last_scale:
            break
        total += value * multiplier
        last_scale, position, resolution = multiplier, after_scale, multiplier
        if total == value * multiplier:
            scale = multiplier
        following = _continue_at(sentence, position)
        if following < 0:
            break
        if _below_thousand(sentence, following) is None:
            break
        check = _below_thousand(sentence, following)
        assert check is not None
        if lower[following - 1] == "," and not _big_part(lower, check):
            break
        position_before = position
        position = following
        if lower[following - 1] == "and" and check[0] >= 100 and _scales(lower, check[2])[0] is None:
            position = position_before
            break
        continue
    number = Number(total, resolution, position, True)
    number.scale = scale
    return number if position > i else None


def _big_part(lower: list[str], part: tuple[Decimal, Decimal, int]) -> bool:
    """Whether what follows a comma surely continues a number (``…, two hundred …``)."""
    return part[0] >= 100 or _scales(lower, part[2])[0] is not None


def _continue_at(sentence: Sentence, position: int) -> int:
    """Index of the number words that go on after a scale, or -1."""
    lower = sentence.lower
    cardinals = _cardinals()
    if position >= len(lower):
        return -1
    if lower[position] in ("and", ",") and position + 1 < len(lower):
        position += 1
        if lower[position] == "and" and position + 1 < len(lower):
            position += 1
    found = cardinals.get(lower[position])
    return position if found is not None and found[0] <= 3 and found[1] > 0 else -1


def _scales(lower: list[str], position: int) -> tuple[Decimal | None, int]:
    """The product of the scale words at ``position`` (``hundred thousand``, ``lakh crore``)."""
    cardinals = _cardinals()
    product: Decimal | None = None
    while position < len(lower):
        # "a half-million", "two-thousand": a hyphen may stand before the scale word.
        at = position + 1 if lower[position] == "-" and position + 1 < len(lower) else position
        found = cardinals.get(lower[at])
        if found is None or found[0] != 5:
            break
        product = found[1] if product is None else product * found[1]
        position = at + 1
    return product, position


def _below_thousand(sentence: Sentence, i: int) -> tuple[Decimal, Decimal, int] | None:
    """Value, resolution and next index of number words below a thousand, or ``None``."""
    lower = sentence.lower
    cardinals = _cardinals()
    part = _below_hundred(lower, i)
    if part is None:
        return None
    value, after = part
    if after < len(lower):
        at = after + 1 if lower[after] == "-" and after + 1 < len(lower) else after
        if lower[at] == "hundred" and value > 0:
            hundreds = value * 100
            after = at + 1
            following = after + 1 if after < len(lower) and lower[after] == "and" else after
            rest = _below_hundred(lower, following) if following < len(lower) else None
            if rest is not None and rest[0] > 0 and value < 10:
                beyond = cardinals.get(lower[rest[1]]) if rest[1] < len(lower) else None
                if not (following > after and beyond is not None and beyond[0] == 4):
                    return hundreds + rest[0], _ONE, rest[1]
            return hundreds, Decimal(100), after
    return value, _ONE, after


def _below_hundred(lower: list[str], i: int) -> tuple[Decimal, int] | None:
    cardinals = _cardinals()
    found = cardinals.get(lower[i])
    if found is None or found[0] >= 4:
        return None
    grade, value = found
    after = i + 1
    if grade == 3 and after < len(lower):
        at = after + 1 if lower[after] in ("-", "‑", "–") and after + 1 < len(lower) else after
        unit = cardinals.get(lower[at])
        if unit is not None and unit[0] == 1 and unit[1] > 0:
            return value + unit[1], at + 1
    return value, after


def read_number(sentence: Sentence, i: int, money: bool = False) -> Number | None:
    """The number whose first token is ``i``: digits, words, a fraction, a vague word, or a mix.

    Args:
        sentence: The sentence.
        i: Index of its first token, past any sign or currency.
        money: Whether a currency stands before it, which decides what ``m`` and ``t`` mean.
    """
    word = sentence.lower[i]
    if word[0].isdecimal() or (word == "." and _digits_follow(sentence, i)):
        return _read_from_digits(sentence, i, money)
    if word in _VULGAR:
        return _vulgar(word, Decimal(0), i + 1)
    return _read_from_words(sentence, i)


def _digits_follow(sentence: Sentence, i: int) -> bool:
    following = i + 1
    return (
        following < len(sentence.words)
        and sentence.glued(following)
        and sentence.words[following].isdecimal()
        and not sentence.glued(i)
    )


def _vulgar(word: str, whole: Decimal, next_: int) -> Number:
    top, _, bottom = _VULGAR[word].partition("/")
    part = Decimal(top) / Decimal(bottom) if bottom else Decimal(top)
    return Number(whole + part, Decimal("0.1"), next_)


def _read_from_digits(sentence: Sentence, i: int, money: bool) -> Number | None:
    words, lower = sentence.words, sentence.lower
    if words[i] == ".":
        number = Number(Decimal("0." + words[i + 1]), Decimal(1).scaleb(-len(words[i + 1])), i + 2)
    else:
        digits = read_digits(words[i])
        if digits is None:
            return None
        number = Number(digits[0], digits[1], i + 1)
    after, size = number.next, len(words)
    if after < size:
        word = lower[after]
        if word in _VULGAR:
            return _vulgar(word, number.value or Decimal(0), after + 1)
        if word.isdecimal() and not sentence.glued(after) and number.value is not None:
            _spaced(sentence, i, number)
            after = number.next
        if after + 1 < size and (lower[after] in _SLASHES or lower[after + 1] in _SLASHES):
            _slashed(sentence, i, number)
            after = number.next
        if after < size:
            _power_of_ten(sentence, number)
            if number.next < size:
                _scale_after(sentence, number, money)
    return number


def _power_of_ten(sentence: Sentence, number: Number) -> None:
    """Read on over ``×10−30`` and ``x 10^6``."""
    words, at = sentence.words, number.next
    if words[at] not in ("×", "x", "*", "⋅", "·") or at + 2 >= len(words) or words[at + 1] != "10":
        return
    at += 2
    if words[at] == "^":
        at += 1
    sign = at < len(words) and words[at] in ("-", "−", "–")
    at += sign
    if at >= len(words) or not words[at].isdecimal() or len(words[at]) > 3 or not sentence.glued(at):
        return
    factor = Decimal(1).scaleb(-int(words[at]) if sign else int(words[at]))
    assert number.value is not None
    number.value *= factor
    number.resolution *= factor
    number.next = at + 1


def _spaced(sentence: Sentence, i: int, number: Number) -> None:
    """Join thousands that ordinary spaces part (``816 000 t``)."""
    words, after = sentence.words, number.next
    if len(words[i]) > 3 or not words[i].isdecimal() or words[i][0] == "0" or (i > 0 and sentence.glued(i) and words[i - 1] not in "$£€¥-−"):
        return
    end = after
    while (
        end < len(words)
        and len(words[end]) == 3
        and words[end].isdecimal()
        and sentence.starts[end] == sentence.ends[end - 1] + 1
    ):
        end += 1
    # "Boeing 737 800" is no number: one group of digits alone must be round to be trusted.
    if end == after or (end == after + 1 and words[after] != "000" and words[after][-1] != "0"):
        return
    if end < len(words) and sentence.glued(end) and words[end][0].isalpha():
        return
    number.value = Decimal("".join(words[i:end]))
    number.next = end


def _slashed(sentence: Sentence, i: int, number: Number) -> None:
    """Read ``3/4`` and ``10 1/2``."""
    words, after = sentence.words, number.next
    at = after if words[after] in _SLASHES else after + 1
    top = at - 1
    if at + 1 >= len(words) or not (words[top].isdecimal() and words[at + 1].isdecimal()):
        return
    if not (sentence.glued(at) and sentence.glued(at + 1)):
        return
    below = int(words[at + 1])
    if below not in _DENOMINATORS or int(words[top]) >= below:
        return
    part = Decimal(int(words[top])) / Decimal(below)
    number.value = part if top == i else (number.value or Decimal(0)) + part
    number.resolution = _ONE / Decimal(below)
    number.next = at + 2


def _scale_after(sentence: Sentence, number: Number, money: bool) -> None:
    """Multiply by the magnitude that follows: ``1.2 million``, ``4.5bn``, ``85K``."""
    lower, after = sentence.lower, number.next
    word = lower[after]
    factor, position = _scales(lower, after)
    if factor is None and word == "hundred":
        more, position = _scales(lower, after + 1)
        factor = Decimal(100) * (more or _ONE)
    if factor is not None and lower[after] == "-" and not sentence.glued(after):
        factor = None
    if factor is None:
        found = _suffixes().get(word)
        if found is None or not _is_suffix(sentence, after, word, money):
            return
        factor, position = found, after + 1
        number.suffix = word
    assert number.value is not None
    number.value *= factor
    number.resolution *= factor
    number.scale = factor
    number.next = position


def _is_suffix(sentence: Sentence, after: int, word: str, money: bool) -> bool:
    """Whether letters behind digits are a magnitude rather than a unit (30m, 5t, 4G)."""
    glued = sentence.glued(after)
    if word in ("bn", "mn", "mln", "bln", "tn", "trn", "mio"):
        return True
    surface = sentence.words[after]
    if money:
        return word != "mm" or glued
    if not glued and not (surface == "M" or word in ("mil", "bil", "cr")):
        return False
    if word == "k":
        following = sentence.lower[after + 1] if after + 1 < len(sentence.lower) else ""
        return following not in ("run", "race", "walk", "video", "tv", "resolution")
    if word == "b":
        return surface == "B"
    if word == "m":
        return surface == "M" or _million_follows(sentence, after)
    return word in ("mil", "bil", "cr")


def _million_follows(sentence: Sentence, after: int) -> bool:
    """Whether ``30m`` counts something: a currency or plural follows, not how long or high."""
    if after + 1 >= len(sentence.lower):
        return False
    following = sentence.lower[after + 1]
    if following in _length_words():
        return False
    if following[-1:] == "s" and len(following) > 3 and following.isalpha():
        return not following.endswith("ss") and following != "across"
    return following in _crowd_words()


@cache
def _length_words() -> frozenset[str]:
    return frozenset(vocabulary.lines("length_words"))


@cache
def _crowd_words() -> frozenset[str]:
    return frozenset(vocabulary.lines("crowd_words"))


def _read_from_words(sentence: Sentence, i: int) -> Number | None:
    lower = sentence.lower
    word, size = lower[i], len(sentence.lower)
    following = lower[i + 1] if i + 1 < size else ""
    if word in _vague():
        return _read_vague(sentence, i)
    if word in _factors() and (following in _cardinals() or following == "of"):
        found = _read_factor(sentence, i)
        if found is not None:
            return found
    if word in ("a", "an"):
        return _read_article(sentence, i)
    if word == "half":
        return _read_half(sentence, i)
    if word in _fractions():
        return None
    number = read_cardinal(sentence, i)
    if number is None:
        return None
    return _with_fraction(sentence, number)


def _with_fraction(sentence: Sentence, number: Number) -> Number:
    """Read on over ``two-thirds``, ``two and a half``, ``one and a half million``."""
    lower, at = sentence.lower, number.next
    size = len(lower)
    assert number.value is not None
    if at < size:
        joined = at + 1 if lower[at] == "-" and at + 1 < size else at
        below = _fractions().get(lower[joined])
        plural = lower[joined].endswith("s") or (number.value == 1 and lower[joined] != "second")
        if below is not None and plural and 0 < number.value < 100:
            if lower[joined] == "half" and joined == at:
                return number
            number.value = number.value / Decimal(below)
            number.resolution = _FRACTION_RESOLUTION
            number.next = joined + 1
            factor, position = _scales(lower, number.next)
            if factor is not None:
                number.value *= factor
                number.resolution *= factor
                number.scale, number.next = factor, position
            return number
    if at + 2 < size and lower[at] == "and" and lower[at + 1] in ("a", "one", "two", "three"):
        below = _fractions().get(lower[at + 2]) if lower[at + 2] != "-" else None
        if below is not None and lower[at + 2] in ("half", "quarter", "third", "quarters", "thirds"):
            top = {"a": 1, "one": 1, "two": 2, "three": 3}[lower[at + 1]]
            number.value += Decimal(top) / Decimal(below)
            number.resolution = Decimal("0.1")
            number.next = at + 3
            factor, position = _scales(lower, number.next)
            if factor is not None:
                number.value *= factor
                number.resolution *= factor
                number.scale = factor
                number.next = position
    return number


def _read_article(sentence: Sentence, i: int) -> Number | None:
    """``a million``, ``a hundred and twenty``, ``a dozen``, ``a half``, ``a third``, ``a handful``."""
    lower, size = sentence.lower, len(sentence.lower)
    if i + 1 >= size:
        return None
    word = lower[i + 1]
    found = _cardinals().get(word)
    if found is not None and found[0] >= 4:
        rest = read_cardinal(_OneFor(sentence, i), 0)
        if rest is not None:
            rest.next += i
            return rest
    if word == "half":
        number = _read_half(sentence, i + 1)
        return number
    if word in ("handful", "couple") or (word == "number" and lower[i - 1 : i] != ["the"]):
        return _read_vague(sentence, i + 1)
    if word == "few":
        return _read_factor(sentence, i + 1)
    below = _fractions().get(word)
    if below is not None and word not in ("second", "half"):
        return Number(_ONE / Decimal(below), _FRACTION_RESOLUTION, i + 2, True)
    return None


class _OneFor(Sentence):
    """A view of a sentence from token ``i`` on in which the article there reads as "one"."""

    __slots__ = ()

    def __init__(self, sentence: Sentence, i: int) -> None:
        self.lower = ["one", *sentence.lower[i + 1 : i + 24]]
        self.words = self.lower


def _read_half(sentence: Sentence, i: int) -> Number | None:
    """``half a million``, ``half-million``, ``half a dozen``, ``half``."""
    lower, size = sentence.lower, len(sentence.lower)
    number = Number(Decimal("0.5"), _FRACTION_RESOLUTION, i + 1, True)
    at = i + 1
    if at < size and lower[at] in ("a", "-"):
        at += 1
    factor, position = _scales(lower, at) if at < size else (None, at)
    if factor is not None:
        number.value = Decimal("0.5") * factor
        number.resolution = factor / 10
        number.scale = factor
        number.next = position
    return number


def _read_vague(sentence: Sentence, i: int) -> Number | None:
    """``dozens``, ``tens of thousands``, ``a handful``, ``number of``."""
    lower, size = sentence.lower, len(sentence.lower)
    word = lower[i]
    following = lower[i + 1] if i + 1 < size else ""
    if word in ("number", "couple", "handful", "scores", "tens") and following != "of":
        return None
    if word in ("couple", "handful", "number") and i > 0 and lower[i - 1] == "the":
        return None
    low, high = _vague()[word]
    number = Number(None, low, i + 1, True)
    number.low, number.high, number.scale = low, high, low / 2 if word != "tens" else Decimal(10)
    if following == "of" and i + 2 < size:
        scale = lower[i + 2]
        singular = _cardinals().get(scale.removesuffix("s"))
        if singular is not None and singular[0] >= 4 and (scale.endswith("s") or word == "couple"):
            factor = singular[1]
            number.low = low * factor
            number.high = None if high is None else (high + 1) * factor - 1
            number.scale, number.next = factor, i + 3
    return number


def _read_factor(sentence: Sentence, i: int) -> Number | None:
    """``several hundred``, ``a few thousand``, ``a couple of hundred``."""
    lower = sentence.lower
    low, high = _factors()[lower[i]]
    at = i + 2 if i + 1 < len(lower) and lower[i + 1] == "of" else i + 1
    if at >= len(lower):
        return None
    found = _cardinals().get(lower[at])
    if found is None or found[0] < 4:
        return None
    factor, position = _scales(lower, at)
    if found[0] == 4:
        more, position = _scales(lower, at + 1)
        factor = Decimal(100) * (more or _ONE)
    assert factor is not None
    number = Number(None, factor, position, True)
    number.low, number.high = low * factor, (high + 1) * factor - 1
    number.scale = factor
    return number
