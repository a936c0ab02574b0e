"""Where the words stand that say what a figure measures."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.clauses import NOTHING
from numcheck.extraction.phrases import Phrases
from numcheck.extraction.wordlists import SPAN, word_class

__all__ = ["Reading"]

_CONTENT: Final = frozenset("nNpjteg")


class Reading:
    """Where the words of a concept stand, as token spans; ``(-1, -1)`` is none.

    Attributes:
        front: Before the figure in its own noun phrase (``a sharp 3% drop``).
        modified: The noun behind the figure.
        held: The noun phrase that leads to it.
        subject: The subject of its clause.
        complete: Whether the words are all said without the subject.
    """

    __slots__ = ("complete", "front", "held", "modified", "subject")

    def __init__(self) -> None:
        self.front = NOTHING
        self.modified = NOTHING
        self.held = NOTHING
        self.subject = NOTHING
        self.complete = False

    def words(self, phrases: Phrases) -> tuple[str, ...]:
        """The words in the order of their places, each once."""
        found: dict[str, None] = {}
        subject = NOTHING if self.complete else self.subject
        for begin, end in (self.front, self.modified, self.held, subject):
            if begin >= 0:
                _collect(phrases, begin, end, found)
        return tuple(found)


def _collect(phrases: Phrases, begin: int, end: int, found: dict[str, None]) -> None:
    """Add the content words of a span; what is written without a space stays one word."""
    sentence, tags, owner = phrases.sentence, phrases.tags, phrases.owner
    words = sentence.words
    names_of_time = word_class(SPAN)
    joined = ""
    for i in range(begin, end):
        number = owner[i]
        if number >= 0 and tags[i] in "nNj":
            # "the first quarter", "a year" say when, not what.
            head = phrases.ends[number] - 1
            if sentence.lower[head] in names_of_time and tags[head] in "nN":
                continue
        if tags[i] in _CONTENT or (joined and tags[i] != "'"):
            joined += words[i]
        if joined and i + 1 < end and tags[i + 1] != "'" and sentence.glued(i + 1):
            continue
        if joined:
            found[joined.rstrip(".,;:)")] = None
            joined = ""
