"""The subject of a verb that hands over: left over adverbs, auxiliaries and parentheses."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.lexicon import ADVERB, PAST, lookup
from numcheck.extraction.sources import Subject, noun_phrase_before
from numcheck.model import Sentence

__all__ = ["subject_before", "subject_of"]

_CLAUSE_LONGEST: Final = 60
_ASIDE_LONGEST: Final = 40
_QUOTES: Final = frozenset('"“”„«»‘')
_DASHES: Final = frozenset("–—―")
_LINKS: Final = frozenset(("by", "in", "at", "from", "with", "to", "for", "on", "of", "into"))
_TOWARDS: Final = frozenset(("by", "to", "with", "from", "for"))
_DATING: Final = frozenset(("on", "last", "this", "next", "late", "early", "past"))
_VERBS: Final = frozenset("BHDM")
_VERBAL: Final = frozenset("BHDMX")
_FINITE: Final = frozenset("vzd")


@cache
def _asides() -> frozenset[str]:
    return words("clause")["aside"]


def subject_before(sentence: Sentence, cue: int, floor: int) -> Subject | None:
    """The noun phrase that is subject of the verb at token ``cue``.

    Args:
        sentence: The sentence.
        cue: The verb.
        floor: First token that may belong to the subject.

    Returns:
        The subject; ``None`` where the tokens before the verb are none (an inverted "said X",
        a coordinated or non-finite verb).
    """
    lower, tokens = sentence.lower, sentence.words
    at = _over_auxiliaries(sentence, cue - 1, floor)
    passive, negated = _auxiliaries(sentence, at + 1, cue)
    if at < floor:
        return None
    citing = -1
    if tokens[at] == ",":
        opening = _opening_comma(sentence, at, floor)
        if opening < floor:
            return None
        if lower[opening + 1] in ("citing", "quoting"):
            citing = opening + 1
        at = opening - 1
    elif tokens[at] == ")":
        while at > floor and tokens[at] != "(":
            at -= 1
        at -= 1
    if at < floor:
        return None
    edge = at
    relative = lower[at] in ("who", "which") or (lower[at] == "that" and at > floor)
    if relative:
        at -= 1
        if at >= floor and tokens[at] == ",":
            at -= 1
        if at < floor:
            return None
    subject = noun_phrase_before(sentence, at, floor)
    if subject is None:
        return None
    if relative:
        subject.edge = edge
        if lower[edge] == "who":
            subject.first = _person_in(sentence, subject.first, subject.last)
    subject.citing, subject.relative = citing, relative
    subject.passive, subject.negated = passive, negated
    return subject


def _person_in(sentence: Sentence, first: int, last: int) -> int:
    """Where "who" finds its person: behind a preposition ("an article by **Ann Lee**, who")."""
    lower = sentence.lower
    for at in range(last - 2, first, -1):
        if lower[at] in _TOWARDS and (
            sentence.words[at + 1][0].isupper() or lookup(lower[at + 1]).usual in "AK"
        ):
            return at + 1
    return first


def _over_auxiliaries(sentence: Sentence, at: int, floor: int) -> int:
    """Step left over "has", "also", "publicly", "on Monday"."""
    lower, asides = sentence.lower, _asides()
    times = words("as_of")
    while at >= floor:
        word = lower[at]
        if word in times["weekday"] or (word in times["unit"] and lower[at - 1] in times["which"]):
            at -= 2 if at > floor and lower[at - 1] in _DATING else 1
            continue
        if word not in asides:
            entry = lookup(word)
            auxiliary = entry.closed and entry.usual in _VERBAL
            if not auxiliary and not (entry.usual in "rR" and entry.flags == ADVERB):
                break
        at -= 1
    return at


def _auxiliaries(sentence: Sentence, first: int, cue: int) -> tuple[bool, bool]:
    """Whether the words before a verb hold a form of "be", and whether they negate it."""
    passive = negated = False
    for word in sentence.lower[first:cue]:
        entry = lookup(word)
        if entry.closed:
            passive = passive or entry.usual == "B"
            negated = negated or entry.usual == "X" or word.endswith(("n't", "n’t", "cannot"))
    return passive, negated


def _opening_comma(sentence: Sentence, closing: int, floor: int) -> int:
    """The comma that opens the parenthesis which ``closing`` ends; below ``floor`` if none."""
    tokens, at = sentence.words, closing - 1
    lowest = max(floor, closing - _ASIDE_LONGEST)
    best = floor - 1
    while at > lowest:
        token = tokens[at]
        if token == ",":
            best = at
            # "Mr Cole, 43, of Derby," and "Ann Lee, head of research at Acme, Inc.," hold several.
            if not _continues_aside(sentence, at, floor):
                return at
        elif token in _QUOTES or token in ";:" or token in _DASHES:
            return floor - 1
        at -= 1
    return best


def _continues_aside(sentence: Sentence, comma: int, floor: int) -> bool:
    """Whether the comma lies inside an apposition rather than at its beginning."""
    before, after = sentence.words[comma - 1], sentence.lower[comma + 1]
    if before[0].isdigit() and comma - 2 >= floor and sentence.words[comma - 2] == ",":
        return True
    return after in ("of", "and", "inc", "ltd", "llc") or sentence.words[comma + 1] in (
        "Jr", "Sr", "Fla", "Calif", "Mass", "Va",
    )  # fmt: skip


def subject_of(sentence: Sentence, cue: int, floor: int) -> Subject | None:
    """The first noun phrase of the clause, for verbs without a subject of their own.

    "Smith criticised the plan and **said** …", "The bank cut its forecast, **saying** …".
    """
    lower, tokens = sentence.lower, sentence.words
    for at in range(floor + 1, min(cue, floor + _CLAUSE_LONGEST)):
        entry = lookup(lower[at])
        verb = entry.closed and entry.usual in _VERBS
        if not verb and tokens[at][0].islower() and not sentence.glued(at):
            verb = entry.usual in _FINITE or (
                entry.usual == "e"
                and entry.flags & PAST != 0
                and at + 1 < len(lower)
                and lower[at + 1] not in _LINKS
            )
        if verb and lookup(lower[at - 1]).usual not in "AKj":
            subject = subject_before(sentence, at, floor)
            if subject is not None:
                return subject
    return None
