"""A number announced before a list, against the number of its items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from numcheck.engine.message import phrase
from numcheck.engine.passage import Flaw, Passage
from numcheck.model import Figure

__all__ = ["Parameters", "find"]


@dataclass(frozen=True, slots=True)
class Parameters:
    """What counts as a list.

    Attributes:
        most: Largest number that is checked.
        longest: Words that an item may have; longer ones may hold commas of their own.
        voids: Words that show that the list is open or nested.
        reach: Words between the number and the colon.
    """

    most: int = 12
    longest: int = 4
    voids: frozenset[str] = frozenset(
        {
            "including", "among", "others", "such", "etc", "more", "notably", "especially", "both",
            "either", "or", "another", "who", "which", "that", "than", "all", "above", "while",
            "with", "was", "is", "are", "were", "plus", "but",
        }
    )  # fmt: skip
    reach: int = 5


_ENDS = frozenset({".", "!", "?", ";", "(", "—", "–", "-", ":"})


def find(passage: Passage, parameters: Parameters) -> Iterator[Flaw]:
    """Lists that are longer or shorter than announced."""
    for figure in passage.figures:
        if figure.kind != "count" or figure.bound != "exact" or figure.value is None:
            continue
        if not 2 <= figure.value <= parameters.most or figure.value != int(figure.value):
            continue
        items = _items(figure, passage, parameters)
        if items and len(items) != int(figure.value):
            yield Flaw(
                (figure,),
                f"The text announces {phrase(figure)} and lists {len(items)}: {'; '.join(items)}.",
                "The items after the colon are counted.",
            )


def _items(figure: Figure, passage: Passage, parameters: Parameters) -> list[str]:
    """The items of a list that follows the figure's noun phrase after a colon."""
    sentence = passage.sentence_of(figure)
    lower = sentence.lower
    limit = min(figure.last + parameters.reach, len(lower))
    colon = next((at for at in range(figure.last, limit) if lower[at] == ":"), -1)
    if colon < 0 or any(not word[:1].isalpha() for word in lower[figure.last : colon]):
        return []
    stop = next((at for at in range(colon + 1, len(lower)) if lower[at] in _ENDS), len(lower))
    words = sentence.words[colon + 1 : stop]
    listed = lower[colon + 1 : stop]
    if not words or parameters.voids & set(listed) or "and" not in listed or "," not in listed:
        return []
    later = (other for other in passage.figures if other.first >= colon)
    if any(letter.isdigit() for other in later for letter in other.text):
        return []
    return _split(words, parameters)


def _split(words: Sequence[str], parameters: Parameters) -> list[str]:
    last = max(at for at, word in enumerate(words) if word.lower() == "and")
    items: list[list[str]] = [[]]
    for at, word in enumerate(words):
        if word == "," or at == last:
            items.append([])
        else:
            items[-1].append(word)
    kept = [item for item in items if item]
    if any(len(item) > parameters.longest or "and" in item for item in kept):
        return []
    return [_joined(item) for item in kept]


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ' ", "'").replace(" 's", "'s").replace(" ’s", "’s")
