"""Whether a figure states a change: ``rose 4%``, ``a 5% fall``, ``+0.2%``."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.draft import Draft

__all__ = ["read_trend"]

# Words that may stand between the verb and its number without breaking the tie.
_BETWEEN: Final = frozenset(
    (
        "by", "a", "an", "another", "further", "some", "as", "much", "of", "sharply", "slightly",
        "steeply", "modestly", "only", "just", "more", "than", "about", "nearly", "almost",
        "roughly", "around", "over", "under", "at", "least", "up", "down", "an", "average",
        "estimated", "the", "additional", "its", "well", "approximately", "even", "to", "in",
    )
)  # fmt: skip
_REACH = 4
_CHANGING: Final = frozenset(("percent", "money", "measure", "count", "multiplier"))


@cache
def _directions() -> dict[str, str]:
    return {
        form: direction
        for forms, direction in vocabulary.table("trends", 2)
        for form in forms.split(" ")
    }


def read_trend(draft: Draft) -> None:
    """Set the draft's trend from the verb before it or the noun behind it."""
    if draft.kind not in _CHANGING:
        return
    sentence = draft.sentence
    lower, directions = sentence.lower, _directions()
    if draft.kind == "percent" and lower[draft.first] == "+":
        draft.trend = "up"
        return
    at, end = draft.left - 1, max(-1, draft.left - 1 - _REACH)
    seen_to = False
    while at > end:
        word = lower[at]
        direction = directions.get(word)
        if direction is not None:
            if not seen_to:
                draft.trend = _resolve(direction, draft, lower, at)
            return
        if word not in _BETWEEN:
            break
        # "rose to 5%" states where it stands, not by how much; "2% to 5%" neither.
        seen_to = seen_to or word in ("to", "in", "at")
        at -= 1
    if draft.kind == "percent" and draft.last < len(lower):
        word = lower[draft.last]
        if word in ("-", "year-on-year", "annual") and draft.last + 1 < len(lower):
            word = lower[draft.last + 1]
        direction = directions.get(word)
        if direction in ("up", "down") and word not in ("to", "in", "contract"):
            draft.trend = direction


def _resolve(direction: str, draft: Draft, lower: list[str], at: int) -> str | None:
    if direction == "edge":
        neighbours = lower[at + 1 : at + 3]
        return "up" if "up" in neighbours or "higher" in neighbours else (
            "down" if "down" in neighbours or "lower" in neighbours else None
        )
    if direction == "lost":
        return "down" if draft.kind in ("percent", "measure") else None
    if lower[at] in ("add", "adds", "added", "adding", "improve") and draft.kind != "percent":
        return None
    return direction
