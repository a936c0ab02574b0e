"""Figures by where they stand."""

from __future__ import annotations

from numcheck.engine.passage import Passage
from numcheck.model import Figure, Sentence

__all__ = ["figures_within"]


def figures_within(
    passage: Passage, sentence: Sentence, *spans: tuple[int, int]
) -> tuple[Figure, ...]:
    """The figures of a sentence that overlap each span, in the order of the spans.

    Args:
        passage: Where the sentence stands.
        sentence: The sentence.
        spans: Start and end offsets into the sentence's field.
    """
    figures = passage.by_sentence.get(sentence.index, ())
    found: list[Figure] = []
    for start, end in spans:
        for figure in figures:
            if figure.start < end and start < figure.end and figure not in found:
                found.append(figure)
                break
    return tuple(found)
