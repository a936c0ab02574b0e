"""Units of measure behind a number: our vocabulary first, then quantulum3's catalogue.

The catalogue is read as data, once, on first use. Its parser is not called: the longest match over
tokens, with our list of surfaces that are mostly other words, is what its disambiguation would
leave of news text, at a thousandth of the cost.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from numcheck import vocabulary
from numcheck.model import Sentence

__all__ = ["PER_WORDS", "Unit", "match_unit"]


class Unit(NamedTuple):
    """A unit as a sentence names it.

    Attributes:
        name: Pint's name of it (``"mile / hour"``), ``percent`` and its like, or a calendar unit.
        kind: ``measure``, ``duration`` or ``percent``.
        next: Index past its last token.
    """

    name: str
    kind: str
    next: int


class _Surface(NamedTuple):
    tokens: tuple[str, ...]
    exact: str  # the surface whose case counts, or ""
    compact: bool  # written without spaces, so its tokens must touch
    glued: bool  # only directly behind the digits
    name: str
    kind: str


PER_WORDS = frozenset(("a", "an", "per", "each", "every", "/"))
_NOT_DENOMINATORS = frozenset(("degree", "percent", "percentage_point", "basis_point", "mach"))


def match_unit(sentence: Sentence, i: int, compound: bool = True) -> Unit | None:
    """The longest unit that begins at token ``i``, with its denominator (``miles per hour``).

    Args:
        sentence: The sentence.
        i: Index of the first token behind the number.
        compound: Whether to read on over "per", "a" or "/" and a second unit.
    """
    found = _match(sentence, i)
    if found is None or not compound or found.next + 1 >= len(sentence.lower):
        return found
    if found.kind == "percent" or sentence.lower[found.next] not in PER_WORDS:
        return found
    word = sentence.lower[found.next]
    below = _match(sentence, found.next + 1)
    if below is None or below.name in _NOT_DENOMINATORS or " / " in below.name:
        return found
    if found.kind == "duration" or " / " in found.name:
        return found  # "30 minutes a day" is a habit, not a measure of its own
    if below.kind != "duration" and word not in ("per", "/"):
        return found
    return Unit(f"{found.name} / {below.name}", "measure", below.next)


def _match(sentence: Sentence, i: int) -> Unit | None:
    lower = sentence.lower
    if i >= len(lower):
        return None
    for surface in _surfaces().get(lower[i], ()):
        size = len(surface.tokens)
        if size > 1 and tuple(lower[i : i + size]) != surface.tokens:
            continue
        if surface.exact and "".join(sentence.words[i : i + size]) != surface.exact:
            continue
        if surface.compact and not all(sentence.glued(k) for k in range(i + 1, i + size)):
            continue
        if surface.glued and not (sentence.glued(i) or lower[i - 1] == "-"):
            continue
        end = i + size
        if end == len(lower) and size > 1 and surface.tokens[-1] == ".":
            end -= 1  # the stop ends the sentence
        return Unit(surface.name, surface.kind, end)
    return None


@cache
def _surfaces() -> dict[str, tuple[_Surface, ...]]:
    """First token in lower case → surfaces that begin with it, longest first."""
    found: dict[tuple[tuple[str, ...], str], _Surface] = {}
    for name, kind, surfaces in vocabulary.table("units", 3):
        for written in surfaces.split("|"):
            for surface in _plurals(written):
                _enter(found, surface, name, kind)
    skipped = frozenset(vocabulary.lines("unit_skip"))
    ours = frozenset(tokens for tokens, _ in found)
    for name, kind, surface in _catalogue():
        plain = surface.rstrip("*").strip('"').lower()
        if plain not in skipped and (plain,) not in ours:
            _enter(found, surface, name, kind)
    by_first: dict[str, list[_Surface]] = {}
    for entry in found.values():
        by_first.setdefault(entry.tokens[0], []).append(entry)
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry.tokens), not entry.exact)))
        for first, entries in by_first.items()
    }


def _plurals(written: str) -> tuple[str, ...]:
    if written.endswith("+"):
        return written[:-1], written[:-1] + "s"
    return (written,)


def _enter(
    found: dict[tuple[tuple[str, ...], str], _Surface], surface: str, name: str, kind: str
) -> None:
    glued = surface.endswith("*")
    surface = surface.removesuffix("*")
    exact = surface.strip('"') if surface.startswith('"') else ""
    text = exact or surface
    tokens = tuple(Sentence(0, "text", text, 0, len(text), 0).lower)
    compact = len(tokens) > 1 and " " not in text
    entry = _Surface(tokens, exact.replace(" ", ""), compact, glued, name, kind)
    found.setdefault((tokens, exact), entry)


_BRITISH = (("metre", "meter"), ("litre", "liter"), ("standard atmosphere", "atmosphere"))
_NAMES = {
    "tonne": "metric_ton",
    "short ton": "ton",
    "pound-mass": "pound",
    "degree fahrenheit": "degree_Fahrenheit",
    "mega british thermal unit": "megabritish_thermal_unit",
    "degree angle": "degree",
    "revolutions per minute": "revolutions_per_minute",
}
_DROPPED = frozenset(("currency", "dimensionless", "data storage", "unknown"))
_SHORTEST_SYMBOL = 2


def _catalogue() -> list[tuple[str, str, str]]:
    """(name, kind, surface) of quantulum3's units, symbols in quotes since their case counts."""
    spec = find_spec("quantulum3")
    if spec is None or spec.origin is None:
        return []
    path = Path(spec.origin).with_name("units.json")
    rows: list[tuple[str, str, str]] = []
    for title, unit in json.loads(path.read_text(encoding="utf-8")).items():
        if unit.get("entity") in _DROPPED:
            continue
        name = _pint_name(title)
        kind = "duration" if unit.get("entity") == "time" else "measure"
        for surface in unit.get("surfaces", ()):
            rows.append((name, kind, surface.lower()))
            rows.append((name, kind, surface.lower() + "s"))
        rows.extend(
            (name, kind, f'"{symbol}"*')
            for symbol in unit.get("symbols", ())
            if len(symbol) >= _SHORTEST_SYMBOL and not (symbol.isalpha() and symbol.islower())
        )
    return rows


def _pint_name(title: str) -> str:
    if title in _NAMES:
        return _NAMES[title]
    for british, american in _BRITISH:
        title = title.replace(british, american)
    above, per, below = title.replace("-", "_").partition(" per ")
    name = above.replace(" ", "_")
    return f"{name} / {below.replace(' ', '_')}" if per else name
