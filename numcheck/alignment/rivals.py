"""Accounts of one subject that each count something slightly different."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.alignment.profile import Profile
from numcheck.alignment.status import clashes

__all__ = ["rivals"]


def rivals(items: Sequence[Profile]) -> list[list[Profile]]:
    """Accounts of one thing at different stages: prepared, sent, arrived.

    Args:
        items: Figures of one story, in order.

    Returns:
        Groups whose figures differ, one a measure.
    """
    staged: dict[str, list[Profile]] = {}
    for item in items:
        measure = item.measure
        known = item.figure.low is not None or item.figure.high is not None
        if measure is not None and measure.stages and known and not item.scope:
            staged.setdefault(measure.name, []).append(item)
    return [group for group in staged.values() if _differ(group)]


def _differ(group: list[Profile]) -> bool:
    values: set[Decimal | None] = {item.value for item in group}
    return len(values) > 1 and bool(clashes(group))
