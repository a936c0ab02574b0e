"""When and by whom the document of a figure was published, as far as expressions ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from decimal import Decimal

from numcheck.engine.dates import date_span
from numcheck.engine.expression.quantity import Quantity
from numcheck.model import Document, Figure
from numcheck.model.interval import Interval

__all__ = ["DOCUMENT_FIELDS", "document_values", "published_order"]

DOCUMENT_FIELDS = frozenset({"outlet", "published"})
"""Fields of a figure's document rather than of the figure."""

_DATE = (("date", 1),)
_SECONDS_A_DAY = Decimal(86400)
_MINUTES = 16
"""Characters of a time stamp that says at least the minute (``2024-10-25T14:00``)."""


def document_values(
    asked: Iterable[tuple[str, str]],
    captured: Mapping[str, Figure | tuple[Figure, ...]],
    documents: Mapping[str, Document],
) -> dict[str, Quantity | str | None]:
    """The document fields that the expressions of a rule ask for, under ``slot.field``.

    Args:
        asked: Slot and field.
        captured: The figures by slot.
        documents: All documents by id.

    Returns:
        Dates are in days, with the time of day only where all dates of the match have one; what
        a document does not say is left out (``published``) or ``None`` (``outlet``).
    """
    values: dict[str, Quantity | str | None] = {}
    dates: dict[str, str] = {}
    for slot, field in asked:
        figure = captured.get(slot)
        document = documents.get(figure.document) if isinstance(figure, Figure) else None
        if document is None:
            continue
        if field == "outlet":
            values[f"{slot}.outlet"] = document.source or None
        else:
            dates[slot] = document.published
    for slot, days in zip(dates, _in_days(list(dates.values())), strict=True):
        if days is not None:
            values[f"{slot}.published"] = Quantity(days, _DATE)
    return values


def published_order(a: Document | None, b: Document | None) -> int:
    """-1 if ``a`` surely came out before ``b``, 1 if after it, 0 if nobody can tell."""
    if a is None or b is None:
        return 0
    first, second = _in_days([a.published, b.published])
    if first is None or second is None:
        return 0
    return -1 if first.below(second) else 1 if second.below(first) else 0


def _in_days(stamps: list[str]) -> list[Interval | None]:
    """Dates as days, with the time of day where all of them say it in the same way."""
    times = [_time(stamp) for stamp in stamps]
    told = [one for one in times if one is not None]
    if len(told) == len(times) and len({one.tzinfo is None for one in told}) == 1:
        return [_point(one) for one in told]
    spans = [date_span(stamp[:10]) for stamp in stamps]
    return [
        Interval(Decimal(span[0].toordinal()), Decimal(span[1].toordinal())) if span else None
        for span in spans
    ]


def _time(stamp: str) -> datetime | None:
    if len(stamp) < _MINUTES:
        return None
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else moment


def _point(moment: datetime) -> Interval:
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second
    return Interval.point(moment.toordinal() + seconds / _SECONDS_A_DAY)
