"""Words by which a text calls a figure false or far off, and the figures that they mean."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.antecedents import (
    Scope,
    anaphor_at,
    drafts_between,
    negated,
)
from numcheck.extraction.cues import words
from numcheck.extraction.denials import (
    denied,
    denied_by_idiom,
    disbelieved,
    idioms,
    object_in_front,
    source_by,
    verbs_of,
)
from numcheck.extraction.distances import distances, distant
from numcheck.extraction.draft import Draft
from numcheck.extraction.judged import copula, past_article, subject_begin, subjects
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.subjects import subject_before, subject_of
from numcheck.model import Remark, Sentence

__all__ = ["denial_at", "denial_words"]

_NEAR: Final = 5
_AFTER: Final = 7


def denial_words() -> dict[str, str]:
    """Every word that may deny a figure, with the way to read it."""
    lists = words("stance")
    ways: dict[str, str] = dict.fromkeys(sorted(distances()), "distance")
    ways |= dict.fromkeys(sorted(lists["true"]), "true")
    ways |= dict.fromkeys(sorted(verbs_of("believe")), "believe")
    ways |= dict.fromkeys(sorted(lists["false"]), "false")
    ways |= dict.fromkeys(sorted(verbs_of("brand")), "brand")
    ways |= dict.fromkeys(sorted(verbs_of("deny") | verbs_of("deny_away")), "deny")
    ways |= dict.fromkeys(sorted(idioms()), "idiom")
    return ways


def denial_at(scope: Scope, position: int, at: int, way: str) -> list[tuple[Draft, Remark]]:
    """The figures that the words at a token deny, in their sentence or before it.

    Args:
        scope: The figures of the field.
        position: The sentence.
        at: The token.
        way: How to read it, from :func:`denial_words`.
    """
    if way == "deny":
        return denied(scope, position, at)
    if way == "idiom":
        return denied_by_idiom(scope, position, at)
    if way == "brand":
        return _branded(scope, position, at)
    if way == "false":
        return _false(scope, position, at)
    if way == "believe":
        return disbelieved(scope, position, at)
    if way == "true":
        return _untrue(scope, position, at)
    word = scope.speech.sentences[position].lower[at]
    return distant(scope, position, at, distances()[word])


def _branded(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "called the number a fiction", "described it as wildly exaggerated"."""
    sentence = scope.speech.sentences[position]
    if negated(sentence, at) or at + 1 >= len(sentence.lower):
        return []
    if lookup(sentence.lower[at - 1]).usual == "B" and at:
        return _branded_passively(scope, position, at)
    noun, past = anaphor_at(sentence, at + 1)
    own = drafts_between(scope.own(position), at + 1, at + _AFTER)
    in_front = not noun and not own
    if in_front:
        noun, past = object_in_front(sentence, at), at + 1
        if not noun:
            return []
    last = _false_between(sentence, max(past, at + 1), at + _AFTER + 4)
    if last < 0:
        return []
    subject = subject_before(sentence, at, 0) or subject_of(sentence, at, 0)
    source = scope.speech.name_of(sentence, subject, position) if subject is not None else ""
    inside = [draft for draft in own if draft.last <= last]
    chosen = inside[:1] or scope.before(position, at, noun, "" if in_front else source)
    remark = scope.remark(position, at, last + 1, source)
    return [(draft, remark) for draft in chosen]


def _branded_passively(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "rumours of 25 deaths were described as a fabrication by the hospital"."""
    sentence = scope.speech.sentences[position]
    last = _false_between(sentence, at + 1, at + _AFTER)
    if last < 0:
        return []
    source = source_by(sentence, last + 1) or scope.speaker(position, at)
    remark = scope.remark(position, at, last + 1, source)
    return [(draft, remark) for draft in subjects(scope, position, at - 1, source)]


def _false_between(sentence: Sentence, first: int, last: int) -> int:
    """The token that calls something false, before a comma; -1 if there is none."""
    false = words("stance")["false"]
    for at in range(first, min(len(sentence.lower), last)):
        if sentence.lower[at] in false:
            return at
        if sentence.words[at] in ",;":
            break
    return -1


def _false(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "the figure was wildly exaggerated", "that is untrue", "found the claim to be false"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    verb = copula(sentence, at)
    if verb <= 0 or negated(sentence, at):
        return []
    source = scope.speaker(position, at)
    remark = scope.remark(position, min(past_article(sentence, verb), at), at + 1, source)
    if lower[at + 1 : at + 2] == ["that"] and lower[verb - 1] == "it":
        stated = drafts_between(scope.own(position), at + 2, len(lower))
        return [(draft, remark) for draft in stated]
    chosen = subjects(scope, position, verb, source)
    return [(draft, remark) for draft in chosen]


def _untrue(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "the figure is not accurate", "that number came out of thin air"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    airy = lower[at] == "thin"
    if airy and lower[at + 1 : at + 2] != ["air"]:
        return []
    verb = at - 1
    while verb > 0 and at - verb < _NEAR and lookup(lower[verb]).usual not in "B":
        verb -= 1
    if lookup(lower[verb]).usual != "B" or not (airy or negated(sentence, at)):
        return []
    noun, past = anaphor_at(sentence, subject_begin(sentence, verb))
    if not noun or past < verb - 1:
        return []
    source = scope.speaker(position, at)
    remark = scope.remark(position, verb + airy, at + 1 + airy, source)
    return [(draft, remark) for draft in scope.before(position, verb, noun, source)]
