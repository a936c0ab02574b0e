"""Document → figures: sentences, candidates, numbers and units, nouns, voices."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import cast

from numcheck.extraction.attribution import attribute
from numcheck.extraction.collector import resting
from numcheck.extraction.describe import describe
from numcheck.extraction.draft import Draft
from numcheck.extraction.scan import candidate_words, read_sentence
from numcheck.extraction.segment import sentences as cut
from numcheck.extraction.style import IN_FORCE, Style
from numcheck.model import Analysis, Bound, Document, Figure, Kind, Sentence, Stance

__all__ = ["analyse", "extract"]

_DIGIT = re.compile(r"[\d½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_LONG = 50_000  # characters; articles are shorter
_LETTERS = re.compile(r"[a-z]+")


def extract(document: Document) -> list[Figure]:
    """The figures of a document, in text order, the title's first.

    Args:
        document: The document.

    Returns:
        Every figure with all its fields; those that measure nothing (dates, identifiers, scores)
        are figures of their own kind.
    """
    return list(analyse(document).figures)


def analyse(document: Document, style: Style | None = None) -> Analysis:
    """A document taken apart into sentences and figures.

    Args:
        document: The document.
        style: How its house writes dates and decimals; nothing is taken for granted if ``None``.
    """
    if style is not None:
        before = IN_FORCE.set(style)
        try:
            return analyse(document)
        finally:
            IN_FORCE.reset(before)
    if len(document.text) > _LONG:
        with resting():
            return _analyse(document)
    return _analyse(document)


def _analyse(document: Document) -> Analysis:
    sentences = cut(document)
    drafts: dict[int, list[Draft]] = {}
    for sentence in sentences:
        if _may_hold_a_figure(sentence):
            found = read_sentence(sentence)
            if found:
                describe(sentence, found)
                _share_hedges(found)
                drafts[sentence.index] = found
    attribute(document, sentences, drafts)
    return Analysis(document, tuple(sentences), tuple(_freeze(document, sentences, drafts)))


def _may_hold_a_figure(sentence: Sentence) -> bool:
    text = sentence.text
    if _DIGIT.search(text) is not None:
        return True
    return not candidate_words().isdisjoint(_LETTERS.findall(text.lower()))


def _share_hedges(drafts: list[Draft]) -> None:
    """A lower bound covers a figure whose noun is elided ("at least 10 men killed and 30 hurt")."""
    for draft in drafts:
        before = draft.shared
        if before is None or draft.hedge is not None or draft.value is None:
            continue
        if before.bound in ("at_least", "more_than") and draft.bound == "exact":
            draft.bound, draft.hedge = before.bound, before.hedge
            draft.low, draft.high, draft.low_open = draft.value, None, before.low_open


def _freeze(
    document: Document, sentences: list[Sentence], drafts: dict[int, list[Draft]]
) -> list[Figure]:
    figures: list[Figure] = []
    furniture = [start for start, _ in document.furniture]
    for index in sorted(drafts):
        field = sentences[index].field
        text = document.title if field == "title" else document.text
        for draft in drafts[index]:
            page = False
            if furniture and field == "text":
                k = bisect_right(furniture, draft.start) - 1
                page = k >= 0 and draft.start < document.furniture[k][1]
            slice_ = text[draft.start : draft.end]
            name = f"{document.id}#{len(figures) + 1}"
            figures.append(_figure(name, document.id, slice_, draft, page))
    return figures


def _figure(name: str, document: str, text: str, draft: Draft, page: bool) -> Figure:
    sentence = draft.sentence
    return Figure(
        name, document, sentence.field, draft.start, draft.end, text,
        cast(Kind, draft.kind), draft.value, draft.low, draft.high, cast(Bound, draft.bound),
        draft.hedge, draft.trend, draft.unit, draft.counted, draft.qualifiers, draft.concept,
        draft.event, draft.subject, draft.iso, draft.as_of, draft.attribution,
        cast(Stance, draft.stance), draft.resolution, draft.low_open, draft.high_open, draft.per,
        draft.remark, page, sentence.index, draft.first, draft.last,
    )  # fmt: skip
