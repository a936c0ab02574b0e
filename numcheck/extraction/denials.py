"""Verbs by which somebody rejects a figure, and the figures that they reject."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.antecedents import (
    Scope,
    anaphor_at,
    clause_begin,
    drafts_between,
    negated,
)
from numcheck.extraction.cues import forms_of, words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import GERUND, lookup
from numcheck.extraction.sources import phrase_after, source_text
from numcheck.extraction.subjects import subject_before, subject_of
from numcheck.model import Remark, Sentence

__all__ = [
    "denied",
    "denied_by_idiom",
    "disbelieved",
    "idioms",
    "object_in_front",
    "source_by",
    "verbs_of",
]

_CLAUSE_ENDS: Final = frozenset((",", ";", ":", ".", "but", "while", "although", "though"))
_LINKS: Final = frozenset(("that", "of", "by", "from", "about"))
_VAGUE: Final = frozenset(("it", "this", "that", "them", "they"))
_AFTER: Final = 9


@cache
def verbs_of(kind: str) -> frozenset[str]:
    """Every form of the verbs of a class of ``vocabulary/voices/stance.tsv``."""
    return frozenset(form for verb in words("stance")[kind] for form in forms_of(verb))


def denied(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """The figures that the verb of denial at a token rejects: "denied", "was dismissed by"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    following = lower[at + 1] if at + 1 < len(lower) else ""
    if lower[at] in verbs_of("deny_away") and following not in words("stance")["away"]:
        return []
    before = lookup(lower[at - 1]) if at else None
    if (before is not None and before.closed and before.usual in "AKP") or negated(sentence, at):
        return []
    subject = subject_before(sentence, at, 0)
    if subject is not None and subject.passive:
        return _denied_passively(scope, position, at, subject.first)
    subject = subject or subject_of(sentence, at, 0)
    if subject is not None:
        source = scope.speech.name_of(sentence, subject, position)
    else:
        source = scope.speaker(position, at)
    passed = following in words("stance")["away"] or following in words("stance")["skip"]
    start = at + 2 if passed else at + 1
    remark = scope.remark(position, at, start, source)
    return [(draft, remark) for draft in _objects(scope, position, start, source)]


@cache
def idioms() -> dict[str, list[list[str]]]:
    """The idioms of denial by their first word, each as its other words."""
    found: dict[str, list[list[str]]] = {}
    for phrase in vocabulary.lines("voices/denial_idioms"):
        first, *rest = phrase.split()
        found.setdefault(first, []).append(rest)
    return found


def denied_by_idiom(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """The figures that an idiom at a token rejects: "poured cold water on"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    for rest in idioms()[lower[at]]:
        past = at + 1 + len(rest)
        if lower[at + 1 : past] == rest and not negated(sentence, at):
            subject = subject_before(sentence, at, 0) or subject_of(sentence, at, 0)
            source = scope.speech.name_of(sentence, subject, position) if subject else ""
            remark = scope.remark(position, at, past, source)
            return [(draft, remark) for draft in _objects(scope, position, past, source)]
    return []


def _objects(scope: Scope, position: int, start: int, source: str) -> list[Draft]:
    """The figures that the object of a denial states or takes up."""
    sentence, own = scope.speech.sentences[position], scope.own(position)
    lower = sentence.lower
    if start >= len(lower) or sentence.words[start] in ".,;":
        noun = object_in_front(sentence, start - 1)
        return scope.before(position, start - 1, noun, source) if noun else []
    end = _clause_end(sentence, start)
    if lower[start] == "that" and _is_clause(sentence, start + 1, end):
        return drafts_between(own, start + 1, end)
    if _is_gerund(lower[start]):
        return drafts_between(own, start + 1, end)
    noun, past = anaphor_at(sentence, start)
    inside = drafts_between(own, start, min(end, start + _AFTER))
    if not noun:
        # "rejected the 40% estimate", "disputed the government's 3,000 figure".
        for draft in inside:
            noun, past = anaphor_at(sentence, draft.last)
            if noun and past <= draft.after + 2 and not _counts_claims(sentence, draft):
                return [draft]
        return []
    if past < len(lower) and lower[past] in _LINKS:
        stated = drafts_between(own, past, end)
        if stated or lower[past] in ("that", "of"):
            return stated
    if inside and inside[0].first < past:
        return inside[:1]
    return scope.before(position, start, noun, source)


def _counts_claims(sentence: Sentence, draft: Draft) -> bool:
    """Whether a figure says how many claims there are: "dismissed 22 claims against the bank"."""
    lower = sentence.lower
    following = lower[draft.last] if draft.last < len(lower) else ""
    return draft.kind == "count" and following.endswith("s")


def _is_gerund(word: str) -> bool:
    """Whether a denial goes on with a deed: "denied having felled 45 oaks"."""
    return word.endswith("ing") and (lookup(word).usual == "H" or lookup(word).flags & GERUND != 0)


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "that" begins a clause rather than points at a noun ("rejected that figure")."""
    return sentence.lower[start] not in words("stance")["anaphor"] and any(
        lookup(sentence.lower[at]).usual in "BHDMvzde" for at in range(start, end)
    )


def _clause_end(sentence: Sentence, start: int) -> int:
    lower = sentence.lower
    for at in range(start + 1, len(lower)):
        if lower[at] in _CLAUSE_ENDS:
            return at
    return len(lower)


def _denied_passively(
    scope: Scope, position: int, at: int, first: int
) -> list[tuple[Draft, Remark]]:
    """Read "the claim was rejected by …", "reports that 40 died were denied"."""
    sentence = scope.speech.sentences[position]
    source = source_by(sentence, at + 1)
    begin = clause_begin(sentence, at)
    noun, _ = anaphor_at(sentence, begin)
    if not noun:
        noun, _ = anaphor_at(sentence, first)
    if not noun:
        return []
    chosen = drafts_between(scope.own(position), begin, at)
    chosen = chosen or scope.before(position, begin, noun, source)
    remark = scope.remark(position, at, at + 1, source)
    return [(draft, remark) for draft in chosen]


def source_by(sentence: Sentence, start: int) -> str:
    """Whom "by" names behind a passive verb; empty if nobody."""
    lower, source = sentence.lower, ""
    for by in range(start, min(len(lower), start + 3)):
        if lower[by] == "by":
            speaker = phrase_after(sentence, by + 1, len(lower))
            if speaker is not None:
                source = source_text(sentence, speaker.first, speaker.last)
    return source


def object_in_front(sentence: Sentence, at: int) -> str:
    """The noun that a relative clause with its verb at a token judges; empty if there is none.

    "a figure the minister **called** absurd", "a number that residents **dispute**",
    "…, which the party **disputes**".
    """
    subject = subject_before(sentence, at, 0)
    if subject is None or subject.first == 0:
        return ""
    anaphors, lower = words("stance")["anaphor"], sentence.lower
    if lower[subject.first - 1] == "which":
        return "which"
    for back in range(subject.last - 1, max(-1, subject.first - 4), -1):
        if lower[back] in anaphors:
            return lower[back]
    return ""


def disbelieved(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """The figures that nobody believes: "does not recognise the figure"."""
    sentence = scope.speech.sentences[position]
    if at + 1 >= len(sentence.lower) or not negated(sentence, at):
        return []
    noun, past = anaphor_at(sentence, at + 1)
    if not noun or noun in _VAGUE:
        return []
    first = at - 1
    while first > 0 and lookup(sentence.lower[first - 1]).usual in "BHDMX":
        first -= 1
    subject = subject_before(sentence, at, 0)
    source = scope.speech.name_of(sentence, subject, position) if subject is not None else ""
    remark = scope.remark(position, first, at + 1, source)
    chosen = drafts_between(scope.own(position), at + 1, past + 3)
    chosen = chosen or scope.before(position, first, noun, source)
    return [(draft, remark) for draft in chosen]
