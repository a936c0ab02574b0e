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
        wordiest: Words that an item may have where the number counts things that a colon lists.
        open: Words that show that a list of names is open or of something else.
        things: What a colon lists: with a number of these, items may be wordier.
    """

    most: int = 12
    longest: int = 4
    voids: frozenset[str] = frozenset(
        {
            "including", "among", "others", "such", "etc", "more", "notably", "especially",
            "both", "either", "or", "another", "who", "which", "that", "than", "all", "above",
            "while", "with", "was", "is", "are", "were", "plus", "but",
        }
    )  # fmt: skip
    reach: int = 5
    wordiest: int = 7
    open: frozenset[str] = frozenset(
        {
            "including", "among", "others", "such", "etc", "notably", "especially", "both",
            "plus", "either", "or", "another", "than", "of", "all", "led", "like",
            "between",
        }
    )  # fmt: skip
    things: frozenset[str] = frozenset(
        {
            "reason", "cause", "aim", "goal", "condition", "demand", "problem", "factor",
            "question", "thing", "task", "rule", "fault", "proposal", "measure", "way", "step",
            "charge", "mistake", "principle", "priority", "option", "count", "offence",
            "ingredient",
        }
    )  # fmt: skip


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
        elif not items:
            names = _named_after(figure, passage, parameters)
            if names and len(names) != int(figure.value):
                yield Flaw(
                    (figure,),
                    f"The text announces {phrase(figure)} and names {len(names)}: "
                    f"{'; '.join(names)}.",
                    "The names between the commas are counted.",
                )


def _items(figure: Figure, passage: Passage, parameters: Parameters) -> list[str]:
    """The items of a list that follows the figure's noun phrase after a colon."""
    sentence = passage.sentence_of(figure)
    lower = sentence.lower
    limit = min(figure.last + parameters.reach, len(lower))
    colon = next((at for at in range(figure.last, limit) if lower[at] == ":"), -1)
    things = figure.counted in parameters.things
    if colon < 0 and things:
        near = range(figure.last, min(figure.last + 40, len(lower)))
        colon = next((at for at in near if lower[at] == ":"), -1)
    between = [word for word in lower[figure.last : colon] if not (things and word == ",")]
    if colon < 0 or any(not word[:1].isalpha() for word in between):
        return []
    stop = next((at for at in range(colon + 1, len(lower)) if lower[at] in _ENDS), len(lower))
    words = sentence.words[colon + 1 : stop]
    listed = lower[colon + 1 : stop]
    if not words or parameters.voids & set(listed) or "and" not in listed:
        return []
    if "," not in listed and not (things and listed.count("and") == 1):
        return []
    later = [other for other in passage.figures if other.first >= colon]
    if any(letter.isdigit() for other in later for letter in other.text):
        return []
    if sum(other.kind == "count" for other in later) > 1:
        return []  # "ten men: four Spaniards, three Greeks and three Danes"
    return _split(words, parameters.wordiest if things else parameters.longest)


def _named_after(figure: Figure, passage: Passage, parameters: Parameters) -> list[str]:
    """Names in apposition: ``Four countries, Norway, Chile, Peru and Japan, opposed``."""
    sentence = passage.sentence_of(figure)
    lower, words = sentence.lower, sentence.words
    at = figure.last
    while at < len(lower) and at - figure.last < 4 and lower[at].isalpha():
        at += 1
    if at >= len(lower) or lower[at] not in (",", "–", "—") or not figure.counted:
        return []
    if at == figure.last or parameters.open & set(lower[figure.first : at]):
        return []
    names: list[list[str]] = [[]]
    closing = at
    last = False
    for place in range(at + 1 + (lower[at + 1 : at + 2] == ["namely"]), len(lower)):
        word = words[place]
        if lower[place] in ("and", "&"):
            if last:
                return []
            last = True
            names.append([])
        elif word in (",", ")", "–", "—", "."):
            closing = place
            if last and names[-1]:
                break
            names.append([])
        elif (
            word[:1].isupper() or word[:1].isdigit() or word in ("'s", "’s", "of", "the", "-", "de")
        ):
            names[-1].append(word)
        else:
            return []
    else:
        return []
    told = [name for name in names if name and not all(w[:1].isdigit() for w in name)]
    if closing == at or len(told) < 2 or parameters.open & set(lower[at:closing]):
        return []
    if any(not any(w[:1].isupper() for w in name) or len(name) > 4 for name in told):
        return []
    return [_joined(name) for name in told]


def _split(words: Sequence[str], longest: int) -> list[str]:
    last = max(at for at, word in enumerate(words) if word.lower() == "and")
    items: list[list[str]] = [[]]
    for at, word in enumerate(words):
        if word == "," or at == last:
            items.append([])
        else:
            items[-1].append(word)
    kept = [item for item in items if item]
    if any(len(item) > longest or "and" in item for item in kept):
        return []
    return [_joined(item) for item in kept]


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ' ", "'").replace(" 's", "'s").replace(" ’s", "’s")
