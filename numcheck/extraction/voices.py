"""Who speaks in a sentence, and which of its words are what he says."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from numcheck.extraction.cue_phrases import after_phrase, noun_voice
from numcheck.extraction.cue_verbs import quoting, verb_voice
from numcheck.extraction.cues import (
    AFTER,
    BASE,
    GERUND,
    NOUN,
    PARTICIPLE,
    PAST,
    THIRD,
    Cue,
    cues,
    words,
)
from numcheck.extraction.labels import label_voice
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.sources import Subject
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["voices"]

_OPENING: Final = frozenset("\"“„«‘'’")
_CLAUSE: Final = frozenset(("that", "he", "she", "it", "they", "there", "we", "i", ":", "how"))
_AFTER_NOUN: Final = frozenset(("by", "from", "and", "or", "were", "was", "are", "is", "have"))
_PARTING: Final = frozenset(("(", ";"))
# Prose has a handful of speakers a sentence; a list of hundreds is not worth its time.
_MOST: Final = 32
_BRACKET: Final = 80
_SHARES: Final = frozenset(("percent", "cent", "%", "percentage", "majority"))


def voices(sentence: Sentence, depth: list[int]) -> list[Voice]:
    """Every speaker in a sentence, in the order of the cues.

    Args:
        sentence: The sentence.
        depth: For each token the number of the quotation that it stands in, or -1; empty where
            the sentence holds no quotation.
    """
    found: list[Voice] = []
    known, lower = cues(), sentence.lower
    places = [at for at, word in enumerate(lower) if word in known]
    bounds = _bounds(sentence, depth) if places else []
    for at in places:
        cue = known[lower[at]]
        if at and sentence.words[at][0].isupper() and not _may_begin(sentence, at):
            continue
        floor, limit = bounds[at] if bounds else (0, len(sentence.words))
        voice = _read(sentence, at, cue, found, floor, limit)
        if voice is not None and _is_speaker(sentence, voice.source):
            voice.depth = depth[at] if depth else -1
            found.append(voice)
            if len(found) == _MOST:
                break
    if not found and sentence.words[-1:] != ["."]:
        voice = label_voice(sentence)
        if voice is not None:
            found.append(voice)
    return found


def _is_speaker(sentence: Sentence, source: Subject | None) -> bool:
    """Whether a noun phrase speaks at all: "75 percent of voters said yes" names nobody."""
    if source is None:
        return True
    if sentence.words[source.last - 1][0].isdigit():
        return False
    named = sentence.lower[source.first : source.last]
    if source.last - source.first == 1 and lookup(named[0]).usual in "rRTDHBMPX":
        return False
    return not any(word in _SHARES for word in named) and not _is_ratio(named)


def _is_ratio(named: list[str]) -> bool:
    """Whether a noun phrase is a share of people ("eight in 10 voters")."""
    return any(word == "in" and after[0].isdigit() for word, after in pairwise(named))


def _may_begin(sentence: Sentence, at: int) -> bool:
    """Whether a capital stands there because a sentence or quotation begins."""
    before = sentence.words[at - 1]
    return before in _OPENING or before in ":.("


def _read(
    sentence: Sentence, at: int, cue: Cue, found: list[Voice], floor: int, limit: int
) -> Voice | None:
    if cue.form == AFTER:
        return after_phrase(sentence, at, cue, floor, limit)
    if cue.form == NOUN:
        return noun_voice(sentence, at, cue, floor, limit)
    if _is_nominal(sentence, at, cue):
        return noun_voice(sentence, at, cue.noun, floor, limit) if cue.noun is not None else None
    if cue.lemma in ("quote", "cite"):
        return quoting(sentence, at, cue, floor, limit)
    return verb_voice(sentence, at, cue, floor, limit, found)


def _bounds(sentence: Sentence, depth: list[int]) -> list[tuple[int, int]]:
    """For each token where its speaker and his words are sought, first and past-the-last token.

    That is its bracket, its quotation, or what follows a semicolon; the list is empty where the
    sentence holds none of them.
    """
    tokens = sentence.words
    if not depth and _PARTING.isdisjoint(tokens):
        return []
    size = len(tokens)
    outer, quote, bracket = (0, size), (0, 0), (0, 0)
    bounds: list[tuple[int, int]] = []
    for at, token in enumerate(tokens):
        if depth and (at == 0 or depth[at] != depth[at - 1]):
            quote = (at, _run_end(depth, at)) if depth[at] >= 0 else (0, 0)
        if at >= bracket[1]:
            bracket = (0, 0)
            if token == ";":
                outer = outer if quote[1] else (at + 1, size)
                quote = (at + 1, quote[1]) if quote[1] else quote
            elif token == "(":
                bracket = (at + 1, _closing(tokens, at))
        bounds.append(bracket if bracket[1] else quote if quote[1] else outer)
    return bounds


def _run_end(depth: list[int], at: int) -> int:
    """Index past the tokens of the quotation that begins at a token."""
    end = at
    while end < len(depth) and depth[end] == depth[at]:
        end += 1
    return end


def _closing(tokens: list[str], at: int) -> int:
    """The bracket that closes the one at a token; 0 if none does nearby."""
    for closing in range(at + 1, min(len(tokens), at + _BRACKET)):
        if tokens[closing] == ")":
            return closing
    return 0


def _is_nominal(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the form is a noun or an adjective here ("the reported 300", "its estimates")."""
    if cue.form == GERUND:
        return at > 0 and (lookup(sentence.lower[at - 1]).usual in "AK")
    if at == 0:
        return cue.form in (PAST, PARTICIPLE) or cue.noun is not None
    before = lookup(sentence.lower[at - 1])
    word = sentence.lower[at - 1]
    if word in ("that", "which", "who"):
        return False
    if (before.closed and before.usual in "AKQ") or word in ("'s", "’s") or word == "of":
        return word not in ("all", "both", "many", "few", "most", "this", "these", "those")
    if cue.noun is None and cue.form in (PAST, PARTICIPLE):
        return before.closed and before.usual == "P"
    if sentence.words[at - 1][0].isdigit() or word in ("million", "billion", "hundred", "thousand"):
        return True
    return cue.form in (BASE, THIRD) and _is_noun(sentence, at, cue)


def _is_body(sentence: Sentence, at: int) -> bool:
    """Whether a body or person with an article stands there, who can estimate and forecast."""
    speakers = words("sources")
    known = sentence.lower[at] in speakers["body"] or sentence.lower[at] in speakers["person"]
    return known and lookup(sentence.lower[at - 1]).usual in "AKQnjp"


def _is_noun(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether a base form or third person is a noun here ("the latest job reports of")."""
    before = lookup(sentence.lower[at - 1])
    following = sentence.lower[at + 1] if at + 1 < len(sentence.lower) else "."
    named = sentence.words[at - 1][0].isupper()
    if before.usual == "j" and not named:
        return True
    singular = before.usual == "n" and sentence.lower[at - 1] not in words("sources")["people"]
    if cue.form == BASE and not cue.past and singular and not named:
        # "a talk show", "the world record": a verb would have an s; "police say" has none.
        return True
    if following in (".", '"', "”"):
        # "…, the institute estimates." closes a sentence as a tag.
        return before.closed and before.usual == "P"
    stated = lookup(following).usual in "nNjQ" and following not in _AFTER_NOUN
    if stated and cue.form == THIRD and at > 1 and _is_body(sentence, at - 1):
        # "The ministry estimates losses of", but "the ministry estimates of"
        return False
    if not named and lookup(sentence.lower[at]).usual in "nN" and following not in _CLAUSE:
        return before.usual not in "NO"
    if following == "of":
        return "of" not in cue.particles
    if following in _AFTER_NOUN:
        return cue.noun is not None
    return following != "," and before.closed and before.usual in "PB"
