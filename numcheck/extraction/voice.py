"""A speaker in a sentence."""

from __future__ import annotations

from numcheck.extraction.sources import Subject
from numcheck.model import Sentence

__all__ = ["Voice"]


class Voice:
    """A speaker in a sentence.

    Attributes:
        sentence: The sentence.
        first: First token of the cue.
        last: Index past the last token of the cue.
        source: Where the speaker is named; ``None`` if nowhere.
        via: Where the outlet is named that quotes him, else ``None``.
        before: Tokens in front of the tag that are what he says, as ``(first, past the last)``.
        after: Tokens after the cue that are what he says, likewise.
        kind: Class of the cue.
        name: The speaker's name once it has been looked for, pronouns resolved.
        depth: Number of the quotation that the cue stands in; -1 outside of all.
    """

    __slots__ = (
        "after_first", "after_last", "before_first", "before_last", "depth", "first", "kind",
        "last", "name", "sentence", "source", "via",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, first: int, last: int, kind: str) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.kind = kind
        self.source: Subject | None = None
        self.via: Subject | None = None
        self.before_first = 0
        self.before_last = 0
        self.after_first = 0
        self.after_last = 0
        self.depth = -1
        self.name: str | None = None

    def covers(self, token: int) -> bool:
        """Whether a token is part of what the speaker says."""
        return (
            self.before_first <= token < self.before_last
            or self.after_first <= token < self.after_last
        )
