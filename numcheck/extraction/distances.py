"""Words that put a figure far from the truth: "nowhere near that", "far too high"."""

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
from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.judged import copula, past_article, subject_begin, subjects
from numcheck.extraction.lexicon import lookup
from numcheck.model import Remark, Sentence

__all__ = ["distances", "distant"]

_VAGUE: Final = frozenset(("it", "them", "that", "this", "those"))
_NEAR: Final = 5
_AFTER: Final = 7


@cache
def distances() -> dict[str, list[list[str]]]:
    """The phrases of distance by their first word, each as its other words."""
    found: dict[str, list[list[str]]] = {}
    for phrase in vocabulary.lines("voices/denial_distance"):
        first, *rest = phrase.split()
        found.setdefault(first, []).append(rest)
    return found


def distant(
    scope: Scope, position: int, at: int, phrases: list[list[str]]
) -> list[tuple[Draft, Remark]]:
    """Read "nowhere near that figure", "nothing like the 300 claimed"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    rest = next((rest for rest in phrases if lower[at + 1 : at + 1 + len(rest)] == rest), None)
    if rest is None:
        return []
    past = at + 1 + len(rest)
    if lower[at] == "too":
        return _misjudged(scope, position, at, past)
    first = at - 1 if at and lookup(lower[at - 1]).usual == "r" and lower[at - 1] != "only" else at
    source = scope.speaker(position, at)
    remark = scope.remark(position, first, past, source)
    while past < len(lower) and sentence.words[past] in "\"”’'":
        past += 1
    own = drafts_between(scope.own(position), past, past + _AFTER)
    if own and own[0].left - past <= 2:
        claimed = _is_claimed(sentence, own[0]) or (source and _of_number(sentence, first))
        return [(own[0], remark)] if claimed else []
    noun = _far_from(sentence, past, rest[-1] if rest else "")
    if not noun or (noun in _VAGUE and not source):
        return []
    if noun in _VAGUE and _of_number(sentence, first):
        # "Attendance was nowhere near that": only a number can be meant.
        return _other_number(scope, position, first, remark)
    return [(draft, remark) for draft in scope.before(position, first, noun, source)]


def _other_number(
    scope: Scope, position: int, first: int, remark: Remark
) -> list[tuple[Draft, Remark]]:
    """The number that somebody sets his own against, unless the two are of different times."""
    chosen = scope.before(position, first, "number", remark.source)
    now, other = words("stance")["time"], scope.speech.sentences[position].lower
    return [
        (draft, remark)
        for draft in chosen
        if now.isdisjoint(other) and now.isdisjoint(draft.sentence.lower)
    ]


def _misjudged(scope: Scope, position: int, at: int, past: int) -> list[tuple[Draft, Remark]]:
    """Read "the estimate of 900 potholes was far too high"."""
    sentence = scope.speech.sentences[position]
    verb = copula(sentence, at)
    if verb <= 0 or negated(sentence, at):
        return []
    guesses, begin = words("stance")["guess"], subject_begin(sentence, verb)
    noun, _ = anaphor_at(sentence, begin)
    if noun not in guesses:
        noun, _ = anaphor_at(sentence, clause_begin(sentence, verb))
    if noun not in guesses:
        return []
    source = scope.speaker(position, at)
    remark = scope.remark(position, past_article(sentence, verb), past, source)
    return [(draft, remark) for draft in subjects(scope, position, verb, source)]


def _far_from(sentence: Sentence, past: int, end: str) -> str:
    """What "nowhere near" takes up, empty if it is something else than a claim."""
    lower = sentence.lower
    noun, last = anaphor_at(sentence, past)
    if noun:
        return "" if lower[last : last + 1] and lower[last] in ("of", "that") else noun
    if end in ("mark", "off", "close"):
        return "figure"
    return (
        "figure" if any(word in words("stance")["truth"] for word in lower[past : past + 2]) else ""
    )


def _is_claimed(sentence: Sentence, draft: Draft) -> bool:
    """Whether the text says of the figure that somebody claimed it ("the 300 claimed by")."""
    claimed, lower = words("stance")["claimed"], sentence.lower
    if any(word in claimed for word in lower[max(0, draft.left - 3) : draft.left]):
        return True
    for at in range(draft.last, min(len(lower), draft.last + _AFTER)):
        if lower[at] in claimed:
            return True
        if sentence.words[at] in ",;.":
            break
    return False


def _of_number(sentence: Sentence, at: int) -> bool:
    """Whether the subject is a number: "the toll was nowhere near 300"."""
    numbers = words("stance")["number"]
    return any(word in numbers for word in sentence.lower[max(0, at - _NEAR) : at])
