"""Counts of what a source names one by one: "four ministers" of "ministers A, B, C and D".

Only lists of names are counted, whole ones, and only where the sentence tells of what the draft
counts: it has the noun itself and half of what else the draft says, or all of that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from numcheck.alignment.support_operands import words_of
from numcheck.alignment.support_place import Placed
from numcheck.alignment.terms import stem_of_interest
from numcheck.model import Analysis, Listed, Sentence

__all__ = ["Lists"]

_MOST = 24
_LONGEST = 5  # words of a name
_JOINS = frozenset(("and", "&"))
_INSIDE = frozenset(("of", "the", "de", "van", "von", "al", "bin", "le", "la", "'s", "’s"))
_ARTICLE = frozenset(("the",))
_OPENERS = frozenset(("including", "include", "includes", "included", "like", "as", "among", "eg"))


@dataclass(frozen=True, slots=True)
class _Row:
    """A list of names in a sentence."""

    analysis: Analysis
    sentence: Sentence
    items: tuple[tuple[int, int], ...]
    stems: frozenset[str]


class Lists:
    """The lists of names in sources, found when first asked for."""

    def __init__(self, sources: Sequence[Analysis]) -> None:
        self._sources = sources

    def counted(self, draft: Placed) -> Listed | None:
        """The list that a figure of a draft counts; ``None`` if there is none.

        Args:
            draft: A count.
        """
        item = draft.item
        value, noun = item.value, stem_of_interest(item.counted)
        if (
            item.figure.bound != "exact"
            or value is None
            or not item.counted
            or item.scope
            or _is_more(draft)
        ):
            return None
        if item.figure.kind != "count":
            return None
        others = draft.stems - {
            noun,
            item.counted,
            *map(stem_of_interest, item.figure.text.lower().split()),
        }
        for row in self._by_size.get(int(value) if value <= _MOST else 0, ()):
            shared = len(others & row.stems)
            least = len(others) / 2 if noun in row.stems else len(others)
            if shared and shared >= least:
                return _listed(row, item.counted)
        return None

    @cached_property
    def _by_size(self) -> dict[int, list[_Row]]:
        found: dict[int, list[_Row]] = {}
        for analysis in self._sources:
            for sentence in analysis.sentences:
                if _JOINS.isdisjoint(sentence.lower):
                    continue
                stems = frozenset(filter(None, map(stem_of_interest, sentence.lower)))
                for items in _rows(sentence):
                    row = _Row(analysis, sentence, items, stems)
                    found.setdefault(len(items), []).append(row)
        return found


def _is_more(draft: Placed) -> bool:
    hedge = (draft.item.figure.hedge or "").lower()
    return not words_of("more").isdisjoint((draft.before, *hedge.split()))


def _listed(row: _Row, counted: str) -> Listed:
    sentence, items = row.sentence, row.items
    first, last = items[0]
    if first == 0 and last > 1 and sentence.lower[0].startswith(counted):
        # "Ministers Ann Lee, Otto Brandt …": the capital is that of the sentence.
        items = ((1, last), *items[1:])
    return Listed(
        row.analysis.document.id,
        sentence.field,
        sentence.starts[items[0][0]],
        sentence.ends[items[-1][1] - 1],
        tuple(sentence.phrase(first, last) for first, last in items),
    )


def _rows(sentence: Sentence) -> Iterator[tuple[tuple[int, int], ...]]:
    """The lists of names that end with "and" and a last name."""
    words, lower = sentence.words, sentence.lower
    for place, word in enumerate(lower):
        if word not in _JOINS:
            continue
        last = _name_from(words, lower, place + 1)
        items = [(place + 1, last)]
        end = place - 1 if place and words[place - 1] == "," else place
        while True:
            first = _name_to(words, lower, end)
            if first == end:
                break
            items.insert(0, (first, end))
            if first == 0 or words[first - 1] != ",":
                break
            end = first - 1
        opening = lower[items[0][0] - 1] if items[0][0] else ""
        if last > place + 1 and len(items) > 1 and opening not in _OPENERS | _JOINS:
            yield tuple(items)


def _name_from(words: Sequence[str], lower: Sequence[str], start: int) -> int:
    """Where a name that begins at a token ends; ``start`` if none does."""
    end = at = start
    while at < len(words) and at - start < _LONGEST:
        if words[at][0].isupper():
            end = at + 1
        elif lower[at] not in (_INSIDE if at > start else _ARTICLE):
            break
        at += 1
    return end


def _name_to(words: Sequence[str], lower: Sequence[str], end: int) -> int:
    """Where a name that ends before a token begins; ``end`` if none does."""
    first = at = end
    while at > 0 and end - at < _LONGEST:
        if words[at - 1][0].isupper():
            first = at - 1
        elif at == end or lower[at - 1] not in _INSIDE:
            break
        at -= 1
    return first
