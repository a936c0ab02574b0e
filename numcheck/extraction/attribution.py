"""Who says each figure of a document, and how the text stands by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from numcheck.extraction.as_of import fix_times
from numcheck.extraction.credits import credit_of, credits_in
from numcheck.extraction.draft import Draft
from numcheck.extraction.quotes import Quotation
from numcheck.extraction.sources import source_text
from numcheck.extraction.speakers import is_pronoun
from numcheck.extraction.speech import Speech, nearer
from numcheck.extraction.stance import judge
from numcheck.extraction.voice import Voice
from numcheck.model import Attribution, Document, Sentence

__all__ = ["attribute"]


def attribute(
    document: Document, sentences: Sequence[Sentence], drafts: Mapping[int, list[Draft]]
) -> None:
    """Fill attribution, stance, remark and time of every draft.

    Args:
        document: The document.
        sentences: Its sentences in text order, the title's first.
        drafts: The figures of each sentence, by the sentence's position.
    """
    boundary = 0
    while boundary < len(sentences) and sentences[boundary].field == "title":
        boundary += 1
    for field, first, last in (("title", 0, boundary), ("text", boundary, len(sentences))):
        if any(first <= position < last for position in drafts):
            speech = Speech(document.field(field), sentences[first:last])
            own = {
                position - first: drafts[position]
                for position in sorted(drafts)
                if first <= position < last
            }
            credited = credits_in(speech)
            for position, figures in own.items():
                spare = credit_of(credited, speech, position)
                for draft in figures:
                    _attribute(speech, position, draft, spare)
            judge(speech, own)
            fix_times(speech, own)


def _attribute(speech: Speech, position: int, draft: Draft, spare: Voice | None) -> None:
    quote = speech.quote_at(draft.start) if speech.quotes else None
    voice = _voice_for(speech, position, draft, quote)
    outer: Voice | None = None
    if quote is not None and (voice is None or voice.depth < 0 or _is_pronominal(voice)):
        tagged = speech.speaker(quote)
        if tagged is not None:
            voice = tagged
    elif quote is not None and voice is not None:
        outer = speech.speaker(quote)
    voice = voice or spare
    if voice is None:
        return
    home = position
    if voice.sentence is not draft.sentence:
        home = speech.sentence_at(voice.sentence.start)
    name = speech.speaker_name(voice, home)
    if not name and voice.source is not None:
        name = source_text(voice.sentence, voice.source.first, voice.source.last)
    if not name:
        draft.stance = "attributed"
        return
    via = ""
    if voice.via is not None:
        via = source_text(voice.sentence, voice.via.first, voice.via.last)
    elif _is_unnamed(voice):
        via = _outlet_before(speech, home)
    elif outer is not None:
        via = speech.speaker_name(outer, speech.sentence_at(outer.sentence.start))
    cue = voice.sentence.phrase(voice.first, voice.last)
    draft.attribution = Attribution(name, cue, via, quote is not None)
    draft.stance = "attributed"


def _is_unnamed(voice: Voice) -> bool:
    """Whether somebody speaks who only an outlet knows ("sources on the ground")."""
    source = voice.source
    return source is not None and any(
        word in ("source", "sources") for word in voice.sentence.lower[source.first : source.last]
    )


def _outlet_before(speech: Speech, position: int) -> str:
    """The outlet that the sentence before quotes its sources from, if it is the same passage."""
    if position == 0:
        return ""
    before = speech.sentences[position - 1]
    if before.paragraph != speech.sentences[position].paragraph:
        return ""
    for voice in speech.voices_of(position - 1):
        if voice.kind == "quote" and voice.via is not None:
            return source_text(before, voice.via.first, voice.via.last)
    return ""


def _is_pronominal(voice: Voice) -> bool:
    return voice.source is None or is_pronoun(voice.source, voice.sentence.lower)


def _wished(voice: Voice, outer: Voice) -> bool:
    """Whether one only reports what somebody plans or thinks: whoever says so is the source."""
    return (
        voice.kind in ("plan", "think", "judge")
        and outer.kind in ("say", "show", "claim")
        and (outer.covers(voice.first) and outer.depth == voice.depth)
    )


def _voice_for(
    speech: Speech, position: int, draft: Draft, quote: Quotation | None
) -> Voice | None:
    """The speaker of the sentence that is nearest to the figure and whose words cover it."""
    best: Voice | None = None
    number = quote.number if quote is not None else -1
    token = draft.first
    for voice in speech.voices_of(position):
        if voice.depth not in (-1, number):
            continue
        if voice.source is not None and voice.source.first <= token < voice.source.last:
            continue
        if voice.covers(token):
            if best is not None and (voice.depth < best.depth or _wished(voice, best)):
                continue
            best = nearer(voice, best, token)
    return best
