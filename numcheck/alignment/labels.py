"""Headings for claims: "soldiers killed", "age of Maria Keller"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from numcheck.alignment.measures import plural
from numcheck.alignment.profile import Profile

__all__ = ["label"]


_CONCEPT = 4


def label(items: Sequence[Profile]) -> str:
    """What some figures measure, as a short noun phrase.

    Args:
        items: Figures of one claim, in order.
    """
    kind = items[0].dimension[0]
    subject = _subject(items)
    if kind == "age":
        return f"age of {subject}" if subject else "age"
    noun = _noun(items)
    measure = next((item.measure for item in items if item.measure is not None), None)
    if measure is not None:
        # Bodies, deaths and victims are people killed.
        people = measure.people and not all(item.person for item in items if item.counted)
        return measure.label.replace("{noun}", "people" if people or not noun else noun)
    if noun:
        return noun
    concept = next((item.figure.concept for item in items if item.figure.concept), ())
    if 0 < len(concept) <= _CONCEPT:
        return " ".join(concept)
    unit = items[0].figure.unit
    return unit.replace("_", " ") if unit and kind in ("measure", "duration") else kind


def _noun(items: Sequence[Profile]) -> str:
    counted = {item.figure.counted for item in items if item.figure.counted}
    if len(counted) > 1:
        # Different words for one thing: the name that they share.
        return plural(_commonest(item.noun for item in items))
    if not counted:
        return ""
    wanted = [item.figure.qualifiers for item in items if item.figure.counted]
    common = [word for word in wanted[0] if all(word in words for words in wanted)]
    return " ".join((*common, plural(counted.pop())))


def _subject(items: Sequence[Profile]) -> str:
    names = [item.figure.subject for item in items if item.figure.subject]
    return max(names, key=lambda name: (name[:1].isupper(), len(name), name)) if names else ""


def _commonest(words: object) -> str:
    counts = Counter(word for word in words if word)  # type: ignore[attr-defined]
    if not counts:
        return ""
    return str(min(counts, key=lambda word: (-counts[word], word)))
