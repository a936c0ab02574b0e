"""The words that say what a figure measures."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.clauses import finite_before, subject_of, subject_start
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.nouns import word_class
from numcheck.extraction.tagging import periods
from numcheck.extraction.phrases import NONE, Phrases

__all__ = ["concept_of"]

_CONTENT: Final = frozenset("nNpjteg")
_COMPLEMENTS: Final = frozenset(("of", "for", "in", "on"))

HL=("between","at","below","above","under","over")
HK=("money","percent")
FORK=("money","measure")
Span = tuple[int, int]


def concept_of(phrases: Phrases, draft: Draft, before: Draft | None) -> tuple[tuple[str, ...], int, int]:
    modified = _modified(phrases, draft)
    start = draft.left
    number = phrases.owner[draft.first]
    if number != NONE and phrases.begins[number] < start:
        start = phrases.begins[number]
    held, subject, inherits = _left(phrases, draft, start, before)
    if inherits and before is not None:
        if not modified:
            return before.concept, NONE, NONE
        subject = _main_subject(phrases, start)
        return _words(phrases, [modified, subject]), subject[0], subject[1]
    parts: list[Span] = []
    if modified:
        if number != NONE and draft.kind != "count" and phrases.begins[number] < draft.left:
            parts.append((phrases.begins[number], draft.left))
        parts.append(modified)
    if held[0] >= 0:
        parts.append(held)
    if subject[0] >= 0:
        parts.append(subject)
    return _words(phrases, parts), subject[0], subject[1]


def _modified(phrases: Phrases, draft: Draft) -> Span | None:
    """The noun phrase that the figure stands in front of, or of which it is a part."""
    tags, owner, ends = phrases.tags, phrases.owner, phrases.ends
    last = draft.last
    count = len(tags)
    if draft.kind == "count":
        if last < count and draft.after > last and phrases.sentence.lower[draft.after:draft.after+1]==["of"]:
            k = draft.after + 1
            if k < count and owner[k] != NONE:
                return k, _extended(phrases, ends[owner[k]])
        return None
    if last < count and phrases.sentence.lower[last] in periods()[1]:
        return None
    if last < count and owner[last] != NONE and owner[last] == owner[draft.first]:
        return last, _extended(phrases, ends[owner[last]])
    lower = phrases.sentence.lower
    if last < count and tags[last] == "(":
        closing = tags.find(")", last, last + 12)
        if closing > 0 and "#" in tags[last:closing]:
            last = closing + 1
    if last < count and lower[last] in (("of", "in", "for") if draft.kind in FORK else ("of", "in")):
        k = last + 1
        if k < count and owner[k] != NONE and (lower[last] in ("of","for") or tags[k] in "nN"):
            return k, _extended(phrases, ends[owner[k]])
    return None


def _extended(phrases: Phrases, end: int) -> int:
    """Past the prepositional phrase that follows a noun phrase."""
    lower, owner = phrases.sentence.lower, phrases.owner
    count = len(lower)
    if end + 1 < count and lower[end] in _COMPLEMENTS and phrases.tags[end] in "PT":
        number = owner[end + 1]
        if number != NONE and "#" not in phrases.tags[phrases.begins[number]:phrases.ends[number]]:
            return phrases.ends[number]
    return end


_NOTHING: Final = (NONE, NONE)


def _left(phrases: Phrases, draft: Draft, start: int, before: Draft | None) -> tuple[Span, Span, bool]:
    tags, owner = phrases.tags, phrases.owner
    lower = phrases.sentence.lower
    for _ in range(12):
        j = phrases.back(start)
        if j < 0:
            return _NOTHING, _NOTHING, False
        mark = tags[j]
        if mark in "PT":
            k = phrases.back(j)
            if k < 0:
                return _NOTHING, _NOTHING, False
            if tags[k] in "PT":
                start = j
                continue
            if owner[k] != NONE:
                number = owner[k]
                if _is_gapped(phrases, number, before):
                    return _NOTHING, (subject_start(phrases, number), phrases.ends[number]), False
                held = (phrases.begins[number], phrases.ends[number])
                if lower[j] == "of":
                    if lower[held[1]-1] in word_class("light"): held=_NOTHING
                    if draft.kind=="count": return held, _NOTHING, False
                    return held, _main_subject(phrases, phrases.begins[number]), False
                verb = finite_before(phrases, k)
                if verb != NONE:
                    subject = subject_of(phrases, verb)
                    if subject[0] < 0:
                        held = (subject_start(phrases, number), phrases.ends[number])
                    if lower[j] in ("to", "by", "from") or mark == "T" or lower[j] in HL:
                        first = subject_start(phrases, number)
                        direct = first - 1 == verb and tags[verb] in "vzd" and draft.kind not in ("count", "duration")
                        if direct: held = (first, phrases.ends[number])
                        return held if subject[0] < 0 or direct else _NOTHING, subject, False
                    if draft.kind=="count" or draft.kind=="duration":
                        return held if subject[0] < 0 else _NOTHING, subject, False
                    return held, subject if draft.kind in HK else _NOTHING, False
                return _NOTHING, (subject_start(phrases, number), phrases.ends[number]), False
            if tags[k] == "#":
                return _NOTHING, _NOTHING, True
            if tags[k] in "vzdegBHDM":
                return _NOTHING, subject_of(phrases, k + 1), False
            start = j
            continue
        if mark in "vzdegBHDM":
            if mark in "vzd" and lookup(lower[j]).verb in word_class("reporting") and draft.kind in("count","percent"):
                return _NOTHING, _NOTHING, False
            return _NOTHING, subject_of(phrases, j + 1), False
        if mark == "(":
            if j > 0 and tags[j - 1] == "#" or before is not None and before.after == j:
                return _NOTHING, _NOTHING, True
            k = phrases.back(j)
            if k >= 0 and owner[k] != NONE:
                number = owner[k]
                return _NOTHING, (subject_start(phrases, number), phrases.ends[number]), False
            return _NOTHING, _NOTHING, False
        if mark == "C":
            if before is not None and _no_verb(phrases, before.last, j):
                return _NOTHING, _NOTHING, True
            return _NOTHING, _main_subject(phrases, j), False
        if mark == ",":
            if before is not None and _no_verb(phrases, before.last, j) and draft.kind != "age":
                return _NOTHING, _NOTHING, True
            k = phrases.back(j)
            if k >= 0 and owner[k] != NONE:
                number = owner[k]
                verb = finite_before(phrases, k) if draft.kind != "age" else NONE
                if verb != NONE:
                    return _NOTHING, subject_of(phrases, verb), False
                begin = phrases.begins[number] if draft.kind == "age" else subject_start(phrases, number)
                return _NOTHING, (begin, phrases.ends[number]), False
            return _NOTHING, _NOTHING, False
        if owner[j] != NONE:
            number = owner[j]
            return _NOTHING, (subject_start(phrases, number), phrases.ends[number]), False
        if mark == "#":
            return _NOTHING, _NOTHING, True
        if mark in "SQAj":
            start = j
            continue
        return _NOTHING, _NOTHING, False
    return _NOTHING, _NOTHING, False


def _is_gapped(phrases: Phrases, number: int, before: Draft | None) -> bool:
    """Whether a verb is left out here: ``rose 5%, Burlow by 2%``."""
    j = phrases.begins[number] - 1
    if before is None or j < 1:
        return False
    while j > before.last and phrases.tags[j] in "C,":
        j -= 1
    return j < phrases.begins[number] - 1 and j + 1 == before.last

def _main_subject(phrases: Phrases, position: int) -> Span:
    verb = finite_before(phrases, position)
    return subject_of(phrases, verb) if verb != NONE else _NOTHING


def _no_verb(phrases: Phrases, begin: int, end: int) -> bool:
    tags = phrases.tags
    return not any(tags[i] in "vzdBHDM;" for i in range(begin, end))


def _words(phrases: Phrases, spans: list[Span]) -> tuple[str, ...]:
    words = phrases.sentence.words
    tags = phrases.tags
    found: dict[str, None] = {}
    for begin, end in spans:
        joined = ""
        for i in range(max(begin,0), end):
            if phrases.sentence.lower[i] in periods()[1] and tags[i] in "nN" and phrases.owner[i+1:i+2] != phrases.owner[i:i+1]:
                continue
            if tags[i] in _CONTENT or (joined and tags[i] != "'"):
                joined += words[i]
            if i + 1 < end and (tags[i] == "-" or tags[i + 1] == "-") and phrases.sentence.glued(i + 1):
                continue
            if joined:
                found[joined] = None
                joined = ""
    return tuple(found)
