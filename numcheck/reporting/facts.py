"""Reference figures as they were understood, for whoever writes a table of them."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Fact
from numcheck.reporting.amounts import reading
from numcheck.reporting.display import cells, clean

__all__ = ["facts_table"]

_GAP = "  "
_NAMES = ("row", "measure", "subject", "value", "read as", "unit", "period", "source")


def facts_table(facts: Sequence[Fact]) -> list[str]:
    """
    A line for each fact under a line of names, in columns as wide as they need.

    Args:
        facts: The facts, at least one.
    """
    rows = [_NAMES, *map(_row, facts)]
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return [
        _GAP.join(
            cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip(" ")
        for row in rows
    ]


def _row(fact: Fact) -> tuple[str, ...]:
    figure = fact.figure
    told = (
        fact.place,
        fact.measure,
        "; ".join(fact.subject),
        fact.value,
        reading(figure),
        figure.unit or figure.counted or "",
        _period(fact),
        fact.reference,
    )
    return tuple(clean(cell) for cell in told)


def _period(fact: Fact) -> str:
    """First and last day, once where they are one."""
    days = fact.period
    if days is None:
        return ""
    return " to ".join(dict.fromkeys(days))
