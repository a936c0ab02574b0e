"""Words by which a text leaves a figure unconfirmed, and the figures that it leaves so."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.antecedents import Scope, anaphor_at, clause_begin, drafts_between
from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.subjects import subject_before
from numcheck.model import Remark, Sentence

__all__ = ["doubt_at", "doubt_words"]

_REACH: Final = 7
_BREAKS: Final = frozenset((",", ";", ":", ".", "but", "while", "and"))


def doubt_words() -> dict[str, str]:
    """Every word that may leave a figure unconfirmed, with the way to read it."""
    lists = words("stance")
    ways: dict[str, str] = {}
    for way in ("settle", "support", "unsettled", "whether"):
        ways |= dict.fromkeys(sorted(lists[way]), way)
    return ways


def doubt_at(scope: Scope, position: int, at: int, way: str) -> list[tuple[Draft, Remark]]:
    """The figures that the words at a token leave unconfirmed, in their sentence or before it.

    Args:
        scope: The figures of the field.
        position: The sentence.
        at: The token.
        way: How to read it, from :func:`doubt_words`.
    """
    if way == "settle":
        return _unsettled_verb(scope, position, at)
    if way == "support":
        return _unsupported(scope, position, at)
    if way == "whether":
        return _unknown(scope, position, at)
    return _unsettled_adjective(scope, position, at)


def _with_remark(
    scope: Scope, position: int, first: int, last: int, drafts: list[Draft]
) -> list[tuple[Draft, Remark]]:
    remark = scope.remark(position, first, last)
    return [(draft, remark) for draft in drafts]


def _negation(sentence: Sentence, at: int) -> int:
    """The token that negates what stands at ``at``; -1 if none does."""
    negations = words("stance")["negation"]
    for back in range(at - 1, max(-1, at - _REACH), -1):
        word = sentence.lower[back]
        if word in negations:
            if word == "yet" and sentence.lower[back + 1] != "to":
                continue
            return back
        if word in _BREAKS:
            return -1
    return -1


def _group_begin(sentence: Sentence, at: int) -> int:
    """Where the verb group that holds a negation begins: "**could** not be verified"."""
    first = at
    while first > 0:
        entry = lookup(sentence.lower[first - 1])
        if not (entry.closed and entry.usual in "BHDM"):
            break
        first -= 1
    return first


def _unsettled_verb(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "have not been confirmed", "could not verify the claim", "yet to be confirmed"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    negation = _negation(sentence, at)
    if negation < 0 or any(lower[back] in ("if", "whether") for back in range(negation, at)):
        return []
    first = _group_begin(sentence, negation)
    passive = any(lookup(lower[back]).usual == "B" for back in range(first, at))
    if passive and lower[at].endswith(("ed", "proven")):
        return _subject_unsettled(scope, position, first, at)
    return _object_unsettled(scope, position, first, at)


def _unknown(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "it was not clear whether 18 had died", "nobody could say whether …"."""
    sentence, known = scope.speech.sentences[position], words("stance")["known"]
    lower = sentence.lower
    first = next((back for back in range(at - 1, max(-1, at - 3), -1) if lower[back] in known), -1)
    if first < 0:
        return []
    if not lower[first].startswith("un"):
        first = _negation(sentence, first)
    if first < 0:
        return []
    end = at + 1
    while end < len(lower) and lower[end] not in _BREAKS:
        end += 1
    remark = scope.remark(position, first, at)
    return [(draft, remark) for draft in drafts_between(scope.own(position), at + 1, end)]


def _subject_unsettled(
    scope: Scope, position: int, first: int, at: int
) -> list[tuple[Draft, Remark]]:
    """The passive: what stands before the verb group is in doubt."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    own = scope.own(position)
    begin = clause_begin(sentence, first)
    if begin == first and first and sentence.words[first - 1] == ",":
        # "The toll, put at 48 by officials, could not be confirmed".
        opening = clause_begin(sentence, first - 1)
        begin = clause_begin(sentence, opening - 1) if opening else 0
    elif begin == first and first and lower[first - 1] in ("but", "and"):
        begin = clause_begin(sentence, first - 1)
    # "could not be confirmed that 40 had died": the clause follows.
    if at + 1 < len(lower) and lower[at + 1] == "that" and lower[begin] == "it":
        return _with_remark(scope, position, first, at + 1, drafts_between(own, at + 2, len(lower)))
    inside = drafts_between(own, begin, first)
    if inside:
        return _with_remark(scope, position, first, at + 1, inside)
    if lower[begin] == "which" or (first and lower[first - 1] in ("that", "which")):
        earlier = [draft for draft in own if draft.last <= begin]
        noun, _ = anaphor_at(sentence, begin)
        if lower[begin] == "which" or noun:
            return _with_remark(scope, position, first, at + 1, _quantities(earlier))
        return []
    noun, past = anaphor_at(sentence, begin)
    if not noun or (past < first and lower[past] in ("that", "of", "about")):
        return []
    return _with_remark(scope, position, first, at + 1, scope.before(position, begin, noun, ""))


def _quantities(drafts: list[Draft]) -> list[Draft]:
    return drafts_between(drafts, 0, 1 << 30)


def _object_unsettled(
    scope: Scope, position: int, first: int, at: int
) -> list[tuple[Draft, Remark]]:
    """The active: what stands after the verb is in doubt."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    own = scope.own(position)
    start = at + 1
    if lower[start : start + 2] in (["or", "deny"], ["or", "reject"]):
        start += 2
    if start >= len(lower):
        return []
    end = start
    while end < len(lower) and lower[end] not in (",", ";", "."):
        end += 1
    noun, past = anaphor_at(sentence, start)
    inside = drafts_between(own, start, end)
    if inside:
        return _with_remark(scope, position, first, at + 1, inside)
    if not noun and end == start and (lower[at - 1] == "to" or lower[at].endswith("ed")):
        # "the claim was impossible to verify", "has been suggested but not confirmed"
        return _subject_unsettled(scope, position, first, at)
    if not noun or (past < len(lower) and lower[past] in ("that", "of", "about", "how", "whether")):
        return []
    subject = subject_before(sentence, first, 0)
    source = scope.speech.name_of(sentence, subject, position) if subject is not None else ""
    return _with_remark(scope, position, first, at + 1, scope.before(position, first, noun, source))


def _unsupported(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "without providing any details", "offered no evidence", "no confirmation of"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    negation = _negation(sentence, at)
    if negation < 0:
        return []
    supply = words("stance")["supply"]
    supplied = any(lower[back] in supply for back in range(max(0, negation - 2), at))
    own = scope.own(position)
    if (
        not supplied
        and lower[at] not in ("confirmation", "verification", "corroboration")
        and (lower[negation] != "without")
    ):
        return []
    first = negation
    if lower[negation] == "no":
        while first > 0 and (lower[first - 1] in supply or lower[first - 1] in ("been", "was")):
            first -= 1
    else:
        first = _group_begin(sentence, negation)
    if at + 1 < len(lower) and lower[at + 1] in ("of", "for", "that"):
        noun, _ = anaphor_at(sentence, at + 2)
        stated = drafts_between(own, at + 2, len(lower))
        if stated:
            return _with_remark(scope, position, first, at + 1, stated)
        if not noun:
            return []
        return _with_remark(scope, position, first, at + 1, scope.before(position, first, noun, ""))
    spoken = [draft for draft in _quantities(own) if draft.attribution is not None]
    if spoken:
        return _with_remark(scope, position, first, at + 1, spoken)
    if own:
        return []
    return _with_remark(scope, position, first, at + 1, _of_claim(scope, position))


def _of_claim(scope: Scope, position: int) -> list[Draft]:
    """The figures that the sentence before hands to a speaker."""
    return [
        draft
        for draft in scope.before(position, 0, "claims", "")
        if draft.attribution is not None and draft.sentence.index >= position - 1
    ]


def _of_source(scope: Scope, position: int, at: int) -> list[Draft]:
    """The figures that somebody says whose name holds a token ("an unverified **video** shows")."""
    found: list[Draft] = []
    for voice in scope.speech.voices_of(position):
        source = voice.source
        if source is not None and source.first <= at < source.last:
            found += [draft for draft in scope.own(position) if voice.covers(draft.first)]
    return _quantities(found)


def _unsettled_adjective(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "unconfirmed reports of 40 dead", "the figures remain unverified"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    own = scope.own(position)
    if lower[at + 1 : at + 2] == ["that"]:
        return _with_remark(scope, position, at, at + 1, drafts_between(own, at + 2, len(lower)))
    noun, past = anaphor_at(sentence, at + 1)
    if noun:
        stated = drafts_between(own, past, len(lower))
        if not stated:
            stated = [draft for draft in own if draft.attribution is not None and draft.last <= at]
        stated = stated or _of_source(scope, position, at)
        return _with_remark(scope, position, at, past, stated)
    near = drafts_between(own, at + 1, at + 4) or _of_source(scope, position, at)
    if near:
        return _with_remark(scope, position, at, at + 1, near)
    verb = at - 1
    while verb > 0 and lookup(lower[verb]).usual in "rR":
        verb -= 1
    entry = lookup(lower[verb])
    if entry.usual != "B" and not lower[verb].startswith(("remain", "stay", "went", "go")):
        return []
    first = verb
    begin = clause_begin(sentence, verb)
    inside = drafts_between(own, begin, verb)
    if inside:
        return _with_remark(scope, position, first, at + 1, inside)
    noun, _ = anaphor_at(sentence, begin)
    if not noun:
        return []
    return _with_remark(scope, position, first, at + 1, scope.before(position, begin, noun, ""))
