"""A value as people write it in a table, read by the same extraction that reads texts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from difflib import get_close_matches
from functools import lru_cache

from numcheck import vocabulary
from numcheck.extraction import analyse
from numcheck.extraction.lexicon import NOUN, lookup
from numcheck.extraction.style import Style
from numcheck.model import Bound, Document, Figure

__all__ = ["BOUNDS", "AmountError", "bounded", "read_amount"]

BOUNDS: tuple[Bound, ...] = (
    "exact", "approximate", "nearly", "at_least", "more_than", "at_most", "less_than", "range",
    "vague",
)  # fmt: skip

_PLAIN = re.compile(r"[-+−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_MEASURABLE = frozenset({"count", "money", "percent", "measure", "duration", "age", "multiplier"})
_LONGEST = 200
_HALF = Decimal("0.5")
_ONE = "1"
# What a number that looks like a year or a date is counted in, so that it is read as a number.
_THINGS = "people"


class AmountError(ValueError):
    """A value that is no figure; its text says why."""


def read_amount(text: str, unit: str, style: Style | None = None) -> Figure:
    """The figure that a value and its unit stand for.

    Args:
        text: The value (``"about 3,000"``, ``"£30m"``, ``"8-13"``).
        unit: A unit of measure, a currency, ``%`` or a noun; may be empty.
        style: How the house writes decimals; with a point if ``None``.

    Raises:
        AmountError: There is no number, or more than one, or the unit is unknown.
    """
    if _PLAIN.fullmatch(text) and (style is None or style.decimal == "point" or text.isdigit()):
        return _plain(text, unit)
    return _read(text, unit, style)


def bounded(figure: Figure, bound: Bound, style: Style | None = None) -> Figure:
    """A figure with a bound of its own instead of the one that its words have.

    Raises:
        AmountError: It has no single value that could be bounded.
    """
    if figure.bound == bound:
        return figure
    value = figure.value
    if bound in ("range", "vague") or value is None:
        raise AmountError(f"{figure.text!r} cannot be {bound!r}; give low and high instead")
    if bound in ("approximate", "nearly"):
        word = {"approximate": "about", "nearly": "nearly"}[bound]
        hedged = _read(f"{word} {figure.text}", "", style)
        return replace(figure, bound=bound, hedge=word, low=hedged.low, high=hedged.high,
                       low_open=hedged.low_open, high_open=hedged.high_open)  # fmt: skip
    below = bound in ("at_most", "less_than")
    open_ = bound in ("more_than", "less_than")
    low, high = (None, value) if below else (value, None)
    if bound == "exact":
        low = high = value
    return replace(figure, bound=bound, hedge=None, low=low, high=high,
                   low_open=open_ and not below, high_open=open_ and below)  # fmt: skip


def _plain(text: str, unit: str) -> Figure:
    """Digits, which most tables hold, with the unit that is read once."""
    value = Decimal(text.replace(",", "").replace("−", "-"))
    model, factor = _unit(unit)
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else Decimal(1)
    value, step = value * factor, step * factor
    shown = _with_unit(text, unit)
    # A large table has a hundred thousand of these, and replace() takes its time.
    return Figure(
        id="",
        document="",
        field="text",
        start=0,
        end=len(shown),
        text=shown,
        kind=model.kind,
        value=value,
        low=value,
        high=value,
        unit=model.unit,
        counted=model.counted,
        qualifiers=model.qualifiers,
        resolution=step,
        per=model.per,
    )


@lru_cache(maxsize=4096)
def _unit(unit: str) -> tuple[Figure, Decimal]:
    """One of a unit, and how many it stands for (``million USD``)."""
    if not unit:
        return Figure("", "", "text", 0, 1, _ONE, "count"), Decimal(1)
    figure = _read(_ONE, unit, None)
    return figure, figure.value or Decimal(1)


@lru_cache(maxsize=65536)
def _read(text: str, unit: str, style: Style | None) -> Figure:
    if len(text) > _LONGEST:
        raise AmountError("a value is one number, not a text")
    shown = _with_unit(text, unit)
    figures = _figures(shown, style)
    if len(figures) != 1 or figures[0].kind not in _MEASURABLE:
        figures = [replace(one, counted=None) for one in _figures(f"{shown} {_THINGS}", style)]
    if not figures or (len(figures) == 1 and figures[0].kind not in _MEASURABLE):
        raise AmountError(f"no number in {shown!r}; write it as in a text, such as 1.2 million")
    if len(figures) > 1:
        told = ", ".join(repr(one.text) for one in figures)
        raise AmountError(f"{shown!r} holds several numbers ({told}); a row states one")
    figure = figures[0]
    if unit and figure.kind == "count":
        _known_noun(unit, figure)
    return replace(figure, id="", document="")


def _with_unit(text: str, unit: str) -> str:
    if not unit:
        return text
    return f"{text}{unit}" if unit == "%" else f"{text} {unit}"


def _figures(text: str, style: Style | None) -> list[Figure]:
    return list(analyse(Document(id="", text=text), style).figures)


def _known_noun(unit: str, figure: Figure) -> None:
    """A unit that is none has to be a noun that something can be counted in.

    Raises:
        AmountError: It is neither.
    """
    head = unit.rsplit(maxsplit=1)[-1].lower()
    entry = lookup(head) if head.isalpha() else None
    if figure.counted and entry is not None and entry.known and entry.flags & NOUN:
        return
    if figure.value not in (None, Decimal(1)) and figure.counted is None and head in _magnitudes():
        return
    close = get_close_matches(head, _unit_names(), n=1, cutoff=0.75)
    hint = f"; did you mean {close[0]}?" if close else "; use one such as km, USD, %, people"
    raise AmountError(f"no unit, currency or noun {unit!r}{hint}")


@lru_cache(maxsize=1)
def _magnitudes() -> frozenset[str]:
    return frozenset(row[0] for row in vocabulary.table("numerals"))


@lru_cache(maxsize=1)
def _unit_names() -> tuple[str, ...]:
    names: list[str] = []
    for row in vocabulary.table("units"):
        for surface in row[-1].split("|"):
            name = surface.strip('"')
            names.append(name.removesuffix("+"))
            if name.endswith("+"):
                names.append(name[:-1] + "s")
    return tuple(names)
