"""Words by which somebody rejects a figure, and the figures that they reject."""

from __future__ import annotations

from functools import cache
from typing import Final

from numcheck import vocabulary
from numcheck.extraction.antecedents import Scope, anaphor_at, drafts_between
from numcheck.extraction.cues import forms_of, words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import GERUND, lookup
from numcheck.extraction.sources import phrase_after, source_text, subject_before, subject_of
from numcheck.model import Remark, Sentence

__all__ = ["denial_at", "denial_words"]

_CLAUSE_ENDS: Final = frozenset((",", ";", ":", ".", "but", "while", "although", "though"))
_NEGATIVE: Final = frozenset(
    ("not", "never", "nobody", "n't", "neither", "nor", "didn't", "didn’t")
)
_LINKS: Final = frozenset(("that", "of", "by", "from", "about"))
_NEAR: Final = 5
_AFTER: Final = 7


@cache
def _verbs(kind: str) -> frozenset[str]:
    return frozenset(form for verb in words("stance")[kind] for form in forms_of(verb))


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
    ways |= dict.fromkeys(sorted(_verbs("believe")), "believe")
    ways |= dict.fromkeys(sorted(lists["false"]), "false")
    ways |= dict.fromkeys(sorted(_verbs("brand")), "brand")
    ways |= dict.fromkeys(sorted(_verbs("deny")), "deny")
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
        return _denied(scope, position, at)
    if way == "brand":
        return _branded(scope, position, at)
    if way == "false":
        return _false(scope, position, at)
    if way == "believe":
        return _doubted(scope, position, at)
    if way == "true":
        return _untrue(scope, position, at)
    word = scope.speech.sentences[position].lower[at]
    return _distant(scope, position, at, _distances()[word])


def _remark(scope: Scope, position: int, first: int, last: int, source: str) -> Remark:
    sentence = scope.speech.sentences[position]
    return Remark(
        sentence.phrase(first, last), sentence.starts[first], sentence.ends[last - 1], source
    )


def _speaker(scope: Scope, position: int, token: int) -> str:
    """Who says the words around a token, in or out of a quotation; empty if the narrator."""
    speech = scope.speech
    sentence = speech.sentences[position]
    quote = speech.quote_at(sentence.starts[token])
    if quote is not None:
        voice = speech.speaker(quote)
        if voice is not None:
            return speech.speaker_name(voice, speech.sentence_at(voice.sentence.start))
    best = ""
    for voice in speech.voices_of(position):
        if voice.covers(token) and voice.depth < 0:
            best = speech.speaker_name(voice, position) or best
    return best


def _negated(sentence: Sentence, at: int) -> bool:
    """Whether the denial is itself denied or only imagined ("did not dispute", "if … is wrong")."""
    for back in range(at - 1, max(-1, at - _NEAR), -1):
        word = sentence.lower[back]
        if word in _CLAUSE_ENDS:
            return False
        if word in _NEGATIVE or word in ("if", "whether", "unless"):
            return True
    return False


def _denied(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """A verb of denial with what it denies."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    before = lookup(lower[at - 1]) if at else None
    if before is not None and before.closed and before.usual in "AKP":
        return []
    if _negated(sentence, at):
        return []
    subject = subject_before(sentence, at, 0)
    if subject is not None and subject.passive:
        return _denied_passively(scope, position, at, subject.first)
    if subject is None:
        subject = subject_of(sentence, at, 0)
    source = ""
    if subject is not None:
        source = scope.speech.name_of(sentence, subject, position)
    elif at:
        source = _speaker(scope, position, at)
    remark = _remark(scope, position, at, at + 1, source)
    start = at + 2 if at + 1 < len(lower) and lower[at + 1] in ("out", "as", "at") else at + 1
    return [(draft, remark) for draft in _objects(scope, position, start, source)]


def _objects(scope: Scope, position: int, start: int, source: str) -> list[Draft]:
    """The figures that the object of a denial states or takes up."""
    sentence = scope.speech.sentences[position]
    lower, own = sentence.lower, scope.drafts.get(position, [])
    if start >= len(lower):
        return []
    end = _clause_end(sentence, start)
    if lower[start] == "that" and _is_clause(sentence, start + 1, end):
        return drafts_between(own, start + 1, end)
    if lower[start].endswith("ing") and (
        lower[start] in ("having", "being") or (lookup(lower[start]).flags & GERUND)
    ):
        return drafts_between(own, start + 1, end)
    noun, past = anaphor_at(sentence, start)
    inside = drafts_between(own, start, min(end, start + _AFTER + 2))
    if not noun:
        # "rejected the 40% estimate", "disputed the government's 3,000 figure".
        for draft in inside:
            noun, past = anaphor_at(sentence, draft.last)
            if noun and past <= draft.after + 2:
                return [draft]
        return []
    if past < len(lower) and lower[past] in _LINKS:
        stated = drafts_between(own, past, end)
        if stated or (lower[past] == "that" or lower[past] == "of"):
            return stated
    if inside and inside[0].first < past:
        return inside[:1]
    return scope.before(position, start, noun, source)


def _is_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "that" begins a clause rather than points at a noun ("rejected that figure")."""
    return sentence.lower[start] not in words("stance")["anaphor"] and any(
        lookup(sentence.lower[at]).usual in "BHDMvzde" for at in range(start, end)
    )


def _clause_end(sentence: Sentence, start: int) -> int:
    lower = sentence.lower
    for at in range(start, len(lower)):
        if lower[at] in _CLAUSE_ENDS and at > start:
            return at
    return len(lower)


def _denied_passively(
    scope: Scope, position: int, at: int, first: int
) -> list[tuple[Draft, Remark]]:
    """Read "The claim was rejected by …", "Reports that 40 died were denied"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    source = ""
    for by in range(at + 1, min(len(lower), at + 4)):
        if lower[by] == "by":
            speaker = phrase_after(sentence, by + 1, len(lower))
            if speaker is not None:
                source = source_text(sentence, speaker.first, speaker.last)
    begin = _clause_begin(sentence, at)
    noun, _ = anaphor_at(sentence, begin)
    if not noun:
        noun, _ = anaphor_at(sentence, first)
    if not noun:
        return []
    own = drafts_between(scope.drafts.get(position, []), begin, at)
    chosen = own or scope.before(position, begin, noun, source)
    remark = _remark(scope, position, at, at + 1, source)
    return [(draft, remark) for draft in chosen]


def _clause_begin(sentence: Sentence, at: int) -> int:
    lower = sentence.lower
    for back in range(at - 1, -1, -1):
        if lower[back] in _CLAUSE_ENDS or (lower[back] in ("“", '"')):
            return back + 1
    return 0


def _branded(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "called the number a fiction", "described it as wildly exaggerated"."""
    sentence = scope.speech.sentences[position]
    if _negated(sentence, at) or at + 1 >= len(sentence.lower):
        return []
    noun, past = anaphor_at(sentence, at + 1)
    own = drafts_between(scope.drafts.get(position, []), at + 1, at + _AFTER)
    gap = 0
    if not noun and not own:
        # "a figure the minister called absurd": the object stands in front.
        noun, gap = _object_in_front(sentence, at), at + 1
        past = gap
        if not noun:
            return []
    false = words("stance")["false"]
    for last in range(max(past, at + 1), min(len(sentence.lower), at + _AFTER + 4)):
        if sentence.lower[last] in false:
            subject = subject_before(sentence, at, 0) or subject_of(sentence, at, 0)
            source = scope.speech.name_of(sentence, subject, position) if subject else ""
            inside = [draft for draft in own if draft.last <= last]
            chosen = inside[:1] or scope.before(position, at, noun, "" if gap else source)
            remark = _remark(scope, position, at, last + 1, source)
            return [(draft, remark) for draft in chosen]
        if sentence.words[last] in ",;":
            break
    return []


def _object_in_front(sentence: Sentence, at: int) -> str:
    """The noun that a relative clause with the verb at ``at`` judges; empty if there is none."""
    subject = subject_before(sentence, at, 0)
    if subject is None or subject.first == 0:
        return ""
    before = subject.first - 1
    if sentence.lower[before] in ("which", "that") and before:
        before -= 1
    anaphors = words("stance")["anaphor"]
    for back in range(subject.last - 1, max(-1, subject.first - 4), -1):
        if sentence.lower[back] in anaphors:
            return sentence.lower[back]
    return ""


def _doubted(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "does not recognise the figure", "did not believe that number"."""
    sentence = scope.speech.sentences[position]
    if at + 1 >= len(sentence.lower) or not _negated(sentence, at):
        return []
    noun, past = anaphor_at(sentence, at + 1)
    if not noun or noun in ("it", "this", "that", "them"):
        return []
    first = at - 1
    while first > 0 and lookup(sentence.lower[first - 1]).usual in "BHDMX":
        first -= 1
    subject = subject_before(sentence, at, 0)
    source = scope.speech.name_of(sentence, subject, position) if subject is not None else ""
    remark = _remark(scope, position, first, at + 1, source)
    own = drafts_between(scope.drafts.get(position, []), at + 1, past + 3)
    return [(draft, remark) for draft in own or scope.before(position, first, noun, source)]


def _untrue(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "the figure is not accurate", "that number came out of thin air"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    verb = at
    for verb in range(at - 1, max(-1, at - _NEAR), -1):
        if lookup(lower[verb]).usual == "B":
            break
    else:
        return []
    airy = lower[at] == "thin"
    if airy:
        if lower[at + 1 : at + 2] != ["air"]:
            return []
    elif not any(word in _NEGATIVE for word in lower[verb:at]) and not lower[verb].endswith(
        ("n't", "n’t")
    ):
        return []
    noun, past = anaphor_at(sentence, _subject_begin(sentence, verb))
    if not noun or past < verb - 1:
        return []
    source = _speaker(scope, position, at)
    remark = _remark(scope, position, verb + airy, at + 1 + airy, source)
    return [(draft, remark) for draft in scope.before(position, verb, noun, source)]


def _false(scope: Scope, position: int, at: int) -> list[tuple[Draft, Remark]]:
    """Read "the figure was wildly exaggerated", "that is untrue"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    verb = at - 1
    while verb > 0 and not (lookup(lower[verb]).closed and lookup(lower[verb]).usual == "B"):
        entry = lookup(lower[verb])
        if at - verb > _NEAR or not (entry.usual in "rRjA" or lower[verb] in ("“", '"', "'", "a")):
            return []
        verb -= 1
    if verb <= 0 or _negated(sentence, at) or lower[verb] == "be":
        return []
    begin = _clause_begin(sentence, verb)
    noun, past = anaphor_at(sentence, begin)
    if not noun or past >= verb or lower[past] not in ("that", "of"):
        begin = _subject_begin(sentence, verb)
        noun, past = anaphor_at(sentence, begin)
    if not noun:
        return []
    source = _speaker(scope, position, at)
    own = drafts_between(scope.drafts.get(position, []), begin, verb)
    if own and past < verb and lower[past] in ("that", "of"):
        chosen = own
    elif past != verb and lower[past] not in _LINKS and lookup(lower[past]).usual not in "RrHX":
        return []
    else:
        chosen = scope.before(position, begin, noun, source)
    first = verb + 1 if lower[verb + 1] not in ("a", "an") or verb + 2 > at else verb + 2
    remark = _remark(scope, position, min(first, at), at + 1, source)
    return [(draft, remark) for draft in chosen]


def _subject_begin(sentence: Sentence, verb: int) -> int:
    """Where the subject of "was" begins: after "said", "that", a comma or a quotation mark."""
    lower = sentence.lower
    begin = verb - 1
    while begin > 0:
        before = lower[begin - 1]
        entry = lookup(before)
        if before in _CLAUSE_ENDS or before in ("“", '"', "and", "said", "says"):
            break
        if before == "that" and begin - 2 >= 0 and lookup(lower[begin - 2]).usual in "vzde":
            break
        if not entry.closed and lookup(lower[begin]).usual in "AKO" and entry.usual in "vzd":
            break
        if not entry.closed and entry.usual in "zd" and before not in words("stance")["anaphor"]:
            break
        begin -= 1
    return begin


def _distant(
    scope: Scope, position: int, at: int, phrases: list[list[str]]
) -> list[tuple[Draft, Remark]]:
    """Read "nowhere near that figure", "nothing like the 300 claimed"."""
    sentence = scope.speech.sentences[position]
    lower = sentence.lower
    for rest in phrases:
        past = at + 1 + len(rest)
        if lower[at + 1 : past] == rest:
            break
    else:
        return []
    first = at
    if at and (lookup(lower[at - 1]).usual == "r" and lower[at - 1] not in ("only",)):
        first = at - 1
    while past < len(lower) and sentence.words[past] in "\"”’'":
        past += 1
    source = _speaker(scope, position, at)
    remark = _remark(scope, position, first, at + 1 + len(rest), source)
    own = drafts_between(scope.drafts.get(position, []), past, past + _AFTER)
    if own and own[0].left - past <= 2:
        claimed = _is_claimed(sentence, own[0]) or (source and _of_number(sentence, first))
        return [(own[0], remark)] if claimed else []
    noun, end = anaphor_at(sentence, past)
    if not noun and any(word in words("stance")["truth"] for word in lower[past : past + 2]):
        noun, end = "figure", past
    if rest[-1:] == ["mark"] or (not noun and rest[-1:] in (["off"], ["close"])):
        noun, end = "figure", past
    if not noun or (noun in ("it", "them", "that", "this", "those") and not source):
        return []
    if lower[end : end + 1] == ["of"] or lower[end : end + 1] == ["that"]:
        return []
    return [(draft, remark) for draft in scope.before(position, first, noun, source)]


def _is_claimed(sentence: Sentence, draft: Draft) -> bool:
    """Whether the text says of the figure that somebody claimed it ("the 300 claimed by")."""
    claimed = words("stance")["claimed"]
    last = min(len(sentence.lower), draft.last + _AFTER)
    for at in range(draft.last, last):
        if sentence.words[at] in ",;.":
            return False
        if sentence.lower[at] in claimed:
            return True
    first = max(0, draft.left - 3)
    return any(word in claimed for word in sentence.lower[first : draft.left])


def _of_number(sentence: Sentence, at: int) -> bool:
    """Whether the subject is a number: "the toll was nowhere near 300"."""
    numbers = words("stance")["number"]
    return any(word in numbers for word in sentence.lower[max(0, at - _NEAR) : at])
