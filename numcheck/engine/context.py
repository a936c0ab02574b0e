"""Words around figures that void what a rule would say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from numcheck.engine.active import ActiveRule
from numcheck.engine.passage import Flaw
from numcheck.engine.pattern import Match, Stream
from numcheck.engine.pattern.classes import WordClass
from numcheck.engine.pattern.stream import BOUNDARY
from numcheck.model import Analysis, Figure, Sentence

__all__ = ["corrected", "flaw_voided", "occurs", "sentence_voided", "voided"]

_NEAR = 8
"""How many words around a match may void it where the rule does not say."""
_LONGEST = 100
"""How many words away a correction may stand in a passage that has no end."""
_CLAUSE_ENDS = frozenset({BOUNDARY, ",", ";", ":", "(", ")", "–", "—", "but", "while", "whereas"})


def voided(active: ActiveRule, stream: Stream, match: Match) -> bool:
    """Whether a word that voids the rule stands in or near the match, be it inside a hedge."""
    if not active.rule.unless:
        return False
    return _voided(active, stream, match.start, match.end, active.rule.within or str(_NEAR))


def sentence_voided(active: ActiveRule, stream: Stream, sentences: Iterable[Sentence]) -> bool:
    """Whether such a word stands anywhere in some sentences, for rules that look at all of one."""
    if not active.rule.unless or active.rule.within not in ("", "sentence"):
        return False
    return occurs(active.unless, stream.words) or any(
        occurs(active.unless, sentence.lower) for sentence in sentences
    )


def flaw_voided(active: ActiveRule, flaw: Flaw, analyses: Mapping[str, Analysis]) -> bool:
    """Whether such a word stands near any figure of a flaw, by default in its sentence."""
    if not active.rule.unless:
        return False
    within = active.rule.within or "sentence"
    return any(_figure_voided(active, figure, analyses, within) for figure in flaw.figures)


def _figure_voided(
    active: ActiveRule, figure: Figure, analyses: Mapping[str, Analysis], within: str
) -> bool:
    analysis = analyses.get(figure.document)
    if analysis is None:
        return False
    stream = Stream.of(analysis.sentences[figure.sentence], (figure,))
    places = [place for place, one in enumerate(stream.figures) if one is not None]
    return bool(places) and _voided(active, stream, places[0], places[-1] + 1, within)


def _voided(active: ActiveRule, stream: Stream, start: int, end: int, within: str) -> bool:
    span = _reach(stream.words, start, end, within)
    words = stream.words[span]
    for figure in stream.figures[span]:
        if figure is not None and figure.hedge:
            words += figure.hedge.lower().split()
    return occurs(active.unless, words)


def _reach(words: Sequence[str], start: int, end: int, within: str) -> slice:
    """The tokens around a match that count."""
    if within == "sentence":
        return slice(0, len(words))
    if within != "clause":
        return slice(max(start - int(within), 0), end + int(within))
    while start > 0 and words[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    while end < len(words) and words[end] not in _CLAUSE_ENDS:
        end += 1
    return slice(start, end)


def corrected(flaw: Flaw, analyses: Mapping[str, Analysis], void: WordClass) -> bool:
    """Whether the text itself corrects what a rule found, in the sentences or right after."""
    for figure in flaw.figures:
        sentences = analyses[figure.document].sentences
        own = sentences[figure.sentence].lower
        if occurs(void, own[max(figure.first - _LONGEST, 0) : figure.last + _LONGEST]):
            return True
        after = figure.sentence + 1
        if after < len(sentences) and occurs(void, sentences[after].lower[:_LONGEST]):
            return True
    return False


def occurs(words: WordClass, stream: Sequence[str]) -> bool:
    """Whether a word or phrase of the class stands in the stream."""
    if not words.words.isdisjoint(stream):
        return True
    for phrase in words.phrases:
        first, size = phrase[0], len(phrase)
        for position, word in enumerate(stream):
            if word == first and tuple(stream[position : position + size]) == phrase:
                return True
    return False
