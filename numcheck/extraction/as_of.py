"""Words that fix the time of a figure: "since last year", "by Monday night", "in 2019"."""

from __future__ import annotations

from typing import Final

from numcheck.extraction.cues import words
from numcheck.extraction.draft import Draft
from numcheck.extraction.lexicon import lookup
from numcheck.extraction.speech import Speech, nearer
from numcheck.extraction.time_phrases import MOST, time_phrases
from numcheck.extraction.voice import Voice
from numcheck.model import Sentence

__all__ = ["fix_times"]

_UNTIMED: Final = frozenset(("date", "time", "identifier", "ordinal", "rank"))
_COMPARING: Final = frozenset(
    ("than", "with", "from", "against", "on", "to", "of", "versus", "and")
)
_BEGINNING: Final = frozenset((",", "and", "but", "“", '"', "that", "while"))
_BARRIERS: Final = frozenset(
    (";", "but", "while", "who", "which", "whereas", "compared", "because")
)
_SAID: Final = frozenset(("said", "says", "told", "reported", "announced"))
_NEAR: Final = 14
_FAR: Final = 80


def fix_times(speech: Speech, drafts: dict[int, list[Draft]]) -> None:
    """Set ``as_of`` of every figure whose clause holds a time, the time of a report apart.

    Args:
        speech: Who speaks in the field.
        drafts: Its figures by sentence; positions count from the field's first sentence.
    """
    for position, figures in drafts.items():
        sentence = speech.sentences[position]
        phrases = time_phrases(sentence, figures)
        if not phrases:
            continue
        for number, draft in enumerate(figures):
            if draft.kind not in _UNTIMED:
                voice = _voice_of(speech, position, draft)
                others = figures[number + 1 : number + 1 + MOST]
                chosen = _chosen(sentence, draft, others, phrases, voice)
                if chosen is not None:
                    draft.as_of = " ".join(sentence.phrase(chosen[0], chosen[1]).split())


def _voice_of(speech: Speech, position: int, draft: Draft) -> Voice | None:
    best: Voice | None = None
    for voice in speech.voices_of(position):
        if voice.covers(draft.first):
            best = nearer(voice, best, draft.first)
    return best


def _chosen(
    sentence: Sentence,
    draft: Draft,
    figures: list[Draft],
    phrases: list[tuple[int, int]],
    voice: Voice | None,
) -> tuple[int, int] | None:
    """The phrase of the figure's own clause, one that follows it before one that leads."""
    before: tuple[int, int] | None = None
    for phrase in phrases:
        first, last = phrase
        if draft.first - last > _FAR or first - draft.last > _NEAR + _NEAR:
            continue
        if first < draft.last and draft.first < last:
            continue
        if voice is not None and (not voice.covers(first) or first == voice.last):
            continue
        if voice is None and _is_report_time(sentence, first):
            continue
        if first >= draft.last:
            if _reaches(sentence, draft, figures, first):
                return phrase
        elif _leads(sentence, phrase, draft):
            before = phrase
    return before


def _is_report_time(sentence: Sentence, first: int) -> bool:
    """Whether the phrase follows a verb of saying ("said on Monday")."""
    return first > 0 and sentence.lower[first - 1] in _SAID


def _reaches(sentence: Sentence, draft: Draft, figures: list[Draft], first: int) -> bool:
    """Whether nothing stands between a figure and a time behind it."""
    lower = sentence.lower
    if lower[first - 1] in _COMPARING and lower[first] not in words("as_of")["now"]:
        return False
    between = lower[draft.last : first]
    if any(word in _BARRIERS for word in between) or between.count(",") > 1:
        return False
    for other in figures:
        if other.kind not in _UNTIMED and draft.last <= other.first < first:
            link = lower[draft.last : other.first]
            joined = "and" in link or "or" in link or link == ["to"]
            if other.kind == "duration" or not joined:
                return False
    return True


def _leads(sentence: Sentence, phrase: tuple[int, int], draft: Draft) -> bool:
    """Whether a time in front of a figure covers it ("In 2019, sales hit …")."""
    lower = sentence.lower
    first, last = phrase
    between = lower[last : draft.first]
    if any(word in _BARRIERS for word in between):
        return False
    if first == 0 or lower[first - 1] in _BEGINNING:
        return True
    # In mid-clause it must stand between subject and verb: "The club this week sold 9 …".
    adverb = lower[first] in words("as_of")["which"] or lower[first] in words("as_of")["now"]
    if not adverb or "," in between or "and" in between or last >= draft.first:
        return False
    return lookup(lower[last]).usual in "BHDMvzde" and draft.first - last <= _NEAR
