"""Everything that the words around a figure say about it, beyond its number."""

from __future__ import annotations

from numcheck.extraction.concept import concept_of
from numcheck.extraction.draft import Draft
from numcheck.extraction.nouns import count_noun
from numcheck.extraction.phrases import Phrases
from numcheck.model import Sentence

__all__ = ["describe"]


def describe(sentence: Sentence, drafts: list[Draft]) -> None:
    """Fill counted noun, qualifiers, concept, event and subject of each figure of a sentence.

    Args:
        sentence: The sentence.
        drafts: Its figures in text order, with number, unit, kind and hedge known; changed.
    """
    phrases = Phrases(sentence, drafts)
    for draft in drafts:
        if draft.kind == "count":
            count_noun(phrases, draft)
    before: Draft | None = None
    for draft in drafts:
        if draft.kind in ("date", "time", "identifier"):
            continue
        draft.concept = concept_of(phrases, draft, before)
        before = draft
