"""Dates, times, scores and ranks of a draft among those of its sources."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.alignment.derive import Derivation
from numcheck.alignment.profile import Profile
from numcheck.model import Analysis, Figure

__all__ = ["Calendar"]

_YEAR = 4
_RANKED = frozenset({"ordinal", "rank"})
_LEAST_YEARS = 2
_LISTED = 64


class Calendar:
    """Everything in the sources that a date, a time, a score or a rank may repeat."""

    def __init__(self, sources: Sequence[Analysis]) -> None:
        self._exact: dict[str, Figure] = {}
        self._ranks: dict[Decimal, Figure] = {}
        self._years: dict[int, Figure] = {}
        self._published: set[str] = set()
        for analysis in sources:
            published = analysis.document.published
            self._published.update(_coarser(published[:10]))
            for figure in analysis.figures:
                if not figure.furniture:
                    self._add(figure)

    def _add(self, figure: Figure) -> None:
        for key in _keys(figure):
            self._exact.setdefault(key, figure)
        if figure.kind == "date" and (figure.iso or "")[:_YEAR].isdigit():
            self._years.setdefault(int((figure.iso or "")[:_YEAR]), figure)
        if figure.value is not None and figure.kind in ("count", *_RANKED):
            self._ranks.setdefault(figure.value, figure)

    def supporting(self, figure: Figure) -> tuple[Figure, ...] | None:
        """The figures of the sources that say a date, a time, a score or a rank.

        Args:
            figure: A figure of a draft that is no quantity.

        Returns:
            Those figures; ``None`` where the draft's figure needs none: a weekday, "the first".
        """
        if figure.kind in _RANKED:
            if figure.value is None or not any(letter.isdigit() for letter in figure.text):
                return None
            same = self._ranks.get(figure.value)
            return (same,) if same is not None else ()
        keys = _keys(figure)
        if not keys or keys[0] in self._published:
            return None
        found = self._exact.get(keys[0])
        if found is None and figure.kind == "score":
            found = self._exact.get("-".join(reversed(keys[0].split("-"))))
        return (found,) if found is not None else ()

    def elapsed(self, item: Profile, published: str) -> Derivation | None:
        """Years between a year of the sources and the draft's day of publication.

        Args:
            item: A figure of a draft.
            published: When the draft is published; may be empty.
        """
        if item.dimension[0] != "age" and item.dimension != ("duration", "year"):
            return None
        value = item.figure.value
        if value is None or value < _LEAST_YEARS or not published[:_YEAR].isdigit():
            return None
        if value != value.to_integral_value():
            return None
        year = int(published[:_YEAR]) - int(value)
        for known in (year, year - 1):
            if known in self._years:
                return Derivation("years", (self._years[known],))
        return None


def _keys(figure: Figure) -> list[str]:
    """What a figure is looked up by, then what else it states: a day states its month and year."""
    if figure.kind == "score":
        digits = "".join(sign if sign.isdigit() else " " for sign in figure.text).split()
        return ["-".join(digits)] if digits else []
    iso = figure.iso or ""
    if figure.kind == "time" and iso:
        return [iso]
    if figure.kind != "date" or not iso:
        return []
    return _coarser(iso)


def _coarser(iso: str) -> list[str]:
    keys = [iso] if iso else []
    if iso[:_YEAR].isdigit():
        keys += [iso[:size] for size in (7, 4) if size < len(iso)]
        if len(iso) > _YEAR:
            keys.append("-" + iso[_YEAR:])
    if len(iso) > 7:
        keys.append("-" + iso[_YEAR:7])
    return keys
