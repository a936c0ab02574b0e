"""Numbers and intervals in words and signs: ``~3,000``, ``≥ 115,000``, ``8–13``, ``> 40``."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from numcheck import vocabulary
from numcheck.model import Figure
from numcheck.reporting.display import clean, cut

__all__ = ["extent", "number", "reading", "says_little"]

_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
_SHORT = 4  # digits that a number before a magnitude word has at most: 115.3 million
_LONGEST = 18  # digits beyond which nobody reads a number; it gets a power of ten
_CONTEXT = Context(prec=24, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_THREE_DIGITS = Context(prec=3, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[])
_HEDGED = frozenset({"approximate", "nearly"})
_SEVERAL = 2
_QUOTED = 24  # cells of a vague word quoted beside its interval

_SIGNS = {
    "approximate": "~{}",
    "nearly": "nearly {}",
    "at_least": "≥ {}",
    "more_than": "> {}",
    "at_most": "≤ {}",
    "less_than": "< {}",
}
_WRITTEN = frozenset({"date", "time", "ordinal", "rank", "score", "identifier"})


def reading(figure: Figure, *, width: bool = False) -> str:
    """
    How a figure was read, in a few characters.

    Args:
        figure: The figure.
        width: Whether to add the interval behind a hedged number (``~3,000 (2,900–3,100)``).

    Returns:
        The written value with the sign of its bound, or the interval of a range, behind the word if
        it is a vague one; the figure's own words where it has no value.
    """
    written = clean(figure.text)
    if figure.kind in _WRITTEN:
        return written
    interval = extent(figure)
    if figure.bound == "vague":
        words = f"“{cut(written, _QUOTED)}”"
        return words if says_little(figure) else f"{words} ({interval})"
    if figure.value is None:
        return interval or written
    told = _SIGNS.get(figure.bound, "{}").format(_amount(figure, figure.value))
    if width and interval and figure.bound in _HEDGED:
        return f"{told} ({interval})"
    return told


def extent(figure: Figure) -> str:
    """The interval that the words assert: ``24–99``, ``≥ 50``; empty if unbounded."""
    known = _rounded if figure.bound in _HEDGED else _finite
    low, high = known(figure.low), known(figure.high)
    if low is not None and high is not None:
        return _amount(figure, low) if low == high else _amount(figure, low, high)
    if low is not None:
        return f"{'>' if figure.low_open else '≥'} {_amount(figure, low)}"
    if high is not None:
        return f"{'<' if figure.high_open else '≤'} {_amount(figure, high)}"
    return ""


def says_little(figure: Figure) -> bool:
    """Whether it is a vague word for any number above one: ``a number of``, ``several``."""
    low = figure.low
    return figure.bound == "vague" and figure.high is None and (low is None or low <= _SEVERAL)


def number(value: Decimal) -> str:
    """A number as a newspaper would print it: ``3,000``, ``4.5 million``, ``0.25``."""
    digits, word = _scaled(value)
    return f"{digits} {word}" if word else digits


def _amount(figure: Figure, low: Decimal, high: Decimal | None = None) -> str:
    """One number or a range, with the figure's unit: ``$4.5 billion``, ``8–13%``, ``×2``."""
    digits = number(low)
    if high is not None:
        digits = f"{digits}–{number(high)}"
        (low_digits, low_word), (high_digits, high_word) = _scaled(low), _scaled(high)
        if low_word == high_word:
            digits = f"{low_digits}–{high_digits} {high_word}".rstrip()
    if figure.kind == "multiplier":
        return f"×{digits}"
    one = high is None and abs(low) == 1
    amount = _in_unit(digits, clean(figure.unit), one) if figure.unit else digits
    return f"{amount} per {cut(clean(figure.per), _QUOTED)}" if figure.per else amount


def _in_unit(digits: str, unit: str, one: bool) -> str:
    """The digits with their unit; a minus goes before the sign of a currency."""
    for name, single, several in vocabulary.table("display", 3):
        if name == unit:
            template = single if one else several
            if digits.startswith("−") and template[0] != "{":
                return "−" + template.replace("{}", digits[1:])
            return template.replace("{}", digits)
    if len(unit) == 3 and unit.isupper():
        return f"{unit} {digits}"
    name, slash, rest = unit.replace("_", " ").partition(" / ")
    plural = "" if one or name.endswith("s") else "s"
    return f"{digits} {name}{plural}{' per ' if slash else ''}{rest}"


def _scaled(value: Decimal) -> tuple[str, str]:
    """The digits and the magnitude word of a number."""
    value = _CONTEXT.plus(_finite(value) or Decimal(0))
    size = value.adjusted()
    if not -_LONGEST < size < _LONGEST:
        return f"{_THREE_DIGITS.plus(value).normalize(_CONTEXT)}", ""
    for exponent, word in _MAGNITUDES:
        if size >= exponent:
            scaled = value.scaleb(-exponent, _CONTEXT).normalize(_CONTEXT)
            if len(scaled.as_tuple().digits) <= _SHORT or exponent == _MAGNITUDES[0][0]:
                return _grouped(scaled), word
            break
    return _grouped(value), ""


def _grouped(value: Decimal) -> str:
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "−")


def _rounded(value: Decimal | None) -> Decimal | None:
    """An end that was computed, with no more digits than a hedge can carry."""
    value = _finite(value)
    return None if value is None else _THREE_DIGITS.plus(value)


def _finite(value: Decimal | None) -> Decimal | None:
    return value if value is not None and value.is_finite() else None
