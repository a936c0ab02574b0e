"""Whose figure it is: the names that a text puts it under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from numcheck import vocabulary
from numcheck.alignment.profile import Profile
from numcheck.extraction.lexicon import NAME, lookup
from numcheck.facts.words import name_words
from numcheck.model import Analysis, Sentence

__all__ = ["Names", "Naming"]

_WORD = re.compile(r"[^\W_]+")
_NOBODY: frozenset[str] = frozenset()
_POSSESSIVES = ("'s", "’s")


class Naming:
    """The names around a figure, from the closest tie to the loosest.

    Attributes:
        own: Words of the name that the text gives the figure to; empty for none.
        described: Words of its concept and qualifiers, in lower case.
        sentence: The only name of its sentence; empty for none or several.
        before: Where its sentence names nobody, the only name of the one before, or of the title.
        names: The names of the document.
        number: Index of its sentence.
    """

    __slots__ = ("before", "described", "names", "number", "own", "sentence")

    def __init__(self, item: Profile, names: Names) -> None:
        """Read them; ``names`` are those of the figure's document, read so far."""
        figure = item.figure
        self.names = names
        self.number = figure.sentence
        self.own = frozenset(name_words(" ".join(sorted(item.names)))) if item.names else _NOBODY
        self.described = frozenset(
            part.lower()
            for word in (*figure.concept, *figure.qualifiers)
            for part in _WORD.findall(word)
        )
        self.sentence: tuple[str, ...] = ()
        self.before: tuple[str, ...] = ()
        if not self.own:
            found = names.of(figure.sentence)
            self.sentence = found[0] if len(found) == 1 else ()
            self.before = names.ahead_of(figure.sentence) if not found else ()

    @property
    def words(self) -> list[str]:
        """Words of which a fitting name has at least one, in a fixed order."""
        return sorted(self.own | self.described | {*self.sentence, *self.before})

    def fits(self, name: tuple[str, ...]) -> bool:
        """Whether the figure is that of the subject with this name, beyond doubt."""
        words = frozenset(name)
        if not self.own:
            return words <= self.described or name in (self.sentence, self.before)
        if self.own >= words:
            return self.own == words
        if not self.own < words:
            return False
        # "Velsk" of the "Velsk earthquake", or Keller, who was Maria Keller above.
        return (
            words <= self.own | self.described
            or self.names.spoken(name, self.number)
            or (name[-1] in self.own and self.names.spoken(name))
        )


class Names:
    """The names of a document, sentence by sentence, read when first asked for."""

    __slots__ = ("_analysis", "_found", "_text")

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._found: dict[int, list[tuple[str, ...]]] = {}
        document = analysis.document
        self._text = _spaced(f"{document.title}\n{document.text}")

    @property
    def words(self) -> frozenset[str]:
        """All words of the document in lower case."""
        return frozenset(self._text.split())

    def spoken(self, name: tuple[str, ...], number: int | None = None) -> bool:
        """Whether a name stands in the document, or in one of its sentences, word by word."""
        text = self._text
        if number is not None:
            text = _spaced(self._analysis.sentences[number].text)
        return f" {' '.join(name)} " in text

    def of(self, number: int) -> list[tuple[str, ...]]:
        """The different names of a sentence."""
        found = self._found.get(number)
        if found is None:
            runs = _runs(self._analysis.sentences[number])
            found = self._found[number] = list(dict.fromkeys(map(name_words, runs)))
        return found

    def ahead_of(self, number: int) -> tuple[str, ...]:
        """The only name of the sentence before, or of the title where that is the body's first."""
        sentences = self._analysis.sentences
        if not number:
            return ()
        found = self.of(number - 1)
        near = sentences[number].paragraph - sentences[number - 1].paragraph <= 1
        same = sentences[number].field == sentences[number - 1].field
        return found[0] if len(found) == 1 and (near or not same) else ()


def _spaced(text: str) -> str:
    """The words in lower case, each between single spaces."""
    return f" {' '.join(_WORD.findall(text.lower()))} "


def _runs(sentence: Sentence) -> Iterator[str]:
    """Runs of words with a capital, but for days, months, and what a sentence begins with."""
    run: list[str] = []
    for place, word in enumerate(sentence.words):
        if word in _POSSESSIVES:
            continue
        lower = sentence.lower[place]
        capital = word[0].isupper() and lower not in _calendar()
        if capital and place == 0:
            entry = lookup(lower)
            capital = not entry.known or bool(entry.flags & NAME) or _before_capital(sentence)
            capital = capital and not entry.closed
        if capital:
            run.append(word)
        elif run:
            yield " ".join(run)
            run = []
    if run:
        yield " ".join(run)


def _before_capital(sentence: Sentence) -> bool:
    """Whether the first word belongs to a name: "New York", "Mount Sall"."""
    return len(sentence.words) > 1 and sentence.words[1][:1].isupper()


@cache
def _calendar() -> frozenset[str]:
    return frozenset(row[0] for row in vocabulary.table("calendar", 3))
