"""Which of some words a document holds, found without taking all of its sentences apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby

from numcheck.model import Analysis, Sentence

__all__ = ["mentioned"]

_MANY = 100
"""Of more words than this, one or the other is in most texts, so that looking first is in vain."""


def mentioned(words: Collection[str], analysis: Analysis) -> Iterator[str]:
    """Tokens of a document, in lower case: all that are among some words, and some that are not.

    Most sentences hold no figure and were never taken apart; of these only such are as hold the
    letters of one of the words.

    Args:
        words: The words, in lower case.
        analysis: The document.
    """
    if len(words) > _MANY:
        return chain.from_iterable(one.lower for one in analysis.sentences)
    return chain.from_iterable(one.lower for one in _sentences(words, analysis))


def _sentences(words: Collection[str], analysis: Analysis) -> Iterator[Sentence]:
    document = analysis.document
    for field, sentences in groupby(analysis.sentences, key=lambda one: one.field):
        source = document.title if field == "title" else document.text
        text = source.lower()
        if len(text) != len(source):
            yield from sentences  # a letter that is two in lower case: places would be wrong
            continue
        places = sorted(place for word in words for place in _places(word, text))
        if places:
            yield from _around(places, sentences)


def _around(places: Sequence[int], sentences: Iterator[Sentence]) -> Iterator[Sentence]:
    for sentence in sentences:
        found = bisect_left(places, sentence.start)
        if found < len(places) and places[found] < sentence.end:
            yield sentence


def _places(word: str, text: str) -> Iterator[int]:
    """Where the letters of a word stand that do not go on before it or after it."""
    size, starts, ends = len(word), word[:1].isalpha(), word[-1:].isalpha()
    at = text.find(word)
    while at >= 0:
        before = starts and at > 0 and text[at - 1].isalpha()
        if not before and not (ends and text[at + size : at + size + 1].isalpha()):
            yield at
        at = text.find(word, at + 1)
