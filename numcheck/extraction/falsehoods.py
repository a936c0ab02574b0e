"""Words by which a text calls a figure false or far off, and the figures that they mean."""

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
from numcheck.extraction.denials import (
    denied,
    denied_by_idiom,
    disbelieved,
    idioms,
    object_in_front,
    verbs_of,
)
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.subjects import subject_before, subject_of
from numcheck.model import Remark, Sentence

__all__ = ["denial_at", "denial_words"]

_ENDS: Final = frozenset(
    (",", ";", ":", ".", "but", "while", "although", "though", "“", '"', "and")
)
_LINKS: Final = frozenset(("that", "of", "by", "from", "about"))
_VAGUE: Final = frozenset(("it", "them", "that", "this", "those"))
_INSIDE: Final = frozenset(("“", '"', "'", "‘", "a", "an", "to"))
_STATING: Final = frozenset(("that", "of", "to"))
_NEAR: Final = 5
_AFTER: Final = 7


@cache
def _distances() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = {}
    for phrase in vocabulary.lines("voices/denial_distance"):
        first, *rest = phrase.split()
        found.setdefault(first, []).append(rest)
    return found


def denial_words() -> dict[str, str]:
    """Every word that may deny a figure, with the way to read it."""
    lists = words("stance")
    ways: dict[str, str] = dict.fromkeys(sorted(_distances()), "distance")
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
    return _distant(scope, position, at, _distances()[word])


def _branded(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "called the number a fiction", "described it as wildly exaggerated"."""
    sentence = scope.speech.sentences[position]
    if negated(sentence, at) or at + 1 >= len(sentence.lower):
        return []
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


def _false_between(sentence: Sentence, first: int, last: int) -> int:
    """The token that calls something false, before a comma; -1 if there is none."""
    false = words("stance")["false"]
    for at in range(first, min(len(sentence.lower), last)):
        if sentence.lower[at] in false:
            return at
        if sentence.words[at] in ",;":
            break
    return -1


def _copula(sentence: Sentence, at: int) -> int:
    """The "was", "proved" or "turned out to be" in front of an adjective; -1 if none."""
    seeming, lower = words("stance")["seem"], sentence.lower
    for verb in range(at - 1, max(-1, at - _NEAR - 2), -1):
        entry = lookup(lower[verb])
        if lower[verb] in seeming or (entry.usual == "B" and lower[verb] != "be"):
            return verb
        known = entry.usual in "rRjAI" or lower[verb] in _INSIDE or lower[verb] == "be"
        if not known:
            return verb + 1 if lower[verb + 1] == "to" else -1
    return -1


def _false(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "the figure was wildly exaggerated", "that is untrue", "found the claim to be false"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    verb = _copula(sentence, at)
    if verb <= 0 or negated(sentence, at):
        return []
    source = scope.speaker(position, at)
    remark = scope.remark(position, min(_past_article(sentence, verb), at), at + 1, source)
    if lower[at + 1 : at + 2] == ["that"] and lower[verb - 1] == "it":
        stated = drafts_between(scope.own(position), at + 2, len(lower))
        return [(draft, remark) for draft in stated]
    chosen = _subjects(scope, position, verb, source)
    return [(draft, remark) for draft in chosen]


def _past_article(sentence: Sentence, verb: int) -> int:
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


def _subjects(scope: Scope, position: int, verb: int, source: str) -> list[Draft]:
    """The figures that the subject of a verb states ("the claim that 90 …") or takes up."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    begin = clause_begin(sentence, verb)
    noun, past = anaphor_at(sentence, begin)
    if not noun or past >= verb or lower[past] not in _STATING:
        begin = _subject_begin(sentence, verb)
        noun, past = anaphor_at(sentence, begin)
    if not noun:
        return []
    own = drafts_between(scope.own(position), begin, verb)
    if own and past < verb and lower[past] in _STATING:
        return own
    if past != verb and lower[past] not in _LINKS and lookup(lower[past]).usual not in "RrHX":
        return []
    return scope.before(position, begin, noun, source)


def _subject_begin(sentence: Sentence, verb: int) -> int:
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
    noun, past = anaphor_at(sentence, _subject_begin(sentence, verb))
    if not noun or past < verb - 1:
        return []
    source = scope.speaker(position, at)
    remark = scope.remark(position, verb + airy, at + 1 + airy, source)
    return [(draft, remark) for draft in scope.before(position, verb, noun, source)]


def _distant(
    scope: Scope, position: int, at: int, phrases: list[list[str]]
) -> list[tuple[Draft, Remark]]:
    """Read "nowhere near that figure", "nothing like the 300 claimed"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    rest = next((rest for rest in phrases if lower[at + 1 : at + 1 + len(rest)] == rest), None)
    if rest is None:
        return []
    past = at + 1 + len(rest)
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
    return [(draft, remark) for draft in scope.before(position, first, noun, source)]


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
