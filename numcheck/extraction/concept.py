"""The words that say what a figure measures.

Three places hold them: the noun that the figure stands before or that "of" ties to it ("a 25% tax
on imports", "60% of revenue"), the noun phrase that leads to it ("a turnover of £3m"), and the
subject of its clause ("the index gained 1%"). A figure that only goes on from the one before it
("up 2% at 1,400 points", "8 miles (13 km)") shares that one's words.
"""

from __future__ import annotations

from typing import Final

from numcheck.extraction.clauses import NOTHING, Span
from numcheck.extraction.draft import Draft
from numcheck.extraction.lead import read_lead
from numcheck.extraction.measured import Reading
from numcheck.extraction.phrases import NONE, Phrases
from numcheck.extraction.wordlists import SPAN, word_class

__all__ = ["read_concept"]

# Prepositions behind a noun phrase that go on saying what it is.
_COMPLEMENTS: Final = frozenset(("of", "for", "in"))
# The same behind a noun that has the figure as its attribute ("a £3m deal with Hull").
_ATTRIBUTES: Final = _COMPLEMENTS | {"on", "with", "from"}
# Prepositions behind the figure that name what it is a part or the price of, by kind.
_PARTS: Final = {
    "money": ("of", "in", "for"),
    "percent": ("of", "in", "for"),
    "measure": ("of", "for"),
}


def read_concept(
    phrases: Phrases, draft: Draft, before: Draft | None, shared: Reading | None
) -> Reading:
    """Find what a figure measures.

    Args:
        phrases: The noun phrases of the sentence.
        draft: The figure, its counted noun known.
        before: The figure before it in the sentence.
        shared: What that one measures.
    """
    reading = Reading()
    if phrases.sentence.lower[draft.first : draft.last + 1] == ["one", "of"]:
        return reading
    number = phrases.owner[draft.first]
    start = draft.left
    if number != NONE and phrases.begins[number] < start:
        start = phrases.begins[number]
    reading.modified = _modified(phrases, draft, start)
    if reading.modified[0] >= 0 and draft.kind in _PARTS:
        reading.front = _front(phrases, draft, start)
    go_on = read_lead(phrases, draft, start, before, reading)
    if draft.kind == "count" and reading.modified[0] >= draft.after:
        # "30 seasons of River Street": what is measured is said.
        reading.held, reading.complete = NOTHING, True
    if go_on and shared is not None:
        reading.subject = shared.subject
        if reading.modified[0] < 0:
            reading.held = shared.held
            if draft.kind != "count":
                reading.modified, reading.front = shared.modified, shared.front
    return reading


def _front(phrases: Phrases, draft: Draft, start: int) -> Span:
    """``a sharp 3% fall``, ``Hull's 3% fall``: what else stands before the noun."""
    if start < draft.left:
        return start, draft.left
    j = start - 1
    if j > 0 and phrases.tags[j] == "'" and phrases.owner[j - 1] != NONE:
        return phrases.begins[phrases.owner[j - 1]], draft.left
    return NOTHING


def _modified(phrases: Phrases, draft: Draft, start: int) -> Span:
    """The noun phrase that the figure stands in front of, or of which it is a part."""
    tags, owner = phrases.tags, phrases.owner
    lower = phrases.sentence.lower
    last, count = draft.last, len(tags)
    if draft.head >= 0 and tags[last] == "-" and draft.after > draft.head + 1:
        return draft.head + 1, draft.after
    if draft.counted is not None:
        return _of_phrase(phrases, draft.after) if draft.after > last else NOTHING
    if last >= count or lower[last] in word_class(SPAN):
        return NOTHING
    if owner[last] != NONE and owner[last] == owner[draft.first]:
        return last, _extended(phrases, phrases.ends[owner[last]], _ATTRIBUTES)
    ahead = phrases.back(draft.left)
    if tags[last] in "(,-" and ahead >= 0 and tags[ahead] in "AK":
        behind = _behind_figures(phrases, last)
        if behind >= 0:
            return behind, _extended(phrases, phrases.ends[owner[behind]], _ATTRIBUTES)
    if tags[last] == "(":
        closing = tags.find(")", last, last + 12)
        if closing > 0 and "#" in tags[last:closing]:
            last = closing + 1
    if last + 1 < count and lower[last] in _PARTS.get(draft.kind, ()):
        k = last + 1
        if owner[k] != NONE and (lower[last] != "in" or tags[k] in "nN"):
            return k, _extended(phrases, phrases.ends[owner[k]])
    return NOTHING


def _of_phrase(phrases: Phrases, position: int) -> Span:
    owner = phrases.owner
    if position + 1 < len(owner) and phrases.sentence.lower[position] == "of":
        number = owner[position + 1]
        if number != NONE:
            return position + 1, _extended(phrases, phrases.ends[number])
    return NOTHING


def _behind_figures(phrases: Phrases, position: int) -> int:
    """The noun behind further figures: ``a five-year, 800-mile (1,300 km) journey``."""
    tags = phrases.tags
    i = position
    passed = False
    while i < len(tags) and i < position + 16 and tags[i] in "(,-#)C":
        passed = passed or tags[i] == "#"
        i += 1
    return i if passed and i < len(tags) and phrases.owner[i] != NONE else NONE


def _extended(phrases: Phrases, end: int, words: frozenset[str] = _COMPLEMENTS) -> int:
    """Past the prepositional phrase that follows a noun phrase."""
    lower, owner = phrases.sentence.lower, phrases.owner
    if end + 1 < len(lower) and lower[end] in words:
        number = owner[end + 1]
        if number != NONE and "#" not in phrases.tags[end + 1 : phrases.ends[number]]:
            return phrases.ends[number]
    return end
