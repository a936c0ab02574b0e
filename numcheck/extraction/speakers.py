"""Who "he", "she", "it" and "they" are: the last fitting speaker or name before them."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.sources import Subject

__all__ = ["fits", "is_person", "last_name", "wants"]

_SENTENCE: Final = 600
_CAPITAL: Final = r"[A-Z][\w’'-]{0,24}[a-z]"
_PERSON: Final = re.compile(
    rf"(?:(?:{_CAPITAL}|[A-Z]\.) (?:(?:[A-Z]\.|de|van|von|bin|al|el|da|di|Jong) )?"
    rf"(?:{_CAPITAL}(?:-[A-Z][a-z]+)?)(?: {_CAPITAL})?)|(?:M(?:r|rs|s)|Dr)\.? {_CAPITAL}"
)
PERSON: Final = 1
BODY: Final = 2
PEOPLE: Final = 3
SELF: Final = 4
_WANTS: Final = {
    "he": PERSON, "she": PERSON, "him": PERSON, "his": PERSON, "her": PERSON, "it": BODY,
    "its": BODY, "they": PEOPLE, "their": PEOPLE, "i": SELF, "we": SELF, "my": SELF, "our": SELF,
    "which": BODY, "who": PERSON, "you": SELF,
}  # fmt: skip
_ANY_OTHER: Final = frozenset(("that", "this", "these", "those", "there", "one"))


def wants(word: str) -> int:
    """What a pronoun refers to: ``PERSON``, ``BODY``, ``PEOPLE``, ``SELF``, -1; 0 if none."""
    if word in _ANY_OTHER:
        return -1
    # "they've" and "he'd" are pronouns too.
    return _WANTS.get(word.replace("’", "'").partition("'")[0], 0)


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    names, sources = words("names"), words("sources")
    persons = sources["person"] | names["title"]
    return (
        persons,
        sources["body"] | names["outlet"] | sources["outlet"],
        names["place"],
        (sources["people"] | sources["thing"]),
    )


def is_person(name: str) -> bool:
    """Whether a speaker, as the text names him, is one person."""
    persons, bodies, places, others = _lists()
    parts = name.replace(",", " ").split()
    if not parts:
        return False
    low = [part.lower().strip(".’'\"") for part in parts]
    if low[0] in ("mr", "mrs", "ms", "dr"):
        return True
    if low[-1] in bodies or low[-1] in others or ("of" in low and low[0] in bodies):
        return False
    if low[0] in persons or (any(word in persons for word in low) and not parts[-1].islower()):
        return True
    if low[-1] in persons:
        return True
    if any(word in places for word in low):
        return False
    if parts[-1].islower():
        return not low[-1].endswith("s")
    return parts[-1][0].isupper() and not parts[-1].isupper() and len(parts) <= 4


def is_name(name: str) -> bool:
    """Whether it is a proper name rather than a description."""
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    return bool(last) and last[0].isupper()


def fits(need: int, name: str) -> bool:
    """Whether a speaker named before can be meant by a pronoun."""
    if not name:
        return False
    if need == PERSON:
        return is_person(name)
    if need == BODY:
        return not is_person(name)
    return True


def last_name(text: str, begin: int, end: int) -> str:
    """The first person named between two offsets of a sentence: usually its subject."""
    bodies, places = _lists()[1], _lists()[2]
    for match in _PERSON.finditer(text, begin, min(end, begin + _SENTENCE)):
        name = match.group()
        low = [part.lower().strip(".") for part in name.split()]
        if any(word in places or word in bodies for word in low):
            continue
        if not _begins_sentence(low[0]):
            return name
    return ""


def _begins_sentence(word: str) -> bool:
    return word in ("the", "in", "on", "at", "a", "an", "and", "but", "for", "when", "while", "if")


def is_pronoun(subject: Subject, lower: list[str]) -> bool:
    """Whether a speaker is only a pronoun."""
    return subject.last - subject.first == 1 and wants(lower[subject.first]) != 0
