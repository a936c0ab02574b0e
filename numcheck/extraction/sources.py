"""The noun phrase that names a speaker, to the left or to the right of the words that hand over.

There is no parser: the search walks from the cue over adverbs, auxiliaries and parentheses to the
noun phrase, and on to where that must begin, by a lexicon of parts of speech.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.lexicon import ADJECTIVE, ADVERB, NOUN, PARTICIPLE, PAST, lookup
from numcheck.model import Sentence

__all__ = ["Subject", "object_after", "phrase_after", "source_text", "subject_before", "subject_of"]

_LONGEST: Final = 16
_CLAUSE_LONGEST: Final = 60
_ASIDE_LONGEST: Final = 40
_DETERMINERS: Final = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "my"))
_ARTICLES: Final = frozenset(("the", "a", "an"))
_POSSESSIVES: Final = frozenset(("'s", "’s"))
_QUOTES: Final = frozenset('"“”„«»‘')
_DASHES: Final = frozenset("–—―")
_STOPS: Final = frozenset(",;:()[]…?!|•/<>=@") | _QUOTES | _DASHES
_ABBREVIATED: Final = 5
_MARKS: Final = frozenset(("-", "'", "’", ".", "'s", "’s"))
_TIMING: Final = frozenset(("on", "in", "at", "last", "this"))
_LINKS: Final = frozenset(("by", "in", "at", "from", "with", "to", "for", "on", "of", "into"))
_RELATIVES: Final = frozenset(("who", "which", "that"))
_PERSONAL: Final = frozenset(("he", "she", "it", "they", "we", "i", "you"))
_DATING: Final = frozenset(("on", "last", "this", "next", "late", "early", "past"))
_VERBS: Final = frozenset("BHDM")
_VERBAL: Final = frozenset("BHDMX")
_FINITE: Final = frozenset("vzd")


class Subject:
    """Where a speaker is named.

    Attributes:
        first: First token of the noun phrase, its article included.
        last: Index past its last token.
        edge: First token of everything between the noun phrase and the clause before it
            (equals ``first`` unless a parenthesis or a relative pronoun lies between).
        citing: First token of a "citing …" parenthesis between speaker and verb; -1 if none.
        passive: Whether a form of "be" stands before the verb.
        negated: Whether "not" or "won't" does.
        relative: Whether the noun phrase was taken up by "who" or "which".
    """

    __slots__ = ("citing", "edge", "first", "last", "negated", "passive", "relative")

    def __init__(self, first: int, last: int) -> None:
        self.first = first
        self.last = last
        self.edge = first
        self.citing = -1
        self.passive = False
        self.negated = False
        self.relative = False


@cache
def _breaks() -> frozenset[str]:
    return words("clause")["break"]


@cache
def _asides() -> frozenset[str]:
    return words("clause")["aside"]


@cache
def _openers() -> frozenset[str]:
    return words("clause")["opener"]


@cache
def _pronouns() -> frozenset[str]:
    return words("clause")["pronoun"]


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
    subject.citing, subject.relative = citing, relative
    subject.passive, subject.negated = passive, negated
    return subject


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


def noun_phrase_before(sentence: Sentence, at: int, floor: int) -> Subject | None:
    """The noun phrase that ends with token ``at``."""
    if sentence.lower[at] in _pronouns():
        return Subject(at, at + 1)
    while at > floor and _is_participle(sentence, at):
        at -= 1
    first = _leftmost(sentence, at, floor)
    first = _trimmed(sentence, first, at, floor)
    if first > at:
        return None
    return Subject(first, at + 1)


def _is_participle(sentence: Sentence, at: int) -> bool:
    """Whether a phrase ends with a participle: "figures published (on Tuesday)"."""
    entry = lookup(sentence.lower[at])
    return (
        sentence.words[at][0].islower()
        and entry.usual in ("d", "e")
        and not entry.flags & (NOUN | ADJECTIVE)
    )


def _leftmost(sentence: Sentence, at: int, floor: int) -> int:
    """Walk left to where the noun phrase must begin."""
    lower, tokens, breaks = sentence.lower, sentence.words, _breaks()
    first, lowest, head = at + 1, max(floor, at - _LONGEST), at
    while at >= lowest:
        token, word = tokens[at], lower[at]
        if token in _STOPS or word in breaks or word in _RELATIVES:
            break
        if token == "." and (at == 0 or len(tokens[at - 1]) > _ABBREVIATED):
            break
        if token in "-'’" and not sentence.glued(at):
            break
        if word in ("and", "or", "&"):
            if not _joins(sentence, at, lowest):
                break
        elif (token[0].islower() and at < head and _is_verb(sentence, at)) or word in _PERSONAL:
            break
        first = at
        if word in _DETERMINERS and at > lowest and _is_noun_end(sentence, at - 1):
            # "an arrangement the union has criticised": a new noun phrase begins.
            break
        at -= 1
    return first


def _is_noun_end(sentence: Sentence, at: int) -> bool:
    """Whether a noun phrase ends with a lower-case noun right before another begins."""
    return sentence.words[at][0].islower() and lookup(sentence.lower[at]).usual in "nN"


def _is_verb(sentence: Sentence, at: int) -> bool:
    """Whether a lower-case token left of the head is a verb that ends the noun phrase."""
    lower = sentence.lower
    entry = lookup(lower[at])
    if entry.closed:
        return entry.usual in _VERBS
    if sentence.glued(at):
        return False
    if entry.usual not in _FINITE and entry.usual != "e":
        return False
    if at > 0 and lookup(lower[at - 1]).usual in "AKj" and lower[at - 1] not in ("that",):
        return False
    # "a poll conducted by", "officials based in": a participle that narrows the noun.
    if entry.flags & PARTICIPLE and at + 1 < len(lower) and lower[at + 1] in _LINKS:
        return False
    return not (entry.usual == "e" and entry.flags & ADJECTIVE)


def _joins(sentence: Sentence, at: int, lowest: int) -> bool:
    """Whether "and" joins two parts of one speaker ("police and rescuers")."""
    tokens = sentence.words
    if at - 1 < lowest or at + 1 >= len(tokens):
        return False
    if tokens[at - 1][0].isupper() and tokens[at + 1][0].isupper() and at - 1 > 0:
        return True
    if sentence.lower[at + 1] in _ARTICLES or tokens[at - 1] in _STOPS:
        return False
    left = at - 1
    while left >= lowest and at - left <= 4 and tokens[left] not in _STOPS:
        if _is_verb(sentence, left) or tokens[left][0].isdigit():
            return False
        left -= 1
    return at - left <= 4 or left < lowest


def _trimmed(sentence: Sentence, first: int, at: int, floor: int) -> int:
    """Drop adverbs and a leading prepositional phrase ("In May the ministry")."""
    lower, openers = sentence.lower, _openers()
    while first <= at:
        word = lower[first]
        inner = first < at
        if word in _MARKS or (inner and (word in openers or _is_adverb(sentence, first))):
            first += 1
        elif first < at and lookup(word).usual == "P" and word not in ("de", "al"):
            first = _past_preposition(sentence, first, at)
        else:
            break
    return first


def _is_adverb(sentence: Sentence, at: int) -> bool:
    """Whether a word is an adverb or conjunction and no part of a name ("South Korea")."""
    entry = lookup(sentence.lower[at])
    if entry.closed:
        return entry.usual in "RC"
    return entry.usual == "r" and (sentence.words[at][0].islower() or entry.flags == 256)


def _past_preposition(sentence: Sentence, first: int, at: int) -> int:
    """Where the speaker begins after "In May", "At a rally on Friday"."""
    for position in range(first + 2, at + 1):
        if lookup(sentence.lower[position]).usual in "AK":
            before = lookup(sentence.lower[position - 1])
            if before.usual != "P":
                return position
    after = first + 1
    if after <= at and lookup(sentence.lower[after]).usual in "AKQ":
        return after
    return min(after + 1, at) if after < at and sentence.words[at][0].isupper() else after


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
                entry.usual == "e" and entry.flags & PAST != 0 and lower[at + 1] not in _LINKS
            )
        if verb and lookup(lower[at - 1]).usual not in "AKj":
            subject = subject_before(sentence, at, floor)
            if subject is not None:
                return subject
    return None


def phrase_after(sentence: Sentence, first: int, limit: int) -> Subject | None:
    """The noun phrase that begins at ``first`` ("according to **the survey**", "said **Ann Lee**").

    Args:
        sentence: The sentence.
        first: Where it begins.
        limit: Index past the last token that may belong to it.
    """
    lower, tokens, breaks = sentence.lower, sentence.words, _breaks()
    limit = min(limit, first + _LONGEST)
    last = first
    while last < limit:
        token, word = tokens[last], lower[last]
        if token in _STOPS or word in breaks or word in _RELATIVES:
            break
        if token == "." and (last == first or len(tokens[last - 1]) > 4 or last + 1 == len(tokens)):
            break
        if token in "-'’" and not sentence.glued(last):
            break
        entry = lookup(word)
        if last > first and token[0].islower():
            if entry.closed and entry.usual in _VERBS:
                break
            if _is_verb(sentence, last) and not entry.flags & NOUN:
                break
        if last > first + 1 and word in _TIMING and _dated(sentence, last):
            break
        last += 1
    while last > first and lookup(lower[last - 1]).usual in "APCT":
        last -= 1
    return Subject(first, last) if last > first else None


def _dated(sentence: Sentence, at: int) -> bool:
    """Whether an adverb of time begins ("on Friday", "last week", "in an interview")."""
    if at + 1 >= len(sentence.lower):
        return True
    word = sentence.lower[at + 1]
    return (
        word in words("clause")["time"]
        or word in words("as_of")["unit"]
        or word in words("as_of")["month"]
        or word[0].isdigit()
        or (word in ("a", "an") and sentence.lower[at] == "in")
    )


def object_after(sentence: Sentence, first: int, stop: str) -> Subject | None:
    """The noun phrase from ``first`` up to the word ``stop`` ("quoted **a source** as")."""
    tokens = sentence.lower
    for last in range(first, min(len(tokens), first + _LONGEST)):
        if tokens[last] == stop:
            return Subject(first, last) if last > first else None
        if tokens[last] in _STOPS:
            return None
    return None


def source_text(sentence: Sentence, first: int, last: int) -> str:
    """The speaker as the text names him, without article and possessive mark."""
    lower = sentence.lower
    while first < last - 1 and lower[first] in _ARTICLES:
        first += 1
    while last > first + 1 and (lower[last - 1] in _POSSESSIVES or lower[last - 1] in ("'", "’")):
        last -= 1
    return " ".join(sentence.phrase(first, last).split())
