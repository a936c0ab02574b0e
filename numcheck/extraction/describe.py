"""Everything that the words around a figure say about it, beyond its number."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.concept import read_concept
from numcheck.extraction.draft import Draft
from numcheck.extraction.entity import entity_of
from numcheck.extraction.measured import Reading
from numcheck.extraction.nouns import PEOPLE, count_noun, lemma_of
from numcheck.extraction.phrases import Phrases
from numcheck.extraction.predicate import event_of
from numcheck.extraction.wordlists import word_class
from numcheck.model import Sentence

__all__ = ["describe"]

# How many tokens "two of them" may stand behind what they are a part of.
_NEAR: Final = 6
_NO_QUANTITY: Final = frozenset(("date", "time", "identifier"))


def describe(sentence: Sentence, drafts: list[Draft]) -> None:
    """Fill counted noun, qualifiers, concept, event and subject of each figure of a sentence.

    Args:
        sentence: The sentence.
        drafts: Its figures in text order, with number, unit, kind and hedge known; changed.
    """
    figures = [draft for draft in drafts if draft.kind not in _NO_QUANTITY]
    if not figures:
        return
    phrases = Phrases(sentence, drafts)
    for draft in figures:
        if draft.counted is None and (draft.kind == "count" or _is_share(draft)):
            count_noun(phrases, draft)
    _share_ahead(phrases, figures)
    before: Draft | None = None
    shared: Reading | None = None
    for draft in figures:
        draft.event = event_of(phrases, draft, before)
        if draft.kind == "count" and draft.counted is None:
            _supply(phrases, draft, before)
        shared = read_concept(phrases, draft, before, shared)
        draft.concept = shared.words(phrases)
        draft.subject = entity_of(phrases, draft, *shared.subject)
        if draft.subject is None and draft.shared is not None:
            draft.subject = draft.shared.subject
        before = draft


def _is_share(draft: Draft) -> bool:
    """``two thirds of voters``, ``one in five adults``: a share has its whole as counted noun."""
    return draft.kind == "multiplier" and draft.value is not None and draft.value < 1


def _share_ahead(phrases: Phrases, figures: list[Draft]) -> None:
    """The noun of a later figure serves those before it: ``three, four or five whales``."""
    for number in range(len(figures) - 2, -1, -1):
        draft, behind = figures[number], figures[number + 1]
        if draft.counted is None and behind.counted is not None:
            between = phrases.tags[draft.last : behind.left]
            linked = 0 < len(between) < 4 and between.strip(",CTA-Q;") == ""
            if linked and draft.kind == behind.kind == "count":
                draft.counted, draft.qualifiers = behind.counted, behind.qualifiers


def _supply(phrases: Phrases, draft: Draft, before: Draft | None) -> None:
    """The counted noun where it is left out: ``115,000 soldiers killed and 500,000 wounded``."""
    tags = phrases.tags
    if before is not None and draft.left - before.after < _NEAR and _is_part(phrases, draft):
        draft.counted, draft.qualifiers = before.counted, before.qualifiers
        return
    befallen = draft.event is not None and draft.event in word_class("people")
    if before is not None and before.counted is not None:
        between = tags[before.after : draft.left]
        parallel = befallen and before.event in word_class("people")
        if parallel or ("#" not in between and _continues(between)):
            draft.counted = before.counted
            draft.qualifiers = before.qualifiers + draft.qualifiers
            if parallel or "C" in between:
                draft.shared = before
            return
    noun = _alternative(phrases, draft)
    if noun is not None:
        draft.counted = noun
        return
    if befallen or _stands_for_people(phrases, draft):
        draft.counted = PEOPLE


def _alternative(phrases: Phrases, draft: Draft) -> str | None:
    """The noun of ``a call or two``."""
    i = draft.left - 1
    if i < 2 or phrases.sentence.lower[i] != "or" or phrases.owner[i - 1] < 0:
        return None
    return lemma_of(phrases, i - 1) if phrases.tags[i - 1] == "n" else None


def _continues(between: str) -> bool:
    """Whether nothing but a link stands between two figures: ``30 pupils, up from 20``."""
    return len(between) < 6 and not any(mark in "nNpvzdBHDMg;." for mark in between)


def _is_part(phrases: Phrases, draft: Draft) -> bool:
    """``nine couples, two of them``."""
    lower = phrases.sentence.lower
    i = draft.last
    return i + 1 < len(lower) and lower[i] == "of" and lower[i + 1] in word_class("pro")


def _stands_for_people(phrases: Phrases, draft: Draft) -> bool:
    """``the 180 who attended``."""
    lower = phrases.sentence.lower
    return draft.after < len(lower) and lower[draft.after] == "who"
