"""Speakers of passive verbs: "reported by X", "put at 48 by X", "thought to be"."""

from __future__ import annotations

from functools import cache

from numcheck.extraction.content import content_end
from numcheck.extraction.cues import words
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.sources import Subject, phrase_after
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["passive", "reduced_passive"]


def passive(voice: Voice, floor: int, limit: int) -> Voice | None:
    """Read "was reported by", "is estimated at", "were said to have"."""
    sentence, at = voice.sentence, voice.first
    lower = sentence.lower
    voice.before_first, voice.before_last = floor, at
    voice.source = None
    for by in range(at + 1, min(limit, at + 12)):
        if lower[by] == "by":
            voice.source = phrase_after(sentence, by + 1, limit)
            break
        if lower[by] in (",", ".", "and", "that"):
            break
    if voice.source is None and lower[at] not in words("sourceless")["passive"]:
        return None
    if voice.source is not None and not _speaks(voice.source, sentence):
        return None
    voice.after_first, voice.after_last = at + 1, content_end(sentence, at + 1, limit)
    if voice.source is not None:
        voice.after_last = min(voice.after_last, voice.source.first)
    voice.kind = "passive"
    return voice


def reduced_passive(voice: Voice, limit: int, floor: int) -> Voice | None:
    """Read "put at 48 by officials", ", thought to be £18m", "a loss reported by the bank"."""
    sentence, at = voice.sentence, voice.first
    lower = sentence.lower
    if at > floor and lookup(lower[at - 1]).usual in "BHDM":
        return None
    end = at + 1
    while end < limit and sentence.words[end] not in ",;:()":
        end += 1
    if lower[at + 1] == "to":
        if lower[at] not in words("sourceless")["passive"]:
            return None
    else:
        for by in range(at + 1, end):
            if lower[by] == "by":
                voice.source = phrase_after(sentence, by + 1, limit)
                break
        if voice.source is None or not _speaks(voice.source, sentence):
            return None
    voice.kind = "passive"
    voice.after_first, voice.after_last = at + 1, end
    if lower[at + 1] == "by" and sentence.words[at - 1] != ",":
        voice.before_first, voice.before_last = _clause_before(sentence, at, floor), at
    return voice


def _speaks(subject: Subject, sentence: Sentence) -> bool:
    """Whether a noun phrase can be a speaker: a name, or headed by a word of the list."""
    return sentence.words[subject.last - 1][0].isupper() or _is_source(sentence, subject)


@cache
def _source_heads() -> frozenset[str]:
    return frozenset().union(*words("sources").values())


def _is_source(sentence: Sentence, subject: Subject) -> bool:
    return any(word in _source_heads() for word in sentence.lower[subject.first : subject.last])


def _clause_before(sentence: Sentence, at: int, floor: int) -> int:
    while at > floor and sentence.words[at - 1] not in ",;:" and at - 1 > floor:
        at -= 1
    return at
