"""Where what a speaker says begins and ends around the words that hand over to him."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.cues import Cue, words
from numcheck.extraction.lexicon import PAST, lookup
from numcheck.extraction.sources import Subject
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["content_end", "is_prelude", "is_tag", "leading", "widen_after"]

_OPENING: Final = frozenset("\"“„«‘'’")
_CLOSING: Final = frozenset("\"”»’'")
_DASHES: Final = frozenset("–—―-")
_CLAUSE: Final = frozenset(("that", "he", "she", "it", "they", "there", "we", "i", ":", "how"))
_BREAKS: Final = frozenset((";", "whereas"))
_RELATING: Final = frozenset(("by", "in", "on", "at"))
_AUXILIARY: Final = frozenset("BHDM")
_FINITE: Final = frozenset("vzd")
_AGO: Final = frozenset(("later", "earlier", "ago"))
_LATER: Final = 10
_PRELUDE: Final = 40
# What somebody says in one sentence has an end, even where a list never does.
_FURTHEST: Final = 250
_FURTHER: Final = frozenset(("as", "to", "with", "by", "from", "when", "while", "before", "after"))
_TAG_LONGEST: Final = 14
_THAT_WITHIN: Final = 16


def leading(voice: Voice, cue: Cue, limit: int) -> Voice | None:
    """What is said follows the cue: "X said that …"."""
    sentence, at = voice.sentence, voice.last - 1
    lower = sentence.lower
    if at + 1 >= limit or voice.source is None:
        return None
    following = lower[at + 1]
    if following in _BREAKS or following == ".":
        return None
    clause = _clause_follows(sentence, at + 1, limit)
    thing = cue.shows and _is_thing(sentence, voice.source)
    if not (
        cue.free
        or thing
        or (clause and (cue.clause or cue.shows))
        or following in cue.particles
        or (cue.later and cue.later in lower[at + 2 : at + _LATER])
    ):
        return None
    start = at + 1
    if following in cue.particles:
        voice.last = start = at + (3 if cue.lemma == "purport" and at + 2 < limit else 2)
    if cue.lemma == "tell" and not clause and not _tells(sentence, start, limit):
        return None
    start = _past_that(sentence, start, limit, cue.lemma in ("tell", "inform", "remind", "warn"))
    voice.after_first, voice.after_last = start, content_end(sentence, start, limit)
    if cue.kind == "plan":
        voice.after_last = _plan_end(sentence, start, voice.after_last)
    return voice


def _plan_end(sentence: Sentence, start: int, limit: int) -> int:
    """A plan ends where the narrator goes on about something else: a dash, "as", "even"."""
    for at in range(start + 1, limit):
        if sentence.words[at] in _DASHES and not sentence.glued(at):
            return at
        if sentence.lower[at] in ("as", "even", "after", "although", "though"):
            return at
    return limit


def _tells(sentence: Sentence, start: int, limit: int) -> bool:
    """Whether something is told rather than only somebody or a joke: a clause comes later."""
    limit = min(limit, start + _PRELUDE)
    return (
        sentence.lower[start] in ("of", "about")
        or has_verb(sentence, start, limit)
        or any(word in _CLAUSE or word in _OPENING for word in sentence.lower[start:limit])
    )


def _clause_follows(sentence: Sentence, start: int, limit: int) -> bool:
    """Whether "that", a pronoun, a colon or a quotation comes next, perhaps after an adverb."""
    lower, tokens = sentence.lower, sentence.words
    if lower[start] in _CLAUSE or tokens[start] in _OPENING:
        return True
    if tokens[start] == "," and start + 1 < limit:
        return tokens[start + 1] in _OPENING
    if lower[start] not in words("clause")["time"] or lower[start] in _FURTHER:
        return False
    for at in range(start + 1, min(limit, start + 8)):
        if lower[at] in ("that", ":") or (tokens[at] in _OPENING and not sentence.glued(at)):
            return True
        if tokens[at] in ",." or lookup(lower[at]).usual in "BHDMvzd":
            return False
    return False


def _is_thing(sentence: Sentence, source: Subject) -> bool:
    """Whether a poll, a report or data speaks."""
    things = words("sources")["thing"]
    lower = sentence.lower
    for at in range(source.first, source.last):
        if lower[at] in things:
            return True
        if lookup(lower[at]).usual == "P" and lower[at] != "of":
            break
    return False


def _past_that(sentence: Sentence, start: int, limit: int, told: bool) -> int:
    """Skip "last month that", "reporters in Kyiv that", so that no figure in there is content."""
    lower = sentence.lower
    if start >= limit or lower[start] == "that":
        return start + 1
    times = words("clause")["time"]
    if not told and lower[start] not in times and sentence.words[start] != ",":
        return start
    for at in range(start, min(limit, start + _THAT_WITHIN)):
        if lower[at] == "that":
            return at + 1
        entry = lookup(lower[at])
        if entry.closed and entry.usual in "BHDMS":
            break
    return start


def content_end(sentence: Sentence, start: int, limit: int) -> int:
    """Where somebody else's clause begins."""
    lower = sentence.lower
    for at in range(start + 1, min(limit, start + _FURTHEST)):
        if lower[at] in _BREAKS:
            return at
    return limit if limit - start < _FURTHEST else start + _FURTHEST


def is_tag(voice: Voice, floor: int, limit: int, end: int = -1) -> bool:
    """Whether the cue closes or interrupts what is said ("…, he said on Monday."), and its span."""
    sentence, subject = voice.sentence, voice.source
    if subject is None:
        return False
    tokens = sentence.words
    edge = min(subject.first, voice.via.first if voice.via is not None else subject.first) - 1
    if edge < floor:
        return False
    before = tokens[edge]
    closing = before in _CLOSING and _closes(sentence, edge, floor)
    opening = before == "," or closing or before in _DASHES
    if not opening and sentence.lower[edge] != "as":
        return False
    start = voice.last if end < 0 else end
    stop = _tag_end(sentence, start, limit)
    if stop < 0 and closing and start < limit and sentence.lower[start] not in _CLAUSE:
        stop = start
        while (
            stop < min(limit, start + _PRELUDE)
            and sentence.words[stop] not in ",;:"
            and not (sentence.words[stop] in _OPENING and not sentence.glued(stop))
        ):
            stop += 1
    if stop < 0:
        return False
    voice.before_first, voice.before_last = floor, edge
    widen_after(voice, stop, limit)
    quoting = voice.after_last > 0 and sentence.words[voice.after_first] in _OPENING
    adverb = sentence.lower[edge - 1] in _AGO or (quoting and not closing)
    if adverb and is_prelude(sentence, floor, edge):
        # "Two days later, he wrote, …": the words before the tag are the writer's.
        voice.before_last = floor
    return True


def _closes(sentence: Sentence, at: int, floor: int) -> bool:
    """Whether a mark without direction closes a quotation: it hangs on the word before it."""
    if at > floor and sentence.words[at - 1] in ("'", "’") and sentence.glued(at):
        at -= 1
    return at > floor and sentence.glued(at)


def _tag_end(sentence: Sentence, start: int, limit: int) -> int:
    """Index of the token after the tag; -1 if what follows is what is said."""
    lower, tokens = sentence.lower, sentence.words
    told = lower[start - 1] in ("told", "tells", "telling", "tell", "informed", "assured")
    times = words("clause")["time"]
    if told and start < limit and lower[start] in ("a", "an", "one"):
        return -1
    for at in range(start, min(limit, start + _TAG_LONGEST)):
        token, word = tokens[at], lower[at]
        if token in ",;:!?()" or (token in _OPENING and not sentence.glued(at)) or token in "–—":
            return at
        if token == "." and (at + 1 >= limit or len(tokens[at - 1]) > 3):
            return at
        entry = lookup(word)
        if (word in ("that", "of", "about") and at == start) or word == "that":
            return -1
        if (entry.closed and entry.usual in "BDM") or word in ("he", "she", "it", "they", "there"):
            return -1
        if at == start and not told and word not in times and entry.usual != "r":
            return -1
    return limit if start + _TAG_LONGEST >= limit else -1


def widen_after(voice: Voice, stop: int, limit: int) -> None:
    """A tag in the middle ("The toll, he said, was 30") leaves content after it."""
    sentence = voice.sentence
    if stop >= limit:
        return
    token = sentence.words[stop]
    if token in _OPENING:
        voice.after_first, voice.after_last = stop, content_end(sentence, stop, limit)
    elif token in ",:" and stop + 1 < limit:
        word = sentence.lower[stop + 1]
        quote = sentence.words[stop + 1] in _OPENING
        entry = lookup(word)
        inverted = voice.source is not None and voice.source.first > voice.first
        if (
            quote
            or is_prelude(sentence, voice.before_first, voice.before_last)
            or _goes_on(sentence, stop + 1, limit)
            or not (
                inverted
                or entry.usual in "gWASCK"
                or word in words("clause")["break"]
                or word in words("clause")["time"]
            )
        ):
            voice.after_first = stop + 1
            voice.after_last = content_end(sentence, stop + 1, limit)


def _goes_on(sentence: Sentence, at: int, limit: int) -> bool:
    """Whether a clause with "and" and a pronoun goes on with what is said ("…, and it has 30")."""
    lower = sentence.lower
    return lower[at] == "and" and at + 1 < limit and lower[at + 1] in _CLAUSE


def is_prelude(sentence: Sentence, first: int, last: int) -> bool:
    """Whether less than a main clause stands before the tag ("When it rains, he said, …")."""
    if first >= last:
        return True
    if last - first > _PRELUDE:
        return False
    entry = lookup(sentence.lower[first])
    if sentence.lower[first] == "as" or (entry.closed and entry.usual in "SPW"):
        return "," not in sentence.words[first : last - 1]
    return not has_verb(sentence, first, last)


def has_verb(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch of tokens is a clause of its own, as far as its words tell."""
    for at in range(first, last):
        entry = lookup(sentence.lower[at])
        if entry.usual in _AUXILIARY if entry.closed else entry.usual in _FINITE:
            return True
        # "Rangers counted 310": a past that is a participle elsewhere.
        past = entry.usual == "e" and entry.flags & PAST and first < at < last - 1
        if past and lookup(sentence.lower[at - 1]).usual in "nNO":
            return sentence.lower[at + 1] not in _RELATING
    return False
