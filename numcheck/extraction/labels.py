"""Speakers named by a label: "Sheriff: three dead", "Three dead: police", "Source: Norlys"."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.sources import Subject
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["label_voice"]

_STOPS: Final = frozenset((".", "!", "?", "…", "”", '"'))
_MARKS: Final = frozenset((":", "–", "—"))
_LONGEST: Final = 5


def label_voice(sentence: Sentence) -> Voice | None:
    """The speaker of a headline or caption, which parts him from his words by a mark.

    Only lines without a full stop are read so, and only labels that end with the role of a
    speaker (police, report, ministry): "Shooting: two held" names nobody.
    """
    lower, tokens = sentence.lower, sentence.words
    size = len(tokens)
    if size < 3 or tokens[-1] in _STOPS:
        return None
    for at in range(1, min(_LONGEST, size - 1)):
        if tokens[at] == ":":
            if not _speaks(lower[at - 1]):
                break
            voice = Voice(sentence, at, at + 1, "label")
            voice.source = Subject(0, at)
            voice.after_first, voice.after_last = at + 1, size
            return voice
    for at in range(size - 2, max(1, size - 2 - _LONGEST), -1):
        if tokens[at] in _MARKS:
            if not _speaks(lower[-1]):
                return None
            voice = Voice(sentence, at, at + 1, "label")
            voice.source = Subject(at + 1, size)
            voice.before_first, voice.before_last = 0, at
            return voice
    return None


def _speaks(word: str) -> bool:
    lists = words("sources")
    return any(word in lists[kind] for kind in ("person", "people", "body", "outlet", "label"))
