"""Vocabulary classes: the words that a pattern means by ``<rise>``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["WordClass", "expand_classes", "merge", "split_phrase"]

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words and phrases that mean the same to a rule.

    Attributes:
        words: Single words in lower case.
        phrases: Phrases of several words, the longest first.
    """

    words: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, entries: Iterable[str]) -> WordClass:
        """A class from plain words and phrases, without their inflection."""
        singles, phrases = set(), set()
        for entry in entries:
            parts = split_phrase(entry)
            if len(parts) == 1:
                singles.add(parts[0])
            elif parts:
                phrases.add(parts)
        return cls(frozenset(singles), tuple(sorted(phrases, key=lambda p: (-len(p), p))))


def split_phrase(text: str) -> tuple[str, ...]:
    """A phrase as the tokens of a sentence: articles left out, hyphens apart."""
    spaced = text.lower().replace("’", "'").replace("-", " - ").replace(",", " , ")
    return tuple(word for word in spaced.split() if word not in ("the", "a", "an"))


def merge(classes: Iterable[WordClass]) -> WordClass:
    """One class of the words of several."""
    words: set[str] = set()
    phrases: set[tuple[str, ...]] = set()
    for one in classes:
        words |= one.words
        phrases.update(one.phrases)
    return WordClass(frozenset(words), tuple(sorted(phrases, key=lambda p: (-len(p), p))))


def _verb_forms(entry: str) -> list[str]:
    """All forms of ``"rise rose risen"``, ``"increase"`` or ``"go went gone + up"``."""
    head, _, particle = entry.partition("+")
    base, *irregular = head.split()
    forms = [base, _with_s(base), _with_ing(base)]
    forms += irregular or [_with_ed(base)]
    tail = f" {particle.strip()}" if particle.strip() else ""
    return [form + tail for form in forms]


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _doubles(base: str) -> bool:
    return (
        len(base) > 2
        and base[-1] not in "aeiouwxyh"
        and base[-2] in _VOWELS
        and base[-3] not in _VOWELS
        and sum(letter in _VOWELS for letter in base) == 1
    )


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + "ed"


def _with_ing(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + (base[-1] if _doubles(base) else "") + "ing"


def _noun_forms(entry: str) -> list[str]:
    base, *irregular = entry.split("/")
    return [base, *(irregular or [_with_s(base)])]


def expand_classes(raw: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, list[str]]:
    """All forms of the words of each class, sorted.

    Args:
        raw: By class: ``words`` as they are, ``verbs`` and ``nouns`` to be inflected, and
            ``include`` of other classes.
    """
    return {name: sorted(_members(name, raw, ())) for name in sorted(raw)}


def _members(
    name: str, raw: Mapping[str, Mapping[str, Sequence[str]]], above: tuple[str, ...]
) -> set[str]:
    entry = raw[name]
    members = set(entry.get("words", ()))
    for verb in entry.get("verbs", ()):
        members.update(_verb_forms(verb))
    for noun in entry.get("nouns", ()):
        members.update(_noun_forms(noun))
    for other in entry.get("include", ()):
        if other not in above:
            members |= _members(other, raw, (*above, name))
    return members
