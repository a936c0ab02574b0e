"""Speakers handed over to by phrases and nouns: "according to X", "X's claim that"."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.content import content_end, is_prelude
from numcheck.extraction.cues import Cue, words
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.sources import Subject, noun_phrase_before, object_after, phrase_after
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["after_phrase", "noun_voice"]

_LONGEST: Final = 60
_NOUN_PHRASE: Final = 6
_FINITE: Final = frozenset("vzdBHDM")
_POSSESSIVES: Final = frozenset(("'s", "’s", "his", "her", "its", "their", "our", "my"))


def after_phrase(sentence: Sentence, at: int, cue: Cue, floor: int, limit: int) -> Voice | None:
    """Read "according to X"."""
    lower = sentence.lower
    if at + 1 >= limit or lower[at + 1] not in cue.particles:
        return None
    source = phrase_after(sentence, at + 2, limit)
    if source is None:
        return None
    voice = Voice(sentence, at, at + 2, "after")
    voice.source = source
    edge = at - 2 if lower[max(0, at - 2) : at] == ["in", "the"] else at
    if edge == at and cue.particles == ("of",):
        return None
    leading = edge <= floor or lower[edge - 1] in ("and", "but", "while", "yet", "or")
    if not leading:
        voice.before_first, voice.before_last = floor, edge
        leading = is_prelude(sentence, floor, edge)
    if leading:
        voice.after_first = source.last
        voice.after_last = content_end(sentence, source.last, limit)
    return voice


def noun_voice(sentence: Sentence, at: int, cue: Cue, floor: int, limit: int) -> Voice | None:
    """Read "Berlin's pledge to add 300", "claims by the union that 300", "reports that 300"."""
    if cue.kind == "medium":
        return _medium(sentence, at, cue, floor, limit)
    lower = sentence.lower
    voice = Voice(sentence, at, at + 1, cue.kind)
    link = at + 1
    source: Subject | None = None
    if at > floor and lower[at - 1] in _POSSESSIVES:
        source = _owner(sentence, at - 1, floor)
    elif at - 1 > floor and lower[at - 2] in _POSSESSIVES:
        source = _owner(sentence, at - 2, floor)
    elif link < limit and lower[link] in ("by", "from"):
        source = object_after(sentence, link + 1, "that") or object_after(sentence, link + 1, "of")
        if source is not None:
            link = source.last
    if link < limit and lower[link] in words("clause")["time"] and lower[link] not in cue.particles:
        link = _next_link(sentence, link, limit, cue)
    if link >= limit or lower[link] not in cue.particles:
        return None
    if source is None and cue.kind == "report" and lower[link] == "that":
        source = noun_phrase_before(sentence, at, floor)
    if source is None and cue.kind == "plan":
        return None
    voice.source = source
    voice.after_first, voice.after_last = link + 1, _noun_content_end(sentence, link, limit)
    return voice


def _medium(sentence: Sentence, at: int, cue: Cue, floor: int, limit: int) -> Voice | None:
    """Read "leads by 9 points in a poll by Norstat", "in a Norstat poll, 40% agreed"."""
    lower = sentence.lower
    first = at - 1
    while first >= floor and at - first <= _NOUN_PHRASE and lower[first] not in cue.particles:
        if sentence.words[first] in ",;:" or lookup(lower[first]).usual in _FINITE:
            return None
        first -= 1
    if first < floor or lower[first] not in cue.particles:
        return None
    follows = lookup(lower[at + 1]).usual if at + 1 < limit else ","
    if lookup(lower[first + 1]).usual not in "AK" or follows in "nNj":
        return None
    voice = Voice(sentence, first, first + 1, "medium")
    voice.source = phrase_after(sentence, first + 1, limit)
    if voice.source is None or voice.source.last <= at:
        return None
    if first == floor:
        voice.after_first, voice.after_last = voice.source.last, content_end(sentence, at, limit)
    else:
        voice.before_first, voice.before_last = floor, first
    return voice


def _noun_content_end(sentence: Sentence, link: int, limit: int) -> int:
    """A clause after "that" runs on; a phrase after "of" or "to" ends at a comma or verb."""
    end = content_end(sentence, link + 1, limit)
    if sentence.lower[link] == "that":
        return end
    for at in range(link + 2, min(end, link + _LONGEST)):
        entry = lookup(sentence.lower[at])
        if sentence.words[at] == "," and not sentence.glued(at + 1 if at + 1 < limit else at):
            following = sentence.lower[at + 1] if at + 1 < limit else ""
            if following not in ("about", "or", "nearly", "roughly", "some"):
                return at
        if sentence.lower[link] != "to" and entry.closed and entry.usual in "BHDM":
            return at
        if sentence.lower[link] != "to" and not entry.closed and entry.usual in "zd":
            return at
    return end


def _owner(sentence: Sentence, mark: int, floor: int) -> Subject | None:
    """Who the noun belongs to: "Berlin's", "his"."""
    if sentence.lower[mark] in ("'s", "’s"):
        if mark - 1 < floor:
            return None
        return noun_phrase_before(sentence, mark - 1, floor)
    return Subject(mark, mark + 1)


def _next_link(sentence: Sentence, start: int, limit: int, cue: Cue) -> int:
    """Skip "last month" in "pledge last month to add"."""
    for at in range(start, min(limit, start + 4)):
        if sentence.lower[at] in cue.particles:
            return at
    return limit
