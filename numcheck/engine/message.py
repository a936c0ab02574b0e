"""Sentences for the reader, from a rule's template and the figures of a match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from numcheck.engine.expression.evaluate import Slots, Value
from numcheck.engine.expression.quantity import Quantity, unit_quantity
from numcheck.model import Figure

__all__ = ["PLACEHOLDER", "fill", "in_notation", "number_text", "phrase", "written_like"]

PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w-]+))?\}")
_NUMBER = re.compile(r"\d[\d,.]*")
_STOPS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_DECIMAL_COMMA = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+),(?:\d{1,2}|\d{4,})")
_SWAPPED = str.maketrans(".,", ",.")
_DIGITS = 3
_SPELLED = frozenset({"count", "multiplier", "duration", "age"})
_AFTER_NUMBER = ("or so", "or more", "or fewer", "or less", "plus")


def phrase(figure: Figure) -> str:
    """A figure with its hedge, as the text has it: ``nearly 10,000``."""
    text = figure.text
    if figure.kind in _SPELLED and text[:1].isupper() and text[1:2].islower():
        # "Six" began a sentence.
        text = text[:1].lower() + text[1:]
    hedge = (figure.hedge or "").lower()
    if not hedge or figure.bound == "exact" or hedge in text.lower():
        return text
    if hedge in _AFTER_NUMBER:
        return f"{text} {hedge}"
    return f"{hedge} {text}"


def number_text(value: Decimal, digits: int = _DIGITS) -> str:
    """A number with separators, its fraction cut to ``digits`` significant digits in all."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    whole = len(str(abs(int(value)))) if abs(value) >= 1 else 0
    places = max(digits - whole, 0) if whole else digits - value.adjusted() - 1
    rounded = value.quantize(Decimal(1).scaleb(-min(places, 12)), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written_like(value: Decimal, figure: Figure) -> str:
    """A base value in the notation of a figure: ``£42m`` beside ``£40m``."""
    own = value
    if figure.unit and figure.kind not in ("money", "count"):
        unit = unit_quantity(Decimal(1), figure.unit)
        if unit is not None and unit.interval.low:
            own = value / unit.interval.low
    return in_notation(own, figure)


def in_notation(own: Decimal, figure: Figure) -> str:
    """A value in a figure's own unit, written as the figure is."""
    places = _places(figure)
    match = _NUMBER.search(figure.text)
    if match is None or not figure.value:
        return number_text(_cut(own, places))
    comma = _has_decimal_comma(match.group(), figure)
    digits = match.group().translate(_SWAPPED) if comma else match.group()
    try:
        magnitude = abs(figure.value) / Decimal(digits.replace(",", "").rstrip("."))
    except ArithmeticError:
        return number_text(_cut(own, places))
    if magnitude <= 0 or magnitude != 10 ** max(magnitude.adjusted(), 0):
        return number_text(_cut(own, places))
    shown = number_text(_cut(own, places) / magnitude, 12)
    shown = shown.translate(_SWAPPED) if comma else shown
    return figure.text[: match.start()] + shown + figure.text[match.end() :]


def _has_decimal_comma(number: str, figure: Figure) -> bool:
    """Whether a figure was read as in a house that groups with stops: ``1.250``, ``3,5``."""
    if _STOPS.fullmatch(number):
        return figure.value is not None and abs(figure.value) == Decimal(number.replace(".", ""))
    return _DECIMAL_COMMA.fullmatch(number) is not None


def _places(figure: Figure) -> Decimal:
    unit = figure.resolution or Decimal(1)
    return unit if unit > 0 else Decimal(1)


def _cut(value: Decimal, place: Decimal) -> Decimal:
    """``value`` to the figure's last digit, or two more where that would lose it."""
    step = place
    for _ in range(3):
        rounded = (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step
        if rounded and abs(rounded - value) <= abs(value) * Decimal("0.02"):
            return rounded
        step = step / 10
    return rounded or value


def fill(
    template: str, slots: Slots, computed: Mapping[str, Value], like: Figure | None = None
) -> str:
    """A template with its placeholders filled.

    Args:
        template: Text with ``{slot}``, ``{slot:percent}`` or ``{slot:like-other}``.
        slots: Figures by slot.
        computed: Values by name, in base units.
        like: The figure whose notation ``{expected}`` takes.
    """

    def replaced(match: re.Match[str]) -> str:
        name, form = match[1], match[2] or ""
        if name in computed:
            return _value_text(computed[name], form, slots, like if name == "expected" else None)
        found = slots.get(name)
        if isinstance(found, Figure):
            return phrase(found)
        if found is None or isinstance(found, Quantity | str):
            return _value_text(found, form, slots, None) if found is not None else ""
        return joined([phrase(one) for one in found])

    filled = PLACEHOLDER.sub(replaced, template)
    return filled[:1].upper() + filled[1:]


def joined(parts: list[str], word: str = "and") -> str:
    """``a, b and c``."""
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}" if len(parts) > 1 else "".join(parts)


def _value_text(value: Value, form: str, slots: Slots, like: Figure | None) -> str:
    if not isinstance(value, Quantity):
        return "" if value is None else str(value)
    middle = value.interval.middle
    if middle is None:
        end = value.interval.low if value.interval.low is not None else value.interval.high
        if end is None:
            return "any number"
        middle = end
    if form.startswith("like-"):
        other = slots.get(form.removeprefix("like-"))
        like = other if isinstance(other, Figure) else None
    if like is not None:
        return written_like(middle, like)
    if form == "percent":
        return f"{number_text(middle * 100)}%"
    if form == "points":
        return f"{number_text(middle * 100)} percentage points"
    if form == "count":
        return number_text(middle.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return number_text(middle)
