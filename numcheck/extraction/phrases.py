"""Noun phrases of a tagged sentence, and where its clauses' subjects stand."""

from __future__ import annotations

import re
from typing import Final

from numcheck.extraction.draft import Draft
from numcheck.extraction.tagging import tag
from numcheck.model import Sentence

__all__ = ["NONE", "Phrases"]

NONE: Final = -1

_DETERMINERS: Final = r"[AKQ]*+"
# Everything before the first noun; a figure may stand there, but not behind a noun.
_FRONT: Final = r"(?:r?+[jt#\-]|(?<=[AKQj-])[eg](?=-?[jnNp])){0,16}+"
# Nouns with what stands between them: adjectives, years, possessive, hyphen.
_NOUNS: Final = r"(?:(?:r?j|t){0,4}+[nNp](?:'|-++)?+){1,24}+"
_PHRASE: Final = re.compile(_DETERMINERS + _FRONT + _NOUNS)

_LOOKED_THROUGH: Final = 'rRXI"'


class Phrases:
    """The noun phrases of one sentence.

    Attributes:
        sentence: The sentence.
        tags: One letter a token, see :mod:`numcheck.extraction.tagging`.
        begins: First token of each noun phrase.
        ends: Index past the last token of each.
        owner: For each token the index of its noun phrase, or -1.
    """

    __slots__ = ("begins", "ends", "owner", "sentence", "tags")

    def __init__(self, sentence: Sentence, drafts: list[Draft]) -> None:
        self.sentence = sentence
        self.tags = tags = tag(sentence, drafts)
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.owner = owner = [NONE] * len(tags)
        for number, match in enumerate(_PHRASE.finditer(tags)):
            begin, end = match.span()
            if tags[begin] == "t" and begin > 0 and tags[begin - 1] in "PC":
                # "between 1990 and 1999 wages fell", "in May sales fell"
                while tags[begin] == "t":
                    begin += 1
            while tags[end - 1] in "'-":
                end -= 1
            self.begins.append(begin)
            self.ends.append(end)
            owner[begin:end] = [number] * (end - begin)

    def back(self, position: int) -> int:
        """The token before ``position``, past adverbs, particles and quotation marks; or -1."""
        tags = self.tags
        position -= 1
        while position >= 0 and tags[position] in _LOOKED_THROUGH:
            position -= 1
        return position

    def on(self, position: int) -> int:
        """The first token from ``position`` that is no adverb, particle or quotation mark."""
        tags = self.tags
        count = len(tags)
        while position < count and tags[position] in _LOOKED_THROUGH:
            position += 1
        return position
