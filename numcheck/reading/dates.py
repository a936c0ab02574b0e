"""Dates of publication as pages and datelines write them, to ISO 8601.

Only whole dates count; figures inside an article's text are none of this module's business.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache

from numcheck import vocabulary

__all__ = ["find_date", "iso_date"]

_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_NAME = r"(?P<name>[A-Za-z]{3,9})\.?"
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}(?<!\d){_DAY}\s+(?:of\s+)?{_NAME},?\s+{_YEAR}(?!\d)", re.I)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}\b{_NAME}\s+{_DAY},?\s+{_YEAR}(?!\d)", re.I)
_SLASHED = re.compile(rf"(?<![\d/.])(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.]{_YEAR}(?!\d)")
_TIME = re.compile(
    r"[\sT,]*(?:\bat\s+)?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>[+-]\d\d:?\d\d|[A-Za-z]{1,4}\b)?",
    re.I,
)


def iso_date(written: str) -> str:
    """A date, or date and time, in ISO 8601; empty if the words are anything else.

    >>> iso_date("Monday, 21st October 2024")
    '2024-10-21'
    >>> iso_date("Oct. 21, 2024, 9.30pm GMT")
    '2024-10-21T21:30+00:00'
    """
    written = written.strip()
    found = find_date(written)
    if found is None or found[0] != 0 or found[1] != len(written):
        return ""
    return found[2]


def find_date(line: str) -> tuple[int, int, str] | None:
    """The first whole date in a line, with the time of day that follows it.

    Args:
        line: One line; longer text is not searched.

    Returns:
        Start, end and ISO form; ``None`` if the line holds no date.
    """
    if len(line) > 200:
        return None
    hits = [
        (match.start(), match.end(), day.isoformat())
        for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _SLASHED)
        for match in pattern.finditer(line)
        if (day := _day(match)) is not None
    ]
    if not hits:
        return None
    start, end, iso = min(hits)
    clock = _TIME.match(line, end)
    if clock is None or not (written := _clock(clock)):
        return start, end, iso
    known = clock["zone"] is None or _zone(clock["zone"])
    return start, clock.end() if known else clock.start("zone"), f"{iso}T{written}"


@cache
def _months() -> dict[str, int]:
    return {name: int(number) for name, number in vocabulary.table("months", columns=2)}


@cache
def _zones() -> dict[str, str]:
    return {row[0]: row[1] for row in vocabulary.table("zones", columns=2)}


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if "name" in parts:
        month = _months().get(parts["name"].lower(), 0)
        day = int(parts["day"])
    elif "a" in parts:
        day, month = int(parts["a"]), int(parts["b"])
        if month > 12:
            day, month = month, day
        elif day <= 12 and day != month:
            return None  # 3/4/2024 is March in one country and April in another
    else:
        day, month = int(parts["day"]), int(parts["month"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:
        return None


def _clock(match: re.Match[str]) -> str:
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return ""
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    if hour > 23:
        return ""
    second = int(match["second"] or 0)
    moment = time(hour, int(match["minute"]), second)
    return moment.isoformat("seconds" if second else "minutes") + _zone(match["zone"] or "")


def _zone(written: str) -> str:
    if written[:1] in ("+", "-"):
        possible = int(written[1:3]) <= 14 and int(written[-2:]) <= 59
        return f"{written[:3]}:{written[-2:]}" if possible else ""
    return _zones().get(written.lower(), "")
