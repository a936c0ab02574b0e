"""A sentence and its tokens."""

from __future__ import annotations

import re

__all__ = ["Sentence"]

_NUMBER = r"\d+(?:[.,，．]\d+|['’\u00a0\u2007\u2009\u202f]\d{3}(?!\d))*"
_ABBREVIATION = r"(?:[A-Za-z]\.){2,}"
_WORD = r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
_REST = r"['’]s\b|[^\w\s]|_"
_ADDRESS = (
    r"(?:https?://|www\.)[^\s<>\"”]+[^\s<>\"”.,;:!?)]|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
)

_TOKEN = re.compile(rf"{_NUMBER}|{_ABBREVIATION}|{_WORD}|{_REST}")
_TOKEN_OR_ADDRESS = re.compile(rf"{_ADDRESS}|{_NUMBER}|{_ABBREVIATION}|{_WORD}|{_REST}")


class Sentence:
    """A sentence as parallel lists, one entry a token, which is what the fast loops want.

    The lists are made on first use, since most sentences hold no figure and are never asked.
    Numbers keep their inner separators (``10,000``); hyphens, quotes, brackets and ``'s`` are
    tokens of their own; a word keeps its inner apostrophe (``don't``); a web or mail address is
    one token.

    Attributes:
        index: Position in :attr:`numcheck.model.Analysis.sentences`.
        field: ``"text"`` or ``"title"``.
        start: Code-point offset of the sentence into the field.
        end: Offset past its last character.
        paragraph: Running number of its paragraph within the field.
        words: The tokens as written.
        lower: The tokens in lower case.
        starts: Offset of each token into the field.
        ends: Offset past each token.
    """

    __slots__ = (
        "_source",
        "end",
        "ends",
        "field",
        "index",
        "lower",
        "paragraph",
        "start",
        "starts",
        "words",
    )

    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def __init__(
        self, index: int, field: str, source: str, start: int, end: int, paragraph: int
    ) -> None:
        self.index = index
        self.field = field
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self._source = source

    def __getattr__(self, name: str) -> list[str] | list[int]:
        """Tokenise when one of the token lists is first asked for."""
        if name not in ("words", "lower", "starts", "ends"):
            raise AttributeError(name)
        source = self._source
        low, high = self.start, self.end
        address = source.find("@", low, high) >= 0
        if not address and source.find(".", low, high) >= 0:
            address = source.find("://", low, high) >= 0 or source.find("www.", low, high) >= 0
        pattern = _TOKEN_OR_ADDRESS if address else _TOKEN
        spans = [match.span() for match in pattern.finditer(source, self.start, self.end)]
        self.words = words = [source[start:end] for start, end in spans]
        self.lower = [word.lower() for word in words]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        tokens: list[str] | list[int] = object.__getattribute__(self, name)
        return tokens

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self._source[self.start : self.end]

    def phrase(self, first: int, last: int) -> str:
        """The words from token ``first`` up to token ``last``, as written."""
        return self._source[self.starts[first] : self.ends[last - 1]]

    def glued(self, position: int) -> bool:
        """Whether token ``position`` touches the one before it without white space."""
        return position > 0 and self.starts[position] == self.ends[position - 1]
