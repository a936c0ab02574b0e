"""The time that a reference figure holds for, and the time that a text speaks of."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache
from typing import Literal

from numcheck.extraction import analyse
from numcheck.extraction.style import Style
from numcheck.model import Document, Figure, Sentence

__all__ = ["Period", "Timing", "parse_period", "timing", "years_between"]

Period = tuple[str, str]
"""First and last day, ISO 8601."""

Timing = Literal["same", "unclear", "other"]
"""Whether a text and a fact speak of one time."""

_YEAR = r"(?P<year>[12]\d{3})"
_TO = r"\s*(?:-|–|—|/|to|until|till)\s*"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        _YEAR,
        rf"{_YEAR}-(?P<month>\d\d)",
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)",
        rf"{_YEAR}{_TO}(?P<end>[12]\d{{3}})",
        rf"{_YEAR}(?:-|–|/)(?P<short>\d\d)",
        rf"q(?P<quarter>[1-4])[ /-]?{_YEAR}",
        rf"{_YEAR}[ /-]?q(?P<quarter>[1-4])",
        rf"h(?P<half>[12])[ /-]?{_YEAR}",
        rf"{_YEAR}[ /-]?h(?P<half>[12])",
    )
)
_ANY_YEAR = re.compile(r"\b[12]\d{3}\b")


@lru_cache(maxsize=65536)
def parse_period(text: str, style: Style | None = None) -> Period | None:
    """The days that a period spans; ``None`` where no year can be made out.

    Args:
        text: ``2023``, ``2023-06``, ``2023-06-30``, ``2019-2021``, ``Q1 2023``, ``H1 2023``,
            ``June 2023``, ``30 June 2023``.
        style: Whether the house writes the day or the month of a date first.

    >>> parse_period("Q2 2023")
    ('2023-04-01', '2023-06-30')
    """
    matched = [found for form in _FORMS if (found := form.fullmatch(text.strip())) is not None]
    for found in matched:
        period = _of_parts(found.groupdict())
        if period is not None:
            return period
    if matched:
        return None
    dates = [
        figure.iso
        for figure in analyse(Document(id="", text=f"in {text}"), style).figures
        if figure.kind == "date" and figure.iso and figure.iso[:4].isdigit()
    ]
    spans = [span for iso in dates if (span := _of_iso(iso)) is not None]
    if not spans:
        return None
    return min(spans)[0], max(span[1] for span in spans)


def _of_parts(parts: dict[str, str | None]) -> Period | None:
    year = int(parts["year"] or 0)
    if parts.get("end") or parts.get("short"):
        end = int(parts.get("end") or f"{parts['year']}"[:2] + f"{parts['short']}")
        if end < year:
            # 2023-06 is a month; 1999-00 is a season over the turn of the century.
            return None
        return f"{year:04}-01-01", f"{end:04}-12-31"
    for name, months in (("quarter", 3), ("half", 6)):
        if parts.get(name):
            last = int(parts[name] or 0) * months
            return _months(year, last - months + 1, last)
    month = int(parts.get("month") or 0)
    if "month" not in parts:
        return _months(year, 1, 12)
    if not 1 <= month <= 12:
        return None
    if "day" not in parts:
        return _months(year, month, month)
    day = int(parts["day"] or 0)
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return (f"{year:04}-{month:02}-{day:02}",) * 2


def _months(year: int, first: int, last: int) -> Period:
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"


def _of_iso(iso: str) -> Period | None:
    for form in _FORMS[:3]:
        found = form.fullmatch(iso[:10])
        if found is not None:
            return _of_parts(found.groupdict())
    return None


def years_between(earlier: str, later: str) -> int:
    """Whole years from one day to another, by the year alone."""
    return int(later[:4]) - int(earlier[:4])


class TextTime:
    """The time that a figure of a text speaks of.

    Attributes:
        period: Its days, where the text fixes them.
        exact: Whether they are those of the figure, not just near it.
        open: Whether the text says when, but not in a way that leads to days.
    """

    __slots__ = ("exact", "open", "period")

    def __init__(self, period: Period | None, exact: bool, open_: bool) -> None:
        self.period = period
        self.exact = exact
        self.open = open_


def text_time(
    figure: Figure,
    sentence: Sentence,
    dates: tuple[Figure, ...],
    published: str,
    words: tuple[frozenset[str], tuple[str, ...]],
) -> TextTime:
    """When a figure of a text holds.

    Args:
        figure: The figure.
        sentence: Its sentence.
        dates: The dates of its sentence.
        published: Day of publication; may be empty.
        words: Words that mean now, and words before an exact period.
    """
    now, exact = words
    said = (figure.as_of or "").lower()
    if said and not now.isdisjoint(said.split()):
        return TextTime(None, False, False)
    if said:
        period = _said_period(said)
        if period is not None:
            return TextTime(period, said.startswith(tuple(f"{word} " for word in exact)), False)
        relative = _relative(said, published)
        return TextTime(relative, relative is not None, relative is None)
    years = [iso for one in dates if (iso := one.iso or "")[:4].isdigit()]
    spans = [span for iso in years if (span := _of_iso(iso)) is not None]
    if spans:
        return TextTime((min(spans)[0], max(span[1] for span in spans)), False, False)
    return TextTime(None, False, False)


def _said_period(said: str) -> Period | None:
    years = _ANY_YEAR.findall(said)
    if not years:
        return None
    return parse_period(said) or (f"{min(years)}-01-01", f"{max(years)}-12-31")


def _relative(said: str, published: str) -> Period | None:
    """Last year and this year, from the day of publication."""
    if not published[:4].isdigit():
        return None
    year = int(published[:4])
    words = said.split()
    if words[-2:] == ["last", "year"]:
        return _months(year - 1, 1, 12)
    if words[-2:] == ["this", "year"]:
        return _months(year, 1, 12)
    return None


def timing(
    told: TextTime, period: Period | None, published: str, stale: int, timeless: bool
) -> Timing:
    """Whether a text and a fact speak of one time.

    Args:
        told: The time of the figure in the text.
        period: The time of the fact; ``None`` for any.
        published: Day of publication; may be empty.
        stale: Years after which an undated statement may rightly differ.
        timeless: Whether what is measured does not change (a height, a death toll).
    """
    if period is None:
        return "same" if timeless or (told.period is None and not told.open) else "unclear"
    if told.period is not None:
        if told.period[1] < period[0] or period[1] < told.period[0]:
            return "other" if told.exact or not timeless else "unclear"
        return "same" if told.exact else "unclear"
    if told.open:
        return "unclear"
    if not published or timeless:
        return "same"
    if period[0] > published or years_between(period[1], published) > stale:
        return "unclear"
    return "same"
