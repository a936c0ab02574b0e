"""What a judgement is passed on: the subject of "was wildly exaggerated", "is nonsense"."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.antecedents import Scope, anaphor_at, clause_begin, drafts_between
from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.model import Sentence

__all__ = ["copula", "past_article", "subject_begin", "subjects"]

_ENDS: Final = frozenset(
    (",", ";", ":", ".", "but", "while", "although", "though", "“", '"', "and")
)
_LINKS: Final = frozenset(("that", "of", "by", "from", "about"))
_INSIDE: Final = frozenset(("“", '"', "'", "‘", "a", "an", "to", "be", "much", "way"))
_STATING: Final = frozenset(("that", "of", "to"))
_NEAR: Final = 5


def copula(sentence: Sentence, at: int) -> int:
    """The "was", "proved" or "turned out to be" in front of an adjective; -1 if none."""
    seeming, lower = words("stance")["seem"], sentence.lower
    for verb in range(at - 1, max(-1, at - _NEAR - 2), -1):
        entry = lookup(lower[verb])
        if lower[verb] in seeming or (entry.usual == "B" and lower[verb] != "be"):
            return verb
        known = entry.usual in "rRjAI" or lower[verb] in _INSIDE
        if not known:
            return verb + 1 if lower[verb + 1] == "to" else -1
    return -1


def past_article(sentence: Sentence, verb: int) -> int:
    """Where the judgement begins after a copula: past "to be" and an article."""
    first = verb + 1
    while sentence.lower[first : first + 1] and sentence.lower[first] in (
        "a",
        "an",
        "to",
        "be",
        "out",
    ):
        first += 1
    return first


def subjects(scope: Scope, position: int, verb: int, source: str) -> list[Draft]:
    """The figures that the subject of a verb states ("the claim that 90 …") or takes up."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    begin = clause_begin(sentence, verb)
    noun, past = anaphor_at(sentence, begin)
    if not noun or past >= verb or lower[past] not in _STATING:
        begin = subject_begin(sentence, verb)
        noun, past = anaphor_at(sentence, begin)
    own = drafts_between(scope.own(position), begin, verb)
    if not noun:
        # "The 3,000 figure is pure invention".
        return [draft for draft in own if anaphor_at(sentence, draft.last)[1] == verb][:1]
    if (
        own
        and past < verb
        and (lower[past] in _STATING or (lower[past] == "about" and own[0].left <= past + 1))
    ):
        return own
    if past != verb and lower[past] not in _LINKS and lookup(lower[past]).usual not in "RrHX":
        return []
    return scope.before(position, begin, noun, source)


def subject_begin(sentence: Sentence, verb: int) -> int:
    """Where the subject of "was" begins: after "said", "that", a comma or a quotation mark."""
    lower = sentence.lower
    begin = verb - 1
    while begin > 0:
        before = lower[begin - 1]
        entry = lookup(before)
        if before in _ENDS or before in ("said", "says"):
            break
        if before == "that" and begin - 2 >= 0 and lookup(lower[begin - 2]).usual in "vzde":
            break
        if not entry.closed:
            if lookup(lower[begin]).usual in "AKO" and entry.usual in "vzd":
                break
            if entry.usual in "zd" and before not in words("stance")["anaphor"]:
                break
        begin -= 1
    return begin
