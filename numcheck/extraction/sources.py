"""The noun phrase that names a speaker, walked to its end from where it is met.

There is no parser: a lexicon of parts of speech tells where a noun phrase must begin or end.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck.extraction.cues import cues, words
from numcheck.extraction.lexicon import ADJECTIVE, NOUN, PARTICIPLE, lookup
from numcheck.model import Sentence

__all__ = ["Subject", "noun_phrase_before", "object_after", "phrase_after", "source_text"]

_LONGEST: Final = 16
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
_VERBS: Final = frozenset("BHDM")
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
def _openers() -> frozenset[str]:
    return words("clause")["opener"]


@cache
def _pronouns() -> frozenset[str]:
    return words("clause")["pronoun"]


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
        elif word in _PERSONAL or (token[0].islower() and at < head and _ends(sentence, at)):
            break
        first = at
        if word in _DETERMINERS and at > lowest and _is_noun_end(sentence, at - 1):
            # "an arrangement the union has criticised": a new noun phrase begins.
            break
        at -= 1
    return first


def _ends(sentence: Sentence, at: int) -> bool:
    """Whether a lower-case token left of the head belongs to an earlier clause."""
    return _is_verb(sentence, at) or _hands_over(sentence.lower[at])


def _hands_over(word: str) -> bool:
    """Whether an "-ing" form begins somebody's words ("adding", "saying")."""
    cue = cues().get(word) if word.endswith("ing") else None
    return cue is not None and cue.kind in ("say", "show")


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
    linked = at + 1 < len(lower) and lower[at + 1] in _LINKS
    if linked and entry.flags & (PARTICIPLE | ADJECTIVE):
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
        if last > first and word in _PERSONAL:
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
        if last > first + 1 and (
            (word in _TIMING and _dated(sentence, last)) or _is_count(sentence, last, limit)
        ):
            break
        last += 1
    while last > first and lookup(lower[last - 1]).usual in "APCT":
        last -= 1
    return Subject(first, last) if last > first else None


def _is_count(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a number counts what follows ("the ministry 40 men") rather than ends a name."""
    if not sentence.words[at][0].isdigit() or at + 1 >= limit:
        return False
    return sentence.words[at + 1][0].islower() and lookup(sentence.lower[at - 1]).usual not in "AK"


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
