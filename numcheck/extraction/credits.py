"""Credit lines: "Source: Norlys" below a caption, a chart or a list of figures."""

from __future__ import annotations

from bisect import bisect_right

from numcheck import vocabulary
from numcheck.extraction.sources import Subject
from numcheck.extraction.speech import Speech
from numcheck.extraction.voice import Voice

__all__ = ["credit_of", "credits_in"]

_LONGEST = 16


def credits_in(speech: Speech) -> dict[int, Voice]:
    """Who is credited in a field, by the number of the paragraph whose figures are meant.

    A credit line belongs to its own paragraph, and to the one above where it stands alone.
    """
    found: dict[int, Voice] = {}
    for word in vocabulary.lines("voices/credit_words"):
        at = speech.text.find(word)
        while at >= 0:
            _take(speech, at, found)
            at = speech.text.find(word, at + len(word))
    return found


def _take(speech: Speech, offset: int, found: dict[int, Voice]) -> None:
    position = max(0, bisect_right(speech.starts, offset) - 1)
    sentence = speech.sentences[position]
    size = len(sentence.words)
    if sentence.start != offset or not 2 < size <= _LONGEST:
        return
    last = size - 1 if sentence.words[-1] == "." else size
    voice = Voice(sentence, 0, 2, "credit")
    voice.source = Subject(2, last)
    found[sentence.paragraph] = voice
    alone = position == 0 or speech.sentences[position - 1].paragraph != sentence.paragraph
    if alone:
        found.setdefault(sentence.paragraph - 1, voice)


def credit_of(credits: dict[int, Voice], speech: Speech, position: int) -> Voice | None:
    """Who is credited with the figures of a sentence that nobody else is said to have given."""
    return credits.get(speech.sentences[position].paragraph) if credits else None
