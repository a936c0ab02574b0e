"""A sentence, or neighbouring ones, with each figure as one token."""

from __future__ import annotations

from collections.abc import Sequence as Many
from dataclasses import replace

from numcheck.model import Figure, Sentence

__all__ = ["BOUNDARY", "Stream"]

BOUNDARY = "\n"
_SKIPPED = frozenset({"the", "a", "an", '"', "“", "”", "‘", "’", "'", "«", "»"})
_DEFINITE = frozenset({"the", "all", "these", "those", "both"})
_POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "my", "your"})
_PUNCTUATION = frozenset(",.;:!?()[]–—-/")
_REACH = 6


class Stream:
    """Parallel lists, an entry a token, of the words that patterns look at.

    Articles, quotation marks and a possessive before a figure ("its 480 shops") are left out.

    Attributes:
        words: The token in lower case; empty for a figure; :data:`BOUNDARY` between sentences.
        figures: The figure, or ``None`` for a word.
        definite: Whether a figure has a definite article, a possessive or "all" before it.
        tails: For a figure, how many tokens after it belong to its noun phrase.
        sentences: Index of the sentence of each token.
    """

    __slots__ = ("definite", "figures", "sentences", "tails", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.figures: list[Figure | None] = []
        self.tails: list[int] = []
        self.definite: list[bool] = []
        self.sentences: list[int] = []

    def __len__(self) -> int:
        return len(self.words)

    @classmethod
    def of(cls, sentence: Sentence, figures: Many[Figure]) -> Stream:
        """The stream of one sentence.

        Args:
            sentence: The sentence.
            figures: Its figures in text order; of overlapping ones the first counts.
        """
        stream = cls()
        lower = sentence.lower
        if "-" in lower:
            # A hyphen joins two words; between spaces it is a dash.
            lower = [
                "–" if word == "-" and not sentence.glued(place) else word
                for place, word in enumerate(lower)
            ]
        position = 0
        for figure in figures:
            left = _left_of(figure, lower)
            if left < position:
                left = max(position, figure.first)
            if figure.first < position or figure.last <= figure.first:
                continue
            owned = left > position and lower[left - 1] in _POSSESSIVE
            stream._add_words(lower, position, left - owned, sentence.index)
            pair = _pair(figure, lower, left)
            for part in pair[:-1]:
                stream._add(("", part), sentence.index)
                stream._add(("to", None), sentence.index)
            stream._add(("", pair[-1]), sentence.index)
            stream.definite[-1] = owned or (left > 0 and lower[left - 1] in _DEFINITE)
            position = max(figure.last, _right_of(figure, lower))
            stream.tails[-1] = _tail(figure, lower, position)
        stream._add_words(lower, position, len(lower), sentence.index)
        return stream

    @classmethod
    def joined(cls, streams: Many[Stream]) -> Stream:
        """Several streams with a boundary after each but the last."""
        whole = cls()
        for index, stream in enumerate(streams):
            if index:
                whole._add((BOUNDARY, None), -1)
            whole.words += stream.words
            whole.figures += stream.figures
            whole.tails += stream.tails
            whole.definite += stream.definite
            whole.sentences += stream.sentences
        return whole

    def _add(self, token: tuple[str, Figure | None], sentence: int) -> None:
        self.words.append(token[0])
        self.figures.append(token[1])
        self.tails.append(0)
        self.definite.append(False)
        self.sentences.append(sentence)

    def _add_words(self, lower: list[str], start: int, stop: int, sentence: int) -> None:
        kept = [word for word in lower[start:stop] if word not in _SKIPPED]
        count = len(kept)
        if "’" in "".join(kept):
            kept = [word.replace("’", "'") for word in kept]
        self.words += kept
        self.figures += [None] * count
        self.tails += [0] * count
        self.definite += [False] * count
        self.sentences += [sentence] * count


def _pair(figure: Figure, lower: list[str], left: int) -> tuple[Figure, ...]:
    """Both ends of a "from … to", which after a verb of change are two figures, not a range."""
    if figure.bound != "range" or figure.low is None or figure.high is None:
        return (figure,)
    if not left or lower[left - 1] != "from" or "to" not in lower[figure.first : figure.last]:
        return (figure,)
    texts = figure.text.split(" to ")
    ends = (figure.low, figure.high)
    if len(texts) != 2 or figure.resolution is None:
        return (figure,)
    return tuple(
        replace(figure, text=text, value=end, low=end, high=end, bound="exact")
        for text, end in zip(texts, ends, strict=True)
    )


def _left_of(figure: Figure, lower: list[str]) -> int:
    """The first token of the figure's hedge where that stands before it."""
    left = figure.first
    if not figure.hedge or figure.bound == "exact":
        return left
    hedge = figure.hedge.lower().split()
    for start in range(left - 1, max(left - _REACH, -1), -1):
        if lower[start : start + len(hedge)] == hedge:
            return start
    return left


def _right_of(figure: Figure, lower: list[str]) -> int:
    """Past the figure's hedge where that stands after it (``10 or so``)."""
    if not figure.hedge:
        return figure.last
    hedge = figure.hedge.lower().split()
    stop = figure.last + len(hedge)
    return stop if lower[figure.last : stop] == hedge else figure.last


def _tail(figure: Figure, lower: list[str], position: int) -> int:
    """How many kept tokens from ``position`` on belong to the counted noun phrase."""
    if figure.counted is None:
        return 0
    kept = 0
    for word in lower[position : position + _REACH]:
        if word in _PUNCTUATION and word != "-":
            return 0
        if word in _SKIPPED:
            continue
        kept += 1
        if _is_form(word, figure.counted.lower()):
            return kept
    return 0


_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife",
    "lives": "life", "feet": "foot", "teeth": "tooth", "mice": "mouse", "geese": "goose",
}  # fmt: skip


def _is_form(word: str, lemma: str) -> bool:
    if word == lemma or _IRREGULAR.get(word) == lemma:
        return True
    stem = lemma[:-1] if lemma[-1:] in "ye" and len(lemma) > 3 else lemma
    return word.startswith(stem) and len(word) <= len(lemma) + 3
